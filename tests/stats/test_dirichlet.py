from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from smo.stats.dirichlet import equal_shares, share_intervals
from smo.stats.gamma import upper_tail


@pytest.mark.parametrize("counts", [[9.0, 1.0], [0.0, 3.0, 40.0], [2.5, 2.5, 0.0, 0.0], [0.0, 0.0]])
def test_marginals_are_those_of_a_dirichlet(counts: list[float]) -> None:
    found = share_intervals(counts, mass=0.8)
    alpha = np.asarray(counts) + 1.0 / len(counts)
    np.testing.assert_allclose(found.mean, stats.dirichlet(alpha).mean())
    beta = stats.beta(alpha, alpha.sum() - alpha)
    np.testing.assert_allclose(found.low, beta.ppf(0.1), atol=1e-9)
    np.testing.assert_allclose(found.high, beta.ppf(0.9), atol=1e-9)


def test_one_share_is_the_whole() -> None:
    found = share_intervals([7.0])
    assert found.mean.tolist() == found.low.tolist() == found.high.tolist() == [1.0]


def test_intervals_cover() -> None:
    draw = np.random.RandomState(0)
    truth = np.array([0.5, 0.3, 0.2])
    inside = []
    for _ in range(1000):
        found = share_intervals(draw.multinomial(80, truth))
        inside.append((found.low <= truth) & (truth <= found.high))
    assert 0.77 <= np.mean(inside) <= 0.83


def test_equal_shares_is_the_chi_squared_test_of_two_by_two() -> None:
    table = np.array([[50.0, 50.0], [70.0, 30.0]])
    expected = stats.chi2_contingency(table, correction=False).pvalue
    np.testing.assert_allclose(equal_shares(*table), expected)


def test_equal_shares_reject_at_their_rate() -> None:
    draw = np.random.RandomState(1)
    truth = [0.6, 0.3, 0.1]
    p = [
        equal_shares(draw.multinomial(200, truth), draw.multinomial(120, truth))
        for _ in range(1000)
    ]
    assert (np.ravel(p) <= 0.05).mean() <= 0.065


@pytest.mark.parametrize(("first", "second"), [([0.0, 0.0], [5.0, 5.0]), ([2.0, 98.0], [1.0, 9.0])])
def test_few_counts_are_not_tested(first: list[float], second: list[float]) -> None:
    assert np.isnan(equal_shares(first, second)[0])


@pytest.mark.parametrize(("mean", "x"), [(4.0, 9), (20.0, 30), (2.0, 8)])
def test_the_gamma_tail_is_no_lighter_than_poissons(mean: float, x: int) -> None:
    found = float(upper_tail(x / mean, mean**-0.5))
    assert found >= stats.poisson(mean).sf(x - 1) * 0.9
    np.testing.assert_allclose(found, stats.gamma(mean, scale=1 / mean).sf(x / mean))


def test_wholes_told_together_are_those_told_alone() -> None:
    draw = np.random.RandomState(2)
    whole = np.array([1, 0, 1, 2, 0, 1, 3, 3])
    first, second = draw.poisson(30.0, 8) * 1.0, draw.poisson(20.0, 8) * 1.0
    first[whole == 3] = 0.0  # a whole without counts
    found, p = share_intervals(first, whole=whole), equal_shares(first, second, whole=whole)
    for one in range(4):
        own = whole == one
        alone = share_intervals(first[own])
        np.testing.assert_allclose(found.mean[own], alone.mean)
        np.testing.assert_allclose(found.low[own], alone.low)
        np.testing.assert_allclose(found.high[own], alone.high)
        np.testing.assert_allclose(p[own], equal_shares(first[own], second[own]))
