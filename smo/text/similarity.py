"""Similarity of texts to topics, a block of texts at a time: sparse rows in, arrays out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BLOCK_CELLS = 4_000_000
"""Similarities held at a time: 32 MB."""


def text_rows(
    normals: Sequence[str], vocabulary: Mapping[str, int], idf: Floats, unknown_idf: float
) -> sparse.csr_array:
    """Return unit vectors of texts; a word outside the vocabulary counts in the length only.

    Examples
    --------
    >>> text_rows(["bag red", "sea"], {"bag": 0}, np.ones(1), 1.0).toarray().round(2).tolist()
    [[0.71], [0.0]]
    """
    columns: list[int] = []
    ends = [0]
    unknown = np.zeros(len(normals))
    for row, normal in enumerate(normals):
        words = set(normal.split())
        known = sorted(vocabulary[word] for word in words if word in vocabulary)
        unknown[row] = len(words) - len(known)
        columns.extend(known)
        ends.append(len(columns))
    indices = np.array(columns, dtype=np.int64)
    rows = sparse.csr_array((idf[indices], indices, np.array(ends)), shape=(len(normals), len(idf)))
    return unit_rows(rows, unknown * unknown_idf**2)


def unit_rows(matrix: sparse.csr_array, extra: Floats | float = 0.0) -> sparse.csr_array:
    """Return rows of length one; `extra` is added to each squared length before."""
    sizes = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    squares = np.bincount(rows, weights=matrix.data**2, minlength=len(sizes)) + extra
    lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
    data = matrix.data / np.repeat(lengths, sizes)
    return sparse.csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def similarity_blocks(
    rows: sparse.csr_array, vectors: sparse.csr_array, members: sparse.csr_array, owners: Ints
) -> Iterator[tuple[int, Floats]]:
    """Yield the similarities of some texts to all topics, and the place of the first text.

    Similarity is the mean of two cosines: with the topic, and with the topic's nearest keyword.

    Parameters
    ----------
    rows : sparse array (n_texts, n_words)
        Unit vectors of texts.
    vectors : sparse array (n_topics, n_words)
        Unit vectors of topics.
    members : sparse array (n_members, n_words)
        Unit vectors of keywords.
    owners : array of int (n_members,)
        Row of `vectors` each keyword belongs to.
    """
    n_topics = vectors.shape[0]
    if not rows.shape[0] or not n_topics:
        return
    topics_by_word = sparse.csr_array(vectors.T)
    members_by_word = sparse.csr_array(members.T)
    for start, end in _spans(rows, np.diff(members_by_word.indptr), n_topics):
        block = rows[start:end]
        nearest = np.zeros((end - start, n_topics))
        products = sparse.coo_array(block @ members_by_word)
        np.maximum.at(nearest, (products.row, owners[products.col]), products.data)
        # Rounded so that equal similarities tie, however their sums were ordered.
        yield start, np.round(((block @ topics_by_word).toarray() + nearest) / 2, 12)


def _spans(
    rows: sparse.csr_array, members_of_word: NDArray[np.integer], n_topics: int
) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts whose similarities and keyword products fit in a block."""
    sizes = np.diff(rows.indptr)
    at = np.repeat(np.arange(len(sizes)), sizes)
    products = np.bincount(at, weights=members_of_word[rows.indices], minlength=len(sizes))
    cost = np.cumsum(np.maximum(products, n_topics))
    start = 0
    while start < len(cost):
        done = cost[start - 1] if start else 0.0
        end = max(start + 1, int(np.searchsorted(cost, done + BLOCK_CELLS, side="right")))
        yield start, end
        start = end
