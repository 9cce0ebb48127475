"""A table as a notebook shows it: its first rows, its telling columns, its numbers as words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

import pandas as pd

from smo.report.inert import inert
from smo.report.numbers import decimal, percent, size
from smo.report.words import word
from smo.spec import Column, Table

MOST_ROWS, MOST_COLUMNS = 8, 10
MAX_CELL = 90  # characters of a cell: a row of ten columns stays two lines high
LISTED = 2  # items of a list that are shown
TELLING = {
    "proposals": (
        "segment", "rank", "title", "action", "verdict", "size_median", "size_unit", "keywords",
        "reason",
    ),
    "scores": (
        "segment", "label", "demand", "demand_share", "attention", "effect", "shortfall",
        "corner", "action", "verdict",
    ),
    "topics": (
        "segment", "keyword", "topic", "label", "pillar_label", "intent", "membership",
        "stability",
    ),
    "matches": (
        "segment", "topic", "text", "page", "clicks", "share", "similarity", "via", "furniture",
    ),
}  # fmt: skip
"""Columns shown first; of the other tables the first that hold something."""


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column: its name, what it means, whether it holds numbers, a text for each row."""

    name: str
    means: str
    numeric: bool
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a table: what it is, the columns shown, what was left out."""

    caption: str
    columns: tuple[PreviewColumn, ...]
    rows: int
    left_out: str


def table_preview(frame: pd.DataFrame, spec: Table, language: str) -> Preview:
    """Return what a notebook shows of a table, whatever was done to it since the plan gave it.

    Parameters
    ----------
    frame : DataFrame
        Rows of a table of the plan, perhaps with columns added or taken away.
    spec : Table
        What the table was.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    Preview
        At most 8 rows and 10 columns; an interval stands in the cell of its estimate; personal
        data in texts is masked.

    Examples
    --------
    >>> from smo.tables import KEYWORDS
    >>> frame = pd.DataFrame({"segment": ["all"], "keyword": ["rope"], "impressions": [1234.0]})
    >>> [column.cells for column in table_preview(frame, KEYWORDS, "en").columns]
    [('all',), ('rope',), ('1,234',)]
    """
    top = frame.head(MOST_ROWS)
    shown = _chosen(top, spec)
    ends = {f"{name}_{end}" for name in shown for end in ("low", "high")}
    rest = [str(name) for name in frame.columns if name not in shown and name not in ends]
    caption = word("preview", language).format(
        name=spec.name, rows=decimal(len(frame), language), columns=len(frame.columns)
    )
    return Preview(
        caption=caption,
        columns=tuple(_column(top, name, spec, language) for name in shown),
        rows=len(top),
        left_out=_left_out(len(frame) - len(top), rest, language),
    )


def _chosen(top: pd.DataFrame, spec: Table) -> list[Any]:
    named = TELLING.get(spec.name)
    added = [name for name in top.columns if name not in spec.names]
    if named is not None:
        return [name for name in named if name in top][: MOST_COLUMNS - len(added[:2])] + added[:2]
    ends = [name for name in top.columns if str(name).endswith(("_low", "_high"))]
    told = [name for name in top.columns if name not in ends and bool(top[name].notna().any())]
    return told[:MOST_COLUMNS]


def _left_out(rows: int, columns: Sequence[str], language: str) -> str:
    parts = []
    if rows > 0:
        parts.append(word("preview_rows", language).format(n=decimal(rows, language)))
    if columns:
        names = inert(", ".join(columns), limit=1000)
        parts.append(word("preview_columns", language).format(names=names))
    return " ".join(parts)


def _column(top: pd.DataFrame, name: Any, spec: Table, language: str) -> PreviewColumn:
    known = spec.column(name) if name in spec.names else Column(str(name), "text", "")
    ends = [f"{name}_low", f"{name}_high"]
    if name == "size_median":
        ends = ["size_low", "size_high"]
    cells = [_cell(value, known, language) for value in top[name]]
    if all(end in top for end in ends):
        pairs = zip(cells, top[ends[0]], top[ends[1]], strict=True)
        cells = [_with_range(cell, low, high, known, language) for cell, low, high in pairs]
    numeric = known.kind in ("number", "whole") or pd.api.types.is_numeric_dtype(top[name])
    return PreviewColumn(str(name), known.means, bool(numeric), tuple(cells))


def _with_range(cell: str, low: Any, high: Any, column: Column, language: str) -> str:
    if pd.isna(low) or pd.isna(high):
        return cell
    ends = {"low": _number(low, column, language), "high": _number(high, column, language)}
    return f"{cell} ({word('range', language).format(**ends)})"


def _cell(value: Any, column: Column, language: str) -> str:
    if isinstance(value, list | tuple):
        more = f" +{len(value) - LISTED}" if len(value) > LISTED else ""
        return inert(" · ".join(map(str, value[:LISTED])), limit=MAX_CELL) + more
    if not pd.api.types.is_scalar(value) or isinstance(value, str):
        return inert(value, limit=MAX_CELL)
    return _plain(value, column, language)


def _plain(value: Any, column: Column, language: str) -> str:
    if pd.isna(value):
        return word("unknown", language)
    if pd.api.types.is_bool(value):
        return word("yes" if value else "no", language)
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, Real) and math.isfinite(value):
        return _number(value, column, language)
    return inert(value, limit=MAX_CELL)


def _number(value: Any, column: Column, language: str) -> str:
    if column.kind == "whole":
        return f"{int(value)}"
    if column.high == 1.0:
        return percent(value, language)
    number = float(value)
    if abs(number) < 10 and not number.is_integer():
        text = f"{number:.2f}"
        return text.replace(".", ",") if language == "ru" else text
    return size(value, language)
