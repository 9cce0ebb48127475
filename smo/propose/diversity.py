"""A list in which no proposal repeats another: maximal marginal relevance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from smo.text.space import TopicSpace

Floats = npt.NDArray[np.float64]

RELEVANCE = 0.7  # an unlike topic may pass a twin at most 0.3 / 0.7 of the pool ahead of it


def marginal_relevance(
    relevance: npt.ArrayLike, similarity: npt.ArrayLike, n: int, *, trade: float = RELEVANCE
) -> list[int]:
    """Return the places of n things that are relevant and unlike each other, best first.

    Greedy: next comes the largest trade x relevance - (1 - trade) x the highest similarity to
    one already chosen (Carbonell & Goldstein 1998, SIGIR 98:335-336). Ties go to the first.

    Parameters
    ----------
    relevance : array of float, shape (m,)
        Relevance in 0..1.
    similarity : array of float, shape (m, m)
        Cosine similarities.
    n : int
        How many to choose, at most m.
    trade : float
        Weight of relevance, 0..1.

    Examples
    --------
    >>> twins = [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    >>> marginal_relevance([1.0, 0.9, 0.7], twins, 2)
    [0, 2]
    """
    worth = np.asarray(relevance, dtype=float)
    like = np.asarray(similarity, dtype=float)
    chosen: list[int] = []
    nearest = np.zeros(worth.size)
    left = np.ones(worth.size, dtype=bool)
    for _ in range(min(n, worth.size)):
        value = np.round(trade * worth - (1.0 - trade) * nearest, 9)
        best = int(np.argmax(np.where(left, value, -np.inf)))
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, like[best])
    return chosen


def topic_similarity(space: TopicSpace, topics: list[int]) -> Floats:
    """Return the cosines between topics, in the order given.

    Examples
    --------
    >>> from smo.text.space import fit_space
    >>> space = fit_space(["red bag", "bag", "wool hat"], [7, 7, 2])
    >>> topic_similarity(space, [7, 2]).round(3).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    rows = space.vectors[np.searchsorted(space.topics, np.asarray(topics, dtype=np.int64))]
    product = sparse.csr_array(rows) @ sparse.csr_array(rows).T
    return np.asarray(product.toarray(), dtype=float)
