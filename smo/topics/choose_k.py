"""The number of topics: where the clusters of a sample are best set apart."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import numpy as np

from smo.topics.cluster import assign, far_rows, lloyd, mean_vectors
from smo.topics.vectorize import Floats, Ints

_SAMPLE = 10_000  # rows clustered for each number tried
_SEEDING = 5_000  # rows of them starts are drawn from
_SCORED = 2_500  # rows of them whose silhouette is taken
_ROUNDS = 20  # ten find fewer topics in banking77: AMI 0.68 -> 0.65
_ROUNDS_OF_MANY = 10
_DIRECTIONS = 100  # of the sample, in which it is clustered
_NUMBERS = 1_000_000  # of the sample in them: 4,000 queries of a shop find 64 topics, 32 in 100
_TRIALS = 6  # rows tried for each start
_STARTS = 3  # where a start is cheap: AMI of stackoverflow 0.683 -> 0.715
_CHEAP = 330_000  # rows x clusters
_LUCKY = 64  # clusters above which the luck of a start evens out
_SMALL = 200  # texts below which two topics may be all there is
_FEWEST = 8
_MOST = 1_000
_MOST_OF_FEW = 66  # most topics for a list of a few hundred
_TEXTS_PER_TOPIC = 8
_TEXTS_PER_TOPIC_SMALL = 3
_DECLINES = 2  # doublings below the best after which no labelled set rose again,
_EARLIEST_END = 256  # from here on: shorter curves have two summits, and cost little
_DIGITS = 3  # of a silhouette; smaller differences are luck of the sample
_REFINEMENTS = (0.5, 0.25)  # powers of two tried on both sides of the best


def silhouette_curve(dense: Floats, *, most: int, random_state: int) -> dict[int, float]:
    """Return the mean cosine silhouette for each number of topics tried.

    Numbers double from the fewest to the most a list of this size may have, until the score is
    past its best, then close in on the best.

    Parameters
    ----------
    dense : array, shape (n, d)
        Unit vectors of at least three texts.
    most : int
        Distinct vectors among them, at least three.
    random_state : int
        Seed of the sample and of the starts.

    Returns
    -------
    dict of int to float
        Number of topics, ascending, and its score in -1..1.

    Notes
    -----
    Rousseeuw (1987), Silhouettes: a graphical aid to the interpretation and validation of cluster
    analysis.
    """
    rows = np.random.RandomState(random_state).permutation(len(dense))[:_SAMPLE]
    sample = dense[rows]
    low, high = bounds(len(dense))
    high = max(2, min(high, most - 1, len(sample) - 1))
    low = min(low, high)
    score = _scorer(sample, random_state=random_state)
    curve: dict[int, float] = {}
    for k in _doubling(low, high):
        curve[k] = score(k)
        if k >= _EARLIEST_END and best_k(curve) * 2**_DECLINES <= k:
            break
    for power in _REFINEMENTS:
        best = best_k(curve)
        for factor in (2**-power, 2**power):
            k = round(best * factor)
            if low <= k <= high and k not in curve:
                curve[k] = score(k)
    return dict(sorted(curve.items()))


def bounds(n: int) -> tuple[int, int]:
    """Return the fewest and the most topics that `n` texts may have.

    Examples
    --------
    >>> bounds(30), bounds(400), bounds(2_000), bounds(100_000)
    ((2, 10), (8, 66), (8, 250), (8, 1000))
    """
    if n < _SMALL:
        return 2, max(2, n // _TEXTS_PER_TOPIC_SMALL)
    return _FEWEST, min(_MOST, max(_MOST_OF_FEW, n // _TEXTS_PER_TOPIC))


def best_k(curve: dict[int, float]) -> int:
    """Return the number with the best score, the smallest of those equal to three digits.

    Examples
    --------
    >>> best_k({2: 0.1, 4: 0.3001, 8: 0.3002})
    4
    """
    return min(curve, key=lambda k: (-round(curve[k], _DIGITS), k))


def _doubling(low: int, high: int) -> list[int]:
    numbers = [low]
    while numbers[-1] * 2 <= high:
        numbers.append(numbers[-1] * 2)
    return numbers if numbers[-1] == high else [*numbers, high]


def _scorer(sample: Floats, *, random_state: int) -> Callable[[int], float]:
    """Return a function from a number of topics to its silhouette on the scored rows.

    The starts of all numbers are the first of the same far rows.
    """
    flat = principal(sample, max(_DIRECTIONS, _NUMBERS // len(sample)))
    draws = [np.random.RandomState(random_state + i) for i in range(_STARTS)]
    streams = [far_rows(flat[:_SEEDING], draw, trials=_TRIALS) for draw in draws]
    found: list[list[int]] = [[] for _ in streams]

    def score(k: int) -> float:
        starts = _STARTS if k <= _LUCKY and len(sample) * k <= _CHEAP else 1
        rounds = _ROUNDS if k <= _EARLIEST_END else _ROUNDS_OF_MANY
        best, least = flat[:1], np.inf
        for rows, stream in list(zip(found, streams, strict=True))[:starts]:
            rows.extend(islice(stream, max(0, k - len(rows))))
            centers, inertia = lloyd(flat, flat[rows[:k]], rounds=rounds)
            if inertia < least:
                best, least = centers, inertia
        return cosine_silhouette(sample[:_SCORED], assign(flat[:_SCORED], best))

    return score


def principal(dense: Floats, directions: int) -> Floats:
    """Return the rows in the directions that hold most of their squares; few rows stay as is.

    Examples
    --------
    >>> principal(np.array([[3, 0], [4, 0], [0, 1]], np.float32), 1).shape
    (3, 1)
    """
    if dense.shape[1] <= directions:
        return dense
    vectors = np.linalg.eigh(dense.T @ dense)[1][:, : -directions - 1 : -1]
    return np.asarray(dense @ np.ascontiguousarray(vectors))


def cosine_silhouette(dense: Floats, labels: Ints) -> float:
    """Return the mean silhouette of unit vectors by cosine distance, -1 where there is none.

    A mean distance to a cluster is one less the product with the cluster's sum over its size, so
    that no two rows are ever compared.

    Examples
    --------
    >>> round(cosine_silhouette(np.eye(2, dtype=np.float32)[[0, 0, 1, 1]], np.array([0, 0, 1, 1])))
    1
    """
    found, own, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    if not 1 < len(found) < len(labels):
        return -1.0
    every = np.arange(len(labels))
    sums = mean_vectors(dense, own, len(found)) * sizes[:, None].astype(np.float32)
    totals = sizes - dense @ sums.T
    squares = np.einsum("ij,ij->i", dense, dense)
    inside = (totals[every, own] - (1 - squares)) / np.maximum(sizes[own] - 1, 1)
    totals /= sizes
    totals[every, own] = np.inf
    outside = np.maximum(totals.min(axis=1), 0)
    inside = np.maximum(inside, 0)
    widths = (outside - inside) / np.maximum(np.maximum(outside, inside), 1e-12)
    return float(np.where(sizes[own] > 1, widths, 0).mean())
