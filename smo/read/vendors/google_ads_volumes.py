"""Volumes of Keyword Planner: numbers, mid-labels of wide ranges, and the ranges themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.read.format import Draft
from smo.read.numbers import parse_numbers
from smo.spec import DTYPES

# Mid-labels of the ranges that accounts without spend get.
BUCKETS = frozenset([0.0, 50.0, 500.0, 5e3, 5e4, 5e5, 5e6, 5e7])
# The steps of Planner's own numbers (10, 20, ... 480, 590, ... 4400, 5400) leave these out.
ONLY_BUCKETS = frozenset([500.0, 5e3, 5e4, 5e5, 5e7])
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
_SHORT = re.compile(_AMOUNT, re.IGNORECASE)


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


def volumes(draft: Draft) -> Draft:
    """Read the volumes, and tell mid-labels of wide ranges from Planner's own numbers.

    Raises
    ------
    SmoError
        For a text that is neither number nor range, naming file, line and value.
    """
    cells = draft.extra["_volume"].fillna("").tolist()
    numbers, bad = parse_numbers(cells, kind="count")
    ranges = np.zeros(len(cells), dtype=bool)
    for place in np.flatnonzero(bad):
        found = _number(str(cells[place]))
        if found is None:
            continue
        numbers[place], ranges[place] = found
        bad[place] = False
    _refuse(draft, cells, bad | (numbers < 0))
    return with_kinds(draft, numbers, ranges)


def bounds(draft: Draft) -> Draft:
    """Read the volumes from columns of the least and the most searches a month.

    Raises
    ------
    SmoError
        For a text that is no number, naming file, line and value.
    """
    ends = []
    for name in ("_least", "_most"):
        cells = draft.extra[name].fillna("").tolist()
        numbers, bad = parse_numbers(cells, kind="count")
        _refuse(draft, cells, bad | (numbers < 0))
        ends.append(numbers)
    low, high = np.fmin(*ends), np.fmax(*ends)
    pairs = zip(low.tolist(), high.tolist(), strict=True)
    numbers = np.array([a if a == b else mid_label(a, b) for a, b in pairs], dtype=float)
    return with_kinds(draft, numbers, np.asarray(low < high, dtype=bool))


def with_kinds(draft: Draft, numbers: np.ndarray[Any, Any], ranges: np.ndarray[Any, Any]) -> Draft:
    """Set the volumes and their kind: bucket for ranges and mid-labels, else grouped."""
    known = ~np.isnan(numbers)
    told = set(numbers[known & ~ranges].tolist())
    labels = BUCKETS if told <= BUCKETS and told != {0.0} else ONLY_BUCKETS
    bucket = ranges | (np.isin(numbers, list(labels)) & known)
    index = draft.frame.index
    kinds: pd.Series[Any] = pd.Series(np.where(bucket, "bucket", "grouped"), index=index)
    volume = pd.Series(numbers, index=index).astype(DTYPES["number"])
    frame = draft.frame.assign(
        volume=volume, volume_kind=kinds.astype(DTYPES["text"]).where(volume.notna())
    )
    draft = replace(draft, frame=frame)
    if not bucket.any():
        return draft
    if bucket[known].all():
        return draft.note("volumes are mid-labels of wide ranges (account without spend)")
    number = int(bucket.sum())
    return draft.note(f"{number} of {int(known.sum())} volumes are mid-labels of wide ranges")


def _number(text: str) -> tuple[float, bool] | None:
    """Return the volume of a range or of a number with a unit, and whether it is a range."""
    ends = range_of(text)
    if ends is not None:
        return mid_label(*ends), True
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


def _refuse(draft: Draft, cells: Sequence[str], bad: np.ndarray[Any, Any]) -> None:
    if not bad.any():
        return
    first = int(np.flatnonzero(bad)[0])
    row = int(draft.frame.index[first])
    raise SmoError(
        f"{draft.grid.place(row)}: 'volume' is {cells[first]!r}, which is no number and no range",
        where=draft.grid.name,
        remedy="volume means searches a month; mend the row or leave it out",
    )
