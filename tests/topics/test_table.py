from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table, empty_table
from smo.errors import SmoError
from smo.settings import Settings
from smo.tables import KEYWORDS, TOPICS
from smo.text.normal import normal_forms
from smo.topics import KeywordClusterer, cluster_keywords
from smo.topics.table import _without_brand

WORDS = pd.DataFrame(
    [
        ("buyers", "climbing rope", 90.0, "commercial"),
        ("buyers", "Climbing ropes", 5.0, None),
        ("buyers", "red rope", 10.0, None),
        ("buyers", "how to coil a rope", 8.0, "informational"),
        ("buyers", "two person tent", 60.0, None),
        ("buyers", "acme tent", 20.0, None),
        ("readers", "rope knots", 300.0, "informational"),
        ("readers", "climbing rope", 30.0, "informational"),
        ("readers", "tent repair", 40.0, None),
        ("readers", "палатка зимняя", 1.0, None),
        ("readers", "купить палатку", 2.0, None),
    ],
    columns=["segment", "keyword", "impressions", "intent"],
)


@pytest.fixture(scope="module")
def topics():
    return cluster_keywords(
        WORDS, clusterer=KeywordClusterer(3), settings=Settings(brand=("acme",))
    )


def test_one_row_for_each_keyword_of_a_segment(topics):
    key = ["segment", "keyword"]
    assert not topics.duplicated(key).any()
    pd.testing.assert_frame_equal(
        topics[key].sort_values(key, ignore_index=True),
        WORDS[key].astype(topics[key].dtypes).sort_values(key, ignore_index=True),
    )
    assert topics.equals(topics.sort_values(["segment", "topic", "keyword"], ignore_index=True))
    check_table(topics, TOPICS, caller="test")


def test_topics_are_shared_by_segments_and_numbered_by_demand(topics):
    label = topics.set_index(["segment", "keyword"])
    assert label.loc[("buyers", "climbing rope"), "topic"] == 0
    assert label.loc[("readers", "climbing rope"), "topic"] == 0
    assert label.loc[("readers", "tent repair"), "topic"] == 1
    assert label.loc[("readers", "купить палатку"), "topic"] == 2


def test_labels_are_typed_keywords_one_for_each_topic(topics):
    assert set(topics["label"]) <= set(WORDS["keyword"])
    for name in topics["pillar_label"]:
        assert set(name.split(" + ")) <= set(WORDS["keyword"])
    assert topics.groupby("topic")["label"].nunique().eq(1).all()
    assert topics["label"].nunique() == topics["topic"].nunique()
    assert topics.groupby("topic")["pillar"].nunique().eq(1).all()


def test_attributes_of_keywords(topics):
    rows = topics.set_index(["segment", "keyword"])
    assert rows.loc[("buyers", "how to coil a rope"), "question"]
    assert not rows.loc[("buyers", "red rope"), "question"]
    assert rows.loc[("buyers", "acme tent"), "brand"]
    assert not rows.loc[("buyers", "red rope"), "brand"]
    assert rows.loc[("buyers", "climbing rope"), "intent"] == "commercial"
    assert rows.loc[("readers", "climbing rope"), "intent"] == "informational"
    assert pd.isna(rows.loc[("buyers", "red rope"), "intent"])
    assert rows.loc[("readers", "купить палатку"), "language"] == "ru"
    assert rows.loc[("buyers", "red rope"), "language"] == "en"


@pytest.mark.parametrize("brand", ["auto", ()])
def test_brand_is_missing_where_none_is_named(brand):
    assert cluster_keywords(WORDS, settings=Settings(brand=brand))["brand"].isna().all()


def test_equal_normal_form_equal_topic(topics):
    assert topics.groupby("normal")["topic"].nunique().eq(1).all()


def test_order_and_split_rows_change_nothing(topics):
    halves = WORDS.assign(impressions=WORDS["impressions"] / 2)
    mixed = pd.concat([halves, halves]).sample(frac=1, random_state=3)
    again = cluster_keywords(
        mixed, clusterer=KeywordClusterer(3), settings=Settings(brand=("acme",))
    )
    pd.testing.assert_frame_equal(again, topics)


def test_inputs_are_unchanged():
    before, clusterer = WORDS.copy(deep=True), KeywordClusterer(2)
    cluster_keywords(WORDS, clusterer=clusterer)
    pd.testing.assert_frame_equal(WORDS, before)
    assert not hasattr(clusterer, "labels_")


