"""The last word on each text: a mixture of term distributions, started from k-means."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.special import softmax

from smo.topics.cluster import members
from smo.topics.vectorize import Floats, Ints

SHARPNESS = np.float32(3.0)  # how many words a unit row stands for
_PRIOR = np.float32(0.05)  # count each topic lends to each term before any was seen
_ROUNDS = 15
_SETTLED = 0.002  # share of texts that may still move when the rounds end
_NEGLIGIBLE = np.float32(1e-3)  # share of a text in a topic that is not worth keeping
_CHUNK = 20_000  # rows compared with all topics at a time


@dataclass(frozen=True)
class Mixture:
    """Topics as distributions over terms.

    Parameters
    ----------
    counts : sparse matrix, shape (n_topics, n_terms)
        Weight of each term in each topic.
    sizes : array, shape (n_topics,)
        Texts in each topic.
    """

    counts: sp.csr_matrix
    sizes: Floats

    @property
    def size(self) -> int:
        """Number of topics."""
        return len(self.sizes)

    def best(self, rows: sp.csr_matrix) -> Ints:
        """Return the most probable topic of each row; the largest where no term tells."""
        return np.concatenate([block.argmax(axis=1) for block in self._log_probabilities(rows)])

    def shares(self, rows: sp.csr_matrix) -> sp.csr_matrix:
        """Return the probability of each topic for each row, negligible ones left out.

        Returns
        -------
        sparse matrix, shape (n_topics, n)
        """
        blocks = []
        for block in self._log_probabilities(rows):
            likely = softmax(block, axis=1)
            blocks.append(sp.csr_matrix(np.where(likely < _NEGLIGIBLE, 0, likely)))
        return sp.csr_matrix(sp.vstack(blocks).T)

    def similarities(self, rows: sp.csr_matrix) -> Floats:
        """Return the cosine between each row and each topic's mean row, in 0..1."""
        lengths = np.sqrt(self.counts.multiply(self.counts).sum(axis=1))
        units = sp.diags_array(1 / np.maximum(np.asarray(lengths).ravel(), 1e-12)) @ self.counts
        own = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        cosines = (rows @ units.T).toarray() / np.maximum(own, 1e-12)[:, None]
        return np.asarray(np.clip(cosines, 0.0, 1.0), dtype=np.float32)

    def take(self, topics: Ints) -> Mixture:
        """Return the mixture of these topics alone, in this order."""
        return Mixture(self.counts[topics], self.sizes[topics])

    def _log_probabilities(self, rows: sp.csr_matrix) -> list[Floats]:
        """Return log p(topic, row) up to a constant of the row, in blocks of rows."""
        known = (self.counts * (1 / _PRIOR)).log1p().T.tocsr()
        totals = np.asarray(self.counts.sum(axis=1)).ravel() + _PRIOR * self.counts.shape[1]
        blocks = []
        for start in range(0, rows.shape[0], _CHUNK):
            block = rows[start : start + _CHUNK] * SHARPNESS
            masses = np.asarray(block.sum(axis=1)).reshape(-1, 1)
            base = np.log(self.sizes + 1) - masses * np.log(totals)
            blocks.append((block @ known).toarray() + base.astype(np.float32))
        return blocks


def polish(rows: sp.csr_matrix, labels: Ints, k: int) -> Mixture:
    """Return the mixture that expectation maximization finds from a first clustering.

    The multinomial mixture of Yin & Wang (2014), A Dirichlet multinomial mixture model-based
    approach for short text clustering, fitted by expectation maximization in place of sampling.

    Parameters
    ----------
    rows : sparse matrix, shape (n, n_terms)
        Weights of terms.
    labels : array of int, shape (n,)
        First cluster of each row, 0..k-1.
    k : int
        Number of clusters; the mixture may leave some empty.

    Returns
    -------
    Mixture
        Estimated from rows that each belong to one topic.
    """
    shares = members(labels, k)
    for _ in range(_ROUNDS):
        shares = _estimate(rows, shares).shares(rows)
        before, labels = labels, _largest(shares)
        if float(np.mean(labels != before)) < _SETTLED:
            break
    return _estimate(rows, members(labels, k))


def _estimate(rows: sp.csr_matrix, shares: sp.csr_matrix) -> Mixture:
    counts = sp.csr_matrix(shares @ (rows * SHARPNESS))
    return Mixture(counts, np.asarray(shares.sum(axis=1), dtype=np.float32).ravel())


def _largest(shares: sp.csr_matrix) -> Ints:
    return np.asarray(shares.argmax(axis=0)).ravel().astype(np.int64)
