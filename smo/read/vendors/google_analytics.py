"""Google Analytics: version 4 reports, explorations and snapshots, and Universal Analytics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import smo.read.vendors.google_analytics_words as words
from smo.read.format import Format, JsonShape
from smo.read.mends import no_rank_unseen, plain_devices, sum_keys
from smo.read.specs import TOTALS
from smo.read.vendors.google_analytics_mends import (
    clicks_of_links,
    days_of_index,
    grand_total,
    nameless_total,
    no_unset_page,
    no_unset_query,
    period_above,
    title_for_page,
    visitors_else,
)
from smo.read.vendors.google_analytics_pivot import pivoted
from smo.tables import CLICKS, KEYWORDS, PAGES

FAMILY = "Google Analytics"


def _fits_report(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    heads = (value.get("dimensionHeaders"), value.get("metricHeaders"))
    return all(isinstance(head, list) for head in heads)


def _fits_answer(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    reports = value.get("reports")
    several = isinstance(reports, list) and bool(reports) and all(map(_fits_report, reports))
    return several or _fits_report(value)


def _answer(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the table of one report, or of each report of a batch."""
    if "reports" in value:
        reports = enumerate(value["reports"], 1)
        return {f"report {number}": _rows(report) for number, report in reports}
    return {"": _rows(value)}


def _rows(report: Any) -> Sequence[Sequence[Any]]:
    head = [h["name"] for h in (*report["dimensionHeaders"], *report["metricHeaders"])]
    return [
        head,
        *(
            [cell["value"] for part in ("dimensionValues", "metricValues") for cell in row[part]]
            for row in report.get("rows", ())
        ),
    ]


_REST = {
    "users": words.USERS, "events": words.EVENTS,
    "per_user": ("Views per active user", "Event count per active user"),
    "revenue": ("Total revenue", "Receita total"), "key": ("Key events", "Eventos principais"),
    "rate": ("Bounce rate", "Engagement rate", "Session key event rate", "Taxa de rejeição"),
    "_channel": words.CHANNEL, "_date": words.DATE,
}  # fmt: skip
_ORGANIC = {
    "clicks": words.ORGANIC_CLICKS, "impressions": words.ORGANIC_IMPRESSIONS,
    "ctr": words.ORGANIC_CTR, "position": words.ORGANIC_RANK, "device": words.DEVICE,
    "country": words.COUNTRY,
}  # fmt: skip
_COUNTED = {
    "sessions": words.SESSIONS, "_users": words.USERS, "views": words.VIEWS,
    "engagement_time": words.ENGAGEMENT, "events": words.EVENTS, "_date": words.DATE,
}  # fmt: skip
_PAGES = (pivoted, grand_total, no_unset_page, sum_keys)


def _totals(
    kind: str, plural: str, names: tuple[str, ...], *needed: str, evidence: str = "C"
) -> Format:
    return Format(
        name=f"Analytics 4 {plural}",
        family=FAMILY,
        spec=TOTALS,
        words={"name": names, **_COUNTED},
        required=("name", *needed),
        any_of=() if needed else ("sessions", "_users"),
        evidence=evidence,
        unconfirmed=words.UNCONFIRMED,
        constants={"kind": kind},
        mends=(pivoted, grand_total, visitors_else, days_of_index if kind == "day" else sum_keys),
        fills=("date",) if kind == "day" else (),
    )


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
        mends=(title_for_page, *_PAGES),
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
        mends=_PAGES,
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
        mends=_PAGES,
    ),
    Format(
        name="Analytics 4 organic search queries",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": words.ORGANIC_QUERY, "date": words.DATE, **_ORGANIC},
        required=("keyword", "clicks", "impressions"),
        evidence="D",
        unconfirmed=words.UNCONFIRMED_ORGANIC,
        mends=(pivoted, grand_total, no_unset_query, plain_devices, no_rank_unseen),
    ),
    Format(
        name="Analytics 4 organic search traffic",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": (*words.LANDING, *words.PAGE_PATH), **_ORGANIC, "sessions": words.SESSIONS,
            "engagement_time": words.ENGAGEMENT, **_REST,
        },
        required=("page", "clicks", "impressions"),
        evidence="D",
        unconfirmed=words.UNCONFIRMED_ORGANIC,
        mends=(pivoted, grand_total, no_unset_page, no_rank_unseen, sum_keys),
    ),
    Format(
        name="Analytics 4 link clicks",
        family=FAMILY,
        spec=CLICKS,
        words={
            "target": words.LINK_URL, "text": words.LINK_TEXT, "page": words.PAGE_PATH,
            "clicks": words.EVENTS, "_event": words.EVENT_NAME, "rest": words.LINK_REST,
            "device": words.DEVICE, "users": words.USERS, "date": words.DATE,
        },
        required=("target", "clicks"),
        evidence="D",
        fills=("element", "channel", "campaign"),
        unconfirmed=words.UNCONFIRMED,
        constants={"kind": "link"},
        mends=(pivoted, plain_devices, clicks_of_links),
    ),
    _totals("channel", "channels", words.CHANNEL, "sessions", evidence="R"),
    _totals("first channel", "first channels", words.FIRST_CHANNEL),
    _totals("device", "devices", words.DEVICE, "_users"),
    _totals("country", "countries", words.COUNTRY, "_users"),
    _totals("day", "days", words.NTH_DAY),
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
        mends=(pivoted, grand_total, sum_keys),
    ),
    Format(
        name="Universal Analytics pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": words.UA_PAGE, "views": words.UA_VIEWS, "unique": words.UA_UNIQUE,
            "engagement_time": words.UA_TIME, "entrances": ("Entrances",),
            "bounce": ("Bounce Rate",), "exit": ("% Exit",), "value": ("Page Value",),
        },
        required=("page", "views", "unique"),
        evidence="R",
        unconfirmed=words.UA_UNCONFIRMED,
        mends=(nameless_total, period_above, no_unset_page, sum_keys),
    ),
    Format(
        name="Universal Analytics days",
        family=FAMILY,
        spec=TOTALS,
        words={"name": words.UA_DAY, "views": words.UA_VIEWS, "sessions": words.SESSIONS},
        required=("name",),
        any_of=("views", "sessions"),
        evidence="R",
        unconfirmed=words.UA_UNCONFIRMED,
        constants={"kind": "day"},
        mends=(nameless_total, days_of_index),
        fills=("date",),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = (
    JsonShape("an answer of Analytics' data interface", _fits_answer, _answer),
)
