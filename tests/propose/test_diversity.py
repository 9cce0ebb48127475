from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from smo.propose.diversity import marginal_relevance


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(0, 15))
def test_unlike_things_come_by_relevance(relevance: list[float], n: int) -> None:
    chosen = marginal_relevance(relevance, np.eye(len(relevance)), n)
    assert len(chosen) == len(set(chosen)) == min(n, len(relevance))
    rounded = [round(0.7 * relevance[place], 9) for place in chosen]
    assert rounded == sorted(rounded, reverse=True)


def test_twin_waits_until_nothing_else_is_left() -> None:
    like = np.array([[1.0, 1.0, 0.1], [1.0, 1.0, 0.1], [0.1, 0.1, 1.0]])
    assert marginal_relevance([1.0, 0.99, 0.8], like, 3) == [0, 2, 1]


def test_trade_one_is_relevance_alone() -> None:
    assert marginal_relevance([0.5, 0.9, 0.7], np.ones((3, 3)), 3, trade=1.0) == [1, 2, 0]
