"""Topics that keep the ids they had in an earlier plan."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.topics.identity import keyword_demand
from smo.topics.matching import assign_topics, shared_demand

MOST = 0.5  # of the demand in common, on either side: less is another topic


def keep_ids(
    topics: pd.DataFrame, keywords: pd.DataFrame, before: pd.DataFrame, before_words: pd.DataFrame
) -> pd.DataFrame:
    """Return the topics table with the ids of topics and pillars that were there before.

    A topic is the one before with which the assignment pairs it, if most of the demand in
    common of one of the two lies in the other. New ones are numbered on after the highest id
    of before, by demand; an id that is gone is not used again in this plan.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables of the new plan.
    before, before_words : DataFrame
        The same of the plan before.

    Returns
    -------
    DataFrame
        The topics table, sorted by segment, topic, keyword.
    """
    result = topics.copy()
    for column in ("topic", "pillar"):
        old, new = _weights(before, before_words, column), _weights(topics, keywords, column)
        shared = shared_demand(old, new)
        ids = {}
        for a, b in assign_topics(shared).items():
            common = shared[a]
            least = min(shared.loc[b].sum(), common.sum())
            if common[b] > MOST * least:
                ids[a] = b
        fresh = int(before[column].max()) + 1 if len(before) else 0
        for number in sorted(set(topics[column]) - set(ids)):
            ids[int(number)] = fresh
            fresh += 1
        result[column] = topics[column].map(ids).astype(topics[column].dtype)
    order = ["segment", "topic", "keyword"]
    return result.sort_values(order, kind="stable", ignore_index=True)


def _weights(topics: pd.DataFrame, keywords: pd.DataFrame, column: str) -> pd.DataFrame:
    demand = keyword_demand(keywords)
    shown = demand.groupby("segment")["impressions"].transform("sum") > 0
    demand["weight"] = demand["impressions"].where(shown, demand["volume"])
    rows = topics[["segment", "keyword", "normal", column]].merge(demand, on=["segment", "keyword"])
    sums = rows.groupby("normal", sort=True).agg(topic=(column, "first"), weight=("weight", "sum"))
    # the root: one query with most of a topic's demand does not decide alone
    return sums.assign(weight=np.sqrt(sums["weight"].astype(float))).reset_index()
