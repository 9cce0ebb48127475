"""A rate that falls with position: isotonic on fine bins, straight between block centers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import isotonic_regression

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Curve:
    """A falling curve: knots on x, ascending, and the log odds at each."""

    knots: Floats
    logits: Floats


def decreasing_curve(
    x: npt.ArrayLike,
    clicked: npt.ArrayLike,
    base: npt.ArrayLike,
    *,
    width: float = 0.05,
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
    place, y, w = place[used], y[used], w[used]
    _, index = np.unique(np.floor(place / width), return_inverse=True)
    weight = np.bincount(index, w)
    fitted: Any = isotonic_regression(
        np.bincount(index, y) / weight, weights=weight, increasing=False
    )
    edges = np.asarray(fitted.blocks, dtype=int)[:-1]
    blocks = np.add.reduceat(weight, edges)
    rate = np.add.reduceat(np.bincount(index, y), edges) / blocks
    rate = np.minimum.accumulate(np.clip(np.maximum(rate, 0.5 / (blocks + 1.0)), 1e-9, 0.999))
    centers = np.add.reduceat(np.bincount(index, w * place), edges) / blocks
    return Curve(knots=centers, logits=np.log(rate / (1.0 - rate)))


def evaluate_curve(curve: Curve, x: npt.ArrayLike) -> Floats:
    """Return the rate of the curve at x, level beyond its first and last knot.

    Examples
    --------
    >>> evaluate_curve(Curve(np.array([0.0]), np.array([0.0])), [1.0, 2.0]).tolist()
    [0.5, 0.5]
    """
    logit = np.interp(np.asarray(x, dtype=float), curve.knots, curve.logits)
    return np.asarray(1.0 / (1.0 + np.exp(-logit)), dtype=float)
