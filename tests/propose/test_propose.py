from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks.evidence import World, make_world
from smo.evidence import score_topics
from smo.propose import propose_topics
from smo.settings import Settings
from smo.tables import PROPOSALS
from tests.evidence.tables import keywords_of, matches_of, topics_of
from tests.evidence.test_splits import world as split_world

LISTS = ["keywords", "questions", "pages", "elements", "hashtags", "evidence"]


def plan(
    topics: pd.DataFrame, words: pd.DataFrame, matches: pd.DataFrame | None = None,
    pages: pd.DataFrame | None = None, **settings: object,
) -> pd.DataFrame:  # fmt: skip
    chosen = Settings(**settings)  # type: ignore[arg-type]
    scores = score_topics(topics, keywords=words, matches=matches, pages=pages, settings=chosen)
    return propose_topics(scores, topics=topics, keywords=words, matches=matches, settings=chosen)


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(1, planted=0.2, n_queries=900, n_topics=60, impressions=1e6)


@pytest.fixture(scope="module")
def proposals(world: World) -> pd.DataFrame:
    return plan(world.topics, world.keywords)


def test_broken_topics_lead(world: World, proposals: pd.DataFrame) -> None:
    assert (world.ratio[proposals["topic"][:5].to_numpy(dtype=int)] < 1).all()
    assert proposals["verdict"][0] == "act"


def test_shape(proposals: pd.DataFrame) -> None:
    assert tuple(proposals.columns) == PROPOSALS.names
    assert proposals["rank"].tolist() == list(range(1, 11))
    assert (proposals["rank_low"] <= proposals["rank"]).all()
    assert (proposals["rank"] <= proposals["rank_high"]).all()
    assert proposals["p_top"].between(0, 1).all()
    assert "skip" not in set(proposals["verdict"])
    assert (proposals["size_low"] <= proposals["size_high"]).all()


def test_reason_names_the_numbers_of_the_row(proposals: pd.DataFrame) -> None:
    row = proposals.iloc[0]
    for name in ("size_median", "size_low", "size_high"):
        assert f"{row[name]:,.0f}" in row["reason"]


def test_acts_are_ordered_by_the_lower_end(proposals: pd.DataFrame) -> None:
    acts = proposals[proposals["verdict"] == "act"]
    assert len(acts) >= 3
    assert acts["size_low"].is_monotonic_decreasing


def test_deterministic_and_order_free(world: World, proposals: pd.DataFrame) -> None:
    mixed = plan(
        world.topics.sample(frac=1, random_state=1), world.keywords.sample(frac=1, random_state=2)
    )
    pd.testing.assert_frame_equal(proposals, mixed, check_exact=True)


WORDS = keywords_of(
    [("red rope", 900.0), ("how to tie a rope", 90.0), ("red rope kit", 50.0),
     ("blue tent", 800.0), ("wool sock", 5.0)],
    "volume",
)  # fmt: skip
TOPICS = topics_of(
    [("red rope", 0), ("how to tie a rope", 0), ("red rope kit", 0), ("blue tent", 1),
     ("wool sock", 2)]
)  # fmt: skip


def test_keywords_alone_give_a_useful_list() -> None:
    table = plan(TOPICS, WORDS)
    assert table["title"].tolist() == ["red rope", "blue tent", "wool sock"]
    assert table["verdict"].unique().tolist() == ["explore"]
    assert table["size_unit"].unique().tolist() == ["searches"]
    first = table.iloc[0]
    assert first["keywords"][0] == "red rope (900)"
    assert first["questions"] == ["how to tie a rope"]
    assert first["hashtags"][0] == "#redrope"
    assert first["evidence"][0] == "keyword:red rope"
    assert first["elements"] == first["pages"] == []
    assert first[["channel", "format"]].isna().all()


def test_one_keyword() -> None:
    table = plan(topics_of([("tent", 0)]), keywords_of([("tent", 870.0)], "volume"))
    assert len(table) == 1
    assert table.loc[0, "reason"].startswith("People search this about 800 times in 28 days, 100%")


def test_poor_topics_count_less() -> None:
    loose = TOPICS.assign(membership=np.where(TOPICS["topic"] == 0, 0.3, 1.0))
    assert plan(loose, WORDS)["title"].tolist()[0] == "blue tent"


