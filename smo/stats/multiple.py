"""Many tests at once: the false discovery rate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def benjamini_hochberg(p: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return q-values: the smallest false discovery rate at which each test is rejected.

    The i-th smallest of m p-values becomes min over j >= i of p_j m / j
    (Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289-300).

    Parameters
    ----------
    p : array of float, shape (n,)
        p-values; NaN = not tested, and not counted in m.

    Returns
    -------
    array of float, shape (n,)
        q-values in the order given; NaN where p is NaN.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, float("nan"), 0.03]).round(3).tolist()
    [0.03, 0.04, nan, 0.04]
    """
    values = np.asarray(p, dtype=float)
    result = np.full(values.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(values))
    order = tested[np.argsort(values[tested], kind="stable")]
    scaled = values[order] * order.size / np.arange(1, order.size + 1)
    result[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return result
