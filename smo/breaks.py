"""Days on which a source began to count in another way: nothing is compared across them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from smo.errors import SmoError

COLUMNS = ("date", "source", "en", "ru", "told_by")
OWN = "settings"

Days = Iterable[tuple[str, str]] | Mapping[str, str]


def known_breaks(own: Days = ()) -> pd.DataFrame:
    """Return every known break of measurement, in the order of their days.

    Parameters
    ----------
    own : mapping of str to str, or pairs, optional
        Breaks that only the user knows, as `Settings.breaks` has them: day (YYYY-MM-DD) to what
        changed on it. They concern every source.

    Returns
    -------
    DataFrame
        One row = a break: `date`, the first day counted in the new way; `source`, a part of the
        names of the formats concerned (empty = all); `en` and `ru`, what changed; `told_by`,
        where that was read.

    Raises
    ------
    SmoError
        When a day is no date.

    Examples
    --------
    >>> known_breaks({"2026-03-02": "a new counter"}).tail(2)[["source", "en"]].values.tolist()[0]
    ['', 'a new counter']
    """
    pairs = own.items() if isinstance(own, Mapping) else own
    added = [(_day(day), "", what, what, OWN) for day, what in pairs]
    table = pd.DataFrame([*_shipped(), *added], columns=list(COLUMNS))
    table["date"] = pd.to_datetime(table["date"]).astype("datetime64[us]")
    return table.sort_values(["date", "source", "en"], kind="stable", ignore_index=True)


def breaks_between(
    first: object, last: object, source: str | None = None, *, own: Days = ()
) -> pd.DataFrame:
    """Return the breaks of measurement inside a span of days.

    A break lies inside when the first day counted in the new way comes after `first` and not
    after `last`: then the span holds days of both kinds.

    Parameters
    ----------
    first, last : date, Timestamp or str
        First and last day of the span.
    source : str, optional
        Name of a format or of its family ("Search Console queries"): only breaks of it, and
        breaks that concern every source. By default those of all sources.
    own : mapping of str to str, or pairs, optional
        Further breaks, as `Settings.breaks` has them.

    Returns
    -------
    DataFrame
        As `known_breaks` returns it; without rows where the span has no break.

    Raises
    ------
    SmoError
        When a day is no date, or the last comes before the first.

    Examples
    --------
    >>> found = breaks_between("2025-09-01", "2025-09-30", "Search Console queries")
    >>> found["date"].dt.strftime("%Y-%m-%d").tolist()
    ['2025-09-12']
    >>> breaks_between("2025-09-12", "2025-09-30").empty
    True
    """
    start, end = pd.Timestamp(_day(first)), pd.Timestamp(_day(last))
    if end < start:
        raise SmoError(
            f"the last day {end.date()} comes before the first day {start.date()}",
            where="breaks_between",
            remedy="give the earlier day first",
        )
    table = known_breaks(own)
    inside = (table["date"] > start) & (table["date"] <= end)
    if source is not None:
        name = source.casefold()
        inside &= table["source"].map(lambda part: part.casefold() in name)
    return table[inside].reset_index(drop=True)


@cache
def _shipped() -> tuple[tuple[Any, ...], ...]:
    text = files("smo").joinpath("breaks.toml").read_text(encoding="utf-8")
    return tuple(tuple(row[name] for name in COLUMNS) for row in tomllib.loads(text)["break"])


def _day(value: object) -> date:
    """Return the day that a date, a timestamp or a text YYYY-MM-DD names."""
    if isinstance(value, datetime) and not pd.isna(value):
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise SmoError(
            f"a day of a break must be a date; got {value!r}",
            where="breaks",
            remedy="write dates as YYYY-MM-DD",
        ) from None
