"""Microsoft Clarity: click, tap, area, scroll and attention maps, cards, insights."""

from __future__ import annotations

from smo.read.format import Format, JsonShape
from smo.read.selectors import role_of_selector
from smo.read.specs import TOTALS
from smo.read.vendors.clarity_mends import (
    CLICK_METRICS,
    DEAD_METRICS,
    INSIGHTS,
    RAGE_METRICS,
    also_counted,
    card_name,
    depth,
    entries,
    insights,
    is_insights,
    locate,
    preamble,
    words_of_area,
)
from smo.tables import CLICKS, PAGES

FAMILY = "Microsoft Clarity"


def _elements(name: str, metrics: frozenset[str], counted: str | None = None) -> Format:
    return Format(
        name=name,
        family=FAMILY,
        spec=CLICKS,
        words={"element": ("Element",), "clicks": ("Clicks",)},
        required=("element", "clicks"),
        evidence="C",
        constants={"kind": "element"},
        mends=(preamble, role_of_selector, *((also_counted(counted),) if counted else ())),
        fills=("page", "role", "device", "pageviews", *((counted,) if counted else ())),
        day_first=False,
        layer=counted or "",
        selectors=True,
        locate=locate(metrics, {"element": 1, "clicks": 2}),
        told_by=f'a line "Metric","{sorted(metrics)[0].capitalize()}" above the table',
    )


FORMATS: tuple[Format, ...] = (
    _elements("Clarity click map", CLICK_METRICS),
    _elements("Clarity dead click map", DEAD_METRICS, "dead_clicks"),
    _elements("Clarity rage click map", RAGE_METRICS, "rage_clicks"),
    Format(
        name="Clarity area map",
        family=FAMILY,
        spec=CLICKS,
        words={"element": ("Area",), "clicks": ("Clicks",)},
        required=("element", "clicks"),
        evidence="C",
        fills=("page", "text", "device", "pageviews",),
        constants={"kind": "element"},
        mends=(preamble, words_of_area),
        day_first=False,
        locate=locate(frozenset(["area", "areas"]), {"element": 0, "clicks": 1}),
        told_by='a line "Metric","Area" above the table',
    ),
    Format(
        name="Clarity scroll map",
        family=FAMILY,
        spec=TOTALS,
        words={"name": ("Scroll depth", "Scroll depth (%)"),
               "sessions": ("No. of visitors", "Visitors"), "drop": ("% drop off",)},
        required=("name", "sessions"),
        evidence="C",
        fills=("page", "depth",),
        constants={"kind": "scroll"},
        mends=(preamble, depth),
        day_first=False,
    ),
    Format(
        name="Clarity attention map",
        family=FAMILY,
        spec=TOTALS,
        words={"name": ("Attention depth",), "engagement_time": ("Average time",)},
        required=("name", "engagement_time"),
        evidence="C",
        fills=("page", "depth",),
        constants={"kind": "attention"},
        mends=(preamble, depth),
        day_first=False,
        locate=locate(frozenset(["attention"]), {"name": 0, "engagement_time": 1}),
        told_by='a line "Metric","Attention" above the table',
    ),
    Format(
        name="Clarity top pages card",
        family=FAMILY,
        spec=PAGES,
        words={"_metric": ("Metric",), "page": ("Top pages", "Top exit pages", "Top entry pages"),
               "sessions": ("No. of sessions",)},
        required=("_metric", "page", "sessions"),
        evidence="R",
        mends=(preamble,),
        day_first=False,
    ),
    Format(
        name="Clarity card",
        family=FAMILY,
        spec=TOTALS,
        words={"_metric": ("Metric",), "name": ("*",), "sessions": ("No. of sessions",)},
        required=("_metric", "sessions", "name"),
        evidence="R",
        fills=("kind",),
        mends=(preamble, card_name),
        day_first=False,
    ),
    Format(
        name="Clarity recordings",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("Entry URL",), "_date": ("Date",), "exit": ("Exit URL",),
               "clicks_of_session": ("Session clicks",), "link": ("Recording link",)},
        required=("page", "exit", "clicks_of_session"),
        evidence="C",
        fills=("sessions",),
        mends=(entries,),
        day_first=False,
    ),
    Format(
        name="Clarity popular pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("Clarity popular page",), "views": ("visitsCount",)},
        required=("page", "views"),
        evidence="C",
        told_by="an answer of its data export: metricName, information",
    ),
    Format(
        name="Clarity insights",
        family=FAMILY,
        spec=TOTALS,
        words={"kind": (INSIGHTS[0],), "name": (INSIGHTS[1],), "page": (INSIGHTS[2],),
               "sessions": (INSIGHTS[3],), "clicks": (INSIGHTS[4],), "depth": (INSIGHTS[5],)},
        required=("kind", "name"),
        evidence="C",
        told_by="an answer of its data export: metricName, information",
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = (
    JsonShape("an answer of Clarity's data export", is_insights, insights),
)
