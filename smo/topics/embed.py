"""Sparse rows as dense unit vectors: what words mean by the company they keep."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from sklearn.utils.extmath import randomized_svd

from smo.topics.chunks import in_chunks
from smo.topics.vectorize import Floats, Vectors

# Rows of terms and a vector for each term, or None and a vector for each text.
Feature = tuple[sp.csr_matrix | None, Floats]

DIMENSIONS = 100  # a feature; 200 added nothing
CONTEXT_SMOOTHING = 0.75  # exponent of context frequencies: Levy, Goldberg & Dagan 2015
SMOOTHING_STEPS = 2  # more added nothing; AMI 0.618 -> 0.647 over six labelled sets
_POWER_STEPS = 4  # of randomized eigenvectors
_POWER_STEPS_OF_MANY = 2
_MANY_TERMS = 20_000  # from here on eigenvectors cost more than all else
_CHUNK = 4_096  # rows at a time
_KEPT = 0.5  # share of its own vector a text keeps in a smoothing step


def embed(
    vectors: Vectors,
    *,
    random_state: int,
    meanings: Floats | None = None,
    rows: sp.csr_matrix | None = None,
) -> Floats:
    """Return a dense unit vector for each text.

    Three features side by side, each of length 1: latent semantic analysis of the words, mean of
    the words' PPMI vectors, latent semantic analysis of the characters; then two smoothing steps
    from text to word and back.

    Parameters
    ----------
    vectors : Vectors
        Sparse rows of n texts.
    random_state : int
        Seed of the randomized eigenvectors.
    meanings : array, shape (n, d), optional
        Unit rows of a further feature.
    rows : sparse matrix, shape (n, n_terms), optional
        Terms to smooth over; by default words and characters.

    Returns
    -------
    array of float32, shape (n, at most 300 + d)
        Rows of length 1 (0 for a text without a known term).

    Notes
    -----
    Deerwester et al. (1990), Indexing by latent semantic analysis; Levy, Goldberg & Dagan (2015),
    Improving distributional similarity with lessons learned from word embeddings.
    """
    words = vectors.words
    terms: list[Feature] = [
        (words, latent_terms(words, random_state=random_state)),
        (words, word_vectors(words, random_state=random_state)),
    ]
    if vectors.characters is not None and min(vectors.characters.shape) > 2:
        characters = vectors.characters
        terms.append((characters, _latent_characters(characters, random_state=random_state)))
    if meanings is not None:
        terms.append((None, meanings))
    dense = _side_by_side(terms, words.shape[0])
    _smooth(dense, vectors.joined() if rows is None else rows)
    return dense


def _side_by_side(features: list[Feature], n: int) -> Floats:
    """Return unit rows of all features, each made unit; without rows they are the vectors."""
    ends = np.cumsum([0, *(vectors.shape[1] for _, vectors in features)])
    dense = np.empty((n, ends[-1]), np.float32)

    def work(part: slice) -> None:
        for (rows, vectors), start, end in zip(features, ends[:-1], ends[1:], strict=True):
            own = vectors[part].copy() if rows is None else rows[part] @ vectors
            dense[part, start:end] = unit(own)
        unit(dense[part])

    in_chunks(work, len(dense), _CHUNK)
    return dense


def unit(dense: Floats) -> Floats:
    """Make each row of length 1, zeros stay; return the same array.

    Examples
    --------
    >>> unit(np.array([[3, 4], [0, 0]], np.float32)).round(2).tolist()
    [[0.6..., 0.8...], [0.0, 0.0]]
    """
    lengths = np.sqrt(np.einsum("ij,ij->i", dense, dense))
    lengths[lengths == 0] = 1
    dense /= lengths[:, None]
    return dense


def latent_terms(rows: sp.csr_matrix, *, random_state: int) -> Floats:
    """Return the leading right singular vectors of sparse rows, one row for each term.

    Taken from the small term x term matrix, so that nothing of the size of the texts is made.
    """
    vectors, _ = _leading((rows.T @ rows).tocsr(), random_state=random_state)
    return vectors


def word_vectors(rows: sp.csr_matrix, *, random_state: int) -> Floats:
    """Return a vector for each word from positive pointwise mutual information.

    Words are alike when they stand beside the same words; two that never met may be. A word that
    stands alone everywhere gets zeros.
    """
    surprise = positive_pmi(rows)
    if surprise.nnz == 0:
        return np.zeros((rows.shape[1], 1), np.float32)
    vectors, values = _leading(surprise, random_state=random_state)
    return vectors * np.sqrt(values)


def positive_pmi(rows: sp.csr_matrix) -> sp.csr_matrix:
    """Return the positive pointwise mutual information of words that share a text."""
    present = rows.copy()
    present.data[:] = 1
    pairs = (present.T @ present).tolil()
    pairs.setdiag(0)
    pairs = pairs.tocoo()
    pairs.eliminate_zeros()
    totals = np.bincount(pairs.row, weights=pairs.data, minlength=rows.shape[1])
    contexts = np.maximum(totals, 1.0) ** CONTEXT_SMOOTHING
    contexts /= contexts.sum()
    surprise = np.log(pairs.data / (totals[pairs.row] * contexts[pairs.col]))
    kept = surprise > 0
    return sp.csr_matrix(
        (surprise[kept].astype(np.float32), (pairs.row[kept], pairs.col[kept])), shape=pairs.shape
    )


def smooth(dense: Floats, rows: sp.csr_matrix) -> Floats:
    """Return the vectors pulled, step by step, towards the texts they share terms with.

    Each step makes a term the mean of its texts, and a text half itself, half its terms.
    """
    smoothed = np.array(dense, np.float32, order="C")
    _smooth(smoothed, rows)
    return smoothed


def _smooth(dense: Floats, rows: sp.csr_matrix) -> None:
    """Smooth in place: a copy of a million rows is most of the memory there is."""
    across = rows.T.tocsr()
    terms = np.empty((rows.shape[1], dense.shape[1]), np.float32)

    def to_terms(part: slice) -> None:
        terms[part] = unit(across[part] @ dense)

    def to_rows(part: slice) -> None:
        pulled = unit(rows[part] @ terms)
        pulled *= 1 - _KEPT
        pulled += _KEPT * dense[part]
        dense[part] = unit(pulled)

    for _ in range(SMOOTHING_STEPS):
        in_chunks(to_terms, len(terms), _CHUNK)
        in_chunks(to_rows, len(dense), _CHUNK)


def _latent_characters(rows: sp.csr_matrix, *, random_state: int) -> Floats:
    """Return what `latent_terms` does, from the rows: n-grams of one text meet too many others."""
    wanted = min(DIMENSIONS, min(rows.shape) - 1)
    found = randomized_svd(rows, wanted, n_iter=2, random_state=random_state)[2]
    return np.ascontiguousarray(found.T, dtype=np.float32)


def _leading(symmetric: sp.csr_matrix, *, random_state: int) -> tuple[Floats, Floats]:
    """Return leading eigenvectors and eigenvalues of a symmetric sparse matrix."""
    wanted = max(1, min(DIMENSIONS, symmetric.shape[0] - 1))
    steps = _POWER_STEPS_OF_MANY if symmetric.shape[0] > _MANY_TERMS else _POWER_STEPS
    vectors, values, _ = randomized_svd(symmetric, wanted, n_iter=steps, random_state=random_state)
    return vectors.astype(np.float32), values.astype(np.float32)
