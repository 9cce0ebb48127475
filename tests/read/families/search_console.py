"""Samples: Google Search Console, the sheets of its interface."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import workbook
from tests.read.writers import Cells, csv_text

KEYWORDS = ("segment", "keyword", "page", "clicks", "impressions", "position", "period_days")
PAGES = ("segment", "page", "clicks", "impressions", "position", "period_days")
TOTALS = ("segment", "kind", "name", "date", "clicks", "impressions", "position")
EN = ["Clicks", "Impressions", "CTR", "Position"]
ES = ["Clics", "Impresiones", "CTR", "Posición"]
# The interface breaks cells of more than 75 letters after a space, inside the quotes.
LONG = "cuánto cuesta una cuerda roja de sesenta metros para escalar en roca o en hielo con nudos"
LONG_WRAPPED = LONG.replace("en hielo", "\nen hielo")
LONG_PAGE = "https://shop.example/cuerdas/?utm_source=a&q=" + "x" * 40 + " y"

ES_QUERIES = [
    ("cuerda roja", 9, 61, "14.75%", "2.28"),
    (LONG, 0, 3, "0%", "17.5"),
    ("+cuerda", 1, 12, "8.33%", "6"),
    ("=1+1", 0, 7, "0%", "11.25"),
    ("4580295034776", 2, 40, "5%", "3.5"),
    ('"cuerda exacta"', 0, 5, "0%", "9"),
    ("ｃｕｅｒｄａ\u200b", 0, 2, "0%", "33"),
    ("%cuerda, 5.11", 0, 1, "0%", "70.01"),
]
ES_PAGES = [
    ("https://shop.example/cuerdas/", 8, 90, "8.89%", "4.1"),
    ("http://www.shop.example/cuerdas", 1, 4, "25%", "2"),
    (LONG_PAGE, 0, 2, "0%", "8"),
    ("https://shop.example/a#:~:text=roja", 0, 1, "0%", "3"),
]
ES_DAYS = [
    ("2026-05-10", 7, 120, "5.83%", "5.5"),
    ("2026-05-11", 0, 0, "", ""),
    ("2026-05-12", 0, 0, "0%", "0"),
    ("2026-05-13", 8, 100, "8%", "6.25"),
]


def packed(sheets: Mapping[str, Cells]) -> bytes:
    """Pack sheets as the export button does: UTF-8 without mark, LF; always the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in sheets.items():
            info = zipfile.ZipInfo(name, (2026, 6, 1, 0, 0, 0))
            archive.writestr(info, csv_text(rows).encode())
    return out.getvalue()


def _zip(sheets: Mapping[str, Cells]) -> Callable[[], bytes]:
    return lambda: packed(sheets)


def _csv(rows: Cells) -> Callable[[], bytes]:
    return lambda: csv_text(rows).encode()


