"""k-means on unit vectors, on a sample where there are many."""

from __future__ import annotations

import warnings

import numpy as np
import scipy.sparse as sp
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

from smo.topics.vectorize import Floats, Ints

_SAMPLE = 30_000  # rows k-means is fitted on; more change no labelled set
_SAMPLE_PER_TOPIC = 30
_CHUNK = 20_000  # rows compared with all centers at a time
_LLOYD_STEPS = 2  # full steps over all rows after fitting on a sample
_MANY_STARTS = 10  # where a start is cheap: AMI of stackoverflow 0.698 -> 0.724
_FEW_STARTS = 3
_CHEAP = 1_000_000  # rows x clusters
_LUCKY = 64  # clusters above which the luck of a start evens out


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
        return fitted(dense, k, starts=starts, rounds=300, random_state=random_state)[0]
    rows = np.random.RandomState(random_state).permutation(n)[:size]
    centers = fitted(dense[rows], k, starts=1, rounds=50, random_state=random_state)[1]
    for _ in range(_LLOYD_STEPS):
        centers = mean_vectors(dense, assign(dense, centers), k)
    return assign(dense, centers)


def fitted(
    dense: Floats, k: int, *, starts: int, rounds: int, random_state: int
) -> tuple[Ints, Floats]:
    """Return labels and centers of scikit-learn's k-means."""
    model = KMeans(k, n_init=starts, max_iter=rounds, random_state=random_state)
    with warnings.catch_warnings():
        # vectors equal to rounding give fewer clusters than asked, which is an answer here
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(dense)
    return model.labels_.astype(np.int64), model.cluster_centers_.astype(np.float32)


def assign(dense: Floats, centers: Floats) -> Ints:
    """Return the nearest center of each vector."""
    half_squares = 0.5 * (centers**2).sum(axis=1)
    blocks = (dense[i : i + _CHUNK] for i in range(0, len(dense), _CHUNK))
    return np.concatenate([(block @ centers.T - half_squares).argmax(axis=1) for block in blocks])


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
