"""How well a topic comes back when half of its texts are all that is known of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from smo.topics.polish import SHARPNESS, Mixture
from smo.topics.vectorize import Floats, Ints

_RESAMPLES = 10
_ROWS = 200_000  # rows halves are drawn from; a topic told by fewer looks less stable than it is
_TESTED = 10_000  # rows given topics anew in a resample: seconds for a million keywords
_FEWEST = 5  # rows of each topic given topics anew, however many topics there are


def stability(
    rows: sp.csr_matrix,
    labels: Ints,
    k: int,
    *,
    random_state: int,
    others: Mixture | None = None,
) -> Floats:
    """Return how stable each topic is: the mean Jaccard similarity with itself over resamples.

    After Hennig (2007), Cluster-wise assessment of cluster stability, with half samples: of each
    topic a random half estimates the mixture anew, and the other half is given topics by it. A
    row never speaks for itself, as in the prediction strength of Tibshirani & Walther (2005): a
    row that does returns to any topic, even to one drawn at random. With A the other half of a
    topic, and B the rows of all other halves that were given this topic::

        stability = mean over 10 resamples of |A and B| / |A or B|

    A topic split at random in two has 1/3. Hennig takes clusters below 0.6 for not to be
    trusted, and from 0.85 for highly stable.

    Parameters
    ----------
    rows : sparse matrix, shape (n, n_terms)
        Weights of terms. Of long lists rows are drawn evenly from each topic, and each stands
        for as many as its topic has rows for one that was drawn.
    labels : array of int, shape (n,)
        Topic of each row, 0..k-1.
    k : int
        Number of topics.
    random_state : int
        Seed of the halves.
    others : Mixture, optional
        Further topics that may win a row, known for good.

    Returns
    -------
    array of float32, shape (k,)
        0..1. A topic of one row among several topics has 0: nothing else speaks for it. One
        topic alone has 1: there is none to lose a row to.

    Examples
    --------
    >>> rows = sp.csr_matrix(np.repeat(np.eye(2, dtype=np.float32), 6, axis=0))
    >>> stability(rows, np.repeat([0, 1], 6), 2, random_state=0).tolist()
    [1.0, 1.0]
    >>> stability(rows, np.tile([0, 1], 6), 2, random_state=0).max() < 0.6
    np.True_
    """
    if k == 1 and others is None:
        return np.ones(1, np.float32)
    drawn = _spread(labels, k)
    rows, labels, sizes = rows[drawn], labels[drawn], np.bincount(labels, minlength=k)
    draw = np.random.RandomState(random_state)
    halves = [_halves(labels, k, draw) for _ in range(_RESAMPLES)]
    found = np.stack([_jaccard(rows, labels, half, sizes, others) for half in halves])
    told = np.isfinite(found)
    means = np.where(told, found, 0.0).sum(axis=0) / np.maximum(told.sum(axis=0), 1)
    # sums of weights end on a last digit that the order of the additions decides
    return np.asarray(means.round(6), np.float32)


def _spread(labels: Ints, k: int) -> Ints:
    """Return rows of each topic, evenly spaced, so that all are about `_ROWS`; rising."""
    most = max(_ROWS // k, 2 * _FEWEST)
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(k + 1)).tolist()
    spans = [
        np.arange(low, high)
        if high - low <= most
        else np.linspace(low, high - 1, most).astype(np.int64)
        for low, high in pairwise(bounds)
    ]
    return np.sort(order[np.concatenate(spans)])


def _halves(labels: Ints, k: int, draw: np.random.RandomState) -> tuple[Ints, Ints]:
    """Return the rows that are known, a half of each topic, and those of the others to test."""
    order = np.lexsort((draw.uniform(size=len(labels)), labels))
    starts = np.searchsorted(labels[order], np.arange(k))
    first = draw.randint(2, size=k)  # which half the odd row of a topic falls into
    topics = labels[order]
    place = np.arange(len(labels)) - starts[topics]
    known = (place + first[topics]) % 2 == 0
    tested = ~known & (place < 2 * max(_TESTED // k, _FEWEST))
    return np.sort(order[known]), np.sort(order[tested])


def _jaccard(
    rows: sp.csr_matrix,
    labels: Ints,
    halves: tuple[Ints, Ints],
    sizes: Ints,
    others: Mixture | None,
) -> npt.NDArray[np.float64]:
    """Return the similarity of each topic's unknown half with the rows given to it, or NaN."""
    k, (known, tested) = len(sizes), halves
    mixture, topics = _estimate(rows[known], labels[known], sizes, others)
    before, after = labels[tested], np.full(len(tested), k)
    weights = (sizes / np.maximum(np.bincount(before, minlength=k), 1))[before]
    if mixture.size and len(tested):
        after = topics[mixture.best(rows[tested])]
    own = np.bincount(before, weights, minlength=k)
    given = np.bincount(after, weights, minlength=k + 1)[:k]
    kept = before == after
    both = np.bincount(before[kept], weights[kept], minlength=k)
    every = own + given - both
    return np.where(own > 0, both / np.where(every > 0, every, 1.0), np.nan)


def _estimate(
    rows: sp.csr_matrix, labels: Ints, sizes: Ints, others: Mixture | None
) -> tuple[Mixture, Ints]:
    """Return the mixture of the topics that have rows, as if each had all of its own, and ids.

    The id of each of the `others` is the number of topics: none of those asked about.
    """
    k = len(sizes)
    seen = np.bincount(labels, minlength=k)
    shares = (sizes / np.maximum(seen, 1))[labels].astype(np.float32) * SHARPNESS
    told = sp.csr_matrix((shares, (labels, np.arange(len(labels)))), shape=(k, len(labels)))
    topics = np.flatnonzero(seen)
    counts = sp.csr_matrix(told @ rows)[topics]
    found = sizes[topics].astype(np.float32)
    if others is None:
        return Mixture(counts, found), topics
    joined = sp.csr_matrix(sp.vstack([others.counts, counts]))
    ids = np.concatenate([np.full(others.size, k), topics])
    return Mixture(joined, np.concatenate([others.sizes, found])), ids
