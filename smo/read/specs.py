"""The tables a reader can make: the library's own, and two small ones of the exports."""

from __future__ import annotations

from smo.spec import Column, Table, count, must, share, text
from smo.tables import CLICKS, KEYWORDS, PAGES

TOTALS = Table(
    "totals",
    "a total that an export gives beside its rows",
    ("segment", "kind", "name", "page"),
    (
        must("segment", "audience segment"),
        must("kind", "what is totaled: day, device, country, appearance, scroll, ..."),
        must("name", "the day, device, country, depth, ..., as exported"),
        text("page", "address of the page, where the total is of one page"),
        Column("date", "date", "the day of a daily total"),
        count("clicks", "clicks in the period"),
        count("impressions", "impressions in the period"),
        count("views", "views of pages, videos or posts in the period"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
        count("sessions", "sessions or visitors"),
        count("events", "events of the name"),
        count("volume", "searches in the time that the row or the period names"),
        count("engagement_time", "mean time in seconds"),
        share("depth", "share of the page's height, of scroll and attention"),
        text("source", "read the row came from, key of the read report"),
    ),
)

FILTERS = Table(
    "filters",
    "a filter the export was made with",
    ("name",),
    (must("name", "what is filtered"), text("value", "what is let through")),
)

SPECS = {table.name: table for table in (KEYWORDS, CLICKS, PAGES, TOTALS, FILTERS)}

# The column that names a row: without it a row says nothing.
SUBJECT = {
    "keywords": "keyword",
    "clicks": "element",
    "pages": "page",
    "totals": "name",
    "filters": "name",
}

# Whole numbers: "9,380" among them is 9380, never 9.38.
COUNTS = frozenset(
    [
        "impressions", "clicks", "volume", "views", "sessions", "pageviews", "exposed",
        "clicked_pageviews", "dead_clicks", "rage_clicks", "events",
    ]
)  # fmt: skip

# Durations: seconds, or a clock such as 0:06:39.
CLOCKS = frozenset(["engagement_time"])
