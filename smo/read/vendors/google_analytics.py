"""Google Analytics: version 4 reports, explorations and snapshots, and Universal Analytics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import smo.read.vendors.google_analytics_words as words
from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import no_rank_unseen, plain_devices, sum_keys
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import CLICKS, KEYWORDS, PAGES

FAMILY = "Google Analytics"
UNSET = ("(not set)", "(other)", "(не задано)", "(não definido)")


def title_for_page(draft: Draft) -> Draft:
    """Take the title for the page where the report names pages by title only."""
    if "page" in draft.frame:
        return draft
    draft = replace(draft, frame=draft.frame.assign(page=draft.frame["title"]))
    return draft.note("pages are named by title: they meet other tables by words, not address")


def no_unset_page(draft: Draft) -> Draft:
    """Leave out the rows that Analytics could give no page for."""
    unset = draft.frame["page"].isin(UNSET).astype(bool)
    return draft.drop(unset, "page is (not set) or (other)")


def no_unset_query(draft: Draft) -> Draft:
    """Leave out the row of queries that Analytics does not tell: hidden demand."""
    return draft.drop(draft.frame["keyword"].isin(UNSET).astype(bool), "query is (not set)")


def told_above(draft: Draft) -> Draft:
    """Say which table of a snapshot stands above the first one that is known."""
    tables = [line for line in draft.preamble if not line.startswith("#") and "," in line]
    if not tables:
        return draft
    return draft.note(f"left out beside it: {len(tables)} lines above, beginning {tables[0]!r}")


def weighted_time(draft: Draft) -> Draft:
    """Sum the rows of a page over days and channels; the mean time is weighted by sessions."""
    frame = draft.frame
    if "engagement_time" not in frame or not frame.duplicated(["page"]).any():
        return sum_keys(draft)
    weight = next((frame[name] for name in ("sessions", "views") if name in frame), None)
    if weight is None:
        return sum_keys(draft)
    time = (frame["engagement_time"] * weight).groupby(frame["page"]).sum(min_count=1)
    total = weight.where(frame["engagement_time"].notna()).groupby(frame["page"]).sum(min_count=1)
    draft = sum_keys(draft)
    mean = draft.frame["page"].map(time / total.where(total > 0)).astype(DTYPES["number"])
    return replace(draft, frame=draft.frame.assign(engagement_time=mean))


def clicks_of_links(draft: Draft) -> Draft:
    """Keep the events that are clicks on links, each link with its words on its page."""
    if "_event" in draft.extra:
        event = draft.extra["_event"].fillna("click").str.casefold()
        no_click = ~event.isin(["click", "file_download"]).astype(bool)
        draft = draft.drop(no_click, "event is no click on a link")
    target = draft.frame["target"]
    empty = target.isna() | target.isin([*UNSET, "(none)"])
    draft = draft.drop(empty.astype(bool), "no link is told")
    frame = draft.frame
    text = frame["text"].where(~frame["text"].isin(UNSET)) if "text" in frame else frame["target"]
    element = frame["target"] + (" " + text).where(text.notna() & (text != frame["target"]), "")
    if "page" not in frame:
        draft = draft.note("the report does not tell the page a link is on: give it by page=")
    return sum_keys(replace(draft, frame=frame.assign(element=element)))


def _fits_answer(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("dimensionHeaders"), list)
        and isinstance(value.get("metricHeaders"), list)
    )


def _answer(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    head = [h["name"] for h in (*value["dimensionHeaders"], *value["metricHeaders"])]
    rows = [
        [cell["value"] for cell in (*row.get("dimensionValues", ()), *row.get("metricValues", ()))]
        for row in value.get("rows", ())
    ]
    return {"": [head, *rows]}


_REST = {
    "users": words.USERS, "events": words.EVENTS,
    "per_user": ("Views per active user", "Event count per active user"),
    "revenue": ("Total revenue", "Receita total"), "key": ("Key events", "Eventos principais"),
    "rate": ("Bounce rate", "Engagement rate", "Session key event rate", "Taxa de rejeição"),
    "_channel": words.CHANNEL, "_date": ("date", "Date"),
}  # fmt: skip
_ORGANIC = {
    "clicks": words.ORGANIC_CLICKS, "impressions": words.ORGANIC_IMPRESSIONS,
    "ctr": words.ORGANIC_CTR, "position": words.ORGANIC_RANK, "device": ("Device category",),
    "country": ("Country",),
}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format(
        name="Analytics 4 pages and screens",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": words.PAGE_PATH, "title": words.PAGE_TITLE, "views": words.VIEWS,
            "sessions": words.SESSIONS, "engagement_time": words.ENGAGEMENT, **_REST,
        },
        required=("views",),
        any_of=("page", "title"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED,
        mends=(told_above, title_for_page, no_unset_page, weighted_time),
    ),
    Format(
        name="Analytics 4 landing pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": words.LANDING, "sessions": words.SESSIONS, "views": words.VIEWS,
            "engagement_time": words.ENGAGEMENT, **_REST,
        },
        required=("page", "sessions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED,
        mends=(no_unset_page, weighted_time),
    ),
    Format(
        name="Analytics 4 page sessions",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": words.PAGE_PATH, "sessions": words.SESSIONS,
            "engagement_time": words.ENGAGEMENT, **_REST,
        },
        required=("page", "sessions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED,
        mends=(no_unset_page, weighted_time),
    ),
    Format(
        name="Analytics 4 organic search queries",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": words.ORGANIC_QUERY, **_ORGANIC},
        required=("keyword", "clicks", "impressions"),
        evidence="D",
        unconfirmed=("Portuguese",),
        mends=(no_unset_query, plain_devices, no_rank_unseen),
    ),
    Format(
        name="Analytics 4 organic search traffic",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": words.LANDING, **_ORGANIC, "sessions": words.SESSIONS,
            "engagement_time": words.ENGAGEMENT, **_REST,
        },
        required=("page", "clicks", "impressions"),
        evidence="D",
        unconfirmed=("Portuguese",),
        mends=(no_unset_page, no_rank_unseen),
    ),
    Format(
        name="Analytics 4 link clicks",
        family=FAMILY,
        spec=CLICKS,
        words={
            "target": words.LINK_URL, "text": words.LINK_TEXT, "page": words.PAGE_PATH,
            "clicks": words.EVENTS, "_event": words.EVENT_NAME, "rest": words.LINK_REST,
            "device": ("Device category", "deviceCategory"), "users": words.USERS,
        },
        required=("target", "clicks"),
        evidence="D",
        fills=("element", "channel", "campaign",),
        unconfirmed=words.UNCONFIRMED,
        constants={"kind": "link"},
        mends=(plain_devices, clicks_of_links),
    ),
    Format(
        name="Analytics 4 channels",
        family=FAMILY,
        spec=TOTALS,
        words={
            "name": words.CHANNEL, "sessions": words.SESSIONS, "views": words.VIEWS,
            "engagement_time": words.ENGAGEMENT, "users": words.USERS, "events": words.EVENTS,
        },
        required=("name", "sessions"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED,
        constants={"kind": "channel"},
    ),
    Format(
        name="Analytics 4 events",
        family=FAMILY,
        spec=TOTALS,
        words={"name": words.EVENT_NAME, "events": words.EVENTS,
               "users": words.USERS, "revenue": ("Total revenue", "Receita total")},
        required=("name", "events"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED,
        constants={"kind": "event"},
    ),
    Format(
        name="Universal Analytics pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": ("Page", "Página", "Страница"), "views": ("Pageviews",),
            "unique": ("Unique Pageviews",), "engagement_time": ("Avg. Time on Page",),
            "entrances": ("Entrances",), "bounce": ("Bounce Rate",), "exit": ("% Exit",),
            "value": ("Page Value",),
        },
        required=("page", "views", "unique"),
        evidence="R",
        mends=(no_unset_page, weighted_time),
    ),
    Format(
        name="Universal Analytics days",
        family=FAMILY,
        spec=TOTALS,
        words={"name": ("Day Index",), "views": ("Pageviews",)},
        required=("name", "views"),
        evidence="R",
        constants={"kind": "day"},
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = (
    JsonShape("an answer of Analytics' data interface", _fits_answer, _answer),
)
