"""Writers of the vendors' real shapes, seeded, for round trips."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

Cells = Sequence[Sequence[object]]

QUERY_ROWS: list[tuple[str, int, int, float]] = [
    ("red shoes", 9, 61, 2.28),
    ("+keyword", 1, 12, 6.0),
    ("=cmd|' /C calc'!A0", 0, 7, 11.25),
    ("4580295034776", 2, 40, 3.5),
    ('"""exact"""', 0, 3, 9.0),
    ("NULL", 0, 5, 1.0),
    ("NA", 1, 4, 2.0),
    ("null", 0, 2, 70.5),
    ("купить обувь", 3, 1_810, 4.75),
    ("ｏｐｅｒａ, 5.11", 0, 9, 8.2),
    ("%word\u200b", 0, 1, 33.0),
    ("5.11", 0, 2, 31.0),
]
# Header of the query and page sheets in every language of the interface.
HEADERS: dict[str, tuple[str, str, str, str, str, str]] = {
    "en": ("Top queries", "Top pages", "Clicks", "Impressions", "CTR", "Position"),
    "old": ("Search Queries", "Top pages", "Clicks", "Impressions", "CTR", "Average Position"),
    "fr": ("Requêtes les plus fréquentes", "Pages les plus populaires", "Clics", "Impressions",
           "CTR", "Position"),
    "es": ("Consultas principales", "Páginas principales", "Clics", "Impresiones", "CTR",
           "Posición"),
    "pt": ("Top consultas", "Páginas principales", "Cliques", "Impressões", "CTR", "Posição"),
    "nl": ("Meest uitgevoerde zoekopdrachten", "Populairste pagina's", "Aantal klikken",
           "Vertoningen", "CTR", "Positie"),
    "ru": ("Популярные запросы", "Популярные страницы", "Kлики", "Показы", "CTR", "Позиция"),
    "zh": ("热门查询", "排名靠前的网页", "点击次数", "展示", "点击率", "排名"),
    "ja": ("上位のクエリ", "上位のページ", "クリック数", "表示回数", "CTR", "掲載順位"),
    "ko": ("인기 검색어", "인기 페이지", "클릭수", "노출", "CTR", "게재 순위"),
    "tr": ("En çok yapılan sorgular", "En çok görüntülenen sayfalar", "Tıklamalar",
           "Gösterimler", "TO", "Konum"),
    "de": ("Häufigste Suchanfragen", "Häufigste Seiten", "Klicks", "Impressionen", "CTR",
           "Position"),
}  # fmt: skip


def csv_text(rows: Cells, *, delimiter: str = ",", end: str = "\n") -> str:
    """Write rows as delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def query_table(language: str = "en", rows: Sequence[tuple[str, int, int, float]] = ()) -> Cells:
    """Rows of a Search Console query sheet."""
    query, _, *metrics = HEADERS[language]
    body = [_metrics(*row) for row in rows or QUERY_ROWS]
    return [[query, *metrics], *body]


def page_table(language: str = "en") -> Cells:
    """Rows of a Search Console page sheet."""
    _, page, *metrics = HEADERS[language]
    rows = [(f"https://shop.example/{i}/", i, 10 * i + 1, 1.5 + i) for i in range(5)]
    return [[page, *metrics], *(_metrics(*row) for row in rows)]


def chart_table(days: int = 28, impressions: int = 100) -> Cells:
    """Rows of a chart of March 2026."""
    rows = [(f"2026-03-{day:02d}", 1, impressions, 5.0) for day in range(1, days + 1)]
    return [["Date", "Clicks", "Impressions", "CTR", "Position"], *(_metrics(*r) for r in rows)]


def search_console(
    *,
    filters: Sequence[tuple[str, str]] = (("Search type", "Web"), ("Date", "Last 3 months")),
    chart: bool = True,
) -> dict[str, Cells]:
    """All sheets of a Search Console export, by file name."""
    head = ["Clicks", "Impressions", "CTR", "Position"]
    sheets: dict[str, Cells] = {
        "Queries.csv": query_table(),
        "Pages.csv": page_table(),
        "Countries.csv": [["Country", *head], ["Chile", 28, 2800, "1%", "5"]],
        "Devices.csv": [["Device", *head], ["Mobile", 20, 2000, "1%", "5"],
                        ["Desktop", 8, 800, "1%", "5"]],
        "Search appearance.csv": [["Search Appearance", *head]],
        "Filters.csv": [["Filter", "Value"], *filters],
    }  # fmt: skip
    if chart:
        sheets["Chart.csv"] = chart_table()
    return sheets


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def search_console_zip(path: Path, **options: object) -> Path:
    """Write the zip that the export button saves."""
    sheets = search_console(**options)  # type: ignore[arg-type]
    path.write_bytes(zip_bytes({n: csv_text(rows).encode() for n, rows in sheets.items()}))
    return path


def workbook(path: Path, sheets: Mapping[str, Cells]) -> Path:
    """Write a workbook; texts stay texts."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name[:31])
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def keyword_planner(rows: Sequence[tuple[str, str]], *, comma: bool = False) -> bytes:
    """Keyword Planner statistics: UTF-16 LE with mark, TAB, two lines before the header."""
    low, high = ("0,90", "1,25") if comma else ("0.90", "1.25")
    head = ["Keyword", "Currency", "Avg. monthly searches", "Three month change", "YoY change",
            "Competition", "Competition (indexed value)", "Top of page bid (low range)",
            "Top of page bid (high range)", "Searches: Sep 2024"]  # fmt: skip
    body = [[k, "EUR", v, "0%", "∞", "Baja", "7", low, high, ""] for k, v in rows]
    text = "Keyword Stats 2025-09-30 at 23_47_46\n1 de abril de 2025 - 31 de marzo de 2026\n"
    return b"\xff\xfe" + (text + csv_text([head, *body], delimiter="\t")).encode("utf-16-le")


def analytics(rows: Cells, head: Sequence[str], *, words: tuple[str, str] | None = None) -> str:
    """Analytics 4 report with its comment block."""
    start, end = words or ("Start date", "End date")
    block = ["# ----------------------------------------", "# Pages and screens",
             "# Account: A, B and C", "# ----------------------------------------", "# ",
             "# All Users", f"# {start}: 20260224", f"# {end}: 20260323"]  # fmt: skip
    return "\r\n".join(block) + "\r\n" + csv_text([head, *rows], end="\r\n")


def crazy_egg(rows: Sequence[tuple[int, str, str, int, str]], *, facts: bool = True) -> str:
    """Crazy Egg element list: the first two rows carry the snapshot's facts, the rest are short."""
    clicks = sum(row[3] for row in rows)
    told = [
        "Home - Interact \u00a0 • \u00a0 http://www.lib.example.edu/index.php",
        f"created 5-29-2013 \u00a0 • \u00a0 20 days 4 hours 21 mins \u00a0 • \u00a0 "
        f"10,283 visits, {clicks} clicks",
    ]
    head = ["Element ID", "Tag name", "Name", "No. clicks", "Visible?", "Snapshot information"]
    body = [[*row, told[i]] if facts and i < len(told) else list(row) for i, row in enumerate(rows)]
    return csv_text([head, *body])


def _metrics(name: str, clicks: int, impressions: int, position: float) -> list[object]:
    ctr = f"{round(100 * clicks / impressions, 2):g}%" if impressions else ""
    return [name, clicks, impressions, ctr, f"{position:g}" if impressions else ""]
