"""Samples: Plausible's full export and the tables of its dashboard."""

from __future__ import annotations

from tests.read import writers
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited

PAGES = [
    ["date", "hostname", "page", "visits", "visitors", "pageviews", "total_scroll_depth",
     "total_scroll_depth_visits", "total_time_on_page", "total_time_on_page_visits"],
    ["2026-03-01", "shop.example", "/boots", 5, 4, 9, 300, 5, 60, 5],
    ["2026-03-02", "shop.example", "/boots", 2, 2, 3, 100, 2, 9, 1],
    ["2026-03-28", "shop.example", "/", 1, 1, 1, 20, 1, 0, 0],
    ["2026-03-28", "", "/draft", 1, 1, 2, "", "", "", ""],
]  # fmt: skip
# Before times on page were told.
OLD_PAGES = [
    ["date", "hostname", "page", "visits", "visitors", "pageviews"],
    ["2026-03-01", "shop.example", "/a, b", 5, 4, 9],
]
# The path is told of pages not found and of forms only: of a link it is empty.
EVENTS = [
    ["date", "name", "link_url", "path", "visitors", "events"],
    ["2026-03-01", "Outbound Link: Click", "https://maps.example/", "", 3, 4],
    ["2026-03-02", "Outbound Link: Click", "https://maps.example/", "", 1, 1],
    ["2026-03-02", "File Download", "https://shop.example/size.pdf", "/help", 2, 2],
    ["2026-03-02", "Cloaked Link: Click", "https://shop.example/go/1", "", 2, 3],
    ["2026-03-28", "404", "", "/gone", 1, 1],
    ["2026-03-28", "Signup", "", "", 1, 1],
    ["2026-03-28", "File Download", "", "", 1, 1],
]
# As many visits came from nowhere as from everywhere else: no row of totals.
SOURCES = [
    ["date", "source", "referrer", "utm_source", "utm_medium", "utm_campaign", "utm_content",
     "utm_term", "pageviews", "visitors", "visits", "visit_duration", "bounces"],
    ["2026-03-01", "Google", "", "", "", "", "", "", 9, 4, 5, 100, 1],
    ["2026-03-01", "", "", "", "", "", "", "", 10, 5, 6, 60, 1],
    ["2026-03-28", "Google", "", "", "", "", "", "", 1, 1, 1, 5, 0],
]  # fmt: skip
ENTRIES = [
    ["date", "entry_page", "visitors", "entrances", "visit_duration", "bounces", "pageviews"],
    ["2026-03-01", "/boots", 4, 5, 90, 1, 9],
    ["2026-03-02", "/boots", 4, 5, 10, 1, 9],
]
EXITS = [
    ["date", "exit_page", "visitors", "visit_duration", "exits", "bounces", "pageviews"],
    ["2026-03-01", "/boots", 4, 90, 5, 1, 9],
]
_VISIT = ("visitors", "visits", "visit_duration", "bounces", "pageviews")
DEVICES = [["date", "device", *_VISIT], ["2026-03-01", "Mobile", 4, 5, 50, 1, 9]]
COUNTRIES = [
    ["date", "country", "region", "city", *_VISIT],
    ["2026-03-01", "EE", "EE-37", 588409, 4, 5, 50, 1, 9],
    ["2026-03-01", "EE", "EE-79", 588335, 1, 1, 10, 1, 1],
]
BROWSERS = [
    ["date", "browser", "browser_version", *_VISIT],
    ["2026-03-01", "F", "1", 4, 5, 50, 1, 9],
]
SYSTEMS = [["date", "operating_system", "operating_system_version", *_VISIT],
           ["2026-03-01", "Linux", "", 4, 5, 50, 1, 9]]  # fmt: skip
DAYS = [
    ["date", "visitors", "pageviews", "bounces", "visits", "visit_duration"],
    ["2026-03-01", 4, 9, 1, 5, 100],
    ["2026-03-28", 1, 1, 0, 1, 5],
]
SPAN = "20260301_20260328.csv"
TABLES = {
    "pages": PAGES, "custom_events": EVENTS, "sources": SOURCES, "entry_pages": ENTRIES,
    "exit_pages": EXITS, "devices": DEVICES, "locations": COUNTRIES, "browsers": BROWSERS,
    "operating_systems": SYSTEMS, "visitors": DAYS,
}  # fmt: skip
PAGE_ROWS = [
    ("https://shop.example/boots", 12, 7, 11.5, 28),
    ("https://shop.example/", 1, 1, None, 28),
    ("/draft", 2, 1, None, 28),
]
LINKS = [
    ("(page not told)", "https://maps.example/", "https://maps.example/", "link", 5, 28),
    ("/help", "https://shop.example/size.pdf", "https://shop.example/size.pdf", "link", 2, 28),
    ("(page not told)", "https://shop.example/go/1", "https://shop.example/go/1", "link", 3, 28),
]
LINK_COLUMNS = ("page", "element", "target", "kind", "clicks", "period_days")
TOTAL = ("kind", "name", "sessions", "views", "engagement_time")
# The dashboard's zip; of `name, visitors` only the file's name says what its names are.
DASHBOARD = {
    "pages": [["name", "visitors", "pageviews", "bounce_rate", "time_on_page"],
              ["/boots", 40, 55, 61, 33.5], ["/", 9, 9, 70, ""]],
    "sources": [["name", "visitors", "bounce_rate", "visit_duration"], ["Google", 30, 50, 61],
                ["", 30, 50, 61]],
    "entry_pages": [["name", "visitors", "visits", "visit_duration"], ["/boots", 40, 44, 61]],
    "exit_pages": [["name", "visitors", "visits", "exit_rate"], ["/boots", 40, 44, 61]],
    "visitors": [["date", "visitors", "pageviews", "visits", "views_per_visit", "bounce_rate",
                  "visit_duration"], ["2026-03-01", 49, 64, 50, 1.28, 60, 47]],
    "countries": [["name", "visitors"], ["Estonia", 49], ["", 3]],
    "unheard_of": [["name", "visitors"], ["Estonia", 49]],
}  # fmt: skip
WHOLE = "Plausible export shop.example 2026-03-01 to 2026-03-31.zip"


