"""Texts of a column: each distinct one mended once, and kept for whoever sorts the rows later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from smo.read.columns import distinct_cells
from smo.read.delimited import unwrap
from smo.spec import DTYPES

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Codes = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """A column of texts: for each row the place of its text among the distinct ones.

    Parameters
    ----------
    codes : array of int, shape (n,)
        Place of each row's text; -1 where there is none.
    values : array of text, shape (m,)
        Texts, NA where a cell shows nothing.
    distinct : bool
        Whether the values are known to be texts of which no two are equal.
    array : array of text, shape (n,)
        The rows' texts as pandas holds them. A column in the same memory holds these texts.
    """

    codes: Codes
    values: Any
    distinct: bool
    array: Any

    def are_in(self, column: pd.Series[Any]) -> bool:
        """Return whether a column holds these texts, not what a mend made of them."""
        held, own = (array.to_numpy(dtype=object) for array in (column.array, self.array))
        return len(held) == len(own) and held.ctypes.data == own.ctypes.data

    @property
    def full(self) -> bool:
        """Whether it is known that every row has a text."""
        return self.distinct and int(self.codes.min(initial=0)) >= 0

    def series(self, index: pd.Index[Any]) -> pd.Series[Any]:
        """Return the texts as a column."""
        return pd.Series(self.array, index=index, copy=False)

    def in_order(self, order: Codes) -> Any:
        """Return the texts of a full column in another order: by codes they lie close together."""
        return self.values.take(self.codes[order])

    def of_rows(self, rows: Flags, column: pd.Series[Any]) -> Texts:
        """Return the texts of some rows, that are in a column of their own now."""
        return replace(self, codes=self.codes[rows], array=column.array)


def texts_of(cells: Sequence[Any]) -> Texts:
    r"""Return what a person sees in the cells.

    Examples
    --------
    >>> texts_of(["a", "b\nc", "a", ""]).array.tolist()
    ['a', 'b c', 'a', <NA>]
    """
    codes, values = distinct_cells(cells)
    clean = _need_no_mending(values)
    seen = values if clean else [cell_text(cell) for cell in values]
    array = np.empty(len(seen), dtype=object)
    array[:] = seen
    try:
        known: Any = pd.array(array, dtype=DTYPES["text"])
    except UnicodeEncodeError:
        # Half a letter, as some interfaces escape them, is text in Python and nowhere else.
        whole = [t and t.encode("utf-8", "replace").decode() for t in seen]
        known = pd.array(np.array(whole, dtype=object), dtype=DTYPES["text"])
    missing = int(codes.min(initial=0)) < 0
    texts = known.take(codes, allow_fill=True) if missing else known.take(codes)
    return Texts(codes, known, clean, texts)


def one_text(text: str | None, index: pd.Index[Any]) -> pd.Series[Any]:
    """Return a column that holds one text in every row, without looking at it in each.

    Examples
    --------
    >>> one_text("a", pd.RangeIndex(2)).tolist()
    ['a', 'a']
    """
    one: Any = pd.array([text], dtype=DTYPES["text"])
    return pd.Series(one.take(np.zeros(len(index), dtype=np.intp)), index=index, copy=False)


def _need_no_mending(values: Sequence[Any]) -> bool:
    """Return whether all cells are texts as a person sees them, looked at as one long text."""
    try:
        joined = "\x00".join(values)
    except TypeError:
        return False
    return "\n" not in joined and "\r" not in joined and all(map(str.strip, values))


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
