"""Large delimited texts: read by column in parts, to the same cells as row by row."""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, overload

import numpy as np
import pandas as pd
from pandas.errors import ParserError, ParserWarning

from smo.read.arrow import arrow_body, utf8_by_arrow
from smo.read.columns import Encoder
from smo.read.delimited import any_cell_size, find_delimiter
from smo.read.grid import HEAD_ROWS, Body, has_odd_cells, is_data

# Below this the parser's own start-up costs more than it saves.
LARGE_BYTES = 1_000_000
HEAD_BYTES = 256_000
CHECKED_AT_ONCE = 1 << 20
# Marks that stand alone between letters, at the end or at the start of a quoted cell.
_INNER_QUOTE = re.compile(rb'[^",;\t|\r\n]"(?:[^",;\t|\r\n]|"[,;\t|]")|[\r\n]""[^",;\t|\r\n]')
# A few tens of thousands of rows stay in the processor's cache; more cost memory for nothing.
ROWS_AT_ONCE = 20_000


class LargeRows(Sequence[list[Any]]):
    """The rows of a large text: the first ones as lists, all of them by column.

    Whoever asks for rows beyond the first gets the whole text cut into lists, once. Bytes that
    can be had again are not kept: they would lie beside the table made of them.
    """

    def __init__(
        self,
        data: bytes,
        head: list[list[Any]],
        delimiter: str,
        *,
        cut: Callable[[bytes], list[list[Any]]],
        again: Callable[[], bytes] | None = None,
    ) -> None:
        self._data: bytes | None = data
        self._delimiter = delimiter
        self._cut = cut
        self._again = again
        self._all: list[list[Any]] | None = None
        self.head = head

    def _take(self) -> bytes:
        data = self._data
        if self._again is not None:
            self._data = None
            data = self._again() if data is None else data
        return (data or b"").removeprefix(codecs.BOM_UTF8)

    def body(self, header: int, places: Collection[int] | None) -> Body | None:
        """Return the columns under the header, or None where rows must be looked at one by one."""
        width = len(self.head[header])
        if any(len(row) > width for row in self.head):
            return None
        found = arrow_body(self._take, self._delimiter, self.head, header, places)
        if found is not None:
            return found
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", ParserWarning)
                return self._columns(header, width, places)
        except (ParserError, ParserWarning):
            return None

    def _columns(self, header: int, width: int, places: Collection[int] | None) -> Body:
        wanted = sorted(range(width) if places is None else set(places))
        encoders = {place: Encoder() for place in wanted}
        numbers: list[np.ndarray[Any, Any]] = []
        start = 0
        for part in self._parts(width):
            keep = _data_rows(part, start, header, self.head[header])
            rows = part if keep is None else part.iloc[keep]
            first = np.arange(start, start + len(part))
            numbers.append(first if keep is None else first[keep])
            for place, encoder in encoders.items():
                encoder.add(rows[place].to_numpy())
            start += len(part)
        columns = {place: encoder.column() for place, encoder in encoders.items()}
        return Body(np.concatenate(numbers), columns, long_rows=0)

    def _parts(self, width: int) -> Iterator[pd.DataFrame]:
        with pd.read_csv(
            io.BytesIO(self._take()), engine="c", sep=self._delimiter, header=None,
            names=list(range(width)), index_col=False, dtype=object, na_filter=False,
            skip_blank_lines=False, encoding="utf-8", chunksize=ROWS_AT_ONCE,
        ) as parts:  # fmt: skip
            yield from parts

    def _lists(self) -> list[list[Any]]:
        if self._all is None:
            self._all = self._cut(self._take())
        return self._all

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._lists())

    @overload
    def __getitem__(self, index: int) -> list[Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[Any]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """Return a row, or some rows."""
        return self._lists()[index]


def large_rows(
    data: bytes,
    cut: Callable[[bytes], list[list[Any]]],
    again: Callable[[], bytes] | None = None,
) -> LargeRows | None:
    """Return the rows of a large UTF-8 text, or None where its head is no head of a table.

    `cut` makes rows of the bytes, and `again` has them once more, where they need not be kept.
    """
    text = data[:HEAD_BYTES].decode("utf-8", errors="ignore").removeprefix("\ufeff")
    delimiter = find_delimiter(text)
    # Whether the last line was cut is looked at by row.
    if not data.endswith((b"\n", b"\r")) and data.rfind(b"\n") > 0:
        last = data[data.rfind(b"\n") + 1 :].decode("utf-8", errors="ignore")
        if last.count(delimiter) < text.partition("\n")[0].count(delimiter):
            return None
    # Quotation marks that were not doubled inside quoted cells are mended by row too.
    if text.startswith('"') and _has_inner_quotes(data, delimiter):
        return None
    with any_cell_size():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        head = [row for row, _ in zip(reader, range(HEAD_ROWS + 1), strict=False)]
    if len(head) <= HEAD_ROWS or not any(len(row) > 1 for row in head):
        return None
    return LargeRows(data, head[:HEAD_ROWS], delimiter, cut=cut, again=again)


def _has_inner_quotes(data: bytes, delimiter: str) -> bool:
    """Return whether quoted cells may hold marks that were not doubled."""
    cells = data.count(f'"{delimiter}"'.encode()) + data.count(b"\n")
    # Two marks a cell and none inside: counting costs a fraction of looking.
    return data.count(b'"') != 2 * cells and _INNER_QUOTE.search(data) is not None


def is_utf8(data: bytes) -> bool:
    r"""Return whether the bytes are UTF-8 text without a null, looked at part by part.

    Examples
    --------
    >>> is_utf8("дом".encode()), is_utf8("дом".encode("cp1251")), is_utf8(b"a\x00")
    (True, False, False)
    """
    if b"\x00" in data:
        return False
    told = utf8_by_arrow(data)
    if told is not None:
        return told
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    try:
        for start in range(0, len(data), CHECKED_AT_ONCE):
            decoder.decode(view[start : start + CHECKED_AT_ONCE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _data_rows(
    part: pd.DataFrame, start: int, header: int, head: Sequence[Any]
) -> np.ndarray[Any, Any] | None:
    """Return which rows of a part are data, None where all are."""
    first, cells = head[0], part[0].tolist()
    if start > header and not has_odd_cells(cells, first):
        return None
    odd = [
        place
        for place, cell in enumerate(cells)
        if not cell or cell[0] == "#" or cell == first or cell[0].isspace()
    ]
    keep = np.ones(len(part), dtype=bool)
    keep[: max(header + 1 - start, 0)] = False
    for place in odd:
        row = part.iloc[place].tolist()
        keep[place] &= is_data(row, head)
    return keep
