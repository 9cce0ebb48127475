"""Texts into topics: an estimator that any keyword list can be given to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from sklearn.base import (
    BaseEstimator,
    ClassNamePrefixFeaturesOutMixin,
    ClusterMixin,
    TransformerMixin,
)
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

import smo
from smo.text.learn import learn_rules
from smo.text.lemma import STEMS
from smo.text.rules import WordRules
from smo.topics.checked import (
    checked_forms,
    checked_languages,
    checked_number,
    checked_parameters,
    checked_seed,
    checked_texts,
)
from smo.topics.fit import bags_of, fit_state
from smo.topics.meaning import Meant, fit_meaning, representatives
from smo.topics.persist import load_state, save_state
from smo.topics.state import State
from smo.topics.update import grow
from smo.topics.vectorize import Floats, Ints


class KeywordClusterer(
    ClassNamePrefixFeaturesOutMixin,  # type: ignore[misc]
    TransformerMixin,  # type: ignore[misc]
    ClusterMixin,  # type: ignore[misc]
    BaseEstimator,  # type: ignore[misc]
):
    """Cluster short texts into topics; texts with equal words are one text.

    TF-IDF of stems and of characters, latent and PPMI vectors, smoothing, k-means, and a
    multinomial mixture that has the last word. Nothing pretrained, nothing downloaded.

    Parameters
    ----------
    n_topics : int or "auto", default "auto"
        Topics wanted; "auto" takes the number with the best silhouette. Fewer come back where
        there are fewer distinct texts, or where the mixture leaves a topic empty.
    embeddings : transformer, optional
        What knows that words mean the same: any scikit-learn transformer of texts with one row a
        text, dense or sparse. A fitted one is used as it is, else a clone is fitted on the texts,
        one spelling of each normal form. `sklearn.base.clone` forgets a fit: keep it in a
        `sklearn.frozen.FrozenEstimator`.
    languages : "auto" or tuple of str, default "auto"
        Languages the texts may be in, as two-letter codes; with "auto" the texts tell.
    word_forms : {"stems", "lemmas"}
        With "lemmas", Russian words are looked up in a dictionary first (the extra `lemma`).
    random_state : int, default 0
        Seed of all draws: equal topics for any order of the texts and any number of threads.

    Attributes
    ----------
    labels_ : array of int, shape (n,)
        Topic of each text given to `fit`; 0 has the most distinct texts.
    n_topics_ : int
        Number of topics found.
    silhouette_curve_ : dict of int to float
        Mean cosine silhouette of each number tried; empty where the number was given.
    rules_ : WordRules
        How the words of the texts are stemmed; `predict` uses the same.
    topic_vectors_ : array of float32, shape (n_topics_, d)
        Mean dense vector of each topic.
    stability_ : array of float32, shape (n_topics_,)
        Share of each topic, 0..1, that comes back from half of its texts: mean Jaccard similarity
        over ten resamples. Below 0.6 a topic is not to be trusted.
    embeddings_ : transformer or None
        The fitted `embeddings`.

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
    Each step cites its source where it is made. A text has no columns: no `n_features_in_`.
    """

    def __init__(
        self,
        n_topics: int | str = "auto",
        *,
        languages: str | tuple[str, ...] = "auto",
        word_forms: str = STEMS,
        embeddings: Any = None,
        random_state: int = 0,
    ) -> None:
        self.n_topics = n_topics
        self.languages = languages
        self.word_forms = word_forms
        self.embeddings = embeddings
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
        listed = checked_texts(texts, caller="KeywordClusterer.fit")
        languages, forms = checked_languages(self.languages), checked_forms(self.word_forms)
        self.state_: State = self._found(listed, learn_rules(listed, languages, forms))
        return self

    def _found(self, listed: list[str], rules: WordRules) -> State:
        wanted = checked_number(self.n_topics)
        seed = checked_seed(self.random_state)
        bags = bags_of(listed, rules)
        distinct = sorted(set(bags))
        places = dict(zip(distinct, range(len(distinct)), strict=True))
        back = np.fromiter(map(places.__getitem__, bags), np.int64, len(bags))
        # one thread: sums over several come in any order, and a tie may then fall either way
        with threadpool_limits(limits=1):
            meant = self._meant(listed, back, len(distinct), seed)
            state = fit_state(distinct, meant, wanted, random_state=seed)
        return replace(state, labels=state.labels[back], rules=rules)

    def _meant(self, texts: list[str], back: Ints, n: int, seed: int) -> Meant | None:
        if self.embeddings is None:
            return None
        return fit_meaning(self.embeddings, representatives(texts, back, n), random_state=seed)

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
        listed = checked_texts(texts, caller="KeywordClusterer.predict")
        return self.state_.best(listed, bags_of(listed, self.state_.rules))

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
        listed = checked_texts(texts, caller="KeywordClusterer.transform")
        bags = bags_of(listed, self.state_.rules)
        return self.state_.mixture.similarities(self.state_.rows(listed, bags))

    def update(self, texts: Iterable[str]) -> Self:
        """Return a new clusterer that knows further texts; this one stays as it is.

        A text joins the topic it fits; texts that fit none, and each other, become new topics
        with the next ids. Nothing told once is told otherwise: many updates end below one fit.

        Parameters
        ----------
        texts : list, Series or array of str, shape (n,)
            Texts, new or seen before; their order changes nothing.

        Returns
        -------
        KeywordClusterer
            Its `labels_` are those of this one, then those of the texts.
        """
        check_is_fitted(self)
        listed = checked_texts(texts, caller="KeywordClusterer.update")
        seed = checked_seed(self.random_state)
        rules = self.state_.rules
        fresh = KeywordClusterer(embeddings=self.embeddings_, random_state=seed)
        model = type(self)(**self.get_params(deep=False))
        with threadpool_limits(limits=1):
            model.state_ = grow(
                self.state_, listed, bags_of(listed, rules), lambda new: fresh._found(new, rules)
            )
        return model

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the fitted clusterer as one file, without pickle, and return the path.

        Parameters
        ----------
        path : path
            File to write, whole or not at all. It holds words of the keywords, but no keyword;
            of `embeddings` the name alone: whoever loads it gives `embeddings_` back.
        """
        check_is_fitted(self)
        return save_state(path, self.state_, checked_parameters(self), smo.__version__)

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, embeddings: Any = None) -> Self:
        """Return the clusterer that `save` wrote: same labels, same predictions.

        Parameters
        ----------
        path : path
            The file. It is checked, and runs no code.
        embeddings : transformer, optional
            The fitted `embeddings_` of the clusterer saved; needed where it had one.

        Raises
        ------
        SmoError
            When the file is damaged or none of ours; when the transformer is missing or another.
        """
        state, parameters = load_state(path, embeddings)
        model = cls(**parameters, embeddings=embeddings)
        model.state_ = state
        return model

    @property
    def labels_(self) -> Ints:
        """Topic of each text given."""
        return self.state_.labels

    @property
    def n_topics_(self) -> int:
        """Number of topics found."""
        return self.state_.mixture.size

    @property
    def rules_(self) -> WordRules:
        """How the words of the texts are stemmed."""
        return self.state_.rules

    @property
    def silhouette_curve_(self) -> dict[int, float]:
        """Silhouette of each number of topics tried."""
        return dict(self.state_.curve)

    @property
    def topic_vectors_(self) -> Floats:
        """Mean dense vector of each topic."""
        return self.state_.vectors

    @property
    def stability_(self) -> Floats:
        """Share of each topic that comes back from half of its texts."""
        return self.state_.stability

    @property
    def embeddings_(self) -> Any:
        """Fitted embeddings, or None."""
        return self.state_.meaning and self.state_.meaning.transformer

    @property
    def _n_features_out(self) -> int:
        return self.n_topics_

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.transformer_tags.preserves_dtype = []  # texts have no dtype to preserve
        return tags
