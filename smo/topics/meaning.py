"""What a pretrained or fitted model knows of texts, as features beside their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.special import softmax
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.preprocessing import normalize
from sklearn.utils.validation import check_is_fitted

from smo.errors import SmoError
from smo.topics.cluster import centers_of
from smo.topics.embed import latent_terms
from smo.topics.vectorize import Floats, Ints

# Of the anchors beside the words. Vectors planted in banking77 that k-means alone clusters to an
# AMI of 0.81, joined to words that reach 0.65: 0.77 at weight 1, 0.87 at 2, 0.87 at 2.5; vectors of
# noise cost 0.02.
CODE_WEIGHT = 2.0
_ANCHORS_PER_ROOT = 4  # anchors for each unit of sqrt(texts): finer than any topics wanted
_MOST_ANCHORS = 1_000
_ANCHOR_SAMPLE = 30_000  # rows the anchors are fitted on
_NEAREST = 3  # anchors that code a text
_SHARPNESS = 10.0  # of cosines: an anchor 0.1 farther counts a third
_MOST_COLUMNS = 512  # sparse output wider than this is reduced: dense rows of it fill the memory
_CHUNK = 20_000
_WHERE = "KeywordClusterer(embeddings=...)"


@dataclass(frozen=True)
class Meaning:
    """A fitted transformer of texts, and the anchors that turn its vectors into terms.

    The mixture that has the last word counts terms, so a vector becomes a few weighed anchors:
    texts that mean the same share anchors as texts that say the same share words.

    Parameters
    ----------
    transformer : object
        Fitted; its `transform` turns n texts into n rows.
    projection : array, shape (columns, d), or None
        Reduces wide sparse output.
    anchors : array, shape (n_anchors, d)
        Unit vectors.
    """

    transformer: Any
    projection: Floats | None
    anchors: Floats

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a unit vector for each text, zeros where the transformer knows nothing."""
        return _units(_raw_rows(self.transformer, texts), self.projection)

    def codes(self, vectors: Floats) -> sp.csr_matrix:
        """Return the weighed nearest anchors of unit vectors, rows of length `CODE_WEIGHT`."""
        n, size = len(vectors), len(self.anchors)
        near = min(_NEAREST, size)
        columns, weights = np.empty((n, near), np.int64), np.empty((n, near), np.float32)
        for start in range(0, n, _CHUNK):
            part = slice(start, start + _CHUNK)
            cosines = vectors[part] @ self.anchors.T
            columns[part] = np.argpartition(-cosines, near - 1, axis=1)[:, :near]
            best = np.take_along_axis(cosines, columns[part], axis=1)
            weights[part] = normalize(softmax(_SHARPNESS * best, axis=1))
        weights *= CODE_WEIGHT * (np.abs(vectors).sum(axis=1, keepdims=True) > 0)
        rows = sp.csr_matrix(
            (weights.ravel(), columns.ravel(), np.arange(0, n * near + 1, near)), shape=(n, size)
        )
        rows.eliminate_zeros()
        rows.sort_indices()
        return rows


@dataclass(frozen=True)
class Meant:
    """What a fit learned: the meaning, and the vectors and codes of the texts it was fitted on."""

    meaning: Meaning
    vectors: Floats
    codes: sp.csr_matrix


