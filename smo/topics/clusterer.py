"""Texts into topics: an estimator that any keyword list can be given to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.base import BaseEstimator, ClusterMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from smo.errors import SmoError
from smo.text.normal import normal_forms
from smo.topics.choose_k import best_k, silhouette_curve
from smo.topics.cluster import kmeans, mean_vectors
from smo.topics.embed import embed
from smo.topics.polish import Mixture, polish
from smo.topics.vectorize import Floats, Ints, Terms, distinct_rows, fit_vectors

_BLANK = "\N{EMPTY SET}"  # the word of a text that has nothing to see


class KeywordClusterer(TransformerMixin, ClusterMixin, BaseEstimator):  # type: ignore[misc]
    """Cluster short texts into topics; texts with equal words are one text.

    TF-IDF of stems and of characters, latent and PPMI vectors, smoothing, k-means, and a
    multinomial mixture that has the last word. Nothing pretrained, nothing downloaded.

    Parameters
    ----------
    n_topics : int or "auto", default "auto"
        Topics wanted; "auto" takes the number with the best silhouette. Fewer come back where
        there are fewer distinct texts, or where the mixture leaves a topic empty.
    random_state : int, default 0
        Seed of everything that draws. The same seed gives the same topics for any order of the
        texts and any number of threads.

    Attributes
    ----------
    labels_ : array of int, shape (n,)
        Topic of each text given to `fit`; 0 has the most distinct texts.
    n_topics_ : int
        Number of topics found.
    silhouette_curve_ : dict of int to float
        Mean cosine silhouette of each number tried; empty where the number was given.
    topic_vectors_ : array of float32, shape (n_topics_, d)
        Mean dense vector of each topic.

    Raises
    ------
    SmoError
        When a parameter or a text is not what it must be.

    Examples
    --------
    >>> texts = ["red rope", "climbing rope", "ropes", "strong rope", "tent", "big tents"]
    >>> clusterer = KeywordClusterer(n_topics=2).fit(texts)
    >>> clusterer.labels_.tolist()
    [0, 0, 0, 0, 1, 1]
    >>> clusterer.predict(["blue ropes"]).tolist()
    [0]

    Notes
    -----
    Written for this library; each step cites its source where it is made. Words alone cannot join
    texts that share none ("sofa", "couch").
    """

    def __init__(self, n_topics: int | str = "auto", *, random_state: int = 0) -> None:
        self.n_topics = n_topics
        self.random_state = random_state

    def fit(self, texts: Iterable[str], y: object = None) -> KeywordClusterer:  # noqa: ARG002
        """Find the topics of texts.

        Parameters
        ----------
        texts : list, Series or array of str, shape (n,)
            At least one text; equal ones count once.
        y : None
            Ignored, here because scikit-learn passes it.

        Returns
        -------
        KeywordClusterer
            Itself, fitted.
        """
        wanted = _checked_number(self.n_topics)
        seed = _checked_seed(self.random_state)
        bags = _bags(texts, caller="KeywordClusterer.fit")
        distinct = sorted(set(bags))
        places = dict(zip(distinct, range(len(distinct)), strict=True))
        back = np.fromiter(map(places.__getitem__, bags), np.int64, len(bags))
        # one thread: sums over several come in any order, and a tie may then fall either way
        with threadpool_limits(limits=1):
            labels = self._fit_distinct(distinct, wanted, seed)
        self.labels_: Ints = labels[back]
        return self

    def _fit_distinct(self, bags: list[str], wanted: int | None, seed: int) -> Ints:
        terms, vectors = fit_vectors(bags)
        rows = vectors.joined()
        dense = embed(vectors, random_state=seed)
        most = distinct_rows(rows) if wanted is None else len(bags)
        curve: dict[int, float] = {}
        if wanted is None and most > 2:
            curve = silhouette_curve(dense, most=most, random_state=seed)
            wanted = best_k(curve)
        k = min(wanted or most, most)
        mixture = polish(rows, kmeans(dense, k, random_state=seed), k)
        mixture, labels = _settled(mixture, rows)
        # set only now: who interrupts a fit has no half of one
        self.terms_: Terms = terms
        self.silhouette_curve_: dict[int, float] = curve
        self.mixture_: Mixture = mixture
        self.n_topics_: int = mixture.size
        self.topic_vectors_: Floats = mean_vectors(dense, labels, mixture.size)
        return labels

    def predict(self, texts: Iterable[str]) -> Ints:
        """Return the topic of each text; a text given to `fit` gets its label again.

        Parameters
        ----------
        texts : list, Series or array of str, shape (n,)
            Texts; one whose words were never seen goes to the largest topic.

        Returns
        -------
        array of int, shape (n,)
        """
        check_is_fitted(self)
        rows = self.terms_.vectors(_bags(texts, caller="KeywordClusterer.predict")).joined()
        return self.mixture_.best(rows)

    def transform(self, texts: Iterable[str]) -> Floats:
        """Return the cosine of each text with each topic's mean, over words and characters.

        Parameters
        ----------
        texts : list, Series or array of str, shape (n,)
            Texts; one whose words were never seen is 0 from everything.

        Returns
        -------
        array of float32, shape (n, n_topics_)
            0..1. The largest is nearly always, not always, at the topic `predict` gives.
        """
        check_is_fitted(self)
        rows = self.terms_.vectors(_bags(texts, caller="KeywordClusterer.transform")).joined()
        return self.mixture_.similarities(rows)

    def __sklearn_tags__(self) -> Any:
        """Say to scikit-learn that the input is texts."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags


def _bags(texts: Iterable[str], *, caller: str) -> list[str]:
    """Return the words of each text's normal form, sorted: order of words tells no topics apart."""
    listed = _checked_texts(texts, caller=caller)
    return [" ".join(sorted(normal.split(" "))) or _BLANK for normal in normal_forms(listed)]


def _checked_texts(texts: Iterable[str], *, caller: str) -> Sequence[str]:
    remedy = "give a list, Series or array of texts"
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise SmoError(
            f"expected texts, got one {type(texts).__name__}", where=caller, remedy=remedy
        )
    if getattr(texts, "ndim", 1) != 1:
        raise SmoError("expected texts, got a table", where=caller, remedy=remedy)
    listed = list(texts)
    for row, text in enumerate(listed):
        if not isinstance(text, str):
            raise SmoError(f"row {row} is {text!r}, which is no text", where=caller, remedy=remedy)
    if not listed:
        raise SmoError("there are no texts", where=caller, remedy="give at least one text")
    return listed


def _checked_number(n_topics: int | str) -> int | None:
    """Return the number wanted, None for "auto"."""
    if isinstance(n_topics, str) and n_topics == "auto":
        return None
    whole = isinstance(n_topics, int | np.integer) and not isinstance(n_topics, bool)
    if not whole or int(n_topics) < 1:
        raise SmoError(
            f"'n_topics' must be 'auto' or a whole number >= 1; got {n_topics!r}",
            where="KeywordClusterer",
        )
    return int(n_topics)


def _checked_seed(random_state: int) -> int:
    whole = isinstance(random_state, int | np.integer) and not isinstance(random_state, bool)
    if not whole or int(random_state) < 0:
        raise SmoError(
            f"'random_state' must be a whole number >= 0; got {random_state!r}",
            where="KeywordClusterer",
        )
    return int(random_state)


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
