"""The clicks a topic will get in a later window, if its impressions and positions are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import nbinom

from smo.evidence.ctr import CtrSegment
from smo.evidence.curve import OWN, SiteCurve
from smo.stats import log_pmf

Floats = npt.NDArray[np.float64]

KEY = ["topic", "keyword", "page", "device"]
RATIOS = np.exp(np.linspace(np.log(0.05), np.log(6.0), 61))
# Where the shares of the ratios begin, before the topics themselves tell: nine in ten near the
# curve, the rest anywhere; the beginning weighs as much as five topics.
NEAR, NEAR_WIDTH, FAR_WIDTH, PRIOR_TOPICS = 0.9, 0.15, 1.0, 5.0
ROUNDS = 40
N_DRAWS = 600
BLOCK = 4_000_000  # draws held at once, 32 MB
HIGHEST_RATE = 0.98
DRIFTS = np.linspace(0.0, 1.5, 31)
NO_DRIFT = np.asarray(DRIFTS == 0.0, dtype=float)


def forecast(
    before: CtrSegment,
    after: pd.DataFrame,
    *,
    interval: float,
    drift: Floats = NO_DRIFT,
    seed: int = 0,
) -> pd.DataFrame:
    """Return the posterior predictive of the clicks of each topic in later rows.

    The ratio of a topic has a posterior on a grid: the shares of ratios over the site's topics
    (found by expectation and maximization), times the beta-binomial likelihood of its earlier
    queries. A query seen earlier has a rate of its own, Beta(kappa m + c, kappa (1 - m) + n - c)
    with m = ratio x curve, carried to its later position along the curve; a new one is drawn
    from Beta(kappa m, kappa (1 - m)). Rates drift from window to window; clicks are binomial.

    Parameters
    ----------
    before : CtrSegment
        Earlier rows of a segment and their fit.
    after : DataFrame
        Later rows, summed by topic, keyword, page, device; impressions and positions known.
    interval : float
        Probability inside the interval.
    drift : array, shape (31,)
        Chances of `DRIFTS`, the coefficient of variation of a query's rate from one window to the
        next, as `drift_chances` gives them; drawn anew in each draw.
    seed : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row = a topic of the later window, sorted: topic, impressions, clicks, expected
        (mean), clicks_low, clicks_high, inside (see `inside_share`), variance, spread (sum of
        the squared expected clicks of its queries).
    """
    fit = before.fit
    assert fit is not None  # noqa: S101  only judged segments come here
    early = before.rows.reset_index(drop=True)
    mean_early = curve_at(fit.curve, early, early)
    weights = _posterior(early, mean_early, fit.kappa)
    late = _keyed(after).sort_values(KEY, kind="stable", ignore_index=True)
    known = _keyed(early).assign(mean=mean_early)[[*KEY, "clicks", "impressions", "mean"]]
    joined = late.merge(known, on=KEY, how="left", suffixes=("", "_before"))
    mean = curve_at(fit.curve, late, early)
    joined = joined.assign(mean=joined["mean"].fillna(pd.Series(mean)), mean_late=mean)
    return _told(joined, _Draw(joined, weights, fit.kappa, drift), interval=interval, seed=seed)


def drift_chances(tolds: Sequence[pd.DataFrame]) -> Floats:
    """Return the posterior of the drift from forecasts of earlier windows made without drift.

    A query whose rate changes by a factor with mean 1 and variance d^2 adds d^2 (expected)^2 to
    the variance of its topic. Negative binomial in the topics' clicks, over all the windows; a
    uniform prior of d, a standard deviation (Gelman 2006, Bayesian Analysis 1:515-534). One d
    found to be the likeliest will not do: from one window it is 0 in a half of the cases and
    three times too large in others, and the forecast is then surer than what it is made from.

    Parameters
    ----------
    tolds : sequence of DataFrame
        What `forecast` returned with no drift, a table for each earlier window.

    Returns
    -------
    array, shape (31,)
        Chances of `DRIFTS`; of no drift alone where no window can tell.

    Examples
    --------
    >>> told = pd.DataFrame({"clicks": [130.0, 70.0], "expected": 100.0, "variance": 100.0,
    ...                      "spread": 10_000.0})
    >>> float(DRIFTS[drift_chances([told]).argmax()].round(2)), float(drift_chances([])[0])
    (0.3, 1.0)
    """
    known = [told[told["expected"] > 0.0] for told in tolds]
    if not sum(map(len, known)):
        return NO_DRIFT
    told = pd.concat(known)
    clicks, mean, variance, spread = (
        told[name].to_numpy(dtype=float)[:, None]
        for name in ("clicks", "expected", "variance", "spread")
    )
    whole = np.maximum(variance + DRIFTS**2 * spread, mean * 1.001)
    likelihood = nbinom.logpmf(np.round(clicks), mean**2 / (whole - mean), mean / whole).sum(axis=0)
    chances = np.exp(likelihood - likelihood.max())
    return np.asarray(chances / chances.sum(), dtype=float)


def inside_share(draws: Floats, outcome: Floats, interval: float) -> Floats:
    """Return how much of each outcome's probability lies within the central interval.

    Counts are discrete: the interval of a topic with hardly a click covers more than it says.
    The outcome c takes the stretch [F(c - 1), F(c)] of the distribution; the share of it inside
    the interval has a mean of `interval` if the distribution is right (Czado, Gneiting & Held
    2009, Biometrics 65:1254-1261).

    Parameters
    ----------
    draws : array, shape (n_draws, n)
        Draws of the distribution of each.
    outcome : array, shape (n,)
        What came.
    interval : float
        Probability inside the interval.

    Returns
    -------
    array, shape (n,)
        0..1.

    Examples
    --------
    >>> inside_share(np.zeros((10, 1)), np.array([0.0]), 0.8).round(2).tolist()
    [0.8]
    """
    tail = (1.0 - interval) / 2.0
    below = np.mean(draws < outcome, axis=0)
    upto = np.mean(draws <= outcome, axis=0)
    width = upto - below
    overlap = np.minimum(upto, 1.0 - tail) - np.maximum(below, tail)
    point = (below >= tail) & (below <= 1.0 - tail)
    share = np.maximum(overlap, 0.0) / np.where(width > 0.0, width, 1.0)
    return np.asarray(np.where(width > 0.0, share, point.astype(float)), dtype=float)


def curve_at(curve: SiteCurve, rows: pd.DataFrame, early: pd.DataFrame) -> Floats:
    """Return the curve at the rows; a device or brand the fit has not seen moves it by nothing."""
    strata, offsets = {}, {}
    moving = {**curve.offsets, **({OWN: np.zeros(len(curve.own))} if curve.own else {})}
    for name, offset in moving.items():
        names = sorted(early[name].astype("string").fillna("").unique())
        place = {level: i for i, level in enumerate(names)}
        levels = rows[name].astype("string").fillna("").map(place)
        strata[name] = levels.fillna(len(names)).to_numpy(dtype=np.int64)
        offsets[name] = np.append(offset, 0.0)
    place_of = np.log(np.maximum(rows["position"].to_numpy(dtype=float), 1.0))
    return replace(curve, offsets=offsets).expected(place_of, strata)


def _keyed(rows: pd.DataFrame) -> pd.DataFrame:
    filled = {name: rows[name].astype("string").fillna("") for name in ("page", "device")}
    return rows.assign(**filled)


def _posterior(early: pd.DataFrame, mean: Floats, kappa: float) -> pd.DataFrame:
    """Return the probability of each ratio for each topic, and for a topic never seen."""
    shown = early["impressions"].to_numpy(dtype=float)
    clicks = np.minimum(early["clicks"].to_numpy(dtype=float), shown)
    rates = np.minimum(mean[:, None] * RATIOS, HIGHEST_RATE)
    told = pd.DataFrame(log_pmf(clicks[:, None], shown[:, None], rates, kappa))
    sums = told.groupby(early["topic"].to_numpy()).sum()
    likelihood = np.exp(sums.to_numpy() - sums.to_numpy().max(axis=1, keepdims=True))
    x = np.log(RATIOS)
    near, far = np.exp(-0.5 * (x / NEAR_WIDTH) ** 2), np.exp(-0.5 * (x / FAR_WIDTH) ** 2)
    start = NEAR * near / near.sum() + (1.0 - NEAR) * far / far.sum()
    share = start
    for _ in range(ROUNDS):
        joint = likelihood * share
        counts = (joint / joint.sum(axis=1, keepdims=True)).sum(axis=0)
        share = (counts + PRIOR_TOPICS * start) / (len(sums) + PRIOR_TOPICS)
    joint = likelihood * share
    found = pd.DataFrame(joint / joint.sum(axis=1, keepdims=True), index=sums.index)
    return pd.concat([found, pd.DataFrame([share], index=[-1])])


@dataclass(frozen=True)
class _Draw:
    """What clicks are drawn from: rows sorted by topic, chances of the ratios, kappa, drift."""

    rows: pd.DataFrame
    weights: pd.DataFrame
    kappa: float
    drift: Floats

    def rates(self, draw: np.random.Generator, size: int) -> Floats:
        """Return draws of each row's rate, shape (size, rows)."""
        rows = self.rows
        topics, code = np.unique(rows["topic"].to_numpy(dtype=np.int64), return_inverse=True)
        table = self.weights.reindex(topics).fillna(self.weights.loc[-1])
        chances = np.cumsum(table.to_numpy(), axis=1)
        u = draw.random((size, len(topics)))
        places = [np.searchsorted(row, u[:, i]) for i, row in enumerate(chances)]
        ratio = RATIOS[np.minimum(np.stack(places, axis=1), len(RATIOS) - 1)][:, code]
        before, late = (rows[name].to_numpy(dtype=float) for name in ("mean", "mean_late"))
        seen = rows["impressions_before"].fillna(0.0).to_numpy(dtype=float)
        had = np.minimum(rows["clicks_before"].fillna(0.0).to_numpy(dtype=float), seen)
        m = np.minimum(ratio * before, HIGHEST_RATE)
        rate = draw.beta(self.kappa * m + had, self.kappa * (1.0 - m) + seen - had)
        rate = rate * (late / before)
        drift = draw.choice(DRIFTS, size=size, p=self.drift)
        moved = drift > 0.0
        shape = 1.0 / drift[moved, None] ** 2
        rate[moved] *= draw.gamma(shape, 1.0 / shape, (int(moved.sum()), rate.shape[1]))
        return np.asarray(np.minimum(rate, 1.0), dtype=float)


