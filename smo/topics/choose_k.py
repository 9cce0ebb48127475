"""The number of topics: where the clusters of a sample are best set apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from sklearn.metrics import silhouette_score

from smo.topics.cluster import fitted
from smo.topics.vectorize import Floats

_SAMPLE = 10_000  # rows clustered for each number tried
_SCORED = 2_500  # rows of them whose silhouette is taken
_ROUNDS = 20
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
    """Return a function from a number of topics to its silhouette on the scored rows."""
    part = sample[:_SCORED]
    distances = np.maximum(1 - part @ part.T, 0)
    np.fill_diagonal(distances, 0)

    def score(k: int) -> float:
        starts = _STARTS if k <= _LUCKY and len(sample) * k <= _CHEAP else 1
        labels, _ = fitted(sample, k, starts=starts, rounds=_ROUNDS, random_state=random_state)
        seen = labels[: len(part)]
        if not 1 < len(np.unique(seen)) < len(part):
            return -1.0
        return float(silhouette_score(distances, seen, metric="precomputed"))

    return score
