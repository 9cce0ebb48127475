"""The contest of a few topics for a text: the same as expectation maximization among all."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from smo.topics import contest as module
from smo.topics.contest import contend, contest_of

PRIOR = 0.05


def _world(seed: int) -> tuple[sp.csr_matrix, sp.csr_matrix, sp.csr_matrix, np.ndarray]:
    draw = np.random.RandomState(seed)
    rows = sp.random(30, 12, density=0.3, random_state=draw, format="csr", dtype=np.float32)
    shares = draw.dirichlet(np.ones(4), size=30).astype(np.float32)
    shares[draw.uniform(size=shares.shape) < 0.3] = 0
    shares[:, 0] += 0.01
    shares /= shares.sum(axis=1, keepdims=True)
    fixed = sp.csr_matrix(draw.uniform(size=(4, 12)).astype(np.float32))
    return rows, sp.csr_matrix(shares), fixed, draw.uniform(1, 5, size=4).astype(np.float32)


def _by_hand(
    rows: sp.csr_matrix, shares: np.ndarray, fixed: np.ndarray, sizes: np.ndarray, rounds: int
) -> np.ndarray:
    """Do the same with whole tables and logarithms of each term's probability."""
    texts, allowed = rows.toarray().astype(float), shares > 0
    for _ in range(rounds):
        counts = fixed + shares.T @ texts
        totals = counts.sum(axis=1) + PRIOR * counts.shape[1]
        terms = np.log((counts + PRIOR) / totals[:, None])
        # the constant prior of each term is the same for all topics
        terms -= np.log(PRIOR)
        scores = texts @ terms.T + np.log(sizes + shares.sum(axis=0) + 1)
        scores[~allowed] = -np.inf
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
    return shares


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("marks", [1 << 27, 0], ids=["marked", "sorted"])
def test_shares_are_those_of_whole_tables(
    monkeypatch: pytest.MonkeyPatch, seed: int, marks: int
) -> None:
    monkeypatch.setattr(module, "_MOST_MARKS", marks)
    rows, likely, fixed, sizes = _world(seed)
    found = contend(
        contest_of(rows, likely), likely.data, fixed=fixed, sizes=sizes, prior=PRIOR, rounds=3
    )
    expected = _by_hand(rows, likely.toarray().astype(float), fixed.toarray(), sizes, 3)
    assert found == pytest.approx(expected[likely.toarray() > 0], abs=2e-4)
