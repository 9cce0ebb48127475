"""k-means on unit vectors, on a sample where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import scipy.sparse as sp

from smo.topics.chunks import in_chunks
from smo.topics.vectorize import Floats, Ints

_SAMPLE = 30_000  # rows k-means is fitted on; more change no labelled set
_SAMPLE_PER_TOPIC = 30
_SEEDING = 3_000  # rows starts are drawn from
_SEEDING_PER_TOPIC = 10
_CELLS = 1 << 19  # rows x clusters compared at a time: 2 MB, what a core's cache holds
_MANY_STARTS = 10  # where a start is cheap: AMI of stackoverflow 0.698 -> 0.724
_FEW_STARTS = 3
_CHEAP = 1_000_000  # rows x clusters
_LUCKY = 64  # clusters above which the luck of a start evens out
_MOST_TRIALS = 6  # rows tried for each center to start from
_TRIAL_ROUNDS = 10  # of each start; the best one goes on
_SAMPLE_ROUNDS = 12  # on a sample; the mixture has the last word
_TOLERANCE = 1e-4  # of the variance: how far centers may still move when the rounds end


def kmeans(dense: Floats, k: int, *, random_state: int) -> Ints:
    """Return the cluster of each unit vector, 0..k-1; a cluster may stay empty.

    Parameters
    ----------
    dense : array, shape (n, d)
        Unit vectors.
    k : int
        Number of clusters, at most the number of distinct vectors.
    random_state : int
        Seed of the starts and of the sample.

    Returns
    -------
    array of int, shape (n,)

    Examples
    --------
    >>> kmeans(np.eye(2, dtype=np.float32), 2, random_state=0).tolist() in ([0, 1], [1, 0])
    True
    """
    n = len(dense)
    size = max(_SAMPLE, _SAMPLE_PER_TOPIC * k)
    if n <= size:
        many = k <= _LUCKY and n * k <= _CHEAP
        starts = _MANY_STARTS if many else _FEW_STARTS
        return assign(dense, centers_of(dense, k, starts=starts, random_state=random_state))
    rows = np.random.RandomState(random_state).permutation(n)[:size]
    centers = centers_of(dense[rows], k, starts=1, rounds=_SAMPLE_ROUNDS, random_state=random_state)
    return assign(dense, centers)


def centers_of(
    dense: Floats, k: int, *, starts: int, random_state: int, rounds: int = 300
) -> Floats:
    """Return the centers of the best of several starts.

    Each start is followed for a few rounds, the best one to its end.
    """
    draw = np.random.RandomState(random_state)
    best, least = np.empty((0, dense.shape[1]), np.float32), np.inf
    for _ in range(starts):
        centers = dense[first_centers(dense, k, draw)]
        centers, inertia = lloyd(dense, centers, rounds=min(_TRIAL_ROUNDS, rounds))
        if inertia < least:
            best, least = centers, inertia
    return lloyd(dense, best, rounds=rounds - _TRIAL_ROUNDS)[0]


def first_centers(dense: Floats, k: int, draw: np.random.RandomState) -> list[int]:
    """Return rows to start from, far from each other; fewer than k where rows are equal."""
    size = max(_SEEDING, _SEEDING_PER_TOPIC * k)
    rows = np.arange(len(dense)) if len(dense) <= size else draw.permutation(len(dense))[:size]
    return [
        int(rows[i])
        for i in islice(
            far_rows(dense[rows], draw, trials=min(2 + int(np.log(k)), _MOST_TRIALS)), k
        )
    ]


def far_rows(dense: Floats, draw: np.random.RandomState, *, trials: int) -> Iterator[int]:
    """Yield rows far from those before, until each row equals one of them.

    Greedy k-means++ of Arthur & Vassilvitskii (2007): of several rows drawn by their squared
    distance, the one that brings all others nearest.
    """
    squares = np.einsum("ij,ij->i", dense, dense)
    row = draw.randint(len(dense))
    nearest = np.maximum(squares + squares[row] - 2 * (dense @ dense[row]), 0)
    nearest[row] = 0
    yield int(row)
    while True:
        reach = np.cumsum(nearest, dtype=np.float64)
        if reach[-1] <= len(dense) * 1e-6:
            return
        drawn = np.searchsorted(reach, draw.uniform(size=trials) * reach[-1])
        rows = np.minimum(drawn, len(dense) - 1)
        left = dense[rows] @ dense.T
        left *= -2
        left += squares
        left += squares[rows][:, None]
        np.clip(left, 0, nearest, out=left)
        best = int(left.sum(axis=1, dtype=np.float64).argmin())
        nearest = left[best].copy()
        nearest[rows[best]] = 0
        yield int(rows[best])


def lloyd(dense: Floats, centers: Floats, *, rounds: int) -> tuple[Floats, float]:
    """Return the centers after some rounds of k-means, and the inertia before the last round."""
    tolerance = _TOLERANCE * float(np.var(dense, axis=0).mean()) * dense.shape[1]
    inertia = np.inf
    for _ in range(rounds):
        labels, nearness = _nearest(dense, centers)
        inertia = -2 * float(nearness.sum(dtype=np.float64))
        before, centers = centers, mean_vectors(dense, labels, len(centers))
        empty = np.flatnonzero(np.bincount(labels, minlength=len(centers)) == 0)
        centers[empty] = dense[np.argsort(nearness, kind="stable")[: len(empty)]]
        if float(((centers - before) ** 2).sum()) <= tolerance:
            break
    return centers, inertia


def assign(dense: Floats, centers: Floats) -> Ints:
    """Return the nearest center of each vector."""
    return _nearest(dense, centers)[0]


def _nearest(dense: Floats, centers: Floats) -> tuple[Ints, Floats]:
    """Return the nearest center of each vector, and x c - c c / 2, which is largest there."""
    half_squares = 0.5 * np.einsum("ij,ij->i", centers, centers)
    across = np.ascontiguousarray(centers.T)
    labels = np.empty(len(dense), np.int64)
    nearness = np.empty(len(dense), np.float32)

    def work(part: slice) -> None:
        near = dense[part] @ across
        near -= half_squares
        best = labels[part] = near.argmax(axis=1)
        nearness[part] = near[np.arange(len(best)), best]

    in_chunks(work, len(dense), max(1, _CELLS // len(centers)))
    return labels, nearness


def mean_vectors(dense: Floats, labels: Ints, k: int) -> Floats:
    """Return the mean vector of each cluster, zeros for an empty one.

    Examples
    --------
    >>> mean_vectors(np.array([[1, 0], [0, 1]], np.float32), np.array([0, 0]), 2).tolist()
    [[0.5, 0.5], [0.0, 0.0]]
    """
    sizes = np.maximum(np.bincount(labels, minlength=k), 1)
    return (np.asarray(members(labels, k) @ dense) / sizes[:, None]).astype(np.float32)


def members(labels: Ints, k: int) -> sp.csr_matrix:
    """Return the cluster x row matrix that holds 1 where a row is in a cluster."""
    n = len(labels)
    return sp.csr_matrix((np.ones(n, np.float32), (labels, np.arange(n))), shape=(k, n))
