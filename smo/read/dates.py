"""Dates as exports write them, in the languages of the interfaces, to days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import numpy as np

from smo.errors import SmoError
from smo.read.columns import distinct_cells

# First letters that tell a month apart, in en, es, fr, pt, nl, ru, de, tr and it.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "янв", "oca", "gen"),
    ("feb", "fev", "fév", "фев", "şub"),
    ("mar", "mrt", "maa", "мар", "mär"),
    ("apr", "abr", "avr", "апр", "nis"),
    ("may", "mai", "mei", "май", "мая", "mag"),
    ("jun", "juin", "июн", "haz", "giu"),
    ("jul", "juil", "июл", "tem", "lug"),
    ("aug", "ago", "aoû", "aou", "авг", "ağu"),
    ("sep", "set", "сен", "eyl"),
    ("oct", "okt", "out", "окт", "eki", "ott"),
    ("nov", "ноя", "kas"),
    ("dec", "dic", "déc", "dez", "дек", "ara"),
)
_MONTH_OF = {start: number for number, row in enumerate(_MONTHS, 1) for start in row}
_WORD = r"([^\W\d_]{3,12})\.?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CJK = re.compile(r"(\d{4})\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})\s*[日일.]?")
_DAY_WORD = re.compile(rf"(\d{{1,2}})\.?\s*(?:de\s+)?{_WORD}\s*(?:de\s+)?,?\s*(\d{{4}})")
_WORD_DAY = re.compile(rf"{_WORD}\s+(\d{{1,2}}),?\s*(\d{{4}})")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,\s*(?=\w)")
_CLOCK = re.compile(r"[T ,]+\d{1,2}:\d{2}.*$")


def parse_day(text: str, *, day_first: bool | None = None) -> date | None:
    """Return the day a text names, or None when it names none for certain.

    Parameters
    ----------
    text : str
        One date, in digits or words.
    day_first : bool, optional
        How to read 03/04/2026; None accepts it only when one number is above 12.

    Examples
    --------
    >>> parse_day("28 de fevereiro de 2026"), parse_day("20260224")
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 24))
    >>> parse_day("03/04/2026") is None
    True
    """
    text = _WEEKDAY.sub("", _CLOCK.sub("", " ".join(text.split())).strip())
    for pattern in (_ISO, _PACKED, _CJK):
        found = pattern.fullmatch(text)
        if found:
            return _day(*map(int, found.groups()))
    if found := _DAY_WORD.fullmatch(text):
        return _named(found[3], found[2], found[1])
    if found := _WORD_DAY.fullmatch(text):
        return _named(found[3], found[1], found[2])
    if found := _NUMERIC.fullmatch(text):
        first, second, year = map(int, found.groups())
        if day_first is None and first <= 12 and second <= 12 and first != second:
            return None
        by_day = first > 12 if day_first is None else day_first
        return _day(year, second, first) if by_day else _day(year, first, second)
    return None


def parse_days(
    values: Sequence[object], *, where: str, day_first: bool | None = None
) -> np.ndarray[Any, Any]:
    """Return the values as days, NaT where a cell is empty; a range gives its first day.

    Parameters
    ----------
    values : sequence of str or date
        Cells as the file gives them.
    where : str
        Name of the file, for the message.
    day_first : bool, optional
        How the vendor means 03/04/2026; None lets the column tell, and an order that the column
        disproves is not believed.

    Returns
    -------
    array of datetime64[us], shape (n,)

    Raises
    ------
    SmoError
        For a text that is no date, or a column in which day and month cannot be told apart.

    Examples
    --------
    >>> parse_days(["03/04/2026", "25/04/2026"], where="q.csv").astype(str).tolist()[0][:10]
    '2026-04-03'
    """
    codes, distinct = distinct_cells(values)
    texts = [_as_text(value) for value in distinct]
    day_first = _order_of(texts, where, vendors=day_first)
    days = [_one(text, where, day_first=day_first) for text in texts]
    known = np.array([*days, np.datetime64("NaT", "us")], dtype="datetime64[us]")
    found: np.ndarray[Any, Any] = known[codes]
    return found


def _one(text: str, where: str, *, day_first: bool | None) -> np.datetime64:
    if not text:
        return np.datetime64("NaT", "us")
    day = parse_day(text, day_first=day_first) or parse_day(
        re.split(r"\s+[-–—]\s+", text)[0], day_first=day_first
    )
    if day is None:
        raise SmoError(f"{text!r} is no date", where=where, remedy="write dates as YYYY-MM-DD")
    return np.datetime64(day, "us")


def _order_of(texts: Sequence[str], where: str, *, vendors: bool | None) -> bool | None:
    """Return whether 03/04/2026 is day first in this column; one day above 12 tells."""
    pairs = [
        (int(found[1]), int(found[2]))
        for text in texts
        if (found := _NUMERIC.match(_CLOCK.sub("", text).strip()))
    ]
    if not pairs:
        return None
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if not day_first and not month_first and vendors is not None:
        return vendors
    if day_first == month_first and any(first != second for first, second in pairs):
        example = next(text for text in texts if _NUMERIC.match(text))
        raise SmoError(
            f"day and month cannot be told apart in dates such as {example!r}",
            where=where,
            remedy="write dates as YYYY-MM-DD",
        )
    return day_first


def _as_text(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, np.datetime64):
        return str(value)[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _named(year: str, month: str, day: str) -> date | None:
    word = month.casefold()
    number = next((_MONTH_OF[word[:n]] for n in (4, 3) if word[:n] in _MONTH_OF), None)
    return None if number is None else _day(int(year), number, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
