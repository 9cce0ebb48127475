"""The last word on each text: a mixture of term distributions, started from k-means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from smo.topics.chunks import in_chunks
from smo.topics.cluster import members
from smo.topics.contest import contend, contest_of
from smo.topics.vectorize import Floats, Ints

SHARPNESS = np.float32(3.0)  # how many words a unit row stands for
_PRIOR = np.float32(0.05)  # count each topic lends to each term before any was seen
_FULL_ROUNDS = 4  # searches among all topics
_FULL_ROUNDS_OF_MANY = 1
_MANY = 20_000_000  # rows x topics
_CANDIDATE_ROUNDS = 4  # rounds among each text's own topics after each search
_SETTLED = 0.002  # share of texts that may still move when the rounds end
_NEGLIGIBLE = 1e-3  # share of a text in a topic that is not worth keeping
_CANDIDATE = 5e-2  # share, of the largest one, from which a topic may still win a text
_CELLS = 1 << 19  # rows x topics at a time: 2 MB, what a core's cache holds
_MOST_CELLS = 1 << 27  # terms x topics that may be held dense: 512 MB

Result = TypeVar("Result")


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
        return np.concatenate(self._for_each_block(rows, _largest))

    def best_and_ties(self, rows: sp.csr_matrix) -> tuple[Ints, Ints]:
        """Return what `best` does, and the rows where another topic is as probable."""
        blocks = self._for_each_block(rows, _largest_two)
        labels = np.concatenate([block for block, _ in blocks])
        return labels, np.flatnonzero(np.concatenate([tied for _, tied in blocks]))

    def shares(self, rows: sp.csr_matrix) -> sp.csr_matrix:
        """Return the probability of each topic for each row, negligible ones left out.

        Returns
        -------
        sparse matrix, shape (n_topics, n)
        """
        return sp.csr_matrix(self.likely(rows, least=_NEGLIGIBLE).T)

    def likely(self, rows: sp.csr_matrix, *, least: float) -> sp.csr_matrix:
        """Return the shares row by row: a sparse matrix of shape (n, n_topics)."""
        blocks = self._for_each_block(rows, partial(_not_negligible, least=np.log(least)))
        counts = np.concatenate([count for count, _, _ in blocks])
        data = np.concatenate([share for _, _, share in blocks])
        topics = np.concatenate([topic for _, topic, _ in blocks])
        starts = np.concatenate([[0], np.cumsum(counts)])
        return sp.csr_matrix((data, topics, starts), shape=(rows.shape[0], self.size))

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

    def _for_each_block(
        self, rows: sp.csr_matrix, work: Callable[[Floats], Result]
    ) -> list[Result]:
        """Return what `work` makes of log p(topic, row), up to a constant, for blocks of rows."""
        known = sp.csr_matrix((self.counts * (1 / _PRIOR)).log1p().T)
        whole = known.shape[0] * self.size <= _MOST_CELLS
        weights = known.toarray() if whole else known
        totals = np.log(np.asarray(self.counts.sum(axis=1)).ravel() + _PRIOR * self.counts.shape[1])
        sizes = np.log(self.sizes + 1).astype(np.float32)
        sharp = rows * SHARPNESS
        masses = np.asarray(sharp.sum(axis=1), np.float32).reshape(-1, 1)
        totals = totals.astype(np.float32)

        def block(part: slice) -> Result:
            scores: Any = sharp[part] @ weights
            dense: Floats = scores if whole else scores.toarray()
            prior = masses[part] * totals
            np.subtract(sizes, prior, out=prior)
            dense += prior
            return work(dense)

        return in_chunks(block, rows.shape[0], max(1, _CELLS // self.size))


def _largest(scores: Floats) -> Ints:
    return np.asarray(scores.argmax(axis=1))


def _largest_two(scores: Floats) -> tuple[Ints, npt.NDArray[np.bool_]]:
    every, best = np.arange(len(scores)), scores.argmax(axis=1)
    top = scores[every, best]
    scores[every, best] = -np.inf
    return best, scores.max(axis=1) == top


def _not_negligible(scores: Floats, *, least: float) -> tuple[Ints, Ints, Floats]:
    """Return how many topics each row may have, these topics, and the share of each."""
    scores -= scores.max(axis=1, keepdims=True)
    rows, topics = np.divmod(np.flatnonzero(scores > least), scores.shape[1])
    shares = np.exp(scores[rows, topics])
    counts = np.bincount(rows, minlength=len(scores))
    starts = np.cumsum(counts) - counts
    shares /= np.repeat(np.add.reduceat(shares, starts), counts)
    return counts, topics, shares


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
    mixture = _estimate(rows, sp.csr_matrix(members(labels, k).T))
    many = rows.shape[0] * k > _MANY
    for _ in range(_FULL_ROUNDS_OF_MANY if many else _FULL_ROUNDS):
        likely = mixture.likely(rows, least=_CANDIDATE if many else _NEGLIGIBLE)
        before, labels = labels, _first_of(likely)
        if float(np.mean(labels != before)) < _SETTLED:
            break
        likely = settle(rows, likely, rounds=_CANDIDATE_ROUNDS)
        labels = _first_of(likely)
        mixture = _estimate(rows, likely)
    return _estimate(rows, sp.csr_matrix(members(labels, k).T))


def _estimate(rows: sp.csr_matrix, likely: sp.csr_matrix) -> Mixture:
    counts = sp.csr_matrix(likely.T @ rows) * SHARPNESS
    return Mixture(counts, np.asarray(likely.sum(axis=0), dtype=np.float32).ravel())


def _first_of(likely: sp.csr_matrix) -> Ints:
    """Return the topic with the largest share of each row, the first of equal ones."""
    counts = np.diff(likely.indptr)
    largest = np.repeat(np.maximum.reduceat(likely.data, likely.indptr[:-1]), counts)
    places = np.flatnonzero(likely.data == largest)
    owners = np.repeat(np.arange(len(counts)), counts)[places]
    return likely.indices[places[np.unique(owners, return_index=True)[1]]].astype(np.int64)


def settle(rows: sp.csr_matrix, likely: sp.csr_matrix, *, rounds: int) -> sp.csr_matrix:
    """Return the shares after rounds of expectation maximization among each row's topics.

    A row with one topic keeps it; of the others only the (row, topic, term) triples are visited,
    so that a round costs a hundredth of a search among all topics.

    Parameters
    ----------
    rows : sparse matrix, shape (n, n_terms)
        Weights of terms.
    likely : sparse matrix, shape (n, n_topics)
        Shares; topics without an entry stay out.
    rounds : int
        Rounds at most.
    """
    open_ = np.flatnonzero(np.diff(likely.indptr) > 1)
    if len(open_) == 0:
        return likely
    sure = np.diff(likely.indptr) == 1
    alone = sp.csr_matrix(sp.diags_array(sure.astype(np.float32)) @ likely)
    fixed = _estimate(rows, alone)
    contest = contest_of(rows[open_] * SHARPNESS, likely[open_])
    shares = contend(
        contest,
        likely[open_].data,
        fixed=fixed.counts,
        sizes=fixed.sizes,
        prior=float(_PRIOR),
        rounds=rounds,
    )
    result = likely.copy()
    result.data[np.repeat(~sure, np.diff(likely.indptr))] = shares
    return result
