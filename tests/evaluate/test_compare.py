"""Plans a month apart: what became of planted topics, and exact parts of each change."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo
from smo.errors import SmoError
from smo.evaluate import compare_plans
from smo.evaluate.changes import split_change
from smo.evaluate.lineage import Step, find_steps
from smo.topics import KeywordClusterer

N = 20
TURNOVER, STRAYS = 0.2, 0.05
WORDS = ["rope", "tent", "stove", "boots", "lamp", "mug", "map", "knife"]


def planted(seed: int) -> tuple[pd.DataFrame, pd.DataFrame, set[Step]]:
    """Two months of 20 topics: one split, two merged, one born, one dead; a fifth of the
    keywords change, a twentieth of the rest strays to other topics, demand is Zipf's."""
    draw = np.random.default_rng(seed)
    sizes = draw.integers(12, 40, N)
    topic = np.repeat(np.arange(N), sizes)
    weight = np.sqrt(draw.zipf(2.0, len(topic)).clip(max=300))  # as `compare_plans` weighs demand
    names = np.array([f"t{t} q{i}" for i, t in enumerate(topic)])
    before = pd.DataFrame({"normal": names, "topic": topic, "weight": weight})
    after = before.copy()
    place = after["weight"].rank(method="first").to_numpy() % 2
    after.loc[(after["topic"] == 0) & (place == 1), "topic"] = 100
    after.loc[after["topic"] == 2, "topic"] = 1
    after = after[after["topic"] != 3]
    strays = draw.random(len(after)) < STRAYS
    after.loc[strays, "topic"] = draw.choice(after["topic"].unique(), int(strays.sum()))
    new = draw.random(len(after)) < TURNOVER
    after.loc[new, "normal"] = after.loc[new, "normal"] + " new"
    after["weight"] = after["weight"] * draw.lognormal(0.0, 0.3, len(after))
    born = pd.DataFrame({"normal": [f"b{i}" for i in range(20)], "topic": 200, "weight": 3.0})
    number = {old: new for new, old in enumerate(draw.permutation([*range(N), 100, 200]))}
    after = pd.concat([after, born], ignore_index=True)
    after["topic"] = after["topic"].map(number)
    truth = {
        Step("split", 0, number[0]), Step("split", 0, number[100]),
        Step("merged", 1, number[1]), Step("merged", 2, number[1]),
        Step("died", 3, -1), Step("born", -1, number[200]),
    }  # fmt: skip
    return before, after, truth | {Step("same", t, number[t]) for t in range(4, N)}


def test_planted_changes_are_recognized() -> None:
    """Each kind in nine of ten of 100 seeds, the topics that stayed too."""
    hits: dict[str, list[bool]] = {}
    for seed in range(100):
        before, after, truth = planted(seed)
        found = set(find_steps(before, after))
        for status in ("split", "merged", "born", "died", "same"):
            want = {step for step in truth if step.status == status}
            hits.setdefault(status, []).extend(
                [step in found for step in want] if status == "same" else [want <= found]
            )
    rates = {status: np.mean(found) for status, found in hits.items()}
    assert min(rates.values()) >= 0.9, rates


def test_every_topic_stands_in_a_step_whatever_the_order() -> None:
    before, after, _ = planted(7)
    found = find_steps(before, after)
    assert {s.before for s in found} - {-1} == set(before["topic"])
    assert {s.after for s in found} - {-1} == set(after["topic"])
    assert found == find_steps(before.sample(frac=1, random_state=1), after.iloc[::-1])


@given(st.lists(st.tuples(*[st.floats(0, 1e4)] * 6), min_size=1, max_size=5))
@settings(deadline=None, max_examples=50)
def test_parts_are_exact(rows: list[tuple[float, ...]]) -> None:
    values = np.array(rows)
    before, after = values[:, :3], values[:, 3:]
    parts = split_change(before, after)
    change = after.prod(axis=1) - before.prod(axis=1)
    assert parts.sum(axis=1) == pytest.approx(change, rel=1e-9, abs=1e-3)
    same = np.where(before == after, parts, 0.0)
    assert np.all(same == 0.0)


