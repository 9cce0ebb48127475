"""Samples: YouTube Studio."""

from __future__ import annotations

from collections.abc import Callable

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited, workbook
from tests.read.writers import csv_text, zip_bytes

COLUMNS = ("page", "element", "kind", "channel", "text", "hashtags", "date", "pageviews",
           "exposed", "clicks", "derived")  # fmt: skip
WATCH = "https://www.youtube.com/watch?v="
VIDEOS = [
    [
        "Content",
        "Video title",
        "Video publish time",
        "Duration",
        "Views",
        "Watch time (hours)",
        "Subscribers",
        "Average view duration",
        "Impressions",
        "Impressions click-through rate (%)",
    ],
    ["Total", "", "", "", 5200, 210.5, 31, "0:02:25", 81000, 4.53],
    [
        "aB3_-xYz012",
        "How to tie trail shoes, fast  #Trail #shorts",
        "Dec 15, 2023",
        399,
        4100,
        180.25,
        25,
        "0:06:39",
        70000,
        5,
    ],
    [
        "Cd4_-xYz034",
        "Как выбрать кроссовки #обувь",
        "Feb 2, 2024",
        61,
        1000,
        30.0,
        6,
        "0:01:48",
        11000,
        1.56,
    ],
    ["PLx1", "Deleted video", "", "", 100, 0.25, 0, "0:00:09", "", ""],
    ["Showing top 500 results"],
]
VIDEO_ROWS = [
    (f"{WATCH}aB3_-xYz012", "aB3_-xYz012", "post", "youtube", "How to tie trail shoes, fast",
     "trail shorts", "2023-12-15", 4100, 70000, 3500, True),
    (f"{WATCH}Cd4_-xYz034", "Cd4_-xYz034", "post", "youtube", "Как выбрать кроссовки", "обувь",
     "2024-02-02", 1000, 11000, 172, True),
    ("youtube:PLx1", "PLx1", "post", "youtube", "Deleted video", None, None, 100, None, 0, True),
]  # fmt: skip
CHART = [
    ["Date", "Content", "Video title", "Video publish time", "Views"],
    ["2024-02-01", "aB3_-xYz012", "How to tie", "Dec 15, 2023", 40],
    ["2024-02-02", "aB3_-xYz012", "How to tie", "Dec 15, 2023", 41],
    ["2024-02-01", "Cd4_-xYz034", "Как выбрать", "Feb 2, 2024", 0],
]
TOTALS = [["Date", "Views"], ["2024-02-01", 45], ["2024-02-02", "1,041"], ["2024-02-03", 0]]
SOURCES = [
    [
        "Traffic source",
        "Views",
        "Watch time (hours)",
        "Average view duration",
        "Impressions",
        "Impressions click-through rate (%)",
    ],
    ["Total", 5200, 210.5, "0:02:25", 81000, 4.53],
    ["Browse features", 3000, 150.1, "0:03:00", 50000, 5.1],
    ["YouTube search", 2000, 58.2, "0:01:44", 31000, 3.6],
    ["External", 200, 2.2, "0:00:39", "", ""],
]
SOURCE_ROWS = [
    ("traffic source", "Browse features", 3000, 50000, 180),
    ("traffic source", "YouTube search", 2000, 31000, 104),
    ("traffic source", "External", 200, None, 39),
]
TERMS = [
    [
        "Traffic source",
        "Views",
        "Watch time (hours)",
        "Average view duration",
        "Impressions",
        "Impressions click-through rate (%)",
    ],
    ["Total", 75, 3.5, "0:02:48", 900, 8.3],
    ["YT_SEARCH.how to tie trail shoes", 60, 3.0, "0:03:00", 700, 8.57],
    ["кроссовки, зима", 15, 0.5, "0:02:00", 200, 7.5],
]
TERM_ROWS = [("how to tie trail shoes", 60, 700), ("кроссовки, зима", 15, 200)]
DETAIL = [
    ["Traffic source", "Source type", "Source title", "Views", "Watch time (hours)"],
    ["Total", "", "", 85, 4.0],
    ["YT_SEARCH.trail shoes", "YouTube search", "trail shoes", 60, 3.0],
    ["EXT_URL.shop.example", "External", "shop.example", 20, 0.9],
    ["YT_SEARCH.laces", "YouTube search", "laces", 5, 0.1],
]
LIST = [["Search term", "Views", "Watch time (hours)"], ["trail shoes", 60, 3.0], ["laces", 5, 1]]
SOURCE_CHART = [
    ["Date", "Traffic source", "Views"],
    ["2024-02-01", "Browse features", 30],
    ["2024-02-02", "Browse features", 31],
    ["2024-02-01", "YouTube search", 4],
]
# Three tables as the browser unpacks them from one zip.
RANGE = "Content 2024-01-01_2024-01-31 Channel"