# Extracted by a tool that believed the names to be CP437, then packed again.
SPANISH: dict[str, Cells] = {
    "Aparici+¦n en b+¦squedas.csv": [["Aparición en búsquedas", *ES]],
    "Consultas.csv": [
        ["Consultas principales", *ES],
        *([LONG_WRAPPED if r[0] == LONG else r[0], *r[1:]] for r in ES_QUERIES),
    ],
    "Dispositivos.csv": [["Dispositivo", *ES], ["Móviles", 10, 150, "6.67%", "5"],
                         ["Ordenador", 5, 70, "7.14%", "7"]],
    "Filtros.csv": [["Filtrar", "Valor"], ["Tipo de búsqueda", "Web"],
                    ["Fecha", "Últimos 3\u00a0meses"]],
    "Gr+ífico.csv": [["Fecha", *ES], *ES_DAYS],
    "P+íginas.csv": [
        ["Páginas principales", *ES],
        *([r[0].replace(" y", " \ny"), *r[1:]] for r in ES_PAGES),
    ],
    "Pa+¡ses.csv": [["País", *ES], ["Chile", 15, 220, "6.82%", "5.9"]],
}  # fmt: skip
BLOG: dict[str, Cells] = {
    "Chart.csv": [["Date", *EN], ["2025-01-01", 1, 10, "10%", "3"], ["2025-12-31", 1, 20, "5%", 4]],
    "Filters.csv": [["Filter", "Value"], ["Search type", "Web"],
                    ["Date", "1 Jan 2025-31 Dec 2025"], ["Page", "+/blog/"], ["Page", "-/tag/"],
                    ["Query", "~(rope|cord)"], ["Device", "Mobile"]],
    "Queries.csv": [["Top queries", *EN], ["red rope", 1, 19, "5.26%", "2"]],
}  # fmt: skip
ONE_PAGE: dict[str, Cells] = {
    "Filters.csv": [["Filter", "Value"], ["Search type", "Image"],
                    ["Date", "Mar 1, 2026-Mar 31, 2026"], ["Page", "https://shop.example/a"]],
    "Queries.csv": [["Top queries", *EN], ["red rope", 1, 20, "5%", "2"]],
}  # fmt: skip
DISCOVER: dict[str, Cells] = {
    "Chart.csv": [["Date", *EN[:3]], ["2026-03-01", 30, 900, "3.33%"]],
    "Countries.csv": [["Country", *EN[:3]], ["Chile", 30, 900, "3.33%"]],
    "Discover appearance.csv": [["Discover appearance", *EN[:3]], ["Video", 2, 50, "4%"]],
    "Filters.csv": [["Filter", "Value"], ["Search type", "Discover"], ["Date", "Last 3 months"]],
    "Pages.csv": [["Top pages", *EN[:3]], ["https://shop.example/knots", 30, 900, "3.33%"],
                  ["https://shop.example/new", 0, 5, "0%"]],
}  # fmt: skip
ZH = ["点击次数", "展示", "点击率", "排名"]
CHINESE: dict[str, Cells] = {
    "图表": [["日期", *ZH], ["2025-12-15", 0.0, 3.0, 0.0, 7.5], ["2025-12-16", 0.0, 0.0, "", ""]],
    "查询数": [["热门查询", *ZH], ["红色 绳子", 38.0, 362.0, 0.105, 8.314],
               [4580295034776.0, 0.0, 41.0, 0.024399999999999998, 12.0]],
    "网页": [["排名靠前的网页", *ZH], ["https://shop.example/", 40.0, 500.0, 0.08, 6.5]],
    "国家_地区": [["国家/地区", *ZH], ["智利", 38.0, 403.0, 0.094, 8.6]],
    "设备": [["设备", *ZH], ["移动设备", 30.0, 300.0, 0.1, 8.0]],
    "搜索结果呈现": [["搜索结果呈现", *ZH]],
    "过滤器": [["过滤器", "值"], ["搜索类型", "网页"], ["日期", "过去 3 个月"]],
}  # fmt: skip
RUSSIAN: Cells = [["Популярные страницы", "Kлики", "Показы", "CTR", "Позиция"],
                  ["https://shop.example/verevka", 3, 50, "6%", "4.5"]]  # fmt: skip
WEEKS: Cells = [["Date Range", *EN], ["2025-12-08 - 2025-12-14", 3, 30, "10%", "4"],
                ["2025-12-15 - 2025-12-21", 4, 40, "10%", "5"]]  # fmt: skip
