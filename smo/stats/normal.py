"""The normal distribution, as three small functions with names that say their side."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

Floats = npt.NDArray[np.float64]


def lower_tail(z: npt.ArrayLike) -> Floats:
    """Return P(Z <= z) for a standard normal Z.

    Examples
    --------
    >>> float(lower_tail(0.0))
    0.5
    """
    result: Any = ndtr(np.asarray(z, dtype=float))
    return np.asarray(result, dtype=float)


def normal_quantile(probability: npt.ArrayLike) -> Floats:
    """Return the z with P(Z <= z) = probability.

    Examples
    --------
    >>> round(float(normal_quantile(0.975)), 4)
    1.96
    """
    result: Any = ndtri(np.asarray(probability, dtype=float))
    return np.asarray(result, dtype=float)


def two_sided_z(mass: float) -> float:
    """Return the z for which the interval from -z to z holds the probability `mass`.

    Examples
    --------
    >>> round(two_sided_z(0.8), 4)
    1.2816
    """
    return float(normal_quantile(0.5 + mass / 2.0))
