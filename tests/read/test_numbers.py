from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.read.numbers import Style, parse_numbers, style_of

# group mark, decimal mark
LOCALES = {
    "en": (",", "."), "de": (".", ","), "ru": (" ", ","), "fr": ("\u202f", ","),
    "nbsp": ("\u00a0", ","), "ch": ("’", "."), "plain": ("", "."), "comma": ("", ","),
}  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "kind", "expected"),
    [
        (["1 810 608", "2"], "count", [1810608, 2]),
        (["1\u00a0810\u00a0608"], "count", [1810608]),
        (["0,023"], "measure", [0.023]),
        (["2.300", "14.250"], "count", [2300, 14250]),
        (["9,380"], "count", [9380]),
        (["9,380"], "measure", [9.38]),
        (["500.0", "1.234"], "count", [500, 1.234]),
        (["1,234.5", "9,380"], "measure", [1234.5, 9380]),
        (["1.234,5", "9.380"], "measure", [1234.5, 9380]),
        (["12,34,567"], "count", [1234567]),
        (["12.5%", "-100%", "900 %"], "measure", [0.125, -1, 9]),
        (["5.79988620478234", "1.5E-3"], "measure", [5.79988620478234, 0.0015]),
        (["∞", " --", "< 10%", "> 90 %", "", "n/a", "-", "(not set)"], "measure", [None] * 8),
        ([3, 2.5, float("nan"), np.float64(7.0)], "measure", [3, 2.5, None, 7]),
        (["−3", "+4"], "measure", [-3, 4]),
    ],
)
def test_cases(texts: list[object], kind: str, expected: list[float | None]) -> None:
    numbers, bad = parse_numbers(texts, kind=kind)  # type: ignore[arg-type]
    assert not bad.any()
    assert [None if math.isnan(x) else x for x in numbers] == expected


@pytest.mark.parametrize(
    "text", ["abc", "1 2", "12 34 567", "1.2.3,4,5", "10 apples", "1,23,45", "--5-", "true"]
)
def test_what_is_no_number_is_flagged(text: str) -> None:
    numbers, bad = parse_numbers([text, "1"])
    assert bad.tolist() == [True, False]
    assert math.isnan(numbers[0])


def test_the_file_decides_what_a_column_leaves_open() -> None:
    style = style_of([["9.380"], ["0,90", "1,25"]])
    assert style == Style(",")
    assert parse_numbers(["9.380"], kind="measure", style=style)[0].tolist() == [9380]
    assert parse_numbers(["9,380"], kind="count", style=Style(","))[0].tolist() == [9.38]
    assert parse_numbers(["9,380"], kind="count", style=Style("."))[0].tolist() == [9380]


def test_the_file_is_asked_only_where_a_column_leaves_it_open() -> None:
    def asked() -> Style:
        raise LookupError

    for texts in (["9", "12"], ["9.380", "1.5"], ["1,5", "2,25"]):
        assert len(parse_numbers(texts, style=asked)[0]) == 2
    with pytest.raises(LookupError):
        parse_numbers(["9.380"], style=asked)
    assert parse_numbers(["9.380"], style=lambda: Style(","))[0].tolist() == [9380]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(LOCALES)),
    st.lists(st.integers(0, 10**9), min_size=1),
    st.lists(st.decimals(0, 10**6, places=2), min_size=1),
)
def test_a_file_in_any_locale_reads_the_same(locale: str, counts: list[int], sizes: list) -> None:
    group, decimal = LOCALES[locale]
    swap = {ord(","): group, ord("."): decimal}
    count_texts = [f"{count:,}".translate(swap) for count in counts]
    size_texts = [f"{size:,.2f}".translate(swap) for size in sizes]
    style = style_of([count_texts, size_texts])
    read_counts, bad = parse_numbers(count_texts, kind="count", style=style)
    assert not bad.any()
    assert read_counts.tolist() == counts
    read_sizes, bad = parse_numbers(size_texts, kind="measure", style=style)
    assert not bad.any()
    assert read_sizes.tolist() == [float(size) for size in sizes]
