"""Ranks, intents and days of observation, and keyword tools told apart by their columns."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.read import read_export, read_keywords
from smo.read.ranks import intent_words
from smo.read.vendors.seo_tools import is_serpstat

DATED = "Keyword;*.a.example/*_20260310;*.a.example/*_20260310_landing;Search Volume\n"


def _read(text: str) -> tuple[pd.DataFrame, pd.Series]:  # type: ignore[type-arg]
    export = read_export(io.StringIO(text))
    return export.keywords, export.report.iloc[0]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("i", "Informational"),
        ("I", "Informational"),
        ("i, c", "Informational, Commercial"),
        ("nt", "Navigational, Transactional"),
        ("c|t", "Commercial, Transactional"),
        ("0", "Commercial"),
        ("3,2", "Transactional, Navigational"),
        ("informational, transactional", "informational, transactional"),
        ("Commercial,Commercial", "Commercial"),
        ('"Informational","Commercial"', "Informational, Commercial"),
        ("Informational,Non-branded,Non-local", "Informational"),
        ("Branded,Local", None),
        ("-", None),
        ("n/a", None),
        ("", None),
        (", ;", None),
        ("something new", "something new"),
    ],
)
def test_intents_are_spelled_out(cell: str, words: str | None) -> None:
    assert intent_words(cell) == words


@given(st.text())
def test_intents_spelled_out_twice_are_the_same(cell: str) -> None:
    words = intent_words(cell)
    assert words is None or intent_words(words) == words


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["keyword", "volume"], "plain keywords"),
        (["Keyword", "Volume", "Intent"], "plain keywords"),
        (["keyword", "volume", "position", "page", "intent"], "plain keywords"),
        (["Keyword", "Volume", "CPC (USD)"], "Semrush keywords"),
        (["Keyword", "Volume", "Keyword Difficulty"], "Semrush keywords"),
        (["Keyword", "Difficulty", "Volume", "CPC", "CPS"], "Ahrefs keywords explorer"),
        (["Keyword", "Volume", "KD", "CPC", "Current position"], "Ahrefs organic keywords"),
        (["Keyword", "Volume", "x: Position", "x: URL"], "Ahrefs content gap"),
        (["Keyword", "Volume", "Difficulty", "Organic CTR"], "Moz keywords"),
        (["Keyword", "Search Volume", "SEO Difficulty", "CPC"], "Ubersuggest keywords"),
        (["Keyword", "Volume", "Position", "Est. Visits"], "Ubersuggest ranking keywords"),
        (["Keyword", "Search Volume", "CPC", "Number of Results"], "Semrush interface"),
        (["Keyword", "Search volume", "Cost", "Competition in PPC"], "Serpstat keywords"),
        (["Keyword", "Difficulty", "Search vol.", "CPC"], "SE Ranking keywords"),
    ],
)
def test_tools_are_told_apart(header: Sequence[str], name: str) -> None:
    cells = {"Volume": "90", "Keyword": "tent", "keyword": "tent", "page": "/a", "intent": "i"}
    row = [cells.get(cell, "7") for cell in header]
    table, report = _read("\n".join([",".join(header), ",".join(row), ""]))
    assert report["format"] == name
    assert len(table) == 1


@pytest.mark.parametrize(
    "header",
    [["Keyword", "Volume", "CPC"], ["Keyword", "Volume", "Difficulty"],
     ["Keyword", "Volume", "Priority"], ["keyword", "volume", "clicks"]],
)  # fmt: skip
def test_a_list_that_names_no_tool_is_a_plain_one(header: Sequence[str]) -> None:
    _, report = _read(",".join(header) + "\ntent,90,7\n")
    assert report["format"] == "plain keywords"


@pytest.mark.parametrize(
    ("cell", "position", "note"),
    [
        ("3", 3.0, ""),
        ("-", None, ""),
        ("", None, ""),
        ("0", None, ""),
        ("Lost", None, ""),
        (">100", None, ""),
        ("fell out", None, "words in place of a position were taken as 'not ranked': 'fell out'"),
    ],
)
def test_what_stands_for_no_rank(cell: str, position: float | None, note: str) -> None:
    table, report = _read(f"Keyword,Volume,KD,Current position\ntent,90,1,{cell}\n")
    assert table["position"].tolist() == [pd.NA if position is None else position]
    assert note in ("" if pd.isna(report["notes"]) else report["notes"])


def test_a_tracked_table_whose_days_are_no_days() -> None:
    text = DATED.replace("20260310", "20269910") + "tent;4;/a;90\n"
    table, report = _read(text)
    assert table["position"].isna().all()
    assert "no column of positions names its day" in report["notes"]
    text = "Keyword,URL,Search vol.,yesterday,Dynamics\ntent,/a,90,4,-\n"
    table, report = _read(text)
    assert table["position"].isna().all()
    assert table["page"].tolist() == ["/a"]
    assert "no column of positions names its day" in report["notes"]


def test_a_tracked_table_with_rows_left_out_and_rows_cut_short() -> None:
    table, report = _read(DATED + "tent;4;/a;90\n;1;/b;\n#NAME?;2;/c;1\nrope;5\n")
    assert table[["keyword", "position"]].values.tolist() == [["rope", 5.0], ["tent", 4.0]]
    assert (report["rows_read"], report["rows_kept"]) == (4, 2)


def test_a_table_without_rows_has_no_days() -> None:
    header = "Keyword,Position,Search Volume,URL,Timestamp,Position Type\n"
    report = read_export(io.StringIO(header + ",,,,,\ntent,2,90,/a,,\n")).report.iloc[0]
    assert pd.isna(report["period_start"])


def test_days_that_cannot_be_read_are_told() -> None:
    text = "Keyword,Position,Search Volume,URL,Timestamp\ntent,2,90,/a,lately\n"
    table, report = _read(text)
    assert table["position"].tolist() == [2.0]
    assert "days of observation were not understood: 'lately' is no date" in report["notes"]


def test_two_snapshots_of_a_site_do_not_contradict() -> None:
    header = "Keyword,Position,Search Volume,URL,Timestamp\n"
    old = io.StringIO(header + "tent,2,90,/a,2026-01-05\n")
    new = io.StringIO(header + "tent,7,110,/a,2026-02-05\n")
    table = read_keywords([old, new])
    assert sorted(table["position"]) == [2.0, 7.0]
    assert table["period_days"].isna().all()


def test_the_main_keyword_of_a_page() -> None:
    header = "URL,Traffic,Top keyword,Top keyword: Volume,Top keyword: Position\n"
    export = read_export(io.StringIO(header + "/a,1,tent,90,2\n/b,,,,\n"))
    assert export.pages["page"].tolist() == ["/a", "/b"]
    found = export.keywords[["keyword", "page", "volume", "position"]].values.tolist()
    assert found == [["tent", "/a", 90.0, 2.0]]
    report = export.report.set_index("table").loc["keywords"]
    assert (report["rows_read"], report["dropped"]) == (2, "1 keyword is empty")


def test_a_site_of_a_content_gap_is_named_by_columns() -> None:
    text = (
        "Keyword,Volume,KD,a.example/: Position,a.example/: URL\ntent,90,3,8,https://a.example/t\n"
    )
    columns = {
        "keyword": "Keyword",
        "volume": "Volume",
        "position": "a.example/: Position",
        "page": "a.example/: URL",
    }
    table = read_keywords(io.StringIO(text), columns=columns)
    assert table[["position", "page"]].values.tolist() == [[8.0, "https://a.example/t"]]


@pytest.mark.parametrize(
    "value",
    [None, 3, "x", [], {}, {"result": None}, {"result": []}, {"result": {}},
     {"result": {"data": {}}}, {"result": {"data": [1]}}, {"result": {"data": [{"keyword": "x"}]}}],
)  # fmt: skip
def test_what_is_no_answer_of_serpstat(value: object) -> None:
    assert not is_serpstat(value)
