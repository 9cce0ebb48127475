"""Columns of large tables: distinct values once, and for each row which of them it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, overload

import numpy as np
import pandas as pd

Codes = np.ndarray[Any, np.dtype[np.int32]]
# Looking values up is dear: in a million rows of search terms, parts of 200,000 rows ask a third
# as often as parts of 20,000, and hold 20 MB more for a while.
ROWS_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Coded(Sequence[Any]):
    """A column whose cells are kept once for each distinct value.

    Parameters
    ----------
    codes : array of int32, shape (n,)
        For each row the place of its cell among the values.
    values : sequence, length m
        The distinct cells.

    Examples
    --------
    >>> column = Coded(np.array([0, 1, 0], dtype=np.int32), ["a", "b"])
    >>> list(column), column[1], list(column[1:])
    (['a', 'b', 'a'], 'b', ['b', 'a'])
    """

    codes: Codes
    values: Sequence[Any]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Coded: ...
    def __getitem__(self, index: int | slice) -> Any:
        """Return the cell of a row, or the column of some rows."""
        if isinstance(index, slice):
            return Coded(self.codes[index], self.values)
        return self.values[self.codes[index]]

    def __iter__(self) -> Iterator[Any]:
        """Yield the cell of each row."""
        values = self.values
        return (values[code] for code in self.codes.tolist())


class Encoder:
    """Makes a coded column of parts that come one after the other."""

    def __init__(self) -> None:
        # Counts for itself: no step of Python's for each of a million values.
        self._place: defaultdict[Any, int] = defaultdict(count().__next__)
        self._parts: list[Codes] = []
        self._waiting: list[Any] = []
        self._number = 0

    def add(self, cells: Any) -> None:
        """Take the cells of the next rows."""
        self._waiting.append(cells)
        self._number += len(cells)
        if self._number >= ROWS_AT_ONCE:
            self._encode()

    def _encode(self) -> None:
        cells = np.concatenate(self._waiting)
        self._waiting, self._number = [], 0
        codes, distinct = pd.factorize(cells, use_na_sentinel=False)
        known = map(self._place.__getitem__, distinct)
        self._parts.append(np.fromiter(known, dtype=np.int32, count=len(distinct))[codes])

    def column(self) -> Coded:
        """Return the column of all rows taken."""
        if self._waiting:
            self._encode()
        codes = np.concatenate(self._parts) if self._parts else np.array([], dtype=np.int32)
        return Coded(codes, list(self._place))


def distinct_cells(cells: Sequence[Any]) -> tuple[np.ndarray[Any, Any], Sequence[Any]]:
    """Return for each cell the place of its value among the distinct ones, -1 for None and NaN.

    Examples
    --------
    >>> codes, values = distinct_cells(["a", "b", "a"])
    >>> codes.tolist(), list(values)
    ([0, 1, 0], ['a', 'b'])
    """
    if isinstance(cells, Coded):
        return cells.codes, cells.values
    try:
        codes, values = pd.factorize(_objects(cells), use_na_sentinel=True)
    except TypeError:
        # A list or mapping in a cell is shown as it is written.
        codes, values = pd.factorize(_objects([_hashable(cell) for cell in cells]))
    return codes, values.tolist()


def _hashable(cell: Any) -> Any:
    return cell if isinstance(cell, Hashable) else str(cell)


def _objects(cells: Sequence[Any]) -> np.ndarray[Any, Any]:
    # Not np.array(cells): that would make a table of cells that are lists.
    objects = np.empty(len(cells), dtype=object)
    objects[:] = cells
    return objects
