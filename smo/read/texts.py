"""Texts of a column: each distinct one mended once, and kept for whoever sorts the rows later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from smo.read.columns import distinct_cells
from smo.read.delimited import unwrap
from smo.spec import DTYPES

Rows = np.ndarray[Any, np.dtype[np.int64]]
Codes = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """A column of texts: for each numbered row the place of its text among the distinct ones.

    Parameters
    ----------
    numbers : array of int, shape (n,)
        Number of each row in its file, ascending.
    codes : array of int, shape (n,)
        Place of each row's text; -1 where there is none.
    values : array of object, shape (m,)
        Texts, NA where a cell shows nothing.
    distinct : bool
        Whether the values are known to be texts of which no two are equal.
    """

    numbers: Rows
    codes: Codes
    values: np.ndarray[Any, Any]
    distinct: bool

    def series(self) -> pd.Series[Any]:
        """Return the texts by their rows' numbers."""
        values: Any = pd.array(self.values, dtype=DTYPES["text"])
        missing = bool(len(self.codes)) and int(self.codes.min()) < 0
        texts = values.take(self.codes, allow_fill=True) if missing else values.take(self.codes)
        return pd.Series(texts, index=pd.Index(self.numbers, dtype="int64"))

    def of_rows(self, numbers: Rows) -> Texts:
        """Return the texts of some rows."""
        if len(numbers) == len(self.numbers):
            return self
        places = np.searchsorted(self.numbers, numbers)
        return Texts(numbers, self.codes[places], self.values, self.distinct)


def texts_of(cells: Sequence[Any], numbers: Rows) -> Texts:
    r"""Return what a person sees in the cells of numbered rows.

    Examples
    --------
    >>> texts_of(["a", "b\nc", "a", ""], np.arange(4)).series().tolist()
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
    return Texts(numbers, codes, known.to_numpy(dtype=object), clean)


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
