"""Replay on histories with known truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table, empty_table, key_hash
from smo.errors import SmoError
from smo.evaluate import backtest, replay_topics, summarize
from smo.evaluate.predictive import DRIFTS, drift_chances, inside_share
from smo.evaluate.replay import REPLAY, Replay
from smo.evaluate.windows import find_cuts
from smo.settings import Settings
from smo.tables import CLICKS
from smo.topics import KeywordClusterer, fit_topics, place_later
from tests.evaluate.histories import history, tables


def replay(
    rows: pd.DataFrame, *, cuts: int = 1, clicks: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Replay rows with the topics given, so that only what comes after the topics is tested."""
    topics, words = tables(rows)
    taps = empty_table(CLICKS) if clicks is None else clicks
    machine = Replay(words, taps, 28, Settings())
    days = words["date"].min(), words["date"].max()
    parts = [
        machine.compare(cut, topics, topics) for cut in find_cuts(*days, cuts=cuts, horizon=28)
    ]
    return check_table(pd.concat(parts), REPLAY, caller="test")


@pytest.fixture(scope="module")
def many() -> list[pd.DataFrame]:
    return [replay(history(seed)) for seed in range(17)]


def test_clicks_of_the_next_window_are_covered(many: list[pd.DataFrame]) -> None:
    told = pd.concat(many)
    assert len(told) > 1_000
    assert 0.77 <= told["inside"].mean() <= 0.83
    plain = (told["clicks"] >= told["clicks_low"]) & (told["clicks"] <= told["clicks_high"])
    assert 0.77 <= plain.mean() <= 0.83
    assert 0.97 < told["clicks"].sum() / told["expected"].sum() < 1.03
    weak = told[told["topic"] < 12]
    assert 0.74 <= weak["inside"].mean() <= 0.86  # 204 of them: two standard errors


def test_the_plan_finds_what_is_missed_later(many: list[pd.DataFrame]) -> None:
    """Means over five histories, the plan against four lists."""
    found = pd.concat([summarize(rows) for rows in many[:5]])
    whole = found[found["cut"].isna() & (found["target"] == "shortfall")]
    mean = whole.groupby(["measure", "ranking"])["value"].mean()
    for measure, most in (("spearman", 0.85), ("precision_at_10", 0.75)):
        told = mean[measure]
        assert told["middle"] > most
        assert told["middle"] > told["last"] - 0.01
        assert told["plan"] > told[["impressions", "raw_loss", "random"]].max()
    assert mean["spearman"]["random"] == 0


def test_a_shortfall_is_found_before_it_is_mended_and_gone_after() -> None:
    rows = pd.concat([replay(history(seed, mended=112)) for seed in range(6)])
    own = rows[rows["topic"] == 0]
    assert (own["shortfall_low"] > 0).all()
    assert own["shortfall_later"].abs().median() < 0.35 * own["shortfall"].median()
    assert (own["clicks"] > own["clicks_high"]).all()


def test_topics_are_fitted_before_the_cut_and_later_keywords_are_placed() -> None:
    words = ["rope", "tent", "stove", "boots", "lamp", "mug", "map", "knife", "sock", "hat", "axe"]
    rows = history(3, n_topics=11, n_queries=6, days=84, weak=0.0)
    names = rows["keyword"].str.extract(r"topic(\d+) query(\d+)").astype(int)
    rows["keyword"] = [f"{words[t]} {chr(97 + q % 6) * 3}" for t, q in names.to_numpy()]
    rows = rows.groupby(["segment", "keyword", "date"], as_index=False).agg(
        {"impressions": "sum", "clicks": "sum", "position": "mean"}
    )
    late = rows.tail(1).assign(keyword="lamp zzzz", date=rows["date"].max())
    given = pd.concat([rows, late], ignore_index=True)
    found = replay_topics(given, cuts=1)
    again = replay_topics(given.sample(frac=1, random_state=1), cuts=1)
    pd.testing.assert_frame_equal(found, again)
    assert found["demand_later"].sum() == pytest.approx(
        given.loc[given["date"] >= found["cut"].iloc[0], "impressions"].sum()
    )
    assert found["code"].unique().tolist() == ["ctr_judged"]


def test_later_keywords_join_the_topics_they_fit() -> None:
    texts = ["red rope", "rope bag", "long rope", "big tent", "tent pole", "tent for two"]
    early = pd.DataFrame({"segment": "a", "keyword": texts, "impressions": [9, 8, 7, 3, 2, 1]})
    found = fit_topics(early, clusterer=KeywordClusterer(2))
    late = pd.DataFrame(
        {"segment": "b", "keyword": ["tents", "ropes red", "rope kit"], "volume": 1}
    )
    placed = place_later(found, late).set_index("keyword")["topic"].to_dict()
    own = found.topics.set_index("keyword")["topic"]
    rope, tent = own["red rope"], own["big tent"]
    assert placed == {"tents": tent, "ropes red": rope, "rope kit": rope}


