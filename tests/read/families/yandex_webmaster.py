"""Samples: Yandex Webmaster."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import xlsxwriter

from tests.read.families.sample import Sample

COLUMNS = ("keyword", "page", "date", "country", "impressions", "clicks", "position", "period_days")
RUSSIAN = ("Дата", "Хост", "URL", "Запрос", "Регион", "Клики", "Показы", "Позиция")
SMALL = tuple(word if word == "URL" else word.lower() for word in RUSSIAN)
ENGLISH = ("Date", "Host", "URL", "Query", "Region", "Clicks", "Impressions", "Ranking")
ROWS = (
    ("2026-03-01", "https:shop.example:443", "/tents/", "палатка", "Москва", "3", "40", "3.5"),
    ("2026-03-01", "https:shop.example:443", "/tents/", "палатка", "Тула", "0", "2", "12.25"),
    ("2026-03-02", "https:shop.example:443", "/tents/?size=4", 'палатка "4, 5" мест', "Москва",
     "1", "9", "7"),
    ("2026-03-02", "https:shop.example:443", "/", "4580295034776", "Москва", "0", "0", "0"),
)  # fmt: skip
READ = [
    ("палатка", "https://shop.example/tents/", "2026-03-01", "Москва", 40, 3, 3.5, 2),
    ("палатка", "https://shop.example/tents/", "2026-03-01", "Тула", 2, 0, 12.25, 2),
    ('палатка "4, 5" мест', "https://shop.example/tents/?size=4", "2026-03-02", "Москва", 9, 1, 7,
     2),
    ("4580295034776", "https://shop.example/", "2026-03-02", "Москва", 0, 0, None, 2),
]  # fmt: skip


def _table(
    header: Sequence[str],
    delimiter: str,
    *,
    comma: bool = False,
    russian_days: bool = False,
    encoding: str = "utf-8",
) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    for day, *names, position in ROWS:
        year, month, number = day.split("-")
        told = f"{number}.{month}.{year}" if russian_days else day
        writer.writerow([told, *names, position.replace(".", ",") if comma else position])
    return out.getvalue().encode(encoding)


def _workbook(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Запросы")
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    return out.getvalue()


ANSWER = {
    "queries": [
        {
            "query_id": "1a",
            "query_text": "палатка",
            "indicators": {
                "TOTAL_SHOWS": 41.0, "TOTAL_CLICKS": 3.0, "AVG_SHOW_POSITION": 3.4,
                "AVG_CLICK_POSITION": 2.1,
            },
        },
        {"query_id": "2b", "query_text": "тент",
         "indicators": {"TOTAL_SHOWS": 7.0, "TOTAL_CLICKS": 0.0}},
    ],
    "date_from": "2026-03-01T00:00:00.000+0300",
    "date_to": "2026-03-07T00:00:00.000+0300",
    "count": 2,
}  # fmt: skip
QUERIES = ("keyword", "impressions", "clicks", "position", "period_days")

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="webmaster by page in Russian",
        format="Yandex Webmaster queries by page",
        file="queries-export.csv",
        data=lambda: _table(RUSSIAN, ","),
        table="keywords",
        columns=COLUMNS,
        expected=READ,
        report={"period_start": "2026-03-01", "notes": ("regions stand in the column country",)},
    ),
    Sample(
        name="webmaster by page in small letters",
        format="Yandex Webmaster queries by page",
        file="export.csv",
        data=lambda: _table(SMALL, ";", comma=True, russian_days=True, encoding="utf-8-sig"),
        table="keywords",
        columns=COLUMNS,
        expected=READ,
    ),
    Sample(
        name="webmaster by page in English",
        format="Yandex Webmaster queries by page",
        file="queries.csv",
        data=lambda: _table(ENGLISH, "\t", comma=True),
        table="keywords",
        columns=COLUMNS,
        expected=READ,
    ),
    Sample(
        name="webmaster by page with a comma in quotes",
        format="Yandex Webmaster queries by page",
        file="queries_2.csv",
        data=lambda: _table(ENGLISH, ",", comma=True),
        table="keywords",
        columns=COLUMNS,
        expected=READ,
    ),
    Sample(
        name="webmaster query table",
        format="Yandex Webmaster queries",
        file="Поисковые запросы.xlsx",
        data=lambda: _workbook(
            ["Поисковые запросы", "Показы", "Клики", "CTR, %", "Ср. позиция", "Ср. позиция клика"],
            [["палатка", 41, 3, 7.32, 3.4, 2.1], ["тент", 7, 0, 0, 11.5, ""]],
        ),
        table="keywords",
        columns=QUERIES,
        expected=[("палатка", 41, 3, 3.4, None), ("тент", 7, 0, 11.5, None)],
    ),
    Sample(
        name="webmaster answer",
        format="Yandex Webmaster interface",
        file="popular.json",
        data=lambda: json.dumps(ANSWER, ensure_ascii=False).encode(),
        table="keywords",
        columns=QUERIES,
        expected=[("палатка", 41, 3, 3.4, 7), ("тент", 7, 0, None, 7)],
        report={"period_start": "2026-03-01", "period_end": "2026-03-07"},
    ),
)
