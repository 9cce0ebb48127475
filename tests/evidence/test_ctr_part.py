from __future__ import annotations

import numpy as np
import pytest

from smo.evidence.ctr_part import WEIGHT_CAP, CtrRows, Part, PriorCurve
from smo.stats import decreasing_curve, evaluate_curve


def rows(n: int, prior: PriorCurve | None = None) -> CtrRows:
    draw = np.random.RandomState(n)
    shown = np.ceil(draw.lognormal(3, 2, n))
    return CtrRows(
        clicks=draw.binomial(shown.astype(int), 0.1).astype(float),
        shown=shown,
        log_position=np.log1p(draw.gamma(1.5, 6, n)),
        topic=np.arange(n) % 7,
        strata={"device": draw.randint(0, 2, n)},
        prior=prior,
    )


@pytest.mark.parametrize("n", [2, 20, 21, 100, 1001])
def test_weights_are_capped_at_the_quantile_of_precision(n: int) -> None:
    given, trust = rows(n), np.linspace(0.2, 1.0, 7)
    used = np.arange(n) % 3 != 1
    found = Part.of(given, used).weights(trust, 40.0)
    precision = 1.0 / (1.0 / given.shown[used] + 1.0 / 41.0)
    expected = np.minimum(precision, np.quantile(precision, WEIGHT_CAP)) * trust[given.topic[used]]
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "prior", [None, PriorCurve(np.array([0.0, 2.0]), np.array([0.3, 0.02]), 50.0)]
)
def test_the_curve_is_that_of_the_same_counts(prior: PriorCurve | None) -> None:
    given = rows(300, prior)
    part = Part.of(given, given.topic != 2)
    x, clicked, base = (v[part.used] for v in (given.log_position, given.clicks, given.shown))
    found = part.falling(clicked, base)
    if prior is not None:
        x = np.concatenate([x, prior.log_position])
        clicked = np.concatenate([clicked, 50.0 * prior.rate])
        base = np.concatenate([base, [50.0, 50.0]])
    expected = decreasing_curve(x, clicked, base)
    np.testing.assert_array_equal(found.knots, expected.knots)
    np.testing.assert_array_equal(found.logits, expected.logits)
    rate = 1.0 / (1.0 + np.exp(-part.logits(found)))
    np.testing.assert_array_equal(rate, evaluate_curve(expected, given.log_position[part.used]))
