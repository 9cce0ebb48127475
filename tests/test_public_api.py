"""What a user may type: the public names, documented, typed and cheap to import."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys

import pytest

import smo

TOP_LEVEL = {
    "KeywordClusterer",
    "Settings",
    "SmoError",
    "TopicPlan",
    "analyze",
    "assign_segments",
    "cluster_keywords",
    "datasets",
    "formats",
    "load_plan",
    "read_clicks",
    "read_export",
    "read_keywords",
    "read_pages",
}
ROOMS = {
    "smo.audience": {
        "count_segments", "find_unreachable", "mentions_from_clicks", "note_segments",
        "rank_influencers", "segment_values", "suggest_segments", "trace_paths", "weigh_tactics",
    },
    "smo.datasets": {"load_demo", "make_null_world", "make_world", "write_demo"},
    "smo.read": {"Exports", "formats_markdown", "read_mentions", "reads_of", "social_readiness"},
    "smo.join": {"coverage_table", "join_clicks"},
    "smo.evidence": {"CtrCurve", "diagnose", "find_dialect", "find_scent", "score_topics"},
    "smo.engine": {"aggregate_clicks", "aggregate_keywords", "assign_topics"},
    "smo.propose": {"propose_topics"},
    "smo.evaluate": {
        "Extras", "backtest", "collect_extras", "compare_plans", "false_alarm_rate", "measure",
        "plan_measurement",
        "replay_topics", "summarize",
    },
}  # fmt: skip
NEVER_RAISE = {"formats_markdown", "load_demo", "note_segments", "reads_of"}
NAMED = [(room, name) for room, names in ROOMS.items() for name in sorted(names)]


def test_top_level_names() -> None:
    assert set(dir(smo)) == TOP_LEVEL
    assert set(smo.__all__) == TOP_LEVEL


@pytest.mark.parametrize("name", sorted(TOP_LEVEL))
def test_top_level_name_resolves(name: str) -> None:
    assert getattr(smo, name) is not None


@pytest.mark.parametrize(("room", "name"), NAMED)
def test_room_names(room: str, name: str) -> None:
    module = importlib.import_module(room)
    assert name in module.__all__


@pytest.mark.parametrize(
    ("room", "name"),
    [("smo", n) for n in sorted(TOP_LEVEL - {"datasets"})] + NAMED,
)
def test_public_names_are_documented(room: str, name: str) -> None:
    thing = getattr(importlib.import_module(room), name)
    doc = inspect.getdoc(thing) or ""
    assert "Examples\n" in doc, f"{room}.{name} shows no example"
    if inspect.isfunction(thing) and inspect.signature(thing).parameters:
        sections = ["Parameters\n", "Returns\n", "Raises\n"]
        for section in sections[: 2 if name in NEVER_RAISE else 3]:
            assert section in doc, f"{room}.{name} lacks {section.strip()}"
        for parameter in inspect.signature(thing).parameters:
            assert parameter in doc, f"{room}.{name} says nothing about {parameter!r}"


def test_import_is_light_and_silent() -> None:
    code = (
        "import sys, smo;"
        "bad = {'sklearn', 'nltk', 'duckdb', 'pandas', 'numpy'} & set(sys.modules);"
        "sys.exit(f'loaded {bad}' if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="analyse"):
        smo.analyse  # noqa: B018