def test_volume_ranks_where_nothing_was_shown():
    words = pd.DataFrame({"segment": "a", "keyword": ["rope", "tent"], "volume": [10, 900]})
    found = cluster_keywords(words, clusterer=KeywordClusterer(2)).set_index("keyword")
    assert found["topic"].to_dict() == {"tent": 0, "rope": 1}


@pytest.mark.parametrize("keywords", [["shoes"], ["shoes", "hats"], ["?"], ["the", "of"]])
def test_a_handful_of_keywords(keywords):
    found = cluster_keywords(pd.DataFrame({"segment": "a", "keyword": keywords, "volume": 1}))
    assert len(found) == len(keywords)
    assert found["membership"].between(0, 1).all()


def test_no_keywords_no_topics():
    pd.testing.assert_frame_equal(cluster_keywords(empty_table(KEYWORDS)), empty_table(TOPICS))


def test_settings_give_the_languages():
    words = pd.DataFrame({"segment": "a", "keyword": ["comprar zapatos baratos"], "volume": 1})
    chosen = Settings(languages=("en", "ru"))
    assert cluster_keywords(words, settings=chosen)["language"].tolist() == ["und"]


def test_what_is_no_clusterer_is_refused():
    with pytest.raises(SmoError, match="'clusterer' must be a KeywordClusterer; got int"):
        cluster_keywords(WORDS, clusterer=5)


def test_a_table_without_keywords_is_refused():
    with pytest.raises(SmoError, match=r"cluster_keywords: the keywords table has no column 'keyw"):
        cluster_keywords(pd.DataFrame({"segment": ["a"], "query": ["x"]}))


def test_a_brand_that_most_keywords_name_makes_no_topic():
    things = ["rope", "tent", "stove", "boots"]
    named = [f"{brand} {thing}" for thing in things for brand in ("acme", "bestco")]
    words = pd.DataFrame({"segment": "all", "keyword": [*named, *things, "acme"], "volume": 10.0})
    topics = cluster_keywords(
        words, clusterer=KeywordClusterer(5), settings=Settings(brand=("acme", "bestco"))
    ).set_index("keyword")["topic"]
    for thing in things:
        assert topics[f"acme {thing}"] == topics[f"bestco {thing}"] == topics[thing]
    assert topics.nunique() == 5


def test_a_segment_names_its_topics_in_its_own_words(topics):
    for _, rows in topics.groupby(["segment", "topic"]):
        assert len(set(rows["segment_label"])) == 1
        assert rows["segment_label"].iloc[0] in set(rows["keyword"])


@pytest.mark.parametrize(("n_others", "left"), [(3, "tent"), (30, "acme tent")])
def test_a_brand_is_left_out_only_where_many_keywords_name_it(n_others, left):
    texts = ["acme tent", *(f"rope {n}" for n in range(n_others))]
    assert _without_brand(texts, normal_forms(texts), ("acme",))[0] == left


def test_terms_tell_the_topics_apart(topics):
    assert topics.groupby("topic")["terms"].nunique().eq(1).all()
    terms = topics.drop_duplicates("topic").set_index("topic")["terms"]
    assert [terms[topic].split(", ")[0] for topic in range(3)] == ["rope", "tent", "палатка"]
    assert not {"rope", "ropes"} & set(terms[1].split(", "))


def test_a_topic_without_words_has_no_terms():
    words = pd.DataFrame({"segment": "a", "keyword": ["?", "🔥"], "volume": 1})
    assert cluster_keywords(words)["terms"].isna().all()


def test_membership_is_the_cosine_with_the_own_topic():
    words = WORDS.drop_duplicates("keyword")
    found = cluster_keywords(words, clusterer=KeywordClusterer(3))
    texts = found["keyword"].tolist()
    fitted = KeywordClusterer(3).fit(texts)
    cosines = fitted.transform(texts)[range(len(texts)), fitted.labels_]
    assert found["membership"].tolist() == pytest.approx(cosines.tolist(), abs=2e-6)


def test_names_are_unique_in_each_segment(topics):
    for _, rows in topics.groupby("segment"):
        assert rows["segment_label"].nunique() == rows["topic"].nunique()
    assert topics["pillar_label"].nunique() == topics["pillar"].nunique()
