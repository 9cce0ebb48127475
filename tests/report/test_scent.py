from __future__ import annotations

import pandas as pd
import pytest

from smo.report.markdown import render_markdown
from smo.report.scent import MOST, scent_table
from tests.report.handmade import handmade_plan

ROW = {
    "segment": "buyers", "page": "shop.example/|x", "topic": 0, "label": "red rope",
    "finding": "passed over", "arrived": 80.0, "arrived_by": "clicks", "arrived_share": 0.8,
    "arrived_share_low": 0.75, "arrived_share_high": 0.85, "clicked": 12.0, "clicked_share": 0.1,
    "clicked_share_low": 0.07, "clicked_share_high": 0.14, "difference": -0.7, "q": 0.001,
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ("80% (75% to 85%; 80)", "10% (7% to 14%; 12)", "passed over")),
        ("ru", ("80 % (от 75 % до 85 %; 80)", "10 % (от 7 % до 14 %; 12)", "проходят мимо")),
    ],
)
def test_a_row_tells_both_shares_with_intervals_and_counts(
    language: str, cells: tuple[str, ...]
) -> None:
    table = scent_table(pd.DataFrame([ROW]), "80%", language)
    assert table is not None
    assert table.rows[0][:2] == ("shop.example/|x", "red rope")
    assert tuple(cell.replace("\u00a0", " ") for cell in table.rows[0][2:]) == cells
    assert table.more == ""


def test_long_tables_are_cut_and_say_so() -> None:
    table = scent_table(pd.DataFrame([ROW] * (MOST + 3)), "80%", "en")
    assert table is not None
    assert len(table.rows) == MOST
    assert "3 more" in table.more


def test_nothing_is_said_where_nothing_differs() -> None:
    assert scent_table(pd.DataFrame([ROW]).iloc[:0], "80%", "en") is None
    assert "What brings people" not in render_markdown(handmade_plan())


def test_markdown_shows_it_with_its_segment_escaped() -> None:
    text = render_markdown(handmade_plan(scent=pd.DataFrame([ROW])))
    start, end = text.index("## Segment: buyers"), text.index("## Segment: readers")
    assert start < text.index("### What brings people") < end
    assert "shop.example/\\|x" in text
