from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks.evidence import World, make_world
from smo.errors import SmoError
from smo.evidence import score_topics
from smo.settings import Settings
from smo.tables import SCORES
from tests.evidence.tables import keywords_of, matches_of, topics_of

SMALL = {"n_queries": 900, "n_topics": 60, "impressions": 4e5}


@pytest.fixture(scope="module")
def planted() -> World:
    return make_world(1, planted=0.2, **SMALL)


@pytest.fixture(scope="module")
def scored(planted: World) -> pd.DataFrame:
    return score_topics(planted.topics, keywords=planted.keywords)


def test_null_world_is_silent() -> None:
    acts = [
        (score_topics(w.topics, keywords=w.keywords)["verdict"] == "act").mean()
        for w in (make_world(seed, **SMALL) for seed in range(4))
    ]
    assert np.mean(acts) <= 0.01


def test_planted_world_is_found() -> None:
    power, false, covered, top = [], [], [], []
    for seed in range(4):
        world = make_world(seed, planted=0.2, n_queries=3000, n_topics=100, impressions=2e6)
        scores = score_topics(world.topics, keywords=world.keywords)
        truth = world.ratio[scores["topic"].to_numpy(dtype=int)]
        act = (scores["verdict"] == "act").to_numpy()
        power.append(act[truth < 1].mean())
        false.append(act[truth == 1].mean())
        inside = (scores["effect_low"] <= truth) & (truth <= scores["effect_high"])
        covered.append(inside.mean())
        head = scores[act].sort_values("shortfall_low", ascending=False).head(10)
        top.append((world.ratio[head["topic"].to_numpy(dtype=int)] < 1).mean())
    assert np.mean(power) > 0.75
    assert np.mean(false) <= 0.015
    assert 0.73 < np.mean(covered) < 0.87
    assert np.mean(top) >= 0.95


def test_shortfall_is_what_is_missed(planted: World, scored: pd.DataFrame) -> None:
    missed = scored["demand"] * scored["ctr_expected"] * (1 - scored["effect"])
    np.testing.assert_allclose(scored["shortfall"].astype(float), missed.astype(float))
    assert (scored["shortfall_low"] <= scored["shortfall"]).all()
    assert (scored["shortfall"] <= scored["shortfall_high"]).all()
    total = planted.keywords["clicks"].sum()
    assert scored["clicks"].sum() == total


def test_wait_says_what_would_tell(scored: pd.DataFrame) -> None:
    waits = scored["verdict"] == "wait"
    assert waits.any()
    assert (scored.loc[waits, "needed_impressions"].dropna() > 0).all()
    assert scored.loc[waits, "needed_impressions"].notna().any()
    assert scored.loc[~waits, "needed_impressions"].isna().all()


def test_q_decides(scored: pd.DataFrame) -> None:
    assert ((scored["q"] <= 0.05) == (scored["verdict"] == "act"))[scored["q"].notna()].all()
    skips = scored["verdict"] == "skip"
    assert (scored.loc[skips, "effect_low"] >= 0.9).all()


def test_no_act_where_one_query_brings_the_topic_its_typical_clicks(
    planted: World, scored: pd.DataFrame
) -> None:
    acts = scored[scored["verdict"] == "act"]
    assert (acts["ctr"] < acts["ctr_expected"]).all()
    row = acts.sort_values("q").iloc[0]
    own = planted.topics.loc[planted.topics["topic"] == row["topic"], "keyword"]
    words = planted.keywords.copy()
    loudest = words.loc[words["keyword"].isin(own), "impressions"].idxmax()
    lacks = float(row["impressions"] * row["ctr_expected"] - row["clicks"])
    words.loc[loudest, "clicks"] += np.ceil(1.2 * lacks)
    again = score_topics(planted.topics, keywords=words).set_index("topic").loc[row["topic"]]
    assert again["ctr"] >= again["ctr_expected"]
    assert again["verdict"] != "act"


def many(n: int, *, clicks: object = 1, position: object = 3.0, **more: object) -> pd.DataFrame:
    return keywords_of(
        [(f"word{i} thing{i % 12}",) for i in range(n)],
        impressions=50, clicks=clicks, position=position, source="x", period_days=28, **more,
    )  # fmt: skip


