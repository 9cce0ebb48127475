"""Large texts read by column give the same cells as texts read row by row."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import arrow, columns, delimited, files, large, read_keywords
from smo.read.delimited import delimited_rows
from smo.read.grid import HEAD_ROWS, Body, body_of
from smo.read.large import LargeRows
from tests.read import writers

pyarrow_too = pytest.mark.parametrize("with_pyarrow", [True, False])
# Cells that trip readers: quotes, wraps, comments, blanks, look-alikes of missing values.
CELL = st.one_of(
    st.text("ab ,;\"'#\t\n\r\xa0é", max_size=6),
    st.sampled_from(["", " ", "#", "# x", "NA", "null", "1", "a", '"', "\ufeffa", "\x0b"]),
)
ROWS = st.lists(st.lists(CELL, min_size=0, max_size=4), min_size=0, max_size=12)


def _cells(body: Body) -> tuple[list[int], dict[int, list[Any]]]:
    return body.numbers.tolist(), {place: list(cells) for place, cells in body.columns.items()}


def _large(text: str, head: list[list[str]]) -> LargeRows:
    return LargeRows(text.encode(), head, ",", cut=lambda _: delimited_rows(text, "x.csv"))


@pyarrow_too
@settings(max_examples=300, deadline=None)
@given(ROWS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_columns_equal_rows(
    with_pyarrow: bool, rows: list[list[str]], end: str, quoted: bool
) -> None:
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, lineterminator=end, quoting=quoting).writerows([["h", "i", "j"], *rows])
    text = out.getvalue()
    _same(text, with_pyarrow=with_pyarrow)


@pyarrow_too
@settings(max_examples=300, deadline=None)
@given(st.text('ab,"\n\r #1', max_size=60))
def test_columns_equal_rows_in_any_text(with_pyarrow: bool, text: str) -> None:
    # With a line end: what a missing one tells is looked at elsewhere.
    _same(f"h,i,j\n{text}\n", with_pyarrow=with_pyarrow)


def _same(text: str, *, with_pyarrow: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "find_delimiter", lambda _: ",")
        if not with_pyarrow:
            patch.setattr(arrow, "find_spec", lambda _: None)
        try:
            rows = delimited_rows(text, "x.csv")
        except SmoError:
            # What cannot be cut by row is not cut by column either.
            assert _large(text, [["h", "i", "j"]]).body(0, None) is None
            return
        found = _large(text, rows[:HEAD_ROWS]).body(0, None)
        if found is not None:
            assert _cells(found) == _cells(body_of(rows, 0))


@pyarrow_too
def test_the_large_way_is_taken_and_equal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_pyarrow: bool
) -> None:
    if with_pyarrow:
        pytest.importorskip("pyarrow", reason="pyarrow is optional")
    else:
        monkeypatch.setattr(arrow, "find_spec", lambda _: None)
    table = [(f"shoes {i % 300} #{i}", i % 7, i + 1, 1.5) for i in range(5000)]
    text = writers.csv_text(writers.query_table(rows=table))
    path = tmp_path / "Queries.csv"
    path.write_text(text, encoding="utf-8")
    slow = read_keywords(path)
    seen: list[Body | None] = []
    real = LargeRows.body
    monkeypatch.setattr(
        LargeRows, "body", lambda self, *args: seen.append(real(self, *args)) or seen[-1]
    )
    monkeypatch.setattr(files, "LARGE_BYTES", 1000)
    monkeypatch.setattr(large, "ROWS_AT_ONCE", 700)
    monkeypatch.setattr(columns, "ROWS_AT_ONCE", 1000)
    fast = read_keywords(path)
    assert [body is not None for body in seen] == [True]
    assert fast.equals(slow)


@pyarrow_too
@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=6), st.text(max_size=6))
@example(b"\xed\xa0\x80", "half of a pair of UTF-16")
@example(b"\xc0\xaf", "longer than need be")
@example(b"\xf4\x90\x80\x80", "beyond the last letter")
@example(b"", "дом")
def test_utf8_is_what_python_reads(with_pyarrow: bool, raw: bytes, text: str) -> None:
    data = text.encode() + raw
    try:
        wanted = "\x00" not in data.decode()
    except UnicodeDecodeError:
        wanted = False
    with pytest.MonkeyPatch.context() as patch:
        if not with_pyarrow:
            patch.setattr(arrow, "find_spec", lambda _: None)
        assert large.is_utf8(data) is wanted


@pyarrow_too
@pytest.mark.parametrize(
    "odd",
    ["\n", "# a comment,,\n", "short,1\n", "Top queries,Clicks,Impressions,CTR,Position\n",
     "long,1,2,3,4,5\n", ",1,2,3%,4\n", " \n", '"wrapped \nquery",1,2,50%,4\n'],
)  # fmt: skip
def test_odd_rows_in_a_large_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str, with_pyarrow: bool
) -> None:
    if not with_pyarrow:
        monkeypatch.setattr(arrow, "find_spec", lambda _: None)
    table = [(f"shoes {i}", i % 7, i + 1, 1.5) for i in range(100)]
    lines = writers.csv_text(writers.query_table(rows=table)).splitlines(keepends=True)
    path = tmp_path / "q.csv"
    path.write_text("".join([*lines[:80], odd, *lines[80:]]), encoding="utf-8")
    slow = read_keywords(path)
    monkeypatch.setattr(files, "LARGE_BYTES", 1000)
    assert read_keywords(path).equals(slow)


def test_an_error_in_a_large_text_names_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = [(f"shoes {i}", i % 7, i + 1, 1.5) for i in range(100)]
    lines = writers.csv_text(writers.query_table(rows=table)).splitlines(keepends=True)
    path = tmp_path / "q.csv"
    path.write_text("".join([*lines[:80], "boots,few,2,3%,4\n", *lines[80:]]), encoding="utf-8")
    monkeypatch.setattr(files, "LARGE_BYTES", 1000)
    with pytest.raises(SmoError, match=r"line 81: 'clicks' is 'few', which is no number"):
        read_keywords(path)


def test_a_large_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = [(f"shoes {i}", i % 7, i + 1, 1.5) for i in range(100)]
    text = writers.csv_text(writers.query_table(rows=table)).replace("\nshoes 80,", "\nshoes 80,x")
    path = tmp_path / "q.csv"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(files, "LARGE_BYTES", 1000)
    real = LargeRows.body

    def body(self: LargeRows, *args: Any) -> Body | None:
        found = real(self, *args)
        path.write_text(text + "boots,1,2,50%,4\n", encoding="utf-8")
        return found

    monkeypatch.setattr(LargeRows, "body", body)
    # The line of the wrong number is found in the text, of which only the columns are left.
    with pytest.raises(SmoError, match=r"q\.csv: it changed while it was read"):
        read_keywords(path)
