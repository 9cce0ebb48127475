"""Samples: totals of Analytics 4, and Universal Analytics."""

from __future__ import annotations

from datetime import date

from tests.read import writers
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited, workbook

UA_HEAD = ["Page", "Pageviews", "Unique Pageviews", "Avg. Time on Page", "Entrances",
           "Bounce Rate", "% Exit", "Page Value"]  # fmt: skip


def report_bytes(rows: Cells, head: list[str], words: tuple[str, str] | None = None) -> bytes:
    """Write a report of Analytics 4 with its comments above."""
    return writers.analytics(rows, head, words=words).encode()


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="ga4-first-channels", format="Analytics 4 first channels",
        file="User_acquisition.csv",
        data=lambda: report_bytes(
            [["Direct", 40, 31], ["Email", 4, 3]],
            ["First user primary channel group (Default Channel Group)", "Total users",
             "New users"],
        ),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("first channel", "Direct", 40), ("first channel", "Email", 4)],
        report={"notes": ("visitors are counted",), "period_days": 28},
    ),
    Sample(
        name="ga4-devices", format="Analytics 4 devices", file="Tech_details.csv",
        data=lambda: report_bytes([["mobile", 40, 50], ["desktop", 4, 5]],
                             ["Device category", "Active users", "Sessions"]),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("device", "mobile", 50), ("device", "desktop", 5)],
    ),
    Sample(
        name="ga4-countries", format="Analytics 4 countries", file="Demographic_details.csv",
        data=lambda: report_bytes([["Chile", 40], ["Estonia", 4]], ["Country", "Active users"]),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("country", "Chile", 40), ("country", "Estonia", 4)],
    ),
    Sample(
        name="ga4-days", format="Analytics 4 days", file="download.csv",
        data=lambda: report_bytes([["0000", 40], ["0027", 4]], ["Nth day", "Active users"]),
        table="totals", columns=("kind", "name", "date", "sessions"),
        expected=[("day", "0000", "2026-02-24", 40), ("day", "0027", "2026-03-23", 4)],
    ),
    Sample(
        name="ga4-channels", format="Analytics 4 channels", file="Traffic_acquisition.csv",
        data=lambda: report_bytes(
            [["Organic Search", 120, 90], ["Direct", 40, 31]],
            ["Session primary channel group (Default Channel Group)", "Sessions", "Active users"],
        ),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("channel", "Organic Search", 120), ("channel", "Direct", 40)],
    ),
    Sample(
        name="ga4-events", format="Analytics 4 events", file="Events_Event_name.csv",
        data=lambda: report_bytes(
            [["page_view", 4, 3], ["click", 7, 5]], ["Event name", "Event count", "Total users"]
        ),
        table="totals", columns=("kind", "name", "events"),
        expected=[("event", "page_view", 4), ("event", "click", 7)],
    ),
    Sample(
        name="ua-workbook", format="Universal Analytics pages",
        file="Analytics Pages 20130529-20130618.xlsx",
        data=workbook({
            "Summary": [["All visitors"], ["Pages"], ["20130529-20130618"]],
            "Dataset1": [UA_HEAD, ["/find/", 3893.0, 2901.0, 51.99, 167.0, 0.449, 0.164, 0.0],
                         ["/", 107.0, 100.0, 27.5, 10.0, 0.1, 0.2, 0.0],
                         ["", 4000.0, 3001.0, 51.3, 177.0, 0.4, 0.16, 0.0]],
            "Dataset2": [["Day Index", "Pageviews"], [date(2013, 5, 29), 1500.0],
                         [date(2013, 5, 30), 2500.0], ["", 4000.0]],
        }),
        table="pages", columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/find/", 3893, 51.99, 21), ("/", 107, 27.5, 21)],
        report={"dropped": ("1 total row",)}, also={"totals": 2},
    ),
    Sample(
        name="ua-workbook-renamed", format="Universal Analytics pages", file="pages.xlsx",
        data=workbook({
            "Summary": [["All visitors"], ["Pages"], ["20130529-20130618"]],
            "Dataset1": [UA_HEAD, ["/", 4000.0, 3001.0, 27.5, 10.0, 0.1, 0.2, 0.0]],
            "Dataset2": [["Day Index", "Pageviews"], [date(2013, 5, 29), 1500.0],
                         [date(2013, 6, 18), 2500.0], ["", 4000.0]],
        }),
        table="pages", columns=("page", "views", "period_days"), expected=[("/", 4000, 21)],
        report={"notes": ("the period is that of the chart",), "period_start": "2013-05-29"},
        also={"totals": 2},
    ),
    Sample(
        name="ua-csv", format="Universal Analytics pages", file="Analytics Pages.csv",
        data=delimited(
            [UA_HEAD, ["/find/", "3,893", "2,901", "00:00:52", 167, "44.91%", "16.41%", "$0.00"],
             ["/", "107", "100", "0:01:05", 10, "1.00%", "2.00%", "$0.00"],
             # More pages were seen than are exported: the total sums up no column.
             ["", "5,000", "3,900", "00:00:53", 177, "40.00%", "16.00%", "$0.00"], [],
             ["Day Index", "Pageviews"], ["5/29/13", "1,500"], ["6/18/13", "3,500"],
             ["", "5,000"]],
            above="# ----\n# All Web Site Data\n# Pages\n# 20130529-20130618\n# ----\n\n",
        ),
        table="pages", columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/find/", 3893, 52, 21), ("/", 107, 65, 21)],
        report={"dropped": ("1 total row",)}, also={"totals": 2},
    ),
    Sample(
        name="ua-days", format="Universal Analytics days", file="days.csv",
        data=delimited([["Day Index", "Pageviews"], ["5/29/13", "1,500"], ["6/5/13", "2,500"],
                        ["", "4,000"]]),
        table="totals", columns=("kind", "date", "views"),
        expected=[("day", "2013-05-29", 1500), ("day", "2013-06-05", 2500)],
        report={"period_days": 8, "dropped": ("1 total row",)},
    ),
)  # fmt: skip
