from __future__ import annotations

import numpy as np
from scipy import stats

from smo.stats import lower_tail, normal_quantile, rank_intervals, two_sided_z


def test_certain_sizes_have_certain_ranks() -> None:
    ranks = rank_intervals([5, 9, 1], [5, 9, 1], [5, 9, 1], n_top=2)
    assert ranks.low.tolist() == ranks.high.tolist() == [2, 1, 3]
    assert ranks.p_top.tolist() == [1, 1, 0]


def test_equal_sizes_share_the_top() -> None:
    ranks = rank_intervals([0, 0], [1, 1], [2, 2], n_top=1)
    assert ranks.low.tolist() == [1, 1]
    assert ranks.high.tolist() == [2, 2]
    assert abs(ranks.p_top - 0.5).max() < 0.08


def test_seeded() -> None:
    args = ([0, 1, 2], [3, 4, 5], [9, 9, 9])
    first, again, other = (rank_intervals(*args, n_top=1, seed=seed) for seed in (0, 0, 1))
    assert first.p_top.tolist() == again.p_top.tolist() != other.p_top.tolist()


def test_none_and_no_place() -> None:
    assert rank_intervals([], [], [], n_top=3).low.size == 0
    assert rank_intervals([1], [1], [1], n_top=-2).p_top.tolist() == [0]


def test_normal_is_scipys() -> None:
    z = np.linspace(-4, 4, 9)
    np.testing.assert_allclose(lower_tail(z), stats.norm.cdf(z))
    np.testing.assert_allclose(normal_quantile(stats.norm.cdf(z)), z)
    assert two_sided_z(0.95) == stats.norm.ppf(0.975)
