"""The site's own CTR curve: what its typical topic gets at a position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from smo.evidence.ctr_part import CtrRows, Part, PriorCurve
from smo.stats import (
    Curve,
    RatioEffect,
    curve_logits,
    fit_kappa,
    ratio_effect,
    typical_probability,
)

__all__ = ["CtrFit", "CtrRows", "PriorCurve", "SiteCurve", "SiteRows", "fit_once", "fit_site"]

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

N_FOLDS = 5
ROBUST_ROUNDS = 5  # benchmarks/evidence.py: the curve moves by less than 0.5 % after the fourth
FOLD_ROUNDS = 2
OFFSET_STEPS = 4
FIRST_KAPPA = 40.0  # only where the rounds begin
OWN = "brand"  # the factor whose levels may have a curve of their own
# benchmarks/brand.py, what each level must have without any one fold: from here up power is lost
# by 0.01 at most where slopes are equal, and 1.1 to 2.5 times as great where they differ
MIN_OWN_CLICKS = 200.0
MIN_OWN_TOPICS = 15
MOST_LEVEL_VARIANCE = 0.25  # keeps the score interval finite; a site so unsure is refused before


@dataclass(frozen=True)
class SiteCurve:
    """The expected CTR at a position: logit = f(log position) + an offset for each stratum.

    Where brand and other queries are many enough, each has an f of its own and brand no offset.

    Parameters
    ----------
    curve : Curve
        f, falling; knots at log positions.
    offsets : mapping of str to array of float
        For each factor, the offset of each level; the mean offset by weight is about 0.
    own : tuple of Curve
        f of each level of brand; empty where brand moves one f by an offset, or by nothing.
        `curve` is then that of all rows, for a level the fit has not seen.

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
    own: tuple[Curve, ...] = ()

    def expected(self, log_position: npt.ArrayLike, strata: Mapping[str, Wholes]) -> Floats:
        """Return the expected CTR of rows at these log positions and levels."""
        x = np.asarray(log_position, dtype=float)
        logit = curve_logits(self.curve, x)
        for level, curve in enumerate(self.own):
            rows = strata[OWN] == level
            logit[rows] = curve_logits(curve, x[rows])
        return _moved(logit, self.offsets, strata)


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


@dataclass(frozen=True)
class SiteRows:
    """The rows of a segment, whole and without each fold of topics, laid out for many fits.

    A topic's fold is its place among the sorted topics modulo 5, so that no order of rows can
    change it. `folds` holds for each fold the places of its rows and the part of all others.
    """

    rows: CtrRows
    whole: Part
    folds: tuple[tuple[Wholes, Part], ...]

    @classmethod
    def of(cls, rows: CtrRows) -> Self:
        """Lay the rows out."""
        fold = rows.topic % N_FOLDS
        own = OWN if _own_curves(rows) else ""
        return cls(
            rows,
            Part.of(rows, np.ones(fold.size, dtype=bool), own),
            tuple(
                (np.flatnonzero(fold == held), Part.of(rows, fold != held, own))
                for held in np.unique(fold)
            ),
        )

    def with_clicks(self, clicks: Floats) -> Self:
        """Return the same rows clicked otherwise; which of them share a curve does not change."""
        return replace(self, rows=replace(self.rows, clicks=clicks))

    def expected(self, curve: SiteCurve) -> Floats:
        """Return the CTR that a curve promises each row."""
        logit = self.whole.logits(curve.curve, curve.own)
        return _moved(logit, curve.offsets, self.rows.strata)


