"""Every real export of the formats built: recognized unnamed, totals as a plain sum of the file."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from smo.read import read_clicks, read_export, read_keywords, read_pages

pytestmark = pytest.mark.corpus

# Folder of the corpus -> what its files are. A file that is not recognized fails.
SEARCH_CONSOLE = (
    "globalsecuritysolutions.co.za", "google-merchandise-store", "legalhelp-chile-es", "nail-art",
    "old-header", "site_alma", "terminus-calculator-zh", "wobby-tutorials-nl", "docs-ru",
)  # fmt: skip


def _rows(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as handle:
        return [row for row in csv.reader(handle, delimiter=delimiter) if any(row)]


def _sums(path: Path) -> tuple[int, int, int]:
    """Rows, clicks and impressions of a Search Console table, by the csv module alone."""
    body = _rows(path)[1:]
    return len(body), sum(int(row[1]) for row in body), sum(int(row[2]) for row in body)


def _told(path: Path, report: pd.DataFrame, key: str) -> tuple[float, float, float]:
    row = report.set_index("file").loc[key]
    return row["rows_read"], row["sum_clicks"], row["sum_impressions"]


def _accounted(report: pd.DataFrame) -> None:
    for row in report.itertuples():
        dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", row.dropped)
        assert row.rows_read == row.rows_kept + sum(map(int, dropped)), row


@pytest.mark.parametrize("name", SEARCH_CONSOLE)
def test_search_console(corpus: Path, name: str) -> None:
    folder = corpus / "exports" / "search_console" / name
    files = sorted(folder.glob("*.csv"))
    report = read_export(folder).report
    tables = [path for path in files if len(_rows(path)[0]) == 5]
    assert set(report["file"]) == {path.name for path in tables}
    assert report["format"].str.startswith("Search Console").all()
    _accounted(report)
    for path in tables:
        rows, clicks, impressions = _sums(path)
        destroyed = [row for row in _rows(path)[1:] if row[0] == "#NAME?"]
        clicks -= sum(int(row[1]) for row in destroyed)
        impressions -= sum(int(row[2]) for row in destroyed)
        if rows:
            assert _told(path, report, path.name) == (rows, clicks, impressions)
        else:
            assert report.set_index("file").loc[path.name, "rows_read"] == 0


def test_every_folder_of_search_console_is_tested(corpus: Path) -> None:
    names = {path.name for path in (corpus / "exports" / "search_console").iterdir()}
    assert names == {*SEARCH_CONSOLE, "x-grok-zh"}


def test_a_zip_of_the_english_export(corpus: Path, tmp_path: Path) -> None:
    folder = corpus / "exports" / "search_console" / "globalsecuritysolutions.co.za"
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    export = read_export(path, segment="buyers")
    report = export.report.set_index("file").loc["export.zip/Queries.csv"]
    assert (report["rows_kept"], report["sum_clicks"], report["total_clicks"]) == (288, 45, 114)
    assert (report["sum_impressions"], report["total_impressions"]) == (1885, 4739)
    assert report["period_days"] == len(_rows(folder / "Chart.csv")) - 1
    assert not export.keywords["keyword"].str.contains("\n").any()


def test_wrapped_queries_are_whole(corpus: Path) -> None:
    path = corpus / "exports" / "search_console" / "site_alma" / "Queries.csv"
    cells = {row[0] for row in _rows(path)[1:]}
    words = set(read_keywords(path)["keyword"])
    assert sum("\n" in cell for cell in cells) == 3
    assert words == {cell.replace(" \n", " ") for cell in cells}


def test_the_chinese_workbook(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "search_console" / "x-grok-zh").iterdir()
    export = read_export(path)
    book = CalamineWorkbook.from_path(str(path))
    for sheet, table in (("查询数", export.keywords), ("网页", export.pages)):
        body = book.get_sheet_by_name(sheet).to_python()[1:]
        assert len(table) == len(body)
        assert table["clicks"].sum() == sum(row[1] for row in body)
        assert table["impressions"].sum() == sum(row[2] for row in body)
    assert export.keywords["period_days"].unique().tolist() == [67]


def test_daily_rows_of_queries_and_pages(corpus: Path) -> None:
    path = corpus / "exports" / "search_console_query_page" / "flashcom" / "gsc_data.csv"
    export = read_export(path)
    body = _rows(path)[1:]
    assert len(export.keywords) == len(body) == 5683
    assert export.keywords["clicks"].sum() == sum(int(row[3]) for row in body)
    assert export.keywords["impressions"].sum() == sum(int(row[4]) for row in body)
    assert export.report["cut_on_outcome"].tolist() == [True]
    days = sorted({row[0] for row in body})
    assert str(export.report["period_start"].iloc[0].date()) == days[0]


def test_keyword_planner(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "keyword_planner" / "nail-art").iterdir()
    table = read_keywords(path)
    body = _rows(path, "utf-16", "\t")[3:]
    assert len(table) == len(body) == 2362
    assert table["volume"].sum() == sum(int(row[2]) for row in body)
    assert set(table["keyword"]) == {row[0] for row in body}
    assert table["volume_kind"].unique().tolist() == ["bucket"]
    assert table["period_days"].unique().tolist() == [365]


def test_click_maps(corpus: Path) -> None:
    files = sorted((corpus / "exports" / "crazyegg" / "msu-library").iterdir())
    table = read_clicks({"all": [str(path) for path in files]})
    assert table.groupby("page")["clicks"].sum().tolist() == [3714, 1587, 1652]
    assert table.groupby("page")["pageviews"].first().tolist() == [10283, 2742, 2747]
    assert len(table) == sum(len(_rows(path)) - 1 for path in files)
    assert table["clicks"].sum() == sum(int(r[3]) for path in files for r in _rows(path)[1:])
    assert table["click_id"].is_unique
    led = table[table["target"] == "lib.montana.edu/find/"]
    assert led["clicks"].sum() == 166 + 171 + 142 + 1
    assert led["text"].isna().all()


def test_analytics(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "ga4" / "pyr").iterdir()
    pages = read_pages(path)
    body = [row for row in _rows(path) if not row[0].startswith("#")][1:]
    assert len(pages) == len(body)
    assert pages["views"].sum() == sum(int(row[1]) for row in body)
    assert pages["period_days"].unique().tolist() == [28]


def test_a_click_table_of_nobodys_format(corpus: Path) -> None:
    folder = corpus / "exports" / "merch_pair"
    names = ("page", "element", "text", "target", "exposed", "pageviews", "clicks")
    table = read_clicks(
        folder / "merch_clicks.csv", segment="buyers", columns={name: name for name in names}
    )
    body = _rows(folder / "merch_clicks.csv")[1:]
    assert len(table) == len(body)
    assert table["clicks"].sum() == sum(int(row[6]) for row in body)
    assert table["exposed"].sum() == sum(int(row[4]) for row in body)
    assert table["kind"].unique().tolist() == ["element"]
    assert table["click_id"].is_unique
    pages = read_pages(
        folder / "merch_pages.csv",
        columns={"page": "page", "views": "pageviews", "sessions": "landings"},
    )
    body = _rows(folder / "merch_pages.csv")[1:]
    assert pages["views"].sum() == sum(int(row[1]) for row in body)