def site(*, demand: float = 1.0, snippet: float = 1.0, rank: float = 1.0) -> pd.DataFrame:
    """Searches of eight topics; the first changed."""
    draw = np.random.default_rng(5)
    topic = np.repeat(np.arange(len(WORDS)), 12)
    kinds = [f"{w} {chr(97 + i) * 3}" for w in WORDS for i in range(12)]
    place = np.exp(draw.uniform(0.8, 2.5, len(topic)))
    shown = draw.lognormal(6.5, 0.5, len(topic)).round()
    shown = np.where(np.arange(len(topic)) % 12 == 11, 2.0, shown)  # some get no click
    place = np.where(topic == 0, place * rank, place)
    shown = np.where(topic == 0, shown * demand, shown)
    clicks = shown * 0.3 / place * np.where(topic == 0, snippet, 1.0)
    return pd.DataFrame(
        {"segment": "all", "keyword": kinds, "impressions": shown, "clicks": clicks.round(),
         "position": place, "period_days": 28}
    )  # fmt: skip


def plan(words: pd.DataFrame, **more: object) -> smo.TopicPlan:
    clusterer = KeywordClusterer(len(WORDS))
    settings_ = smo.Settings(null_worlds=0)
    return smo.analyze(words, clusterer=clusterer, settings=settings_, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def base() -> smo.TopicPlan:
    return plan(site())


@pytest.mark.parametrize(
    ("changed", "part"),
    [({"demand": 2.0}, "demand"), ({"snippet": 0.5}, "snippet"), ({"rank": 1.6}, "rank")],
)
def test_the_cause_of_a_change_is_named(
    base: smo.TopicPlan, changed: dict[str, float], part: str
) -> None:
    found = compare_plans(base, plan(site(**changed)))
    assert found["status"].unique().tolist() == ["same"]
    first = found.iloc[0]
    assert "rope" in first["label_after"]
    parts = {name: first[f"clicks_{name}"] for name in ("demand", "snippet", "rank")}
    assert sum(parts.values()) == pytest.approx(first["clicks_change"], rel=1e-9)
    assert abs(parts.pop(part)) > 3 * max(abs(rest) for rest in parts.values())
    rest = found.iloc[1:]
    assert rest["clicks_change"].abs().max() < 1e-6
    assert (rest["demand_change_low"] < 0).all()
    assert (rest["demand_change_high"] > 0).all()


def test_sums_are_those_of_the_plans(base: smo.TopicPlan) -> None:
    words = site(demand=3.0)
    gone, new = words["keyword"].str.contains("mug"), words["keyword"].str.contains("map")
    after = words[~gone].assign(
        keyword=words["keyword"].where(~new, words["keyword"].str.replace("map", "globe"))
    )
    found = compare_plans(base, plan(after))
    assert found["demand_before"].sum() == pytest.approx(site()["impressions"].sum())
    assert found["demand_after"].sum() == pytest.approx(after["impressions"].sum())
    assert found["clicks_after"].sum() == pytest.approx(after["clicks"].sum())
    assert "died" in found["status"].to_numpy()
    born = found[found["status"] == "born"]
    assert born["label_after"].str.contains("globe").all()
    assert (born["clicks_demand"] == born["clicks_change"]).all()


def test_ids_are_kept(base: smo.TopicPlan) -> None:
    changed = site()
    changed["impressions"] = changed["impressions"].to_numpy()[::-1]
    changed["clicks"] = np.minimum(changed["clicks"], changed["impressions"])
    free, kept = plan(changed), plan(changed, previous=base)
    old = base.topics.set_index("keyword")["topic"]
    assert (free.topics.set_index("keyword")["topic"].sort_index() != old.sort_index()).any()
    pd.testing.assert_series_equal(
        kept.topics.set_index("keyword")["topic"].sort_index(), old.sort_index()
    )
    more = pd.concat([changed, changed.head(12).assign(
        keyword=[f"sled {chr(97 + i) * 3}" for i in range(12)])])  # fmt: skip
    grown = smo.analyze(more, clusterer=KeywordClusterer(9), previous=base)
    ids = grown.topics.set_index("keyword")["topic"]
    assert set(ids[ids.index.str.startswith("sled")]) == {8}
    assert set(grown.scores["topic"]) == set(range(9))


def test_plans_of_other_segments_are_refused(base: smo.TopicPlan) -> None:
    words = pd.DataFrame({"segment": "elsewhere", "keyword": ["rope"], "impressions": [5]})
    other = smo.analyze(words, settings=smo.Settings(null_worlds=0))
    with pytest.raises(SmoError, match=r"no segment is in both plans: .* elsewhere after"):
        compare_plans(base, other)


def test_what_is_no_plan_is_refused(base: smo.TopicPlan) -> None:
    with pytest.raises(SmoError, match="'after' must be a TopicPlan; got DataFrame"):
        compare_plans(base, base.topics)  # type: ignore[arg-type]
    with pytest.raises(SmoError, match="'previous' must be a TopicPlan; got str"):
        smo.analyze(site(), previous="plan")  # type: ignore[arg-type]
