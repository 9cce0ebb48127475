"""Real tables of Wordstat and of nobody's format: as a plain sum of the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from smo.read import read_clicks, read_export, read_pages

pytestmark = pytest.mark.corpus


def _rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return [row for row in csv.reader(text.splitlines(), delimiter=delimiter) if any(row)]


def _count(cell: str) -> int:
    return int("".join(cell.split()))


def test_top_queries(corpus: Path) -> None:
    path = corpus / "exports" / "wordstat" / "books" / "wordstat_top_queries.csv"
    export = read_export(path)
    body = _rows(path, ";")[1:]
    assert export.report["format"].tolist() == ["Wordstat top queries"]
    assert len(export.keywords) == len(body)
    assert export.keywords["volume"].sum() == sum(_count(row[1]) for row in body)
    assert set(export.keywords["keyword"]) == {row[0] for row in body}
    assert export.keywords["volume_kind"].unique().tolist() == ["broad"]
    assert str(export.report["period_start"].iloc[0].date()) == "2024-09-25"
    assert "asked for was 'книги'" in export.report["notes"].iloc[0]


def test_dynamics(corpus: Path) -> None:
    path = corpus / "exports" / "wordstat" / "beer" / "wordstat_dynamic.csv"
    export = read_export(path)
    body = _rows(path, ";")[1:]
    assert export.report["format"].tolist() == ["Wordstat dynamics"]
    assert len(export.totals) == len(body)
    assert export.totals["volume"].sum() == sum(_count(row[1]) for row in body)
    assert export.totals["kind"].unique().tolist() == ["wordstat"]
    days = export.totals["date"].sort_values()
    assert days.is_unique
    assert (days.dt.day == 1).all()
    assert str(days.iloc[0].date()) == "2018-01-01"
    assert str(export.report["period_end"].iloc[0].date()) == "2024-11-30"


def test_a_click_map_in_our_words(corpus: Path) -> None:
    path = corpus / "exports" / "merch_pair" / "merch_clicks.csv"
    table = read_clicks(path)
    body = _rows(path)[1:]
    assert len(table) == len(body)
    for name, place in (("exposed", 4), ("pageviews", 5), ("clicks", 6)):
        assert table[name].sum() == sum(int(row[place] or 0) for row in body), name


def test_pages_in_other_words(corpus: Path) -> None:
    path = corpus / "exports" / "merch_pair" / "merch_pages.csv"
    pages = read_pages(path)
    body = _rows(path)[1:]
    assert len(pages) == len(body)
    assert pages["views"].sum() == sum(int(row[1]) for row in body)
    assert pages["sessions"].sum() == sum(int(row[2]) for row in body)
    assert read_export(path).report["unused"].tolist() == ["organic_landings, session_ends"]
