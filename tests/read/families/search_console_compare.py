"""Samples: Google Search Console in compare mode, each metric of two periods."""

from __future__ import annotations

from collections.abc import Callable

from tests.read.families.sample import Sample
from tests.read.writers import Cells, csv_text

KEYWORDS = ("segment", "keyword", "clicks", "impressions", "position", "period_days")
PAGES = ("segment", "page", "clicks", "impressions", "position", "period_days")
TOTALS = ("segment", "kind", "name", "date", "clicks", "impressions", "position")
METRICS = ("Clicks", "Impressions", "CTR", "Position")


def table(
    subject: str, first: str, second: str, *rows: list[object], metrics: tuple[str, ...] = METRICS
) -> Callable[[], bytes]:
    """Write a table whose every metric stands twice, the first period before the second."""
    head = [f"{period} {metric}" for metric in metrics for period in (first, second)]
    cells: Cells = [[subject, *head], *rows]
    return lambda: csv_text(cells).encode()


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="Search Console, queries of two spans",
        format="Search Console queries, compared",
        file="Queries.csv",
        data=table("Top queries", "Last 3 months", "Previous 3 months",
                   ["red rope", 5, 1, 50, 10, "10%", "10%", 2.5, 4],
                   ["gone", 0, 3, 0, 30, "0%", "10%", 0, 6]),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", 5, 50, 2.5, 91), ("all", "gone", 0, 0, None, 91)],
        report={"notes": ("'Last 3 months' is read, 'Previous 3 months' is left out",
                          "export each by itself", "approximate",
                          "(2 rows with 4 clicks and 40 impressions)"),
                "unused": ("Previous 3 months Clicks", "Previous 3 months Position")},
    ),
    Sample(
        name="Search Console, queries of two spans of days, the later second",
        format="Search Console queries, compared",
        file="Queries.csv",
        data=table("Top queries", "8/1/26 - 8/31/26", "9/1/26 - 9/28/26",
                   ["red rope", 5, 1, 50, 10, "10%", "10%", 2.5, 4]),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", 1, 10, 4, 28)],
        report={"period_start": "2026-09-01", "notes": ("'9/1/26 - 9/28/26' is read",)},
    ),
    Sample(
        name="Search Console, French queries of two spans, the later second",
        format="Search Console queries, compared",
        file="Requêtes.csv",
        data=table("Requêtes les plus fréquentes", "28 jours précédents", "28 derniers jours",
                   ["corde rouge", 1, 5, 10, 50, "10%", "10%", 4, 2.5],
                   metrics=("Clics", "Impressions", "CTR", "Position")),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "corde rouge", 5, 50, 2.5, 28)],
        report={"notes": ("'28 derniers jours' is read, '28 jours précédents' is left out",)},
    ),
    Sample(
        name="Search Console, Chinese pages of two spans of days",
        format="Search Console pages, compared",
        file="网页.csv",
        data=table("排名靠前的网页", "2026/7/4 - 2026/7/10", "2026/6/27 - 2026/7/3",
                   ["https://shop.example/a", 1, 2, 116, 264, "0.9%", "0.8%", 87.54, 86.78],
                   metrics=("点击次数", "展示", "点击率", "排名")),
        table="pages",
        columns=PAGES,
        expected=[("all", "https://shop.example/a", 1, 116, 87.54, 7)],
        report={"period_end": "2026-07-10"},
    ),
    Sample(
        name="Search Console, Discover pages of two spans",
        format="Search Console pages, compared",
        file="Pages.csv",
        data=table("Top pages", "Last 28 days", "Same period last year",
                   ["https://shop.example/a", 7, "", 140, "", "5%", ""],
                   metrics=METRICS[:3]),
        table="pages",
        columns=PAGES[:4],
        expected=[("all", "https://shop.example/a", 7, 140)],
    ),
    Sample(
        name="Search Console, days of two spans",
        format="Search Console day totals, compared",
        file="Chart.csv",
        data=table("Date", "Previous 7 days", "Last 7 days",
                   ["2026-03-01", 9, 1, 90, 10, "10%", "10%", 2, 3],
                   ["2026-03-02", 9, 2, 90, 20, "10%", "10%", 2, 3]),
        table="totals",
        columns=TOTALS,
        expected=[("all", "day", "2026-03-01", "2026-03-01", 1, 10, 3),
                  ("all", "day", "2026-03-02", "2026-03-02", 2, 20, 3)],
    ),
    *(
        Sample(
            name=f"Search Console, {kind} of two spans",
            format=f"Search Console {kind} totals, compared",
            file=f"{kind}.csv",
            data=table(subject, "Last 7 days", "Previous 7 days",
                       [name, 1, 9, 10, 90, "10%", "10%", 3, 2]),
            table="totals",
            columns=TOTALS,
            expected=[("all", kind, name, None, 1, 10, 3)],
        )
        for kind, subject, name in (
            ("device", "Device", "Mobile"),
            ("country", "Country", "Chile"),
            ("appearance", "Search Appearance", "Video"),
        )
    ),
)  # fmt: skip
