"""Search Console in compare mode: each metric twice, once for each period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

import smo.read.vendors.search_console_words as words
from smo.errors import SmoError
from smo.read.dates import parse_day
from smo.read.format import Draft, Format, Locate, Located
from smo.read.grid import Grid
from smo.read.numbers import parse_numbers
from smo.read.periods import Period, last_in, span
from smo.read.recognize import fold_header

COMPARED = ", compared"
# Subject, two metrics twice: less is no comparison. More than 60 columns are none either.
LEAST_COLUMNS = 5
MOST_COLUMNS = 60
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?!\d)")
_CUT = re.compile(r"\s*[-–—~〜]\s*")
_TRIM = " ()[]:,-–—"
# The longest first: "Average Position" before "Position".
_METRICS = sorted(
    ((fold_header(word), name) for name, row in words.METRICS.items() for word in row),
    key=lambda pair: -len(pair[0]),
)
_EARLIER = tuple(fold_header(word) for word in words.EARLIER)
_DIFFERENCE = tuple(fold_header(word) for word in words.DIFFERENCE)
_FIRST_IDEOGRAPH = "\u2e80"
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two periods that one header compares, and where the metrics of the later stand."""

    later: str
    earlier: str
    places: Mapping[str, int]
    period: Period = field(default_factory=Period)
    note: str | None = None
    problem: str | None = None
    left: Mapping[str, int] = field(default_factory=dict)


def compare_mode(cells: Sequence[object]) -> Compared | None:
    """Return what a header compares, or None where it is of one period.

    Examples
    --------
    >>> head = ["Top queries", "Previous 28 days Clicks", "Last 28 days Clicks",
    ...         "Previous 28 days Impressions", "Last 28 days Impressions"]
    >>> found = compare_mode(head)
    >>> found.later, found.places["clicks"], found.period.days
    ('Last 28 days', 2, 28.0)
    """
    if not LEAST_COLUMNS <= len(cells) <= MOST_COLUMNS:
        return None
    places: dict[str, dict[str, int]] = {}
    for place, cell in enumerate(cells):
        found = _metric(cell) if place and isinstance(cell, str) else None
        if found is not None and not _has(found[1], _DIFFERENCE):
            places.setdefault(found[1], {}).setdefault(found[0], place)
    if len(places) != 2 or any(not {"clicks", "impressions"} <= set(p) for p in places.values()):
        return None
    found_pair = _ordered(*places)
    left = places[found_pair.earlier]
    return replace(found_pair, places=places[found_pair.later], left=left)


def compared(fmt: Format, *, telling: bool) -> Format:
    """Return the format of a sheet as compare mode saves it.

    `telling` says that the first column alone tells Search Console: then two things compared
    that are no periods are refused instead of being left to other formats.
    """
    subject = fmt.required[0]
    return replace(
        fmt,
        name=f"{fmt.name}{COMPARED}",
        evidence="R" if fmt.spec.name == "pages" else "C",
        locate=_locate(subject, fmt.words[subject], telling=telling),
        told_by=f"{fmt.words[subject][0]}, Last ... Clicks, Previous ... Clicks, ...",
        mends=(later_period, *fmt.mends),
    )


def later_period(draft: Draft) -> Draft:
    """Say which period is read, and take its days.

    Raises
    ------
    SmoError
        When no periods are compared, or it cannot be told which is the later.
    """
    found = compare_mode(draft.header_cells)
    if found is None:
        return draft
    if found.problem:
        raise SmoError(
            found.problem,
            where=draft.grid.name,
            remedy="export each by itself; a mapping {'a': ..., 'b': ...} keeps them apart",
        )
    draft = draft.note(
        f"two periods are compared: {found.later!r} is read, {found.earlier!r} is left out "
        f"({_left_out(draft, found.left)}); to have both, export each by itself"
    )
    if found.note:
        draft = draft.note(found.note)
    if found.period.start is not None or not draft.period.known:
        draft = replace(draft, period=found.period)
    return draft


