"""Samples: Hotjar, Mouseflow, Contentsquare, Amplitude, Adobe Activity Map."""

from __future__ import annotations

import json

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

PAGE = "https://shop.example/boots/"
HOTJAR = [
    ["Element CSS selector", "Total # of clicks", "% of total", "Visible in image"],
    ["body > main > a.cta", "61", "61%", "Yes"],
    ["nav > ul > li:nth-child(2) > a", "30", "30%", "No"],
    ["#search", "9", "9%", "Yes"],
]
ZONES = [
    ["zoneName", "pageviews", "exposureRate", "clickRate", "attractivenessRate", "device"],
    ["Hero", "2000", "80%", "5%", "6.25%", "desktop"],
    ["Footer", "2000", "10%", "0.5%", "5%", "desktop"],
]
ADOBE = [
    ["Activity Map Link", "Activity Map Region", "Activity Map Page", "Activity Map Instances"],
    ["Buy now", "BODY", "home", "40"],
    ["Buy now", "header", "home", "15"],
    ["Contact", "footer", "about", "3"],
]

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="hotjar",
        format="Hotjar click map",
        file="heatmap.csv",
        data=delimited(HOTJAR),
        table="clicks",
        columns=("page", "element", "role", "clicks"),
        expected=[(PAGE, "body > main > a.cta", "a", 61),
                  (PAGE, "nav > ul > li:nth-child(2) > a", "a", 30), (PAGE, "#search", None, 9)],
        page=PAGE,
    ),
    Sample(
        name="mouseflow",
        format="Mouseflow click map",
        file="mouseflow.csv",
        data=delimited(
            [["Element", "Text", "Clicks", "% of clicks", "Hovers"],
             ["a.cta", "Buy boots", "12", "80%", "40"], ["button#go", "Go", "3", "20%", "9"]]
        ),
        table="clicks",
        columns=("page", "element", "text", "role", "clicks"),
        expected=[(PAGE, "a.cta", "Buy boots", "a", 12), (PAGE, "button#go", "Go", "button", 3)],
        page=PAGE,
    ),
    Sample(
        name="contentsquare",
        format="Contentsquare zones",
        file="zones.csv",
        data=delimited(ZONES, delimiter=";"),
        table="clicks",
        columns=("element", "pageviews", "exposed", "clicked_pageviews", "clicks", "derived",
                 "device"),
        expected=[("Hero", 2000, 1600, 100, 100, True, "desktop"),
                  ("Footer", 2000, 200, 10, 10, True, "desktop")],
        page=PAGE,
    ),
    Sample(
        # The values of its interface, one zone a row: their names as code reads them.
        name="contentsquare-values",
        format="Contentsquare zones",
        file="zones.json",
        data=lambda: json.dumps(
            [{"zoneName": "Hero", "totalClicks": 21, "clickRate": 0.05, "exposureRate": 0.8,
              "attractivityRate": 0.06, "clickRepetition": 1.1}]
        ).encode(),
        table="clicks",
        columns=("element", "clicks", "exposed"),
        expected=[("Hero", 21, None)],
        page=PAGE,
    ),
    Sample(
        name="contentsquare-percent-without-sign",
        format="Contentsquare zones",
        file="zones.csv",
        data=delimited(
            [["Zone name", "Page views", "Exposure rate", "Click rate", "Number of clicks"],
             ["Hero", "2000", "80", "0.8", "21"], ["Footer", "2000", "10", "0.05", ""]]
        ),
        table="clicks",
        columns=("element", "exposed", "clicked_pageviews", "clicks", "derived"),
        expected=[("Hero", 1600, 16, 21, False), ("Footer", 200, 1, 1, True)],
        page=PAGE,
    ),
    Sample(
        name="amplitude-selector",
        format="Amplitude click map",
        file="click-map.csv",
        data=delimited(
            [["CSS selector", "Page URL", "[Amplitude] Element Text", "Total clicks",
              "Unique users"],
             ["main > a.cta", PAGE, "Buy boots", "1,204", "900"],
             ["footer a", PAGE, "Contact", "7", "7"]]
        ),
        table="clicks",
        columns=("page", "element", "text", "role", "clicks"),
        expected=[(PAGE, "main > a.cta", "Buy boots", "a", 1204),
                  (PAGE, "footer a", "Contact", "a", 7)],
    ),
    Sample(
        name="amplitude-coordinate",
        format="Amplitude click map",
        file="points.csv",
        data=delimited(
            [["Coordinate", "Page URL", "Clicks", "% of clicks"],
             ["(25, 310)", PAGE, "5", "50%"], ["(0.5, 40)", PAGE, "5", "50%"]]
        ),
        table="clicks",
        columns=("element", "x", "y", "clicks"),
        expected=[("(25, 310)", 0.25, 310, 5), ("(0.5, 40)", 0.005, 40, 5)],
    ),
    Sample(
        name="adobe-links",
        format="Adobe Activity Map links",
        file="activity-map.csv",
        data=delimited(ADOBE),
        table="clicks",
        columns=("page", "element", "text", "role", "kind", "clicks"),
        expected=[("home", "Buy now | BODY", "Buy now", "BODY", "link", 40),
                  ("home", "Buy now | header", "Buy now", "header", "link", 15),
                  ("about", "Contact | footer", "Contact", "footer", "link", 3)],
    ),
    Sample(
        name="adobe-links-with-total",
        format="Adobe Activity Map links",
        file="activity-map.csv",
        data=delimited([ADOBE[0], ["Total", "", "", "58"], *ADOBE[1:]]),
        table="clicks",
        columns=("page", "element", "clicks"),
        expected=[("home", "Buy now | BODY", 40), ("home", "Buy now | header", 15),
                  ("about", "Contact | footer", 3)],
        report={"total_clicks": 58, "sum_clicks": 58, "dropped": ("1 total row",)},
    ),
    Sample(
        name="adobe-feed",
        format="Adobe Activity Map links",
        file="feed.csv",
        data=delimited(
            [["clickmaplink", "clickmapregion", "clickmappage", "Occurrences"],
             ["Buy", "BODY", "home", "2"], ["Buy", "BODY", "home", "3"]]
        ),
        table="clicks",
        columns=("page", "element", "clicks"),
        expected=[("home", "Buy | BODY", 5)],
        report={"dropped": ("1 row summed into another of the same key",)},
    ),
    Sample(
        name="adobe-by-region",
        format="Adobe Activity Map links by region",
        file="by-region.csv",
        data=delimited(
            [["Activity Map Link By Region", "Activity Map Page", "Occurrences"],
             ["Buy now | header", "home", "15"], ["Odd", "home", "2"]]
        ),
        table="clicks",
        columns=("page", "element", "text", "role", "clicks"),
        expected=[("home", "Buy now | header", "Buy now", "header", 15),
                  ("home", "Odd", "Odd", None, 2)],
    ),
)  # fmt: skip
