"""Samples: Analytics 4 reports, explorations, snapshots, interface answers; Universal Analytics."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.read import writers
from tests.read.families.google_analytics_totals import report_bytes as _report
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited

HEAD = ["Page path and screen class", "Views", "Active users", "Views per active user",
        "Average engagement time per active user", "Event count", "Key events",
        "Total revenue"]  # fmt: skip
PAGES = [["/", 221, 154, 1.4350649350649352, 12.35064935064935, 683, 0, 0],
         ["/boots/", 39, 30, 1.3, 61.5, 90, 1, 0], ["(not set)", 2, 1, 2, 0, 3, 0, 0]]  # fmt: skip
ABOVE = """# ----------------------------------------
# Reports snapshot
# Account: A, B and C
# Property: A, B - GA4
# ----------------------------------------
#
"""
BLOCK = "# \n# All Users\n# Start date: 20260224\n# End date: 20260323\n"
# The first table and one between are nobody's; with 40 rows it is longer than any header search.
SNAPSHOT = [
    [["Audience name", "Active users"], *([f"Audience {n}", n] for n in range(1, 41))],
    [["Nth day", "Active users"], ["0000", 12], ["0001", 14]],
    [["Page title and screen class", "Views"], ["Boots - Shop", 39], ["Home - Shop", 221]],
    [["City", "Active users"], ["Tallinn", 4]],
    [["Session primary channel group (Default Channel Group)", "Sessions"],
     ["Organic Search", 120], ["Direct", 40]],
    [["First user primary channel group (Default Channel Group)", "New users"], ["Direct", 33]],
    [["Country", "Active users"], ["Chile", 20], ["Estonia", 4]],
    [["Event name", "Event count"], ["page_view", 260], ["click", 7]],
]  # fmt: skip
# Report against an earlier period: the same table twice, the later period first.
COMPARED = [
    (BLOCK, [["Page path and screen class", "Views"], ["/", 221], ["/boots/", 39]]),
    (BLOCK.replace("20260224", "20260127").replace("20260323", "20260223"),
     [["Page path and screen class", "Views"], ["/", 200], ["/boots/", 30]]),
]  # fmt: skip


def _stacked(tables: Sequence[tuple[str, Cells]], end: str = "\n") -> bytes:
    parts = [f"{block}{writers.csv_text(rows)}" for block, rows in tables]
    return (ABOVE + end.join(parts)).encode()


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
LANDING_ANSWER = {
    "dimensionHeaders": [{"name": "landingPage"}],
    "metricHeaders": [{"name": "sessions", "type": "TYPE_INTEGER"}],
    "rows": [{"dimensionValues": [{"value": "/boots"}], "metricValues": [{"value": "3"}]},
             {"dimensionValues": [{"value": "(not set)"}], "metricValues": [{"value": "1"}]}],
}  # fmt: skip

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
        data=lambda: _stacked([(BLOCK, rows) for rows in SNAPSHOT]), table="pages",
        columns=("page", "title", "views", "period_days"),
        expected=[("Boots - Shop", "Boots - Shop", 39, 28),
                  ("Home - Shop", "Home - Shop", 221, 28)],
        report={"notes": ("left out beside it: 'Reports_snapshot.csv', "
                          "'Reports_snapshot.csv (table 4)'",)},
        also={"totals": 9},
    ),
    Sample(
        name="ga4-comparison", format="Analytics 4 pages and screens", file="download.csv",
        data=lambda: _stacked(COMPARED), table="pages", columns=("page", "views", "period_days"),
        expected=[("/", 221, 28), ("/boots/", 39, 28)],
        report={"notes": ("left out beside it: 'download.csv (table 2)'",),
                "period_end": "2026-03-23"},
    ),
    Sample(
        name="ga4-exploration-column", format="Analytics 4 pages and screens", file="free-form.csv",
        # Sessions of one visitor on two pages: the total sums up no column.
        data=lambda: _report(
            [["", "", 230, 180, "Grand total"], ["/", "desktop", 150, 120],
             ["/", "mobile", 71, 60], ["/boots/", "mobile", 39, 30]],
            ["Page path and screen class", "Device category", "Views", "Sessions"],
        ),
        table="pages", columns=("page", "views", "sessions"),
        expected=[("/", 221, 180), ("/boots/", 39, 30)],
        report={"dropped": ("1 total row", "1 row summed")},
    ),
    Sample(
        name="ga4-japanese", format="Analytics 4 pages and screens", file="202603.csv",
        data=lambda: _report(
            [["/靴/", 39, 30, 1.3, 61.5], ["/", 221, 154, 1.4, 12.5]],
            ["ページパスとスクリーン クラス", "表示回数", "アクティブ ユーザー",
             "アクティブ ユーザーあたりのビュー",
             "アクティブ ユーザーあたりの平均エンゲージメント時間"], ("開始日", "終了日"),
        ),
        table="pages", columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/靴/", 39, 61.5, 28), ("/", 221, 12.5, 28)],
    ),
    Sample(
        name="ga4-spanish", format="Analytics 4 pages and screens", file="paginas.csv",
        data=lambda: _report(
            [["/botas", "1.234", "154", "12,35"]],
            ["Ruta de página y clase de pantalla", "Vistas", "Usuarios activos",
             "Tiempo de interacción medio por usuario activo"],
            ("Fecha de inicio", "Fecha de finalización"),
        ),
        table="pages", columns=("page", "views", "engagement_time", "period_days"),
        expected=[("/botas", 1234, 12.35, 28)],
    ),
    Sample(
        name="ga4-russian", format="Analytics 4 landing pages", file="Целевая страница.csv",
        data=lambda: _report(
            [["/boots", "1\u00a0234", "154"], ["", "7", "7"]],
            ["Целевая страница", "Сеансы", "Активные пользователи"],
            ("Дата начала", "Дата окончания"),
        ),
        table="pages", columns=("page", "sessions", "period_days"),
        expected=[("/boots", 1234, 28)], report={"dropped": ("1 page is empty",)},
    ),
    Sample(
        name="ga4-answer", format="Analytics 4 pages and screens", file="runReport.json",
        data=lambda: json.dumps(ANSWER).encode(), table="pages",
        columns=("page", "views", "sessions", "period_days"), expected=[("/", 15, 11, 14)],
        report={"dropped": ("1 row summed",)},
    ),
    Sample(
        name="ga4-answers", format="Analytics 4 pages and screens", file="batchRunReports.json",
        data=lambda: json.dumps({"reports": [ANSWER, LANDING_ANSWER]}).encode(), table="pages",
        columns=("page", "views", "sessions"), expected=[("/", 15, 11), ("/boots", None, 3)],
    ),
    Sample(
        name="ga4-flat-views", format="Analytics 4 pages and screens", file="ga4_rows.csv",
        data=delimited(
            [["date", "pagePath", "sessionDefaultChannelGroup", "sessions", "totalUsers",
              "screenPageViews", "averageSessionDuration"],
             ["20260301", "/", "Direct", 30, 28, 40, 10.0],
             ["20260302", "/", "Email", 10, 9, 11, 50.0]]
        ),
        table="pages", columns=("page", "sessions", "views", "engagement_time", "period_days"),
        expected=[("/", 40, 51, 20.0, 2)],
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
        name="ga4-link-clicks-whole-site", format="Analytics 4 link clicks", file="outbound.csv",
        # Two addresses, one of them with two texts, and no page: it must be given.
        data=lambda: _report(
            [["20260301", "https://maps.example/", "Map", 7],
             ["20260301", "https://maps.example/", "Way to us", 2],
             ["20260302", "https://maps.example/", "Map", 1],
             ["20260302", "https://maps.example/", "(not set)", 4]],
            ["Date", "Link URL", "Link text", "Event count"],
        ),
        table="clicks", columns=("page", "element", "target", "text", "date", "clicks"),
        expected=[
            ("/", "https://maps.example/ Map", "https://maps.example/", "Map", "2026-03-01", 7),
            ("/", "https://maps.example/ Way to us", "https://maps.example/", "Way to us",
             "2026-03-01", 2),
            ("/", "https://maps.example/ Map", "https://maps.example/", "Map", "2026-03-02", 1),
            ("/", "https://maps.example/", "https://maps.example/", None, "2026-03-02", 4),
        ],
        page="/",
    ),
)  # fmt: skip
