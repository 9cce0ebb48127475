"""How near a text is to its own topic, without comparing it with all the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import scipy.sparse as sp

from smo.topics.polish import SHARPNESS, Mixture
from smo.topics.vectorize import Floats, Ints, Terms, count_words

FLOOR = 0.05  # quantile of members' similarity that a newcomer must reach
_NOTHING = 1e-6  # share of a topic's squared length that is rounding
_MEMBERS = 200  # of a topic, whose similarity is taken: enough for a quantile of 0.05


def own_similarities(rows: sp.csr_matrix, labels: Ints, mixture: Mixture) -> Floats:
    """Return the cosine between each row and the mean row of its own topic.

    The same numbers as `Mixture.similarities` at the labels, in memory that does not grow with
    the number of topics.

    Returns
    -------
    array of float32, shape (n,)
        0..1.
    """
    dots, own, lengths = _products(rows, labels, mixture)
    cosines = dots / np.maximum(own * lengths[labels], 1e-12)
    return np.asarray(np.clip(cosines, 0.0, 1.0), dtype=np.float32)


def floors(
    rows: sp.csr_matrix, labels: Ints, mixture: Mixture, known: Callable[[Ints], Floats]
) -> Floats:
    """Return how near a text must be to a topic to belong there: as near as its members are.

    A low quantile of the members' cosines with the rest of their topic. A topic of one, or one
    looser than all topics together, takes the quantile of all.

    Parameters
    ----------
    rows : sparse matrix, shape (n, n_terms)
    labels : array of int, shape (n,)
    mixture : Mixture
    known : callable
        What `known_shares` says of the words of some rows.

    Returns
    -------
    array of float32, shape (n_topics,)
    """
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(mixture.size + 1))
    spans = [_spread(order[low:high]) for low, high in pairwise(starts)]
    drawn = np.concatenate(spans)
    near = _rest_similarities(rows[drawn], labels[drawn], mixture) * known(drawn)
    overall = float(np.quantile(near, FLOOR))
    found = np.full(mixture.size, overall, np.float32)
    ends = np.cumsum([len(span) for span in spans])
    for topic, own in enumerate(np.split(near, ends[:-1])):
        if len(own) > 1:
            found[topic] = max(overall, float(np.quantile(own, FLOOR)))
    return found


def known_shares(terms: Terms, bags: Sequence[str], n: int) -> Floats:
    """Return the length that a text keeps when the words no topic knows count in it: 0..1.

    "rope zzz" has the cosine of "rope" with every topic, since "zzz" has no column; this is by
    how much it would be farther away if it had one, with the weight of a word seen once in `n`.

    Examples
    --------
    >>> from smo.topics.vectorize import fit_terms
    >>> terms = fit_terms(["rope", "red rope", "red tent"])
    >>> known_shares(terms, ["rope", "rope zzz", "zzz"], 3).round(2)
    array([1.  , 0.61, 0.  ], dtype=float32)
    """
    counts, names = count_words(bags)
    counts.data[:] = 1.0
    places = np.array([terms.words.vocabulary_.get(name, -1) for name in names])
    squares = np.where(places >= 0, np.square(terms.words.idf_.astype(float))[places], 0.0)
    known = counts @ squares
    rare = (np.log((1 + n) / 2) + 1) ** 2
    return np.asarray(np.sqrt(known / (known + rare * (counts @ (places < 0)))), dtype=np.float32)


def _spread(rows: Ints) -> Ints:
    """Return at most `_MEMBERS` rows, evenly spaced."""
    if len(rows) <= _MEMBERS:
        return rows
    return rows[np.linspace(0, len(rows) - 1, _MEMBERS).astype(np.int64)]


def _rest_similarities(rows: sp.csr_matrix, labels: Ints, mixture: Mixture) -> Floats:
    """Return the cosine between each row and its topic without it."""
    dots, own, lengths = _products(rows, labels, mixture)
    # a topic is the sum of its rows, each counted SHARPNESS times
    squares = lengths[labels] ** 2 - 2 * SHARPNESS * dots + (SHARPNESS * own) ** 2
    alone = squares < _NOTHING * lengths[labels] ** 2
    cosines = (dots - SHARPNESS * own**2) / (own * np.sqrt(np.maximum(squares, 1e-12)) + 1e-12)
    cosines[alone] = 0.0
    return np.asarray(np.clip(cosines, 0.0, 1.0), dtype=np.float32)


def _products(
    rows: sp.csr_matrix, labels: Ints, mixture: Mixture
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return row x topic for each row's own topic, lengths of the rows, lengths of the topics."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(mixture.size + 1))
    dots = np.zeros(len(labels))
    lengths = np.zeros(mixture.size)
    for topic, (low, high) in enumerate(pairwise(starts)):
        center = mixture.counts[[topic]].toarray().ravel().astype(np.float64)
        lengths[topic] = np.sqrt(center @ center)
        if high > low:
            dots[order[low:high]] = rows[order[low:high]] @ center
    own = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1), np.float64).ravel())
    return dots, own, lengths
