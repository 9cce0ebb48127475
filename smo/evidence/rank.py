"""Where a topic ranks, whatever else its rows tell."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.levels import counts_once

KEY = ["segment", "topic"]
ORDER = [*KEY, "keyword", "position", "impressions", "volume"]


def topic_ranks(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the mean rank of each topic over the rows that tell one.

    Weighted by impressions, else by searches, else each row alike: exports without clicks, and
    those of rank trackers, tell as well where a topic stands.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.

    Returns
    -------
    DataFrame
        One row = a segment and topic with a rank: rank (1 = top).

    Examples
    --------
    >>> topics = pd.DataFrame({"segment": "all", "keyword": ["rope", "ropes"], "topic": 0})
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["rope", "ropes"], "page": None,
    ...     "impressions": None, "volume": [90, 10], "position": [2.0, 12.0]})
    >>> topic_ranks(topics, words)
      segment  topic  rank
    0     all      0   3.0
    """
    told = keywords[keywords["position"].notna()]
    told = told[counts_once(keywords)[told.index] | told["impressions"].isna()]
    rows = told.merge(topics[["segment", "keyword", "topic"]], on=["segment", "keyword"])
    rows = rows.sort_values(ORDER, kind="stable")
    weights = rows[["impressions", "volume"]].astype(float).fillna(0.0)
    totals = weights.groupby([rows[name] for name in KEY]).transform("sum")
    weight = np.select(
        [totals["impressions"] > 0, totals["volume"] > 0],
        [weights["impressions"], weights["volume"]],
        1.0,
    )
    parts = rows[KEY].assign(weight=weight, ranks=weight * rows["position"].astype(float))
    sums = parts.groupby(KEY, sort=True)[["weight", "ranks"]].sum().reset_index()
    return sums[KEY].assign(rank=sums["ranks"] / sums["weight"])
