"""Numbers and days as readers of each language write them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from smo.report.words import word

_SPACE = "\u00a0"  # no-break
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MINUS = "\u2212"
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
