"""A recognized grid becomes a draft: typed columns, rows that are no data left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.delimited import unwrap
from smo.read.format import Draft
from smo.read.grid import Grid
from smo.read.numbers import Style, parse_numbers, style_of
from smo.read.periods import Period, in_name, range_in, span
from smo.read.recognize import Found
from smo.read.specs import COUNTS, SUBJECT
from smo.spec import DTYPES, Column

_TOTAL = re.compile(
    r"(grand )?totals?|total (general|geral)|gesamt(summe)?|totaal|toplam|合计|总计|合計|합계|"
    r"итого( и средние)?|всего",
    re.IGNORECASE,
)
_SPREADSHEET_ERROR = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!)")
_BREAK = re.compile(r"[\r\n]")
ROWS_AT_ONCE = 256
_COMMENT_DATE = re.compile(r":\s*(\d{8})\s*$")


def build(grid: Grid, found: Found) -> Draft:
    """Return the draft of a grid in a recognized format.

    Raises
    ------
    SmoError
        When a count is negative or no number, naming file, line, column and value.
    """
    numbers, columns, long_rows = _columns(grid, found.header)
    taken = {name: columns[place] for name, place in found.places.items()}
    spec = found.format.spec
    style = cache(lambda: style_of(_number_columns(taken, found)))
    index: pd.Index[Any] = pd.Index(numbers, dtype="int64")
    frame = pd.DataFrame(index=index)
    for column in spec.columns:
        if column.name in taken:
            frame[column.name] = _typed(taken[column.name], column, style, grid, numbers)
    extra = {name: _texts(cells, index) for name, cells in taken.items() if name not in spec.names}
    header = [str(cell).strip() for cell in grid.rows[found.header]]
    used = {place for name, place in found.places.items() if name in spec.names or name[0] == "_"}
    draft = Draft(
        grid=grid,
        format=found.format,
        header=found.header,
        frame=frame,
        extra=extra,
        preamble=tuple(_line(row) for row in grid.rows[: found.header] if _line(row)),
        rows_read=len(numbers),
        unused=tuple(h for i, h in enumerate(header) if h and i not in used),
    )
    if long_rows:
        draft = draft.note(f"{long_rows} rows are longer than the header, the rest was left out")
    draft = _with_period(_without_noise(draft))
    for mend in found.format.mends:
        draft = mend(draft)
    return _with_odd_counts(_with_constants(_without_subjectless(draft)))


def _columns(grid: Grid, header: int) -> tuple[list[int], list[Sequence[Any]], int]:
    """Return row numbers and columns of the data rows: no blank row, no comment, no repeat."""
    head = grid.rows[header]
    width = len(head)
    numbers: list[int] = []
    body: list[list[Any]] = []
    long_rows = 0
    for number, row in enumerate(grid.rows[header + 1 :], header + 1):
        if len(row) == width and row[0] and row[0] != head[0] and not _is_space(row[0]):
            numbers.append(number)
            body.append(row)
        elif _is_data(row, head):
            long_rows += any(str(cell).strip() for cell in row[width:])
            numbers.append(number)
            body.append([*row[:width], *[""] * (width - len(row))])
    return numbers, _turned(body, width), long_rows


def _turned(body: Sequence[Sequence[Any]], width: int) -> list[Sequence[Any]]:
    """Return the columns of rows that are all as wide."""
    columns: list[list[Any]] = [[] for _ in range(width)]
    # A few rows at a time stay in the processor's cache: ten times as fast for 300,000 rows.
    for start in range(0, len(body), ROWS_AT_ONCE):
        for column, part in zip(
            columns, zip(*body[start : start + ROWS_AT_ONCE], strict=True), strict=True
        ):
            column.extend(part)
    return list(columns)


def _is_space(cell: Any) -> bool:
    return isinstance(cell, str) and cell.isspace()


def _is_data(row: Sequence[Any], head: Sequence[Any]) -> bool:
    """Refuse blank rows, a comment that stands alone in its row, and the header once more."""
    filled = [str(cell) for cell in row if cell != "" and not _is_space(cell)]
    return bool(filled) and row != head and not (len(filled) == 1 and filled[0].startswith("#"))


def _number_columns(taken: dict[str, Sequence[Any]], found: Found) -> list[Sequence[Any]]:
    texts = {c.name for c in found.format.spec.columns if c.kind in ("text", "date")}
    return [cells for name, cells in taken.items() if name not in texts and name[0] != "_"]


def _typed(
    cells: Sequence[Any],
    column: Column,
    style: Callable[[], Style],
    grid: Grid,
    rows: Sequence[int],
) -> pd.Series[Any]:
    index: pd.Index[Any] = pd.Index(list(rows), dtype="int64")
    if column.kind == "text":
        return _texts(cells, index)
    if column.kind == "date":
        return pd.Series(parse_days(cells, where=grid.name), index=index)
    kind = "count" if column.name in COUNTS else "measure"
    numbers, bad = parse_numbers(cells, kind="count" if kind == "count" else "measure", style=style)
    low = -np.inf if column.low is None else column.low
    high = np.inf if column.high is None else column.high
    outside = (numbers < low) | (numbers > high)
    if bad.any() or outside.any():
        first = int(np.flatnonzero(bad | outside)[0])
        problem = "which is no number" if bad[first] else _range(low, high)
        raise SmoError(
            f"{grid.place(rows[first])}: {column.name!r} is {cells[first]!r}, {problem}",
            where=grid.name,
            remedy=f"{column.name} means {column.means}; mend the row or leave it out",
        )
    return pd.Series(numbers, index=index).astype(DTYPES["number"])


def _range(low: float, high: float) -> str:
    return f"below {low:g}" if np.isinf(high) else f"not between {low:g} and {high:g}"


def _texts(cells: Sequence[Any], index: pd.Index[Any]) -> pd.Series[Any]:
    # Most columns need no mending; looking once at all cells is ten times as fast.
    try:
        calm = not _BREAK.search("\x00".join(cells))
    except TypeError:
        calm = False
    if calm:
        texts = [cell if cell and not cell.isspace() else None for cell in cells]
    else:
        texts = [cell_text(cell) for cell in cells]
    return pd.Series(texts, index=index, dtype=DTYPES["text"])


def cell_text(cell: object) -> str | None:
    r"""Return what a person sees in a cell, or None when it is empty.

    Examples
    --------
    >>> cell_text(4580295034776.0), cell_text("a \nb"), cell_text(" ")
    ('4580295034776', 'a b', None)
    """
    if isinstance(cell, str):
        text = unwrap(cell)
        return text if text.strip() else None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _line(row: Sequence[Any]) -> str:
    return ", ".join(str(cell).strip() for cell in row if str(cell).strip())


def _without_noise(draft: Draft) -> Draft:
    """Leave out total rows (their sums kept) and texts that a spreadsheet destroyed."""
    subject = SUBJECT[draft.spec.name]
    if subject not in draft.frame or draft.spec.name == "filters":
        return draft
    names = draft.frame[subject]
    destroyed = _rows_like(_SPREADSHEET_ERROR, names)
    draft = draft.drop(destroyed, f"{subject} destroyed by a spreadsheet (#NAME? and the like)")
    totals = _rows_like(_TOTAL, draft.frame[subject])
    for row in totals.index[totals].tolist():
        if _is_total(draft.frame, row):
            values = draft.frame.loc[row]
            mask = pd.Series(draft.frame.index == row, index=draft.frame.index)
            draft = replace(
                draft.drop(mask, "total row"),
                total_clicks=_number(values.get("clicks")),
                total_impressions=_number(values.get("impressions")),
            )
    return draft


def _rows_like(pattern: re.Pattern[str], names: pd.Series[Any]) -> pd.Series[bool]:
    """Return which rows have a name that the whole pattern fits; each is looked at once."""
    texts = names.tolist()
    fits = {name for name in set(texts) if isinstance(name, str) and pattern.fullmatch(name)}
    rows = [name in fits for name in texts] if fits else False
    return pd.Series(rows, index=names.index, dtype=bool)


def _is_total(frame: pd.DataFrame, row: int) -> bool:
    """Accept a row named "total" only when it sums up the others: people search "total" too."""
    sums = [name for name in frame.columns if name in COUNTS - {"volume"}]
    own = frame.loc[row, sums].to_numpy(dtype=float, na_value=np.nan)
    rest = frame.drop(index=row)[sums].sum().to_numpy(dtype=float)
    told = ~np.isnan(own) & (rest > 0)
    return bool(told.any() and np.allclose(own[told], rest[told], rtol=1e-6))


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _with_period(draft: Draft) -> Draft:
    """Set the period: preamble, else dated rows, else the file's name."""
    comments = [found[1] for line in draft.preamble if (found := _COMMENT_DATE.search(line))]
    lines = [" - ".join(comments[:2]), *draft.preamble] if len(comments) > 1 else draft.preamble
    told = next((p for line in lines if (p := range_in(line.strip('"'))).known), Period())
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
        days = pd.Series(parse_days(cells, where=draft.grid.name)).dropna()
    else:
        return Period()
    if days.empty:
        return Period()
    return span(days.min().date(), days.max().date())


def _without_subjectless(draft: Draft) -> Draft:
    subject = SUBJECT[draft.spec.name]
    if subject not in draft.frame:
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
    frame = draft.frame.copy()
    for name, value in draft.format.constants.items():
        if name in frame:
            frame[name] = frame[name].fillna(value)
        else:
            frame[name] = pd.Series(value, index=frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=frame)
