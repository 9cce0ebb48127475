"""Numbers and days as readers of each language write them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from smo.report.words import word
from smo.text.numbers import count_text, grouped, share_text

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def number_or_none(value: Any) -> float | None:
    """Return the value as a float, None where it is missing or no finite number.

    Examples
    --------
    >>> number_or_none(pd.NA) is None
    True
    """
    number = math.nan if pd.isna(value) else float(value)
    return number if math.isfinite(number) else None


def decimal(value: Any, language: str) -> str:
    """Return a whole number, or the dash of the unknown.

    Examples
    --------
    >>> decimal(1234.56, "en"), decimal(pd.NA, "en")
    ('1,235', '—')
    """
    return _told(value, grouped, language)


def size(value: Any, language: str) -> str:
    """Return a count or an estimate: whole from 10 on, one place below unless whole.

    Examples
    --------
    >>> size(1234.5, "en"), size(3.25, "en"), size(pd.NA, "en")
    ('1,234', '3.2', '—')
    """
    return _told(value, count_text, language)


def percent(value: Any, language: str) -> str:
    r"""Return a share as a percentage, or the dash of the unknown.

    Examples
    --------
    >>> percent(0.256, "en"), percent(0.0316, "en"), percent(0.0042, "ru")
    ('26%', '3.2%', '0,42\xa0%')
    """
    return _told(value, share_text, language)


def _told(value: Any, write: Callable[[float, str], str], language: str) -> str:
    number = number_or_none(value)
    return word("unknown", language) if number is None else write(number, language)


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