def _own_curves(rows: CtrRows) -> bool:
    """Tell whether each level of brand has clicks and topics for a curve without any one fold."""
    level = rows.strata.get(OWN)
    if level is None:
        return False
    size, fold = int(level.max()) + 1, rows.topic % N_FOLDS
    cell = fold * size + level
    clicks = np.bincount(cell, rows.clicks, minlength=N_FOLDS * size).reshape(N_FOLDS, size)
    topics = np.unique(rows.topic * size + level)
    seen = np.bincount(
        topics // size % N_FOLDS * size + topics % size, minlength=N_FOLDS * size
    ).reshape(N_FOLDS, size)
    enough = (clicks.sum(axis=0) - clicks >= MIN_OWN_CLICKS) & (
        seen.sum(axis=0) - seen >= MIN_OWN_TOPICS
    )
    return bool(enough.all())


def fit_site(rows: CtrRows | SiteRows) -> CtrFit:
    """Fit the curve of the typical topic of one segment, and each topic's effect against it.

    One curve for each segment, because segments differ in the slope of the curve, not only in
    its level: with slopes that differ, one curve with an offset for each segment finds 59 % of
    the broken topics at 0.8 % false alarms, three curves find 75 % at 0.6 %. The price where
    slopes are equal: 73 % instead of 76 %, with other levels 58 % instead of 63 %
    (benchmarks/evidence.py).
    Inside a segment brand and other queries have a curve each where both have 200 clicks and 15
    topics without any one fold, else one curve that brand moves by an offset.
    Robust: topics far off the curve are down-weighted by the probability that they are typical,
    and the curve is fitted again, five rounds. Cross-fitted: what is expected of a topic comes
    from the other folds of topics.

    Parameters
    ----------
    rows : CtrRows or SiteRows
        At least two topics; laid out before where they are fitted many times.

    Returns
    -------
    CtrFit
    """
    site = rows if isinstance(rows, SiteRows) else SiteRows.of(rows)
    rows = site.rows
    rate, trust, kappa = rows.clicks / rows.shown, np.ones(rows.n_topics), FIRST_KAPPA
    curve = fit_once(site.whole, rate, trust, kappa)
    for _ in range(ROBUST_ROUNDS):
        expected = site.expected(curve)
        kappa = fit_kappa(rows.clicks, rows.shown, expected, weights=trust[rows.topic])
        trust = typical_probability(_effect(rows, expected, kappa))
        curve = fit_once(site.whole, rate, trust, kappa)
    expected = np.empty_like(rows.shown)
    for held, others in site.folds:
        fold_curve = _fold_curve(site, others, rate, trust, kappa)
        expected[held] = site.expected(fold_curve)[held]
    kappa = fit_kappa(rows.clicks, rows.shown, expected, weights=trust[rows.topic])
    effect = _effect(rows, expected, kappa)
    share = _prior_share(site.whole, trust, kappa)
    effect = _with_level_error(effect, site, expected, kappa, trust)
    return CtrFit(curve, expected, kappa, effect, share)


def _with_level_error(
    effect: RatioEffect, site: SiteRows, expected: Floats, kappa: float, trust: Floats
) -> RatioEffect:
    """Add the error of the curve's level, which the other folds' topics decide.

    Their ratios, weighted by 1 / se^2, have a mean with variance 1 / sum(trust / se^2). With
    twelve topics the 80 % interval covers 0.75 without it (benchmarks/evidence.py). Each curve of
    its own has its own level, and weighs in a topic as its rows do.
    """
    rows, size = site.rows, max(len(site.whole.levels), 1)
    cell = rows.topic * size + (rows.strata[OWN] if size > 1 else 0)
    parts = effect if size == 1 else _effect(rows, expected, kappa, cell, rows.n_topics * size)
    error = parts.se(1.0).reshape(-1, size)
    held = np.arange(rows.n_topics) % N_FOLDS
    known = np.isfinite(error) & (error > 0.0)
    sure = np.where(known, trust[:, None] / np.where(known, error, 1.0) ** 2, 0.0)
    folds = np.zeros((N_FOLDS, size))
    np.add.at(folds, held, sure)
    level = np.minimum(1.0 / np.maximum(sure.sum(axis=0) - folds[held], 1e-9), MOST_LEVEL_VARIANCE)
    weight = expected / ((1.0 - expected) * (1.0 / rows.shown + 1.0 / (kappa + 1.0)))
    share = np.bincount(cell, weight, minlength=error.size).reshape(error.shape)
    share = share / np.maximum(share.sum(axis=1, keepdims=True), 1e-300)
    return replace(effect, square=effect.square - (share**2 * level).sum(axis=1))


