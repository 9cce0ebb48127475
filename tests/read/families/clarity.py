"""Samples: Microsoft Clarity, all cells quoted, UTF-8 with mark, a block of facts above."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from tests.read.families.sample import Sample

PAGE = "https://shop.example/boots/"
CLICK_COLUMNS = ("page", "element", "role", "kind", "clicks", "pageviews", "device", "period_days")
CLICKS = [
    ["1", "body > main > section:nth-of-type(2) > a.cta.primary", "41", "51.25%"],
    ["2", 'header > nav > ul > li:nth-child(3) > a[title="Sale > boots"]', "30", "37.5%"],
    ["3", "#search > input.field", "9", "11.25%"],
]
FILE = "Clarity_Shop_{}_{}_11-02-2026 10 15 AM.csv"


def clarity(
    metric: Sequence[str], rows: Sequence[Sequence[str]], facts: Sequence[Sequence[str]]
) -> bytes:
    """Write a Clarity table: facts in two blocks, the metric's line, then the rows."""
    block = [
        ["Project name", "Shop"],
        ["Date range", "10/05/2026 12:00 AM - 11/01/2026 11:59 PM"],
        [],
        [],
        *facts,
        [],
        [],
    ]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for row in [*block, list(metric), *rows]:
        writer.writerow(row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _map(metric: str, rows: Sequence[Sequence[str]], header: Sequence[str], **facts: str) -> bytes:
    told = [
        ["Visited URL matches regex", facts.get("regex", r"^https://shop\.example/boots/(\?.*)?$")],
        ["Page views", facts.get("views", "1,204")],
        ["Total clicks", facts.get("total", "80")],
    ]
    return clarity(["Metric", metric], [[], list(header), *rows], told)


HEADER = ("Rank", "Button selector", "No. of clicks", "% of clicks")
SCROLL = [[str(depth), str(1000 - 8 * depth), f"{0.8 * depth:.1f}%"] for depth in (5, 50, 100)]

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="clarity-click-pc",
        format="Clarity click map",
        file=FILE.format("Click", "PC"),
        data=lambda: _map("Click", CLICKS, HEADER),
        table="clicks",
        columns=CLICK_COLUMNS,
        expected=[
            (PAGE, CLICKS[0][1], "a", "element", 41, 1204, "desktop", 28),
            (PAGE, CLICKS[1][1], "a", "element", 30, 1204, "desktop", 28),
            (PAGE, CLICKS[2][1], "input", "element", 9, 1204, "desktop", 28),
        ],
        report={"total_clicks": 80, "sum_clicks": 80, "period_start": "2026-10-05",
                "period_end": "2026-11-01", "encoding": "utf-8-sig"},
    ),
    Sample(
        name="clarity-tap-mobile",
        format="Clarity click map",
        file=FILE.format("Tap", "Mobile"),
        data=lambda: _map("Tap", CLICKS[:1], ("", "Element", "Taps", "%")),
        table="clicks",
        columns=CLICK_COLUMNS,
        expected=[(PAGE, CLICKS[0][1], "a", "element", 41, 1204, "mobile", 28)],
    ),
    Sample(
        name="clarity-click-many-pages",
        format="Clarity click map",
        file="Clarity_Shop_Click_Tablet_11-02-2026 10 15 AM.csv",
        data=lambda: _map("Click", CLICKS[:1], HEADER, regex=r"^https://shop\.example/(a|b)/.*x$"),
        table="clicks",
        columns=("page", "clicks", "device"),
        expected=[(r"^https://shop\.example/(a|b)/.*x$", 41, "tablet")],
        report={"notes": ("stands for many addresses",)},
    ),
    Sample(
        name="clarity-dead-clicks",
        format="Clarity dead click map",
        file=FILE.format("Dead clicks", "PC"),
        data=lambda: _map("Dead clicks", CLICKS, HEADER),
        table="clicks",
        columns=("element", "clicks", "dead_clicks"),
        expected=[(row[1], float(row[2]), float(row[2])) for row in CLICKS],
        report={"notes": ("holds dead clicks only",)},
    ),
    Sample(
        name="clarity-rage-clicks",
        format="Clarity rage click map",
        file=FILE.format("Rage clicks", "PC"),
        data=lambda: _map("Rage clicks", CLICKS[:2], HEADER),
        table="clicks",
        columns=("element", "clicks", "rage_clicks"),
        expected=[(row[1], float(row[2]), float(row[2])) for row in CLICKS[:2]],
    ),
    Sample(
        name="clarity-area",
        format="Clarity area map",
        file=FILE.format("Area", "PC"),
        data=lambda: _map(
            "Area", [["Hero banner", "120", "60%"], ["Footer links", "80", "40%"]],
            ("Area", "Clicks", "% of clicks"), total="200",
        ),
        table="clicks",
        columns=("page", "element", "text", "clicks", "pageviews"),
        expected=[(PAGE, "Hero banner", "Hero banner", 120, 1204),
                  (PAGE, "Footer links", "Footer links", 80, 1204)],
        report={"total_clicks": 200},
    ),
    Sample(
        name="clarity-scroll",
        format="Clarity scroll map",
        file=FILE.format("Scroll", "Mobile"),
        data=lambda: _map("Scroll", SCROLL, ("Scroll depth", "No. of visitors", "% drop off")),
        table="totals",
        columns=("kind", "name", "page", "depth", "sessions"),
        expected=[("scroll", "5", PAGE, 0.05, 960), ("scroll", "50", PAGE, 0.5, 600),
                  ("scroll", "100", PAGE, 1.0, 200)],
    ),
    Sample(
        name="clarity-attention",
        format="Clarity attention map",
        file=FILE.format("Attention", "PC"),
        data=lambda: _map(
            "Attention", [["10%", "00:12", "30%"], ["20%", "00:03", "7.5%"]],
            ("Depth", "Avg. time", "% of session length"),
        ),
        table="totals",
        columns=("kind", "name", "page", "depth", "engagement_time"),
        expected=[("attention", "10%", PAGE, 0.1, 12), ("attention", "20%", PAGE, 0.2, 3)],
    ),
    Sample(
        name="clarity-card-pages",
        format="Clarity top pages card",
        file="Top pages.csv",
        data=lambda: clarity(
            ["Metric", "Top pages", "No. of sessions"],
            [["", PAGE, "1,310"], ["", "https://shop.example/", "220"]],
            [["Visited URL contains", "x"], ["Device", "Mobile"]],
        ),
        table="pages",
        columns=("page", "sessions", "period_days"),
        expected=[(PAGE, 1310, 28), ("https://shop.example/", 220, 28)],
        report={"notes": ("filter: visited url contains = x; filter: device = Mobile",)},
    ),
    Sample(
        name="clarity-card-browsers",
        format="Clarity card",
        file="Browsers.csv",
        data=lambda: clarity(
            ["Metric", "Browsers", "No. of sessions"], [["", "Chrome", "90"], ["", "Safari", "7"]],
            [],
        ),
        table="totals",
        columns=("kind", "name", "sessions"),
        expected=[("browsers", "Chrome", 90), ("browsers", "Safari", 7)],
    ),
    Sample(
        name="clarity-recordings",
        format="Clarity recordings",
        file="Clarity_Shop_Recordings_11-02-2026.csv",
        data=lambda: clarity(
            ["Date", "Time", "Session duration", "Entry URL", "Exit URL", "Referrer:",
             "Clarity user ID", "Browser", "Device", "OS", "Country", "Page count",
             "Session clicks", "Favorite", "Recording link"],
            [["10/05/2026", "10:01", "00:31", PAGE, PAGE, "", "u1", "Chrome", "PC", "Windows",
              "Chile", "1", "4", "No", "https://clarity.example/r/1"],
             ["10/31/2026", "11:02", "02:10", PAGE, "https://shop.example/", "", "u2", "Safari",
              "Mobile", "iOS", "Chile", "2", "9", "No", "https://clarity.example/r/2"]],
            [],
        ),
        table="pages",
        columns=("page", "sessions"),
        expected=[(PAGE, 2)],
        report={"notes": ("personal data left out: Clarity user ID",), "rows_read": 2},
    ),
    Sample(
        name="clarity-insights",
        format="Clarity insights",
        file="insights.json",
        data=lambda: json.dumps(
            [
                {"metricName": "DeadClickCount",
                 "information": [{"sessionsCount": "120", "sessionsWithMetricPercentage": 4.1,
                                  "subTotal": "9", "Url": PAGE}]},
                {"metricName": "ScriptErrorCount",
                 "information": [{"sessionsCount": "120", "subTotal": "31", "Url": PAGE}]},
                {"metricName": "ScrollDepth",
                 "information": [{"averageScrollDepth": 62.5, "Device": "PC", "OS": "Linux"}]},
                {"metricName": "Traffic", "information": [{"totalSessionCount": "951"}]},
                {"metricName": "Browser",
                 "information": [{"name": "Chrome", "sessionsCount": "44"}]},
                {"metricName": "PopularPages", "information": [{"url": PAGE, "visitsCount": "77"}]},
            ]
        ).encode(),
        table="totals",
        columns=("kind", "name", "page", "sessions", "clicks", "depth"),
        expected=[("DeadClickCount", PAGE, PAGE, 120, 9, None),
                  ("ScriptErrorCount", PAGE, PAGE, 120, None, None),
                  ("ScrollDepth", "PC | Linux", None, None, None, 0.625),
                  ("Traffic", "all", None, 951, None, None),
                  ("Browser", "Chrome", None, 44, None, None)],
        also={"pages": 1},
    ),
    Sample(
        name="clarity-popular-pages",
        format="Clarity popular pages",
        file="pages.json",
        data=lambda: json.dumps(
            [{"metricName": "PopularPages", "information": [{"url": PAGE, "visitsCount": "77"}]}]
        ).encode(),
        table="pages",
        columns=("page", "views"),
        expected=[(PAGE, 77)],
    ),
)  # fmt: skip