HOURS: Cells = [
    ["Time (UTC+05:30)", *EN],
    *([f"2026-01-{5 + h // 24:02d}T{h % 24:02d}:00:00+05:30", 1, 2, "50%", 3]
      for h in range(10, 34)),
]  # fmt: skip
CAPPED: Cells = [["Top queries", *EN], *([f"rope {i}", 0, 2, "0%", 5] for i in range(1000))]

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="Search Console, Spanish, member names garbled",
        format="Search Console queries",
        file="shop.example-Performance-on-Search-2026-06-01.zip",
        data=_zip(SPANISH),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", r[0], None, r[1], r[2], float(r[4]), 4) for r in ES_QUERIES],
        report={"total_clicks": 15, "total_impressions": 220, "period_start": "2026-05-10",
                "notes": ("filter: Tipo de búsqueda = Web", "filter: Fecha = Últimos 3")},
        also={"pages": 4, "totals": 7},
    ),
    Sample(
        name="Search Console, pages of the Spanish export",
        format="Search Console pages",
        file="https___www.shop.example_-Performance-on-Search-2026-06-01.zip",
        data=_zip(SPANISH),
        table="pages",
        columns=PAGES,
        expected=[("all", r[0], r[1], r[2], float(r[4]), 4) for r in ES_PAGES],
        also={"keywords": 8, "totals": 7},
    ),
    Sample(
        name="Search Console, empty days of the Spanish export",
        format="Search Console day totals",
        file="Gr+ífico.csv",
        data=_csv(SPANISH["Gr+ífico.csv"]),
        table="totals",
        columns=TOTALS,
        expected=[
            ("all", "day", r[0], r[0], r[1], r[2], float(r[4]) if r[2] else None) for r in ES_DAYS
        ],
        report={"period_days": 4},
    ),
    Sample(
        name="Search Console, filtered by parts of addresses",
        format="Search Console queries",
        file="blog.zip",
        data=_zip(BLOG),
        table="keywords",
        columns=KEYWORDS,
        expected=[("mobile, /blog/, not /tag/", "red rope", None, 1, 19, 2, 365)],
        report={"total_clicks": 2, "total_impressions": 30, "notes": (
            "filter: Date = 1 Jan 2025-31 Dec 2025", "filter: Page = +/blog/",
            "filter: Page = -/tag/", "filter: Query = ~(rope|cord)", "filter: Device = Mobile")},
        also={"totals": 2},
    ),
    Sample(
        name="Search Console, one page among pictures",
        format="Search Console queries",
        file="page.zip",
        data=_zip(ONE_PAGE),
        table="keywords",
        columns=KEYWORDS,
        expected=[("https://shop.example/a, image search", "red rope", "https://shop.example/a",
                   1, 20, 2, 31)],
        report={"notes": ("filter: Search type = Image",)},
    ),
    Sample(
        name="Search Console, Discover",
        format="Search Console pages",
        file="shop.example-Performance-on-Discover-2026-06-01.zip",
        data=_zip(DISCOVER),
        table="pages",
        columns=PAGES,
        expected=[("Discover", "https://shop.example/knots", 30, 900, None, 1),
                  ("Discover", "https://shop.example/new", 0, 5, None, 1)],
        report={"notes": ("filter: Search type = Discover", "filter: Date = Last 3 months",
                          "of Discover, not of search")},
        also={"totals": 3},
    ),
    Sample(
        name="Search Console, Discover without its filters",
        format="Search Console appearance totals",
        file="Discover appearance.csv",
        data=_csv(DISCOVER["Discover appearance.csv"]),
        table="totals",
        columns=TOTALS,
        expected=[("Discover", "appearance", "Video", None, 2, 50, None)],
    ),
    Sample(
        name="Search Console, Chinese workbook",
        format="Search Console queries",
        file="https___shop.example_-Performance-on-Search-2026-02-22.xlsx",
        data=workbook(CHINESE),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "红色 绳子", None, 38, 362, 8.314, 2),
                  ("all", "4580295034776", None, 0, 41, 12, 2)],
        report={"total_impressions": 3, "notes": ("filter: 搜索类型 = 网页",)},
        also={"pages": 1, "totals": 4},
    ),
    Sample(
        name="Search Console, Russian pages with a Latin letter",
        format="Search Console pages",
        file="Страницы.csv",
        data=_csv(RUSSIAN),
        table="pages",
        columns=PAGES,
        expected=[("all", "https://shop.example/verevka", 3, 50, 4.5, None)],
    ),
    Sample(
        name="Search Console, chart by week",
        format="Search Console day totals",
        file="Chart.csv",
        data=_csv(WEEKS),
        table="totals",
        columns=TOTALS,
        expected=[("all", "day", "2025-12-08 - 2025-12-14", "2025-12-08", 3, 30, 4),
                  ("all", "day", "2025-12-15 - 2025-12-21", "2025-12-15", 4, 40, 5)],
        report={"period_days": 14, "period_end": "2025-12-21"},
    ),
    Sample(
        name="Search Console, chart by hour",
        format="Search Console day totals",
        file="Chart.csv",
        data=_csv(HOURS),
        table="totals",
        columns=TOTALS,
        expected=[("all", "day", r[0], str(r[0])[:10], 1, 2, 3) for r in HOURS[1:]],
        report={"period_days": 1, "period_start": "2026-01-05", "period_end": "2026-01-06"},
    ),
    Sample(
        name="Search Console, as long as the interface exports",
        format="Search Console queries",
        file="Queries.csv",
        data=_csv(CAPPED),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", f"rope {i}", None, 0, 2, 5, None) for i in range(1000)],
        report={"notes": ("1000 rows are all that the interface exports",)},
    ),
)  # fmt: skip
