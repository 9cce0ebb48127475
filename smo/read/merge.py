"""Drafts of several files to one table: the same row twice once, a contradiction refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.read.format import Draft
from smo.read.periods import span
from smo.spec import Table

# Columns that are no statement about the row itself.
_ASIDE = frozenset(["period_days"])
Row = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows of earlier drafts whose key stands in more than one of them."""

    measures: tuple[str, ...]
    refuse: bool
    rows: dict[Any, list[tuple[Draft, list[Row]]]]


def without_repeats(drafts: Sequence[Draft], spec: Table, *, refuse: bool) -> list[Draft]:
    """Return the drafts without rows that an earlier one (by source) holds already.

    Rows of one file are never compared: a key that stands twice in it is two parts of a sum.

    Parameters
    ----------
    drafts : sequence of Draft
        All of one table.
    spec : Table
        Names key and numbers.
    refuse : bool
        Whether different numbers for one key and period are an error.

    Raises
    ------
    SmoError
        Naming both files and the number they disagree on.
    """
    drafts = _without_twins(sorted(drafts, key=lambda draft: draft.source))
    keys = [_keys(draft, spec) for draft in drafts]
    seen_in: dict[Any, int] = {}
    shared = {
        key
        for number, column in enumerate(keys)
        for key in column
        if seen_in.setdefault(key, number) != number
    }
    if not shared:
        return drafts
    measures = tuple(c.name for c in spec.columns if c.kind == "number" and c.name not in _ASIDE)
    seen = _Seen(measures, refuse, {})
    return [
        _new_rows(draft, key, _rows_by_key(draft, key, shared, measures), seen)
        for draft, key in zip(drafts, keys, strict=True)
    ]


def _without_twins(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out a file given twice: the same name, content and segment."""
    return list({draft.source: draft for draft in reversed(drafts)}.values())[::-1]


def _keys(draft: Draft, spec: Table) -> list[Any]:
    """Return key and period of each row; a dated row needs no period."""
    period = (draft.period.start, draft.period.end, draft.period.days)
    frame = draft.frame
    columns = [
        frame[name].astype(object).where(frame[name].notna(), None)
        if name in frame
        else [None] * len(frame)
        for name in spec.key
    ]
    place = spec.key.index("date") if "date" in spec.key else None
    return [
        (None if place is not None and row[place] is not None else period, row)
        for row in zip(*columns, strict=True)
    ]


def _rows_by_key(
    draft: Draft, keys: Sequence[Any], shared: set[Any], measures: Sequence[str]
) -> dict[Any, list[Row]]:
    frame = draft.frame.reindex(columns=list(measures))
    columns = [frame[name].astype(object).where(frame[name].notna(), None) for name in measures]
    rows: dict[Any, list[Row]] = {}
    for key, row in zip(keys, zip(*columns, strict=True), strict=True):
        if key in shared:
            rows.setdefault(key, []).append(row)
    return {key: sorted(found, key=repr) for key, found in rows.items()}


def _new_rows(draft: Draft, keys: Sequence[Any], rows: dict[Any, list[Row]], seen: _Seen) -> Draft:
    """Return the draft without the rows in `seen`, and add the others to it."""
    repeated = set()
    for key, mine in rows.items():
        for other, theirs in seen.rows.get(key, []):
            if mine == theirs:
                repeated.add(key)
            elif seen.refuse and _overlap(mine, theirs):
                name, here, there = _first_difference(mine, theirs, seen.measures)
                raise _contradiction(
                    (other, draft), key[1], f"{name} {there} in the one and {here}"
                )
        if key not in repeated:
            seen.rows.setdefault(key, []).append((draft, mine))
    mask = pd.Series([key in repeated for key in keys], index=draft.frame.index, dtype=bool)
    left = draft.drop(mask, "identical row in another file")
    if not repeated or "date" not in left.frame or left.frame["date"].isna().all():
        return left
    # The days that another file holds already must not count twice in a rate per day.
    days = left.frame["date"].dropna()
    return left.but(period=span(days.min().date(), days.max().date()))


def _overlap(mine: Sequence[Row], theirs: Sequence[Row]) -> bool:
    """Tell two statements about one thing (clicks, clicks) from two things (clicks, views)."""
    return any(
        any(value is not None for value in ours) and any(value is not None for value in others)
        for ours, others in zip(zip(*mine, strict=True), zip(*theirs, strict=True), strict=True)
    )


def _first_difference(
    mine: Sequence[Row], theirs: Sequence[Row], measures: Sequence[str]
) -> tuple[str, float | None, float | None]:
    pairs = zip(measures, zip(*mine, strict=True), zip(*theirs, strict=True), strict=True)
    return next((name, ours[0], others[0]) for name, ours, others in pairs if ours != others)


def _contradiction(files: tuple[Draft, Draft], key: Sequence[Any], numbers: str) -> SmoError:
    thing = ", ".join(str(value) for value in key[1:] if value is not None)
    return SmoError(
        f"{thing!r} of segment {key[0]!r} has {numbers} in the other, for the same period",
        where=" and ".join(draft.grid.name for draft in files),
        remedy="give one of the two, or name two segments: {'a': ..., 'b': ...}",
    )
