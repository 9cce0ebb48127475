from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq

from smo.stats import needed_multiple, ratio_effect, two_sided_z, typical_probability

CLICKS, SHOWN, MEAN = [3, 0, 8, 1], [100, 40, 90, 10], [0.05, 0.02, 0.06, 0.1]


def test_is_the_formula_written_out() -> None:
    kappa = 25.0
    effect = ratio_effect(CLICKS, SHOWN, MEAN, kappa=kappa, group=[0, 0, 1, 1], n_groups=2)
    for g, rows in enumerate([(0, 1), (2, 3)]):
        top = bottom = variance = 0.0
        for i in rows:
            n, mu = SHOWN[i], MEAN[i]
            v = 1 / n + 1 / (kappa + 1)
            w = mu / (mu * (1 - mu) * v)
            top, bottom = top + w * CLICKS[i] / n, bottom + w * mu
        r = top / bottom
        for i in rows:
            n, mu = SHOWN[i], MEAN[i]
            v = 1 / n + 1 / (kappa + 1)
            w = mu / (mu * (1 - mu) * v)
            variance += w**2 * mu * r * (1 - mu * r) * v
        assert effect.ratio[g] == pytest.approx(r)
        assert effect.se()[g] == pytest.approx(np.sqrt(variance) / bottom)


def test_interval_solves_the_score_equation() -> None:
    effect = ratio_effect(CLICKS, SHOWN, MEAN, kappa=25.0, group=[0, 0, 0, 0], n_groups=1)
    z, r = two_sided_z(0.8), effect.ratio[0]
    low, high = effect.interval(z)

    def miss(at: float) -> float:
        return abs(r - at) - z * float(effect.se(at)[0])

    assert low[0] == pytest.approx(brentq(miss, 1e-6, r))
    assert high[0] == pytest.approx(brentq(miss, r, 10))


def test_no_clicks_still_has_a_wide_interval() -> None:
    effect = ratio_effect([0], [50], [0.05], kappa=40.0, group=[0], n_groups=1)
    low, high = effect.interval(1.28)
    assert low[0] == 0
    assert high[0] > 0.3


def test_group_without_queries_is_unknown() -> None:
    effect = ratio_effect([1], [10], [0.1], kappa=40.0, group=[1], n_groups=2)
    assert np.isnan(effect.ratio[0])
    assert typical_probability(effect)[0] == 0


def test_variance_is_that_of_simulated_ratios() -> None:
    rng = np.random.default_rng(0)
    kappa, r = 30.0, 0.6
    shown, mean = np.array([400, 30, 2000, 80]), np.array([0.2, 0.05, 0.02, 0.1])
    m = np.tile(r * mean, (20_000, 1))
    clicks = rng.binomial(shown, rng.beta(kappa * m, kappa * (1 - m)))
    ratios = [
        ratio_effect(c, shown, mean, kappa=kappa, group=[0] * 4, n_groups=1).ratio[0]
        for c in clicks[:4000]
    ]
    effect = ratio_effect(clicks[0], shown, mean, kappa=kappa, group=[0] * 4, n_groups=1)
    assert np.mean(ratios) == pytest.approx(r, rel=0.02)
    assert np.std(ratios) == pytest.approx(effect.se(r)[0], rel=0.05)


def test_needed_multiple_reaches_the_distance() -> None:
    shown = np.array([100.0, 40.0])
    small = ratio_effect([3, 0], shown, [0.05, 0.02], kappa=5000.0, group=[0, 0], n_groups=1)
    k = needed_multiple(small, 0.4, 1.645)[0]
    grown = ratio_effect([0, 0], shown * k, [0.05, 0.02], kappa=5000.0, group=[0, 0], n_groups=1)
    assert 1 < k < 1000
    assert 1.645 * grown.se(1.0)[0] == pytest.approx(0.4, rel=0.1)  # weights move a little with n


def test_needed_multiple_unknown_where_queries_differ_too_much() -> None:
    effect = ratio_effect([3], [1e6], [0.05], kappa=5.0, group=[0], n_groups=1)
    assert np.isnan(needed_multiple(effect, 0.1, 1.645)[0])
