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
from smo.read.decode import decode

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
    try:
        rows = _rows(text.rstrip(_LINE_ENDS), delimiter)
    except csv.Error as error:
        raise SmoError(
            f"it cannot be cut into rows: {error}", where=name, remedy="export it again as CSV"
        ) from error
    if rows.pop() != [_END]:
        raise _unclosed(rows, name)
    if not text.endswith(tuple(_LINE_ENDS)):
        _refuse_cut(rows, name)
    return rows


def rows_of_bytes(data: bytes, name: str) -> list[list[str]]:
    """Return the rows of an undecoded text; see `delimited_rows`."""
    return delimited_rows(decode(data, name)[0], name)


def quotes_doubled(text: str, delimiter: str) -> str:
    r"""Return a text of quoted cells with marks inside them doubled: some exporters forget it.

    A wrong line is cut from the right, as only the first cell is free text. A text in which not
    every line begins and ends with a quotation mark is returned as it is.

    Examples
    --------
    >>> quotes_doubled('"Keyword","Clicks"\n"27" tv, new","10"', ",")
    '"Keyword","Clicks"\n"27"" tv, new","10"'
    """
    lines = _LINE.findall(text)
    bare = [line.rstrip(_LINE_ENDS) for line in lines]
    if any(line and not (len(line) > 1 and line[0] == line[-1] == '"') for line in bare):
        return text
    with any_cell_size():
        widths = [_width(line, delimiter) if line else None for line in bare]
    usual = Counter(width for width in widths if width and width > 1).most_common(1)
    if not usual:
        return text
    between = f'"{delimiter}"'
    for place, (line, width) in enumerate(zip(bare, widths, strict=True)):
        parts = line[1:-1].rsplit(between, usual[0][0] - 1)
        if width is None and len(parts) == usual[0][0]:
            fixed = between.join(part.replace('"', '""') for part in parts)
            lines[place] = f'"{fixed}"{lines[place][len(line) :]}'
    return "".join(lines)


def _width(line: str, delimiter: str) -> int | None:
    """Return the number of cells of a line, None where it is not written by the rules."""
    cells = next(csv.reader([line], delimiter=delimiter))
    doubled = f'"{delimiter}"'.join(cell.replace('"', '""') for cell in cells)
    return len(cells) if f'"{doubled}"' == line else None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows of a text and a last one of our own."""
    try:
        rows = _cut(text, delimiter, strict=True)
    except csv.Error:
        return _cut(quotes_doubled(text, delimiter), delimiter, strict=False)
    # A mark before a comma inside a cell breaks no rule, but makes a cell too many.
    if text[:1] == '"' and max(map(len, rows)) > len(rows[0]):
        return _cut(quotes_doubled(text, delimiter), delimiter, strict=False)
    return rows


def _cut(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    lines = io.StringIO(f"{text}\n{_END}", newline="")
    with any_cell_size():
        return list(csv.reader(lines, delimiter=delimiter, strict=strict))


def _refuse_cut(rows: list[list[str]], name: str) -> None:
    """Raise where the last line has no end and fewer cells than all before: a number was cut."""
    widths = {len(row) for row in rows[-CUT_ROWS:-1]}
    if len(rows) > CUT_ROWS and len(widths) == 1 and 2 <= len(rows[-1]) < min(widths):
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
