"""The benchmark's measures, on plans whose quality is known."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from smo.datasets import World, WorldShape, make_null_world, make_world

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "planted.py"
SMALL = WorldShape(segments=("buyers", "russian"), n_topics=7, keywords_per_topic=20)
TOPIC = ["segment", "topic"]


@dataclass(frozen=True)
class KnownPlan:
    """The tables of a plan that the measures look at."""

    topics: pd.DataFrame
    scores: pd.DataFrame
    proposals: pd.DataFrame
    matches: pd.DataFrame


@pytest.fixture(scope="module")
def planted() -> ModuleType:
    spec = importlib.util.spec_from_file_location("planted", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(seed=5, shape=SMALL)


def _perfect(world: World) -> KnownPlan:
    """Return the plan of somebody who knows the truth."""
    names = sorted({*world.truth.topics["topic"], "brand"})
    ids = {name: number for number, name in enumerate(names)}
    words = world.truth.keywords
    scores = world.truth.topics.assign(
        label=world.truth.topics["topic"],
        topic=world.truth.topics["topic"].map(ids),
        verdict=world.truth.topics["broken"].map({True: "act", False: "skip"}),
    ).sort_values(["segment", "missed_clicks"], ascending=[True, False])
    proposals = scores.assign(rank=scores.groupby("segment").cumcount() + 1)
    elements = world.truth.elements.assign(clicks=world.clicks["clicks"])
    return KnownPlan(
        topics=words.assign(topic=words["topic"].map(ids)),
        scores=scores,
        proposals=proposals,
        matches=elements.assign(topic=elements["topic"].map(ids).astype("Int64")),
    )


def _use(plan: KnownPlan, planted: ModuleType, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(planted, "analyzed", lambda _: plan)


def test_a_perfect_plan_is_called_perfect(
    world: World, planted: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(_perfect(world), planted, monkeypatch)
    rows = pd.DataFrame(planted.segment_rows(world))
    assert rows["segment"].tolist() == ["buyers", "russian"]
    assert rows["broken"].eq(2).all()
    assert rows["precision_at_5"].eq(0.4).all()  # two of five can be right
    assert rows["true_acts"].eq(2).all()
    assert rows["acts"].eq(2).all()
    assert (rows["found_broken"] == rows["served_broken"]).all()
    assert rows["served_broken"].between(1, 2).all()
    assert (rows["right"] == rows["map_clicks"]).all()
    assert rows["ami"].eq(1).all()


def test_a_wrong_plan_is_called_wrong(
    world: World, planted: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = _perfect(world)
    wrong = plan.proposals.assign(
        verdict=plan.proposals["verdict"].map({"act": "skip", "skip": "act"}),
        rank=-plan.proposals["rank"],
    )
    nobody = plan.matches.assign(topic=pd.array([pd.NA] * len(plan.matches), dtype="Int64"))
    plan = KnownPlan(plan.topics, plan.scores, wrong, nobody)
    _use(plan, planted, monkeypatch)
    rows = pd.DataFrame(planted.segment_rows(world))
    assert rows["precision_at_5"].eq(0).all()
    assert rows["true_acts"].eq(0).all()
    assert rows["acts"].eq(5).all()
    assert rows["found_broken"].eq(0).all()
    assert rows["map_clicks"].gt(0).all()
    assert rows["attributed"].eq(0).all()
    assert rows["right"].eq(0).all()


def test_false_acts_of_a_null_world_are_counted(
    planted: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    null = make_null_world(seed=5, shape=SMALL)
    plan = _perfect(null)
    _use(plan, planted, monkeypatch)
    assert planted.null_row(null) == {"seed": 5, "topics": 14, "acts": 0, "labels": []}
    scores = plan.scores.assign(verdict="act")
    loud = KnownPlan(plan.topics, scores, plan.proposals, plan.matches)
    _use(loud, planted, monkeypatch)
    assert planted.null_row(null)["acts"] == 14


def test_a_found_topic_stands_for_most_of_its_demand(world: World, planted: ModuleType) -> None:
    plan = _perfect(world)
    merged = plan.topics.assign(topic=0)
    truth = planted.true_topics(KnownPlan(merged, plan.scores, plan.proposals, plan.matches), world)
    shown = world.keywords.assign(topic=world.truth.keywords["topic"])
    sums = shown.groupby(TOPIC)["impressions"].sum()
    for segment in world.shape.segments:
        assert truth[(segment, 0)] == sums[segment].idxmax()


def test_two_seeds_through_the_pipeline(planted: ModuleType) -> None:
    # Bounds are set well below what 20 seeds show: two seeds prove that the parts fit.
    result = planted.benchmark([0, 1])
    assert result["seeds"] == [0, 1]
    assert result["precision_at_5"] >= 0.7
    assert result["act_precision"] >= 0.75
    assert result["act_recall"] >= 0.5
    assert result["false_act"] <= 0.04
    assert result["attribution_coverage"] > 0.7
    assert result["attribution_accuracy"] > 0.8
    assert result["ami"] > 0.8
    assert "precision_at_5" in planted.table(result)
