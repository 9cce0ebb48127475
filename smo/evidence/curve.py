"""The site's own CTR curve: what its typical topic gets at a position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from smo.stats import (
    Curve,
    RatioEffect,
    decreasing_curve,
    evaluate_curve,
    fit_kappa,
    ratio_effect,
    typical_probability,
)

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

N_FOLDS = 5
WEIGHT_CAP = 0.95  # quantile of the weights above which a query weighs no more (METHODS 6)
ROBUST_ROUNDS = 5  # benchmarks/evidence.py: the curve moves by less than 0.5 % after the fourth
FOLD_ROUNDS = 2
OFFSET_STEPS = 4
FIRST_KAPPA = 40.0  # only where the rounds begin
MOST_LEVEL_VARIANCE = 0.25  # keeps the score interval finite; a site so unsure is refused before


@dataclass(frozen=True)
class PriorCurve:
    """A curve that a user brings along, as counts added to the site's own.

    Parameters
    ----------
    log_position : array of float, shape (k,)
        Log of the positions it tells.
    rate : array of float, shape (k,)
        CTR there, inside (0, 1).
    shown : float
        Impressions that each position is worth.
    """

    log_position: Floats
    rate: Floats
    shown: float


@dataclass(frozen=True)
class CtrRows:
    """What a curve is fitted on: one entry for each keyword x page x device of one segment.

    Parameters
    ----------
    clicks, shown : array of float, shape (n,)
        Clicks and impressions, 0 <= clicks <= shown, shown > 0.
    log_position : array of float, shape (n,)
        Log of the mean rank, never rounded.
    topic : array of int, shape (n,)
        Code of the row's topic, 0..n_topics-1.
    strata : mapping of str to array of int, shape (n,)
        Level of each factor that moves the whole curve: device, brand.
    prior : PriorCurve, optional
        A curve to lean on where the site's own counts are few.
    """

    clicks: Floats
    shown: Floats
    log_position: Floats
    topic: Wholes
    strata: Mapping[str, Wholes]
    prior: PriorCurve | None = None

    @property
    def n_topics(self) -> int:
        """Number of topics."""
        return int(self.topic.max()) + 1 if self.topic.size else 0


@dataclass(frozen=True)
class SiteCurve:
    """The expected CTR at a position: logit = f(log position) + an offset for each stratum.

    Parameters
    ----------
    curve : Curve
        f, falling; knots at log positions.
    offsets : mapping of str to array of float
        For each factor, the offset of each level; the mean offset by weight is about 0.

    Examples
    --------
    >>> flat = Curve(np.array([0.0]), np.array([0.0]))
    >>> SiteCurve(flat, {"device": np.array([0.0, 1.0])}).expected(
    ...     [0.0, 0.0], {"device": np.array([0, 1])}
    ... ).round(3).tolist()
    [0.5, 0.731]
    """

    curve: Curve
    offsets: Mapping[str, Floats]

    def expected(self, log_position: npt.ArrayLike, strata: Mapping[str, Wholes]) -> Floats:
        """Return the expected CTR of rows at these log positions and levels."""
        rate = evaluate_curve(self.curve, log_position)
        logit = np.log(rate / (1.0 - rate))
        for name, offset in self.offsets.items():
            logit = logit + offset[strata[name]]
        return np.asarray(1.0 / (1.0 + np.exp(-logit)), dtype=float)


@dataclass(frozen=True)
class CtrFit:
    """A fitted site: its curve, each row's cross-fitted expectation, kappa, and the effects.

    `expected[i]` comes from a curve that has not seen row i's topic; `prior_share` is the share
    of the curve's weight that a prior curve brought.
    """

    curve: SiteCurve
    expected: Floats
    kappa: float
    effect: RatioEffect
    prior_share: float = 0.0


def fit_site(rows: CtrRows) -> CtrFit:
    """Fit the curve of the typical topic of one segment, and each topic's effect against it.

    One curve for each segment, because segments differ in the slope of the curve, not only in
    its level: with slopes that differ, one curve with an offset for each segment finds 59 % of
    the broken topics at 0.8 % false alarms, three curves find 75 % at 0.6 %. The price where
    slopes are equal: 73 % instead of 76 %, with other levels 58 % instead of 63 %
    (benchmarks/evidence.py).
    Robust: topics far off the curve are down-weighted by the probability that they are typical,
    and the curve is fitted again, five rounds. Cross-fitted: what is expected of a topic comes
    from the other folds of topics; a topic's fold is its place among the sorted topics modulo 5,
    so that no order of rows can change it.

    Parameters
    ----------
    rows : CtrRows
        At least two topics.

    Returns
    -------
    CtrFit
    """
    everything = np.ones(rows.topic.size, dtype=bool)
    trust, kappa = np.ones(rows.n_topics), FIRST_KAPPA
    curve = _fit_once(rows, everything, trust, kappa)
    for _ in range(ROBUST_ROUNDS):
        expected = curve.expected(rows.log_position, rows.strata)
        kappa = fit_kappa(rows.clicks, rows.shown, expected, weights=trust[rows.topic])
        trust = typical_probability(_effect(rows, expected, kappa))
        curve = _fit_once(rows, everything, trust, kappa)
    expected = np.empty_like(rows.shown)
    fold = rows.topic % N_FOLDS
    for held in np.unique(fold):
        fold_curve = _fold_curve(rows, fold != held, trust, kappa)
        out = fold == held
        expected[out] = fold_curve.expected(
            rows.log_position[out], {name: level[out] for name, level in rows.strata.items()}
        )
    kappa = fit_kappa(rows.clicks, rows.shown, expected, weights=trust[rows.topic])
    effect = _effect(rows, expected, kappa)
    share = _prior_share(rows, trust, kappa)
    return CtrFit(curve, expected, kappa, _with_level_error(effect, rows, trust), share)


def _with_level_error(effect: RatioEffect, rows: CtrRows, trust: Floats) -> RatioEffect:
    """Add the error of the curve's level, which the other folds' topics decide.

    Their ratios, weighted by 1 / se^2, have a mean with variance 1 / sum(trust / se^2). With
    twelve topics the 80 % interval covers 0.75 without it (benchmarks/evidence.py).
    """
    error = effect.se(1.0)
    held = np.arange(rows.n_topics) % N_FOLDS
    known = np.isfinite(error) & (error > 0.0)
    sure = np.where(known, trust / np.where(known, error, 1.0) ** 2, 0.0)
    others = sure.sum() - np.bincount(held, sure, minlength=N_FOLDS)[held]
    level = np.minimum(1.0 / np.maximum(others, 1e-9), MOST_LEVEL_VARIANCE)
    return replace(effect, square=effect.square - level)


def _effect(rows: CtrRows, expected: Floats, kappa: float) -> RatioEffect:
    return ratio_effect(
        rows.clicks, rows.shown, expected, kappa=kappa, group=rows.topic, n_groups=rows.n_topics
    )


def _fold_curve(
    rows: CtrRows, used: npt.NDArray[np.bool_], trust: Floats, kappa: float
) -> SiteCurve:
    """Return the curve of the used rows, from the trust that the whole site gave its topics."""
    curve = _fit_once(rows, used, trust, kappa)
    for _ in range(FOLD_ROUNDS):
        expected = curve.expected(rows.log_position, rows.strata)
        trust = typical_probability(_effect(rows, expected, kappa))
        curve = _fit_once(rows, used, trust, kappa)
    return curve


def _fit_once(rows: CtrRows, used: npt.NDArray[np.bool_], trust: Floats, kappa: float) -> SiteCurve:
    """Return curve and offsets by turns: the curve given the offsets, each offset given it."""
    x, rate = rows.log_position[used], rows.clicks[used] / rows.shown[used]
    weight = _weights(rows, used, trust, kappa)
    strata = {name: level[used] for name, level in rows.strata.items()}
    sizes = {name: int(level.max()) + 1 for name, level in rows.strata.items()}
    fit = SiteCurve(
        _falling(rows.prior, x, weight * rate, weight),
        {name: np.zeros(size) for name, size in sizes.items()},
    )
    for _ in range(OFFSET_STEPS if strata else 0):
        for name, level in strata.items():
            moved = _step(fit.expected(x, strata), rate, weight, level, fit.offsets[name])
            fit = SiteCurve(fit.curve, {**fit.offsets, name: moved})
        ratio = fit.expected(x, strata) / evaluate_curve(fit.curve, x)
        fit = SiteCurve(_falling(rows.prior, x, weight * rate, weight * ratio), fit.offsets)
    return fit


def _weights(rows: CtrRows, used: npt.NDArray[np.bool_], trust: Floats, kappa: float) -> Floats:
    precision = 1.0 / (1.0 / rows.shown[used] + 1.0 / (kappa + 1.0))
    return np.minimum(precision, np.quantile(precision, WEIGHT_CAP)) * trust[rows.topic[used]]


def _falling(prior: PriorCurve | None, x: Floats, clicked: Floats, base: Floats) -> Curve:
    """Return the falling curve of the counts, those of a prior curve added."""
    if prior is None:
        return decreasing_curve(x, clicked, base)
    added = np.full(prior.rate.size, prior.shown)
    return decreasing_curve(
        np.concatenate([x, prior.log_position]),
        np.concatenate([clicked, added * prior.rate]),
        np.concatenate([base, added]),
    )


def _prior_share(rows: CtrRows, trust: Floats, kappa: float) -> float:
    if rows.prior is None:
        return 0.0
    everything = np.ones(rows.topic.size, dtype=bool)
    added = rows.prior.shown * rows.prior.rate.size
    return float(added / (added + _weights(rows, everything, trust, kappa).sum()))


def _step(mu: Floats, rate: Floats, weight: Floats, level: Wholes, offset: Floats) -> Floats:
    """Return the offsets of one factor after a Newton step on sum w (rate - mu) = 0."""
    miss = np.bincount(level, weight * (rate - mu), minlength=offset.size)
    slope = np.bincount(level, weight * mu * (1.0 - mu), minlength=offset.size) + 1.0
    moved = offset + np.clip(miss / slope, -1.0, 1.0)
    share = np.bincount(level, weight, minlength=offset.size)
    return np.asarray(moved - np.average(moved, weights=share), dtype=float)
