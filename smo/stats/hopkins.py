"""Whether texts cluster at all: the Hopkins statistic against texts whose words met by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.preprocessing import normalize

from smo.stats.normal import two_sided_z

_ROWS = 100_000  # texts looked at; a draw of a longer list says the same
_PROBES = 300  # texts whose nearest other is looked for; a third of a shorter list
_BAND = 0.95
_FEWEST = 30  # texts below which nothing is said: ten probes decide nothing
_SAME = 1 - 1e-9  # cosine of equal words
_BATCH = 50  # probes compared at once with all texts: tens of megabytes

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Tendency:
    """What is said of the tendency to cluster.

    Parameters
    ----------
    statistic : float
        Hopkins statistic, 0..1: 0.5 where words meet by chance, more where they come in groups;
        NaN where there are too few texts.
    low, high : float
        Where 95 % of it lie if words meet by chance; NaN likewise.
    """

    statistic: float
    low: float
    high: float

    @property
    def clusters(self) -> bool | None:
        """Whether the texts cluster; None where nothing can be said."""
        return None if np.isnan(self.statistic) else self.statistic > self.high


def tendency(counts: sp.csr_matrix, *, random_state: int) -> Tendency:
    """Return whether texts tend to cluster.

    The statistic of Hopkins & Skellam (1954), A new method for determining the type of
    distribution of plant individuals::

        H = sum u / (sum u + sum w)

    where w is the distance (1 - cosine) of a text drawn from the list to the nearest different
    one, and u the same in the null. Points of the null are usually drawn from a box; texts fill
    no box, so the null is the same list with the words of all texts dealt out anew: each text
    keeps its number of words, each word its number of texts. u is measured inside the null, for
    a word of one text alone would always find itself in the list. Where the list is such a deal
    itself, u and w are drawn alike, and the band of H follows from relabeling them (Fisher's
    randomization test).

    Parameters
    ----------
    counts : sparse matrix, shape (n_texts, n_words)
        How often each distinct text holds each word. Of more than 100,000 texts as many are drawn.
    random_state : int
        Seed of the draws.

    Returns
    -------
    Tendency
        Nothing is said of fewer than thirty texts.

    Examples
    --------
    >>> draw = np.random.RandomState(0)
    >>> words = draw.randint(0, 10, (200, 3)) + 10 * draw.randint(0, 10, 200)[:, None]
    >>> def counted(words):
    ...     rows = np.repeat(np.arange(len(words)), words.shape[1])
    ...     return sp.csr_matrix((np.ones(words.size), (rows, words.ravel())))
    >>> tendency(counted(words), random_state=0).clusters
    True
    >>> tendency(counted(draw.randint(0, 100, (200, 3))), random_state=0).clusters
    False
    """
    held = _ones(counts)
    draw = np.random.RandomState(random_state)
    held = held[np.sort(draw.permutation(held.shape[0])[:_ROWS])]
    n = held.shape[0]
    if n < _FEWEST or held.nnz == 0:
        return Tendency(np.nan, np.nan, np.nan)
    weights = np.log((1 + n) / (1 + np.bincount(held.indices, minlength=held.shape[1]))) + 1
    texts, chance = _unit(held, weights), _unit(_dealt(held, draw), weights)
    n_probes = min(_PROBES, n // 3)
    probes, others = (np.sort(draw.permutation(n)[:n_probes]) for _ in range(2))
    return _compared(_nearest(texts[probes], texts), _nearest(chance[others], chance))


def _compared(own: Doubles, null: Doubles) -> Tendency:
    """Return the statistic, and the band of it over all relabelings of the two samples."""
    pooled, total = np.concatenate([own, null]), float(own.sum() + null.sum())
    if total <= 0:
        return Tendency(0.5, 0.5, 0.5)
    # the sum of a half drawn without replacement: variance n/2 * n/2 / (n - 1) * that of one
    n = len(pooled)
    spread = two_sided_z(_BAND) * float(np.sqrt(n / 2 * (n / 2) / (n - 1) * pooled.var())) / total
    statistic = float(null.sum()) / total
    return Tendency(*(round(number, 6) for number in (statistic, 0.5 - spread, 0.5 + spread)))


def _dealt(held: sp.csr_matrix, draw: np.random.RandomState) -> sp.csr_matrix:
    """Return the texts with all their words dealt out anew; one dealt twice to a text is one."""
    words = draw.permutation(held.indices)
    dealt = sp.csr_matrix((held.data, words, held.indptr), shape=held.shape)
    return _ones(dealt)


def _ones(counts: sp.csr_matrix) -> sp.csr_matrix:
    """Return which text holds which word."""
    held = sp.csr_matrix(counts, copy=True)
    held.sum_duplicates()
    held.eliminate_zeros()
    return sp.csr_matrix(held.astype(bool).astype(np.float64))


def _unit(held: sp.csr_matrix, weights: Doubles) -> sp.csr_matrix:
    return sp.csr_matrix(normalize(held.multiply(weights)))


def _nearest(probes: sp.csr_matrix, texts: sp.csr_matrix) -> Doubles:
    """Return the distance of each probe to the nearest text of other words."""
    distances = np.empty(probes.shape[0])
    across = sp.csr_matrix(texts.T)
    for start in range(0, probes.shape[0], _BATCH):
        cosines = sp.csr_matrix(probes[start : start + _BATCH] @ across)
        for row in range(cosines.shape[0]):
            found = cosines.data[cosines.indptr[row] : cosines.indptr[row + 1]]
            distances[start + row] = 1 - found.max(initial=0.0, where=found < _SAME)
    return np.asarray(distances.round(9))
