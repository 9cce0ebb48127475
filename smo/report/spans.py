"""Cells of numbers with the ends of their intervals, and of changes with their signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from smo.report.numbers import number_or_none, percent, size
from smo.report.words import word
from smo.text.numbers import grouped

Write = Callable[[Any, str], str]


def signed(value: Any, language: str) -> str:
    """Return a change with its sign, or the dash of the unknown.

    Examples
    --------
    >>> signed(12.0, "en"), signed(-3.25, "ru"), signed(0.01, "en")
    ('+12', '−3,2', '0')
    """
    text = size(value, language)
    grows = (number_or_none(value) or 0.0) > 0 and any(digit in "123456789" for digit in text)
    return f"+{text}" if grows else text


def plain(value: Any, language: str) -> str:
    """Return a number with two places, or the dash of the unknown.

    Examples
    --------
    >>> plain(0.456, "en"), plain(0.456, "ru")
    ('0.46', '0,46')
    """
    number = number_or_none(value)
    return word("unknown", language) if number is None else grouped(number, language, 2)


def points(value: Any, language: str) -> str:
    """Return a change of a share in percentage points, with its sign.

    Examples
    --------
    >>> points(0.0123, "en"), points(-0.25, "en")
    ('+1.2', '−25')
    """
    number = number_or_none(value)
    return signed(None if number is None else 100.0 * number, language)


def with_ends(row: Mapping[Any, Any], name: str, language: str, write: Write = size) -> str:
    """Return the value of a column with the ends of its interval, which stand beside it.

    Examples
    --------
    >>> row = {"worth": 40.0, "worth_low": 20.0, "worth_high": None, "sum": 3}
    >>> with_ends(row, "worth", "en"), with_ends(row, "sum", "en")
    ('40 (20 to —)', '3')
    """
    ends = [number_or_none(row.get(f"{name}_{end}")) for end in ("low", "high")]
    told = write(row[name], language)
    if ends == [None, None]:
        return told
    low, high = (write(end, language) for end in ends)
    return f"{told} ({word('range', language).format(low=low, high=high)})"


def share_with_ends(row: Mapping[Any, Any], name: str, language: str) -> str:
    """Return a share with the ends of its interval, as percentages."""
    return with_ends(row, name, language, percent)
