"""Explorations of Analytics 4 with a dimension in their columns: one metric stands many times."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

import smo.read.vendors.google_analytics_words as words
from smo.errors import SmoError
from smo.read.format import Draft
from smo.read.numbers import parse_numbers
from smo.read.recognize import fold_header
from smo.read.specs import COUNTS
from smo.spec import DTYPES

_TOTAL = frozenset(map(fold_header, (*words.GRAND_TOTAL, "Totals", "Total", "Итого", "Totais")))
_SEGMENT = frozenset(map(fold_header, ("Segment", "Segments", "Segmento", "Сегмент", "セグメント")))


def pivoted(draft: Draft) -> Draft:
    """Add up the columns of each metric, or take their total where the row above names one.

    Of a metric that is no count the first column is not the whole: it is left empty.

    Raises
    ------
    SmoError
        When the columns are of segments, which overlap: their sum counts visitors twice.
    """
    cells = [fold_header(cell) for cell in draft.header_cells]
    found = {name: _word(draft, name, cells) for name in map(str, draft.frame)}
    groups = {
        name: [place for place, cell in enumerate(cells) if cell == word]
        for name, word in found.items()
        if word is not None and cells.count(word) > 1
    }
    if not groups:
        return draft
    above = _names_above(draft)
    if any(fold_header(name) in _SEGMENT for name in above):
        raise SmoError(
            "its columns are of several segments, which may hold the same visitors",
            where=draft.grid.name,
            remedy="take the segments out of the exploration, or export each by itself",
        )
    made = {name: _whole(draft, name, places, above) for name, places in groups.items()}
    number = max(map(len, groups.values()))
    return replace(draft, frame=draft.frame.assign(**made)).note(
        f"a dimension stands in the columns: of {', '.join(sorted(groups))} {number} columns were "
        "added up, or their total taken; an exploration may show its first columns only, and this "
        "shape is unconfirmed"
    )


def _word(draft: Draft, name: str, cells: list[str]) -> str | None:
    """Return the header word that a numeric column of the table was taken from."""
    if draft.frame[name].dtype != DTYPES["number"]:
        return None
    known = set(map(fold_header, draft.format.words.get(name, ())))
    return next((cell for cell in cells if cell in known), None)


def _names_above(draft: Draft) -> list[str]:
    """Return the cells of the row above the header, each standing for those after it."""
    names: list[str] = []
    row = draft.grid.head[draft.header - 1] if draft.header else []
    for cell in row:
        text = str(cell).strip()
        names.append(text or (names[-1] if names else ""))
    return names


def _whole(draft: Draft, name: str, places: list[int], above: list[str]) -> pd.Series[Any]:
    total = [p for p in places if p < len(above) and fold_header(above[p]) in _TOTAL]
    taken = total[:1] or (places if name in COUNTS and name != "engagement_time" else [])
    columns = [
        pd.Series(parse_numbers(draft.cells(place).tolist())[0], index=draft.frame.index)
        for place in taken
    ]
    whole: pd.Series[Any] = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["number"])
    if columns:
        whole = pd.concat(columns, axis=1).sum(axis=1, min_count=1).astype(DTYPES["number"])
    return whole
