from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from benchmarks.brand import KAPPA, SHAPES, brand_world, by_offset, judge
from benchmarks.evidence import make_world, rows_of
from smo.evidence.curve import CtrRows, SiteRows, fit_site
from smo.stats import ratio_effect

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


@pytest.mark.parametrize(("factor", "n_topics"), [("device", 60), ("brand", 60), ("brand", 12)])
def test_device_and_brand_move_the_curve(factor: str, n_topics: int) -> None:
    rng = np.random.default_rng(0)
    n = 6000
    position = np.exp(rng.uniform(0, 3, n))
    level = rng.integers(0, 2, n)
    logit = np.log(0.2 / 0.8) - 1.2 * np.log(position) + np.where(level == 1, 1.0, 0.0)
    shown = np.full(n, 200.0)
    clicks = rng.binomial(200, 1 / (1 + np.exp(-logit))).astype(float)
    rows = CtrRows(clicks, shown, np.log(position), np.arange(n) % n_topics, {factor: level})
    curve = fit_site(rows).curve
    assert bool(curve.own) == (factor == "brand" and n_topics == 60)
    rates = [curve.expected(rows.log_position, {factor: np.full(n, value)}) for value in (0, 1)]
    low, high = (np.log(rate / (1 - rate)) for rate in rates)
    assert np.mean(high - low) == pytest.approx(1.0, abs=0.1)
    if not curve.own:
        offset = curve.offsets[factor]
        assert offset[1] - offset[0] == pytest.approx(1.0, abs=0.1)


def test_brand_and_others_have_a_curve_each_where_slopes_differ() -> None:
    grid = np.log([1.5, 3.0, 8.0, 15.0])
    error = []
    for seed in range(3):
        curve = fit_site(brand_world(seed, SHAPES["other slopes"])[0]).curve
        for level, (top, slope) in enumerate(SHAPES["other slopes"]):
            found = curve.expected(grid, {"brand": np.full(4, level)})
            error.append(found / (top * np.exp(-slope * grid) + 0.002))
    mean = np.array(error).reshape(3, 2, 4).mean(axis=0)
    assert np.all((mean > 0.75) & (mean < 1.3)), mean


def test_the_weaker_curve_at_the_top_is_not_called_broken() -> None:
    alarms, at_top = [], []
    for seed in range(6):
        rows, ratio = brand_world(seed, SHAPES["other slopes"])
        expected = fit_site(rows).expected
        alarms.append(judge(rows, ratio)["false act"])
        top = (rows.log_position < np.log(3.0)) & (rows.strata["brand"] == 0)
        of_top = ratio_effect(
            rows.clicks[top], rows.shown[top], expected[top],
            kappa=KAPPA, group=np.zeros(int(top.sum()), dtype=int), n_groups=1,
        )  # fmt: skip
        at_top.append(of_top.ratio[0])
    assert np.mean(alarms) <= 0.01
    assert 0.93 < np.mean(at_top) < 1.07


@pytest.mark.parametrize(("name", "gain"), [("other slopes", 0.1), ("equal", -0.02)])
def test_own_curves_find_more_where_slopes_differ_and_no_less_elsewhere(
    name: str, gain: float
) -> None:
    worlds = [brand_world(seed, SHAPES[name], planted=0.2) for seed in range(4)]
    own = pd.DataFrame([judge(rows, ratio) for rows, ratio in worlds]).mean()
    one = pd.DataFrame([judge(by_offset(rows), ratio) for rows, ratio in worlds]).mean()
    assert own["power"] >= one["power"] + gain
    assert own["false act"] <= 0.01
    assert 0.75 < own["coverage"] < 0.85


def test_few_topics_or_clicks_of_the_brand_keep_one_curve() -> None:
    rows, _ = brand_world(0, SHAPES["other slopes"])
    rare = replace(rows, strata={"brand": (rows.topic < 8).astype(np.int64)})
    quiet = replace(rows, clicks=np.where(rows.strata["brand"] == 1, 0.0, rows.clicks))
    assert fit_site(rows).curve.own
    for few in (rare, quiet):
        curve = fit_site(few).curve
        assert not curve.own
        assert "brand" in curve.offsets


def test_null_worlds_keep_the_layout_of_their_rows() -> None:
    site = SiteRows.of(brand_world(0, SHAPES["other slopes"])[0])
    assert fit_site(site.with_clicks(np.zeros_like(site.rows.clicks))).curve.own


def test_row_order_changes_no_number() -> None:
    rows, _ = rows_of(make_world(3, n_queries=500, n_topics=40, impressions=5e4), SHAPE)
    mixed = np.random.default_rng(0).permutation(rows.topic.size)
    turned = CtrRows(
        rows.clicks[mixed], rows.shown[mixed], rows.log_position[mixed], rows.topic[mixed], {}
    )
    np.testing.assert_allclose(
        fit_site(rows).effect.ratio, fit_site(turned).effect.ratio, rtol=1e-6
    )
