"""Amounts as interfaces shorten them: 1.5K, and ranges such as 10K - 100K, in their languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from smo.read.columns import distinct_cells
from smo.read.format import Draft
from smo.read.numbers import parse_numbers
from smo.spec import DTYPES

Flags = np.ndarray[Any, np.dtype[np.bool_]]
A_DECADE = 10.0
# Thousands and millions as the interface writes them in its languages, and the Asian myriads.
_UNITS = {
    1e3: ("k", "тыс", "mil", "tsd", "rb", "bin", "千", "천", "tys"),
    1e4: ("万", "萬", "만"),
    1e6: ("m", "млн", "mio", "mln", "mi", "mill", "millón", "millones", "mn", "百万", "백만"),
}
_FACTOR = {word: factor for factor, words in _UNITS.items() for word in words}
_AMOUNT = r"(\d[\d.,\s]*?)\s*({})?\.?".format(
    "|".join(sorted(map(re.escape, _FACTOR), key=len, reverse=True))
)
_RANGE = re.compile(rf"{_AMOUNT}\s*[-–—−~～〜]\s*{_AMOUNT}", re.IGNORECASE)
# A plain number is left to the column: only there "1.500" can be told.
_SPELLED = re.compile(r"\d\s*(?:[^\W\d_]|[-–—−~～〜]\s*\d)")
_SHORT = re.compile(_AMOUNT, re.IGNORECASE)
# "1000+": at least so many, as the last class of a list of ranges is written.
_AT_LEAST = re.compile(rf"(?:{_AMOUNT}\s*\+|[>≥]=?\s*{_AMOUNT})", re.IGNORECASE)


def range_of(text: str) -> tuple[float, float] | None:
    r"""Return the ends of a range as the interface shows it, or None.

    Examples
    --------
    >>> range_of("100 – 1K"), range_of("1 тыс. – 10 тыс."), range_of("1000～1万")
    ((100.0, 1000.0), (1000.0, 10000.0), (1000.0, 10000.0))
    >>> range_of("880") is None
    True
    """
    found = _RANGE.fullmatch(text.strip())
    if not found:
        return None
    ends = _amount(found[1], found[2]), _amount(found[3], found[4])
    return (ends[0], ends[1]) if 0 <= ends[0] <= ends[1] < np.inf else None


def mid_label(low: float, high: float) -> float:
    """Return the number by which Planner's files name a range: 5 times its lower end.

    Of a range that is no decade the middle is taken.

    Examples
    --------
    >>> mid_label(100, 1000), mid_label(0, 10), mid_label(200, 300)
    (500.0, 0.0, 250.0)
    """
    if high == A_DECADE * low or (low, high) == (0.0, A_DECADE):
        return 5.0 * low
    return (low + high) / 2.0


def amount_of(text: str) -> tuple[float, bool] | None:
    """Return the volume of a range or of a number with a unit, and whether it is a range.

    A class without an upper end counts by its lower one: what lies above is not told.

    Examples
    --------
    >>> amount_of("1.5K"), amount_of("10K-100K"), amount_of("1000+"), amount_of("many")
    ((1500.0, False), (50000.0, True), (1000.0, True), None)
    """
    ends = range_of(text)
    if ends is not None:
        return mid_label(*ends), True
    least = _AT_LEAST.fullmatch(text.strip())
    if least:
        amount = _amount(least[1] or least[3], least[2] or least[4])
        return (amount, True) if np.isfinite(amount) else None
    found = _SHORT.fullmatch(text.strip())
    amount = _amount(found[1], found[2]) if found else np.nan
    return (amount, False) if np.isfinite(amount) else None


def _amount(digits: str, unit: str | None) -> float:
    numbers, bad = parse_numbers([digits.strip()], kind="measure" if unit else "count")
    return (
        float("nan")
        if bad[0]
        else float(numbers[0]) * _FACTOR[unit.casefold()]
        if unit
        else (float(numbers[0]))
    )


def with_amounts(
    cells: Mapping[str, Sequence[Any]],
) -> tuple[dict[str, Sequence[Any]], Flags | None]:
    """Return the columns, volumes spelled as amounts being numbers, and which rows told ranges.

    Examples
    --------
    >>> with_amounts({"volume": ["1.5K", "10-100", "7"]})
    ({'volume': [1500.0, 50.0, '7']}, array([False,  True, False]))
    """
    if "volume" not in cells:
        return dict(cells), None
    codes, values = distinct_cells(cells["volume"])
    found = {
        place: amount
        for place, value in enumerate(values)
        if isinstance(value, str)
        and not value.isdigit()
        # A plain number is left to the column: only there "1.500" can be told.
        and (parse_numbers([value])[1][0] or value.lstrip().startswith((">", "≥")))
        and (amount := amount_of(value))
    }
    if not found:
        return dict(cells), None
    numbers = [found[place][0] if place in found else value for place, value in enumerate(values)]
    is_range = np.array([place in found and found[place][1] for place in range(len(values))])
    volume = [numbers[code] if code >= 0 else None for code in codes.tolist()]
    return {**cells, "volume": volume}, np.append(is_range, False)[codes]


def with_ranges(draft: Draft, ranges: Flags | None) -> Draft:
    """Return the draft, the rows whose volume is a range being buckets by their mid-label."""
    if ranges is None or not ranges.any():
        return draft
    frame = draft.frame
    kinds = frame.get("volume_kind", pd.Series(pd.NA, index=frame.index)).astype(DTYPES["text"])
    draft = replace(draft, frame=frame.assign(volume_kind=kinds.mask(ranges, "bucket")))
    known = int(frame["volume"].notna().sum())
    return draft.note(
        f"{int(ranges.sum())} of {known} volumes are ranges, read as their mid-labels, "
        "or as their lower ends where they have no upper"
    )
