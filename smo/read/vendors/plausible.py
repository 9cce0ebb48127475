"""Plausible: the full export (tables by day) and the tables of the dashboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Format, JsonShape, Located, Mend
from smo.read.grid import Grid
from smo.read.mends import sum_keys
from smo.read.posts import day_totals, numbers_of
from smo.read.recognize import fold_header
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import CLICKS, PAGES

FAMILY = "Plausible"
# Events that Plausible makes itself of clicks on links; only they tell an address.
LINK_EVENTS = ("Outbound Link: Click", "File Download", "Cloaked Link: Click")
NO_PAGE = "(page not told)"
# What the dashboard calls visits without a source: the export leaves their name empty.
DIRECT = "Direct / None"
UNTOLD = "(not told)"


def _address(draft: Draft) -> Draft:
    """Give each page its host."""
    if "_host" not in draft.extra:
        return draft
    host, path = draft.extra["_host"], draft.frame["page"]
    bare = (host.notna() & path.str.startswith("/")).fillna(value=False).astype(bool)
    whole = path.mask(bare, "https://" + host + path)
    return replace(draft, frame=draft.frame.assign(page=whole))


def _mean_time(draft: Draft) -> Draft:
    """Sum the days; the mean time is all seconds by the visits they were counted in."""
    sums = draft.extra.get("_time")
    visits = numbers_of(draft, "_time_visits") if "_time_visits" in draft.extra else None
    visits = draft.frame.get("sessions") if visits is None else visits
    if sums is None or visits is None:
        return sum_keys(draft)
    key = [draft.frame[name] for name in draft.spec.key if name in draft.frame]
    told = pd.DataFrame({"time": numbers_of(draft, "_time"), "visits": visits})
    told = told.groupby([column.fillna("") for column in key]).transform("sum")
    mean = (told["time"] / told["visits"].where(told["visits"] > 0)).astype(DTYPES["number"])
    draft = sum_keys(draft)
    return replace(draft, frame=draft.frame.assign(engagement_time=mean.loc[draft.frame.index]))


def _sources(draft: Draft) -> Draft:
    """Name the visits that came from nowhere: without a name they would be left out."""
    return replace(draft, frame=draft.frame.assign(name=draft.extra["_name"].fillna(DIRECT)))


def _links(draft: Draft) -> Draft:
    """Keep the events that are clicks on links; a link is named by its address."""
    name = draft.extra["_name"]
    draft = draft.drop(~name.isin(LINK_EVENTS).astype(bool), "event is no click on a link")
    draft = draft.drop(draft.frame["target"].isna(), "no link is told")
    frame = draft.frame.assign(element=draft.frame["target"])
    none: pd.Series[Any] = pd.Series(pd.NA, index=frame.index, dtype=DTYPES["text"])
    page = frame.get("page", none)
    if page.isna().any():
        draft = draft.note(f"where the export tells no page of a click it is {NO_PAGE!r}")
    return sum_keys(replace(draft, frame=frame.assign(page=page.fillna(NO_PAGE))))


def _visitors_for_sessions(draft: Draft) -> Draft:
    return draft.note("visitors are counted, not sessions")


def _table_of(*, pages: bool) -> Callable[[Grid], Located | None]:
    """Return a finder of `name, visitors, bounce_rate, ...`: of pages by their paths, or others."""

    def locate(grid: Grid) -> Located | None:
        if not grid.head:
            return None
        cells = [fold_header(cell) for cell in grid.head[0]]
        timed = {"bounce_rate", "visit_duration"} & set(cells)
        if cells[:2] != ["name", "visitors"] or not timed or {"pageviews", "visits"} & set(cells):
            return None
        names = [str(row[0]) for row in grid.head[1:] if row and str(row[0]).strip()]
        paths = sum(name.startswith("/") for name in names)
        if (2 * paths > len(names)) is not pages:
            return None
        found = {"page" if pages else "_name": 0, "sessions": 1}
        if "visit_duration" in cells:
            found["engagement_time"] = cells.index("visit_duration")
        return 0, found

    return locate


# Tables of `name, visitors` alone: only the name of the file says what their names are.
_BY_FILE = {
    "countries": "country", "regions": "region", "cities": "city", "browsers": "browser",
    "browser_versions": "browser version", "operating_systems": "operating system",
    "operating_system_versions": "operating system version", "devices": "device",
    "channels": "channel", "sources": "source", "referrers": "referrer",
    "utm_sources": "utm source", "utm_mediums": "utm medium", "utm_campaigns": "utm campaign",
    "utm_contents": "utm content", "utm_terms": "utm term",
}  # fmt: skip


def _kind_by_file(grid: Grid) -> str | None:
    stem = grid.name.rpartition("/")[2].casefold().removesuffix(".gz").removesuffix(".csv")
    return _BY_FILE.get(stem)


def _bare_table(grid: Grid) -> Located | None:
    """Find `name, visitors` in a file that the dashboard names."""
    cells = [fold_header(cell) for cell in grid.head[0]] if grid.head else []
    if cells != ["name", "visitors"] or _kind_by_file(grid) is None:
        return None
    return 0, {"_name": 0, "sessions": 1}


def _named_by_file(draft: Draft) -> Draft:
    """Take the kind of the file's name; visits without a source are direct, others untold."""
    told = _kind_by_file(draft.grid) or ""
    untold = DIRECT if told.endswith(("source", "channel", "referrer")) else UNTOLD
    names = draft.extra["_name"].fillna(untold)
    draft = replace(draft, frame=draft.frame.assign(name=names))
    kind = pd.Series(told, index=draft.frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(kind=kind))


_TOLD = {
    "visitors": ("visitors",), "sessions": ("visits",), "views": ("pageviews",),
    "bounces": ("bounces",), "_time": ("visit_duration",), "_date": ("date",),
}  # fmt: skip


