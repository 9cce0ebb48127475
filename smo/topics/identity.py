"""Ids that mean something: 0 is the most demanded, whatever chance numbered first."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from smo.levels import counts_once


def keyword_demand(keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the demand of each keyword of a segment.

    Impressions are summed; of a volume, which exports repeat on every row, the largest counts.
    Where a segment has impressions without a page, those of its pages tell the same searches
    again and are left out.

    Parameters
    ----------
    keywords : DataFrame
        Keywords table.

    Returns
    -------
    DataFrame
        One row = a distinct (segment, keyword), sorted: segment, keyword, impressions, volume;
        0.0 where nothing was counted.
    """
    key = ["segment", "keyword"]
    counted = keywords["impressions"].where(counts_once(keywords)).fillna(0.0)
    rows = keywords[key].assign(impressions=counted, volume=keywords["volume"].fillna(0.0))
    grouped = rows.groupby(key, sort=True, as_index=False)
    return grouped.agg({"impressions": "sum", "volume": "max"}).astype(
        {"impressions": "float64", "volume": "float64"}
    )


def number_by_demand(
    groups: Sequence[int], names: dict[int, str], demand: pd.DataFrame
) -> dict[int, int]:
    """Return the new id of each group: most impressions first, then most volume, then by name.

    Parameters
    ----------
    groups : sequence of int
        Group of each row of `demand`.
    names : dict of int to str
        Name of each group.
    demand : DataFrame
        Impressions and volume of each keyword.

    Examples
    --------
    >>> demand = pd.DataFrame({"impressions": [1.0, 5.0, 2.0], "volume": [0.0, 0.0, 0.0]})
    >>> number_by_demand([7, 3, 7], {3: "tents", 7: "ropes"}, demand)
    {3: 0, 7: 1}
    """
    totals = demand[["impressions", "volume"]].groupby(list(groups)).sum()

    places = sorted(
        (-round(shown, 6), -round(volume, 6), names[group], group)
        for group, shown, volume in zip(
            totals.index.tolist(), totals["impressions"], totals["volume"], strict=True
        )
    )
    return {group: i for i, (*_, group) in enumerate(places)}
