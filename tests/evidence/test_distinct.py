import numpy as np
import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.evidence import find_dialect
from smo.evidence.distinct import comparable_segments, distinctive_topics

N_TOPICS = 40


def world(seed: int, *, lifted: tuple[int, ...] = (), n: int = 800) -> pd.DataFrame:
    """Topics table of two segments alike but for the lifted topics of "b", thrice as wanted."""
    draw = np.random.RandomState(seed)
    share = 1 / np.arange(1, N_TOPICS + 1) ** 0.5
    parts = []
    for segment in ("a", "b"):
        wanted = share.copy()
        if segment == "b":
            wanted[list(lifted)] *= 3
        topic = draw.choice(N_TOPICS, n, p=wanted / wanted.sum())
        texts = [f"topic{t} word{w}" for t, w in zip(topic, draw.randint(0, 10**6, n), strict=True)]
        parts.append(pd.DataFrame({"segment": segment, "keyword": texts, "topic": topic}))
    rows = pd.concat(parts, ignore_index=True).drop_duplicates(["segment", "keyword"])
    return rows.assign(
        normal=rows["keyword"], pillar=0, label=rows["topic"].astype(str), pillar_label="p",
        membership=1.0,
    )  # fmt: skip


def words(topics: pd.DataFrame, by: dict[str, str] | None = None) -> pd.DataFrame:
    told = topics["segment"].map(by or {}).astype("string")
    return topics[["segment", "keyword"]].assign(impressions=10, segment_by=told)


def test_equal_segments_are_not_told_apart() -> None:
    found = []
    for seed in range(200):
        topics = world(seed)
        found.append(distinctive_topics(topics, words(topics))["distinctiveness_q"].min() <= 0.05)
    assert np.mean(found) <= 0.065


def test_what_one_segment_wants_thrice_as_much_is_found() -> None:
    shares, false = [], []
    for seed in range(50):
        topics = world(seed, lifted=(0, 3, 8))
        table = distinctive_topics(topics, words(topics)).query("segment == 'b'")
        told = table[(table["distinctiveness_q"] <= 0.05) & (table["distinctiveness"] > 0)]
        shares.append(told["topic"].isin([0, 3, 8]).sum() / 3)
        false.append((~told["topic"].isin([0, 3, 8])).sum() / max(len(told), 1))
    assert np.mean(shares) >= 0.6
    assert np.mean(false) <= 0.065


def test_impressions_and_repeated_spellings_change_nothing() -> None:
    topics = world(0, lifted=(2,))
    again = topics.assign(keyword=topics["keyword"] + " again")
    more = pd.concat([topics, again[again["segment"] == "a"]])
    heavy = words(topics).assign(impressions=np.arange(len(topics)))
    expected = distinctive_topics(topics, words(topics))
    pd.testing.assert_frame_equal(distinctive_topics(more, words(more)), expected)
    pd.testing.assert_frame_equal(distinctive_topics(topics, heavy), expected)


@pytest.mark.parametrize(
    ("by", "judged"),
    [
        ({}, ["a", "b"]),
        ({"a": "page", "b": "page"}, ["a", "b"]),
        ({"a": "keyword", "b": "keyword"}, []),
        ({"a": "page, keyword", "b": "page"}, []),
    ],
)
def test_segments_made_by_their_keywords_are_not_compared(
    by: dict[str, str], judged: list[str]
) -> None:
    topics = world(0)
    assert comparable_segments(topics, words(topics, by)) == judged
    assert sorted(distinctive_topics(topics, words(topics, by))["segment"].unique()) == judged


def test_one_segment_alone_has_no_distinctive_topics() -> None:
    topics = world(0).query("segment == 'a'")
    assert distinctive_topics(topics, words(topics)).empty


def test_scores_carry_it_and_a_lone_segment_has_none() -> None:
    topics = world(0, lifted=(1,))
    scores = smo.evidence.score_topics(topics, keywords=words(topics)).set_index(
        ["segment", "topic"]
    )
    assert scores.loc[("b", 1), "distinctiveness_q"] <= 0.05
    assert scores.loc[("b", 1), "distinctiveness"] > 0.5
    alone = topics.query("segment == 'a'")
    lone = smo.evidence.score_topics(alone, keywords=words(alone))
    assert lone["distinctiveness"].isna().all()


def spoken(pairs: dict[str, list[str]], n: int) -> pd.DataFrame:
    rows = [
        (segment, f"{word} {number}", 0)
        for segment, listed in pairs.items()
        for number in range(n)
        for word in [listed[number % len(listed)]]
    ]
    table = pd.DataFrame(rows, columns=["segment", "keyword", "topic"])
    return table.assign(
        normal=table["keyword"], pillar=0, label="x", pillar_label="p", membership=1.0
    )


def test_each_segment_has_its_word() -> None:
    topics = spoken({"buyers": ["sofa"], "readers": ["couch"], "sellers": ["sofa"]}, 30)
    found = find_dialect(topics, keywords=words(topics))
    assert found[["segment", "word"]].to_numpy().tolist() == [
        ["buyers", "sofa"],
        ["readers", "couch"],
        ["sellers", "sofa"],
    ]
    two = topics[topics["segment"] != "sellers"]
    found = find_dialect(two, keywords=words(two))
    assert found[["segment", "word"]].to_numpy().tolist() == [
        ["buyers", "sofa"],
        ["readers", "couch"],
    ]


def test_words_are_as_typed_and_forms_of_one_count_together() -> None:
    topics = spoken({"buyers": ["палатка", "палатки", "палатка"], "readers": ["тент"]}, 30)
    normal = smo.text.normal.normal_forms(topics["keyword"].tolist())
    found = find_dialect(topics.assign(normal=normal), keywords=words(topics))
    assert found["word"].tolist() == ["палатка", "тент"]
    assert found["own"].tolist() == [30.0, 30.0]


def test_same_words_are_no_dialect() -> None:
    topics = spoken({"buyers": ["sofa", "couch"], "readers": ["couch", "sofa"]}, 60)
    assert find_dialect(topics, keywords=words(topics)).empty


def test_row_order_changes_nothing() -> None:
    topics = spoken({"buyers": ["sofa"], "readers": ["couch"]}, 30)
    shuffled = topics.sample(frac=1, random_state=0)
    expected = find_dialect(topics, keywords=words(topics))
    pd.testing.assert_frame_equal(find_dialect(shuffled, keywords=words(shuffled)), expected)


def test_what_is_no_topics_table_is_refused() -> None:
    with pytest.raises(SmoError, match="find_dialect"):
        find_dialect(pd.DataFrame({"a": [1]}), keywords=pd.DataFrame())