def _effect(
    rows: CtrRows, expected: Floats, kappa: float, group: Wholes | None = None, n_groups: int = 0
) -> RatioEffect:
    """Return the effect of each topic, or of each group."""
    group, n_groups = (rows.topic, rows.n_topics) if group is None else (group, n_groups)
    return ratio_effect(
        rows.clicks, rows.shown, expected, kappa=kappa, group=group, n_groups=n_groups
    )


def _fold_curve(
    site: SiteRows, others: Part, rate: Floats, trust: Floats, kappa: float
) -> SiteCurve:
    """Return the curve of the other folds, from the trust that the whole site gave its topics."""
    curve = fit_once(others, rate, trust, kappa)
    for _ in range(FOLD_ROUNDS):
        trust = typical_probability(_effect(site.rows, site.expected(curve), kappa))
        curve = fit_once(others, rate, trust, kappa)
    return curve


def fit_once(part: Part, rate: Floats, trust: Floats, kappa: float) -> SiteCurve:
    """Return curves and offsets by turns: the curves given the offsets, each offset given them.

    Parameters
    ----------
    part : Part
        The rows that count.
    rate : array of float, shape (n,)
        Clicks / impressions of all rows.
    trust : array of float, shape (n_topics,)
        Probability of each topic to be typical.
    kappa : float
        Precision of a query's rate around the curve.
    """
    own, weight = rate[part.used], part.weights(trust, kappa)
    clicked = weight * own
    curve, curves = part.falling(clicked, weight), part.own_curves(clicked, weight)
    moving = [name for name in part.sizes if not (curves and name == OWN)]
    offsets = {name: np.zeros(part.sizes[name]) for name in moving}
    for _ in range(OFFSET_STEPS if offsets else 0):
        logit = part.logits(curve, curves)
        for name in moving:
            mu = _moved(logit, offsets, part.strata)
            offsets[name] = _step(mu, own, weight, part.strata[name], offsets[name])
        ratio = _moved(logit, offsets, part.strata) * (1.0 + np.exp(-logit))
        curves = part.own_curves(clicked, weight * ratio)
        curve = curve if curves else part.falling(clicked, weight * ratio)
    return SiteCurve(curve, offsets, curves)


def _moved(logit: Floats, offsets: Mapping[str, Floats], strata: Mapping[str, Wholes]) -> Floats:
    """Return the rates of log odds, each moved by the offsets of its levels."""
    for name, offset in offsets.items():
        logit = logit + offset[strata[name]]
    odds = np.exp(-logit)
    odds += 1.0
    return np.asarray(np.divide(1.0, odds, out=odds), dtype=float)


def _prior_share(whole: Part, trust: Floats, kappa: float) -> float:
    if whole.prior is None:
        return 0.0
    added = whole.prior.shown * whole.prior.rate.size * max(len(whole.levels), 1)
    return float(added / (added + whole.weights(trust, kappa).sum()))


def _step(mu: Floats, rate: Floats, weight: Floats, level: Wholes, offset: Floats) -> Floats:
    """Return the offsets of one factor after a Newton step on sum w (rate - mu) = 0."""
    miss = np.bincount(level, weight * (rate - mu), minlength=offset.size)
    slope = np.bincount(level, weight * mu * (1.0 - mu), minlength=offset.size) + 1.0
    moved = offset + np.clip(miss / slope, -1.0, 1.0)
    share = np.bincount(level, weight, minlength=offset.size)
    return np.asarray(moved - (moved * share).sum() / share.sum(), dtype=float)
