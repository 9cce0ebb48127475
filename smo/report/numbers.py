"""Numbers and days as readers of each language write them."""

from __future__ import annotations

import math
import re
from typing import Any

import pandas as pd

from smo.report.words import word

_SPACE = "\u00a0"  # no-break
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MINUS = "\u2212"
_BELOW_ONE = re.compile(r"\(0(?:[.,][0-9]+)?\)$")
_MARKS = {"en": (",", "."), "ru": (_SPACE, ",")}


def number_or_none(value: Any) -> float | None:
    """Return the value as a float, None where it is missing.

    Examples
    --------
    >>> number_or_none(pd.NA) is None
    True
    """
    return None if pd.isna(value) else float(value)


def decimal(value: Any, language: str, *, places: int = 0) -> str:
    """Return a number with a fixed number of places, or the dash of the unknown.

    Examples
    --------
    >>> decimal(1234.56, "en", places=1)
    '1,234.6'
    """
    number = number_or_none(value)
    if number is None or not math.isfinite(number):
        return word("unknown", language)
    thousands, point = _MARKS[language]
    text = f"{abs(number):,.{places}f}".translate({ord(","): thousands, ord("."): point})
    return _MINUS + text if number < 0 and any(digit in "123456789" for digit in text) else text


def size(value: Any, language: str) -> str:
    """Return a count or an estimate: whole from 10 on, one place below unless whole.

    Examples
    --------
    >>> size(1234.5, "en"), size(3.25, "en"), size(4.0, "en")
    ('1,234', '3.2', '4')
    """
    number = number_or_none(value)
    whole = number is None or abs(number) >= 9.95 or abs(number - round(number)) < 0.05
    return decimal(value, language, places=0 if whole else 1)


def percent(value: Any, language: str) -> str:
    r"""Return a share as a percentage: whole from 10 % on, with a place or two below.

    Examples
    --------
    >>> percent(0.256, "en"), percent(0.0316, "en"), percent(0.0042, "ru")
    ('26%', '3.2%', '0,42\xa0%')
    """
    number = number_or_none(value)
    if number is None or not math.isfinite(number):
        return word("unknown", language)
    hundredths = abs(number) * 100
    places = 0 if hundredths >= 9.95 or hundredths == 0 else 1 if hundredths >= 0.95 else 2
    text = decimal(number * 100, language, places=places)
    return text + ("%" if language == "en" else f"{_SPACE}%")


def day(value: Any, language: str) -> str:
    """Return a day as readers write it, or the dash of the unknown.

    Examples
    --------
    >>> day(pd.Timestamp("2026-03-09"), "en"), day(pd.Timestamp("2026-03-09"), "ru")
    ('9 Mar 2026', '09.03.2026')
    """
    if pd.isna(value):
        return word("unknown", language)
    stamp = pd.Timestamp(value)
    if language == "ru":
        return f"{stamp.day:02d}.{stamp.month:02d}.{stamp.year}"
    return f"{stamp.day} {_MONTHS[3 * stamp.month - 3 : 3 * stamp.month]} {stamp.year}"


def days(start: Any, end: Any, language: str) -> str:
    """Return a span of days, what both ends share said once.

    Examples
    --------
    >>> days(pd.Timestamp("2026-03-01"), pd.Timestamp("2026-05-31"), "en")
    '1 Mar – 31 May 2026'
    >>> days(pd.Timestamp("2026-03-01"), pd.Timestamp("2026-05-31"), "ru")
    '01.03 – 31.05.2026'
    """
    first, last = pd.Timestamp(start), pd.Timestamp(end)
    if first.normalize() == last.normalize():
        return day(last, language)
    begin = day(first, language)
    return f"{begin[:-5] if first.year == last.year else begin} – {day(last, language)}"


def small_as_below_one(text: str) -> str:
    """Return an item with the count in brackets at its end; a count below one becomes <1.

    Examples
    --------
    >>> small_as_below_one("red rope (0.3)"), small_as_below_one("red rope (2.3)")
    ('red rope (<1)', 'red rope (2.3)')
    """
    return _BELOW_ONE.sub("(<1)", text)