def test_elements_channel_and_clicks_are_told() -> None:
    matches = matches_of([
        {"topic": 0, "clicks": 62.0, "text": "Ropes", "click_id": "aa"},
        {"topic": 0, "clicks": 30.0, "text": "Ropes", "click_id": "bb"},
        {"topic": 0, "clicks": 7.0, "text": None, "click_id": "cc"},
        {"topic": 0, "clicks": 9.0, "text": "Menu", "furniture": True},
        {"topic": 0, "clicks": 8.0, "text": "our new ropes", "kind": "post", "channel": "telegram"},
    ])  # fmt: skip
    first = plan(TOPICS, WORDS, matches).iloc[0]
    assert first["elements"] == ["Ropes (92)", "no words, element cc (7)"]
    assert first["channel"] == "telegram (8 clicks)"
    assert first["format"] == "post (8 clicks)"
    assert {"click:aa", "click:bb"} <= set(first["evidence"])


def test_share_is_sized_by_the_maps_own_period() -> None:
    matches = matches_of(
        [
            {"topic": 2, "clicks": 400.0, "period_days": 14.0},
            {"topic": 0, "clicks": 20.0, "period_days": 14.0},
        ]
    )
    first = plan(TOPICS, WORDS, matches).iloc[0]
    assert (first["action"], first["verdict"], first["size_unit"]) == ("share", "suggest", "clicks")
    assert first["size_median"] == pytest.approx(800.0)
    assert "800 clicks" in first["reason"]


def test_create_is_suggested_before_exploring() -> None:
    pages = pd.DataFrame({"segment": "all", "page": ["https://a.example/red-rope"]})
    table = plan(TOPICS, WORDS, pages=pages)
    assert table[["title", "verdict"]].to_numpy().tolist()[:2] == [
        ["blue tent", "suggest"], ["red rope", "explore"],
    ]  # fmt: skip
    assert "no known page names the topic" in table.loc[0, "reason"]


def test_a_small_export_is_ordered_by_demand() -> None:
    pages = pd.DataFrame({"segment": "all", "page": ["https://a.example/red-rope"]})
    shown = WORDS.rename(columns={"volume": "impressions"}).assign(clicks=0.0, position=30.0)
    table = plan(TOPICS, shown, pages=pages)
    assert table[["title", "action"]].to_numpy().tolist()[:2] == [
        ["red rope", "explore"], ["blue tent", "create"],
    ]  # fmt: skip


def test_twins_give_way_where_places_are_few() -> None:
    texts = ["red rope", "rope red shop", *(f"word{i}" for i in range(10))]
    words = keywords_of([(text, 90.0 - i) for i, text in enumerate(texts)], "volume")
    topics = topics_of([(text, i) for i, text in enumerate(texts)])
    assert plan(topics, words, n_proposals=4)["topic"].tolist() == [0, 2, 3, 4]
    assert plan(topics, words, n_proposals=12)["topic"].tolist() == list(range(12))


def test_segments_have_lists_of_their_own() -> None:
    topics = pd.concat([TOPICS, TOPICS.assign(segment="buyers")])
    words = pd.concat([WORDS, WORDS.assign(segment="buyers")])
    table = plan(topics, words, n_proposals=2)
    assert table[["segment", "rank"]].to_numpy().tolist() == [
        ["all", 1], ["all", 2], ["buyers", 1], ["buyers", 2],
    ]  # fmt: skip


def test_scaling_all_volumes_changes_no_ranking() -> None:
    columns = ["rank", "topic", "action", "verdict", "rank_low", "rank_high", "p_top"]
    for factor in (0.001, 7.0, 1e6):
        scaled = plan(TOPICS, WORDS.assign(volume=WORDS["volume"] * factor))
        pd.testing.assert_frame_equal(scaled[columns], plan(TOPICS, WORDS)[columns])


def test_inputs_are_not_changed() -> None:
    before = TOPICS.copy(), WORDS.copy()
    plan(TOPICS, WORDS)
    pd.testing.assert_frame_equal(before[0], TOPICS)
    pd.testing.assert_frame_equal(before[1], WORDS)


