"""The tables a reader can make: the library's own, and two small ones of the exports."""

from __future__ import annotations

from smo.spec import Column, Table, count, must, text
from smo.tables import CLICKS, KEYWORDS, PAGES

TOTALS = Table(
    "totals",
    "a total that an export gives beside its rows",
    ("segment", "kind", "name"),
    (
        must("segment", "audience segment"),
        must("kind", "day, device, country or appearance"),
        must("name", "the day, device, country or appearance, as exported"),
        Column("date", "date", "the day of a daily total"),
        count("clicks", "clicks in the period"),
        count("impressions", "impressions in the period"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
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
        "clicked_pageviews", "dead_clicks", "rage_clicks",
    ]
)  # fmt: skip
