"""Samples: Analytics 4 reports, explorations, snapshots, interface answers; Universal Analytics."""

from __future__ import annotations

import json
from datetime import date

from tests.read import writers
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited, workbook

HEAD = ["Page path and screen class", "Views", "Active users", "Views per active user",
        "Average engagement time per active user", "Event count", "Key events",
        "Total revenue"]  # fmt: skip
PAGES = [["/", 221, 154, 1.4350649350649352, 12.35064935064935, 683, 0, 0],
         ["/boots/", 39, 30, 1.3, 61.5, 90, 1, 0], ["(not set)", 2, 1, 2, 0, 3, 0, 0]]  # fmt: skip
SNAPSHOT = """# ----------------------------------------
# Reports snapshot
# Account: A
# ----------------------------------------
#
# All Users
# Start date: 20260224
# End date: 20260323
Nth day,Active users
0000,12
0001,14

#
# Start date: 20260224
# End date: 20260323
Page title and screen class,Views
Boots - Shop,39
Home - Shop,221

#
# Start date: 20260224
# End date: 20260323
Session primary channel group (Default Channel Group),Sessions
Organic Search,120
Direct,40
"""
ANSWER = {
    "dimensionHeaders": [{"name": "pagePath"}, {"name": "date"}],
    "metricHeaders": [{"name": "screenPageViews", "type": "TYPE_INTEGER"},
                      {"name": "sessions", "type": "TYPE_INTEGER"}],
    "rows": [
        {"dimensionValues": [{"value": "/"}, {"value": "20260301"}],
         "metricValues": [{"value": "10"}, {"value": "7"}]},
        {"dimensionValues": [{"value": "/"}, {"value": "20260314"}],
         "metricValues": [{"value": "5"}, {"value": "4"}]},
    ],
    "rowCount": 2, "kind": "analyticsData#runReport",
}  # fmt: skip
UA_HEAD = ["Page", "Pageviews", "Unique Pageviews", "Avg. Time on Page", "Entrances",
           "Bounce Rate", "% Exit", "Page Value"]  # fmt: skip


