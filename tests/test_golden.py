"""The plan of the demo, kept as people read it.

Run with SMO_UPDATE_GOLDEN=1 to accept a change, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

import smo

GOLDEN = Path(__file__).parent / "golden"
KEPT = ["segment", "rank", "topic", "title", "action", "verdict", "size_low", "size_median"]


@pytest.fixture(scope="module")
def plan() -> smo.TopicPlan:
    world = smo.datasets.load_demo()
    return smo.analyze(world.keywords, world.clicks, pages=world.pages)


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


def test_same_bytes_twice(plan: smo.TopicPlan, tmp_path: Path) -> None:
    world = smo.datasets.load_demo()
    again = smo.analyze(world.keywords, world.clicks, pages=world.pages)
    first = plan.to_html(tmp_path / "a.html").read_bytes()
    assert first == again.to_html(tmp_path / "b.html").read_bytes()
