"""Google Search Console: performance export, interface rows and their flattened copies."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

import smo.read.vendors.search_console_words as words
from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import no_rank_unseen, plain_devices
from smo.read.periods import range_in, span
from smo.read.specs import FILTERS, TOTALS
from smo.tables import KEYWORDS, PAGES

SEARCH_CONSOLE = "Search Console"
ROW_CAP = 1000


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
    return replace(draft, frame=draft.frame.assign(date=date), period=period)


def _kind(kind: str) -> Format:
    """Return the format of one dimension sheet of a Search Console export."""
    headers = {
        "day": words.DATE,
        "device": words.DEVICE,
        "country": words.COUNTRY,
        "appearance": words.APPEARANCE,
    }
    return Format(
        name=f"Search Console {kind} totals",
        family=SEARCH_CONSOLE,
        spec=TOTALS,
        words={"name": headers[kind], **words.METRICS},
        required=("name", "clicks", "impressions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_OTHERS,
        constants={"kind": kind},
        mends=(chart_days, no_rank_unseen) if kind == "day" else (no_rank_unseen,),
    )


def row_cap(draft: Draft) -> Draft:
    """Say when the sheet is as long as the interface lets it be."""
    if draft.rows_read != ROW_CAP:
        return draft
    return draft.note(f"{ROW_CAP} rows are all that the interface exports; rarer ones are missing")


FORMATS = (
    Format(
        name="Search Console queries",
        family=SEARCH_CONSOLE,
        spec=KEYWORDS,
        words={"keyword": words.QUERY, **words.METRICS},
        required=("keyword", "clicks", "impressions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_QUERIES,
        mends=(no_rank_unseen, row_cap),
    ),
    Format(
        name="Search Console pages",
        family=SEARCH_CONSOLE,
        spec=PAGES,
        words={"page": words.PAGE, **words.METRICS},
        required=("page", "clicks", "impressions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_PAGES,
        mends=(no_rank_unseen, row_cap),
    ),
    _kind("day"),
    _kind("device"),
    _kind("country"),
    _kind("appearance"),
    Format(
        name="Search Console filters",
        family=SEARCH_CONSOLE,
        spec=FILTERS,
        words={"name": words.FILTER_NAME, "value": words.FILTER_VALUE},
        required=("name", "value"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_OTHERS,
    ),
    Format(
        name="Search Console rows",
        family=SEARCH_CONSOLE,
        spec=KEYWORDS,
        words={
            "keyword": ("query", "queries"),
            "page": ("page", "url"),
            "date": ("date", "data_date"),
            "device": ("device",),
            "country": ("country",),
            "clicks": ("clicks",),
            "impressions": ("impressions",),
            "ctr": ("ctr",),
            "position": ("position",),
        },
        required=("keyword", "clicks", "impressions"),
        evidence="R",
        mends=(plain_devices, no_rank_unseen),
    ),
    Format(
        name="Search Console page rows",
        family=SEARCH_CONSOLE,
        spec=PAGES,
        words={
            "page": ("page", "url"),
            "_date": ("date",),
            "clicks": ("clicks",),
            "impressions": ("impressions",),
            "ctr": ("ctr",),
            "position": ("position",),
        },
        required=("page", "clicks", "impressions", "ctr", "position"),
        evidence="R",
        mends=(no_rank_unseen,),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