def _told(rows: pd.DataFrame, source: _Draw, *, interval: float, seed: int) -> pd.DataFrame:
    draw, n_rows = np.random.default_rng(seed), len(rows)
    topic = rows["topic"].to_numpy(dtype=np.int64)
    starts = np.flatnonzero(np.diff(topic, prepend=-1))
    shown = np.round(rows["impressions"].to_numpy(dtype=float)).astype(np.int64)
    parts, mean, left = [], np.zeros(n_rows), N_DRAWS
    while left > 0:
        size = min(left, max(BLOCK // max(n_rows, 1), 1))
        rates = source.rates(draw, size)
        mean += rates.sum(axis=0) / N_DRAWS
        parts.append(np.add.reduceat(draw.binomial(shown, rates), starts, axis=1))
        left -= size
    draws = np.concatenate(parts).astype(float)
    sums = rows.groupby("topic", sort=True)[["impressions", "clicks"]].sum().astype(float)
    tail = (1.0 - interval) / 2.0
    ends = np.quantile(draws, [tail, 1.0 - tail], axis=0, method="inverted_cdf")
    return sums.assign(
        expected=draws.mean(axis=0), clicks_low=ends[0], clicks_high=ends[1],
        inside=inside_share(draws, np.round(sums["clicks"].to_numpy()), interval),
        variance=draws.var(axis=0), spread=np.add.reduceat((shown * mean) ** 2, starts),
    ).reset_index()  # fmt: skip
