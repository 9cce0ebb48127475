"""The plan of the demo, kept as people read it.

Run with SMO_UPDATE_GOLDEN=1 to accept a change, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

import smo
from tests.made_once import made_once

GOLDEN = Path(__file__).parent / "golden"
KEPT = ["segment", "rank", "topic", "title", "action", "verdict", "size_low", "size_median"]


def _demo_plan(_: Path) -> smo.TopicPlan:
    world = smo.datasets.load_demo()
    return smo.analyze(world.keywords, world.clicks, pages=world.pages)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> smo.TopicPlan:
    made: smo.TopicPlan = made_once(tmp_path_factory, "demo_plan", _demo_plan)
    return made


def _compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_proposals(plan: smo.TopicPlan) -> None:
    table = plan.proposals[KEPT].copy()
    sizes = [name for name in KEPT if name.startswith("size")]
    # Six digits: what other machines must agree on.
    table[sizes] = table[sizes].map(lambda x: x if pd.isna(x) else float(f"{x:.6g}"))
    _compare("demo_proposals.csv", table.to_csv(index=False, lineterminator="\n"))


def test_markdown(plan: smo.TopicPlan) -> None:
    _compare("demo_plan.md", plan.to_markdown())
