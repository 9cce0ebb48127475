"""Keywords too rare to be named where the user asks for k-anonymity."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.levels import counts_once
from smo.tables import DTYPES

RARE = {"en": "(rare)", "ru": "(редкие)"}
KEY = ["segment", "keyword"]


def rare_keywords(keywords: pd.DataFrame, k: int) -> pd.Index[Any]:
    """Return the keywords of each segment that fewer than k impressions stand behind.

    Impressions of all their rows that count, raw, not per 28 days; where a keyword has none told,
    its search volume.

    Parameters
    ----------
    keywords : DataFrame
        Checked keywords table.
    k : int
        Least count of a keyword that may be named; 0 names all.

    Returns
    -------
    MultiIndex
        Segment and keyword, sorted.

    Examples
    --------
    >>> rows = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["tent", "jane doe tent"], "page": None,
    ...      "impressions": [900, 2], "volume": None})
    >>> rare_keywords(rows, 10).tolist()
    [('all', 'jane doe tent')]
    """
    shown = keywords[counts_once(keywords)].groupby(KEY)["impressions"].sum()
    table = keywords.groupby(KEY, sort=True)["volume"].max().to_frame()
    counts = shown.reindex(table.index).astype("Float64").fillna(table["volume"].astype("Float64"))
    rare = counts.fillna(0.0).to_numpy(dtype=float) < k
    found: pd.Index[Any] = table.index[rare]
    return found


def named_labels(
    scores: pd.DataFrame, topics: pd.DataFrame, rare: pd.Index[Any], language: str
) -> pd.Series[str]:
    """Return the labels of topics, those that are a rare keyword replaced.

    By the first keyword of the topic in the segment that may be named, else by "(rare)".

    Parameters
    ----------
    scores : DataFrame
        One row = a segment and topic with its label.
    topics : DataFrame
        Checked topics table.
    rare : MultiIndex
        As `rare_keywords` returns it.
    language : {"en", "ru"}
        Language of the report.
    """
    pairs = pd.MultiIndex.from_frame(topics[KEY])
    fine = topics[~pairs.isin(rare)].sort_values(["membership", "keyword"], ascending=[False, True])
    first = fine.groupby(["segment", "topic"])["keyword"].first()
    other = first.reindex(pd.MultiIndex.from_frame(scores[["segment", "topic"]])).to_numpy()
    labels = scores["label"].astype(DTYPES["text"])
    hidden = pd.MultiIndex.from_arrays([scores["segment"], labels]).isin(rare)
    replaced = pd.Series(other, index=scores.index, dtype=DTYPES["text"]).fillna(RARE[language])
    return labels.mask(hidden, replaced)