def _report(
    rows: list[list[object]], head: list[str], words: tuple[str, str] | None = None
) -> bytes:
    return writers.analytics(rows, head, words=words).encode()


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="ga4-pages", format="Analytics 4 pages and screens",
        file="Pages_and_screens_Page_path_and_screen_class.csv",
        data=lambda: _report(PAGES, HEAD), table="pages",
        columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/", 221, 12.35064935064935, 28), ("/boots/", 39, 61.5, 28)],
        report={"dropped": ("1 page is (not set)",), "period_end": "2026-03-23"},
    ),
    Sample(
        name="ga4-japanese-comments", format="Analytics 4 pages and screens", file="download.csv",
        data=lambda: _report([["/", 5]], HEAD[:2], ("開始日", "終了日")), table="pages",
        columns=("page", "views", "period_days"), expected=[("/", 5, 28)],
    ),
    Sample(
        name="ga4-exploration", format="Analytics 4 pages and screens", file="data-export.csv",
        data=lambda: _report(
            [["/", 221, 12.5, ""], ["/boots/", 39, 61.5, ""], ["Grand total", 260, 19.9, ""]],
            [*HEAD[:2], HEAD[4], "Totals"],
        ),
        table="pages", columns=("page", "views"), expected=[("/", 221), ("/boots/", 39)],
        report={"dropped": ("1 total row",)},
    ),
    Sample(
        name="ga4-space-thousands", format="Analytics 4 pages and screens", file="fr.csv",
        data=lambda: _report(
            [["/", "1\u202f234", "12,5"], ["/a", "17 002", "3,25"]],
            ["Chemin de la page et classe de l'écran", "Vues", "Durée d'engagement moyenne"],
            ("Date de début", "Date de fin"),
        ),
        table="pages", columns=("page", "views", "engagement_time"),
        expected=[("/", 1234, 12.5), ("/a", 17002, 3.25)],
    ),
    Sample(
        name="ga4-landing-pt", format="Analytics 4 landing pages",
        file="Landing_page_Landing_page.csv",
        data=lambda: _report(
            [["/a?x=1", 9, 5, "41.4"], ["(not set)", 2, 1, 0]],
            ["Página de destino + string de consulta", "Sessões", "Total de usuários",
             "Tempo médio de engajamento por sessão"], ("Data de início", "Data de término"),
        ),
        table="pages", columns=("page", "sessions", "engagement_time"),
        expected=[("/a?x=1", 9, 41.4)],
    ),
    Sample(
        name="ga4-snapshot", format="Analytics 4 pages and screens", file="Reports_snapshot.csv",
        data=SNAPSHOT.encode, table="pages", columns=("page", "title", "views"),
        expected=[("Boots - Shop", "Boots - Shop", 39), ("Home - Shop", "Home - Shop", 221)],
        report={"notes": ("left out beside it",), "period_days": 28}, also={"totals": 2},
    ),
    Sample(
        name="ga4-answer", format="Analytics 4 pages and screens", file="runReport.json",
        data=lambda: json.dumps(ANSWER).encode(), table="pages",
        columns=("page", "views", "sessions", "period_days"), expected=[("/", 15, 11, 14)],
        report={"dropped": ("1 row summed",)},
    ),
    Sample(
        name="ga4-flat", format="Analytics 4 page sessions", file="ga4_pages.csv",
        data=delimited(
            [["date", "pagePath", "sessionDefaultChannelGroup", "sessions", "totalUsers",
              "averageSessionDuration"],
             ["20260301", "/", "Direct", 30, 28, 10.0], ["20260302", "/", "Email", 10, 9, 50.0]]
        ),
        table="pages", columns=("page", "sessions", "engagement_time", "period_days"),
        expected=[("/", 40, 20.0, 2)],
    ),
    Sample(
        name="ga4-organic-queries", format="Analytics 4 organic search queries",
        file="Queries_Organic_Google_Search_query.csv",
        data=lambda: _report(
            [["red shoes", 9, 61, 0.147541, 2.28], ["(not set)", 90, 500, 0.18, 4]],
            ["Organic Google Search query", "Organic Google Search clicks",
             "Organic Google Search impressions", "Organic Google Search click through rate",
             "Organic Google Search average position"],
        ),
        table="keywords", columns=("keyword", "clicks", "impressions", "position", "period_days"),
        expected=[("red shoes", 9, 61, 2.28, 28)], report={"dropped": ("1 query is (not set)",)},
    ),
    Sample(
        name="ga4-organic-traffic", format="Analytics 4 organic search traffic", file="gos.csv",
        data=lambda: _report(
            [["/boots/", 9, 61, 0.147541, 2.28, 12]],
            ["Landing page", "Organic Google Search clicks", "Organic Google Search impressions",
             "Organic Google Search click through rate", "Organic Google Search average position",
             "Active users"],
        ),
        table="pages", columns=("page", "clicks", "impressions", "position"),
        expected=[("/boots/", 9, 61, 2.28)],
    ),
    Sample(
        name="ga4-link-clicks", format="Analytics 4 link clicks", file="outbound.csv",
        data=lambda: _report(
            [["click", "https://maps.example/?utm_source=site&utm_campaign=map", "Map", "/contact",
              7],
             ["scroll", "", "", "/contact", 90], ["click", "(not set)", "", "/contact", 3]],
            ["Event name", "Link URL", "Link text", "Page path", "Event count"],
        ),
        table="clicks", columns=("page", "target", "text", "kind", "clicks", "campaign"),
        expected=[("/contact", "https://maps.example/?utm_source=site&utm_campaign=map", "Map",
                   "link", 7, "map")],
        report={"dropped": ("1 event is no click on a link", "1 no link is told")},
    ),
    Sample(
        name="ga4-channels", format="Analytics 4 channels", file="Traffic_acquisition.csv",
        data=lambda: _report(
            [["Organic Search", 120, 90], ["Direct", 40, 31]],
            ["Session primary channel group (Default Channel Group)", "Sessions", "Active users"],
        ),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("channel", "Organic Search", 120), ("channel", "Direct", 40)],
    ),
    Sample(
        name="ga4-events", format="Analytics 4 events", file="Events_Event_name.csv",
        data=lambda: _report(
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
        name="ua-csv", format="Universal Analytics pages", file="Analytics Pages.csv",
        data=delimited(
            [UA_HEAD[:4], ["/find/", "3,893", "2,901", "00:00:52"], ["/", "107", "100", "0:01:05"]],
            above="# ----\n# All Web Site Data\n# Pages\n# 20130529-20130618\n# ----\n\n",
        ),
        table="pages", columns=("page", "views", "engagement_time"),
        expected=[("/find/", 3893, 52), ("/", 107, 65)],
    ),
    Sample(
        name="ua-days", format="Universal Analytics days", file="days.csv",
        data=delimited([["Day Index", "Pageviews"], ["2013-05-29", "1,500"],
                        ["2013-05-30", "2,500"]]),
        table="totals", columns=("kind", "name", "views"),
        expected=[("day", "2013-05-29", 1500), ("day", "2013-05-30", 2500)],
    ),
)  # fmt: skip
