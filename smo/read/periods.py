"""The period an export covers, from its filter, preamble, file name or dated rows."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smo.read.dates import parse_day

# Mean length of a month in the Gregorian calendar.
DAYS_A_MONTH = 365.2425 / 12
_UNITS = (
    ("hour", r"hours?|horas|heures|uur|час\w*|小时|時間|시간|saat|stunden"),
    ("day", r"days?|días|dias|jours|dagen|дн\w+|день|天|日間|日|일|gün|tage\w*"),
    ("week", r"weeks?|semanas|semaines|weken|недел\w*|周|週間|주|hafta|wochen"),
    (
        "month",
        r"months?|mes\w*|mois|maand\w*|месяц\w*|个月|個月|か月\w*|ヶ月\w*|カ月|개월|ay|monate?n?",
    ),
    ("year", r"years?|años?|anos?|ans?|jaar|год\w*|лет|年|년|yıl|jahre?n?"),
)
_LAST = re.compile(
    # French puts a word between: "Les 28 derniers jours".
    r"(\d{1,3})\s*(?:derni\w+\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS)
    + ")"
)
# Days as file names write them: 20260301, 2026-03-01, 01.03.2026, Mar-01-2026, 1 March 2026.
_DAYS = (
    r"20\d{6}",
    r"20\d{2}(?P<cut@>[-._])\d{1,2}(?P=cut@)\d{1,2}",
    r"\d{1,2}(?P<cut@>[-._])\d{1,2}(?P=cut@)20\d{2}",
    r"[^\W\d_]{3,12}\.?[-_ ]\d{1,2},?[-_ ]20\d{2}",
    r"\d{1,2}\.?[-_ ][^\W\d_]{3,12}\.?[-_ ]20\d{2}",
)
_BETWEEN = r"[-_–—.,~ ]+(?:(?:to|bis|au|al?|по)[-_ ]+)?"
# Both ends are written alike: a day of another shape is that of the download.
_IN_NAME = tuple(
    re.compile(rf"(?<!\d)(?P<start>{first}){_BETWEEN}(?P<end>{last})(?!\d)")
    for first, last in ((day.replace("@", "1"), day.replace("@", "2")) for day in _DAYS)
)
_MONTH = r"(20\d{2})[-_](0[1-9]|1[0-2])"
_MONTHS_IN_NAME = re.compile(rf"(?<!\d)(?<!\d[-_.]){_MONTH}(?:{_BETWEEN}{_MONTH})?(?![-_.]?\d)")
_CUTS = re.compile(r"[-_ ,.]+")
_DURATION = re.compile(r"(?:(\d+)\s*days?)?\s*(?:(\d+)\s*hours?)?\s*(?:(\d+)\s*min\w*)?")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and the number of days; None where it is not known."""

    start: date | None = None
    end: date | None = None
    days: float | None = None
    note: str | None = None

    @property
    def known(self) -> bool:
        """Whether the number of days is known."""
        return self.days is not None


def span(start: date, end: date) -> Period:
    """Return the period from one day to another, both included.

    Examples
    --------
    >>> span(date(2026, 3, 1), date(2026, 3, 31)).days
    31.0
    """
    first, last = min(start, end), max(start, end)
    return Period(first, last, float((last - first).days + 1))


def range_in(text: str, *, day_first: bool | None = None) -> Period:
    r"""Return the period a text names by two dates, else an unknown one.

    Examples
    --------
    >>> range_in("1 September 2024 - 31 August 2025").days
    365.0
    >>> range_in("Mar 1, 2026-Mar 31, 2026").days
    31.0
    """
    text = " ".join(text.replace("\u202f", " ").split())
    for cut in re.finditer(r"\s*(?:[-–—~〜]|\bto\b|\bau\b|\bal?\b|\bbis\b|\btot\b)\s*", text):
        ends = [
            parse_day(part, day_first=day_first)
            for part in (text[: cut.start()], text[cut.end() :])
        ]
        if ends[0] and ends[1]:
            return span(ends[0], ends[1])
    return Period()


def last_in(text: str) -> Period:
    """Return the length that "Last 3 months" names, in any language of the interface.

    Examples
    --------
    >>> last_in("Last 28 days").days
    28.0
    >>> last_in("Últimos 3\u00a0meses").note
    "'Últimos 3 meses' taken as 91 days: approximate, no chart gives the days"
    """
    text = " ".join(text.split())
    found = _LAST.search(text.casefold())
    if not found or re.search(r"\d{4}", text):
        return Period()
    number = int(found[1])
    unit = found.lastgroup
    if unit == "hour":
        return Period(days=number / 24)
    if unit in ("day", "week"):
        return Period(days=float(number * (7 if unit == "week" else 1)))
    days = float(round(number * DAYS_A_MONTH * (12 if unit == "year" else 1)))
    note = f"{text!r} taken as {days:g} days: approximate, no chart gives the days"
    return Period(days=days, note=note)


def in_filter(text: str) -> Period:
    """Return the period of a date filter: two dates, else a length."""
    exact = range_in(text)
    return exact if exact.known else last_in(text)


def in_name(name: str) -> Period:
    """Return the period a file name gives: two days, or one or two whole months.

    One day alone is that of the download. Where numbers could be read two ways the period is
    unknown; points between them put the day first.

    Examples
    --------
    >>> in_name("Search Queries 20180701-20180930.csv").days
    92.0
    >>> in_name("Outlinks 2026-03-01,2026-03-31.csv").days, in_name("map_2026-02.csv").days
    (31.0, 28.0)
    >>> in_name("x-Performance-on-Search-2026-02-22.zip").known
    False
    """
    for pattern in _IN_NAME:
        found = pattern.search(name)
        if found and (period := _between(found["start"], found["end"])).known:
            return period
    found = _MONTHS_IN_NAME.search(name)
    if not found:
        return Period()
    first = int(found[1]), int(found[2])
    last = (int(found[3]), int(found[4])) if found[3] else first
    year, month = max(first, last)
    return span(date(*min(first, last), 1), date(year, month, monthrange(year, month)[1]))


def _between(first: str, last: str) -> Period:
    """Return the period between two days of a file name, unknown where they may be others."""
    told = set()
    for day_first in (True,) if "." in first else (True, False):
        start, end = (parse_day(_spaced(text), day_first=day_first) for text in (first, last))
        if start and end:
            told.add((start, end))
    if len(told) > 1:
        # Read the wrong way round, the end often comes before the start.
        told = {(start, end) for start, end in told if start <= end}
    return span(*told.pop()) if len(told) == 1 else Period()


def _spaced(text: str) -> str:
    parts = _CUTS.split(text)
    return (" " if any(part.isalpha() for part in parts) else "-").join(parts)


def duration(text: str) -> float | None:
    """Return the days in "20 days 4 hours 21 mins", or None.

    Examples
    --------
    >>> round(duration("20 days 4 hours 21 mins"), 3)
    20.181
    """
    found = _DURATION.fullmatch(text.strip().casefold())
    if not found or not any(found.groups()):
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return days + hours / 24 + minutes / 1440


def since(start: date | None, days: float) -> Period:
    """Return the period of so many days that began on a day, that day included.

    A begun day counts for the last day, not for the length: 20.2 days end on day 21.

    Examples
    --------
    >>> since(date(2026, 3, 1), 92.0).end, since(date(2026, 3, 1), 20.2).end
    (datetime.date(2026, 5, 31), datetime.date(2026, 3, 21))
    """
    if start is None:
        return Period(days=days)
    last = start + timedelta(days=max(math.ceil(days), 1) - 1)
    return replace(span(start, last), days=days)