def fit_meaning(transformer: Any, texts: Sequence[str], *, random_state: int) -> Meant:
    """Return the meaning of texts as a transformer tells it.

    Parameters
    ----------
    transformer : object
        Has `transform`; where it is not fitted yet, a clone of it is fitted on the texts.
    texts : sequence of str
        One for each normal form.
    random_state : int
        Seed of the anchors.

    Returns
    -------
    Meant
        Fitted, with n vectors and n codes.

    Raises
    ------
    SmoError
        When the transformer has no `transform`, or gives anything but a finite row for a text.
    """
    ready = _fitted_transformer(transformer, texts)
    rows = _raw_rows(ready, texts)
    projection = None
    if _is_sparse(rows) and rows.shape[1] > _MOST_COLUMNS:
        projection = _projection(normalize(rows), random_state=random_state)
    vectors = _units(rows, projection)
    drawn = np.random.RandomState(random_state).permutation(len(vectors))[:_ANCHOR_SAMPLE]
    sample = vectors[np.sort(drawn)]
    distinct = len(np.unique(sample.round(6), axis=0))
    size = min(_MOST_ANCHORS, distinct, max(1, round(_ANCHORS_PER_ROOT * len(vectors) ** 0.5)))
    centers = centers_of(sample, size, starts=1, rounds=20, random_state=random_state)
    meaning = Meaning(ready, projection, np.asarray(normalize(centers), np.float32))
    return Meant(meaning, vectors, meaning.codes(vectors))


def _projection(rows: Any, *, random_state: int) -> Floats:
    """Return the leading directions of sparse rows; columns without a value have no part in them.

    Hashed features have a million columns, nearly all empty: a decomposition of all of them took
    100 CPU s for a list of a few dozen texts, without the empty ones 0.6.
    """
    columns = sp.csc_matrix(rows)
    filled = np.flatnonzero(np.diff(columns.indptr))
    if not len(filled):
        return np.zeros((columns.shape[1], 1), np.float32)
    found = latent_terms(sp.csr_matrix(columns[:, filled]), random_state=random_state)
    whole = np.zeros((columns.shape[1], found.shape[1]), np.float32)
    whole[filled] = found
    return whole


def representatives(texts: Sequence[str], places: Ints, n: int) -> list[str]:
    """Return one raw text for each normal form: the commonest, then the first by sort.

    Examples
    --------
    >>> representatives(["shoes", "Shoe", "shoes", "hat"], np.array([1, 1, 1, 0]), 2)
    ['hat', 'shoes']
    """
    counts = Counter(zip(places.tolist(), texts, strict=True))
    best: list[tuple[int, str]] = [(0, "")] * n
    for (place, text), count in counts.items():
        best[place] = min(best[place], (-count, text))
    return [text for _, text in best]


def _fitted_transformer(transformer: Any, texts: Sequence[str]) -> Any:
    if not callable(getattr(transformer, "transform", None)) or isinstance(transformer, type):
        raise SmoError(
            f"a {type(transformer).__name__} has no method 'transform'",
            where=_WHERE,
            remedy="give a scikit-learn transformer of texts, or None",
        )
    if not hasattr(transformer, "fit"):
        return transformer
    try:
        check_is_fitted(transformer)
    except (NotFittedError, AttributeError, TypeError):  # the last two: no estimator of its kind
        return clone(transformer, safe=False).fit(list(texts))
    return transformer


def _raw_rows(transformer: Any, texts: Sequence[str]) -> Any:
    """Return the transformer's output, sparse or dense, checked."""
    given: Any = transformer.transform(list(texts))
    rows: Any = given.tocsr() if _is_sparse(given) else np.asarray(given)
    kind = type(transformer).__name__
    remedy = "give a transformer that turns n texts into n rows of finite numbers"
    if rows.ndim != 2 or rows.shape[0] != len(texts) or rows.shape[1] == 0:
        problem = f"{kind} turned {len(texts)} texts into an array of shape {rows.shape}"
        raise SmoError(problem, where=_WHERE, remedy=remedy)
    values = rows.data if _is_sparse(rows) else rows
    if values.dtype.kind not in "fiub" or not np.isfinite(values).all():
        problem = f"{kind} gave values that are no finite numbers (type {values.dtype})"
        raise SmoError(problem, where=_WHERE, remedy=remedy)
    return rows


def _units(rows: Any, projection: Floats | None) -> Floats:
    if projection is not None:
        rows = normalize(rows) @ projection
    if _is_sparse(rows):
        rows = rows.toarray()
    return np.asarray(normalize(np.asarray(rows, np.float64)), dtype=np.float32)


def _is_sparse(rows: Any) -> bool:
    return bool(sp.issparse(rows))
