"""Mends that several tables of Search Console need."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pandas as pd

import smo.read.vendors.search_console_words as words
from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.format import Draft
from smo.read.mends import sum_keys
from smo.read.periods import last_in, range_in, span
from smo.read.recognize import fold_header
from smo.spec import DTYPES

ROW_CAP = 1000
API_ROW_CAP = 25_000
HOURS_A_DAY = 24
_CLOCK = re.compile(r"[T ,](\d{1,2}):(\d{2})")
_LENGTH = re.compile(r"(?:clicks|impressions)_(?:last_)?(\d{1,3})([dwm])", re.IGNORECASE)
_UNITS = {"d": "days", "w": "weeks", "m": "months"}
_TYPE_OF = {fold_header(w): name for name, row in words.SEARCH_TYPES.items() for w in row}


def search_type(value: str) -> str | None:
    """Return what was searched where it was not the web, in words of our own, else None.

    Examples
    --------
    >>> search_type("DISCOVER"), search_type("Imagens"), search_type("Web")
    ('Discover', 'image search', None)
    """
    return _TYPE_OF.get(fold_header(value))


def chart_days(draft: Draft) -> Draft:
    """Read the days of a chart: dates, weeks ("2025-12-08 - 2025-12-13") or hours."""
    names = draft.frame["name"].dropna()
    if names.empty:
        return draft
    weeks = [range_in(name) for name in names]
    try:
        days = parse_days(draft.frame["name"].fillna("").tolist(), where=draft.grid.name)
    except SmoError as error:
        return draft.note(f"days of the chart were not understood: {error.problem}")
    date = pd.Series(days, index=draft.frame.index)
    last = max([week.end for week in weeks if week.end], default=date.max().date())
    period = span(date.min().date(), max(last, date.max().date()))
    if any(_has_clock(name) for name in names):
        # The last 24 hours touch two days, and are one.
        period = replace(period, days=float(math.ceil(len(names) / HOURS_A_DAY)))
        draft = draft.note(f"the chart has {len(names)} hours")
    return replace(draft, frame=draft.frame.assign(date=date), period=period)


def _has_clock(name: str) -> bool:
    found = _CLOCK.search(name)
    return found is not None and (int(found[1]), int(found[2])) != (0, 0)


def row_cap(draft: Draft) -> Draft:
    """Say when the sheet is as long as the interface lets it be."""
    if draft.rows_read != ROW_CAP:
        return draft
    return draft.note(f"{ROW_CAP} rows are all that the interface exports; rarer ones are missing")


def api_row_cap(draft: Draft) -> Draft:
    """Say when the rows are as many as one answer may hold."""
    if draft.rows_read != API_ROW_CAP:
        return draft
    return draft.note(f"{API_ROW_CAP} rows are all that one answer gives; ask for the next ones")


def hours_to_days(draft: Draft) -> Draft:
    """Sum the rows of a day that were split by its hours."""
    hourly = any(fold_header(cell) == "hour" for cell in draft.header_cells)
    return sum_keys(draft) if hourly and "date" in draft.frame else draft


def split_by_appearance(draft: Draft) -> Draft:
    """Say that rows by search appearance may count one impression several times."""
    if "_appearance" not in draft.extra or draft.extra["_appearance"].isna().all():
        return draft
    return draft.note(
        "rows are split by search appearance: one impression may stand in several, and those "
        "without any are missing; export without that column for full counts"
    )


def by_search_type(draft: Draft) -> Draft:
    """Put rows of other searches than the web (images, Discover) in segments of their own."""
    if "_type" not in draft.extra:
        return draft
    kinds = draft.extra["_type"].map(search_type, na_action="ignore").astype(DTYPES["text"])
    told = kinds.dropna()
    if told.empty:
        return draft
    counts = ", ".join(f"{number} of {kind}" for kind, number in told.value_counts().items())
    draft = replace(draft, frame=draft.frame.assign(segment=kinds))
    return draft.note(
        f"rows put in segments of their own: {counts}; segment='...' keeps all rows in one"
    )


def length_in_header(draft: Draft) -> Draft:
    """Take the length of the period from a header such as "clicks_3m"."""
    if draft.period.known:
        return draft
    found = next((m for cell in draft.header_cells if (m := _LENGTH.fullmatch(cell))), None)
    if found is None:
        return draft
    period = last_in(f"{found[1]} {_UNITS[found[2].lower()]}")
    draft = replace(draft, period=period)
    return draft.note(period.note) if period.note else draft
