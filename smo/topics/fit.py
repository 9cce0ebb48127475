"""The fit itself: normal forms to terms, features, clusters and the mixture, in this order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from smo.text.normal import normal_forms
from smo.text.rules import WordRules
from smo.topics.choose_k import best_k, silhouette_curve
from smo.topics.cluster import kmeans, mean_vectors
from smo.topics.embed import embed
from smo.topics.known import remember
from smo.topics.meaning import Meant
from smo.topics.nearness import floors, known_shares
from smo.topics.polish import Mixture, polish
from smo.topics.progress import steps
from smo.topics.stability import stability
from smo.topics.state import State
from smo.topics.vectorize import Floats, Ints, distinct_rows, fit_vectors

_BLANK = "\N{EMPTY SET}"  # the word of a text that has nothing to see


def bags_of(texts: Sequence[str], rules: WordRules) -> list[str]:
    """Return the words of each text's normal form, sorted: order of words tells no topics apart.

    Examples
    --------
    >>> bags_of(["red shoes", "shoe, red", "?!"], WordRules())
    ['red shoe', 'red shoe', '?!']
    """
    forms = normal_forms(texts, rules)
    return [" ".join(sorted(normal.split(" "))) or _BLANK for normal in forms]


def fit_state(
    bags: list[str], meant: Meant | None, wanted: int | None, *, random_state: int
) -> State:
    """Return everything that a fit finds in distinct normal forms, sorted.

    Parameters
    ----------
    bags : list of str
        Sorted words of each normal form.
    meant : Meant or None
        What an embedding says of each.
    wanted : int or None
        Number of topics; None takes the best.
    random_state : int
        Seed of everything that draws.

    Returns
    -------
    State
        Its labels are those of the normal forms.
    """
    with steps("topics", 5) as step:
        step("words")
        terms, vectors = fit_vectors(bags)
        rows = vectors.joined()
        codes = None if meant is None else meant.codes
        if codes is not None:
            rows = sp.csr_matrix(sp.hstack([rows, codes]))
        step("vectors")
        meanings = None if meant is None else meant.vectors
        dense = embed(vectors, random_state=random_state, meanings=meanings, rows=rows)
        step("number of topics")
        k, curve = _number(dense, rows, wanted, random_state=random_state)
        step("clusters")
        first = kmeans(dense, k, random_state=random_state)
        step("mixture")
        mixture, labels = _settled(polish(rows, first, k), rows)
    return State(
        terms=terms,
        mixture=mixture,
        labels=labels,
        known=remember(bags, labels, codes),
        curve=curve,
        vectors=mean_vectors(dense, labels, mixture.size),
        floors=floors(
            rows,
            labels,
            mixture,
            lambda drawn: known_shares(terms, [bags[row] for row in drawn.tolist()], len(bags)),
        ),
        stability=stability(rows, labels, mixture.size, random_state=random_state),
        meaning=None if meant is None else meant.meaning,
    )


def _number(
    dense: Floats, rows: sp.csr_matrix, wanted: int | None, *, random_state: int
) -> tuple[int, dict[int, float]]:
    """Return the number of topics, and the silhouettes where it had to be found."""
    most = distinct_rows(rows) if wanted is None else len(dense)
    if wanted is not None or most <= 2:
        return min(wanted or most, most), {}
    curve = silhouette_curve(dense, most=most, random_state=random_state)
    return min(best_k(curve), most), curve


def _settled(mixture: Mixture, rows: sp.csr_matrix) -> tuple[Mixture, Ints]:
    """Return the mixture without empty topics, largest first, and the labels it gives."""
    labels, tied = mixture.best_and_ties(rows)
    while True:
        found, first, sizes = np.unique(labels, return_index=True, return_counts=True)
        order = found[np.lexsort((first, -sizes))]
        place = np.zeros(mixture.size, np.int64)
        place[order] = np.arange(len(order))
        mixture, labels = mixture.take(order), place[labels]
        # of equally probable topics the largest wins, and which that is has just changed
        labels[tied] = mixture.best(rows[tied]) if len(tied) else labels[tied]
        if len(np.unique(labels)) == mixture.size:
            return mixture, labels
