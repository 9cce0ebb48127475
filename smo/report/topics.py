"""The scores of a segment's topics as a table of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.numbers import percent, size
from smo.report.words import known_word, word

Write = Callable[[Any, str], str]
WriteCell = Callable[[Mapping[Any, Any], str], "Cell"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number or word, and what stands in brackets after it: an interval, a comparison."""

    main: str
    aside: str = ""

    @property
    def text(self) -> str:
        """The whole cell on one line."""
        return f"{self.main} ({self.aside})" if self.aside else self.main


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic: its name and one cell for each column of its table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TopicTable:
    """The topics of one segment: columns something is known of, rows, and what is left out."""

    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: tuple[TopicRow, ...]
    tail: tuple[TopicRow, ...]
    rest: int


def topic_table(scores: pd.DataFrame, head: int, kept: int, language: str) -> TopicTable:
    """Return the table of one segment's topics.

    Parameters
    ----------
    scores : DataFrame
        Rows of the scores table of one segment, in the order to show.
    head, kept : int
        Rows before the fold; rows altogether.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    TopicTable
        Columns that hold nothing in any row shown are named in `unknown` instead.
    """
    records = scores.head(kept).to_dict("records")
    dash = word("unknown", language)
    cells = {name: [write(row, language) for row in records] for name, write in COLUMNS.items()}
    known = tuple(name for name in COLUMNS if any(cell.main != dash for cell in cells[name]))
    rows = tuple(
        TopicRow(row["label"], tuple(cells[name][number] for name in known))
        for number, row in enumerate(records)
    )
    return TopicTable(
        columns=known,
        unknown=tuple(name for name in COLUMNS if name not in known),
        rows=rows[:head],
        tail=rows[head:],
        rest=len(scores) - len(rows),
    )


def _with_interval(name: str, write: Write) -> WriteCell:
    def cell(row: Mapping[Any, Any], language: str) -> Cell:
        low, high = row[f"{name}_low"], row[f"{name}_high"]
        if pd.isna(row[name]) or pd.isna(low) or pd.isna(high) or low == high:
            return Cell(write(row[name], language))
        ends = {"low": write(low, language), "high": write(high, language)}
        return Cell(write(row[name], language), word("range", language).format(**ends))

    return cell


def _with_other(name: str, other: str, write: Write) -> WriteCell:
    def cell(row: Mapping[Any, Any], language: str) -> Cell:
        if pd.isna(row[name]) or pd.isna(row[other]):
            return Cell(write(row[name], language))
        return Cell(write(row[name], language), percent(row[other], language))

    return cell


def _share(row: Mapping[Any, Any], language: str) -> Cell:
    return Cell(percent(row["demand_share"], language))


def _said(name: str) -> WriteCell:
    def cell(row: Mapping[Any, Any], language: str) -> Cell:
        missing = pd.isna(row[name])
        return Cell(word("unknown", language) if missing else known_word(name, row[name], language))

    return cell


COLUMNS: dict[str, WriteCell] = {
    "demand": _with_interval("demand", size),
    "demand_share": _share,
    "ctr": _with_other("ctr", "ctr_expected", percent),
    "effect": _with_interval("effect", percent),
    "shortfall": _with_interval("shortfall", size),
    "potential": _with_interval("potential", size),
    "attention": _with_interval("attention", percent),
    "corner": _said("corner"),
    "verdict": _said("verdict"),
}
TEXT_COLUMNS = ("corner", "verdict")
# what the cells of `COLUMNS` read of the scores table
SHOWN = (
    "segment", "topic", "label", "demand_share", "ctr", "ctr_expected", "corner", "verdict",
    *(f"{name}{end}" for name in ("demand", "effect", "shortfall", "potential", "attention")
      for end in ("", "_low", "_high")),
)  # fmt: skip
