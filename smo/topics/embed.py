"""Sparse rows as dense unit vectors: what words mean by the company they keep."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

from smo.topics.vectorize import Floats, Vectors

DIMENSIONS = 100  # a feature; 200 added nothing
CONTEXT_SMOOTHING = 0.75  # exponent of context frequencies: Levy, Goldberg & Dagan 2015
SMOOTHING_STEPS = 2  # more added nothing; AMI 0.618 -> 0.647 over six labelled sets
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
    parts = [
        normalize(words @ latent_terms(words, random_state=random_state)),
        normalize(words @ word_vectors(words, random_state=random_state)),
    ]
    if vectors.characters is not None and min(vectors.characters.shape) > 2:
        parts.append(_latent_rows(vectors.characters, random_state=random_state))
    if meanings is not None:
        parts.append(meanings)
    dense = normalize(np.hstack(parts).astype(np.float32))
    return smooth(dense, vectors.joined() if rows is None else rows)


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
    for _ in range(SMOOTHING_STEPS):
        terms = normalize(rows.T @ dense)
        dense = normalize(_KEPT * dense + (1 - _KEPT) * normalize(rows @ terms))
    return dense.astype(np.float32, copy=False)


def _latent_rows(rows: sp.csr_matrix, *, random_state: int) -> Floats:
    left, values, _ = randomized_svd(
        rows, min(DIMENSIONS, min(rows.shape) - 1), n_iter=2, random_state=random_state
    )
    return np.asarray(normalize(left * values), dtype=np.float32)


def _leading(symmetric: sp.csr_matrix, *, random_state: int) -> tuple[Floats, Floats]:
    """Return leading eigenvectors and eigenvalues of a symmetric sparse matrix."""
    wanted = max(1, min(DIMENSIONS, symmetric.shape[0] - 1))
    vectors, values, _ = randomized_svd(symmetric, wanted, n_iter=4, random_state=random_state)
    return vectors.astype(np.float32), values.astype(np.float32)
