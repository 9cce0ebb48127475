from __future__ import annotations

import io

import pandas as pd
import pytest

import smo
from smo.checks import check_table
from smo.errors import SmoError
from smo.read.repeats import drop_repeats
from smo.tables import KEYWORDS, READS


def _keywords(*rows: tuple[str, float, str | None]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["keyword", "clicks", "source"])
    return check_table(table.assign(segment="all", impressions=9), KEYWORDS, caller="t")


def _reads(**starts: str) -> pd.DataFrame:
    rows = [
        {"source": source, "file": source, "table": "keywords", "format": "f", "rows_read": 1,
         "rows_kept": 1, "period_start": start, "period_end": "2026-03-31"}
        for source, start in starts.items()
    ]  # fmt: skip
    return check_table(pd.DataFrame(rows), READS, caller="t")


def test_the_same_row_from_two_reads_counts_once() -> None:
    table = _keywords(("x", 3, "b"), ("x", 3, "a"), ("y", 1, "b"))
    kept = drop_repeats(table, _reads(a="2026-01-01", b="2026-01-01"), KEYWORDS)
    assert kept[["keyword", "source"]].to_numpy().tolist() == [["x", "a"], ["y", "b"]]


def test_different_numbers_for_one_key_and_period_are_refused() -> None:
    table = _keywords(("x", 3, "a"), ("x", 4, "b"))
    with pytest.raises(SmoError, match=r"'x' has different numbers in a and b.*segment 'all'"):
        drop_repeats(table, _reads(a="2026-01-01", b="2026-01-01"), KEYWORDS)


def test_two_periods_do_not_contradict() -> None:
    table = _keywords(("x", 3, "a"), ("x", 4, "b"))
    kept = drop_repeats(table, _reads(a="2026-01-01", b="2026-02-01"), KEYWORDS)
    assert len(kept) == 2


@pytest.mark.parametrize("source", [None, "a"])
def test_rows_of_one_source_or_none_are_kept(source: str | None) -> None:
    table = _keywords(("x", 3, source), ("x", 4, source))
    assert len(drop_repeats(table, _reads(a="2026-01-01"), KEYWORDS)) == 2


def test_a_table_put_in_twice_is_refused() -> None:
    read = smo.read_keywords(io.StringIO("keyword,impressions\nred rope,9\ntent,5\n"))
    with pytest.raises(SmoError, match=r"keywords table has 4 rows of .*, of which 2 were read"):
        smo.analyze(pd.concat([read, read]))


def test_part_of_a_read_is_fine() -> None:
    read = smo.read_keywords(io.StringIO("keyword,impressions\nred rope,9\ntent,5\n"))
    assert len(smo.analyze(read.head(1)).keywords) == 1


def test_what_two_reads_tell_alike_is_counted_once_and_told() -> None:
    text = "keyword,impressions,clicks\nred rope,9,1\ntent,5,0\n"
    first = smo.read_keywords(io.StringIO(text))
    second = smo.read_keywords(io.StringIO(text.replace("tent,5", "lamp,7")))
    plan = smo.analyze(pd.concat([first, second]))
    assert sorted(plan.keywords["keyword"]) == ["lamp", "red rope", "tent"]
    assert plan.reads["rows_kept"].sum() == len(plan.keywords)
    assert plan.reads["dropped"].dropna().tolist() == ["1 identical row in another read"]
    assert plan.reads["rows_read"].sum() == 4


def test_clicks_of_two_reads_are_counted_once() -> None:
    text = "page,element,text,clicks\n/,a,Red rope,9\n"
    first = smo.read_clicks(io.StringIO(text))
    second = smo.read_clicks(io.StringIO(text + "/,b,Tent,3\n"))
    words = smo.read_keywords(io.StringIO("keyword,impressions\nred rope,9\ntent,5\n"))
    plan = smo.analyze(words, pd.concat([first, second]))
    assert plan.clicks["clicks"].sum() == plan.matches["clicks"].sum() == 12
