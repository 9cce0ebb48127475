from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression

from smo.stats import decreasing_curve, evaluate_curve

points = st.lists(
    st.tuples(st.floats(0, 4), st.floats(0, 1), st.floats(0.5, 100)), min_size=1, max_size=60
)


@given(points)
def test_falls_and_stays_inside_the_unit_interval(rows: list[tuple[float, float, float]]) -> None:
    x, rate, weight = (np.array(part) for part in zip(*rows, strict=True))
    curve = decreasing_curve(x, weight * rate, weight)
    values = evaluate_curve(curve, np.linspace(-1, 5, 200))
    assert (np.diff(values) <= 1e-12).all()
    assert ((values > 0) & (values < 1)).all()
    assert (np.diff(curve.knots) > 0).all()


@given(points, st.randoms(use_true_random=False))
def test_row_order_changes_nothing(rows: list[tuple[float, float, float]], random: object) -> None:
    mixed = sorted(rows, key=lambda row: (row[2], row[0]))
    curves = []
    for part in (rows, mixed):
        x, rate, weight = (np.array(column) for column in zip(*part, strict=True))
        curves.append(evaluate_curve(decreasing_curve(x, weight * rate, weight), x.mean()))
    np.testing.assert_allclose(curves[0], curves[1], rtol=1e-9)


def test_knots_are_scikit_learns_blocks() -> None:
    rng = np.random.default_rng(3)
    x = np.arange(0.025, 3.0, 0.05)  # one point in each bin
    rate = np.clip(0.4 * np.exp(-x) + rng.normal(0, 0.05, x.size), 0.02, 1)
    weight = rng.uniform(1, 50, x.size)
    expected = IsotonicRegression(increasing=False).fit_transform(x, rate, sample_weight=weight)
    curve = decreasing_curve(x, weight * rate, weight)
    np.testing.assert_allclose(
        np.sort(np.unique(np.round(expected, 9))),
        np.sort(np.unique(np.round(1 / (1 + np.exp(-curve.logits)), 9))),
    )


def test_block_without_clicks_gets_half_a_click() -> None:
    curve = decreasing_curve([0.0, 1.0], [50.0, 0.0], [100.0, 99.0])
    np.testing.assert_allclose(evaluate_curve(curve, [0.0, 1.0]), [0.5, 0.005])


def test_recovers_a_known_curve() -> None:
    rng = np.random.default_rng(0)
    x = rng.uniform(0, 3.5, 20_000)
    truth = 0.3 * np.exp(-1.2 * x) + 0.002
    clicks = rng.binomial(300, truth)
    found = evaluate_curve(decreasing_curve(x, clicks, np.full(x.size, 300.0)), x)
    assert np.abs(found / truth - 1).mean() < 0.05
