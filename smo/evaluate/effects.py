"""The effect of acting: acted-on units against matched others, regression to the mean out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import minimize_scalar

from smo.stats import fit_kappa, two_sided_z

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

N_MATCHES = 10  # others matched to each unit acted on
MOST_DRIFT = 1.5


@dataclass(frozen=True)
class Units:
    """Counts of units (topics or pages), arrays of shape (n,).

    Parameters
    ----------
    shown_before, clicks_before, shown_after, clicks_after : array of float
        Impressions and clicks of both periods.
    promised : array of float
        CTR that the site's curve promises the unit at its positions before, inside (0, 1).
    acted : array of bool
        Which were acted on.
    """

    shown_before: Floats
    clicks_before: Floats
    shown_after: Floats
    clicks_after: Floats
    promised: Floats
    acted: Flags


@dataclass(frozen=True)
class Effect:
    """Effect of acting as a share of clicks: 0.3 is 30 % more than without acting.

    Parameters
    ----------
    effect, low, high : float
        Of all units acted on together.
    expected : array, shape (n_acted,)
        Clicks of each without acting, given its impressions after.
    raw : array, shape (n_acted,)
        The same, had its CTR before been taken at its word.
    matched : array of int
        Places of the others that were matched.
    error : float
        Standard error of log(1 + effect).
    each : array, shape (n_acted, 3)
        Effect, low and high of each.
    """

    effect: float
    low: float
    high: float
    expected: Floats
    raw: Floats
    matched: Ints
    error: float
    each: Floats


def estimate_effect(units: Units, *, interval: float) -> Effect:
    """Return the effect of acting.

    Units are acted on because they did badly, and some of that was chance. So the CTR before
    is replaced by its posterior mean, (kappa m + c) / (kappa + n): what a unit would do again.
    Others matched in size, promise and CTR tell how the whole changed; the effect is the ratio of
    clicks to expected clicks of those acted on over that of the matched, in logs, with the errors
    of both periods and the drift of rates that the others show.

    Parameters
    ----------
    units : Units
        At least one acted on, and three others.
    interval : float
        Probability inside the intervals.

    Returns
    -------
    Effect

    Examples
    --------
    >>> n = np.full(8, 1e5)
    >>> clicks = np.where(np.arange(8) < 2, 6500.0, 5000.0)
    >>> units = Units(n, np.full(8, 5000.0), n, clicks, np.full(8, 0.05), np.arange(8) < 2)
    >>> round(float(estimate_effect(units, interval=0.8).effect), 2)
    0.3
    """
    kappa = fit_kappa(units.clicks_before, units.shown_before, units.promised)
    total = kappa + units.shown_before
    rate = (kappa * units.promised + units.clicks_before) / total
    doubt = rate * (1.0 - rate) / (total + 1.0)
    expected = units.shown_after * rate
    doubt = units.shown_after**2 * doubt
    acted, others = np.flatnonzero(units.acted), np.flatnonzero(~units.acted)
    matched = _matches(units, rate, acted, others)
    drift = _drift(units.clicks_after[others], expected[others], doubt[others])
    level = units.clicks_after[matched].sum() / max(expected[matched].sum(), 1e-9)
    told = expected * max(level, 1e-9)
    carried = doubt + drift**2 * expected**2
    sides = [_relative(units.clicks_after, carried, expected, rows) for rows in (acted, matched)]
    z = two_sided_z(interval)
    whole = _ends(units.clicks_after[acted].sum(), told[acted].sum(), sum(sides), z)
    each = []
    for i in acted:
        own = _relative(units.clicks_after, carried, expected, np.array([i]))
        each.append(_ends(units.clicks_after[i], told[i], own + sides[1], z))
    raw = units.clicks_before / np.maximum(units.shown_before, 1.0) * units.shown_after * level
    return Effect(
        *whole, told[acted], raw[acted], matched, float(np.sqrt(sum(sides))), np.array(each)
    )


def _matches(units: Units, rate: Floats, acted: Ints, others: Ints) -> Ints:
    """Return the others nearest to those acted on, in log size, promise and rate before."""
    marks = np.column_stack(
        [np.log(units.shown_before + 1.0), np.log(units.promised), np.log(rate / units.promised)]
    )
    scale = marks[others].std(axis=0)
    marks = marks / np.where(scale > 1e-9, scale, 1.0)
    size = min(N_MATCHES, len(others))
    far = ((marks[acted][:, None, :] - marks[others][None, :, :]) ** 2).sum(axis=2)
    nearest = np.argsort(np.round(far, 9), axis=1, kind="stable")[:, :size]
    return np.unique(others[nearest])


def _drift(clicks: Floats, expected: Floats, doubt: Floats) -> float:
    """Return the coefficient of variation of rates beyond chance, by maximum likelihood."""
    level = clicks.sum() / max(expected.sum(), 1e-9)
    told = level * expected
    columns = {"clicks": clicks, "expected": told, "spread": told**2}
    found = fit_drift(pd.DataFrame(columns | {"variance": told + level**2 * doubt}))
    # the level was fitted to the same units, and likelihood is low by one of n
    return found * float(np.sqrt(len(clicks) / max(len(clicks) - 1.0, 1.0)))


def fit_drift(told: pd.DataFrame) -> float:
    """Return the drift that makes the clicks of a forecast most likely.

    A query whose rate changes by a factor with mean 1 and variance d^2 adds d^2 (expected)^2 to
    the variance of its topic; d by maximum likelihood, normal in the topics' clicks.

    Parameters
    ----------
    told : DataFrame
        One row = a unit: clicks, expected, and of the expected clicks the variance without drift
        and the sum of squares.

    Returns
    -------
    float
        0..1.5.

    Examples
    --------
    >>> told = pd.DataFrame({"clicks": [130.0, 70.0], "expected": 100.0, "variance": 100.0,
    ...                      "spread": 10_000.0})
    >>> round(fit_drift(told), 2)
    0.28
    """
    miss = (told["clicks"] - told["expected"]).to_numpy(dtype=float) ** 2
    variance, spread = (told[name].to_numpy(dtype=float) for name in ("variance", "spread"))

    def cost(drift: float) -> float:
        v = np.maximum(variance + drift**2 * spread, 1e-3)
        return float(np.sum(np.log(v) + miss / v))

    found: Any = minimize_scalar(cost, bounds=(0.0, MOST_DRIFT), method="bounded")
    return float(found.x) if found.fun < cost(0.0) else 0.0


def _relative(clicks: Floats, carried: Floats, expected: Floats, rows: Ints) -> float:
    """Return the variance of the log of clicks over expected: counting, and what is carried."""
    counting = 1.0 / max(float(clicks[rows].sum()), 0.5)
    return counting + float(carried[rows].sum()) / max(float(expected[rows].sum()), 1e-9) ** 2


def _ends(clicks: float, expected: float, variance: float, z: float) -> tuple[float, float, float]:
    """Return effect, low and high; half a click stands for none."""
    ratio = max(clicks, 0.5) / max(expected, 1e-9)
    reach = float(np.exp(z * np.sqrt(variance)))
    return ratio - 1.0, ratio / reach - 1.0, ratio * reach - 1.0


def as_marks(counts: pd.DataFrame) -> Floats:
    """Return what units are matched by: log size, promise and CTR against it, scaled."""
    shown, promised, clicks = (
        counts[name].to_numpy(dtype=float) for name in ("shown_before", "promised", "clicks_before")
    )
    ratio = (clicks + 0.5) / (shown * promised + 0.5)
    marks = np.column_stack([np.log(shown + 1.0), np.log(promised), np.log(ratio)])
    scale = marks.std(axis=0)
    return np.asarray(marks / np.where(scale > 1e-9, scale, 1.0), dtype=float)
