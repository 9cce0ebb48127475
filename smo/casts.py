"""Values of one column in its type: texts, dates, numbers, each with the row that does not fit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.spec import DTYPES, Column

EDGE = 1e-9
"""How far outside its range rounding may leave a number."""


def cast_column(values: pd.Series[Any], column: Column, *, where: str) -> pd.Series[Any]:
    """Return the values of a column in the type of its kind.

    Parameters
    ----------
    values : Series
        What was given.
    column : Column
        What it must be.
    where : str
        Caller and table, for the message.

    Raises
    ------
    SmoError
        For a value of the wrong kind or outside its range.

    Examples
    --------
    >>> cast_column(pd.Series(["7"]), Column("n", "number", "a number"), where="demo").tolist()
    [7.0]
    """
    if column.kind == "texts":
        return values.map(_text_list).astype("object")
    if column.kind == "date":
        return _to_dates(values, column.name, where=where)
    if column.kind in ("text", "flag"):
        typed = values.dtype == DTYPES[column.kind]
        return values if typed else values.astype(DTYPES[column.kind])
    return _to_numbers(values, column, where=where)


def _text_list(value: Any) -> list[str]:
    if value is None or value is pd.NA or isinstance(value, float):
        return []
    if isinstance(value, str):
        raise SmoError(f"expected a list of texts, got {value!r}", where="table")
    return [str(item) for item in value]


def _shown(value: Any) -> str:
    return repr(value.item() if isinstance(value, np.generic) else value)


def _to_dates(values: pd.Series[Any], name: str, *, where: str) -> pd.Series[Any]:
    if values.dtype == DTYPES["date"]:
        return values
    cast = pd.to_datetime(values, errors="coerce", format=None if len(values) else "ISO8601")
    bad = (cast.isna() & values.notna()).to_numpy()
    if bad.any():
        row = int(np.flatnonzero(bad)[0])
        raise SmoError(
            f"row {row}: {name!r} is {_shown(values.iloc[row])}, which is no date",
            where=where,
            remedy="write dates as YYYY-MM-DD",
        )
    return cast.astype(DTYPES["date"])


def _to_numbers(values: pd.Series[Any], column: Column, *, where: str) -> pd.Series[Any]:
    if values.dtype == DTYPES[column.kind] and _in_range(values, column):
        return values
    typed = values.dtype == DTYPES["number"]
    numbers = values if typed else pd.to_numeric(values, errors="coerce").astype(DTYPES["number"])
    floats = numbers.to_numpy(dtype=float, na_value=np.nan)
    lost = np.isnan(floats) & values.notna().to_numpy(dtype=bool)
    checks = [(lost | np.isinf(floats), "which is no number")]
    if column.low is not None:
        checks.append((floats < column.low - EDGE, f"below {column.low:g}"))
    if column.high is not None:
        checks.append((floats > column.high + EDGE, f"above {column.high:g}"))
    for bad, problem in checks:
        if bad.any():
            row = int(np.flatnonzero(bad)[0])
            raise SmoError(
                f"row {row}: {column.name!r} is {_shown(values.iloc[row])}, {problem}",
                where=where,
                remedy=f"{column.name} means {column.means}; mend the row or leave it out",
            )
    return numbers.astype(DTYPES[column.kind])


def _in_range(values: pd.Series[Any], column: Column) -> bool:
    """Tell whether all typed numbers are finite and inside the column's range: one look."""
    low, high = column.low, column.high
    # Missing ones are taken for one that is inside; a NaN that is no NA fails every comparison.
    floats = values.array.to_numpy(dtype=float, na_value=0.0 if low is None else low)
    if not floats.size:
        return True
    least, most = floats.min(), floats.max()
    inside = least > -np.inf and most < np.inf
    return bool(
        inside and (low is None or least >= low - EDGE) and (high is None or most <= high + EDGE)
    )
