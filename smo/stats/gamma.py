"""The gamma distribution as the law of a ratio of counts with mean 1."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincc

Floats = npt.NDArray[np.float64]


def upper_tail(ratio: npt.ArrayLike, error: npt.ArrayLike) -> Floats:
    """Return P(R >= ratio) for a gamma R with mean 1 and standard deviation `error`.

    Shape 1 / error^2, so skewness 2 error. Counts of rare events over what is expected of them
    have skewness between error (Poisson) and 2 error (a Poisson whose rate is gamma), so the tail
    is not too light where counts are small, as a normal one would be.

    Parameters
    ----------
    ratio, error : array of float, shape (n,)
        Ratios and their standard deviations at ratio 1, above 0.

    Returns
    -------
    array of float, shape (n,)
        NaN where either is NaN.

    Examples
    --------
    >>> upper_tail([1.0, 3.0], [1.0, 1.0]).round(4).tolist()
    [0.3679, 0.0498]
    """
    shape = 1.0 / np.asarray(error, dtype=float) ** 2
    result: Any = gammaincc(shape, shape * np.asarray(ratio, dtype=float))
    return np.asarray(result, dtype=float)
