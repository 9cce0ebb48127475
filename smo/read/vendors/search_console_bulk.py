"""Search Console's bulk export to a database: tables by address and by site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from smo.errors import SmoError
from smo.read.format import Draft, Format
from smo.read.mends import plain_devices, sum_keys
from smo.read.vendors.search_console_mends import by_search_type, search_type
from smo.spec import DTYPES
from smo.tables import KEYWORDS, PAGES

BY_URL = "Search Console bulk export by address"
BY_SITE = "Search Console bulk export by site"
BULK_PAGES = "Search Console bulk export pages"
DISCOVER = "Discover"


def rank_of_sums(draft: Draft) -> Draft:
    """Turn sums of ranks that begin at 0 into mean ranks that begin at 1."""
    shown = draft.frame["impressions"].where(draft.frame["impressions"] > 0)
    position = (draft.frame["position"] / shown + 1.0).astype(DTYPES["number"])
    return replace(draft, frame=draft.frame.assign(position=position))


def known_queries(draft: Draft) -> Draft:
    """Leave out what has no query, keeping the sums of all searches as the file's own total.

    Searches of few people are anonymized: demand that is there, but hidden. Discover has no
    searches at all.
    """
    draft = replace(draft, frame=draft.frame.assign(keyword=draft.extra["_query"]))
    draft = draft.drop(_is_discover(draft), "row of Discover, where nobody searches")
    draft = replace(
        draft,
        total_clicks=_sum(draft.frame["clicks"]),
        total_impressions=_sum(draft.frame["impressions"]),
    )
    hidden = draft.frame["keyword"].isna()
    if "_anonymized" in draft.extra:
        hidden |= (draft.extra["_anonymized"].str.casefold() == "true").fillna(value=False)
    return draft.drop(hidden.astype(bool), "anonymized query")


def known_pages(draft: Draft) -> Draft:
    """Leave out rows of Discover whose page is anonymized."""
    draft = replace(draft, frame=draft.frame.assign(page=draft.extra["_url"]))
    return draft.drop(draft.frame["page"].isna(), "anonymized page of Discover")


def refuse_both(drafts: Sequence[Draft]) -> None:
    """Raise when the two tables of the bulk export, which count the same clicks, come together.

    Raises
    ------
    SmoError
        Naming both files.
    """
    first = {d.format.name: d for d in reversed(drafts) if d.format.name in (BY_URL, BY_SITE)}
    if len(first) < 2:
        return
    raise SmoError(
        f"{first[BY_SITE].grid.name} counts the same searches by site",
        where=first[BY_URL].grid.name,
        remedy="give one of the two; searchdata_url_impression also tells the pages",
    )


def _is_discover(draft: Draft) -> pd.Series[bool]:
    if "_type" not in draft.extra:
        return pd.Series(data=False, index=draft.frame.index, dtype=bool)
    kinds = draft.extra["_type"].map(search_type, na_action="ignore")
    return (kinds == DISCOVER).fillna(value=False).astype(bool)


def _sum(values: pd.Series[float]) -> float | None:
    return float(values.sum()) if bool(values.notna().any()) else None


_COMMON: dict[str, tuple[str, ...]] = {
    "site": ("site_url",),
    "_type": ("search_type",),
    "_anonymized": ("is_anonymized_query",),
    "country": ("country",),
    "device": ("device",),
    "clicks": ("clicks",),
    "impressions": ("impressions",),
}
# Queries and pages are filled by mends: a row without one is no row of totals.
FORMATS = (
    Format(
        name=BY_URL,
        family="Search Console",
        spec=KEYWORDS,
        words={
            **_COMMON,
            "date": ("data_date",),
            "_query": ("query",),
            "page": ("url",),
            "position": ("sum_position",),
        },
        required=("_query", "page", "clicks", "impressions", "position"),
        evidence="R",
        mends=(known_queries, rank_of_sums, by_search_type, plain_devices, sum_keys),
        fills=("keyword",),
        also=(
            Format(
                name=BULK_PAGES,
                family="Search Console",
                spec=PAGES,
                words={
                    "_type": ("search_type",),
                    "_date": ("data_date",),
                    "_url": ("url",),
                    "clicks": ("clicks",),
                    "impressions": ("impressions",),
                    "position": ("sum_position",),
                },
                required=("_url", "clicks", "impressions", "position"),
                evidence="R",
                mends=(known_pages, rank_of_sums, by_search_type, sum_keys),
                fills=("page",),
            ),
        ),
    ),
    Format(
        name=BY_SITE,
        family="Search Console",
        spec=KEYWORDS,
        words={
            **_COMMON,
            "date": ("data_date",),
            "_query": ("query",),
            "position": ("sum_top_position",),
        },
        required=("_query", "clicks", "impressions", "position"),
        evidence="D",
        mends=(known_queries, rank_of_sums, by_search_type, plain_devices, sum_keys),
        fills=("keyword",),
    ),
)
