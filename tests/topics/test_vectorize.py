from __future__ import annotations

import numpy as np
import pytest

from smo.topics.vectorize import CHARACTER_WEIGHT, fit_terms


def test_words_seen_once_are_left_out_where_most_texts_keep_one():
    terms = fit_terms(["red rope", "rope", "red tent", "tent", "rope odd"])
    assert sorted(terms.words.vocabulary_) == ["red", "rope", "tent"]


def test_words_seen_once_stay_where_most_texts_would_be_empty():
    terms = fit_terms(["a1", "b1", "c1", "d1 e1", "d1"])
    assert sorted(terms.words.vocabulary_) == ["a1", "b1", "c1", "d1", "e1"]


def test_rows_have_length_one():
    normals = ["red rope", "red tent", "rope tent rope"]
    rows = fit_terms(normals).vectors(normals).words
    assert np.asarray(rows.multiply(rows).sum(axis=1)).ravel() == pytest.approx(np.ones(3))


def test_characters_join_spellings_and_weigh_less():
    normals = ["youtube", "youtub", "yotube", "rope"]
    vectors = fit_terms(normals).vectors(normals)
    near = (vectors.characters @ vectors.characters.T).toarray()
    assert near[0, 1] > 0.3
    assert near[0, 3] == 0
    joined = vectors.joined()
    assert joined.shape[1] == vectors.words.shape[1] + vectors.characters.shape[1]
    assert joined[3].multiply(joined[3]).sum() <= 1 + CHARACTER_WEIGHT**2 + 1e-6


def test_long_texts_have_no_characters():
    long = " ".join(f"w{i}" for i in range(16))
    assert fit_terms([long, long + " x"]).characters is None
    assert fit_terms(["red rope", "rope"]).characters is not None


def test_unknown_texts_are_zero():
    assert fit_terms(["red rope", "rope"]).vectors(["qqq"]).joined().nnz == 0
