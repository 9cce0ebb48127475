"""Text to rows: the delimiter found from the data, any line end, wrapped cells mended."""

from __future__ import annotations

import csv
import io
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from smo.errors import SmoError

# At a tie the later wins: a comma in every row is easily a decimal mark, a TAB never.
DELIMITERS = (",", "|", ";", "\t")
SAMPLE_LINES = 200
# Rows before the last that must all be as wide for a narrower last one to look cut.
CUT_ROWS = 5
_WRAP = re.compile(r" ?(?:\r\n|\n|\r)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_ENDS = "\r\n"
_LIMIT = threading.Lock()
# A last line of our own: an open quotation mark would swallow it.
_END = "\x00"


def delimited_rows(text: str, name: str) -> list[list[str]]:
    r"""Return all rows of a delimited text; a blank line is an empty row.

    Raises
    ------
    SmoError
        When the text cannot be cut into rows.

    Examples
    --------
    >>> delimited_rows("a;b\r1,5;2\r", "q.csv")
    [['a', 'b'], ['1,5', '2']]
    """
    delimiter = find_delimiter(text)
    lines = io.StringIO(f"{text.rstrip(_LINE_ENDS)}\n{_END}", newline="")
    try:
        with any_cell_size():
            rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise SmoError(
            f"it cannot be cut into rows: {error}", where=name, remedy="export it again as CSV"
        ) from error
    if rows.pop() != [_END]:
        raise _unclosed(rows, name)
    if not text.endswith(tuple(_LINE_ENDS)):
        _refuse_cut(rows, name)
    return rows


def _refuse_cut(rows: list[list[str]], name: str) -> None:
    """Raise where the last line has no end and fewer cells than all before: a number was cut."""
    widths = {len(row) for row in rows[-CUT_ROWS:-1] if len(row) > 1}
    if len(rows) > CUT_ROWS and len(widths) == 1 and 1 <= len(rows[-1]) < min(widths):
        raise SmoError(
            f"it ends in the middle of line {len(rows)}: the file was cut",
            where=name,
            remedy="download the export again, or delete that line",
        )


def find_delimiter(text: str) -> str:
    r"""Return the delimiter by which most rows fall into equally many cells.

    Examples
    --------
    >>> find_delimiter("Query;Share, %\nbooks;0,023\nbeer;1,5\n")
    ';'
    """
    # Cut by hand: a StringIO of the whole text would cost more than all the rest here.
    lines = [found[0] for found in islice(_LINE.finditer(text), SAMPLE_LINES)]
    return max(DELIMITERS, key=lambda mark: (_even_rows(lines, mark), DELIMITERS.index(mark)))


def unwrap(cell: str) -> str:
    r"""Return the cell with the exporter's hard line breaks mended.

    Examples
    --------
    >>> unwrap("house clearance \nin carlisle")
    'house clearance in carlisle'
    """
    return _WRAP.sub(" ", cell) if "\n" in cell or "\r" in cell else cell


def _unclosed(rows: list[list[str]], name: str) -> SmoError:
    line = 1 + len(rows) + sum(cell.count("\n") for row in rows for cell in row)
    return SmoError(
        f"the quotation mark opened in line {line} is never closed, the rest would be lost",
        where=name,
        remedy="close or remove it",
    )


def _even_rows(lines: list[str], delimiter: str) -> int:
    """Return how many rows fall into the most usual number of cells above one."""
    with any_cell_size():
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    return max(widths.values(), default=0)


@contextmanager
def any_cell_size() -> Iterator[None]:
    """Lift the csv module's limit on a cell (128 kB) for a while: it belongs to the process."""
    with _LIMIT:
        before = csv.field_size_limit(sys.maxsize)
        try:
            yield
        finally:
            csv.field_size_limit(before)
