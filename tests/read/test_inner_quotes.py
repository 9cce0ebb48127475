"""Quotation marks inside quoted cells that the exporter forgot to double."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.read import read_export
from smo.read.delimited import delimited_rows, find_delimiter, quotes_doubled
from smo.read.large import LARGE_BYTES

HEAD = ["Keyword", "Impressions", "Clicks", "CTR", "Avg. Position"]
NUMBERS = ["10", "1", "10%", "3.2"]
PLAIN_ROWS = 8
CELLS = st.text(st.sampled_from("ab27 \"',;é"), min_size=1, max_size=12)


def _unescaped(rows: list[list[str]], end: str = "\n") -> str:
    return end.join('"' + '","'.join(row) + '"' for row in rows) + end


@pytest.mark.parametrize(
    "keyword",
    ['27" tv', 'tv 27"', '"exact"', '"', 'a "b" c', '27", black', '27" tv, 32" tv', '"red shoes'],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_keywords_with_inch_marks_are_whole(keyword: str, end: str) -> None:
    rows = [HEAD, ["plain", *NUMBERS], [keyword, *NUMBERS], ["last", *NUMBERS]]
    assert delimited_rows(_unescaped(rows, end), "k.csv") == rows


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_any_keyword_comes_back(keywords: list[str]) -> None:
    # Doubled marks and whole cell ends inside a keyword cannot be told from the rules' own.
    odd = ['""', '","', '";"']
    keywords = [word for word in keywords if not any(mark in word for mark in odd)]
    # Most rows are plain: by them the delimiter is found.
    plain = [["plain", *NUMBERS]] * PLAIN_ROWS
    rows = [HEAD, *plain, *([word, *NUMBERS] for word in keywords)]
    assert delimited_rows(_unescaped(rows), "k.csv") == rows


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=9),
                      min_size=2, max_size=4), min_size=2, max_size=6),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
def test_a_text_by_the_rules_is_never_changed(
    rows: list[list[str]], quoting: int, end: str
) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator=end, quoting=quoting).writerows(rows)
    text = out.getvalue().rstrip("\r\n")
    for mark in (",", ";"):
        assert list(csv.reader(io.StringIO(quotes_doubled(text, mark), newline=""))) == list(
            csv.reader(io.StringIO(text, newline=""))
        )


@given(st.text(st.sampled_from('ab1 ",;\n'), max_size=40))
def test_a_text_with_an_unquoted_line_is_cut_as_before(text: str) -> None:
    text = f"plain,1\n{text}"
    assert quotes_doubled(text, find_delimiter(text)) == text


@pytest.mark.parametrize(
    "text",
    ['"Title"\n"a","b"\n"c","d","e"\n', '"a","b"\n"x" ,"y"\n', '"a","b"\n"c ""d""","e"\n',
     '"Title of it"\n"a","b","c"\n"1","2","3"\n'],
)  # fmt: skip
def test_ragged_rows_stay_as_they_are(text: str) -> None:
    wanted = list(csv.reader(io.StringIO(text, newline="")))
    assert delimited_rows(text, "k.csv") == wanted


def test_a_large_file_too() -> None:
    rows = [HEAD, *([f"key number {i}", *NUMBERS] for i in range(LARGE_BYTES // 30))]
    for keyword in ('27" tv', 'tv 27"', '"tv', '27", black'):
        rows[-5] = [keyword, *NUMBERS]
        table = read_export(io.BytesIO(_unescaped(rows).encode())).keywords
        assert len(table) == len(rows) - 1
        assert keyword in set(table["keyword"])
