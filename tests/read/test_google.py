"""Search Console, Keyword Planner and Analytics 4: recognized by header, read exactly."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.read import read_export, read_keywords, read_pages
from tests.read import writers


def _read(text: str | bytes) -> pd.DataFrame:
    return read_keywords(io.BytesIO(text if isinstance(text, bytes) else text.encode()))


@pytest.mark.parametrize("language", sorted(writers.HEADERS))
def test_queries_in_every_language(language: str) -> None:
    export = read_export(io.StringIO(writers.csv_text(writers.query_table(language))))
    assert export.report["format"].tolist() == ["Search Console queries"]
    table = export.keywords.set_index("keyword")
    for keyword, clicks, impressions, position in writers.QUERY_ROWS:
        row = table.loc[keyword]
        assert (row["clicks"], row["impressions"]) == (clicks, impressions)
        assert row["position"] == pytest.approx(position)


@pytest.mark.parametrize("language", sorted(writers.HEADERS))
def test_pages_in_every_language(language: str) -> None:
    export = read_export(io.StringIO(writers.csv_text(writers.page_table(language))))
    assert export.report["format"].tolist() == ["Search Console pages"]
    assert export.pages["clicks"].tolist() == [0, 1, 2, 3, 4]
    assert export.pages["impressions"].sum() == 105


def test_period_totals_and_hidden_demand_come_from_the_chart(tmp_path: Path) -> None:
    export = read_export(writers.search_console_zip(tmp_path / "x.zip"))
    report = export.report.set_index("table").loc["keywords"]
    assert (report["period_days"], str(report["period_start"].date())) == (28, "2026-03-01")
    assert (report["total_clicks"], report["total_impressions"]) == (28, 2800)
    assert report["sum_impressions"] == sum(row[2] for row in writers.QUERY_ROWS)
    assert export.keywords["period_days"].unique().tolist() == [28]
    assert export.totals.groupby("kind")["clicks"].sum().to_dict() == {
        "country": 28, "day": 28, "device": 28,
    }  # fmt: skip
    assert export.clicks.empty
    assert list(export.clicks.columns)[:2] == ["click_id", "segment"]


@pytest.mark.parametrize(
    ("value", "days", "note"),
    [
        ("Last 3 months", 91, "approximate"),
        ("Last 28 days", 28, None),
        ("Mar 1, 2026-Mar 31, 2026", 31, None),
        ("anything", None, None),
    ],
)
def test_without_a_chart_the_filter_gives_the_period(
    tmp_path: Path, value: str, days: int | None, note: str | None
) -> None:
    path = writers.search_console_zip(tmp_path / "x.zip", filters=[("Date", value)], chart=False)
    report = read_export(path).report.set_index("table").loc["keywords"]
    assert report["period_days"] == days if days else pd.isna(report["period_days"])
    notes = "" if pd.isna(report["notes"]) else report["notes"]
    assert ("approximate" in notes) is (note is not None)
    assert pd.isna(report["total_impressions"])


@pytest.mark.parametrize(
    ("filters", "segment", "page"),
    [
        ([("Device", "Mobile")], "mobile", None),
        ([("Dispositivo", "Ordenador")], "desktop", None),
        ([("Country", "Chile"), ("Device", "Tablet")], "tablet, Chile", None),
        ([("Page", "+/blog/")], "/blog/", None),
        ([("Page", "https://x.example/a")], "https://x.example/a", "https://x.example/a"),
        ([("Query", "+shoes")], "all", None),
    ],
)
def test_the_filter_names_the_segment(
    tmp_path: Path, filters: list[tuple[str, str]], segment: str, page: str | None
) -> None:
    path = writers.search_console_zip(tmp_path / "x.zip", filters=filters)
    export = read_export(path)
    assert export.keywords["segment"].unique().tolist() == [segment]
    assert export.keywords["page"].dropna().unique().tolist() == ([page] if page else [])
    assert read_keywords(path, segment="mine")["segment"].unique().tolist() == ["mine"]
    if segment == "all":
        assert "filter: Query = +shoes" in export.report["notes"].iloc[0]


def test_a_workbook_has_fractions_and_native_numbers(tmp_path: Path) -> None:
    rows = [
        ["热门查询", "点击次数", "展示", "点击率", "排名"],
        ["grok会员", 38.0, 362.0, 0.105, 8.314],
    ]
    days = [["日期", "点击次数", "展示", "点击率", "排名"], ["2025-12-15", 0, 3, 0, ""]]
    book = writers.workbook(tmp_path / "x.xlsx", {"查询数": rows, "图表": days})
    export = read_export(book)
    assert export.keywords[["clicks", "impressions", "position"]].iloc[0].tolist() == [
        38,
        362,
        8.314,
    ]
    assert export.totals["position"].isna().tolist() == [True]
    assert export.keywords["period_days"].tolist() == [1]


def test_no_position_where_nothing_was_shown() -> None:
    text = "Top queries,Clicks,Impressions,CTR,Position\na,0,0,,\nb,0,0,0%,0\nc,0,4,0%,7\n"
    assert _read(text)["position"].isna().tolist() == [True, True, False]


def test_compare_mode_reads_the_later_period() -> None:
    head = ["Top queries", "Last 3 months Clicks", "Previous 3 months Clicks",
            "Last 3 months Impressions", "Previous 3 months Impressions"]  # fmt: skip
    export = read_export(io.StringIO(writers.csv_text([head, ["a", 5, 1, 50, 10]])))
    assert export.keywords[["clicks", "impressions"]].iloc[0].tolist() == [5, 50]
    assert "Previous 3 months Clicks" in export.report["unused"].iloc[0]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["2025-12-08 - 2025-12-14", "2025-12-15 - 2025-12-21"], 14),
        (["2026-01-05T00:00:00+05:30", "2026-01-05T01:00:00+05:30"], 1),
    ],
)
def test_charts_by_week_and_hour(names: list[str], expected: int) -> None:
    head = ["Time (UTC+05:30)", "Clicks", "Impressions", "CTR", "Position"]
    text = writers.csv_text([head, *([name, 1, 10, "10%", 2] for name in names)])
    assert read_export(io.StringIO(text)).report["period_days"].tolist() == [expected]


def test_api_rows_in_every_form(tmp_path: Path) -> None:
    rows = [
        {"keys": ["red shoes", "https://x.example/a", "MOBILE", "usa", "2026-03-01"],
         "clicks": 1.0, "impressions": 10.0, "ctr": 0.1, "position": 3.2},
        {"keys": ["seo", "https://x.example/b", "DESKTOP", "chl", "2026-03-02"],
         "clicks": 0, "impressions": 4, "ctr": 0, "position": 1.0},
    ]  # fmt: skip
    answer = {"rows": rows, "responseAggregationType": "byPage"}
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    names = ("query", "page", "device", "country", "date")
    flat = [
        dict(zip(names, r["keys"], strict=True)) | {k: r[k] for k in r if k != "keys"} for r in rows
    ]
    expected = read_keywords(answer).drop(columns="source")
    assert expected["device"].tolist() == ["mobile", "desktop"]
    assert expected["country"].tolist() == ["usa", "chl"]
    assert expected["period_days"].tolist() == [2, 2]
    for source in (rows, path, flat, {"all": answer}):
        pd.testing.assert_frame_equal(read_keywords(source).drop(columns="source"), expected)


def test_api_rows_of_differently_many_keys_are_refused() -> None:
    rows = [{"keys": ["a"], "clicks": 1, "impressions": 1}, {"keys": ["a", "b"], "clicks": 1}]
    with pytest.raises(SmoError, match=r"rows have 1 or 2 keys"):
        read_keywords(rows)


def test_daily_rows_of_pages_and_queries() -> None:
    text = (
        "Date,Page,Query,Clicks,Impressions,CTR,Position\n"
        "2024-08-28,https://x.example/a,foo bar,18,29,0.6206,1.79\n"
        "2024-08-30,https://x.example/a,foo bar,1,2,0.5,1.0\n"
    )
    export = read_export(io.StringIO(text))
    assert export.keywords["date"].dt.day.tolist() == [28, 30]
    assert export.keywords["period_days"].tolist() == [3, 3]
    assert export.report["format"].tolist() == ["Search Console rows"]


def test_a_table_cut_on_the_outcome_is_told() -> None:
    head = "Top queries,Clicks,Impressions,CTR,Position\n"
    body = [f"q{i},{{}},10,10%,2\n" for i in range(40)]
    cut = read_export(io.StringIO(head + "".join(row.format(1) for row in body)))
    whole = read_export(io.StringIO(head + "".join(row.format(0) for row in body)))
    few = read_export(io.StringIO(head + "".join(row.format(1) for row in body[:20])))
    flags = [export.report["cut_on_outcome"].iloc[0] for export in (cut, whole)]
    assert flags == [True, False]
    assert few.report["cut_on_outcome"].isna().all()


def test_keyword_planner_buckets_and_period() -> None:
    rows = [("nail art", "500000"), ("zoe nail art", "50"), ("", "5000000"), ("rare", "0")]
    export = read_export(io.BytesIO(writers.keyword_planner(rows)))
    table = export.keywords.set_index("keyword")["volume"].to_dict()
    assert table == {"nail art": 500000, "zoe nail art": 50, "rare": 0}
    assert export.keywords["volume_kind"].unique().tolist() == ["bucket"]
    report = export.report.iloc[0]
    assert (report["period_days"], report["dropped"]) == (365, "1 keyword is empty")
    assert report["encoding"] == "utf-16"


@pytest.mark.parametrize(
    ("texts", "comma", "volumes"),
    [
        (["880", "1300"], False, [880, 1300]),
        (["880.0", "1300.0"], False, [880, 1300]),
        (["2.300", "880"], True, [2300, 880]),
        (["9,380", "880"], False, [9380, 880]),
    ],
)
def test_keyword_planner_in_any_locale(texts: list[str], comma: bool, volumes: list[float]) -> None:
    data = writers.keyword_planner([("a", texts[0]), ("b", texts[1])], comma=comma)
    table = read_keywords(io.BytesIO(data))
    assert table["volume"].tolist() == volumes
    assert table["volume_kind"].unique().tolist() == ["grouped"]


@pytest.mark.parametrize(
    ("head", "words", "column"),
    [
        (["Page path and screen class", "Views", "Active users",
          "Average engagement time per active user"], None, "views"),
        (["Landing page", "Sessions", "Active users",
          "Average engagement time per session"], None, "sessions"),
        (["Página de destino + string de consulta", "Sessões", "Total de usuários",
          "Tempo médio de engajamento por sessão"],
         ("Data de início", "Data de término"), "sessions"),
    ],
)  # fmt: skip
def test_analytics(head: list[str], words: tuple[str, str] | None, column: str) -> None:
    rows = [["/", 221, 154, 12.35], ["/a/", 9, 5, "41.4"], ["(not set)", 2, 1, 0],
            ["Grand total", 232, 160, 11]]  # fmt: skip
    export = read_export(io.StringIO(writers.analytics(rows, head, words=words)))
    assert export.pages[["page", column]].to_numpy().tolist() == [["/", 221], ["/a/", 9]]
    assert export.pages["engagement_time"].tolist() == [12.35, 41.4]
    report = export.report.iloc[0]
    assert (report["period_days"], str(report["period_end"].date())) == (28, "2026-03-23")
    assert report["dropped"] == "1 total row; 1 page is (not set) or (other)"
    assert report["rows_read"] == 4


def test_analytics_by_title() -> None:
    head = ["Título da página e classe da tela", "Visualizações"]
    text = writers.analytics([["Nossa loja", 7]], head, words=("Data de início", "Data de término"))
    pages = read_pages(io.StringIO(text))
    assert pages[["page", "title", "views"]].iloc[0].tolist() == ["Nossa loja", "Nossa loja", 7]


def test_total_is_a_query_unless_it_sums_up() -> None:
    head = "keyword,impressions,clicks\n"
    assert "total" in set(_read(head + "total,5,1\nwine,7,2\n")["keyword"])
    export = read_export(io.StringIO(head + "a,5,1\nwine,7,2\nTotal,12,3\n"))
    assert export.keywords["keyword"].tolist() == ["a", "wine"]
    report = export.report.iloc[0]
    assert (report["total_clicks"], report["total_impressions"]) == (3, 12)
    assert (report["sum_clicks"], report["dropped"]) == (3, "1 total row")


@pytest.mark.parametrize(("rows", "capped"), [(999, False), (1000, True), (1200, False)])
def test_the_limit_of_the_interface_is_told(rows: int, capped: bool) -> None:
    table = [("q" * (i % 7 + 1) + str(i), 0, 5, 2.0) for i in range(rows)]
    text = writers.csv_text(writers.query_table(rows=table))
    notes = read_export(io.StringIO(text)).report["notes"].fillna("").iloc[0]
    assert ("1000 rows are all that the interface exports" in notes) is capped