def _zip(tables: dict[str, list[list[object]]], end: str, *, quoted: bool) -> bytes:
    return writers.zip_bytes(
        {f"{name}{end}": delimited(rows, quoted=quoted)() for name, rows in tables.items()}
    )


def _export() -> bytes:
    return _zip(
        {f"imported_{name}": rows for name, rows in TABLES.items()}, f"_{SPAN}", quoted=True
    )


def _dashboard() -> bytes:
    return _zip(DASHBOARD, ".csv", quoted=False)


def _total(name: str, member: str, rows: Cells, *expected: tuple[object, ...]) -> Sample:
    return Sample(
        name=f"plausible-{member}", format=f"Plausible {name}", file=f"imported_{member}_{SPAN}",
        data=delimited(rows, quoted=True), table="totals", columns=TOTAL, expected=expected,
        report={"period_start": "2026-03-01"},
    )  # fmt: skip


def _shown(name: str, member: str, *expected: tuple[object, ...]) -> Sample:
    return Sample(
        name=f"plausible-dashboard-{member}", format=f"Plausible dashboard {name}",
        file=f"{member}.csv", data=delimited(DASHBOARD[member]), table="totals", columns=TOTAL,
        expected=expected,
    )  # fmt: skip


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="plausible-export", format="Plausible pages", file="shop_example_20260328.zip",
        data=_export, table="pages",
        columns=("page", "views", "sessions", "engagement_time", "period_days"),
        expected=PAGE_ROWS, report={"dropped": ("1 row summed",)},
        also={"clicks": 3, "totals": 10},
    ),
    Sample(
        name="plausible-pages-old", format="Plausible pages", file="imported_pages.csv",
        data=delimited(OLD_PAGES, quoted=True), table="pages", columns=("page", "views"),
        expected=[("https://shop.example/a, b", 9)], report={"period_days": 1},
    ),
    Sample(
        name="plausible-links", format="Plausible link clicks",
        file=f"imported_custom_events_{SPAN}", data=delimited(EVENTS), table="clicks",
        columns=LINK_COLUMNS, expected=LINKS,
        report={"dropped": ("2 event is no click on a link", "1 no link is told", "1 row summed"),
                "notes": ("no page of a click",)},
    ),
    _total("sources", "sources", SOURCES, ("source", "Google", 6, 10, 17.5),
           ("source", "Direct / None", 6, 10, 10)),
    _total("entry pages", "entry_pages", ENTRIES, ("entry page", "/boots", 10, 18, 10)),
    _total("exit pages", "exit_pages", EXITS, ("exit page", "/boots", 5, 9, 18)),
    _total("devices", "devices", DEVICES, ("device", "Mobile", 5, 9, 10)),
    _total("countries", "locations", COUNTRIES, ("country", "EE", 6, 10, 10)),
    _total("browsers", "browsers", BROWSERS, ("browser", "F", 5, 9, 10)),
    _total("operating systems", "operating_systems", SYSTEMS,
           ("operating system", "Linux", 5, 9, 10)),
    _total("days", "visitors", DAYS, ("day", "2026-03-01", 5, 9, 20),
           ("day", "2026-03-28", 1, 1, 5)),
    Sample(
        name="plausible-dashboard", format="Plausible dashboard pages", file=WHOLE,
        data=_dashboard, table="pages", columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/boots", 55, 33.5, 31), ("/", 9, None, 31)], also={"totals": 7},
        report={"notes": ("left out beside it", "unheard_of.csv")},
    ),
    Sample(
        name="plausible-dashboard-older", format="Plausible dashboard pages by visitors",
        file="pages.csv",
        data=delimited([["name", "visitors", "bounce_rate", "visit_duration"],
                        ["/boots", 40, 61, 33], ["/", 9, 70, ""]]),
        table="pages", columns=("page", "sessions", "engagement_time"),
        expected=[("/boots", 40, 33), ("/", 9, None)], report={"notes": ("visitors are counted",)},
    ),
    _shown("sources", "sources", ("source", "Google", 30, None, 61),
           ("source", "Direct / None", 30, None, 61)),
    _shown("visitors", "countries", ("country", "Estonia", 49, None, None),
           ("country", "(not told)", 3, None, None)),
    _shown("entry pages", "entry_pages", ("entry page", "/boots", 44, None, 61)),
    _shown("exit pages", "exit_pages", ("exit page", "/boots", 44, None, None)),
    _shown("days", "visitors", ("day", "2026-03-01", 50, 64, 47)),
)  # fmt: skip
