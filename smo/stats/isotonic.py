"""A rate that falls with position: isotonic on fine bins, straight between block centers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from scipy.optimize import isotonic_regression

Floats = npt.NDArray[np.float64]

WIDTH = 0.05  # of a bin of log position


@dataclass(frozen=True)
class Curve:
    """A falling curve: knots on x, ascending, and the log odds at each."""

    knots: Floats
    logits: Floats


@dataclass(frozen=True)
class Bins:
    """Points on x and the fine bin of each, of `n` bins from left to right.

    Examples
    --------
    >>> Bins.of(np.array([0.01, 0.02, 3.0])).index.tolist()
    [0, 0, 1]
    """

    x: Floats
    index: npt.NDArray[np.int64]
    n: int

    @classmethod
    def of(cls, x: Floats, width: float = WIDTH) -> Self:
        """Return the bins of `width` that hold points."""
        found, index = np.unique(np.floor(x / width), return_inverse=True)
        return cls(x, index.astype(np.int64), found.size)


def decreasing_curve(
    x: npt.ArrayLike,
    clicked: npt.ArrayLike,
    base: npt.ArrayLike,
    *,
    width: float = WIDTH,
) -> Curve:
    """Return the falling curve that fits sum(clicked) / sum(base) over fine bins of x.

    Pool-adjacent-violators on the bins (Barlow, Bartholomew, Bremner & Brunk 1972;
    `scipy.optimize.isotonic_regression`), then one knot at the center of each pooled block, so
    that the curve is continuous. x is never rounded: a bin's place is the mean of its x.
    A block without clicks gets half a click, so that no rate is zero.

    Parameters
    ----------
    x : array of float, shape (n,)
        Log position.
    clicked : array of float, shape (n,)
        Weighted clicks, weight x clicks / impressions.
    base : array of float, shape (n,)
        Weighted trials, weight x 1.
    width : float
        Width of a bin of x.

    Returns
    -------
    Curve

    Examples
    --------
    >>> curve = decreasing_curve([0.0, 1.0, 2.0], [5.0, 1.0, 2.0], [10.0, 10.0, 10.0])
    >>> evaluate_curve(curve, [0.0, 1.5, 9.0]).round(3).tolist()
    [0.5, 0.15, 0.15]
    """
    place, y, w = (np.asarray(part, dtype=float) for part in (x, clicked, base))
    used = w > 0.0
    return binned_curve(Bins.of(place[used], width), y[used], w[used])


def binned_curve(bins: Bins, clicked: Floats, base: Floats) -> Curve:
    """Return `decreasing_curve` of counts whose bins are known; rows without base count nothing."""
    size = bins.n
    weight = np.bincount(bins.index, base, minlength=size)
    kept = weight > 0.0
    weight, y = weight[kept], np.bincount(bins.index, clicked, minlength=size)[kept]
    place = np.bincount(bins.index, base * bins.x, minlength=size)[kept]
    fitted: Any = isotonic_regression(y / weight, weights=weight, increasing=False)
    edges = np.asarray(fitted.blocks, dtype=int)[:-1]
    blocks = np.add.reduceat(weight, edges)
    rate = np.add.reduceat(y, edges) / blocks
    rate = np.minimum.accumulate(np.clip(np.maximum(rate, 0.5 / (blocks + 1.0)), 1e-9, 0.999))
    centers = np.add.reduceat(place, edges) / blocks
    return Curve(knots=centers, logits=np.log(rate / (1.0 - rate)))


def evaluate_curve(curve: Curve, x: npt.ArrayLike) -> Floats:
    """Return the rate of the curve at x, level beyond its first and last knot.

    Examples
    --------
    >>> evaluate_curve(Curve(np.array([0.0]), np.array([0.0])), [1.0, 2.0]).tolist()
    [0.5, 0.5]
    """
    return np.asarray(1.0 / (1.0 + np.exp(-curve_logits(curve, x))), dtype=float)


def curve_logits(curve: Curve, x: npt.ArrayLike) -> Floats:
    """Return the log odds of the curve at x, level beyond its first and last knot.

    Examples
    --------
    >>> curve_logits(Curve(np.array([0.0, 1.0]), np.array([0.0, -1.0])), [0.5, 2.0]).tolist()
    [-0.5, -1.0]
    """
    return np.asarray(np.interp(np.asarray(x, dtype=float), curve.knots, curve.logits), dtype=float)
