"""The public readers: several files, several segments, wrong doors, wrong tables."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo
from smo.errors import SmoError
from smo.read import formats, read_clicks, read_export, read_keywords, read_pages, reads_of
from smo.read.catalog import FORMATS, GRADES
from smo.read.recognize import fold_header
from smo.tables import CLICKS, KEYWORDS, PAGES, READS
from tests.read import writers


def _csv(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


def _accounts(report: pd.DataFrame) -> None:
    for row in report.itertuples():
        dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", row.dropped)
        assert row.rows_read == row.rows_kept + sum(map(int, dropped)), row


def test_every_table_is_there_even_when_empty(tmp_path: Path) -> None:
    export = read_export(_csv("keyword,impressions", "a,1"))
    assert list(export.keywords.columns) == list(KEYWORDS.names)
    assert list(export.pages.columns) == list(PAGES.names)
    assert list(export.clicks.columns) == list(CLICKS.names)
    assert list(export.report.columns) == list(READS.names)
    assert repr(export) == "Exports(keywords=1, pages=0, clicks=0, totals=0, report=1)"
    with pytest.raises(AttributeError):
        export.pages = export.keywords  # type: ignore[misc]


def test_one_door_takes_one_table_of_a_whole_export(tmp_path: Path) -> None:
    path = writers.search_console_zip(tmp_path / "x.zip")
    assert len(read_keywords(path)) == len(writers.QUERY_ROWS)
    assert len(read_pages(path)) == 5


def test_every_read_leaves_a_report(tmp_path: Path) -> None:
    path = writers.search_console_zip(tmp_path / "x.zip")
    table = read_keywords(path, segment="buyers")
    report = reads_of(table["source"])
    assert report[["file", "table", "segment"]].to_numpy().tolist() == [
        ["x.zip/Queries.csv", "keywords", "buyers"]
    ]
    _accounts(read_export(path).report)
    assert reads_of([None, pd.NA, "x"]).empty


def test_segments_of_one_file_have_reports_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text("keyword,impressions\na,1\n", encoding="utf-8")
    table = read_keywords({"buyers": path, "readers": str(path)})
    assert table["segment"].tolist() == ["buyers", "readers"]
    assert set(reads_of(table["source"])["segment"]) == {"buyers", "readers"}


def test_identical_rows_of_two_files_count_once(tmp_path: Path) -> None:
    first = writers.search_console_zip(tmp_path / "a.zip")
    second = tmp_path / "b.csv"
    (tmp_path / "c").mkdir()
    second = writers.search_console_zip(tmp_path / "c" / "b.zip")
    once = read_keywords(first)
    both = read_export([second, first])
    assert both.keywords.drop(columns="source").equals(once.drop(columns="source"))
    report = both.report[both.report["table"] == "keywords"].set_index("file")
    assert report.loc["b.zip/Queries.csv", "rows_kept"] == 0
    assert report.loc["b.zip/Queries.csv", "dropped"] == "12 identical row in another file"
    assert len(both.totals) == 31
    _accounts(both.report)


def test_two_months_stand_side_by_side(tmp_path: Path) -> None:
    for name, days in (
        ("a.zip", "Mar 1, 2026-Mar 31, 2026"),
        ("b.zip", "Apr 1, 2026-Apr 30, 2026"),
    ):
        writers.search_console_zip(tmp_path / name, filters=[("Date", days)])
    table = read_keywords([tmp_path / "a.zip", tmp_path / "b.zip"])
    assert len(table) == 2 * len(writers.QUERY_ROWS)
    assert sorted(table["period_days"].unique()) == [30, 31]


def test_overlapping_days_count_once() -> None:
    head = "keyword,date,impressions"
    first = _csv(head, "a,2026-01-01,5", "a,2026-01-02,6")
    second = _csv(head, "a,2026-01-02,6", "a,2026-01-03,7", "a,2026-01-04,8")
    export = read_export([first, second])
    assert export.keywords["impressions"].tolist() == [5, 6, 7, 8]
    days = export.keywords.groupby("source")["period_days"].first().sum()
    assert days == export.report["period_days"].sum() == 4


def test_a_contradiction_names_both_files(tmp_path: Path) -> None:
    for name, impressions in (("a.csv", 5), ("b.csv", 6)):
        (tmp_path / name).write_text(
            f"keyword,impressions\nshoes,{impressions}\n", encoding="utf-8"
        )
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    message = (
        r"'shoes' has different numbers in a\.csv#\w+ and b\.csv#\w+ "
        r"\(impressions 5 and 6\), for the same segment 'all'.*two segments"
    )
    with pytest.raises(SmoError, match=message):
        read_keywords(paths)
    assert len(read_keywords({"x": paths[0], "y": paths[1]})) == 2


def test_views_and_clicks_of_one_page_do_not_contradict() -> None:
    table = read_pages([_csv("page,views", "/a,5"), _csv("page,clicks", "/a,3")])
    assert table[["views", "clicks"]].sum().tolist() == [5, 3]


def test_a_richer_copy_of_a_row_is_the_one_kept() -> None:
    sources = [_csv("page,clicks", "/a,3"), _csv("page,clicks,impressions", "/a,3,9")]
    table = read_pages(sources)
    assert table[["clicks", "impressions"]].to_numpy().tolist() == [[3, 9]]


def test_a_key_twice_in_one_file_is_two_parts_of_a_sum() -> None:
    table = read_keywords(_csv("keyword,impressions", "a,5", "a,5", "a,7"))
    assert table["impressions"].sum() == 17


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(writers.QUERY_ROWS))))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    rows = [writers.QUERY_ROWS[i] for i in order]
    tables = [
        read_keywords(io.StringIO(writers.csv_text(writers.query_table(rows=r)))).drop(
            columns="source"
        )
        for r in (rows, writers.QUERY_ROWS)
    ]
    pd.testing.assert_frame_equal(*tables)


def test_columns_maps_ours_to_theirs() -> None:
    text = ("My report", "", "Phrase;Seen;Rank;Note", "red shoes;1.234;3,5;x", "blue;7;2,5;y")
    columns = {"keyword": "phrase", "impressions": "Seen", "position": "Rank"}
    export = read_export(_csv(*text), columns=columns)
    assert export.keywords["impressions"].tolist() == [7, 1234]
    assert export.keywords["position"].tolist() == [2.5, 3.5]
    assert export.report["unused"].tolist() == ["Note"]


def test_a_mapped_click_table() -> None:
    text = ("url,el,label,to,seen,pageviews,n", "/home,promo:1,Bags,/bags,90,100,7",
            "/home,promo:2,Caps,,80,100,0")  # fmt: skip
    columns = {"page": "url", "element": "el", "text": "label", "target": "to",
               "exposed": "seen", "clicks": "n"}  # fmt: skip
    table = read_clicks(_csv(*text), segment="buyers", columns=columns)
    assert table["kind"].tolist() == ["element", "element"]
    assert table[["exposed", "pageviews", "clicks"]].to_numpy().tolist() == [
        [90, 100, 7],
        [80, 100, 0],
    ]
    assert table["target"].isna().tolist() == [False, True]
    assert table["click_id"].is_unique


@pytest.mark.parametrize(
    ("reader", "rows", "columns", "message"),
    [
        (read_keywords, ("My phrase,Times", "a,1"), None,
         r"no keyword column known here: its columns are 'My phrase', 'Times'; the nearest format"
         r".*columns=\{\"keyword\": \"My phrase\", \"impressions\": \"Times\"\}"),
        (read_keywords, ("Querries,Clicks,Impressions", "a,1,2"), None,
         r"the nearest format, 'Search Console (queries|rows)', needs"),
        (read_pages, ("adress,hits", "a,1"), None,
         r"no page column known here.*\"page\": \"adress\""),
        (read_clicks, ("what,where", "a,1"), None, r"no element column known here"),
        (read_keywords, ("Phrase,Seen", "a,1"), {"keyword": "Fraze", "impressions": "Seen"},
         r"'columns' names 'Fraze', but the columns are 'Phrase', 'Seen'"),
        (read_keywords, ("Phrase,Seen", "a,1"), {"keywrd": "Phrase"},
         r"'columns' names 'keywrd', which is no column of keywords.*did you mean 'keyword'"),
        (read_keywords, ("Phrase,Seen", "a,1", "b,-3"),
         {"keyword": "Phrase", "impressions": "Seen"},
         r"line 3: 'impressions' is '-3', below 0.*mend the row"),
        (read_keywords, ("title", "", "Phrase,Seen", "a,1", '"b', 'c",1', "d,many"),
         {"keyword": "Phrase", "impressions": "Seen"},
         r"line 7: 'impressions' is 'many', which is no number"),
        (read_clicks, ("page,element,clicks", "/a,x,1", "/a,y,"), None,
         r"line 3: 'clicks' is missing"),
        (read_keywords, ("keyword,impressions",), None, r"no row is left to read, only headers"),
        (read_keywords, ("keyword,impressions", ",4"), None, r"no row is left.*1 keyword is empty"),
        (read_keywords, ("keyword,impressions,date", "a,4,soon"), None, r"'soon' is no date"),
        (read_keywords, ("Date,Clicks,Impressions", "2026-01-01,4,5"), None,
         r"it holds totals only \(Search Console day totals\).*whole export"),
        (read_keywords, ("page,views", "/a,4"), None, r"it holds page statistics.*use read_pages"),
        (read_pages, ("keyword,volume", "a,4"), None, r"it holds keywords.*use read_keywords"),
        (read_clicks, ("keyword,volume", "a,4"), None, r"it holds keywords.*use read_keywords"),
    ],
)  # fmt: skip
def test_wrong_tables_say_what_to_do(
    reader: object, rows: tuple[str, ...], columns: dict[str, str] | None, message: str
) -> None:
    with pytest.raises(SmoError, match=message):
        reader(_csv(*rows), columns=columns)  # type: ignore[operator]


def test_a_named_row_of_a_frame_and_a_sheet(tmp_path: Path) -> None:
    frame = pd.DataFrame({"keyword": ["a", "b"], "impressions": [1, -2]})
    with pytest.raises(SmoError, match=r"frame: row 1: 'impressions' is -2, below 0"):
        read_keywords(frame)
    book = writers.workbook(tmp_path / "x.xlsx", {"s": [["keyword", "impressions"], ["a", "x"]]})
    with pytest.raises(
        SmoError, match=r"x\.xlsx/s: row 2: 'impressions' is 'x', which is no number"
    ):
        read_keywords(book)


def test_segments_are_named_once() -> None:
    with pytest.raises(SmoError, match=r"'segment' is 'a' but the mapping names segments itself"):
        read_keywords({"b": _csv("keyword,volume", "x,1")}, segment="a")
    with pytest.raises(SmoError, match=r"a segment must have a name, got ''"):
        read_keywords({"": _csv("keyword,volume", "x,1")})
    with pytest.raises(SmoError, match=r"the mapping names no segment"):
        read_keywords({})


def test_a_format_may_be_named() -> None:
    text = ("query,clicks,impressions", "a,1,2")
    assert len(read_keywords(_csv(*text), format="search console rows")) == 1
    with pytest.raises(
        SmoError, match=r"no format 'crazy egg list'.*format='Crazy Egg element list'"
    ):
        read_keywords(_csv(*text), format="crazy egg list")
    with pytest.raises(SmoError, match=r"'Keyword Planner', which needs 'Keyword', 'Avg\. monthly"):
        read_keywords(_csv(*text), format="Keyword Planner")


def test_what_a_spreadsheet_destroyed_is_left_out_and_counted() -> None:
    export = read_export(_csv("keyword,impressions", "#NAME?,5", "#NAME?,6", "a,1", "#hashtag,2"))
    assert export.keywords["keyword"].tolist() == ["#hashtag", "a"]
    assert export.report["dropped"].str.match(r"2 keyword destroyed by a spreadsheet").all()
    _accounts(export.report)


def test_ragged_rows_and_repeated_headers() -> None:
    text = ("keyword,impressions,clicks", "a,1", "b,2,1,extra", "keyword,impressions,clicks",
            "", ",,", "# note", "c,3,0,,")  # fmt: skip
    export = read_export(_csv(*text))
    assert export.keywords["keyword"].tolist() == ["a", "b", "c"]
    assert export.keywords["clicks"].isna().tolist() == [True, False, False]
    assert export.report["rows_read"].tolist() == [3]
    assert "1 rows are longer than the header" in export.report["notes"].iloc[0]


def test_formats_are_listed() -> None:
    table = formats()
    assert list(table.columns) == [
        "family", "name", "table", "gives", "recognized_by", "evidence", "unconfirmed"
    ]  # fmt: skip
    assert table["name"].is_unique
    assert set(table["evidence"]) <= {"real files", "documentation", "other code", "hearsay"}
    unconfirmed = table.set_index("name")["unconfirmed"]
    assert "German" in unconfirmed["Search Console queries"]
    assert unconfirmed["Crazy Egg element list"] == ""
    told = str(formats.__doc__)
    assert all(grade in told for grade in GRADES.values())
    assert smo.formats().equals(table)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
def test_every_format_is_sound(fmt: object) -> None:
    words = fmt.words  # type: ignore[attr-defined]
    assert set(fmt.required) | set(fmt.any_of) <= set(words)  # type: ignore[attr-defined]
    assert all(words.values())
    folded = [fold_header(word) for word in words[next(iter(words))]]
    assert all(folded)


def test_inputs_are_the_same_after_reading() -> None:
    rows = {"rows": [{"keys": ["a"], "clicks": 1, "impressions": np.int64(2)}]}
    before = repr(rows)
    read_keywords(rows)
    assert repr(rows) == before


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (("Keyword;Position;Volume here", "a;1;50"),
         {"keyword": "Keyword", "volume": "Volume here"}),
        (("id,Search term,Clicks,Impressions seen", "x,a b,1,5"),
         {"keyword": "Search term", "impressions": "Impressions seen"}),
    ],
)  # fmt: skip
def test_the_remedy_works_when_copied(rows: tuple[str, ...], columns: dict[str, str]) -> None:
    with pytest.raises(SmoError) as caught:
        read_keywords(_csv(*rows))
    told = re.search(r"columns=(\{.*\})", str(caught.value))
    assert told is not None
    assert json.loads(told[1]) == columns
    assert len(read_keywords(_csv(*rows), columns=columns)) == 1
