"""Rows in the order of their key: by distinct values, so that a million rows take no longer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

Ranks = np.ndarray[Any, np.dtype[np.int64]]
LARGEST = 2**62


def sort_rows(frame: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Return the rows sorted by the columns, a missing value first; index 0..n-1.

    Examples
    --------
    >>> table = pd.DataFrame({"a": ["y", "x", None], "b": [1, 2, 3]})
    >>> sort_rows(table, ["a"])["b"].tolist()
    [3, 2, 1]
    """
    if frame.empty:
        return frame.reset_index(drop=True)
    alike = {name for name in frame if _one_value(frame[name])}
    keys = [_ranks(frame[name]) for name in names if name not in alike]
    if not keys:
        return frame.reset_index(drop=True)
    order = _order(keys)
    # A column of one value is the same in any order: most of a table's columns are.
    parts = {
        name: frame[name].array if name in alike else frame[name].array.take(order)
        for name in frame
    }
    return pd.DataFrame(parts)


def _order(keys: Sequence[Ranks]) -> Ranks:
    """Return the places of the rows in the order of the keys, rows of equal keys as they stand."""
    sizes = [int(key.max()) + 2 for key in keys]
    if math.prod(sizes) >= LARGEST:
        return np.lexsort(list(keys)[::-1])
    # One number for all keys sorts twice as fast as key after key.
    whole = np.zeros(len(keys[0]), dtype=np.int64)
    for key, size in zip(keys, sizes, strict=True):
        whole = whole * size + (key + 1)
    return np.argsort(whole, kind="stable")


def _one_value(column: pd.Series[Any]) -> bool:
    if bool(column.isna().all()):
        return True
    first = column.iloc[0]
    return not pd.isna(first) and bool((column == first).fillna(value=False).all())


def _ranks(column: pd.Series[Any]) -> Ranks:
    """Return each row's rank among the distinct values, -1 for none."""
    codes, distinct = pd.factorize(column, use_na_sentinel=True)
    values = distinct.tolist()
    # Python sorts its own texts three times as fast as numpy sorts objects.
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = np.full(len(values) + 1, -1, dtype=np.int64)
    ranks[order] = np.arange(len(values))
    found: Ranks = ranks[codes]
    return found
