"""Several tables in one file, one below the other, told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smo.read.format import Format
from smo.read.grid import Grid, is_comment
from smo.read.numbers import parse_numbers
from smo.read.recognize import Found, recognize, recognize_row
from smo.read.specs import COUNTS

# A file with more rows is one table: snapshots that stack tables have some hundreds.
MAX_ROWS = 20_000


def tables_in(grid: Grid, formats: Sequence[Format]) -> list[tuple[Grid, Found | None]]:
    """Return each table of a grid with what it was recognized as; None where nobody knows it.

    A table ends at a blank line or comment that is followed by another header: a row that a
    format knows, or one whose cells cannot be the numbers of the table above.
    """
    found = recognize(grid, formats)
    one_table = grid.large or grid.kind == "rows" or len(grid.rows) > MAX_ROWS
    if found is None or one_table or found.format.locate:
        return [(grid, found)]
    cut = _next_header(grid, found, formats)
    if cut is None:
        return [(grid, found)]
    upper = replace(grid, rows=grid.rows[:cut])
    lower = replace(
        grid,
        rows=grid.rows[cut:],
        first=grid.first + cut,
        name=_numbered(grid.name),
        explicit=False,
    )
    return [(upper, found), *tables_in(lower, formats)]


def _next_header(grid: Grid, found: Found, formats: Sequence[Format]) -> int | None:
    counted = [place for name, place in found.places.items() if name in COUNTS]
    gap = False
    for number in range(found.header + 1, len(grid.rows)):
        row = grid.rows[number]
        if is_comment(row):
            gap = True
        elif gap:
            gap = False
            cells = [row[place] for place in counted if place < len(row)]
            if recognize_row(row, formats) is not None or _no_numbers(cells):
                return number
    return None


def _no_numbers(cells: Sequence[object]) -> bool:
    filled = [cell for cell in cells if str(cell).strip()]
    return bool(filled) and bool(parse_numbers(filled, kind="count")[1].all())


def _numbered(name: str) -> str:
    """Return the name of the next table of a file.

    Examples
    --------
    >>> _numbered("a.csv"), _numbered("a.csv (table 2)")
    ('a.csv (table 2)', 'a.csv (table 3)')
    """
    stem, mark, number = name.rpartition(" (table ")
    return f"{stem} (table {int(number[:-1]) + 1})" if mark else f"{name} (table 2)"