def _zip(tables: dict[str, Cells]) -> Callable[[], bytes]:
    files = {name: csv_text(rows).encode() for name, rows in tables.items()}
    return lambda: zip_bytes(files)


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="youtube-videos",
        format="YouTube videos",
        file="Table data.csv",
        data=delimited(VIDEOS),
        table="clicks",
        columns=COLUMNS,
        expected=VIDEO_ROWS,
        report={"rows_read": 5, "rows_kept": 3, "dropped": ("2 total row",), "sum_clicks": 3672,
                "total_clicks": 3669, "notes": ("click-through rate, to whole clicks",)},
    ),
    Sample(
        name="youtube-videos-without-impressions",
        format="YouTube videos",
        file="Table data (1).csv",
        data=delimited([row[:5] for row in VIDEOS], mark=b"\xef\xbb\xbf", end="\r\n"),
        table="clicks",
        columns=("element", "pageviews", "exposed", "clicks", "derived"),
        expected=[(row[1], row[7], row[7], 0, True) for row in VIDEO_ROWS],
        report={"notes": ("counts no clicks", "exposed holds the views")},
    ),
    Sample(
        name="youtube-videos-workbook",
        format="YouTube videos",
        file="Content.xlsx",
        data=workbook({"Table data": VIDEOS, "Chart data": CHART, "Totals": TOTALS}),
        table="clicks",
        columns=COLUMNS,
        expected=VIDEO_ROWS,
        also={"totals": 6},
        report={"sum_clicks": 3672},
    ),
    Sample(
        name="youtube-zip",
        format="YouTube videos",
        file=f"{RANGE}.zip",
        data=_zip({"Table data.csv": VIDEOS, "Chart data.csv": CHART, "Totals.csv": TOTALS}),
        table="clicks",
        columns=COLUMNS,
        expected=VIDEO_ROWS,
        also={"totals": 6},
        report={"period_days": 31},
    ),
    Sample(
        name="youtube-chart",
        format="YouTube chart of videos",
        file="Chart data.csv",
        data=delimited(CHART),
        table="totals",
        columns=("kind", "name", "page", "date", "views"),
        expected=[
            ("day", "2024-02-01", f"{WATCH}aB3_-xYz012", "2024-02-01", 40),
            ("day", "2024-02-02", f"{WATCH}aB3_-xYz012", "2024-02-02", 41),
            ("day", "2024-02-01", f"{WATCH}Cd4_-xYz034", "2024-02-01", 0),
        ],
        report={"period_days": 2},
    ),
    Sample(
        name="youtube-totals",
        format="YouTube days",
        file="Totals.csv",
        data=delimited(TOTALS),
        table="totals",
        columns=("kind", "name", "date", "views"),
        expected=[("day", f"2024-02-0{day}", f"2024-02-0{day}", views)
                  for day, views in ((1, 45), (2, 1041), (3, 0))],
        report={"period_days": 3},
    ),
    Sample(
        name="youtube-traffic-sources",
        format="YouTube traffic sources",
        file=f"{RANGE}.zip",
        data=_zip({"Table data.csv": SOURCES}),
        table="totals",
        columns=("kind", "name", "views", "impressions", "engagement_time"),
        expected=SOURCE_ROWS,
        report={"rows_read": 4, "rows_kept": 3, "total_impressions": 81000, "period_days": 31},
    ),
    Sample(
        name="youtube-traffic-sources-by-day",
        format="YouTube chart of traffic sources",
        file="Chart data.csv",
        data=delimited(SOURCE_CHART),
        table="totals",
        columns=("kind", "name", "date", "views"),
        expected=[("day of a traffic source", f"{day} {name}", day, views)
                  for day, name, views in SOURCE_CHART[1:]],
    ),
    Sample(
        name="youtube-search-terms",
        format="YouTube search terms",
        file="Table data.csv",
        data=delimited(TERMS),
        table="keywords",
        columns=("keyword", "clicks", "impressions"),
        expected=TERM_ROWS,
        report={"rows_read": 3, "rows_kept": 2, "total_clicks": 75, "sum_clicks": 75,
                "notes": ("views that came from the search term",)},
    ),
    Sample(
        name="youtube-sources-in-detail",
        format="YouTube sources in detail",
        file="Table data.csv",
        data=delimited(DETAIL),
        table="keywords",
        columns=("keyword", "clicks"),
        expected=[("trail shoes", 60), ("laces", 5)],
        report={"rows_read": 4, "rows_kept": 2, "sum_clicks": 65,
                "dropped": ("1 total row", "1 source that is no search")},
    ),
    Sample(
        name="youtube-search-term-list",
        format="YouTube search term list",
        file="Table data.csv",
        data=delimited(LIST),
        table="keywords",
        columns=("keyword", "clicks"),
        expected=[("trail shoes", 60), ("laces", 5)],
    ),
)  # fmt: skip
