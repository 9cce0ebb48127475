"""Grammars of Google Ads: ranges of volumes, marks of match types, rows of totals."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import read_export, read_keywords
from smo.read.amounts import mid_label, range_of
from smo.read.vendors.google_ads_mends import is_negative, plain_keyword
from smo.read.vendors.google_ads_volumes import BUCKETS

SPACES = st.sampled_from(["", " ", "\u00a0", "\u202f"])
CELL = st.text(st.sampled_from('ab -–"[]+,.1kKM%∞тыс\u00a0T:'), max_size=9)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("0 – 10", (0, 10)),
        ("10 – 100", (10, 100)),
        ("100 – 1K", (100, 1e3)),
        ("1K – 10K", (1e3, 1e4)),
        ("1M – 10M", (1e6, 1e7)),
        ("1 тыс. – 10 тыс.", (1e3, 1e4)),
        ("100\u00a0тыс. – 1\u00a0млн", (1e5, 1e6)),
        ("1 mil – 10 mil", (1e3, 1e4)),
        ("100 mil – 1 mi", (1e5, 1e6)),
        ("10 k – 100 k", (1e4, 1e5)),
        ("1.000 - 10.000", (1e3, 1e4)),
        ("1,000 - 10,000", (1e3, 1e4)),
        ("1 000 – 10 000", (1e3, 1e4)),
        ("100 Tsd. – 1 Mio.", (1e5, 1e6)),
        ("1000～1万", (1e3, 1e4)),
        ("1천~1만", (1e3, 1e4)),
        ("1,5K – 2,5K", (1500, 2500)),
        ("880", None),
        ("1K", None),
        ("a – b", None),
        ("10 – 1", None),
        ("– 10", None),
        ("", None),
    ],
)
def test_ranges_of_the_interface(text: str, ends: tuple[float, float] | None) -> None:
    assert range_of(text) == ends


@given(st.integers(1, 6), SPACES, st.sampled_from("-–—"), SPACES)
def test_the_label_of_a_decade_is_a_bucket(power: int, before: str, dash: str, after: str) -> None:
    ends = range_of(f"{10**power}{before}{dash}{after}{10 ** (power + 1)}")
    assert ends == (10**power, 10 ** (power + 1))
    assert ends is not None
    assert mid_label(*ends) in BUCKETS


@pytest.mark.parametrize(
    ("keyword", "plain"),
    [
        ("red shoes", "red shoes"),
        ('"red shoes"', "red shoes"),
        ("[red shoes]", "red shoes"),
        ("+red +shoes", "red shoes"),
        ('"+red shoes"', "red shoes"),
        (" red  shoes ", "red shoes"),
        ('"a" or "b"', '"a" or "b"'),
        ("[a] [b]", "[a] [b]"),
        ("a+b", "a+b"),
        ("c++", "c++"),
        ("+", "+"),
        ('""', '""'),
        ('27" tv', '27" tv'),
    ],
)
def test_marks_of_match_types(keyword: str, plain: str) -> None:
    assert plain_keyword(keyword) == plain


@given(st.text(max_size=12))
def test_a_keyword_never_becomes_empty_and_marks_come_off_once(keyword: str) -> None:
    plain = plain_keyword(keyword)
    assert bool(plain.strip()) or not keyword.strip()
    word = " ".join(c for c in keyword if c.isalnum())
    if word:
        assert plain_keyword(f'"{word}"') == plain_keyword(f"[{word}]") == word


@pytest.mark.parametrize(
    ("keyword", "negative"),
    [("-free", True), ('-"for free"', True), ("-[free]", True), ("t-shirt", False),
     (" --", False), ("-", False), ("shoes -red", False)],
)  # fmt: skip
def test_negative_keywords(keyword: str, negative: bool) -> None:
    assert is_negative(keyword) is negative


def _csv(rows: list[list[str]]) -> io.BytesIO:
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)
    return io.BytesIO(codecs.BOM_UTF16_LE + out.getvalue().encode("utf-16-le"))


@pytest.mark.parametrize("volume", ["many", "-5", "1 – x", "10 – 1", "5 apples"])
def test_a_volume_that_is_none_is_named_with_its_line(volume: str) -> None:
    rows = [["Keyword", "Avg. monthly searches"], ["a", "10"], ["b", volume]]
    with pytest.raises(SmoError, match=r"line 3: 'volume' is .*no number and no range"):
        read_keywords(_csv(rows))


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (["0", "50", "500"], ["bucket"] * 3),
        (["0", "0"], ["grouped"] * 2),
        (["50", "40"], ["grouped"] * 2),
        (["500", "480"], ["bucket", "grouped"]),
        (["100 – 1K", "480"], ["bucket", "grouped"]),
        (["100 – 1K", "50"], ["bucket"] * 2),
        (["1.2K", "2,5 тыс."], ["grouped"] * 2),
    ],
)
def test_kinds_of_volumes(cells: list[str], kinds: list[str]) -> None:
    rows = [[f"key {place}", cell] for place, cell in enumerate(cells)]
    table = read_keywords(_csv([["Keyword", "Avg. monthly searches"], *rows]))
    assert table["volume_kind"].tolist() == kinds


def test_the_total_that_sums_up_is_the_reports_own() -> None:
    head = ["Keyword status", "Keyword", "Campaign", "Clicks", "Impr."]
    rows = [["Enabled", "a", "C", "1", "10"], ["Total: Account", " --", "", "9", "90"],
            ["Total: Keywords", " --", "", "1", "10"]]  # fmt: skip
    report = read_export(_csv([head, *rows])).report.iloc[0]
    assert (report["total_clicks"], report["total_impressions"]) == (1, 10)
    assert report["dropped"] == "2 total row"


def test_people_search_for_totals_too() -> None:
    head = ["Search term", "Clicks", "Impr.", "Cost"]
    rows = [["total war", "1", "10", "0.1"], ["total", "2", "5", "0.1"]]
    assert read_keywords(_csv([head, *rows]))["impressions"].tolist() == [5, 10]


HEADS = (
    ["Keyword", "Segmentation", "Avg. monthly searches"],
    ["Keyword", "Min search volume", "Max search volume"],
    ["Search term", "Clicks", "Impr.", "Device"],
    ["Keyword status", "Keyword", "Match type", "Clicks", "Impr.", "Final URL"],
    ["Keyword", "Impressions", "Clicks", "CTR", "Avg. Position"],
    ["Date", "Clicks", "Impressions", "Avg. CTR"],
    ["Month", "shed: (Canada)"],
    ["Region", "shed: (2/22/26 – 5/22/26)"],
    ["TOP"],
)


@settings(deadline=None)
@given(st.sampled_from(HEADS), st.lists(st.lists(CELL, max_size=7), max_size=6))
def test_no_other_error_escapes_and_no_row_is_lost(head: list[str], rows: list[list[str]]) -> None:
    try:
        report = read_export(_csv([["Title"], [], head, ["a", "100"], *rows])).report
    except SmoError:
        return
    for row in report.itertuples():
        parts = [] if not isinstance(row.dropped, str) else row.dropped.split("; ")
        assert row.rows_read == row.rows_kept + sum(int(part.split()[0]) for part in parts)
