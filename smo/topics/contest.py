"""Expectation maximization among the few topics that each text may have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from smo.topics.vectorize import Floats, Ints

_MOST_MARKS = 1 << 27  # terms x topics up to which marking is faster than sorting

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Contest:
    """Rows that several topics want: a claim is a (row, topic), a triple one term of a claim."""

    topics: Ints  # of each claim
    claims: Ints  # claims of each row, at least one
    masses: Floats  # of each claim's row
    sizes: Ints  # triples of each claim
    weights: Floats  # of each triple's term in its row
    slots: npt.NDArray[np.int32]  # of each triple: its place in `pairs`
    pairs: Ints  # distinct topic * n_terms + term, ascending


def contest_of(rows: sp.csr_matrix, likely: sp.csr_matrix) -> Contest:
    """Return the contest of sparse rows for the topics that `likely` holds for each."""
    claims = np.diff(likely.indptr).astype(np.int64)
    owners = np.repeat(np.arange(len(claims)), claims)
    sizes = np.diff(rows.indptr).astype(np.int64)[owners]
    offsets = rows.indptr[owners].astype(np.int64) - (np.cumsum(sizes) - sizes)
    small = np.int32 if max(rows.shape[1] * likely.shape[1], sizes.sum()) < 2**31 else np.int64
    places = np.repeat(offsets.astype(small), sizes)
    places += np.arange(len(places), dtype=small)
    topics = likely.indices.astype(np.int64)
    keys = np.repeat((topics * rows.shape[1]).astype(small), sizes)
    keys += rows.indices[places]
    pairs, slots = _numbered(keys, rows.shape[1] * likely.shape[1])
    masses = np.asarray(rows.sum(axis=1), np.float32).ravel()[owners]
    return Contest(topics, claims, masses, sizes, rows.data[places], slots, pairs)


def _numbered(keys: Ints, most: int) -> tuple[Ints, npt.NDArray[np.int32]]:
    """Return the distinct keys, ascending, and the place of each key among them."""
    if most > _MOST_MARKS:
        pairs, slots = np.unique(keys, return_inverse=True)
        return pairs, slots.ravel().astype(np.int32)
    marks = np.zeros(most, np.bool_)
    marks[keys] = True
    return np.flatnonzero(marks), (np.cumsum(marks, dtype=np.int32) - 1)[keys]


def contend(
    contest: Contest,
    shares: Floats,
    *,
    fixed: sp.csr_matrix,
    sizes: Floats,
    prior: float,
    rounds: int,
) -> Floats:
    """Return the share of each claim after rounds of expectation maximization.

    Parameters
    ----------
    contest : Contest
        Who wants what.
    shares : array, shape (n_claims,)
        First share of each claim.
    fixed : sparse matrix, shape (n_topics, n_terms)
        Counts of the texts that only one topic wants.
    sizes : array, shape (n_topics,)
        How many these are.
    prior : float
        Count each topic lends to each term.
    rounds : int
        Rounds to make.
    """
    k, n_terms = fixed.shape
    base = np.zeros(len(contest.pairs), np.float32)
    if len(base):  # scipy answers no pairs with a sparse matrix
        base[:] = np.asarray(fixed[contest.pairs // n_terms, contest.pairs % n_terms]).ravel()
    masses = np.asarray(fixed.sum(axis=1)).ravel() + prior * n_terms
    for _ in range(rounds):
        spread = np.repeat(shares, contest.sizes) * contest.weights
        counts = base + np.bincount(contest.slots, spread, len(base))
        totals = masses + np.bincount(contest.topics, shares * contest.masses, k)
        members = sizes + np.bincount(contest.topics, shares, k)
        known = np.log1p(counts / prior).astype(np.float32)[contest.slots] * contest.weights
        scores = _sums(known, contest.sizes) + np.log(members + 1)[contest.topics]
        scores -= contest.masses * np.log(totals)[contest.topics]
        shares = _softmax(scores, contest.claims).astype(np.float32)
    return shares


def _sums(values: Floats, lengths: Ints) -> Doubles:
    """Return the sum of each run of values; a run of none is 0."""
    sums = np.zeros(len(lengths))
    filled = lengths > 0
    if len(values):
        sums[filled] = np.add.reduceat(values, (np.cumsum(lengths) - lengths)[filled])
    return sums


def _softmax(scores: Doubles, lengths: Ints) -> Doubles:
    starts = np.cumsum(lengths) - lengths
    shares = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
    shares /= np.repeat(np.add.reduceat(shares, starts), lengths)
    return np.asarray(shares)
