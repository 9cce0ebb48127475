"""The same statement from two reads: counted once; a contradiction is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from smo.checks import key_hash
from smo.errors import SmoError
from smo.spec import Table

# Columns that are no statement about the row itself.
_ASIDE = frozenset(["source", "click_id", "period_days"])
# Sums of the same numbers in another order differ by less.
_EQUAL = 1e-9
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Places = np.ndarray[Any, np.dtype[np.signedinteger[Any]]]


def drop_repeats(table: pd.DataFrame, reads: pd.DataFrame, spec: Table) -> pd.DataFrame:
    """Return the table without rows that another read of the same period holds already.

    Parameters
    ----------
    table : DataFrame
        A checked table; its `source` names the read each row came from. Rows without one are
        the caller's own and are kept.
    reads : DataFrame
        Reads table, for the period of each source.
    spec : Table
        What the rows are.

    Returns
    -------
    DataFrame
        Rows in their order, index 0..n-1.

    Raises
    ------
    SmoError
        When two reads give different numbers for the same key and period.
    """
    repeated = find_repeats(table, reads, spec, refuse=True)
    return table[~repeated].reset_index(drop=True) if repeated.any() else table


def find_repeats(table: pd.DataFrame, reads: pd.DataFrame, spec: Table, *, refuse: bool) -> Flags:
    """Return which rows repeat a statement of another read, the first by name being kept.

    Rows of one read are never compared: a key that stands twice in it is two parts of a sum.
    Two reads that speak of different numbers (clicks here, views there) do not repeat each
    other; `refuse` says whether different values of one number are an error.

    Raises
    ------
    SmoError
        Naming both sources and the number they disagree on.
    """
    if table["source"].nunique() < 2:
        return np.zeros(len(table), dtype=bool)
    key = key_hash(table.assign(_period=_periods(table, reads)), [*spec.key, "_period"])
    sources = table["source"].groupby(key).transform("nunique")
    shared = table[(sources > 1).to_numpy(dtype=bool)]
    if shared.empty:
        return np.zeros(len(table), dtype=bool)
    measures = [c.name for c in spec.columns if c.kind == "number" and c.name not in _ASIDE]
    sums = shared.groupby([key[shared.index], "source"])[measures].sum(min_count=1)
    differs = _differs(sums)
    if refuse and differs.to_numpy().any():
        raise _contradiction(sums, differs, shared, spec, key)
    repeated = _repeated(sums[~differs.any(axis=1).reindex(sums.index, level=0).to_numpy()])
    pairs = pd.MultiIndex.from_arrays([key, table["source"]])
    return np.asarray(pairs.isin(repeated), dtype=bool)


def rows_twice(table: pd.DataFrame, ties: Places) -> dict[str, int]:
    """Return for each source how many of its rows equal an earlier one in every column.

    Parameters
    ----------
    table : DataFrame
        Sorted by the key of its spec, then by source.
    ties : array of int
        Places of the rows whose key and source are those of the row above.

    Examples
    --------
    >>> rows = pd.DataFrame({"segment": "all", "page": ["/a", "/a", "/b"], "source": "x.csv"})
    >>> rows_twice(rows, np.array([1]))
    {'x.csv': 1}
    """
    if not len(ties):
        return {}
    shared = table.iloc[np.union1d(ties, ties - 1)]
    again = shared[shared.duplicated()]
    return {str(source): int(number) for source, number in again["source"].value_counts().items()}


def _differs(sums: pd.DataFrame) -> pd.DataFrame:
    """Return for each key and measure whether the reads that tell it disagree."""
    floats = sums.astype(float)
    by_key = floats.groupby(level=0)
    low, high = by_key.min(), by_key.max()
    return (high - low) > _EQUAL * high.abs().clip(lower=1.0)


def _repeated(sums: pd.DataFrame) -> pd.MultiIndex:
    """Return (key, source) of the reads whose told numbers an earlier or richer one tells too."""
    told = sums.notna()
    richness = told.sum(axis=1).to_numpy()
    ordered = told.iloc[np.lexsort((np.arange(len(told)), -richness))]
    keys = ordered.index.get_level_values(0)
    richest = ordered.groupby(keys).transform("first")
    inside = ~(ordered & ~richest).any(axis=1)
    first = ~keys.duplicated()
    alike = ordered.assign(_key=keys).duplicated().to_numpy()
    found = ordered.index[((inside.to_numpy() & ~first) | alike)]
    return pd.MultiIndex.from_tuples(found.tolist(), names=sums.index.names)


def _periods(table: pd.DataFrame, reads: pd.DataFrame) -> pd.Series[Any]:
    """Return the period of each row's source as text; a dated row needs none."""
    known = reads.set_index("source")
    spans = known["period_start"].astype("string") + "/" + known["period_end"].astype("string")
    spans = spans.fillna(known["period_days"].astype("string"))
    period = table["source"].map(spans).astype("string")
    if "period_days" in table:
        period = period.fillna(table["period_days"].astype("string"))
    return period.where(table["date"].isna(), "") if "date" in table else period


def _contradiction(
    sums: pd.DataFrame,
    differs: pd.DataFrame,
    shared: pd.DataFrame,
    spec: Table,
    key: pd.Series[Any],
) -> SmoError:
    row_key = differs.index[differs.any(axis=1)][0]
    name = next(str(column) for column in differs.columns if differs.loc[row_key, column])
    told = sums.loc[row_key][name].dropna().astype(float)
    first = told.index[0]
    second = next(source for source in told.index if told[source] != told[first])
    row = shared[key[shared.index] == row_key].iloc[0]
    names = [part for part in spec.key if part != "segment" and pd.notna(row[part])]
    thing = ", ".join(str(row[part]) for part in names)
    return SmoError(
        f"{thing!r} has different numbers in {first} and {second} ({name} {told[first]:g} and "
        f"{told[second]:g}), for the same segment {row['segment']!r} and period",
        where="two reads",
        remedy="give one of the two, export both with their days (a chart, or days in the file's "
        "name), or name two segments: {'a': ..., 'b': ...}",
    )


def note_repeats(
    reads: pd.DataFrame, before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Return the reads with the rows that `drop_repeats` left out of each table accounted for."""
    told = reads.copy()
    for name, table in before.items():
        kept = after[name]["source"].value_counts()
        lost = table["source"].value_counts().sub(kept, fill_value=0)
        for place in told.index[told["table"] == name]:
            number = int(lost.get(str(told.loc[place, "source"]), 0))
            if number:
                said = f"{number} identical row in another read"
                old = told.loc[place, "dropped"]
                told.loc[place, "dropped"] = said if pd.isna(old) else f"{old}; {said}"
                told.loc[place, "rows_kept"] -= number
    return told


def refuse_doubles(tables: Mapping[str, pd.DataFrame], reads: pd.DataFrame) -> None:
    """Raise where a table holds more rows of a source than were read: it was put in twice.

    Raises
    ------
    SmoError
        Names the table and the source.
    """
    kept = reads.set_index(["table", "source"])["rows_kept"]
    for name, table in tables.items():
        for source, rows in table["source"].value_counts().sort_index().items():
            known = kept.get((name, str(source)))
            if known is not None and rows > float(known):
                raise SmoError(
                    f"the {name} table has {rows:,} rows of {source}, of which {known:,.0f} were "
                    "read: it was put in twice",
                    where="analyze",
                    remedy="give each table once",
                )
