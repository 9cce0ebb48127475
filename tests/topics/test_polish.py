from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from smo.topics.polish import Mixture, polish

ROWS = sp.csr_matrix(
    np.array([[1, 0, 0]] * 6 + [[0.7, 0.7, 0]] + [[0, 0, 1]] * 5 + [[0, 0, 0]], np.float32)
)


def test_a_text_in_the_wrong_topic_moves():
    wrong = np.array([0] * 5 + [1] + [0] + [1] * 5 + [1])
    mixture = polish(ROWS, wrong, 2)
    assert mixture.best(ROWS).tolist()[:12] == [0] * 7 + [1] * 5


def test_a_text_without_terms_goes_to_the_largest():
    mixture = Mixture(sp.csr_matrix(np.eye(2, 3, dtype=np.float32)), np.array([2.0, 9.0]))
    assert mixture.best(ROWS[-1:]).tolist() == [1]
    assert mixture.take(np.array([1, 0])).best(ROWS[-1:]).tolist() == [0]


def test_shares_are_probabilities():
    mixture = polish(ROWS, np.array([0] * 7 + [1] * 6), 2)
    shares = mixture.shares(ROWS)
    assert shares.shape == (2, 13)
    assert np.asarray(shares.sum(axis=0)).ravel() == pytest.approx(np.ones(13), abs=0.01)
    assert shares.toarray().argmax(axis=0).tolist()[:12] == mixture.best(ROWS).tolist()[:12]


def test_similarities_are_cosines():
    mixture = Mixture(sp.csr_matrix(np.array([[3, 3, 0], [0, 0, 2.0]])), np.array([2.0, 1.0]))
    near = mixture.similarities(ROWS)
    assert near[0].tolist() == pytest.approx([0.5**0.5, 0])
    assert near[7].tolist() == pytest.approx([0, 1])
    assert near[-1].tolist() == [0, 0]
