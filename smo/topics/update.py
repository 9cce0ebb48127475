"""Further texts for a fitted clusterer: old topics stay, new ones are born beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from smo.topics.cluster import members
from smo.topics.known import remember
from smo.topics.meaning import representatives
from smo.topics.nearness import FLOOR, floors, known_shares, own_similarities
from smo.topics.polish import SHARPNESS, Mixture
from smo.topics.stability import stability
from smo.topics.state import State
from smo.topics.vectorize import Floats, Ints, Terms, fixed_terms

_FEWEST = 5  # distinct texts that make a topic; fewer are strays of the old ones
_WORD_MIN_DF = 2  # new texts with a word that make it a term, as in a fit


def grow(
    state: State, texts: Sequence[str], bags: Sequence[str], cluster: Callable[[list[str]], State]
) -> State:
    """Return the state that also knows these texts.

    A text belongs to its most probable topic when its cosine with it, words that no topic knows
    counted in its length, is at least the topic's floor: what 95 % of the members reach. The
    others are clustered by themselves; a group of five or more distinct texts that hang together
    at least as the old topics' loosest members do is a new topic. The rest joins old topics.

    Parameters
    ----------
    state : State
        What a fit found; not changed.
    texts, bags : sequence of str
        Texts and their normal forms.
    cluster : callable
        Fits texts by themselves.

    Returns
    -------
    State
    """
    distinct, back = np.unique(np.asarray(bags, dtype=object), return_inverse=True)
    forms = [str(bag) for bag in distinct]
    spellings = representatives(texts, back.ravel(), len(forms))
    new = np.flatnonzero(state.known.places(forms) < 0).tolist()
    grown = _taught(state, [spellings[i] for i in new], [forms[i] for i in new], cluster)
    labels = grown.known.labels[grown.known.places(forms)][back.ravel()]
    return replace(grown, labels=np.concatenate([state.labels, labels]))


def _taught(
    state: State, texts: list[str], bags: list[str], cluster: Callable[[list[str]], State]
) -> State:
    """Return the state that knows distinct texts it had not seen."""
    if not texts:
        return state
    n_old, rows = state.mixture.size, state.rows(texts, bags)
    labels = state.mixture.best(rows)
    near = own_similarities(rows, labels, state.mixture)
    near = near * known_shares(state.terms, bags, len(state.known.keys))
    orphans = np.flatnonzero((near < state.floors[labels]) | (near <= 0))
    vectors = state.vectors
    if len(orphans) >= _FEWEST:
        alone = cluster(_pick(texts, orphans))
        # weighed as beside the old topics: a word that all of these share is rare there
        terms = _widened(state.terms, bags, len(state.known.keys))
        own = (_pick(texts, orphans), _pick(bags, orphans))
        shares = known_shares(terms, own[1], len(state.known.keys))
        weights = replace(state, terms=terms).rows(*own)
        born = _born(weights, alone.labels, shares, near[orphans], float(np.median(state.floors)))
        labels = labels.copy()
        labels[orphans[born >= 0]] = n_old + born[born >= 0]
        vectors = _vectors(state, alone, born)
    return _remembered(replace(state, vectors=vectors), texts, bags, labels)


def _remembered(state: State, texts: list[str], bags: list[str], labels: Ints) -> State:
    """Return the state whose words, mixture and memory hold the texts; `vectors` tells topics."""
    n_old, n_topics = state.mixture.size, len(state.vectors)
    before = len(state.terms.words.vocabulary_)
    taught = replace(state, terms=_widened(state.terms, bags, len(state.known.keys)))
    rows = taught.rows(texts, bags)
    added = len(taught.terms.words.vocabulary_) - before
    counts, told = state.mixture.counts, members(labels, n_topics)
    blank = _blank(n_old, added)
    counts = sp.csr_matrix(sp.hstack([counts[:, :before], blank, counts[:, before:]]))
    empty = _blank(n_topics - n_old, counts.shape[1])
    mixture = Mixture(
        sp.csr_matrix(sp.vstack([counts, empty]) + told @ (rows * SHARPNESS)),
        np.concatenate([state.mixture.sizes, np.zeros(n_topics - n_old, np.float32)])
        + np.bincount(labels, minlength=n_topics).astype(np.float32),
    )
    found, stable, own = state.floors, state.stability, np.flatnonzero(labels >= n_old)
    if len(own):
        newest = mixture.take(np.arange(n_old, n_topics))
        shares = known_shares(taught.terms, _pick(bags, own), len(state.known.keys))
        found = np.concatenate(
            [found, floors(rows[own], labels[own] - n_old, newest, shares.__getitem__)]
        )
        stable = np.concatenate([stable, _stability(rows[own], labels[own] - n_old, mixture)])
    codes = None if state.meaning is None else rows[:, -len(state.meaning.anchors) :]
    known = state.known.join(remember(bags, labels, codes))
    return replace(taught, mixture=mixture, floors=found, stability=stable, known=known)


def _stability(rows: sp.csr_matrix, labels: Ints, mixture: Mixture) -> Floats:
    """Return how stable each new topic is beside the old ones, the first of the mixture."""
    n_new = int(labels.max()) + 1
    old = mixture.take(np.arange(mixture.size - n_new))
    return stability(rows, labels, n_new, random_state=0, others=old)


def _widened(terms: Terms, bags: Sequence[str], n_before: int) -> Terms:
    """Return the terms with a column for each word that the new texts share."""
    counts = Counter(word for bag in bags for word in set(bag.split(" ")))
    vocabulary = terms.words.vocabulary_
    new = sorted(w for w, n in counts.items() if n >= _WORD_MIN_DF and w and w not in vocabulary)
    n = 1 + n_before + len(bags)
    idf = [float(np.log(n / (1 + counts[word])) + 1) for word in new]
    words = [*sorted(vocabulary, key=vocabulary.__getitem__), *new]
    all_idf = np.concatenate([terms.words.idf_, idf]).astype(np.float32)
    if terms.characters is None:
        return fixed_terms(words, all_idf, None, np.zeros(0, np.float32))
    pieces = terms.characters.vocabulary_
    names = sorted(pieces, key=pieces.__getitem__)
    return fixed_terms(words, all_idf, names, terms.characters.idf_)


def _blank(n_rows: int, n_columns: int) -> sp.csr_matrix:
    return sp.csr_matrix(np.zeros((n_rows, 0), np.float32), shape=(n_rows, n_columns))


def _born(
    rows: sp.csr_matrix, clusters: Ints, shares: Floats, near_old: Floats, loosest: float
) -> Ints:
    """Return the new topic of each text, 0 the largest; -1 where it is better off in an old one."""
    groups = _joined(rows, clusters, shares, loosest)
    mixture = _mixture(rows, groups)
    near = own_similarities(rows, groups, mixture) * shares
    groups = np.where(near > near_old, groups, -1)
    found = []
    for group in range(mixture.size):
        own = groups == group
        if own.sum() >= _FEWEST and float(np.median(near[own])) >= loosest:
            found.append((-int(own.sum()), group))
    born = np.full(len(groups), -1, np.int64)
    for topic, (_, group) in enumerate(sorted(found)):
        born[groups == group] = topic
    return born


def _joined(rows: sp.csr_matrix, clusters: Ints, shares: Floats, loosest: float) -> Ints:
    """Return the group of each text: two clusters are one where their union holds together.

    As the old topics hold together: a list about one thing, which the silhouette cannot tell,
    would otherwise become finer topics than the old ones. The most similar are joined first.
    """
    mixture = _mixture(rows, clusters)
    near = mixture.similarities(rows)
    typical = np.stack([near[clusters == k].mean(axis=0) for k in range(mixture.size)]).round(6)
    pairs = [
        (-float(typical[a, b] + typical[b, a]), a, b) for b in range(mixture.size) for a in range(b)
    ]
    groups = clusters.copy()
    for _, a, b in sorted(pairs):
        one, other = groups[clusters == a][0], groups[clusters == b][0]
        union = np.flatnonzero((groups == one) | (groups == other))
        together = np.zeros(len(union), np.int64)
        own = own_similarities(rows[union], together, _mixture(rows[union], together))
        if one != other and np.quantile(own * shares[union], FLOOR) >= loosest:
            groups[union] = min(one, other)
    return np.unique(groups, return_inverse=True)[1].ravel().astype(np.int64)


def _mixture(rows: sp.csr_matrix, groups: Ints) -> Mixture:
    sizes = np.bincount(groups)
    centers = members(groups, len(sizes)) @ (rows * SHARPNESS)
    return Mixture(sp.csr_matrix(centers), sizes.astype(np.float32))


def _vectors(state: State, alone: State, born: Ints) -> Floats:
    """Return the topics' vectors: new ones in dimensions of their own, since no word is shared."""
    if born.max() < 0:
        return state.vectors
    own = [alone.labels[born == topic] for topic in range(int(born.max()) + 1)]
    new = np.stack([alone.vectors[labels].mean(axis=0) for labels in own])
    right = np.zeros((len(state.vectors), new.shape[1]), np.float32)
    left = np.zeros((len(new), state.vectors.shape[1]), np.float32)
    return np.block([[state.vectors, right], [left, new]]).astype(np.float32)


def _pick(listed: Sequence[str], rows: Ints) -> list[str]:
    return [listed[row] for row in rows.tolist()]