def _totals(
    title: str,
    kind: str,
    words: dict[str, tuple[str, ...]],
    *needed: str,
    evidence: str = "D",
    mends: tuple[Mend, ...] = (_mean_time,),
    fills: tuple[str, ...] = ("engagement_time",),
) -> Format:
    return Format(
        name=f"Plausible {title}",
        family=FAMILY,
        spec=TOTALS,
        # Without words stand the columns that another name takes.
        words={name: told for name, told in {**_TOLD, **words}.items() if told},
        required=needed,
        evidence=evidence,
        constants={"kind": kind},
        mends=mends,
        fills=fills,
    )


_SOURCE: dict[str, tuple[str, ...]] = {
    "_name": ("source",), "referrer": ("referrer",), "utm_source": ("utm_source",),
    "utm_medium": ("utm_medium",), "utm_campaign": ("utm_campaign",),
    "utm_content": ("utm_content",), "utm_term": ("utm_term",),
}  # fmt: skip
# The dashboard tells durations as means already.
_MEAN = {"_time": (), "engagement_time": ("visit_duration", "time_on_page")}
_RATES = {"bounce": ("bounce_rate",), "per_visit": ("views_per_visit",),
          "exit_rate": ("exit_rate",), "scroll": ("scroll_depth",)}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format(
        name="Plausible pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "_date": ("date",), "_host": ("hostname",), "page": ("page",), "views": ("pageviews",),
            "sessions": ("visits",), "visitors": ("visitors",), "scroll": ("total_scroll_depth",),
            "scroll_visits": ("total_scroll_depth_visits",), "_time": ("total_time_on_page",),
            "_time_visits": ("total_time_on_page_visits",),
        },
        required=("page", "views", "_host"),
        evidence="D",
        mends=(_address, _mean_time),
        fills=("engagement_time",),
    ),
    Format(
        name="Plausible link clicks",
        family=FAMILY,
        spec=CLICKS,
        words={"_date": ("date",), "_name": ("name",), "target": ("link_url",), "page": ("path",),
               "visitors": ("visitors",), "clicks": ("events",)},
        required=("_name", "target", "clicks"),
        evidence="D",
        fills=("element",),
        constants={"kind": "link"},
        mends=(_links,),
    ),
    _totals("sources", "source", _SOURCE, "_name", "sessions", "bounces",
            mends=(_sources, _mean_time), fills=("name", "engagement_time")),
    _totals("entry pages", "entry page", {"name": ("entry_page",), "sessions": ("entrances",)},
            "name", "sessions"),
    _totals("exit pages", "exit page", {"name": ("exit_page",), "sessions": ("exits",)},
            "name", "sessions"),
    _totals("devices", "device", {"name": ("device",)}, "name", "sessions", "bounces"),
    _totals("countries", "country", {"name": ("country",), "region": ("region",),
                                     "city": ("city",)}, "name", "sessions", "bounces"),
    _totals("browsers", "browser", {"name": ("browser",), "version": ("browser_version",)},
            "name", "sessions", "bounces"),
    _totals("operating systems", "operating system",
            {"name": ("operating_system",), "version": ("operating_system_version",)},
            "name", "sessions", "bounces"),
    _totals("days", "day", {"name": ("date",), "_date": ()}, "name", "visitors", "sessions",
            "bounces", mends=(day_totals, _mean_time), fills=("date", "engagement_time")),
    Format(
        name="Plausible dashboard pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("name",), "visitors": ("visitors",), "views": ("pageviews",),
               "engagement_time": ("time_on_page", "visit_duration"), **_RATES},
        required=("page", "visitors", "views"),
        evidence="K",
        any_of=("bounce", "engagement_time", "scroll"),
    ),
    Format(
        name="Plausible dashboard pages by visitors",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("name",), "sessions": ("visitors",),
               "engagement_time": ("visit_duration",), **_RATES},
        required=("page", "sessions"),
        evidence="K",
        locate=_table_of(pages=True),
        told_by="name, visitors, and bounce_rate or visit_duration; the names are paths",
        mends=(_visitors_for_sessions,),
    ),
    Format(
        name="Plausible dashboard sources",
        family=FAMILY,
        spec=TOTALS,
        words={"_name": ("name",), "sessions": ("visitors",),
               "engagement_time": ("visit_duration",), **_RATES},
        required=("_name", "sessions"),
        evidence="K",
        locate=_table_of(pages=False),
        told_by="name, visitors, and bounce_rate or visit_duration; the names are no paths",
        constants={"kind": "source"},
        mends=(_sources, _visitors_for_sessions),
        fills=("name",),
    ),
    Format(
        name="Plausible dashboard visitors",
        family=FAMILY,
        spec=TOTALS,
        words={"_name": ("name",), "sessions": ("visitors",)},
        required=("_name", "sessions"),
        evidence="K",
        locate=_bare_table,
        told_by="name, visitors, in a file called countries.csv, browsers.csv, devices.csv, ...",
        mends=(_named_by_file, _visitors_for_sessions),
        fills=("name", "kind"),
    ),
    _totals("dashboard entry pages", "entry page", {"name": ("name",), **_MEAN, **_RATES},
            "name", "visitors", "sessions", "engagement_time", evidence="K", mends=(), fills=()),
    _totals("dashboard exit pages", "exit page", {"name": ("name",), **_MEAN, **_RATES},
            "name", "visitors", "exit_rate", evidence="K", mends=(), fills=()),
    _totals("dashboard days", "day", {"name": ("date",), **_MEAN, **_RATES, "_date": ()},
            "name", "visitors", "sessions", "bounce", "engagement_time", evidence="K",
            mends=(day_totals,), fills=("date",)),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
