"""YouTube Studio: videos, traffic sources, search terms, and the days of a chart.

A video's clicks are computed: impressions of its thumbnail x click-through rate, to whole clicks.
Of a search term, the views that came from it are its clicks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.dates import parse_days
from smo.read.format import Draft, Format, JsonShape, Located
from smo.read.grid import Grid
from smo.read.mends import sum_keys
from smo.read.numbers import parse_numbers
from smo.read.posts import POSTS, day_totals, with_fills
from smo.read.recognize import fold_header
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import CLICKS, KEYWORDS

WATCH = "https://www.youtube.com/watch?v="
TOTAL_ROWS = ("Total", "Showing top * results")
_VIDEO = re.compile(r"[\w-]{11}")
_SEARCH_PREFIX = re.compile(r"^YT_SEARCH\.", re.IGNORECASE)
# Names of sources in the interface: a first column without any of them holds search terms.
SOURCES = frozenset(
    map(
        fold_header,
        ("YouTube search", "Browse features", "Suggested videos", "External", "Channel pages",
         "Direct or unknown", "Playlists", "Playlist page", "Other YouTube features",
         "Notifications", "End screens", "Shorts feed", "Shorts", "YouTube advertising",
         "Video cards and annotations", "Sound pages", "Hashtag pages", "Campaign cards",
         "Product pages", "Remixed videos", "Vertical live feed", "Related video", "Posts",
         "Live redirect", "Interactive features", "Shorts content links", "No linking source"),
    )
)  # fmt: skip

SOURCE = ("Traffic source",)
IMPRESSIONS = ("Impressions",)
VIEWS = ("Views",)
RATE = ("Impressions click-through rate (%)",)
WATCH_TIME = ("Watch time (hours)",)
MEAN_VIEW = ("Average view duration",)


def watch_pages(draft: Draft) -> Draft:
    """Give each video the address it is watched at."""
    name = "element" if "element" in draft.frame else None
    ids = draft.frame[name] if name else draft.extra.get("_content")
    if ids is None:
        return draft
    plain = ids.str.strip()
    video = plain.str.fullmatch(_VIDEO).fillna(value=False).astype(bool)
    page = (WATCH + plain).where(video)
    return replace(draft, frame=draft.frame.assign(page=page))


def clicks_by_rate(draft: Draft) -> Draft:
    """Compute the clicks: impressions x rate; the rate has two decimals, the clicks are whole."""
    if "exposed" not in draft.frame or "_rate" not in draft.extra:
        return draft
    clicks = _times(draft.frame["exposed"], draft.extra["_rate"])
    flags = pd.Series(data=True, index=clicks.index, dtype=DTYPES["flag"])
    draft = replace(draft, frame=draft.frame.assign(clicks=clicks, derived=flags))
    draft = draft.note("clicks are impressions x click-through rate, to whole clicks")
    return replace(draft, total_clicks=_total(draft))


def _times(shown: pd.Series[Any], rates: pd.Series[Any]) -> pd.Series[Any]:
    texts = rates.fillna("").tolist()
    parsed = parse_numbers(texts)[0]
    # "4.53" under a header that says percent, or "4.53%", which is a fraction already.
    shares = [n if "%" in text else n / 100.0 for n, text in zip(parsed, texts, strict=True)]
    share = pd.Series(shares, index=shown.index, dtype=float).clip(lower=0.0)
    return (shown * share).round().astype(DTYPES["number"])


def _total(draft: Draft) -> float | None:
    """Return the clicks of the total row, from its own impressions and rate."""
    header = [fold_header(cell) for cell in draft.header_cells]
    places = [header.index(fold_header(words[0])) for words in (IMPRESSIONS, RATE)]
    for row in draft.grid.head[draft.header + 1 :]:
        if len(row) > max(places) and str(row[0]).strip() == TOTAL_ROWS[0]:
            shown, rate = (str(row[place]) for place in places)
            series = pd.Series(parse_numbers([shown], kind="count")[0]).astype(DTYPES["number"])
            clicks = _times(series, pd.Series([rate], dtype=DTYPES["text"])).iloc[0]
            return None if pd.isna(clicks) else float(clicks)
    return None


def search_only(draft: Draft) -> Draft:
    """Keep the terms of YouTube's search, without the mark that some reports put before them."""
    if "_source_type" in draft.extra:
        kind = draft.extra["_source_type"].fillna("").map(fold_header)
        draft = draft.drop(kind != fold_header("YouTube search"), "source that is no search")
    terms = draft.frame["keyword"].str.replace(_SEARCH_PREFIX, "", regex=True)
    draft = replace(draft, frame=draft.frame.assign(keyword=terms))
    return draft.note("clicks are the views that came from the search term")


