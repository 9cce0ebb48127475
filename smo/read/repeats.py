"""The same statement from two reads, met when tables read apart are put together."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.checks import key_hash
from smo.errors import SmoError
from smo.spec import Table

# Columns that are no statement about the row itself.
_ASIDE = frozenset(["source", "click_id", "period_days"])


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
    if table["source"].nunique() < 2:
        return table
    key = key_hash(table.assign(_period=_periods(table, reads)), [*spec.key, "_period"])
    sources = table["source"].groupby(key).transform("nunique")
    shared = table[(sources > 1).to_numpy()]
    if shared.empty:
        return table
    measures = [c.name for c in spec.columns if c.kind == "number" and c.name not in _ASIDE]
    sums = shared.groupby([key[shared.index], "source"])[measures].sum(min_count=1).fillna(-1.0)
    first = sums.groupby(level=0).transform("first")
    differs = (sums != first).any(axis=1)
    if bool(differs.any()):
        row_key, source = sums.index[differs][0]
        raise _contradiction(shared[key[shared.index] == row_key], source, spec)
    repeated = sums.index[sums.index.get_level_values(0).duplicated()]
    pairs = pd.MultiIndex.from_arrays([key, table["source"]])
    return table[~pairs.isin(repeated)].reset_index(drop=True)


def _periods(table: pd.DataFrame, reads: pd.DataFrame) -> pd.Series[Any]:
    """Return the period of each row's source as text; a dated row needs none."""
    known = reads.set_index("source")
    spans = known["period_start"].astype("string") + "/" + known["period_end"].astype("string")
    spans = spans.fillna(known["period_days"].astype("string"))
    period = table["source"].map(spans).fillna(table["period_days"].astype("string"))
    return period.where(table["date"].isna(), "") if "date" in table else period


def _contradiction(rows: pd.DataFrame, second: str, spec: Table) -> SmoError:
    row = rows.iloc[0]
    first = min(rows["source"])
    names = [name for name in spec.key if name != "segment" and pd.notna(row[name])]
    thing = ", ".join(str(row[name]) for name in names)
    return SmoError(
        f"{thing!r} has different numbers in {first} and {second}, for the same segment "
        f"{row['segment']!r} and period",
        where="analyze",
        remedy="give one of the two, or name two segments",
    )