def _left_out(draft: Draft, left: Mapping[str, int]) -> str:
    """Return the rows, clicks and impressions of the earlier period in words."""
    counts = {
        name: pd.Series(parse_numbers(draft.cells(left[name]).tolist(), kind="count")[0]).fillna(0)
        for name in ("clicks", "impressions")
    }
    rows = int((counts["impressions"] > 0).sum())
    return (
        f"{rows:,} rows with {counts['clicks'].sum():,.0f} clicks and "
        f"{counts['impressions'].sum():,.0f} impressions"
    )


def _locate(subject: str, names: Sequence[str], *, telling: bool) -> Locate:
    folded = re.compile("|".join(re.escape(fold_header(n)).replace(r"\*", ".*") for n in names))

    def locate(grid: Grid) -> Located | None:
        for number, row in enumerate(grid.head):
            if not row or not isinstance(row[0], str) or not folded.fullmatch(fold_header(row[0])):
                continue
            found = compare_mode(row)
            if found is not None and (telling or not found.problem):
                return number, {subject: 0, **found.places}
        return None

    return locate


def _metric(cell: str) -> tuple[str, str] | None:
    """Return the metric at the end or beginning of a header word, and the rest of it."""
    raw = " ".join(cell.split())
    text = fold_header(cell)
    whole = raw if len(raw) == len(text) else text
    for word, name in _METRICS:
        if text == word:
            return name, ""
        if text.endswith(word) and _stands_alone(text[-len(word) - 1], word):
            return name, whole[: -len(word)].strip(_TRIM)
        if text.startswith(word) and _stands_alone(text[len(word)], word):
            return name, whole[len(word) :].strip(_TRIM)
    return None


def _stands_alone(neighbor: str, word: str) -> bool:
    """Accept a space or bracket beside a word; ideographs need none."""
    return not neighbor.isalnum() or word[0] >= _FIRST_IDEOGRAPH


def _ordered(first: str, second: str) -> Compared:
    """Return which of two names of periods is the later."""
    readings = list(_readings(first, second))
    if readings:
        return _by_dates(first, second, readings)
    told = [_has(name, _EARLIER) for name in (first, second)]
    lengths = [last_in(name) for name in (first, second)]
    if told[0] != told[1]:
        later, earlier, period = (
            (second, first, lengths[1]) if told[0] else (first, second, lengths[0])
        )
        return Compared(later, earlier, {}, period)
    if lengths[0].known and lengths[1].known:
        note = "which of the two is the later is not told: the first was taken"
        return Compared(first, second, {}, lengths[0], note)
    problem = f"it compares {first!r} with {second!r}, which are no periods"
    return Compared(first, second, {}, problem=problem)


def _by_dates(first: str, second: str, readings: Sequence[tuple[Days, Days]]) -> Compared:
    second_later = {(b[1], b[0]) > (a[1], a[0]) for a, b in readings}
    if len(second_later) > 1:
        problem = f"day and month cannot be told apart in {first!r} and {second!r}"
        return Compared(first, second, {}, problem=problem)
    later, earlier, place = (second, first, 1) if second_later.pop() else (first, second, 0)
    if len(readings) > 1:
        note = f"day and month cannot be told apart in {later!r}: its days are not known"
        return Compared(later, earlier, {}, note=note)
    return Compared(later, earlier, {}, span(*readings[0][place]))


def _readings(first: str, second: str) -> Iterator[tuple[Days, Days]]:
    """Yield what the two may mean as days, day first or month first."""
    seen: set[tuple[Days, Days]] = set()
    for day_first in (False, True):
        days = _days(first, day_first=day_first), _days(second, day_first=day_first)
        if days[0] and days[1] and (days[0], days[1]) not in seen:
            seen.add((days[0], days[1]))
            yield days[0], days[1]


def _days(text: str, *, day_first: bool) -> Days | None:
    full = _SHORT_YEAR.sub(r"\1\g<2>\3\g<2>20\4", text)
    for cut in _CUT.finditer(full):
        start = parse_day(full[: cut.start()], day_first=day_first)
        end = parse_day(full[cut.end() :], day_first=day_first)
        if start and end and start <= end:
            return start, end
    return None


def _has(text: str, parts: Sequence[str]) -> bool:
    folded = fold_header(text)
    return any(part in folded for part in parts)
