"""Arguments of the wrong kind, and tables at the wrong door."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages
from tests.read import writers

MAP = [(69, "a", "FIND", 842, "true")]


def _table() -> io.StringIO:
    return io.StringIO("keyword,impressions\na,1\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": ["keyword"]},
         r"read_keywords: 'columns' must be a mapping .* got \['keyword'\]\. "
         r"Remedy: write ours: theirs, e\.g\. columns=\{'keyword': 'My phrase'"),
        ({"columns": "keyword"}, r"'columns' must be a mapping"),
        ({"columns": {}}, r"'columns' names no column"),
        ({"columns": {"keyword": None}}, r"'columns' must map a name to a name, .*'keyword': None"),
        ({"columns": {"keyword": "a", "impressions": "a"}}, r"gives the column 'a' to two names"),
        ({"segment": 3}, r"read_keywords: 'segment' must be a text, got 3.*segment='buyers'"),
        ({"segment": ""}, r"'segment' is empty.*segment='buyers', or leave it out"),
        ({"segment": " \t"}, r"'segment' is empty"),
        ({"format": 3}, r"'format' must be a text, got 3.*smo\.formats\(\)"),
        ({"format": ""}, r"'format' is empty"),
        ({"format": "nope"}, r"there is no format 'nope'\. Remedy: leave it out.*smo\.formats\(\)"),
    ],
)  # fmt: skip
def test_arguments_of_the_wrong_kind(options: dict[str, object], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        read_keywords(_table(), **options)  # type: ignore[arg-type]


def test_each_reader_shows_columns_of_its_own() -> None:
    with pytest.raises(SmoError, match=r"read_clicks: 'columns'.*columns=\{'element'"):
        read_clicks(_table(), columns=["a"])  # type: ignore[arg-type]
    with pytest.raises(SmoError, match=r"read_pages: 'columns'.*columns=\{'page'"):
        read_pages(_table(), columns=["a"])  # type: ignore[arg-type]
    with pytest.raises(SmoError, match=r"'page' is empty.*page='https"):
        read_clicks(_table(), page="")


@pytest.mark.parametrize("source", ["", "  ", [""], {"buyers": ""}])
def test_an_empty_path_is_not_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: object
) -> None:
    (tmp_path / "q.csv").write_text("keyword,impressions\na,1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SmoError, match=r"read_keywords: the path is empty.*Remedy: give the path"):
        read_keywords(source)
    assert len(read_keywords(".")) == 1


@pytest.mark.parametrize("unpacked", [False, True])
def test_a_whole_export_without_a_click_map(tmp_path: Path, *, unpacked: bool) -> None:
    path = tmp_path / "site"
    if unpacked:
        path.mkdir()
        for name, rows in writers.search_console().items():
            (path / name).write_text(writers.csv_text(rows), encoding="utf-8")
    else:
        writers.search_console_zip(path)
    message = (
        r"^site: this Search Console export has no click map: it holds keywords, page "
        r"statistics, filters, totals\. Remedy: use read_export .*; a click map comes from another"
    )
    with pytest.raises(SmoError, match=message):
        read_clicks(path)


def test_tables_of_several_vendors_without_keywords() -> None:
    pages = io.StringIO(writers.csv_text(writers.page_table()))
    sources = [pages, io.StringIO(writers.crazy_egg(MAP))]
    with pytest.raises(SmoError, match=r"this export has no keywords: it holds click map, page st"):
        read_keywords(sources)


@pytest.mark.parametrize(
    ("reader", "text", "message"),
    [
        (read_clicks, "page,views\n/a,4\n",
         r"it holds page statistics \(plain pages\).*use read_pages; a click map comes from anoth"),
        (read_clicks, "Date,Clicks,Impressions\n2026-01-01,4,5\n",
         r"it holds totals only.*Remedy: use read_export.*a click map comes from another tool"),
        (read_pages, "Date,Clicks,Impressions\n2026-01-01,4,5\n",
         r"it holds totals only.*Remedy: use read_export, whose \.totals keeps them"),
        (read_pages, writers.crazy_egg(MAP), r"this is a click map.*Remedy: use read_clicks\."),
        (read_pages, "keyword,volume\na,1\n", r"it holds keywords.*Remedy: use read_keywords\."),
    ],
)  # fmt: skip
def test_one_table_at_the_wrong_door(reader: object, text: str, message: str) -> None:
    with pytest.raises(SmoError, match=message):
        reader(io.StringIO(text))  # type: ignore[operator]


def test_more_clicks_than_impressions_leave_a_note() -> None:
    text = "keyword,clicks,impressions,period_days\na,5,4,7\nb,1,4,7\nc,2,0,7\nd,,3,7\n"
    export = read_export(io.StringIO(text))
    assert len(export.keywords) == 4
    assert export.report["notes"].tolist() == ["2 rows have more clicks than impressions"]
    one = read_export(io.StringIO("page,clicks,impressions,period_days\n/a,5,4,7\n")).report
    assert one["notes"].tolist() == ["1 row has more clicks than impressions"]
    none = read_export(io.StringIO("keyword,clicks,impressions,period_days\na,4,4,7\n")).report
    assert none["notes"].isna().all()