def topics_for(words: pd.DataFrame) -> pd.DataFrame:
    texts = words["keyword"].unique()
    return topics_of([(text, int(text.split("thing")[1])) for text in texts])


ZERO_OFTEN = [0, 1] * 60


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        pytest.param(many(120, clicks=[0, 2] * 60), False, id="120 clicks"),
        pytest.param(many(90, clicks=[0, 1] * 45), True, id="45 clicks"),
        pytest.param(many(120, clicks=5), True, id="cut on the outcome"),
        pytest.param(many(120, clicks=pd.NA), True, id="no clicks"),
        pytest.param(many(120, clicks=[0, 9] * 60, position=pd.NA), True, id="no positions"),
        pytest.param(many(29, clicks=50), False, id="too few rows to be cut"),
    ],
)
def test_ctr_refused(words: pd.DataFrame, refused: bool) -> None:
    scores = score_topics(topics_for(words), keywords=words)
    assert scores["effect"].isna().all() == refused
    assert (scores["verdict"] == "explore").all() or not refused
    assert (scores["demand"] > 0).all()


def test_few_topics_refused() -> None:
    words = keywords_of(
        [("a", 900, 90, 2.0), ("b", 900, 50, 3.0), ("c", 500, 0, 9.0)],
        "impressions", "clicks", "position",
    )  # fmt: skip
    scores = score_topics(topics_of([("a", 0), ("b", 1), ("c", 2)]), keywords=words)
    assert scores["effect"].isna().all()


def test_cut_source_does_not_spoil_the_whole_one() -> None:
    whole = many(120, clicks=[0, 9] * 60)
    cut = many(60, clicks=7).assign(source="cut")
    both = score_topics(topics_for(whole), keywords=pd.concat([whole, cut]))
    alone = score_topics(topics_for(whole), keywords=whole)
    np.testing.assert_allclose(both["effect"].astype(float), alone["effect"].astype(float))


def test_one_keyword() -> None:
    scores = score_topics(topics_of([("tent", 0)]), keywords=keywords_of([("tent", 9)], "volume"))
    assert scores[["verdict", "action"]].to_numpy().tolist() == [["explore", "explore"]]
    assert scores["demand_share"].tolist() == [1.0]


PAGES = pd.DataFrame({"segment": "all", "page": ["https://a.example/red-rope"], "title": "Ropes"})
CREATE_TOPICS = topics_of([("red rope", 0), ("blue tent", 1), ("old sock", 2)])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("red rope", 90), ("blue tent", 80), ("old sock", 1)],
                     ["explore", "create", "explore"], id="wanted and unserved"),
    ],
)  # fmt: skip
def test_create_by_volume(rows: list[tuple[str, float]], expected: list[str]) -> None:
    scores = score_topics(CREATE_TOPICS, keywords=keywords_of(rows, "volume"), pages=PAGES)
    assert scores["action"].tolist() == expected
    assert scores["pages"].tolist() == [1, 0, 0]
    assert (scores["verdict"] == "suggest").tolist() == [a == "create" for a in expected]


@pytest.mark.parametrize(("position", "action"), [(30.0, "create"), (4.0, "explore")])
def test_first_page_of_results_is_served_by_some_page(position: float, action: str) -> None:
    words = keywords_of(
        [("red rope", 90, 1, 2.0), ("blue tent", 80, 1, position), ("old sock", 1, 0, 50.0)],
        "impressions", "clicks", "position",
    )  # fmt: skip
    scores = score_topics(CREATE_TOPICS, keywords=words, pages=PAGES)
    assert scores["action"].tolist()[1] == action


@pytest.mark.parametrize(("position", "action"), [(30.0, "create"), (10.0, "explore")])
@pytest.mark.parametrize("count", ["impressions", "volume"])
def test_a_rank_without_clicks_counts_as_well(count: str, position: float, action: str) -> None:
    words = keywords_of(
        [("red rope", 90, 2.0), ("blue tent", 80, position), ("old sock", 1, 50.0)],
        count, "position",
    )  # fmt: skip
    scores = score_topics(CREATE_TOPICS, keywords=words, pages=PAGES)
    assert scores["action"].tolist()[1] == action


