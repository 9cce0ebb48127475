"""Samples: rows of Search Console's interface for programs, and of its bulk export."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from tests.read.families.sample import Sample
from tests.read.writers import Cells, csv_text

KEYWORDS = ("segment", "keyword", "page", "date", "device", "country", "clicks", "impressions",
            "position")  # fmt: skip
PAGES = ("segment", "page", "clicks", "impressions", "position")
TOTALS = ("kind", "name", "date", "clicks", "impressions", "position")
A, B = "https://shop.example/a", "https://shop.example/b"

Row = tuple[list[str], float, float, float]


def answer(rows: Sequence[Row]) -> dict[str, object]:
    """Return an answer of the interface."""
    told = [
        {"keys": keys, "clicks": clicks, "impressions": shown, "ctr": clicks / shown,
         "position": position}
        for keys, clicks, shown, position in rows
    ]  # fmt: skip
    return {"rows": told, "responseAggregationType": "byPage"}


def _json(*answers: Sequence[Row]) -> Callable[[], bytes]:
    value = [answer(rows) for rows in answers]
    return lambda: json.dumps(value if len(value) > 1 else value[0]).encode()


def _csv(rows: Cells, *, delimiter: str = ",", end: str = "\n") -> Callable[[], bytes]:
    return lambda: csv_text(rows, delimiter=delimiter, end=end).encode()


HEAD = ["data_date", "site_url", "url", "query", "is_anonymized_query", "is_anonymized_discover",
        "country", "search_type", "device", "is_amp_blue_link", "is_video", "impressions",
        "clicks", "sum_position"]  # fmt: skip


Place = tuple[str | None, str | None, str, str]


def _bulk(day: int, place: Place, shown: int, clicks: int, ranks: int | None) -> list[object]:
    url, query, kind, device = place
    hidden = query is None and kind != "DISCOVER"
    return [f"2026-03-{day:02d}", "sc-domain:shop.example", url, query, hidden, url is None, "chl",
            kind, device, False, False, shown, clicks, ranks]  # fmt: skip


BULK = [
    _bulk(1, (A, "red rope", "WEB", "MOBILE"), 3, 1, 6),
    # The same key once more, and a row whose only difference is a mark of appearance.
    _bulk(1, (A, "red rope", "WEB", "MOBILE"), 1, 0, 10),
    _bulk(2, (A, "red rope", "WEB", "DESKTOP"), 2, 0, 0),
    _bulk(2, (B, "total", "IMAGE", "TABLET"), 5, 1, 45),
    # Anonymized: as many impressions as all the others together, and yet no row of totals.
    _bulk(2, (A, None, "WEB", "MOBILE"), 11, 2, 33),
    _bulk(2, (B, None, "DISCOVER", "MOBILE"), 70, 9, None),
    _bulk(2, (None, None, "DISCOVER", "MOBILE"), 5, 1, None),
]
BULK_KEYWORDS = [
    ("all", "red rope", A, "2026-03-01", "mobile", "chl", 1, 4, 5.0),
    ("all", "red rope", A, "2026-03-02", "desktop", "chl", 0, 2, 1.0),
    ("image search", "total", B, "2026-03-02", "tablet", "chl", 1, 5, 10.0),
]
BULK_PAGES = [
    ("all", A, 3, 17, 49 / 17 + 1),
    ("image search", B, 1, 5, 10.0),
    ("Discover", B, 9, 70, None),
]
BULK_TOLD = {
    "total_clicks": 4,
    "total_impressions": 22,
    "period_days": 2,
    "dropped": ("2 row of Discover", "1 anonymized query", "1 row summed"),
    "notes": ("1 of image search",),
}


def _empty(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


BULK_CSV: Cells = [HEAD, *([_empty(value) for value in row] for row in BULK)]
SITE_HEAD = ["data_date", "site_url", "query", "is_anonymized_query", "country", "search_type",
             "device", "impressions", "clicks", "sum_top_position"]  # fmt: skip
SITE: Cells = [
    SITE_HEAD,
    ["2026-03-01", "sc-domain:shop.example", "red rope", "false", "chl", "WEB", "MOBILE", 4, 1, 8],
    ["2026-03-01", "sc-domain:shop.example", "", "true", "chl", "WEB", "MOBILE", 4, 1, 40],
]


def _lines() -> bytes:
    rows = [dict(zip(HEAD, row, strict=True)) for row in BULK]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _parquet() -> bytes:
    marks = ", ".join("?" * len(HEAD))
    kinds = ("TIMESTAMP", "VARCHAR", "VARCHAR", "VARCHAR", "BOOLEAN", "BOOLEAN", "VARCHAR",
             "VARCHAR", "VARCHAR", "BOOLEAN", "BOOLEAN", "BIGINT", "BIGINT", "BIGINT")  # fmt: skip
    columns = ", ".join(f"{name} {kind}" for name, kind in zip(HEAD, kinds, strict=True))
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = Path(folder) / "table.parquet"
        base.execute(f"CREATE TABLE t ({columns})")
        base.executemany(f"INSERT INTO t VALUES ({marks})", BULK)  # noqa: S608 - only marks
        base.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        return path.read_bytes()


def _bulk_sample(name: str, file: str, data: Callable[[], bytes]) -> Sample:
    return Sample(
        name=name,
        format="Search Console bulk export by address",
        file=file,
        data=data,
        table="keywords",
        columns=KEYWORDS,
        expected=BULK_KEYWORDS,
        report=BULK_TOLD,
        also={"pages": len(BULK_PAGES)},
    )


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="Search Console answer, five dimensions in another order",
        format="Search Console rows",
        file="answer.json",
        data=_json([(["2026-03-01", "MOBILE", A, "usa", "red rope"], 1, 10, 3.2),
                    (["2026-03-02", "DESKTOP", B, "chl", "seo"], 0, 4, 1.0)]),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", A, "2026-03-01", "mobile", "usa", 1, 10, 3.2),
                  ("all", "seo", B, "2026-03-02", "desktop", "chl", 0, 4, 1)],
        report={"period_days": 2},
    ),
    Sample(
        name="Search Console answers of two requests, by hour",
        format="Search Console rows",
        file="answers.json",
        data=_json([(["2026-03-01T00:00:00-08:00", "red rope"], 1, 10, 2)],
                   [(["2026-03-01T01:00:00-08:00", "red rope"], 0, 30, 4),
                    (["2026-03-01T01:00:00-08:00", "blue rope"], 0, 1, 9)]),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", None, "2026-03-01", None, None, 1, 40, 3.5),
                  ("all", "blue rope", None, "2026-03-01", None, None, 0, 1, 9)],
        report={"dropped": ("1 row summed",), "period_days": 1},
    ),
    Sample(
        name="Search Console answer by page, day and device",
        format="Search Console page rows",
        file="pages.json",
        data=_json([([A, "2026-03-01", "MOBILE"], 1, 10, 2),
                    ([A, "2026-03-04", "TABLET"], 2, 30, 4),
                    ([B, "2026-03-02", "MOBILE"], 0, 5, 7)]),
        table="pages",
        columns=PAGES,
        expected=[("all", A, 3, 40, 3.5), ("all", B, 0, 5, 7)],
        report={"period_days": 4, "dropped": ("1 row summed",)},
    ),
    *(
        Sample(
            name=f"Search Console answer by {kind}",
            format=f"Search Console {kind} totals",
            file=f"{kind}.json",
            data=_json([([name], 1, 10, 2) for name in names]),
            table="totals",
            columns=TOTALS,
            expected=[(kind, name, date, 1, 10, 2) for name in names],
        )
        for kind, names, date in (
            ("device", ("MOBILE", "DESKTOP"), None),
            ("country", ("chl", "usa"), None),
            ("appearance", ("RICH_SNIPPET", "AMP_BLUE_LINK"), None),
            ("day", ("2026-03-01T00:00:00-08:00", "2026-03-01T01:00:00-08:00"), "2026-03-01"),
        )
    ),
    Sample(
        name="Search Console answer by day and device",
        format="Search Console day totals",
        file="days.json",
        data=_json([(["2026-03-01", "MOBILE"], 1, 10, 2), (["2026-03-01", "TABLET"], 1, 30, 4)]),
        table="totals",
        columns=TOTALS,
        expected=[("day", "2026-03-01", "2026-03-01", 2, 40, 3.5)],
    ),
    Sample(
        name="Search Console add-on for sheets",
        format="Search Console rows",
        file="sheet.csv",
        data=_csv([["Query", "Page", "Search Appearance", "Date", "Country", "Device", "Clicks",
                    "Impressions", "CTR", "Position"],
                   ["red rope", A, "VIDEO", "2026-03-01", "chl", "MOBILE", 1, 10, 0.1, 3.25],
                   ["5.11", A, "", "2026-03-03", "chl", "DESKTOP", 0, 2, 0, 31]], end="\r\n"),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", A, "2026-03-01", "mobile", "chl", 1, 10, 3.25),
                  ("all", "5.11", A, "2026-03-03", "desktop", "chl", 0, 2, 31)],
        report={"period_days": 3, "notes": ("rows are split by search appearance",)},
    ),
    Sample(
        name="Search Console rows with shares in percent",
        format="Search Console rows",
        file="rows.csv",
        data=_csv([["date", "page", "query", "clicks", "impressions", "ctr", "position"],
                   ["2026-03-01", A, "red rope", 1, 10, "10%", 3.25]]),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", A, "2026-03-01", None, None, 1, 10, 3.25)],
    ),
    Sample(
        name="Search Console pages, flattened with a length in the header",
        format="Search Console page rows",
        file="pages_3m.csv",
        data=_csv([["url", "clicks_3m", "impressions_3m", "ctr", "avg_position"],
                   [A, 3, 40, "0.075", "3.5"], [B, 0, 0, "", ""]], delimiter=";"),
        table="pages",
        columns=(*PAGES, "period_days"),
        expected=[("all", A, 3, 40, 3.5, 91), ("all", B, 0, 0, None, 91)],
        report={"notes": ("approximate",)},
    ),
    Sample(
        name="Search Console pages, flattened",
        format="Search Console page rows",
        file="pages.csv",
        data=_csv([["page", "clicks", "impressions", "ctr", "position"], [A, 3, 40, 0.075, 3.5]]),
        table="pages",
        columns=PAGES,
        expected=[("all", A, 3, 40, 3.5)],
    ),
    _bulk_sample("Search Console bulk export, Parquet", "searchdata_url_impression.parquet",
                 _parquet),
    _bulk_sample("Search Console bulk export, CSV", "bq-results.csv", _csv(BULK_CSV)),
    _bulk_sample("Search Console bulk export, JSON lines", "bq-results.jsonl", _lines),
    Sample(
        name="Search Console bulk export, its pages",
        format="Search Console bulk export pages",
        file="searchdata_url_impression.csv",
        data=_csv(BULK_CSV),
        table="pages",
        columns=PAGES,
        expected=BULK_PAGES,
        report={"dropped": ("1 anonymized page of Discover", "3 row summed"),
                "notes": ("1 of Discover", "1 of image search")},
        also={"keywords": len(BULK_KEYWORDS)},
    ),
    Sample(
        name="Search Console bulk export by site",
        format="Search Console bulk export by site",
        file="searchdata_site_impression.csv",
        data=_csv(SITE),
        table="keywords",
        columns=KEYWORDS,
        expected=[("all", "red rope", None, "2026-03-01", "mobile", "chl", 1, 4, 3)],
        report={"total_clicks": 2, "total_impressions": 8, "dropped": "1 anonymized query"},
    ),
)  # fmt: skip
