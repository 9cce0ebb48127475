"""Plausible: the full export and the dashboard's."""

from __future__ import annotations

from dataclasses import replace

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import sum_keys
from smo.read.specs import TOTALS
from smo.tables import CLICKS, PAGES

FAMILY = "Plausible"
# Events that Plausible makes itself of clicks on links.
LINK_EVENTS = ("Outbound Link: Click", "File Download", "Cloaked Link: Click")


def _address(draft: Draft) -> Draft:
    """Give each page its host."""
    if "_host" not in draft.extra:
        return sum_keys(draft)
    host, path = draft.extra["_host"], draft.frame["page"]
    whole = ("https://" + host + path).where(host.notna() & path.str.startswith("/"), path)
    return sum_keys(replace(draft, frame=draft.frame.assign(page=whole)))


def _links(draft: Draft) -> Draft:
    """Keep the events that are clicks on links; a link is named by its address."""
    name = draft.extra["_name"]
    draft = draft.drop(~name.isin(LINK_EVENTS).astype(bool), "event is no click on a link")
    draft = draft.drop(draft.frame["target"].isna(), "no link is told")
    frame = draft.frame.assign(element=draft.frame["target"])
    draft = replace(draft, frame=frame)
    if "page" in frame and frame["page"].isna().any():
        page = frame["page"].fillna("(page not told)")
        draft = replace(draft, frame=frame.assign(page=page))
        draft = draft.note("where the export tells no page of a click it is '(page not told)'")
    return sum_keys(draft)


def _entries(name: str, subject: str, sessions: str) -> Format:
    return Format(
        name=f"Plausible {name} pages",
        family=FAMILY,
        spec=TOTALS,
        words={"_date": ("date",), "name": (subject,), "sessions": (sessions,),
               "visitors": ("visitors",), "bounces": ("bounces",), "views": ("pageviews",)},
        required=("name", "sessions"),
        evidence="D",
        constants={"kind": f"{name} page"},
        mends=(sum_keys,),
    )  # fmt: skip


FORMATS: tuple[Format, ...] = (
    Format(
        name="Plausible pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "_date": ("date",), "_host": ("hostname",), "page": ("page",), "views": ("pageviews",),
            "sessions": ("visits",), "visitors": ("visitors",), "time": ("total_time_on_page",),
            "scroll": ("total_scroll_depth",), "time_visits": ("total_time_on_page_visits",),
        },
        required=("page", "views", "_host"),
        evidence="D",
        mends=(_address,),
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
    Format(
        name="Plausible sources",
        family=FAMILY,
        spec=TOTALS,
        words={"_date": ("date",), "name": ("source",), "referrer": ("referrer",),
               "utm_source": ("utm_source",), "utm_medium": ("utm_medium",),
               "views": ("pageviews",), "sessions": ("visits",), "visitors": ("visitors",),
               "duration": ("visit_duration",), "bounces": ("bounces",)},
        required=("name", "sessions", "bounces"),
        evidence="D",
        constants={"kind": "source"},
        mends=(sum_keys,),
    ),
    _entries("entry", "entry_page", "entrances"),
    _entries("exit", "exit_page", "exits"),
    Format(
        name="Plausible dashboard pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("name",), "visitors": ("visitors",), "views": ("pageviews",),
               "bounce": ("bounce_rate",), "time": ("time_on_page", "visit_duration"),
               "scroll": ("scroll_depth",)},
        required=("page", "visitors", "views"),
        evidence="K",
        any_of=("bounce", "time", "scroll"),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
