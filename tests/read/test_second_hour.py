"""What people try next: periods that no file tells, rows twice, reports of single tables."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.read import read_clicks, read_export, read_keywords, read_pages, reads_of
from smo.read.repeats import rows_twice
from smo.read.reports import PERIOD_UNKNOWN
from smo.tables import KEYWORDS

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
    assert rows_twice(export.keywords, KEYWORDS) == {}
