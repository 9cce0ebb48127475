"""Everything a fit found, in one piece: what a clusterer holds, saves and grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from smo.text.rules import BY_SCRIPT, WordRules
from smo.topics.known import Known
from smo.topics.meaning import Meaning
from smo.topics.polish import Mixture
from smo.topics.vectorize import Floats, Ints, Terms


@dataclass(frozen=True)
class State:
    """A fitted clusterer.

    Parameters
    ----------
    terms : Terms
        Fitted vectorizers of normal forms.
    mixture : Mixture
        Topics as distributions over terms, then over the anchors of an embedding.
    labels : array of int, shape (n,)
        Topic of each text given, in order.
    known : Known
        Normal forms seen and their topics.
    curve : dict of int to float
        Silhouette of each number of topics tried.
    vectors : array of float32, shape (n_topics, d)
        Mean dense vector of each topic.
    floors : array of float32, shape (n_topics,)
        Cosine with a topic below which a new text does not belong there.
    stability : array of float32, shape (n_topics,)
        Share of a topic that comes back from half of its texts.
    meaning : Meaning or None
        Fitted embedding.
    rules : WordRules
        How the words of the texts are stemmed.
    """

    terms: Terms
    mixture: Mixture
    labels: Ints
    known: Known
    curve: dict[int, float]
    vectors: Floats
    floors: Floats
    stability: Floats
    meaning: Meaning | None
    rules: WordRules = BY_SCRIPT

    def rows(self, texts: Sequence[str], bags: Sequence[str]) -> sp.csr_matrix:
        """Return the sparse rows of texts: words, characters, and anchors of an embedding."""
        rows = self.terms.vectors(bags).joined()
        if self.meaning is None or self.known.codes is None:
            return rows
        places = self.known.places(bags)
        new = np.flatnonzero(places < 0).tolist()
        codes = self.known.codes
        if new:
            # a text seen before keeps what its commonest spelling said: equal form, equal topic
            places[new] = codes.shape[0] + np.arange(len(new))
            fresh = self.meaning.codes(self.meaning.vectors([texts[row] for row in new]))
            codes = sp.csr_matrix(sp.vstack([codes, fresh]))
        return sp.csr_matrix(sp.hstack([rows, codes[places]]))

    def best(self, texts: Sequence[str], bags: Sequence[str]) -> Ints:
        """Return the topic of each text; a normal form seen before keeps its topic."""
        places = self.known.places(bags)
        labels = self.known.labels[np.maximum(places, 0)]
        new = np.flatnonzero(places < 0).tolist()
        if new:
            rows = self.rows([texts[row] for row in new], [bags[row] for row in new])
            labels[new] = self.mixture.best(rows)
        return labels
