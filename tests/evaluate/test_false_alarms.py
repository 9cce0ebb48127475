import numpy as np
import pandas as pd
import pytest

import smo
from smo.checks import check_table
from smo.errors import SmoError
from smo.evaluate import FalseAlarms, SegmentAlarms, false_alarm_rate
from smo.evidence.failing import failure_rows, null_failures
from smo.evidence.false_alarms import simulate_nulls
from smo.settings import Settings
from smo.tables import KEYWORDS, MATCHES, TOPICS
from smo.topics import KeywordClusterer
from tests.evidence import test_failing, test_splits
from tests.evidence.tables import topics_of

N_TOPICS, N_QUERIES = 20, 15


def searches(seed: int, *, weak: int = 0, segments: tuple[str, ...] = ("all",)) -> pd.DataFrame:
    """Queries of a site whose first `weak` topics get 0.4 of the clicks of the others."""
    draw = np.random.RandomState(seed)
    parts = []
    for segment in segments:
        topic = np.repeat(np.arange(N_TOPICS), N_QUERIES)
        shown = draw.randint(50, 3_000, len(topic))
        position = draw.uniform(1, 12, len(topic)).round(2)
        mean = 0.35 / position * np.where(topic < weak, 0.4, 1.0)
        chance = draw.beta(40 * mean, 40 * (1 - mean))
        parts.append(
            pd.DataFrame(
                {
                    "segment": segment,
                    "keyword": [f"topic{t} query{i}" for i, t in enumerate(topic)],
                    "topic": topic,
                    "impressions": shown,
                    "clicks": draw.binomial(shown, chance),
                    "position": position,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def tables(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    topics = rows[["segment", "keyword", "topic"]].assign(
        normal=rows["keyword"], pillar=0, label=rows["topic"].astype(str), pillar_label="p",
        membership=1.0,
    )  # fmt: skip
    return (
        check_table(topics, TOPICS, caller="test"),
        check_table(rows.drop(columns="topic"), KEYWORDS, caller="test"),
    )


@pytest.mark.parametrize("weak", [0, 4])
def test_the_rule_is_silent_where_nothing_is_wrong(weak: int) -> None:
    """Even where the data it learns from hold broken topics, the worlds hold none."""
    found = [
        part
        for seed in range(5)
        for part in simulate_nulls(
            *tables(searches(seed, weak=weak)), n_worlds=20, settings=Settings()
        )
    ]
    tested = sum(part.tested for part in found)
    assert tested > 1_500
    assert sum(part.act for part in found) <= 0.01 * tested
    assert np.mean([part.claimed for part in found]) <= 0.001


def test_a_careless_rate_shows() -> None:
    """With half of the discoveries allowed to be false, false alarms are seen."""
    strict, loose = (
        simulate_nulls(*tables(searches(0)), n_worlds=20, settings=Settings(fdr=fdr))[0]
        for fdr in (0.05, 0.9)
    )
    assert loose.act > 10 * max(strict.act, 1)
    assert 0 < loose.worlds_with_act <= 20
    assert loose.claimed > 0


def merging(seed: int, *, n_worlds: int, **planted: float) -> SegmentAlarms:
    """False alarms of `consolidate` for a site where several pages share queries."""
    topics, words = test_splits.world(seed, **planted)  # type: ignore[arg-type]
    found = simulate_nulls(
        check_table(topics, TOPICS, caller="test"),
        check_table(words, KEYWORDS, caller="test"),
        n_worlds=n_worlds,
        settings=Settings(),
    )
    assert [part.action for part in found] == ["improve", "consolidate"]
    return found[1]


def fixing(seed: int, *, fdr: float = 0.05, worse: float = 1.0, n_broken: int = 0) -> SegmentAlarms:
    """False alarms of `fix` for a map whose first topics fail more often."""
    n = test_failing.N_TOPICS
    topics = topics_of([(f"word{i}", i) for i in range(n)])
    words = topics[["segment", "keyword"]].assign(volume=10)
    (found,) = simulate_nulls(
        check_table(topics, TOPICS, caller="test"),
        check_table(words, KEYWORDS, caller="test"),
        n_worlds=10,
        settings=Settings(fdr=fdr),
        matches=check_table(test_failing.world(seed, worse, n_broken), MATCHES, caller="test"),
    )
    assert found.action == "fix"
    return found


@pytest.mark.parametrize("planted", [{}, {"split_ratio": 0.4, "n_broken": 5}])
def test_merging_is_not_said_where_no_split_costs(planted: dict[str, float]) -> None:
    """Even where in the data it learns from splits do cost."""
    found = [merging(seed, n_worlds=5, **planted) for seed in range(2)]
    assert sum(part.tested for part in found) > 350
    assert sum(part.act for part in found) <= 0.01 * sum(part.tested for part in found)


@pytest.mark.parametrize("planted", [{}, {"worse": 4.0, "n_broken": 12}])
def test_repair_is_not_said_where_all_fail_alike(planted: dict[str, float]) -> None:
    """Even where in the data it learns from some elements fail more often."""
    found = [fixing(seed, **planted) for seed in range(2)]  # type: ignore[arg-type]
    assert sum(part.tested for part in found) > 800
    assert sum(part.act for part in found) <= 0.01 * sum(part.tested for part in found)
    assert np.mean([part.claimed for part in found]) <= 0.001


def test_a_careless_rate_of_repair_shows() -> None:
    assert fixing(0, fdr=0.9).act > 10


def test_the_worlds_of_clicks_fail_as_often_as_the_map() -> None:
    """The base the worlds are drawn from is that of the elements, by device."""
    rows = check_table(test_failing.world(3), MATCHES, caller="test")
    topics = check_table(topics_of([(f"word{i}", i) for i in range(60)]), TOPICS, caller="test")
    (table,) = failure_rows(rows, topics)
    usual, kappa = null_failures(table)
    by_device = pd.Series(usual).groupby(table["device"].to_numpy()).agg(["min", "max"])
    assert np.allclose(by_device["min"], by_device["max"])
    assert by_device.loc["desktop", "min"] == pytest.approx(
        test_failing.BASE, rel=0.17
    )  # three standard errors
    assert by_device.loc["mobile", "min"] == pytest.approx(
        2 * test_failing.BASE, rel=0.17
    )  # three standard errors
    assert 0.5 * test_failing.KAPPA < kappa < 2 * test_failing.KAPPA


def test_counts_are_those_of_worlds_and_topics() -> None:
    topics, words = tables(searches(1, segments=("a", "b")))
    found = simulate_nulls(topics, words, n_worlds=3, settings=Settings())
    assert [part.segment for part in found] == ["a", "b"]
    assert all(0 < part.tested <= 3 * N_TOPICS for part in found)
    assert all(part.rate == part.act / part.tested for part in found)


def test_order_of_rows_changes_nothing_and_the_seed_something() -> None:
    rows = searches(2)
    shuffled = rows.sample(frac=1, random_state=0)
    loose = Settings(fdr=0.9)
    one = simulate_nulls(*tables(rows), n_worlds=3, settings=loose)
    assert simulate_nulls(*tables(shuffled), n_worlds=3, settings=loose) == one
    other = Settings(fdr=0.9, random_state=1)
    assert simulate_nulls(*tables(rows), n_worlds=3, settings=other) != one


def test_nothing_is_simulated_where_nothing_is_judged_or_wished() -> None:
    rows = searches(3).assign(clicks=0)
    assert simulate_nulls(*tables(rows), n_worlds=5, settings=Settings()) == []
    assert simulate_nulls(*tables(searches(3)), n_worlds=0, settings=Settings()) == []


@pytest.fixture(scope="module")
def plan() -> smo.TopicPlan:
    rows = searches(4).drop(columns="topic")
    return smo.analyze(rows, clusterer=KeywordClusterer(N_TOPICS), settings=Settings(null_worlds=2))


def test_a_plan_says_it_first(plan: smo.TopicPlan) -> None:
    told = plan.diagnostics.set_index("code").loc["false_alarms"]
    again = false_alarm_rate(plan, n_worlds=2)
    assert told["value"] == pytest.approx(again.rate)
    assert f"{again.act} of {again.tested} topics in 2 worlds" in told["message"]
    assert "Tests that say act where nothing is wrong" in plan.to_markdown()


def test_rate_of_several_segments_is_that_of_all_tests() -> None:
    parts = (SegmentAlarms("a", 2, 10, 1, 1, 0.0), SegmentAlarms("b", 2, 30, 0, 0, 0.0))
    assert FalseAlarms(parts).rate == pytest.approx(1 / 40)
    assert np.isnan(FalseAlarms(()).rate)


@pytest.mark.parametrize("n_worlds", [0, -1, 2.5, True, "20"])
def test_a_wrong_number_is_refused(plan: smo.TopicPlan, n_worlds: object) -> None:
    with pytest.raises(SmoError, match="'n_worlds' must be a whole number >= 1"):
        false_alarm_rate(plan, n_worlds=n_worlds)  # type: ignore[arg-type]


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(SmoError, match="'plan' must be a TopicPlan; got str"):
        false_alarm_rate("plan")  # type: ignore[arg-type]
