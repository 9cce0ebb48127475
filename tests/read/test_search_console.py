"""Search Console: periods compared, filters, dimensions in any order, the bulk export's sums."""

from __future__ import annotations

import io
import itertools
import json
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import read_export, read_keywords, read_pages
from smo.read.bundle import page_filter
from smo.read.vendors.search_console_compare import compare_mode
from tests.read.families.search_console import BLOG, packed
from tests.read.families.search_console_rows import BULK_CSV, SITE, answer
from tests.read.writers import Cells, csv_text


@pytest.mark.parametrize(
    ("first", "second", "later", "days"),
    [
        ("Last 3 months", "Previous 3 months", "Last 3 months", 91),
        ("Last 28 days", "Same period last year", "Last 28 days", 28),
        ("Previous", "Current", "Current", None),
        ("Últimos 3 meses", "3 meses anteriores", "Últimos 3 meses", 91),
        ("Vorherige 28 Tage", "Letzte 28 Tage", "Letzte 28 Tage", 28),
        ("Afgelopen 7 dagen", "Vorige 7 dagen", "Afgelopen 7 dagen", 7),
        ("Предыдущие 7 дней", "Последние 7 дней", "Последние 7 дней", 7),
        ("过去 7 天", "上一个 7 天", "过去 7 天", 7),
        ("過去 7 日間", "前の 7 日間", "過去 7 日間", 7),
        ("지난 7일", "이전 7일", "지난 7일", 7),
        ("Son 7 gün", "Önceki 7 gün", "Son 7 gün", 7),
        ("1/1/26 - 3/31/26", "10/1/25 - 12/31/25", "1/1/26 - 3/31/26", 90),
        ("01/03/2026 - 31/03/2026", "01/02/2026 - 28/02/2026", "01/03/2026 - 31/03/2026", 31),
        ("01.02.26 – 28.02.26", "01.03.26 – 31.03.26", "01.03.26 – 31.03.26", 31),
        ("Feb 1, 2026 - Feb 28, 2026", "Mar 1, 2026 - Mar 31, 2026",
         "Mar 1, 2026 - Mar 31, 2026", 31),
        ("3/1/26 - 4/1/26", "5/1/26 - 6/1/26", "5/1/26 - 6/1/26", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("pattern", ["{period} {metric}", "{metric} ({period})"])
def test_the_later_period_is_told(
    first: str, second: str, later: str, days: float | None, pattern: str
) -> None:
    metrics = ("Clicks", "Impressions", "CTR", "Position")
    head = ["Top queries", *(pattern.format(period=p, metric=m)
                             for m in metrics for p in (first, second))]  # fmt: skip
    found = compare_mode(head)
    assert found is not None
    assert found.problem is None
    assert (found.later, found.period.days) == (later, days)
    step = 0 if later == first else 1
    assert found.places == {
        "clicks": 1 + step, "impressions": 3 + step, "ctr": 5 + step, "position": 7 + step,
    }  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        ["Top queries", "Clicks", "Impressions", "CTR", "Position"],
        ["Date", "Link clicks", "Post clicks", "Paid impressions", "Organic impressions"],
        ["Top queries", "Last 7 days Clicks", "Previous 7 days Clicks", "a", "b"],
        ["Top queries"],
    ],
)
def test_one_period_is_no_comparison(head: list[str]) -> None:
    assert compare_mode(head) is None


def test_differences_between_the_periods_are_left_out() -> None:
    text = ("Top pages,Clicks,Same period last year Clicks,Clicks Difference,Impressions,"
            "Same period last year Impressions,Impressions Difference\n"
            "https://shop.example/a,5,4,1,50,40,10\n")  # fmt: skip
    pages = read_pages(io.StringIO(text))
    assert pages[["clicks", "impressions"]].to_numpy().tolist() == [[5, 50]]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("Mobile", "Desktop", r"compares 'Mobile' with 'Desktop', which are no periods.*mapping"),
        ("2/1/26 - 3/1/26", "1/2/26 - 1/4/26", r"day and month cannot be told apart in '2/1/26"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(first: str, second: str, message: str) -> None:
    text = (f"Top queries,{first} Clicks,{second} Clicks,{first} Impressions,"
            f"{second} Impressions\nred rope,1,2,3,4\n")  # fmt: skip
    with pytest.raises(SmoError, match=message):
        read_keywords(io.StringIO(text))


def test_other_tables_with_two_kinds_of_clicks_are_left_alone() -> None:
    head = "Date,Paid clicks,Organic clicks,Paid impressions,Organic impressions"
    with pytest.raises(SmoError, match=r"its columns are 'Date', 'Paid clicks'"):
        read_export(io.StringIO(f"{head}\n2026-03-01,1,2,3,4\n"))


@pytest.mark.parametrize(
    ("value", "shown", "exact"),
    [
        ("+/blog/", "/blog/", None),
        ("-/tag/", "not /tag/", None),
        ("=https://shop.example/a", "https://shop.example/a", "https://shop.example/a"),
        ("https://shop.example/(a|b)", "https://shop.example/(a|b)", None),
        (".*/blog/.*", ".*/blog/.*", None),
    ],
)
def test_filters_of_pages(value: str, shown: str, exact: str | None) -> None:
    assert page_filter(value) == (shown, exact)


def test_a_chart_of_one_period_is_no_total_of_a_comparison(tmp_path: Path) -> None:
    head = "Top queries,Last 7 days Clicks,Previous 7 days Clicks,Last 7 days Impressions,"
    sheets: dict[str, Cells] = {
        "Queries.csv": [[*head.strip(",").split(","), "Previous 7 days Impressions"],
                        ["red rope", 1, 2, 3, 4]],
        "Chart.csv": [["Date", "Clicks", "Impressions"], ["2026-03-01", 3, 7]],
    }  # fmt: skip
    path = tmp_path / "x.zip"
    path.write_bytes(packed(sheets))
    report = read_export(path).report.set_index("table").loc["keywords"]
    assert pd.isna(report["total_clicks"])
    assert report["period_days"] == 7


def test_two_filter_sheets_are_not_believed(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(packed({**BLOG, "Filters (1).csv": BLOG["Filters.csv"]}))
    export = read_export(tmp_path / "x.zip")
    assert export.keywords["segment"].tolist() == ["all"]
    assert "2 filter sheets lie together" in export.report["notes"].iloc[0]


def test_rows_beside_the_sheets_do_not_take_their_filter(tmp_path: Path) -> None:
    for name, rows in BLOG.items():
        (tmp_path / name).write_text(csv_text(rows), encoding="utf-8")
    rows = [
        ["query", "page", "clicks", "impressions", "ctr", "position"],
        ["tent", "/a", 1, 2, 1, 3],
    ]
    (tmp_path / "rows.csv").write_text(csv_text(rows), encoding="utf-8")
    segments = read_keywords(tmp_path).set_index("keyword")["segment"]
    assert segments.to_dict() == {"red rope": "mobile, /blog/, not /tag/", "tent": "all"}


def test_dimensions_in_any_order_give_the_same_table() -> None:
    keys = ["red rope", "https://shop.example/a", "MOBILE", "chl", "2026-03-01"]
    tables = [
        read_keywords(answer([([keys[i] for i in order], 1, 10, 2.5)])).drop(columns="source")
        for order in itertools.permutations(range(len(keys)))
    ]
    for table in tables[1:]:
        pd.testing.assert_frame_equal(table, tables[0])


def test_an_answer_without_rows_says_so() -> None:
    empty = {"responseAggregationType": "byPage"}
    with pytest.raises(SmoError):
        read_keywords(io.StringIO(json.dumps([empty, empty])))


def test_both_tables_of_the_bulk_export_are_refused() -> None:
    sources = [io.StringIO(csv_text(BULK_CSV)), io.StringIO(csv_text(SITE))]
    with pytest.raises(SmoError, match=r"counts the same searches by site.*give one of the two"):
        read_keywords(sources)


def test_one_segment_keeps_all_search_types() -> None:
    table = read_keywords(io.StringIO(csv_text(BULK_CSV)), segment="buyers")
    assert table["segment"].unique().tolist() == ["buyers"]
    assert table["clicks"].sum() == 2


BULK_ROW = st.tuples(
    st.sampled_from(["2026-03-01", "2026-03-02"]),
    st.sampled_from(["red rope", "tent", "total", ""]),
    st.integers(1, 9),
    st.integers(0, 9),
    st.integers(0, 90),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(BULK_ROW, min_size=1, max_size=25))
def test_the_sums_of_a_bulk_export(rows: list[tuple[str, str, int, int, int]]) -> None:
    head = ["data_date", "query", "url", "impressions", "clicks", "sum_position"]
    cells = [[day, query, "https://shop.example/", *rest] for day, query, *rest in rows]
    export = read_export(io.StringIO(csv_text([head, *cells])))
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for day, query, *rest in rows:
        sums[query, day] = [a + b for a, b in zip(sums[query, day], rest, strict=True)]
    told = {
        (row.keyword, str(row.date)[:10]): (
            row.impressions,
            row.clicks,
            pytest.approx(row.position),
        )
        for row in export.keywords.itertuples()
    }
    wanted: dict[object, object] = {
        key: (shown, clicks, ranks / shown + 1)
        for key, (shown, clicks, ranks) in sums.items()
        if key[0]
    }
    assert told == wanted
    assert export.pages["impressions"].tolist() == [sum(row[2] for row in rows)]
    assert export.pages["clicks"].tolist() == [sum(row[3] for row in rows)]
    report = export.report.set_index("table")
    assert report.loc["keywords", "total_impressions"] == sum(row[2] for row in rows)
    assert report.loc["keywords", "rows_read"] == len(rows)
