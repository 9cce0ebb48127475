"""Samples: Plausible's full export and a table of its dashboard."""

from __future__ import annotations

from tests.read import writers
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

PAGES = [
    [
        "date",
        "hostname",
        "page",
        "visits",
        "visitors",
        "pageviews",
        "total_scroll_depth",
        "total_scroll_depth_visits",
        "total_time_on_page",
        "total_time_on_page_visits",
    ],
    ["2026-03-01", "shop.example", "/boots", 5, 4, 9, 300, 5, 60, 5],
    ["2026-03-02", "shop.example", "/boots", 2, 2, 3, 100, 2, 9, 2],
    ["2026-03-28", "shop.example", "/", 1, 1, 1, 20, 1, 3, 1],
]
EVENTS = [
    ["date", "name", "link_url", "path", "visitors", "events"],
    ["2026-03-01", "Outbound Link: Click", "https://maps.example/", "/contact", 3, 4],
    ["2026-03-02", "Outbound Link: Click", "https://maps.example/", "/contact", 1, 1],
    ["2026-03-02", "File Download", "https://shop.example/size.pdf", "", 2, 2],
    ["2026-03-28", "Signup", "", "", 1, 1],
]
SOURCES = [
    [
        "date",
        "source",
        "referrer",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_content",
        "utm_term",
        "pageviews",
        "visitors",
        "visits",
        "visit_duration",
        "bounces",
    ],
    ["2026-03-01", "Google", "", "", "", "", "", "", 9, 4, 5, 100, 1],
    ["2026-03-28", "Google", "", "", "", "", "", "", 1, 1, 1, 5, 0],
]
ENTRIES = [
    ["date", "entry_page", "visitors", "entrances", "visit_duration", "bounces", "pageviews"],
    ["2026-03-01", "/boots", 4, 5, 90, 1, 9],
]
EXITS = [["date", "exit_page", "visitors", "visits", "exits", "pageviews"],
         ["2026-03-01", "/boots", 4, 5, 5, 9]]  # fmt: skip
SPAN = "20260301_20260328.csv"


def _archive() -> bytes:
    tables = {"pages": PAGES, "custom_events": EVENTS, "sources": SOURCES, "entry_pages": ENTRIES,
              "exit_pages": EXITS}  # fmt: skip
    return writers.zip_bytes(
        {f"imported_{name}_{SPAN}": delimited(rows, quoted=True)() for name, rows in tables.items()}
    )


LINKS = [("/contact", "https://maps.example/", "https://maps.example/", "link", 5, 28),
         ("(page not told)", "https://shop.example/size.pdf", "https://shop.example/size.pdf",
          "link", 2, 28)]  # fmt: skip
LINK_COLUMNS = ("page", "element", "target", "kind", "clicks", "period_days")

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="plausible-export", format="Plausible pages", file="shop_example_20260328.zip",
        data=_archive, table="pages", columns=("page", "views", "sessions", "period_days"),
        expected=[("https://shop.example/boots", 12, 7, 28), ("https://shop.example/", 1, 1, 28)],
        report={"dropped": ("1 row summed",)}, also={"clicks": 2, "totals": 3},
    ),
    Sample(
        name="plausible-links", format="Plausible link clicks",
        file=f"imported_custom_events_{SPAN}", data=delimited(EVENTS), table="clicks",
        columns=LINK_COLUMNS, expected=LINKS,
        report={"dropped": ("1 event is no click on a link", "1 row summed")},
    ),
    Sample(
        name="plausible-sources", format="Plausible sources", file=f"imported_sources_{SPAN}",
        data=delimited(SOURCES), table="totals", columns=("kind", "name", "sessions", "views"),
        expected=[("source", "Google", 6, 10)],
    ),
    Sample(
        name="plausible-entries", format="Plausible entry pages",
        file=f"imported_entry_pages_{SPAN}", data=delimited(ENTRIES), table="totals",
        columns=("kind", "name", "sessions"), expected=[("entry page", "/boots", 5)],
    ),
    Sample(
        name="plausible-exits", format="Plausible exit pages", file=f"imported_exit_pages_{SPAN}",
        data=delimited(EXITS), table="totals", columns=("kind", "name", "sessions"),
        expected=[("exit page", "/boots", 5)],
    ),
    Sample(
        name="plausible-dashboard", format="Plausible dashboard pages", file="pages.csv",
        data=delimited([["name", "visitors", "pageviews", "bounce_rate", "time_on_page"],
                        ["/boots", 40, 55, 61, 33.5]]),
        table="pages", columns=("page", "views"), expected=[("/boots", 55)],
    ),
)  # fmt: skip
