from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from smo.topics.embed import embed, positive_pmi, smooth, word_vectors
from smo.topics.vectorize import fit_terms

NORMALS = [
    f"{word} {thing}"
    for things, words in (
        (("sofa", "couch"), ("leather", "corner", "velvet", "sleeper")),
        (("rope", "cord"), ("climb", "static", "rescue", "thin")),
    )
    for thing in things
    for word in words
]


def test_words_in_the_same_company_are_alike():
    terms = fit_terms(NORMALS)
    vectors = word_vectors(terms.vectors(NORMALS).words, random_state=0)
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    column = terms.words.vocabulary_
    sofa, couch, rope = (units[column[word]] for word in ("sofa", "couch", "rope"))
    assert sofa @ couch > 0.9
    assert sofa @ rope < 0.1


def test_positive_pmi_by_hand():
    rows = sp.csr_matrix(np.array([[1, 1, 0], [1, 1, 0], [0, 1, 1]], np.float32))
    pairs = np.array([[0, 2, 0], [2, 0, 1], [0, 1, 0]])
    totals = pairs.sum(axis=1)
    contexts = totals**0.75 / (totals**0.75).sum()
    with np.errstate(divide="ignore"):
        expected = np.maximum(np.log(pairs / np.outer(totals, contexts)), 0)
    assert positive_pmi(rows).toarray() == pytest.approx(expected, abs=1e-6)


def test_words_without_company_have_no_direction():
    assert not word_vectors(sp.csr_matrix(np.eye(3, dtype=np.float32)), random_state=0).any()


def test_rows_are_unit_and_repeatable():
    vectors = fit_terms(NORMALS).vectors(NORMALS)
    dense = embed(vectors, random_state=0)
    assert np.linalg.norm(dense, axis=1) == pytest.approx(np.ones(len(NORMALS)), abs=1e-5)
    assert (dense == embed(vectors, random_state=0)).all()


def test_smoothing_pulls_texts_that_share_terms_together():
    rows = sp.csr_matrix(np.array([[1, 0], [1, 0], [0, 1]], np.float32))
    smoothed = smooth(np.eye(3, dtype=np.float32), rows)
    assert smoothed[0] @ smoothed[1] > 0.5
    assert smoothed[0] @ smoothed[2] == 0
