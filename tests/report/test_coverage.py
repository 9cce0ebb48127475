from __future__ import annotations

import pandas as pd

from smo.checks import check_table
from smo.report.coverage import coverage_grid, links_left_out
from smo.report.grid import MANY_COLUMNS, segments_across
from smo.tables import COVERAGE


def links(*rows: tuple[str, str, float, float, float | None]) -> pd.DataFrame:
    names = ["segment", "link", "possible", "found", "click_share"]
    return check_table(pd.DataFrame(rows, columns=names).assign(clicks=1.0), COVERAGE, caller="t")


def test_links_by_segments() -> None:
    grid = coverage_grid(
        links(
            ("b", "text - topic", 32, 27, 0.56),
            ("b", "no topic", 39, 4, None),
            ("a", "text - topic", 30, 24, 0.459),
            ("a", "target - topic", 0, 0, 0.0),
            ("b", "target - topic", 0, 0, 0.0),
            ("c", "text - topic", 0, 0, 0.0),
        ),
        "en",
    )
    assert grid is not None
    assert grid.columns == ("a", "b", "c")
    assert dict(grid.rows) == {
        "Topic by the words of the element": (
            "24 of 30 · 46% of clicks", "27 of 32 · 56% of clicks", "—",
        ),
        "The rest: no topic found": ("—", "4 of 39", "—"),
    }  # fmt: skip


def test_impossible_links_are_counted_and_named() -> None:
    table = links(("a", "target - topic", 0, 0, 0.0), ("a", "own link", 0, 0, None))
    assert coverage_grid(table, "en") is None
    assert links_left_out(table, "en") == (
        "Not possible with these data (2): Topic by the page it leads to; own link."
    )
    assert links_left_out(links(("a", "no topic", 1, 0, 0.0)), "en") == ""


def test_many_segments_run_down_the_page() -> None:
    names = tuple(f"s{number}" for number in range(MANY_COLUMNS + 1))
    grid = segments_across(("one", "two"), names, (names, names), ("What", "Segment"))
    assert (grid.corner, grid.columns) == ("Segment", ("one", "two"))
    assert grid.rows[0] == ("s0", ("s0", "s0"))
    few = segments_across(("one",), names[:-1], (names[:-1],), ("What", "Segment"))
    assert few.columns == names[:-1]


def test_a_part_of_other_links_is_not_told_as_impossible() -> None:
    table = links(
        ("a", "text - topic", 3, 1, 0.2), ("a", "inferred from words of the page", 0, 0, 0)
    )
    grid = coverage_grid(table, "en")
    assert grid is not None
    assert len(grid.rows) == 1
    assert links_left_out(table, "en") == ""
