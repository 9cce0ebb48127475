"""Samples: Yandex Wordstat."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence

import xlsxwriter

from tests.read.families.sample import Sample

CR, CRLF = "\r", "\r\n"
KEYWORDS = ("keyword", "device", "volume", "volume_kind", "period_days")
TOTALS = ("kind", "name", "date", "volume")
MONTH = "01.03.2026 — 31.03.2026"
MONTHS_RU = ("январь", "февраль", "март", "апрель")
# A month of Wordstat is 28 to 31 days; ten days are no month.
A_MONTH = 365.2425 / 12


def _file(header: Sequence[str], rows: Sequence[Sequence[object]], end: str = CR) -> bytes:
    """A table as the button saves it: UTF-8 with mark, `;`, every row closed by a further `;`."""
    lines = [";".join(header), *(";".join([*map(str, row), ""]) for row in rows)]
    return (end.join(lines) + end).encode("utf-8-sig")


def _top(
    rows: Sequence[tuple[str, int]],
    *,
    word: str = "Запросы со словами",
    told: str = f"Топ частотных запросов «палатка», {MONTH}, все регионы, все устройства",
    end: str = CR,
) -> Callable[[], bytes]:
    return lambda: _file([word, "Число запросов", told], rows, end)


def _workbook(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Топ запросов")
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def _dynamics(rows: Sequence[Sequence[str]], view: str, days: str) -> Callable[[], bytes]:
    told = f"Динамика частотности запросов «палатка», {view}, {days}, все регионы, все устройства"
    header = ["Период", "Число запросов", "Доля от всех запросов, %", told]
    return lambda: _file(header, rows)


def _json(value: object) -> Callable[[], bytes]:
    return lambda: json.dumps(value, ensure_ascii=False).encode()


ROWS = [("палатка", 412_300), ("палатка туристическая", 90_210), ("палатка 4-местная", 8_004)]
PLAIN = [(name, None, count, "broad", 31) for name, count in ROWS]
MONTHS = [("январь 2026", "1 810 608", "0,023"), ("февраль 2026", "997 977", "0,0115")]
TOP_ANSWER = {
    "requestPhrase": "палатка",
    "totalCount": "412300",
    "topRequests": [{"phrase": name, "count": str(count)} for name, count in ROWS],
    "associations": [{"phrase": "спальник", "count": "77000"}],
}

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="wordstat top 2026",
        format="Wordstat top queries",
        file="wordstat_top_queries.csv",
        data=_top(ROWS),
        table="keywords",
        columns=KEYWORDS,
        expected=PLAIN,
        report={
            "period_start": "2026-03-01",
            "period_end": "2026-03-31",
            "encoding": "utf-8-sig",
            "unused": None,
            "notes": ("the query asked for was 'палатка'",),
        },
    ),
    Sample(
        name="wordstat top 2024 saved again",
        format="Wordstat top queries",
        file="wordstat_top_queries (2).csv",
        data=_top(ROWS, word="Формулировка", end=CRLF),
        table="keywords",
        columns=KEYWORDS,
        expected=PLAIN,
    ),
    Sample(
        name="wordstat top of one device and region",
        format="Wordstat top queries",
        file="wordstat_top_queries (3).csv",
        data=_top(
            ROWS,
            word="Запросы",
            told=f"Топ частотных запросов «палатка, тент», {MONTH}, Москва, Тула, смартфоны",
        ),
        table="keywords",
        columns=KEYWORDS,
        expected=[(name, "mobile", count, "broad", 31) for name, count in ROWS],
        report={
            "notes": (
                "was 'палатка, тент'",
                "searches from Москва, Тула only",
                "searches from mobile only",
            )
        },
    ),
    Sample(
        name="wordstat top of ten days",
        format="Wordstat top queries",
        file="ten_days.csv",
        data=_top(
            [("палатка", 1000)],
            told="Топ частотных запросов «палатка», 01.03.2026 — 10.03.2026, все регионы, "
            "планшеты, десктопы",
        ),
        table="keywords",
        columns=KEYWORDS,
        expected=[("палатка", None, 1000 * (A_MONTH / 10), "broad", 10)],
        report={
            "notes": (
                "numbers of 10 days were turned into searches a month",
                "searches from tablet and desktop only",
            )
        },
    ),
    Sample(
        name="wordstat operators",
        format="Wordstat top queries",
        file="operators.csv",
        data=_top(
            [
                ("палатка +для рыбалки", 900),
                ('"""палатка для рыбалки"""', 120),
                ('"""!палатка !для !рыбалки"""', 40),
                ("[палатка зимняя]", 300),
                ("!палатка зимняя", 310),
                ("c++ палатка", 5),
                ("купить палатку", 77),
            ]
        ),
        table="keywords",
        columns=KEYWORDS,
        expected=[
            ("палатка для рыбалки", None, 120, "exact", 31),
            ("палатка зимняя", None, 310, "broad", 31),
            ("c++ палатка", None, 5, "broad", 31),
            ("купить палатку", None, 77, "broad", 31),
        ],
        report={
            "rows_read": 7,
            "dropped": ("3 the same words with other operators",),
            "notes": ("search operators were taken out of 5 phrases",),
        },
    ),
    Sample(
        name="wordstat top without metadata",
        format="Wordstat top queries",
        file="bare.csv",
        data="Запросы со словами;Число запросов\rпалатка;5\r".encode,
        table="keywords",
        columns=KEYWORDS,
        expected=[("палатка", None, 5, "broad", None)],
        report={"notes": ("the period is not named",)},
    ),
    Sample(
        name="wordstat top workbook",
        format="Wordstat top queries",
        file="wordstat_top_queries.xlsx",
        data=lambda: _workbook(
            ["Запросы со словами", "Число запросов",
             f"Топ частотных запросов «палатка», {MONTH}, все регионы, все устройства"],
            [[name, count] for name, count in ROWS],
        ),
        table="keywords",
        columns=KEYWORDS,
        expected=PLAIN,
    ),
    Sample(
        name="wordstat similar",
        format="Wordstat similar queries",
        file="wordstat_similar_queries.csv",
        data=_top(
            [("спальник", 77_000), ("термос", 5_100)],
            word="Похожие запросы",
            told=f"Запросы, похожие на «палатка», {MONTH}, все регионы, все устройства",
        ),
        table="keywords",
        columns=KEYWORDS,
        expected=[("спальник", None, 77_000, "broad", 31), ("термос", None, 5_100, "broad", 31)],
    ),
    Sample(
        name="wordstat months",
        format="Wordstat dynamics",
        file="wordstat_dynamic.csv",
        data=_dynamics(MONTHS, "по месяцам", "01.01.2026 — 28.02.2026"),
        table="totals",
        columns=TOTALS,
        expected=[
            ("wordstat", "январь 2026", "2026-01-01", 1_810_608),
            ("wordstat", "февраль 2026", "2026-02-01", 997_977),
        ],
        report={
            "period_start": "2026-01-01",
            "period_days": 59,
            "notes": ("the query asked for was 'палатка'",),
        },
    ),
    Sample(
        name="wordstat days",
        format="Wordstat dynamics",
        file="wordstat_dynamic (1).csv",
        # The window in the header ends a day after the last row.
        data=_dynamics(
            [("05.06.2026", "9 001", "0,5"), ("06.06.2026", "8\u00a0999", "1")],
            "по дням",
            "05.06.2026 — 07.06.2026",
        ),
        table="totals",
        columns=TOTALS,
        expected=[
            ("wordstat", "05.06.2026", "2026-06-05", 9_001),
            ("wordstat", "06.06.2026", "2026-06-06", 8_999),
        ],
        report={"period_end": "2026-06-06", "period_days": 2},
    ),
    Sample(
        name="wordstat weeks",
        format="Wordstat dynamics",
        file="wordstat_dynamic (2).csv",
        data=_dynamics(
            [("05.01.2026 — 11.01.2026", "70 000", "0,5"),
             ("12.01.2026 — 18.01.2026", "71 000", "0,4")],
            "по неделям",
            "05.01.2026 — 18.01.2026",
        ),
        table="totals",
        columns=TOTALS,
        expected=[
            ("wordstat", "05.01.2026 — 11.01.2026", "2026-01-05", 70_000),
            ("wordstat", "12.01.2026 — 18.01.2026", "2026-01-12", 71_000),
        ],
        report={"period_days": 14},
    ),
    Sample(
        name="wordstat regions",
        format="Wordstat regions",
        file="wordstat_regions.csv",
        data=lambda: _file(
            ["Регион", "Число запросов", "Доля, %", "Региональная популярность, %",
             f"Запросы по регионам «палатка», {MONTH}, все устройства"],
            [("Москва", "12 004", "1,5", "120"), ("Тула", "300", "0,1", "95")],
        ),
        table="totals",
        columns=("kind", "name", "volume"),
        expected=[("wordstat region", "Москва", 12_004), ("wordstat region", "Тула", 300)],
        report={"period_days": 31},
    ),
    Sample(
        name="wordstat regions of shows",
        format="Wordstat regions",
        file="wordstat_regions (1).csv",
        data=lambda: "Регион;Показов\nМосква;100\nТула;7\n".encode("cp1251"),
        table="totals",
        columns=("kind", "name", "volume"),
        expected=[("wordstat region", "Москва", 100), ("wordstat region", "Тула", 7)],
    ),
    Sample(
        name="wordstat answer",
        format="Wordstat top queries",
        file="top.json",
        data=_json({**TOP_ANSWER, "associations": []}),
        table="keywords",
        columns=KEYWORDS,
        expected=[(name, None, count, "broad", 30) for name, count in ROWS],
        report={"notes": ("the query asked for was 'палатка'",)},
    ),
    Sample(
        name="wordstat answer with associations alone",
        format="Wordstat similar queries",
        file="associations.json",
        data=_json({"totalCount": "0", "associations": TOP_ANSWER["associations"]}),
        table="keywords",
        columns=KEYWORDS,
        expected=[("спальник", None, 77_000, "broad", 30)],
    ),
    Sample(
        name="wordstat answer of the cloud",
        format="Wordstat top queries",
        file="cloud.json",
        data=_json({"totalCount": "9", "results": [{"phrase": "палатка", "count": "9"}]}),
        table="keywords",
        columns=KEYWORDS,
        expected=[("палатка", None, 9, "broad", 30)],
    ),
    Sample(
        name="wordstat answer of dynamics",
        format="Wordstat dynamics",
        file="dynamics.json",
        data=_json(
            {"results": [
                {"date": "2026-01-01T00:00:00Z", "count": "181", "share": 0.2},
                {"date": "2026-02-01T00:00:00Z", "count": "99", "share": 0.1},
            ]}
        ),
        table="totals",
        columns=("kind", "date", "volume"),
        expected=[("wordstat", "2026-01-01", 181), ("wordstat", "2026-02-01", 99)],
    ),
    Sample(
        name="wordstat answer of regions",
        format="Wordstat regions",
        file="regions.json",
        data=_json(
            {"requestPhrase": "палатка", "regions": [
                {"regionId": 213, "count": 12, "share": 0.2, "affinityIndex": 120.5}]}
        ),
        table="totals",
        columns=("kind", "name", "volume"),
        expected=[("wordstat region", "213", 12)],
        report={"period_days": 30},
    ),
)  # fmt: skip