def test_one_bad_rank_does_not_hide_that_a_topic_ranks_well() -> None:
    topics = topics_of([("red rope", 0), ("blue tent", 1), ("tents", 1), ("old sock", 2)])
    words = keywords_of(
        [("red rope", 90, 2.0), ("blue tent", 80, 3.0), ("tents", 1, 90.0), ("old sock", 1, 50.0)],
        "volume", "position",
    )  # fmt: skip
    assert score_topics(topics, keywords=words, pages=PAGES)["action"].tolist()[1] == "explore"


def test_nothing_is_created_where_no_pages_are_known() -> None:
    words = keywords_of([("red rope", 90), ("blue tent", 80), ("old sock", 1)], "volume")
    scores = score_topics(CREATE_TOPICS, keywords=words)
    assert scores["pages"].isna().all()
    assert (scores["action"] == "explore").all()


def test_queries_with_pages_tell_what_serves() -> None:
    words = keywords_of(
        [("red rope", 9, "/a"), ("red rope", 5, "/b"), ("blue tent", 5, "/b"),
         ("old sock", 1, "/c")],
        "impressions", "page",
    )  # fmt: skip
    assert score_topics(CREATE_TOPICS, keywords=words)["pages"].tolist() == [2, 1, 1]


def test_share_is_suggested_where_people_click_and_do_not_search() -> None:
    words = keywords_of([("red rope", 900), ("blue tent", 800), ("old sock", 5)], "volume")
    matches = matches_of([{"topic": 2, "clicks": 400.0}, {"topic": 0, "clicks": 20.0}])
    scores = score_topics(CREATE_TOPICS, keywords=words, matches=matches)
    assert scores["action"].tolist() == ["explore", "explore", "share"]
    assert scores["corner"].tolist() == [
        "wanted, not clicked", "not on this map", "clicked, not searched",
    ]  # fmt: skip


def _strays(topics: pd.DataFrame, topic: int, *, known: bool) -> pd.DataFrame:
    """The topics, one of them of a keyword that shares nothing with it, or placed unseen."""
    stray = topics["topic"] == topic
    return topics.assign(
        membership=topics["membership"].where(~stray, 0.0),
        stability=pd.Series(0.8, index=topics.index).where(~stray | known),
    )


@pytest.mark.parametrize("known", [True, False])
def test_a_topic_of_strays_is_neither_created_nor_shared(known: bool) -> None:
    words = keywords_of([("red rope", 900), ("blue tent", 800), ("old sock", 5)], "volume")
    made = score_topics(_strays(CREATE_TOPICS, 1, known=known), keywords=words, pages=PAGES)
    assert made["action"].tolist()[1] == ("explore" if known else "create")
    matches = matches_of([{"topic": 2, "clicks": 400.0}, {"topic": 0, "clicks": 20.0}])
    topics = _strays(CREATE_TOPICS, 2, known=known)
    shared = score_topics(topics, keywords=words, matches=matches)
    assert shared["action"].tolist()[2] == ("explore" if known else "share")


@pytest.mark.parametrize("known", [True, False])
def test_a_topic_of_strays_is_not_improved(planted: World, known: bool) -> None:
    plain = score_topics(planted.topics, keywords=planted.keywords)
    worst = int(plain.loc[plain["verdict"] == "act", "topic"].iloc[0])
    topics = _strays(planted.topics, worst, known=known)
    row = score_topics(topics, keywords=planted.keywords).set_index("topic").loc[worst]
    expected = ("explore", "explore") if known else ("improve", "act")
    assert (row["action"], row["verdict"]) == expected


def test_same_columns_in_the_tables_order(scored: pd.DataFrame) -> None:
    assert tuple(scored.columns) == SCORES.names
    assert scored[["segment", "topic"]].equals(
        scored[["segment", "topic"]].sort_values(["segment", "topic"])
    )


def test_no_topics_no_scores() -> None:
    empty = topics_of([("a", 0)]).iloc[:0]
    assert score_topics(empty, keywords=keywords_of([("a", 1)], "volume")).empty


def test_bad_table_is_named() -> None:
    with pytest.raises(SmoError, match="score_topics: the topics table has no column 'segment'"):
        score_topics(pd.DataFrame({"keyword": ["a"]}), keywords=keywords_of([("a", 1)], "volume"))


def test_interval_setting_is_used(planted: World, scored: pd.DataFrame) -> None:
    wide = score_topics(planted.topics, keywords=planted.keywords, settings=Settings(interval=0.95))
    assert (wide["effect_high"] > scored["effect_high"]).all()
