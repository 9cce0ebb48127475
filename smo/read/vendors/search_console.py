"""Google Search Console: performance export, interface rows and their flattened copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import smo.read.vendors.search_console_bulk as bulk
import smo.read.vendors.search_console_words as words
from smo.read.format import Format, JsonShape
from smo.read.mends import no_rank_unseen, plain_devices, sum_keys
from smo.read.rows import rows_grid
from smo.read.specs import FILTERS, TOTALS
from smo.read.vendors.search_console_compare import compared
from smo.read.vendors.search_console_mends import (
    api_row_cap,
    by_search_type,
    chart_days,
    hours_to_days,
    length_in_header,
    row_cap,
    split_by_appearance,
)
from smo.tables import KEYWORDS, PAGES

SEARCH_CONSOLE = "Search Console"


def _kind(kind: str) -> Format:
    """Return the format of one dimension sheet of a Search Console export."""
    headers = {
        "day": words.DATE,
        "device": words.DEVICE,
        "country": words.COUNTRY,
        "appearance": words.APPEARANCE,
    }
    days = (chart_days,) if kind == "day" else ()
    return Format(
        name=f"Search Console {kind} totals",
        family=SEARCH_CONSOLE,
        spec=TOTALS,
        words={"name": headers[kind], **words.METRICS},
        required=("name", "clicks", "impressions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_OTHERS,
        constants={"kind": kind},
        mends=(no_rank_unseen, sum_keys, *days),
        fills=("date",) if kind == "day" else (),
    )


QUERIES = Format(
    name="Search Console queries",
    family=SEARCH_CONSOLE,
    spec=KEYWORDS,
    words={"keyword": words.QUERY, **words.METRICS},
    required=("keyword", "clicks", "impressions"),
    evidence="R",
    unconfirmed=words.UNCONFIRMED_QUERIES,
    mends=(no_rank_unseen, row_cap),
    # Where the filter lets one page through.
    fills=("page",),
)
PAGE_SHEET = Format(
    name="Search Console pages",
    family=SEARCH_CONSOLE,
    spec=PAGES,
    words={"page": words.PAGE, **words.METRICS},
    required=("page", "clicks", "impressions"),
    evidence="R",
    unconfirmed=words.UNCONFIRMED_PAGES,
    mends=(no_rank_unseen, row_cap),
)
TOTAL_SHEETS = tuple(map(_kind, ("day", "device", "country", "appearance")))
FILTER_SHEET = Format(
    name="Search Console filters",
    family=SEARCH_CONSOLE,
    spec=FILTERS,
    words={"name": words.FILTER_NAME, "value": words.FILTER_VALUE},
    required=("name", "value"),
    evidence="R",
    unconfirmed=words.UNCONFIRMED_OTHERS,
)
SHEETS = (QUERIES, PAGE_SHEET, *TOTAL_SHEETS)
# Words that other vendors use too: they tell Search Console only beside two periods.
COMPARED_SHEETS = (
    compared(QUERIES, telling=True),
    compared(PAGE_SHEET, telling=True),
    *(compared(sheet, telling=False) for sheet in TOTAL_SHEETS),
)
# Names of the tables that share the filters and the chart of one export.
SHEET_NAMES = frozenset(fmt.name for fmt in (*SHEETS, *COMPARED_SHEETS, FILTER_SHEET))

_METRICS: dict[str, tuple[str, ...]] = {
    "clicks": ("clicks", "url clicks", "clicks_*m", "clicks_*d"),
    "impressions": ("impressions", "impressions_*m", "impressions_*d"),
    "ctr": ("ctr", "url ctr", "site ctr"),
    "position": ("position", "avg_position", "average_position", "average position"),
    "_type": ("search type", "search_type", "searchType"),
    "_appearance": ("search appearance", "searchAppearance", "search_appearance"),
}
_PAGE = ("page", "url", "landing page")
_DATE = ("date", "data_date", "day", "hour")
_DEVICE = ("device", "device category")
_SPLITS = (split_by_appearance, by_search_type, length_in_header, api_row_cap)
ROWS = (
    Format(
        name="Search Console rows",
        family=SEARCH_CONSOLE,
        spec=KEYWORDS,
        words={
            "keyword": ("query", "queries"),
            "page": _PAGE,
            "date": _DATE,
            "device": _DEVICE,
            "country": ("country",),
            **_METRICS,
        },
        required=("keyword", "clicks", "impressions"),
        evidence="R",
        mends=(plain_devices, no_rank_unseen, *_SPLITS, hours_to_days),
    ),
    Format(
        name="Search Console page rows",
        family=SEARCH_CONSOLE,
        spec=PAGES,
        words={
            "page": _PAGE,
            "_date": _DATE,
            "device": _DEVICE,
            "country": ("country",),
            **_METRICS,
        },
        required=("page", "clicks", "impressions", "ctr"),
        evidence="R",
        mends=(no_rank_unseen, *_SPLITS, sum_keys),
    ),
)


def _is_answers(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(answer, Mapping) and _is_answer(answer) for answer in value)
    )


def _is_answer(answer: Mapping[str, Any]) -> bool:
    rows = answer.get("rows", [] if "responseAggregationType" in answer else None)
    return isinstance(rows, list) and all(isinstance(r, Mapping) and "keys" in r for r in rows)


def _rows_of_answers(value: Sequence[Mapping[str, Any]]) -> dict[str, list[list[Any]]]:
    rows = [row for answer in value for row in answer.get("rows", [])]
    return {"": list(rows_grid(rows, "answers", "").rows)} if rows else {"": [["query"]]}


FORMATS: tuple[Format, ...] = (*SHEETS, FILTER_SHEET, *COMPARED_SHEETS, *ROWS, *bulk.FORMATS)

SHAPES: tuple[JsonShape, ...] = (
    JsonShape("pages of answers of Search Console", _is_answers, _rows_of_answers),
)
