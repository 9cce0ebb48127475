from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from smo.stats import fit_kappa, log_pmf, posterior
from smo.stats.betabinomial import MAX_COUNTS


@given(
    n=st.integers(1, 500),
    share=st.floats(0, 1),
    mean=st.floats(0.001, 0.999),
    kappa=st.floats(0.5, 1e4),
)
def test_log_pmf_is_scipys(n: int, share: float, mean: float, kappa: float) -> None:
    c = int(n * share)
    expected = stats.betabinom.logpmf(c, n, kappa * mean, kappa * (1 - mean))
    assert log_pmf(c, n, mean, kappa) == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_log_pmf_sums_to_one() -> None:
    assert np.exp(log_pmf(np.arange(21), 20, 0.1, 5.0)).sum() == pytest.approx(1.0)


@pytest.mark.parametrize("kappa", [5.0, 40.0, 400.0])
def test_kappa_is_recovered(kappa: float) -> None:
    rng = np.random.default_rng(1)
    mean = rng.uniform(0.02, 0.3, 4000)
    shown = rng.integers(20, 2000, 4000)
    clicks = rng.binomial(shown, rng.beta(kappa * mean, kappa * (1 - mean)))
    assert fit_kappa(clicks, shown, mean) == pytest.approx(kappa, rel=0.1)


def test_kappa_is_the_brute_force_maximum() -> None:
    clicks, shown, mean = [0, 9, 3, 1, 30], [10, 20, 30, 40, 50], [0.2, 0.3, 0.1, 0.1, 0.4]
    grid = np.exp(np.linspace(np.log(0.5), np.log(1e5), 20_001))
    totals = [log_pmf(clicks, shown, mean, k).sum() for k in grid]
    found = fit_kappa(clicks, shown, mean, floor=0.5)
    assert found == pytest.approx(grid[int(np.argmax(totals))], rel=1e-2)


def test_kappa_floor_only_where_the_data_support_it() -> None:
    wild = ([0, 50, 0, 50] * 20, [50] * 80, [0.5] * 80)
    assert fit_kappa(*wild, floor=2.0) == pytest.approx(0.5, rel=0.01)  # evidence against
    assert fit_kappa([0, 2], [2, 2], [0.5, 0.5], floor=2.0) == 2.0  # two rows say little
    assert fit_kappa([1], [1], [0.5], floor=2.0) == 2.0  # nothing said


def test_weight_zero_leaves_out() -> None:
    clicks, shown, mean = [1, 2, 3, 90], [100] * 4, [0.02] * 4
    alone = fit_kappa(clicks[:3], shown[:3], mean[:3])
    assert fit_kappa(clicks, shown, mean, weights=[1, 1, 1, 0]) == alone


def test_posterior_is_the_beta() -> None:
    found = posterior([3], [50], [0.1], 40.0, mass=0.8)
    beta = stats.beta(40 * 0.1 + 3, 40 * 0.9 + 47)
    assert found.mean[0] == pytest.approx(beta.mean())
    assert (found.low[0], found.high[0]) == pytest.approx((beta.ppf(0.1), beta.ppf(0.9)))
    assert found.prior_weight[0] == pytest.approx(40 / 90)


def test_kappa_of_many_counts_is_that_of_a_part_in_any_order() -> None:
    draw = np.random.default_rng(0)
    shown = draw.integers(1, 2_000, 3 * MAX_COUNTS).astype(float)
    mean = draw.uniform(0.01, 0.3, shown.size)
    clicks = draw.binomial(shown.astype(int), draw.beta(40 * mean, 40 * (1 - mean))).astype(float)
    found = fit_kappa(clicks, shown, mean)
    assert found == pytest.approx(40.0, rel=0.06)
    order = draw.permutation(shown.size)
    assert fit_kappa(clicks[order], shown[order], mean[order]) == found
