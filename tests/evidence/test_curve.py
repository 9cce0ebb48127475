from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.evidence import make_world, rows_of
from smo.evidence.curve import CtrRows, fit_site

SHAPE = (0.30, 1.3)


def ratio_to_truth(rows: CtrRows, expected: object, truth: object) -> float:
    weight = 1 / (1 / rows.shown + 1 / 41)
    return float(np.average(np.asarray(expected) / np.asarray(truth), weights=weight))


@pytest.mark.parametrize("planted", [0.0, 0.2])
def test_curve_and_kappa_are_recovered(planted: float) -> None:
    runs = []
    for seed in range(3):
        rows, truth = rows_of(make_world(seed, planted=planted), SHAPE)
        fit = fit_site(rows)
        runs.append((ratio_to_truth(rows, fit.expected, truth), fit.kappa))
    level, kappa = np.mean(runs, axis=0)
    assert 0.92 < level < 1.05  # without the weights of typical topics 0.88
    assert 33 < kappa < 48


def test_a_topic_has_no_say_in_what_is_expected_of_it() -> None:
    rows, _ = rows_of(make_world(0, n_queries=600, n_topics=50, impressions=1e5), SHAPE)
    own = rows.topic == 7
    fold = rows.topic % 5 == 7 % 5
    other = replace(rows, clicks=np.where(own, rows.shown, rows.clicks))
    first, second = fit_site(rows), fit_site(other)
    np.testing.assert_allclose(first.expected[fold], second.expected[fold], rtol=0.1)
    assert second.effect.ratio[7] > 2 * first.effect.ratio[7]


def test_device_and_brand_move_the_curve() -> None:
    rng = np.random.default_rng(0)
    n = 6000
    position = np.exp(rng.uniform(0, 3, n))
    level = rng.integers(0, 2, n)
    logit = np.log(0.2 / 0.8) - 1.2 * np.log(position) + np.where(level == 1, 1.0, 0.0)
    shown = np.full(n, 200.0)
    clicks = rng.binomial(200, 1 / (1 + np.exp(-logit))).astype(float)
    rows = CtrRows(clicks, shown, np.log(position), np.arange(n) % 60, {"brand": level})
    offset = fit_site(rows).curve.offsets["brand"]
    assert offset[1] - offset[0] == pytest.approx(1.0, abs=0.1)


def test_row_order_changes_no_number() -> None:
    rows, _ = rows_of(make_world(3, n_queries=500, n_topics=40, impressions=5e4), SHAPE)
    mixed = np.random.default_rng(0).permutation(rows.topic.size)
    turned = CtrRows(
        rows.clicks[mixed], rows.shown[mixed], rows.log_position[mixed], rows.topic[mixed], {}
    )
    np.testing.assert_allclose(
        fit_site(rows).effect.ratio, fit_site(turned).effect.ratio, rtol=1e-6
    )