def locate_terms(grid: Grid) -> Located | None:
    """Find a traffic source report whose first column holds no source: search terms, then."""
    for number, row in enumerate(grid.head):
        places = {fold_header(cell): place for place, cell in enumerate(row)}
        if not {fold_header(w[0]) for w in (SOURCE, VIEWS, WATCH_TIME)} <= set(places):
            continue
        if fold_header("Source type") in places or fold_header("Date") in places:
            return None
        own = places[fold_header(SOURCE[0])]
        cells = [str(r[own]).strip() for r in grid.head[number + 1 :] if len(r) > own]
        names = [c for c in map(fold_header, cells) if c and c != fold_header(TOTAL_ROWS[0])]
        if not names or SOURCES & set(names):
            return None
        words = {"keyword": SOURCE, "clicks": VIEWS, "impressions": IMPRESSIONS}
        found = {name: places.get(fold_header(w[0])) for name, w in words.items()}
        return number, {name: place for name, place in found.items() if place is not None}
    return None


def days(draft: Draft) -> Draft:
    """Read the days of a chart; a day given once for each part is summed where it has no page."""
    return day_totals(sum_keys(draft))


def source_days(draft: Draft) -> Draft:
    """Name each row of a chart of sources by its day and source."""
    day = draft.extra["_day"].fillna("").str.strip()
    date = pd.Series(
        parse_days(day.tolist(), where=draft.grid.name, day_first=False), index=day.index
    )
    named = draft.frame.assign(name=day + " " + draft.frame["name"], date=date)
    return replace(draft, frame=named)


def _terms(name: str, words: dict[str, tuple[str, ...]], **others: Any) -> Format:
    return Format(
        name=name,
        family="YouTube",
        spec=KEYWORDS,
        words={**words, "clicks": VIEWS, "impressions": IMPRESSIONS, "ctr": RATE,
               "watch_time": WATCH_TIME, "mean_view": MEAN_VIEW},
        evidence="K",
        mends=(search_only,),
        totals=TOTAL_ROWS,
        **others,
    )  # fmt: skip


def _totals(name: str, kind: str, words: dict[str, tuple[str, ...]], **others: Any) -> Format:
    return Format(
        name=name,
        family="YouTube",
        spec=TOTALS,
        words={**words, "impressions": IMPRESSIONS, "views": VIEWS, "ctr": RATE,
               "watch_time": WATCH_TIME, "engagement_time": MEAN_VIEW},
        constants={"kind": kind},
        totals=TOTAL_ROWS,
        day_first=False,
        **others,
    )  # fmt: skip


FORMATS: tuple[Format, ...] = (
    _terms(
        "YouTube search terms",
        {"keyword": SOURCE},
        required=("keyword", "clicks", "watch_time"),
        locate=locate_terms,
        told_by="Traffic source, Views, Watch time (hours); the first column names no source",
    ),
    _terms(
        "YouTube sources in detail",
        {"keyword": ("Source title",), "_source_type": ("Source type",), "source": SOURCE},
        required=("keyword", "_source_type", "clicks"),
    ),
    _terms(
        "YouTube search term list",
        {"keyword": ("YouTube search term", "YouTube search terms", "Search term", "Search terms")},
        required=("keyword", "clicks", "watch_time"),
    ),
    with_fills(
        Format(
            name="YouTube videos",
            family="YouTube",
            spec=CLICKS,
            words={
                "element": ("Content", "Video"),
                "text": ("Video title",),
                "date": ("Video publish time",),
                "duration": ("Duration", "Duration(sec)"),
                "pageviews": VIEWS,
                "exposed": IMPRESSIONS,
                "_rate": RATE,
                "watch_time": WATCH_TIME,
                "mean_view": MEAN_VIEW,
                "subscribers": ("Subscribers",),
                "likes": ("Likes",),
            },
            required=("element", "text"),
            any_of=("exposed", "pageviews"),
            evidence="R",
            constants={"kind": "post", "channel": "youtube"},
            mends=(watch_pages, clicks_by_rate, *POSTS),
            totals=TOTAL_ROWS,
            day_first=False,
        )
    ),
    _totals(
        "YouTube chart of videos",
        "day",
        {"name": ("Date",), "_content": ("Content", "Video"), "title": ("Video title",),
         "published": ("Video publish time",)},
        required=("name", "_content"),
        any_of=("views", "impressions", "ctr", "watch_time"),
        evidence="R",
        mends=(watch_pages, days),
        fills=("page", "date"),
    ),
    _totals(
        "YouTube days",
        "day",
        {"name": ("Date",)},
        required=("name",),
        any_of=("views", "impressions", "ctr", "watch_time"),
        evidence="R",
        mends=(days,),
        fills=("date",),
    ),
    _totals(
        "YouTube traffic sources",
        "traffic source",
        {"name": SOURCE},
        required=("name",),
        any_of=("views", "impressions", "watch_time"),
        evidence="R",
    ),
    _totals(
        "YouTube chart of traffic sources",
        "day of a traffic source",
        {"_day": ("Date",), "name": SOURCE},
        required=("_day", "name"),
        any_of=("views", "impressions", "watch_time"),
        evidence="K",
        mends=(source_days,),
        fills=("date",),
    ),
)  # fmt: skip

SHAPES: tuple[JsonShape, ...] = ()
