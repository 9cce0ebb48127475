"""Google: Search Console, Keyword Planner, Analytics 4."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

import smo.read.google_words as words
from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.format import Draft, Format
from smo.read.periods import range_in, span
from smo.read.recognize import fold_header
from smo.read.specs import FILTERS, TOTALS
from smo.spec import DTYPES
from smo.tables import KEYWORDS, PAGES

SEARCH_CONSOLE = "Search Console"
ROW_CAP = 1000
# Mid-labels of the ranges that accounts without spend get; 500 is no exact Planner figure.
BUCKETS = frozenset([0.0, 50.0, 500.0, 5e3, 5e4, 5e5, 5e6, 5e7])

_DEVICE_OF = {fold_header(w): name for name, row in words.DEVICE_NAMES.items() for w in row}


def device_name(value: str) -> str:
    """Return desktop, mobile or tablet for the word of any interface language, else the word.

    Examples
    --------
    >>> device_name("Ordenador"), device_name("MOBILE"), device_name("Smart TV")
    ('desktop', 'mobile', 'Smart TV')
    """
    return _DEVICE_OF.get(fold_header(value), value)


def plain_devices(draft: Draft) -> Draft:
    """Name devices alike whatever the language."""
    if "device" not in draft.frame:
        return draft
    return replace(draft, frame=draft.frame.assign(device=_device_names(draft.frame["device"])))


def _device_names(values: pd.Series[str]) -> pd.Series[str]:
    return values.map(device_name, na_action="ignore").astype(DTYPES["text"])


def no_rank_unseen(draft: Draft) -> Draft:
    """Make the position of a row NA where it was never shown: exports write 0 or nothing."""
    if not {"position", "impressions"} <= set(draft.frame.columns):
        return draft
    shown = draft.frame["impressions"].fillna(0.0) > 0
    position = draft.frame["position"].where(shown & (draft.frame["position"] > 0))
    return replace(draft, frame=draft.frame.assign(position=position))


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


def volume_kind(draft: Draft) -> Draft:
    """Tell exact-looking grouped volumes from the mid-labels of wide ranges."""
    volume = draft.frame["volume"].dropna()
    bucketed = bool(len(volume)) and set(volume.unique()) <= BUCKETS
    kind = "bucket" if bucketed else "grouped"
    draft = replace(draft, frame=draft.frame.assign(volume_kind=kind))
    if not bucketed:
        return draft
    return draft.note("volumes are mid-labels of wide ranges (account without spend)")


def title_for_page(draft: Draft) -> Draft:
    """Take the title for the page where the report names pages by title only."""
    if "page" in draft.frame:
        return draft
    draft = replace(draft, frame=draft.frame.assign(page=draft.frame["title"]))
    return draft.note("pages are named by title: they meet other tables by words, not address")


def no_unset_page(draft: Draft) -> Draft:
    """Leave out the rows that Analytics could give no page for."""
    unset = draft.frame["page"].isin(["(not set)", "(other)"]).astype(bool)
    return draft.drop(unset, "page is (not set) or (other)")


GOOGLE = (
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
    Format(
        name="Keyword Planner",
        family="Google Ads",
        spec=KEYWORDS,
        words={
            "keyword": ("Keyword", "Ключевое слово"),
            "volume": words.SEARCHES,
            "currency": ("Currency",),
            "segmentation": ("Segmentation",),
            "competition": ("Competition",),
            "competition_index": ("Competition (indexed value)",),
            "cpc_low": ("Top of page bid (low range)",),
            "cpc_high": ("Top of page bid (high range)", "Suggested bid"),
        },
        required=("keyword", "volume"),
        evidence="R",
        unconfirmed=("Russian",),
        mends=(volume_kind,),
    ),
    Format(
        name="Analytics 4 pages and screens",
        family="Google Analytics",
        spec=PAGES,
        words={
            "page": words.PAGE_PATH,
            "title": words.PAGE_TITLE,
            "views": words.VIEWS,
            "sessions": words.SESSIONS,
            "engagement_time": words.ENGAGEMENT,
        },
        required=("views",),
        any_of=("page", "title"),
        evidence="R",
        mends=(title_for_page, no_unset_page),
    ),
    Format(
        name="Analytics 4 landing pages",
        family="Google Analytics",
        spec=PAGES,
        words={
            "page": words.LANDING,
            "sessions": words.SESSIONS,
            "views": words.VIEWS,
            "engagement_time": words.ENGAGEMENT,
        },
        required=("page", "sessions"),
        evidence="R",
        mends=(no_unset_page,),
    ),
)
