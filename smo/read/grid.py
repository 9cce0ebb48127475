"""What the byte layer hands on: grids of cells, nothing interpreted yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from itertools import islice
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np

# Preambles seen have up to 12 lines; the header is looked for in more than twice as many.
HEAD_ROWS = 30
ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True, eq=False)
class Blob:
    """The bytes (or text) of one file, and the archive or folder it came with.

    `again` reads the bytes once more, where they came from a file of their own.
    """

    name: str
    data: bytes | str
    bundle: str
    explicit: bool
    again: Callable[[], bytes] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The data rows under a header, by column: no blank row, no comment, no header once more.

    `numbers` are the rows' places in the grid; every column is as long. `long_rows` counts rows
    with filled cells beyond the header.
    """

    numbers: np.ndarray[Any, Any]
    columns: Mapping[int, Sequence[Any]]
    long_rows: int


@runtime_checkable
class Columnar(Protocol):
    """Rows of a large table that can be read by column."""

    head: list[list[Any]]

    def body(self, header: int, places: Collection[int] | None) -> Body | None:
        """Return the columns under the header, None where only reading by row will do."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table as it stands in a file: rows of cells, preamble and blank rows included.

    `bundle` names the archive, workbook or folder that shares one period and one filter;
    `explicit` says that the caller named this very file, so that it must hold a table;
    `first` is the place of the first row in the file, where a file holds several tables.
    """

    name: str
    rows: Sequence[list[Any]]
    encoding: str
    digest: str
    bundle: str
    explicit: bool
    kind: Literal["text", "sheet", "rows"]
    first: int = 0

    @property
    def head(self) -> list[list[Any]]:
        """The first rows, among them the header."""
        return self.rows.head if isinstance(self.rows, Columnar) else list(self.rows[:HEAD_ROWS])

    @property
    def large(self) -> bool:
        """Whether the rows are better read by column than one by one."""
        return isinstance(self.rows, Columnar)

    def body(self, header: int, places: Collection[int] | None = None) -> Body:
        """Return the data rows under the header: all columns, or those at the places."""
        body = self.rows.body(header, places) if isinstance(self.rows, Columnar) else None
        return body_of(self.rows, header) if body is None else body

    def place(self, row: int) -> str:
        """Return where a row stands, as a person counts: file line, sheet row or list row."""
        if self.kind == "text":
            breaks = sum(str(cell).count("\n") for cells in self.rows[:row] for cell in cells)
            return f"line {self.first + row + 1 + breaks}"
        return f"row {self.first + row + 1}" if self.kind == "sheet" else f"row {row - 1}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """All grids of a source, and the members that could not be read, each with its reason."""

    grids: tuple[Grid, ...]
    skipped: tuple[str, ...]


def digest_of(data: bytes | str) -> str:
    """Return 8 hexadecimal digits that name the content."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    # A third of the time of BLAKE2 on a large file; nothing is kept secret by it.
    return sha1(raw, usedforsecurity=False).hexdigest()[:8]


def body_of(rows: Sequence[Sequence[Any]], header: int) -> Body:
    """Return the data rows under a header, by column.

    Examples
    --------
    >>> body_of([["a", "b"], ["1", "2"], [], ["# note"], ["3"]], 0).columns
    {0: ['1', '3'], 1: ['2', '']}
    """
    head = rows[header]
    width = len(head)
    even = _even_body(rows[header + 1 :], head, header + 1)
    if even is not None:
        return even
    numbers: list[int] = []
    kept: list[Sequence[Any]] = []
    long_rows = 0
    name = head[0] if head else ""
    for number, row in enumerate(islice(rows, header + 1, None), header + 1):
        first = row[0] if len(row) == width else ""
        # A name in the first cell shows at once that the row is neither blank nor a comment.
        if (
            first
            and first != name
            and not (isinstance(first, str) and (first[0] == "#" or first.isspace()))
        ):
            numbers.append(number)
            kept.append(row)
        elif is_data(row, head):
            long_rows += any(str(cell).strip() for cell in row[width:])
            numbers.append(number)
            kept.append([*row[:width], *[""] * (width - len(row))])
    columns = dict(enumerate(_turned(kept, width)))
    return Body(np.array(numbers, dtype=np.int64), columns, long_rows)


def _even_body(rows: Sequence[Sequence[Any]], head: Sequence[Any], start: int) -> Body | None:
    """Return the data rows, by column, where all rows are as wide as the head and filled."""
    if not head or set(map(len, rows)) != {len(head)}:
        return None
    columns = _turned(rows, len(head))
    if has_odd_cells(columns[0], head[0]):
        return None
    numbers = np.arange(start, start + len(rows), dtype=np.int64)
    return Body(numbers, dict(enumerate(columns)), long_rows=0)


def has_odd_cells(cells: Sequence[Any], name: object) -> bool:
    """Return whether a first cell is blank, a comment, or the header's once more.

    Examples
    --------
    >>> has_odd_cells(["a", " b", 1.0], "x"), has_odd_cells(["a", " "], "x")
    (False, True)
    """
    if name in cells:
        return True
    texts: Sequence[str] = cells
    if set(map(type, cells)) != {str}:
        texts = [cell for cell in cells if isinstance(cell, str)]
        if not all(c for c in cells if not isinstance(c, str)):
            return True
    # A table of a hundred thousand names has a few dozen letters that they begin with.
    starts = {text[:1] for text in texts}
    if "" in starts or "#" in starts:
        return True
    return any(map(str.isspace, starts)) and any(map(str.isspace, texts))


def is_comment(row: Sequence[Any]) -> bool:
    """Return whether a row is blank or holds one comment alone."""
    filled = [str(cell) for cell in row if cell != "" and not _is_space(cell)]
    return not filled or (len(filled) == 1 and filled[0].startswith("#"))


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


def is_data(row: Sequence[Any], head: Sequence[Any]) -> bool:
    """Refuse blank rows, a comment that stands alone in its row, and the header once more."""
    if len(head) == 1:
        # In a list "#boots" is a hashtag, no comment.
        return row != head and any(str(cell).strip() for cell in row)
    return row != head and not is_comment(row)
