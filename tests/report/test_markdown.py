"""Markdown is kept as people read it.

Run with SMO_UPDATE_GOLDEN=1 to accept a change, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smo.report.markdown import render_markdown
from smo.report.words import WORDS
from smo.settings import REPORT_LANGUAGES
from tests.report.handmade import handmade_plan, proposals

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", REPORT_LANGUAGES)
def test_golden(language: str) -> None:
    text = render_markdown(handmade_plan(language))
    path = GOLDEN / f"handmade_{language}.md"
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_what_the_data_can_say_comes_first() -> None:
    text = render_markdown(handmade_plan())
    order = ["can and cannot say", "| Finding |", "### Coverage", "## Segment: buyers",
             "### 1. Waterproof", "### 2. Climbing", "## Segment: readers", "## What was read",
             "## How it was computed"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_proposals_come_by_rank() -> None:
    backwards = handmade_plan(proposals=proposals("en").iloc[::-1])
    assert render_markdown(backwards) == render_markdown(handmade_plan())


def test_without_anything() -> None:
    empty = handmade_plan(
        proposals=proposals("en").iloc[:0], scores=handmade_plan().scores.iloc[:0],
        reads=None, coverage=None, diagnostics=None,
    )  # fmt: skip
    text = render_markdown(empty)
    for key in ("reads_none", "coverage_none", "diagnostics_none", "plan_none"):
        assert WORDS[key]["en"] in text


def test_no_line_ends_in_space_and_the_text_in_one_line_feed() -> None:
    text = render_markdown(handmade_plan())
    assert not any(line.endswith(" ") for line in text.splitlines())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
