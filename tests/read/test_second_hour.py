"""What people try next: periods that no file tells, rows twice, reports of single tables."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages, reads_of
from smo.read.reports import PERIOD_UNKNOWN

WORDS = "keyword,clicks,impressions\nred boots,10,100\nhats,4,50\nblue boots,2,30\n"


def _notes(table: pd.DataFrame) -> str:
    return str(reads_of(table)["notes"].fillna("").iloc[0])


@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [
        ("q.csv", WORDS, True),
        ("q 2026-01-01 2026-03-31.csv", WORDS, False),
        ("q.csv", "keyword,date,impressions\na,2026-01-02,3\nb,2026-01-09,4\n", False),
        ("q.csv", "keyword,impressions,period_days\na,3,28\nb,4,28\n", False),
        ("q.csv", "keyword,impressions,period_days\na,3,28\nb,4,\n", True),
        # Searches a month have their period in their name.
        ("q.csv", "keyword,volume\na,3\nb,4\n", False),
    ],
)
def test_the_report_asks_for_a_period_where_sizes_hang_on_it(
    tmp_path: Path, name: str, text: str, *, asked: bool
) -> None:
    (tmp_path / name).write_text(text)
    assert (PERIOD_UNKNOWN in _notes(read_keywords(tmp_path / name))) is asked


def test_a_period_told_in_the_table_is_the_plans() -> None:
    words = read_keywords(io.StringIO(WORDS))
    unknown = smo.analyze(words)
    told = unknown.diagnostics.set_index("code")["message"]
    assert 'keywords["period_days"] = 90' in told["period_unknown"]
    assert PERIOD_UNKNOWN in unknown.reads["notes"].iloc[0]
    words["period_days"] = 90
    plan = smo.analyze(words)
    assert "period_unknown" not in set(plan.diagnostics["code"])
    assert plan.reads["period_days"].tolist() == [90.0]
    assert PERIOD_UNKNOWN not in str(plan.reads["notes"].iloc[0])


def test_the_reports_of_one_table() -> None:
    words = read_keywords(io.StringIO("keyword,impressions\na,3\n,4\n,5\n"))
    assert reads_of(words)[["rows_kept", "dropped"]].to_numpy().tolist() == [
        [1.0, "2 keyword is empty"]
    ]
    clicks = read_clicks(io.StringIO("element,clicks\nmenu,7\n"), page="https://shop.example/")
    pages = read_pages(io.StringIO("page,views\n/a,3\n/b,4\n"))
    assert reads_of(clicks)["table"].tolist() == ["clicks"]
    assert reads_of(pages)["table"].tolist() == ["pages"]
    assert reads_of(pages).equals(reads_of(pages["source"]))
    assert reads_of(pages.drop(columns="source")).empty


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["a,1,9", "a,1,9", "b,2,8"], "1 row repeats"),
        (["a,1,9", "a,2,9", "a,1,9", "b,2,8", "b,2,8"], "2 rows repeat"),
        (["a,1,9", "a,2,9", "b,1,9"], None),
        (["a,,9", "a,,9", "b,1,9"], "1 row repeats"),
    ],
)
def test_rows_twice_in_one_file_are_told_and_kept(rows: list[str], told: str | None) -> None:
    text = "\n".join(["keyword,clicks,impressions", *rows])
    table = read_keywords(io.StringIO(text + "\n"))
    assert len(table) == len(rows)
    assert ("repeat" in _notes(table)) is (told is not None)
    assert (told or "") in _notes(table)


def test_rows_of_two_files_are_not_twice_in_one() -> None:
    files = [io.StringIO(WORDS.replace("hats", name)) for name in ("hats", "caps")]
    export = read_export(files)
    assert "repeat" not in " ".join(export.report["notes"].fillna(""))


COUNTED = "Clicks,Impressions,CTR,Position\na,1,9,11%,3\nb,2,8,25%,4\n"


@pytest.mark.parametrize(
    ("text", "told", "remedy"),
    [
        (f"Search words,{COUNTED}", "nearest format, 'Search Console queries'",
         '{"keyword": "Search words", "impressions": "Impressions"}'),
        ("Keyword phrase,Clicks count,Views,CTR\na,1,9,11%\nb,2,8,25%\n", "no keyword column",
         '{"keyword": "Keyword phrase", "impressions": "Views"}'),
        ("Foo,Bar\na,1\nb,2\n", "no keyword column", '{"keyword": "Foo", "volume": "Bar"}'),
        # Clicks are no searches, a rank is no count of views: nothing to copy.
        ("keyword,clicks\na,1\nb,2\n", "what it counts", "add a column impressions or volume"),
        ("keyword,position\na,1\nb,2\n", "what it counts", "add a column impressions or volume"),
        # A first row of values is no header.
        ("green boots,50\nred boots,40\n", "'green boots', '50'", "write such a row above it"),
        ("2026-01-01,boots,40\n2026-01-02,hats,4\n", "no row of column names", "keyword,volume"),
        # Years, and known words beside numbers, are names of columns.
        ("Wort,2024,2025\na,1,2\nb,3,4\n", "no keyword column", '"keyword": "Wort"'),
        ("keyword,17,18\na,1,2\nb,3,4\n", "what it counts", '"volume": "17"'),
    ],
)  # fmt: skip
def test_what_an_unknown_table_is_told(text: str, told: str, remedy: str) -> None:
    with pytest.raises(SmoError, match=re.escape(told)) as caught:
        read_keywords(io.StringIO(text))
    assert remedy in str(caught.value.remedy)


def test_a_table_like_nothing_is_near_to_nothing() -> None:
    with pytest.raises(SmoError) as caught:
        read_keywords(io.StringIO("Foo,Bar\na,1\nb,2\n"))
    assert "nearest" not in caught.value.problem


@pytest.mark.parametrize(
    ("name", "listed", "remedy"),
    [
        ("semrush", {"Semrush"}, "format='Semrush keywords'"),
        ("SEMRUSH ", {"Semrush"}, "leave it out"),
        ("crazy egg list", {"Crazy Egg"}, "format='Crazy Egg element list'"),
        ("xyz", set(), "smo.formats()"),
    ],
)
def test_a_misspelled_format_lists_its_vendor_alone(
    name: str, listed: set[str], remedy: str
) -> None:
    with pytest.raises(SmoError, match="there is no format") as caught:
        read_keywords(io.StringIO(WORDS), format=name)
    table = smo.formats().set_index("name")["family"]
    named = set(re.findall(r"'([^']+)'", caught.value.problem)) & set(table.index)
    assert set(table[sorted(named)]) == listed
    assert remedy in str(caught.value.remedy)


@pytest.mark.parametrize(("name", "told"), [("Semrush keywords", "'plain keywords'"),
                                            ("Hotjar click map", "'plain keywords'")])  # fmt: skip
def test_a_wrong_format_is_told_the_right_one(name: str, told: str) -> None:
    with pytest.raises(SmoError, match=f"{name}.*it is a table of {told}.*leave 'format' out"):
        read_keywords(io.StringIO(WORDS), format=name)


@pytest.mark.parametrize(
    ("cells", "volumes", "ranges"),
    [
        (["1.5K", "880"], [1500.0, 880.0], 0),
        (["1,5K", "2,4M"], [1500.0, 2_400_000.0], 0),
        (["10K-100K", "100 – 1K", "880"], [50_000.0, 500.0, 880.0], 2),
        (["1 тыс. – 10 тыс.", "0-10", "-"], [5000.0, 0.0, None], 2),
        (["1 200", "1,200", "3"], [1200.0, 1200.0, 3.0], 0),
        (["200-300"], [250.0], 1),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_amounts_and_ranges_in_own_tables(
    cells: list[str], volumes: list[float | None], ranges: int, *, own: bool
) -> None:
    head = "My phrase;Per month" if own else "keyword;volume"
    text = "\n".join([head, *(f"w{i};{cell}" for i, cell in enumerate(cells))])
    columns = {"keyword": "My phrase", "volume": "Per month"} if own else None
    table = read_keywords(io.StringIO(text), columns=columns)
    assert table["volume"].astype(object).where(table["volume"].notna(), None).tolist() == volumes
    assert int(table["volume_kind"].eq("bucket").sum()) == ranges
    assert ("ranges" in _notes(table)) is bool(ranges)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["1000++", "5"], "line 2: 'volume' is '1000..', which is no number\\. "),
        (["5", "many", "more", "1K!"], "line 3: .*'many', which is no number \\(2 more"),
        (["100K-10K"], "which is no number"),
    ],
)
def test_what_is_no_amount_is_refused(cells: list[str], told: str) -> None:
    text = "\n".join(["keyword;volume", *(f"w{i};{cell}" for i, cell in enumerate(cells))])
    with pytest.raises(SmoError, match=told):
        read_keywords(io.StringIO(text))


def test_what_lay_beside_is_told_in_full_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(WORDS)
    (tmp_path / "b.csv").write_text(WORDS.replace("boots", "socks").replace("hats", "caps"))
    (tmp_path / "c.csv").write_text("page,views\n/a,3\n/b,4\n")
    (tmp_path / "empty.csv").write_text("")
    one = read_export(tmp_path).report["notes"]
    assert one.str.contains("left out beside it: 'empty.csv: the file is empty'").all()
    (tmp_path / "odd.csv").write_text("Foo,Bar\na,x\n")
    report = read_export(tmp_path).report.set_index("file")
    full = report["notes"].str.contains("left out beside it: 'odd.csv', 'empty.csv: the file is")
    short = report["notes"].str.contains("2 left out beside it, see a.csv")
    assert full[["a.csv", "b.csv", "c.csv"]].tolist() == [True, False, True]
    assert short[["a.csv", "b.csv", "c.csv"]].tolist() == [False, True, False]
    assert not report["notes"].str.contains("Remedy").any()


def _zipped(*members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in members:
            archive.writestr(name, "<x/>")
    return packed.getvalue()


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("q.csv"))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_zipped("[Content_Types].xml", "word/document.xml"), "this is a text document.*as XLSX"),
        (_zipped("[Content_Types].xml", "ppt/presentation.xml"), "this is a presentation"),
        (_tar(), "this is a tar archive, not a table"),
    ],
    ids=["text", "slides", "tar"],
)
def test_what_else_is_no_table(data: bytes, told: str) -> None:
    with pytest.raises(SmoError, match=told):
        read_export(io.BytesIO(data))


@pytest.mark.parametrize(
    ("cell", "made"), [("03.Feb", True), ("Feb-03", True), ("3.мар", True), ("many", False)]
)
def test_a_rank_that_a_spreadsheet_made_a_date(cell: str, *, made: bool) -> None:
    text = f"keyword,impressions,position\na,9,{cell}\n"
    with pytest.raises(SmoError, match=r"line 2: 'position'.*no number") as caught:
        read_keywords(io.StringIO(text))
    assert ("a spreadsheet made a date of it" in caught.value.problem) is made


def test_a_page_for_no_map_is_told() -> None:
    export = read_export(io.StringIO(WORDS), page="https://a.example/")
    assert "names click maps: none is here" in export.report["notes"].iloc[0]


def test_a_question_ends_in_its_mark(tmp_path: Path) -> None:
    (tmp_path / "queries.csv").write_text(WORDS)
    with pytest.raises(SmoError) as caught:
        read_keywords(tmp_path / "querys.csv")
    assert str(caught.value).endswith("did you mean 'queries.csv'?")


@pytest.mark.parametrize(("days", "odd"), [(28, False), (27, False), (2, True)])
def test_a_filter_and_a_chart_that_disagree(tmp_path: Path, days: int, *, odd: bool) -> None:
    (tmp_path / "Filters.csv").write_text("Filter,Value\nDate,Last 28 days\n")
    (tmp_path / "Queries.csv").write_text(
        "Top queries,Clicks,Impressions,CTR,Position\na,1,9,11%,3\n"
    )
    dates = pd.date_range("2026-02-01", periods=days).strftime("%Y-%m-%d")
    chart = "".join(f"{day},1,9,11%,3\n" for day in dates)
    (tmp_path / "Chart.csv").write_text(f"Date,Clicks,Impressions,CTR,Position\n{chart}")
    notes = _notes(read_keywords(tmp_path))
    assert (f"the filter names 28 days, the chart holds {days}" in notes) is odd
