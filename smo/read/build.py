"""A recognized grid becomes a draft: typed columns, rows that are no data left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.read.amounts import with_amounts, with_ranges
from smo.read.campaigns import utm_columns
from smo.read.dates import parse_days
from smo.read.decode import LEGACY
from smo.read.format import Draft, Format
from smo.read.grid import Grid
from smo.read.noise import without_noise
from smo.read.numbers import Style, clock_seconds, parse_numbers, style_of
from smo.read.periods import Period, in_name, range_in, span
from smo.read.personal import personal_columns
from smo.read.recognize import Found
from smo.read.specs import CLOCKS, COUNTS, SUBJECT
from smo.read.texts import one_text, texts_of
from smo.spec import DTYPES, Column

_AS_DATE = re.compile(r"\d{1,4}[-./][^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.?[-./]\d{1,4}")
_COMMENT_DATE = re.compile(r":\s*(\d{8})\s*$")


def build(grid: Grid, found: Found, *, companion: bool = False) -> Draft:
    """Return the draft of a grid in a recognized format.

    Parameters
    ----------
    grid, found
        The table and what it was recognized as.
    companion : bool
        The rows give another table too, of which this is the second.

    Raises
    ------
    SmoError
        When a count is negative or no number, naming file, line, column and value.
    """
    fmt, spec = found.format, found.format.spec
    # Of words that are no column of the table, those with an underscore are read by mends.
    places = {n: p for n, p in found.places.items() if n in spec.names or n[0] == "_"}
    body = grid.body(found.header, places.values())
    numbers, columns = body.numbers, body.columns
    described = fmt.described and _describes(columns, found)
    if described:
        numbers = numbers[1:]
        columns = {place: column[1:] for place, column in columns.items()}
    taken, ranges = with_amounts({name: columns[place] for name, place in places.items()})
    style = cache(lambda: style_of(_number_columns(taken, found)))
    named = [column for column in spec.columns if column.name in taken]
    index: pd.Index[Any] = pd.Index(numbers, dtype="int64")
    texts = {c.name: texts_of(taken[c.name]) for c in named if c.kind == "text"}
    parts = {name: column.series(index) for name, column in texts.items()}
    for c in named:
        if c.name not in texts:
            parts[c.name] = _typed(taken[c.name], c, style, where=(grid, index), fmt=fmt)
    header = [str(cell).strip() for cell in grid.head[found.header]]
    used = set(places.values())
    draft = Draft(
        grid=grid,
        format=fmt,
        header=found.header,
        frame=pd.DataFrame({c.name: parts[c.name] for c in named}, index=index, copy=False),
        extra={n: texts_of(taken[n]).series(index) for n in taken if n not in spec.names},
        preamble=tuple(_line(row) for row in grid.head[: found.header] if _line(row)),
        rows_read=len(body.numbers),
        unused=tuple(h for i, h in enumerate(header) if h and i not in used),
        drops=(("description of the columns", 1),) if described else (),
        companion=companion,
        texts=texts,
    )
    if body.long_rows:
        text = f"{body.long_rows} rows are longer than the header, the rest was left out"
        draft = draft.note(text)
    return _mended(without_noise(with_ranges(draft, ranges), taken))


def _mended(draft: Draft) -> Draft:
    draft = _with_period(draft)
    for mend in draft.format.mends:
        draft = mend(draft)
    draft = utm_columns(_with_constants(_without_subjectless(draft)))
    return _with_marks(_with_odd_counts(draft))


def _describes(columns: Mapping[int, Sequence[Any]], found: Found) -> bool:
    """Return whether the first row has words where its table has numbers."""
    cells = [
        columns[place][0]
        for name, place in found.places.items()
        if name in COUNTS and place in columns and len(columns[place])
    ]
    filled = [cell for cell in cells if str(cell).strip()]
    return bool(filled) and bool(parse_numbers(filled, kind="count")[1].all())


def _with_marks(draft: Draft) -> Draft:
    """Say what names people, and where the shape of the export is not confirmed."""
    if draft.grid.encoding in LEGACY:
        told = f"its letters were taken for {draft.grid.encoding}"
        draft = draft.note(f"{told}; if they look wrong, save the file anew as UTF-8")
    people = personal_columns(draft.unused)
    if people:
        draft = draft.note(f"personal data left out: {', '.join(people)}")
    if draft.format.evidence != "K":
        return draft
    return draft.note(
        f"the shape of {draft.format.name!r} is unconfirmed: no real file and no documentation "
        "of it was seen, so compare the sums with the tool's own"
    )


def _number_columns(taken: dict[str, Sequence[Any]], found: Found) -> list[Sequence[Any]]:
    texts = {c.name for c in found.format.spec.columns if c.kind in ("text", "date")}
    return [cells for name, cells in taken.items() if name not in texts and name[0] != "_"]


def _typed(
    cells: Sequence[Any],
    column: Column,
    style: Callable[[], Style],
    *,
    where: tuple[Grid, pd.Index[Any]],
    fmt: Format,
) -> pd.Series[Any]:
    grid, index = where
    if column.kind == "date":
        return pd.Series(parse_days(cells, where=grid.name, day_first=fmt.day_first), index=index)
    if column.name in CLOCKS:
        cells = clock_seconds(cells)
    kind = "count" if column.name in COUNTS else "measure"
    numbers, bad = parse_numbers(cells, kind="count" if kind == "count" else "measure", style=style)
    low = -np.inf if column.low is None else column.low
    high = np.inf if column.high is None else column.high
    outside = (numbers < low) | (numbers > high)
    if bad.any() or outside.any():
        first = int(np.flatnonzero(bad | outside)[0])
        problem = _no_number(cells[first]) if bad[first] else _range(low, high)
        more = int((bad | outside).sum()) - 1
        problem += f" ({more} more of the column too)" if more else ""
        raise SmoError(
            f"{grid.place(int(index[first]))}: {column.name!r} is {cells[first]!r}, {problem}",
            where=grid.name,
            remedy=f"{column.name} means {column.means}; mend the row or leave it out",
        )
    return pd.Series(pd.array(numbers, dtype=DTYPES["number"]), index=index, copy=False)


def _no_number(cell: object) -> str:
    # "03.Feb" was 3.2, "Feb-03" was 2-3 or 2.03.
    destroyed = _AS_DATE.fullmatch(str(cell).strip())
    return "which is no number" + (": a spreadsheet made a date of it" if destroyed else "")


def _range(low: float, high: float) -> str:
    return f"below {low:g}" if np.isinf(high) else f"not between {low:g} and {high:g}"


def _line(row: Sequence[Any]) -> str:
    return ", ".join(str(cell).strip() for cell in row if str(cell).strip())


def _with_period(draft: Draft) -> Draft:
    """Set the period: preamble, else dated rows, else the file's name."""
    day_first = draft.format.day_first
    comments = [found[1] for line in draft.preamble if (found := _COMMENT_DATE.search(line))]
    lines = [" - ".join(comments[:2]), *draft.preamble] if len(comments) > 1 else draft.preamble
    ranges = (range_in(line.strip('"'), day_first=day_first) for line in lines)
    told = next((period for period in ranges if period.known), Period())
    if not told.known:
        told = _dated(draft)
    if not told.known:
        told = in_name(draft.grid.name)
    return replace(draft, period=told)


