"""Interactive figures: the rows of the plan, what a mouse reads, the same chart each time."""

from __future__ import annotations

import json
import sys
from typing import Any

import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.plan import TopicPlan
from smo.report.charts import interactive_figures
from tests.report.handmade import handmade_plan
from tests.report.test_hostile import everywhere

SCRIPT = "<script>alert(1)</script>\n\u202eevil"


@pytest.fixture(scope="module")
def plan() -> TopicPlan:
    world = smo.datasets.load_demo()
    words = world.keywords[world.keywords["segment"] == "buyers"].head(300)
    return smo.analyze(words, settings=smo.Settings(null_worlds=0))


def told(chart: Any) -> dict[str, Any]:
    pytest.importorskip("altair", reason="needs the extra viz")
    found: dict[str, Any] = json.loads(chart.to_json())
    return found


def test_without_its_extra(plan: TopicPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(SmoError, match=r"need the package altair\. Remedy: pip .*\[viz\]"):
        interactive_figures(plan)


def test_marks_are_the_rows(plan: TopicPlan) -> None:
    pytest.importorskip("altair", reason="needs the extra viz")
    charts = interactive_figures(plan)
    assert list(charts) == ["opportunity/buyers", "topics"]
    forest = told(charts["opportunity/buyers"])
    rows = [row for name in sorted(forest["datasets"]) for row in forest["datasets"][name]]
    sized = plan.proposals[plan.proposals["size_median"].notna()]
    key = ["low", "median", "high"]
    shown = pd.DataFrame(rows)[key].sort_values(key, ignore_index=True).astype(float)
    own = sized[[f"size_{name}" for name in key]].set_axis(key, axis=1).astype(float)
    pd.testing.assert_frame_equal(shown, own.sort_values(key, ignore_index=True))
    topics = told(charts["topics"])
    (circles,) = topics["datasets"].values()
    assert len(circles) == min(plan.topics["topic"].nunique(), 120)
    assert {row["label"] for row in circles} <= set(plan.topics["label"])


def test_a_mouse_reads_label_demand_and_interval(plan: TopicPlan) -> None:
    pytest.importorskip("altair", reason="needs the extra viz")
    charts = interactive_figures(plan)
    topics = told(charts["topics"])
    fields = [one["field"] for one in topics["encoding"]["tooltip"]]
    assert fields == ["label", "demand", "interval", "pillar"]
    assert topics["encoding"]["tooltip"][2]["title"] == "80% interval"
    assert topics["params"][0]["name"] == "zoom"
    for layer in told(charts["opportunity/buyers"])["vconcat"][0]["layer"]:
        read = [one["field"] for one in layer["encoding"]["tooltip"]]
        assert read == ["label", "size", "interval", "action"]


def test_same_plan_same_chart(plan: TopicPlan) -> None:
    pytest.importorskip("altair", reason="needs the extra viz")
    first, second = (
        {name: chart.to_json() for name, chart in interactive_figures(plan).items()}
        for _ in range(2)
    )
    assert first == second


def test_hostile_text_is_text_of_the_data_alone() -> None:
    pytest.importorskip("altair", reason="needs the extra viz")
    charts = interactive_figures(everywhere(SCRIPT))
    assert charts
    for chart in charts.values():
        spec = told(chart)
        data = json.dumps(spec.pop("datasets"))
        assert "\\u202e" not in data
        assert "\\n" not in data
        for name in ("href", "url", "expr", "calculate"):
            assert f'"{name}"' not in json.dumps(spec)


def test_nothing_to_draw_is_no_chart() -> None:
    pytest.importorskip("altair", reason="needs the extra viz")
    empty = handmade_plan(
        proposals=handmade_plan().proposals[:0], scores=handmade_plan().scores[:0]
    )
    assert interactive_figures(empty) == {}
