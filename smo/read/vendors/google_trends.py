"""Google Trends: related queries; topics, timelines and maps beside them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape, Located
from smo.read.grid import Grid
from smo.read.periods import span
from smo.read.recognize import fold_header
from smo.read.specs import TOTALS
from smo.tables import KEYWORDS

FAMILY = "Google Trends"
NO_COUNT = (
    "the index of Google Trends is neither impressions nor searches a month and was left out: "
    "the rows have no demand of their own"
)
# English was seen; the others are by analogy with the interface.
UNCONFIRMED = ("French", "German", "Portuguese", "Spanish")
TOP = ("TOP", "PRINCIPALES", "PRINCIPAIS")
RISING = ("RISING", "EN AUMENTO", "EN HAUSSE", "ZUNEHMEND", "EM ASCENSÃO")
TIMES = (
    "Month", "Week", "Day", "Time", "Mes", "Semana", "Día", "Hora", "Mois", "Semaine", "Jour",
    "Heure", "Monat", "Woche", "Tag", "Zeit", "Mês", "Dia",
)  # fmt: skip
PLACES = (
    "Country", "Region", "Subregion", "Metro", "City", "País", "Región", "Subregión", "Ciudad",
    "Pays", "Région", "Sous-région", "Ville", "Land", "Stadt", "Região", "Sub-região", "Cidade",
)  # fmt: skip
INDEX = ("*: (*)",)
A_WEEK = timedelta(days=7)
_HEADINGS = frozenset(map(fold_header, (*TOP, *RISING)))
# Spanish was seen in an answer of the interface.
_VALUE = re.compile(r"<?\s*\d{1,3}|[+-]?\d[\d.,\s]*%|breakout|aumento puntual", re.IGNORECASE)
_IN_NAME = re.compile(r"(?<!\d)(20\d{6})-\d{4}_(20\d{6})-\d{4}(?!\d)")
_MONTH = re.compile(r"\d{4}-\d{2}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def related(grid: Grid) -> Located | None:
    """Return where the blocks TOP and RISING of related queries begin, else None."""
    return None if _of_topics(grid) else _blocks(grid, "keyword")


def related_topics(grid: Grid) -> Located | None:
    """Return where the blocks of related topics begin: only their file name tells them."""
    return _blocks(grid, "name") if _of_topics(grid) else None


def _of_topics(grid: Grid) -> bool:
    return "relatedentities" in grid.name.casefold()


def _blocks(grid: Grid, name: str) -> Located | None:
    head = grid.head
    for number, row in enumerate(head[:-1]):
        below = [str(cell).strip() for cell in head[number + 1]]
        if _is_heading(row) and len(below) == 2 and below[0] and _VALUE.fullmatch(below[1]):
            return number, {name: 0}
    return None


def _is_heading(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if str(cell).strip()]
    return len(filled) == 1 and row[0] == filled[0] and fold_header(filled[0]) in _HEADINGS


def one_list(draft: Draft) -> Draft:
    """Leave out the lines that begin a block, and names that stand in both blocks."""
    name = "keyword" if "keyword" in draft.frame else "name"
    rows = draft.grid.rows
    heading = [_is_heading(rows[int(number)]) for number in draft.frame.index]
    # A heading is narrower than its rows: that the index beside the name is left out is said below.
    draft = replace(draft, notes=())
    draft = draft.drop(pd.Series(heading, index=draft.frame.index, dtype=bool), "heading")
    return draft.drop(draft.frame[name].duplicated(), f"{name} in both blocks")


def index_left_out(draft: Draft) -> Draft:
    """Say that the index is no count; take the period from the file name where it is there."""
    found = _IN_NAME.search(draft.grid.name)
    first, last = map(parse_day, found.groups()) if found else (None, None)
    if first and last and not draft.period.known:
        draft = replace(draft, period=span(first, last))
    return draft.note(NO_COUNT)


def points(draft: Draft) -> Draft:
    """Take the period from the points of a timeline: days, weeks or months."""
    names = draft.frame["name"].dropna().tolist()
    spans = [_point(name) for name in names]
    starts = [pair[0] for pair in spans if pair]
    if not starts or len(starts) < len(names):
        return draft
    last = max(pair[1] for pair in spans if pair)
    if len(starts) > 1 and abs(starts[1] - starts[0]) == A_WEEK:
        last = min(last, date.max - A_WEEK) + A_WEEK - timedelta(days=1)
    return replace(draft, period=span(min(starts), last))


def _point(name: str) -> tuple[date, date] | None:
    """Return the first and last day of a day or month, None for an hour or another text."""
    text = name.strip()
    if _MONTH.fullmatch(text) and (first := parse_day(f"{text}-01")):
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    day = parse_day(text) if _ISO.fullmatch(text) else None
    return (day, day) if day else None


FORMATS: tuple[Format, ...] = (
    Format(
        name="Google Trends related queries",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": TOP, "rising": RISING},
        required=("keyword",),
        evidence="R",
        unconfirmed=UNCONFIRMED,
        mends=(one_list, index_left_out),
        locate=related,
        told_by="blocks headed TOP and RISING",
    ),
    Format(
        name="Google Trends queries searched with a term",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": ("query",),
            "interest": ("search interest",),
            "increase": ("increase percent",),
        },
        required=("keyword", "interest"),
        evidence="R",
        mends=(index_left_out,),
    ),
    Format(
        name="Google Trends related topics",
        family=FAMILY,
        spec=TOTALS,
        words={"name": TOP, "rising": RISING},
        required=("name",),
        evidence="K",
        constants={"kind": "topic"},
        mends=(one_list, index_left_out),
        locate=related_topics,
        told_by="blocks headed TOP and RISING in a file named relatedEntities",
    ),
    Format(
        name="Google Trends timeline",
        family=FAMILY,
        spec=TOTALS,
        words={"name": TIMES, "index": INDEX},
        required=("name", "index"),
        evidence="C",
        unconfirmed=UNCONFIRMED,
        constants={"kind": "time of interest"},
        mends=(points, index_left_out),
    ),
    Format(
        name="Google Trends map",
        family=FAMILY,
        spec=TOTALS,
        words={"name": PLACES, "index": INDEX},
        required=("name", "index"),
        evidence="C",
        unconfirmed=UNCONFIRMED,
        constants={"kind": "region of interest"},
        mends=(index_left_out,),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