def _dated(draft: Draft) -> Period:
    if "date" in draft.frame:
        days = draft.frame["date"].dropna()
    elif "_date" in draft.extra:
        cells = draft.extra["_date"].fillna("").tolist()
        days = pd.Series(
            parse_days(cells, where=draft.grid.name, day_first=draft.format.day_first)
        ).dropna()
    else:
        return Period()
    if days.empty:
        return Period()
    return span(days.min().date(), days.max().date())


def _without_subjectless(draft: Draft) -> Draft:
    subject = SUBJECT[draft.spec.name]
    # Asking a million texts whether they are there takes as long as sorting them.
    if subject not in draft.frame or draft.is_full(subject):
        return draft
    return draft.drop(draft.frame[subject].isna(), f"{subject} is empty")


def _with_odd_counts(draft: Draft) -> Draft:
    """Say how many rows have more clicks than impressions: vendors round and filter apart."""
    if not {"clicks", "impressions"} <= set(draft.frame.columns) or draft.spec.name == "filters":
        return draft
    odd = int((draft.frame["clicks"] > draft.frame["impressions"]).fillna(value=False).sum())
    if odd == 0:
        return draft
    return draft.note(
        f"{odd} {'row has' if odd == 1 else 'rows have'} more clicks than impressions"
    )


def _with_constants(draft: Draft) -> Draft:
    frame = draft.frame.copy(deep=False)
    for name, value in draft.format.constants.items():
        if name in frame:
            frame[name] = frame[name].fillna(value)
        else:
            frame[name] = one_text(value, frame.index)
    return replace(draft, frame=frame)
