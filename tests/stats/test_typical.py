from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from smo.stats import RatioEffect, ratio_effect, typical_probability

N = 40


def test_typical_probability_tells_the_broken() -> None:
    rng = np.random.default_rng(2)
    truth = np.where(np.arange(200) < 40, 0.4, 1.0)
    clicks = rng.binomial(3000, 0.05 * truth)
    effect = ratio_effect(
        clicks, [3000] * 200, [0.05] * 200, kappa=1e4, group=np.arange(200), n_groups=200
    )
    trust = typical_probability(effect)
    assert trust[:40].max() < 0.1
    assert np.median(trust[40:]) > 0.9


def effect_of(ratio: npt.NDArray[np.float64], error: float) -> RatioEffect:
    """Ratios drawn with a relative error that is the same for all."""
    linear = np.full(ratio.size, error**2)
    found = ratio + np.random.default_rng(7).normal(0.0, error * np.sqrt(ratio))
    return RatioEffect(found, linear, np.zeros(ratio.size), linear)


@pytest.mark.parametrize("error", [0.03, 0.08])
@pytest.mark.parametrize("level", [0.8, 0.9, 1.0, 1.15, 1.3, 1.45])
@pytest.mark.parametrize("off", [0.3, 0.4, 0.5, 0.6, 1.67, 2.0, 2.5])
@pytest.mark.parametrize("n_off", [4, 8, 10])
def test_most_groups_decide_what_is_typical(
    n_off: int, off: float, level: float, error: float
) -> None:
    ratio = level * np.where(np.arange(N) < n_off, off, 1.0)
    trust = typical_probability(effect_of(ratio, error))
    assert trust[n_off:].mean() > 0.75
    assert trust[:n_off].mean() < 0.5 * trust[n_off:].mean()


def test_a_level_held_by_few_groups_is_not_taken() -> None:
    ratio = np.repeat([1.0, 1.5], [12, 8])
    trust = typical_probability(effect_of(ratio, 0.02))
    assert trust[:12].min() > 0.9


@pytest.mark.parametrize("level", [0.6, 1.6])
def test_the_level_moves_where_nobody_is_at_one(level: float) -> None:
    trust = typical_probability(effect_of(np.full(N, level), 0.04))
    assert trust.min() > 0.9
