"""What a part of a report beyond the plan's own text is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.draw import Figure
from smo.report.grid import Grid
from smo.report.words import word

Write = Callable[[Mapping[Any, Any]], str]


@dataclass(frozen=True, slots=True)
class Part:
    """A note, tables with their captions, and figures; empty where its data are not there."""

    note: str = ""
    tables: tuple[tuple[str, Grid], ...] = ()
    figures: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tables or self.figures)


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading of its own; its name is its anchor too."""

    name: str
    title: str
    part: Part


def grid_of(
    rows: pd.DataFrame, corner: str, label: Write, columns: Mapping[str, Write], language: str
) -> Grid:
    """Return a table of texts: one line a row, each column written by its function.

    Parameters
    ----------
    rows : DataFrame
        In the order shown.
    corner : str
        Key of the head of the labels.
    label : callable
        Writes a row's label.
    columns : mapping of str to callable
        Writes a row's cell, by the key of the column's head; a column without any text but the
        dash of the unknown is left out.
    language : {"en", "ru"}
        Language of the report.
    """
    records = rows.to_dict("records")
    cells = {name: [write(row) for row in records] for name, write in columns.items()}
    told = {name: texts for name, texts in cells.items() if {*texts} - {word("unknown", language)}}
    labels = [label(row) for row in records]
    return Grid(
        word(f"head.{corner}", language),
        tuple(word(f"head.{name}", language) for name in told),
        tuple((name, tuple(row)) for name, *row in zip(labels, *told.values(), strict=True)),
    )


def text_of(value: Any, language: str) -> str:
    """Return a text of a table, or the dash of the unknown."""
    return word("unknown", language) if pd.isna(value) else str(value)
