"""Several tables in one file, one below the other, told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from smo.read.format import Format
from smo.read.grid import Grid, is_comment
from smo.read.numbers import parse_numbers
from smo.read.recognize import Found, recognize, recognize_row
from smo.read.specs import COUNTS

# A file with more rows is one table: snapshots that stack tables have some hundreds.
MAX_ROWS = 20_000


def tables_in(grid: Grid, formats: Sequence[Format]) -> list[tuple[Grid, Found | None]]:
    """Return each table of a grid with what it was recognized as; None where nobody knows it.

    Where a file begins with comments, each block of comments begins another table and tells its
    period. A table also ends at a blank line that is followed by another header: a row that a
    format knows, or one whose cells cannot be the numbers of the table above.
    """
    blocks = _blocks(grid)
    if len(blocks) == 1:
        return _stacked(grid, formats)
    tables: list[tuple[Grid, Found | None]] = []
    headers: set[tuple[str, ...]] = set()
    for block in blocks:
        name = _numbered(tables[-1][0].name) if tables else grid.name
        for part, found in _stacked(replace(block, name=name), formats):
            header = tuple(map(str, part.head[found.header])) if found else ()
            # The same columns once more are those of the earlier period of a comparison.
            tables.append((part, None if header in headers else found))
            headers.add(header or ("",))
    first = next((number for number, (_, found) in enumerate(tables) if found), 0)
    return [
        (replace(part, explicit=grid.explicit and number == first), found)
        for number, (part, found) in enumerate(tables)
    ]


def _blocks(grid: Grid) -> list[Grid]:
    """Return the parts of a grid that each begin with a header, if the grid begins with comments.

    A header stands after comments or a blank line and holds no number. A part without comments
    is told those of the part above it: they name the period.
    """
    if grid.kind != "text" or grid.large or len(grid.rows) > MAX_ROWS:
        return [grid]
    cuts: list[int] = []
    start: int | None = None
    remark = False
    for number, row in enumerate(grid.rows):
        blank = not any(str(cell).strip() for cell in row)
        remark = _is_remark(row, within=remark) or (blank and remark)
        if remark or (blank and cuts):
            start = number if start is None else start
        elif not blank:
            if not cuts and start is None:
                return [grid]
            if start is not None and len(row) > 1 and _no_numbers(row):
                cuts.append(start)
            start = None
    if len(cuts) < 2:
        return [grid]
    parts: list[Grid] = []
    told: list[list[object]] = []
    for begin, end in zip([0, *cuts[1:]], [*cuts[1:], len(grid.rows)], strict=True):
        rows = list(grid.rows[begin:end])
        own = list(takewhile(is_comment, rows))
        above = [] if any(map(any, own)) else told
        told = above or own
        parts.append(replace(grid, rows=[*above, *rows], first=grid.first + begin - len(above)))
    return parts


def _is_remark(row: Sequence[object], *, within: bool) -> bool:
    """Return whether a row is a comment; among comments, one that commas cut into cells too."""
    first = str(row[0]).strip() if row else ""
    return (first == "#" or first.startswith("# ")) and (within or is_comment(row))


def _stacked(grid: Grid, formats: Sequence[Format]) -> list[tuple[Grid, Found | None]]:
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
    return [(upper, found), *_stacked(lower, formats)]


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
