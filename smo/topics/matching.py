"""Topics of one fit against topics of another: which are the same, by the members they share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

SAME = 0.5
"""Share of both topics' demand that two topics must have in common to be the same one."""

Floats = npt.NDArray[np.float64]


def shared_demand(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return how much demand each pair of topics has in common.

    Parameters
    ----------
    before, after : DataFrame
        One row = a normal form: normal (unique), topic, weight (its demand, 0 or more).

    Returns
    -------
    DataFrame
        Topics before x topics after, sorted: sums of the mean of the two weights of each normal
        form they share, each side's weights scaled to sum to 1.

    Examples
    --------
    >>> one = pd.DataFrame({"normal": ["a", "b"], "topic": [0, 1], "weight": [3.0, 1.0]})
    >>> shared_demand(one, one.assign(topic=[5, 5])).values.tolist()
    [[0.75], [0.25]]
    """
    both = _scaled(before).merge(_scaled(after), on="normal", suffixes=("_before", "_after"))
    both["weight"] = (both["weight_before"] + both["weight_after"]) / 2.0
    table = both.pivot_table(
        index="topic_before", columns="topic_after", values="weight", aggfunc="sum", fill_value=0.0
    )
    rows = np.sort(before["topic"].unique())
    return table.reindex(index=rows, columns=np.sort(after["topic"].unique()), fill_value=0.0)


def assign_topics(shared: pd.DataFrame) -> dict[int, int]:
    """Return the topic before of each topic after, one to one, with the most demand in common.

    The assignment of the highest total Jaccard similarity (Kuhn 1955, Naval Research Logistics
    Quarterly 2:83-97; solved by `scipy.optimize.linear_sum_assignment`); pairs that share
    nothing are left out.

    Examples
    --------
    >>> table = pd.DataFrame([[0.4, 0.1], [0.0, 0.5]], index=[7, 8], columns=[0, 1])
    >>> assign_topics(table)
    {0: 7, 1: 8}
    """
    if shared.empty:
        return {}
    overlap = shared.to_numpy(dtype=float)
    rows, columns = linear_sum_assignment(-np.round(jaccard(overlap), 9))
    befores, afters = shared.index.to_numpy(), shared.columns.to_numpy()
    found = {
        int(afters[column]): int(befores[row])
        for row, column in zip(rows, columns, strict=True)
        if overlap[row, column] > 0.0
    }
    return dict(sorted(found.items()))


def jaccard(overlap: Floats) -> Floats:
    """Return the share of the two topics' common demand in all demand of either.

    Examples
    --------
    >>> jaccard(np.array([[0.25, 0.25], [0.0, 0.5]])).round(2).tolist()
    [[0.5, 0.25], [0.0, 0.67]]
    """
    union = overlap.sum(axis=1, keepdims=True) + overlap.sum(axis=0, keepdims=True) - overlap
    return np.asarray(np.where(union > 0.0, overlap / np.where(union > 0.0, union, 1.0), 0.0))


def _scaled(side: pd.DataFrame) -> pd.DataFrame:
    weight = side["weight"].astype(float)
    total = weight.sum()
    share = weight / total if total > 0 else weight + 1.0 / max(len(side), 1)
    return side[["normal", "topic"]].assign(weight=share)
