"""The one checker of all public entrances: any frame in, a checked pandas table out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Hashable, Sequence
from functools import cache
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from smo.errors import SmoError, nearest, quoted
from smo.tables import DTYPES, Column, Table


def to_pandas(frame: object, *, caller: str) -> pd.DataFrame:
    """Return any supported frame as a new pandas frame.

    Parameters
    ----------
    frame : frame
        pandas, polars, pyarrow, DuckDB or PySpark.
    caller : str
        Name of the public function, for the message.

    Returns
    -------
    DataFrame
        The same rows in the same order; the input is not changed.

    Raises
    ------
    SmoError
        When the object is no frame.

    Examples
    --------
    >>> to_pandas(pd.DataFrame({"a": [1]}), caller="demo").shape
    (1, 1)
    """
    if isinstance(frame, pd.DataFrame):
        return frame.copy(deep=False)
    try:
        native = nw.from_native(frame)  # type: ignore[call-overload]
    except TypeError as error:
        raise SmoError(
            f"expected a table, got {type(frame).__name__}", where=caller, remedy=_remedy(frame)
        ) from error
    if isinstance(native, nw.LazyFrame):
        native = native.collect(backend="pandas")
    return pd.DataFrame({name: native[name].to_list() for name in native.columns})


def _remedy(thing: object) -> str:
    """Return what to give instead of a thing that is no table."""
    if isinstance(thing, str | os.PathLike):
        return "read the file first, by smo.read_export, read_keywords, read_clicks or read_pages"
    if hasattr(thing, "keywords") and hasattr(thing, "clicks"):
        return "give one of its tables: .keywords, .clicks or .pages"
    return "give a pandas, polars, pyarrow, DuckDB or PySpark frame"


def empty_table(spec: Table) -> pd.DataFrame:
    """Return the table without rows, all columns in place.

    Examples
    --------
    >>> from smo.tables import COVERAGE
    >>> list(empty_table(COVERAGE).columns)[:2]
    ['segment', 'link']
    """
    return _template(spec).copy()


@cache
def _template(spec: Table) -> pd.DataFrame:
    # Twenty columns of their kinds take milliseconds to make; a copy takes none.
    return pd.DataFrame({c.name: pd.Series([], dtype=DTYPES[c.kind]) for c in spec.columns})


def check_table(
    frame: object, spec: Table, *, caller: str, filled: Collection[str] = ()
) -> pd.DataFrame:
    """Return a checked copy: known columns in the spec's order and types.

    Parameters
    ----------
    frame : frame
        Rows in, any supported kind.
    spec : Table
        What the rows must be.
    caller : str
        Name of the public function, for the message.
    filled : collection of str
        Required columns that are known to lack no value.

    Returns
    -------
    DataFrame
        Same rows, same order, index 0..n-1. Columns the spec does not know are left out;
        optional columns that are absent are added as NA (lists of texts: empty), so every
        column can be named.

    Raises
    ------
    SmoError
        For a missing column, or a value of the wrong kind or outside its range.

    Examples
    --------
    >>> from smo.tables import KEYWORDS
    >>> raw = pd.DataFrame({"segment": ["all"], "keyword": ["shoes"], "volume": [10]})
    >>> check_table(raw, KEYWORDS, caller="demo")["volume"].tolist()
    [10.0]
    """
    raw = to_pandas(frame, caller=caller)
    _require_columns(list(raw.columns), spec, caller=caller)
    where = f"{caller}: {spec.name} table"
    raw = raw.reset_index(drop=True)
    parts: dict[Hashable, Any] = {}
    absent = cache(lambda kind: _absent(kind, len(raw)))
    for column in spec.columns:
        if column.name in raw.columns:
            cast = _cast(raw[column.name], column, where=where)
            if column.required and column.name not in filled:
                _require_values(cast, column.name, where=where)
            parts[column.name] = cast
        elif column.kind == "texts":
            parts[column.name] = pd.Series([[] for _ in range(len(raw))], dtype="object")
        else:
            # A view of its own: in the memory of the others until one of them is written to.
            parts[column.name] = absent(column.kind).iloc[: len(raw)]
    # Not copied now: pandas copies a column when either table is written to.
    return pd.DataFrame(parts, copy=False)


def check_optional(frame: object | None, spec: Table, *, caller: str) -> pd.DataFrame:
    """Return a checked copy of a table that may be absent: None becomes a table without rows.

    Raises
    ------
    SmoError
        As `check_table`.
    """
    return check_table(empty_table(spec) if frame is None else frame, spec, caller=caller)


_HINTS = {
    "segment": "add a column 'segment' (one name for all rows will do), or read the table by "
    "smo.read_keywords, read_clicks or read_pages, which also take columns={...}",
}


def _require_columns(present: Sequence[Hashable], spec: Table, *, caller: str) -> None:
    names = [str(name) for name in present]
    if len(set(names)) < len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise SmoError(
            f"columns {quoted(twice)} appear twice", where=f"{caller}: {spec.name} table"
        )
    for name in spec.required:
        if name not in names:
            near = nearest(name, [other for other in names if other not in spec.names])
            hint = f"rename {near!r} to {name!r}" if near else _HINTS.get(name, f"add {name!r}")
            raise SmoError(
                f"the {spec.name} table has no column {name!r}; it has {quoted(names)}",
                where=caller,
                remedy=hint,
            )


def _absent(kind: str, n: int) -> pd.Series[Any]:
    missing: Any = pd.NaT if kind == "date" else pd.NA
    absent: pd.Series[Any] = pd.Series(missing, index=pd.RangeIndex(n), dtype=DTYPES[kind])
    return absent


def _cast(values: pd.Series[Any], column: Column, *, where: str) -> pd.Series[Any]:
    if column.kind == "texts":
        return values.map(_text_list).astype("object")
    if column.kind == "date":
        return _to_dates(values, column.name, where=where)
    if column.kind in ("text", "flag"):
        return values.astype(DTYPES[column.kind])
    return _to_numbers(values, column, where=where)


def _require_values(values: pd.Series[Any], name: str, *, where: str) -> None:
    gaps = values.isna().to_numpy(dtype=bool)
    if gaps.any():
        row = int(np.flatnonzero(gaps)[0])
        raise SmoError(f"row {row}: {name!r} is missing", where=where)


def _text_list(value: Any) -> list[str]:
    if value is None or value is pd.NA or isinstance(value, float):
        return []
    if isinstance(value, str):
        raise SmoError(f"expected a list of texts, got {value!r}", where="table")
    return [str(item) for item in value]


def _shown(value: Any) -> str:
    return repr(value.item() if isinstance(value, np.generic) else value)


def _to_dates(values: pd.Series[Any], name: str, *, where: str) -> pd.Series[Any]:
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
    typed = values.dtype == DTYPES["number"]
    numbers = values if typed else pd.to_numeric(values, errors="coerce").astype(DTYPES["number"])
    floats = numbers.to_numpy(dtype=float, na_value=np.nan)
    lost = np.isnan(floats) & values.notna().to_numpy(dtype=bool)
    checks = [(lost | np.isinf(floats), "which is no number")]
    if column.low is not None:
        checks.append((floats < column.low - 1e-9, f"below {column.low:g}"))
    if column.high is not None:
        checks.append((floats > column.high + 1e-9, f"above {column.high:g}"))
    for bad, problem in checks:
        if bad.any():
            row = int(np.flatnonzero(bad)[0])
            raise SmoError(
                f"row {row}: {column.name!r} is {_shown(values.iloc[row])}, {problem}",
                where=where,
                remedy=f"{column.name} means {column.means}; mend the row or leave it out",
            )
    return numbers.astype(DTYPES[column.kind])


def key_hash(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series[Any]:
    """Return a short hash of the key columns of each row, the same on every machine.

    Examples
    --------
    >>> key_hash(pd.DataFrame({"a": ["x"], "b": [None]}), ["a", "b"]).tolist()
    ['54beae6bddc6bf22']
    """
    texts = [frame[name].astype("string").fillna("\x00").to_numpy(dtype=object) for name in columns]
    keys = ("\x1f".join(parts) for parts in zip(*texts, strict=True))
    hashes = [
        hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).hexdigest() for key in keys
    ]
    result: pd.Series[Any] = pd.Series(hashes, index=frame.index, dtype=DTYPES["text"])
    return result