def test_nothing_to_propose() -> None:
    scores = score_topics(TOPICS, keywords=WORDS).iloc[:0]
    table = propose_topics(scores, topics=TOPICS, keywords=WORDS)
    assert table.empty
    assert tuple(table.columns) == PROPOSALS.names


def test_texts_of_other_scripts() -> None:
    topics = topics_of([("купить верёвку", 0), ("верёвка альпинистская", 0), ("手机壳", 1)])
    words = keywords_of(
        [("купить верёвку", 90.0), ("верёвка альпинистская", 50.0), ("手机壳", 70.0)], "volume"
    )
    table = plan(topics, words, report_language="ru")
    assert "#веревкаальпинистская" in table.loc[0, "hashtags"]
    assert table.loc[1, "hashtags"] == []  # pieces of a word are no hashtags
    assert table.loc[0, "reason"].startswith("Запросов за 28 дней: около 129 (доля")


def test_topics_of_the_brand_are_no_pages_to_create_or_share() -> None:
    pages = pd.DataFrame({"segment": "all", "page": ["https://a.example/red-rope"]})
    branded = TOPICS.assign(brand=(TOPICS["topic"] == 1).astype("boolean"))
    table = plan(branded, WORDS, pages=pages).set_index("title")
    assert table.loc["blue tent", "action"] == "explore"
    matches = matches_of([{"topic": 2, "clicks": 400.0}, {"topic": 0, "clicks": 20.0}])
    named = TOPICS.assign(brand=(TOPICS["topic"] == 2).astype("boolean"))
    assert "share" not in set(plan(named, WORDS, matches)["action"])


def test_a_handful_of_clicks_is_no_reason_to_share() -> None:
    matches = matches_of([{"topic": 2, "clicks": 20.0}, {"topic": 0, "clicks": 1.0}])
    assert "share" not in set(plan(TOPICS, WORDS, matches)["action"])


def test_the_title_is_the_segments_own_name() -> None:
    named = TOPICS.assign(segment_label=TOPICS["topic"].map({0: "rope", 1: "tent", 2: "sock"}))
    assert plan(named, WORDS)["title"].tolist() == ["rope", "tent", "sock"]


@pytest.mark.parametrize(("language", "element"), [
    ("en", "Order a rope (failed 150 of 400)"), ("ru", "Order a rope (неудачных 150 из 400)"),
])  # fmt: skip
def test_elements_that_fail_are_named_and_sized_per_28_days(language: str, element: str) -> None:
    labels = [f"thing{n}" for n in range(9)]
    words = keywords_of([(name, 100.0) for name in labels], "volume")
    rows = [
        {"topic": n, "clicks": 1000.0, "dead_clicks": 10.0, "text": name}
        for n, name in enumerate(labels)
    ] + [{"topic": 3, "clicks": 400.0, "dead_clicks": 150.0, "rage_clicks": 20.0,
          "text": "Order a rope"}]  # fmt: skip
    met = matches_of(rows).assign(period_days=56.0)
    topics = topics_of([(name, n) for n, name in enumerate(labels)])
    table = plan(topics, words, met, report_language=language)
    first = table.iloc[0]
    assert (first["topic"], first["action"], first["verdict"]) == (3, "fix", "act")
    assert (table["action"] == "fix").sum() == 1
    assert first["elements"][0] == element
    assert first["evidence"][1] == "click:c9"
    assert first["size_unit"] == "failed clicks"
    assert 50 < first["size_low"] < first["size_median"] < first["size_high"] < 100
    assert 71 < first["size_median"] < 75  # half of 160 failed less about 14 usual ones
    for name in ("size_low", "size_median", "size_high"):
        assert f"{first[name]:.0f}" in first["reason"]


def test_pages_that_cost_clicks_are_to_be_merged_and_named() -> None:
    topics, words = split_world(1, split_ratio=0.3, n_broken=4)
    table = plan(topics, words)
    merged = table[table["action"] == "consolidate"]
    assert set(merged["topic"]) == {0, 1, 2, 3}
    assert (merged["verdict"] == "act").all()
    first = merged.iloc[0]
    pages = [f"https://a.example/{first['topic']}/{n}" for n in (0, 1)]
    assert first["pages"] == pages
    assert 0 < first["size_low"] < first["size_median"] < first["size_high"]
