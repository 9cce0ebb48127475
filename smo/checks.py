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

from smo.casts import cast_column
from smo.errors import SmoError, nearest, quoted
from smo.tables import DTYPES, Table


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
    if not _counts_from_zero(raw.index):
        raw = raw.reset_index(drop=True)
    if _is_typed(raw, spec):
        return _checked_again(raw, spec, filled, where=where)
    parts: dict[Hashable, Any] = {}
    absent = cache(lambda kind: _absent(kind, len(raw)))
    for column in spec.columns:
        if column.name in raw.columns:
            cast = cast_column(raw[column.name], column, where=where)
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


def _counts_from_zero(index: pd.Index[Any]) -> bool:
    return isinstance(index, pd.RangeIndex) and index.equals(pd.RangeIndex(len(index)))


def _is_typed(raw: pd.DataFrame, spec: Table) -> bool:
    """Tell whether a frame has the very columns and types that a check gives it."""
    names, dtypes = _typed(spec)
    return (
        type(raw) is pd.DataFrame
        and raw.columns.dtype == names.dtype
        and raw.columns.identical(names)
        and raw.index.name is None
        and raw.dtypes.tolist() == dtypes
    )


@cache
def _typed(spec: Table) -> tuple[pd.Index[Any], list[Any]]:
    table = _template(spec)
    return table.columns, table.dtypes.tolist()


def _checked_again(
    raw: pd.DataFrame, spec: Table, filled: Collection[str], *, where: str
) -> pd.DataFrame:
    """Return a typed frame with its values checked, without making it anew: most were checked."""
    raw.attrs = {}
    for column, (_, values) in zip(spec.columns, list(raw.items()), strict=True):
        if column.kind == "texts":
            raw[column.name] = cast_column(values, column, where=where)
        elif column.kind not in ("text", "flag", "date"):
            cast_column(values, column, where=where)
        if column.required and column.name not in filled:
            _require_values(values, column.name, where=where)
    return raw


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


def _require_values(values: pd.Series[Any], name: str, *, where: str) -> None:
    gaps = values.isna().to_numpy(dtype=bool)
    if gaps.any():
        row = int(np.flatnonzero(gaps)[0])
        raise SmoError(f"row {row}: {name!r} is missing", where=where)


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
