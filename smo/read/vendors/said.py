"""What people said: searches on the site, logs of searches, comments, reviews, questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

import smo.read.vendors.said_words as words
from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape, Located
from smo.read.grid import Grid
from smo.read.mends import sum_keys
from smo.read.periods import DAYS_A_MONTH, Period, in_name, span
from smo.read.recognize import fold_header
from smo.spec import DTYPES
from smo.tables import KEYWORDS

FAMILY = "What people said"
EXACT = {"volume_kind": "exact"}
# Shorter lists of one column say too little of how wide their rows are.
FEW_ROWS = 3
_SECONDS = re.compile(r"1\d{9}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"1\d{12}")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}\b")
_LONG = re.compile(r"\d+ rows are longer than the header.*")


def day_of(text: str, *, day_first: bool | None) -> date | None:
    """Return the day of a time: a date with or without a clock, or seconds since 1970.

    Examples
    --------
    >>> day_of("2026-03-01T10:22:11Z", day_first=None), day_of("1767225600", day_first=None)
    (datetime.date(2026, 3, 1), datetime.date(2026, 1, 1))
    """
    text = text.strip()
    if _MILLISECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / 1000, tz=UTC).date()
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(float(text), tz=UTC).date()
    return parse_day(text, day_first=day_first)


def days_said(draft: Draft) -> Draft:
    """Let the times of the rows tell the period."""
    if "_when" not in draft.extra:
        return draft
    texts = draft.extra["_when"].dropna()
    distinct = [str(text) for text in texts.unique()]
    day_first = _day_first(distinct)
    known = {text: day_of(text, day_first=day_first) for text in distinct}
    days = [day for day in known.values() if day is not None]
    lost = int(texts.map(known).isna().sum())
    if lost:
        draft = draft.note(f"{lost} times were not understood")
    return replace(draft, period=span(min(days), max(days))) if days else draft


def _day_first(texts: list[str]) -> bool | None:
    """Return the order of day and month that one day above 12 proves."""
    pairs = [(int(m[1]), int(m[2])) for text in texts if (m := _NUMERIC.match(text.strip()))]
    first, second = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    return first if first != second else None


def whole_texts(draft: Draft) -> Draft:
    """Put texts together that commas without quotation marks cut, in a list of one column."""
    if len([cell for cell in draft.header_cells if cell]) != 1 or draft.grid.kind != "text":
        return draft
    width = len(draft.header_cells)
    if not any(_LONG.fullmatch(note) for note in draft.notes):
        return draft
    rows = draft.grid.rows
    long = [n for n in draft.frame.index if any(str(c).strip() for c in rows[n][width:])]
    texts = draft.frame["keyword"].copy()
    for number in long:
        texts[number] = ",".join(map(str, rows[number]))
    notes = tuple(note for note in draft.notes if not _LONG.fullmatch(note))
    draft = replace(draft, frame=draft.frame.assign(keyword=texts), notes=notes)
    return draft.note(f"{len(long)} texts held the delimiter and were put together again")


def one_each(draft: Draft) -> Draft:
    """Count every row as one time said."""
    texts = draft.frame["keyword"].str.strip()
    texts = texts.mask(texts == "").astype(DTYPES["text"])
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    draft = replace(draft, frame=draft.frame.assign(keyword=texts, volume=one))
    return draft.drop(texts.isna(), "keyword is empty")


def summed(draft: Draft) -> Draft:
    """Sum the rows of the same words."""
    draft = draft.drop(draft.frame["keyword"].isna(), "keyword is empty")
    return sum_keys(draft)


def monthly(draft: Draft) -> Draft:
    """Make the times said those of a month where the period is known."""
    period = draft.period if draft.period.known else _named_in(draft)
    if not period.known:
        return draft.note("nothing tells the period: the volume is the times said in all of it")
    days = float(period.days or 1.0)
    volume = draft.frame["volume"] * (DAYS_A_MONTH / days)
    draft = replace(draft, frame=draft.frame.assign(volume=volume), period=period)
    return draft.note(f"the volume is the times said in {days:g} days, made those of a month")


def _named_in(draft: Draft) -> Period:
    """Return the period of a comment line such as "# 20130529-20130618"."""
    named = (in_name(line) for line in draft.preamble)
    return next((period for period in named if period.known), Period())


def _located(
    subjects: tuple[str, ...], *, timed: bool, alone: bool
) -> Callable[[Grid], Located | None]:
    """Return what finds a table of which every column is known to count nothing.

    A table with any other column is another table, however its texts are called.
    """
    order = [fold_header(word) for word in subjects]
    whens = [fold_header(word) for word in words.WHEN]

    def locate(grid: Grid) -> Located | None:
        head = grid.head
        number = next((i for i, row in enumerate(head) if _filled(row)), None)
        if number is None or len(head[number]) > words.MAX_COLUMNS:
            return None
        cells = [fold_header(cell) if isinstance(cell, str) else "" for cell in head[number]]
        subject = next((word for word in order if word in cells), None)
        when = next((word for word in whens if word in cells), None)
        if subject is None or (timed and when is None):
            return None
        rest = [
            " ".join(str(name).split()).casefold()
            for name, cell in zip(head[number], cells, strict=True)
            if str(name).strip() and cell not in (subject, when)
        ]
        if not all(words.ASIDE.fullmatch(name) or fold_header(name) in order for name in rest):
            return None
        if not rest and when is None and not (alone and _is_list(head[number + 1 :])):
            return None
        places = {"keyword": cells.index(subject)}
        return number, places if when is None else {**places, "_when": cells.index(when)}

    return locate


def _is_list(rows: list[list[Any]]) -> bool:
    """Return whether rows are one text each, if cut by commas here and there."""
    widths = [len(_filled(row)) for row in rows if _filled(row)]
    single = widths.count(1)
    # A title above a table stands alone too, but the rows of a table are as wide as each other.
    return 2 * single >= len(widths) or (len(widths) >= FEW_ROWS and len(set(widths)) > 1)


def _filled(row: list[Any]) -> list[Any]:
    return [cell for cell in row if str(cell).strip()]


FORMATS: tuple[Format, ...] = (
    Format(
        name="Google Analytics site search",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": words.SEARCH_TERM,
            "volume": ("Event count", "Количество событий", "Число событий"),
            "users": ("Total users", "Active users", "Всего пользователей"),
            "per_user": ("Event count per*",),
            "revenue": ("Total revenue",),
        },
        required=("keyword", "volume"),
        evidence="K",
        unconfirmed=("Russian",),
        constants=EXACT,
        mends=(summed, monthly),
    ),
    Format(
        name="Universal Analytics site search",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": words.SEARCH_TERM,
            "volume": ("Total Unique Searches", "Всего уникальных поисков"),
            "results": ("Results Pageviews / Search", "Results Pageviews/Search"),
            "exits": ("% Search Exits",),
            "refinements": ("% Search Refinements",),
            "time": ("Time after Search",),
            "depth": ("Avg. Search Depth", "Average Search Depth"),
        },
        required=("keyword", "volume"),
        evidence="K",
        unconfirmed=("Russian",),
        constants=EXACT,
        mends=(summed, monthly),
    ),
    Format(
        name="log of searches",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": words.SEARCHED, "_when": words.WHEN},
        required=("keyword", "_when"),
        evidence="K",
        constants=EXACT,
        mends=(days_said, one_each, summed, monthly),
        locate=_located(words.SEARCHED, timed=True, alone=False),
        told_by="a search and a time a row, and no column of counts",
        fills=("volume",),
    ),
    Format(
        name="comments, reviews or questions",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": words.TEXTS, "_when": words.WHEN},
        required=("keyword",),
        evidence="K",
        constants=EXACT,
        mends=(whole_texts, days_said, one_each, summed, monthly),
        locate=_located(words.TEXTS, timed=False, alone=True),
        told_by="a text a row (comment, review, question, ...), and no column of counts",
        fills=("volume",),
    ),
)
SHAPES: tuple[JsonShape, ...] = ()