def test_clicks_on_the_map_are_replayed() -> None:
    rows = history(1, n_topics=12, days=112)
    days = pd.Series(rows["date"].unique())
    taps = pd.concat(
        pd.DataFrame(
            {
                "segment": "all", "page": "https://a.example/", "kind": "element", "date": day,
                "element": [f"e{i}" for i in range(12)],
                "text": [f"topic{i}" for i in range(12)],
                "clicks": [10 * (i + 1) for i in range(12)],
            }
        )
        for day in days
    )  # fmt: skip
    table = check_table(taps, CLICKS, caller="test")
    table["click_id"] = key_hash(table, list(CLICKS.key))
    found = replay(rows, clicks=table)
    known = found[found["map_clicks"] > 0]
    assert len(known) > 0
    assert known["map_clicks"].corr(known["map_clicks_later"]) > 0.99


def weekly(**columns: object) -> pd.DataFrame:
    days = pd.date_range("2025-01-01", periods=120)
    return pd.DataFrame(
        {"segment": "all", "keyword": ["red rope", "big tent"] * 60, "date": days,
         "impressions": 30.0} | columns
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "wrong", "match"),
    [
        (weekly(date=pd.NaT), {}, "120 of 120 rows have no date"),
        (weekly(impressions=float("nan"), volume=9), {}, "no impressions"),
        (weekly(), {"cuts": 5}, "5 cuts of 28 days need 171 days; the keywords cover 120"),
        (
            weekly(date=pd.date_range("2025-06-01", periods=120)),
            {"cuts": 1},
            "another way on 2025-09-12",
        ),
        (weekly(), {"cuts": 0}, "'cuts' must be a whole number >= 1"),
        (weekly(), {"horizon": 3}, "'horizon' must be a whole number >= 7"),
        (weekly(), {"settings": 3}, "must be smo.Settings"),
        (
            weekly(),
            {"clicks": pd.DataFrame({"segment": ["a"], "page": "p", "element": "e",
                                     "kind": "link", "clicks": 1})},
            "1 of 1 rows have no date",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_replayed_is_refused(
    words: pd.DataFrame, wrong: dict[str, object], match: str
) -> None:
    with pytest.raises(SmoError, match=match):
        backtest(words, **wrong)  # type: ignore[arg-type]


def test_an_export_cut_on_the_outcome_gets_demand_and_rank_only() -> None:
    rows = history(2, n_topics=15, days=112)
    cut = rows[rows["clicks"] > 0]
    found = summarize(replay(cut))
    refused = found[found["measure"] == "refused"]
    assert refused["note"].str.contains("cut on the outcome").all()
    assert sorted(found.loc[found["measure"] == "spearman", "target"].unique()) == [
        "demand", "position",
    ]  # fmt: skip


@pytest.mark.parametrize("mean", [0.1, 0.7, 3.0, 40.0])
def test_the_share_inside_is_fair_to_counts(mean: float) -> None:
    draw = np.random.default_rng(0)
    draws = draw.poisson(mean, (4_000, 1)).astype(float)
    shares = [inside_share(draws, np.array([c]), 0.8)[0] for c in draw.poisson(mean, 4_000)]
    assert np.mean(shares) == pytest.approx(0.8, abs=0.02)


def test_the_drift_is_doubted_where_windows_tell_little() -> None:
    """Many topics that move by a fifth tell it; two that happen to sit still rule little out."""
    draw = np.random.default_rng(0)
    rate = 200.0 * draw.gamma(25.0, 1 / 25.0, 300)
    many = pd.DataFrame({"clicks": draw.poisson(rate), "expected": 200.0, "variance": 200.0})
    chances = drift_chances([many.assign(spread=200.0**2)])
    assert (DRIFTS * chances).sum() == pytest.approx(0.2, abs=0.02)
    few = pd.DataFrame({"clicks": [200.0, 200.0], "expected": 200.0, "variance": 200.0})
    doubt = drift_chances([few.assign(spread=200.0**2)])
    assert doubt.argmax() == 0
    assert doubt[DRIFTS >= 0.1].sum() > 0.1
    assert drift_chances([]).tolist() == (DRIFTS == 0).tolist()


def test_the_plan_is_measured_by_its_own_order() -> None:
    """Places follow the plan: what it calls missed first, what it leaves out last together."""
    rows = replay(history(0))
    first = rows.nsmallest(5, "place")
    assert first["place"].tolist() == [1, 2, 3, 4, 5]
    assert (first["shortfall_low"] > 0).all()
    last = rows[rows["place"] == rows["place"].max()]
    assert len(last) > 1
    assert last["shortfall_low"].max() <= rows["shortfall_low"].max() / 4
