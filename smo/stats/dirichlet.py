"""The Dirichlet posterior of shares, and two sets of shares compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv

from smo.stats.normal import lower_tail

Floats = npt.NDArray[np.float64]

LEAST_EXPECTED = 5.0  # Cochran (1954): below it the normal tail of a count is not to be trusted


@dataclass(frozen=True)
class Shares:
    """Posterior of the shares of one whole: mean and the ends of each marginal interval."""

    mean: Floats
    low: Floats
    high: Floats


def share_intervals(counts: npt.ArrayLike, *, mass: float = 0.8) -> Shares:
    """Return the shares that counts tell, under a Dirichlet prior worth one count in all.

    With K shares the prior is 1 / K each (Perks 1947, J. Inst. Actuaries 73:285-334), so the
    marginal of a share is Beta(c + 1 / K, n - c + 1 - 1 / K).

    Parameters
    ----------
    counts : array of float, shape (k,)
        Counts of one whole; fractions are allowed.
    mass : float
        Probability inside each interval, equal tails.

    Returns
    -------
    Shares
        Arrays of shape (k,); the means add up to 1.

    Examples
    --------
    >>> share_intervals([9.0, 1.0]).mean.round(3).tolist()
    [0.864, 0.136]
    """
    c = np.asarray(counts, dtype=float)
    prior = 1.0 / max(c.size, 1)
    a, b = c + prior, c.sum() - c + 1.0 - prior
    tail = (1.0 - mass) / 2.0
    ends = [
        np.where(b > 0.0, betaincinv(a, np.maximum(b, 1e-12), side), 1.0)
        for side in (tail, 1.0 - tail)
    ]
    return Shares(
        mean=np.asarray(a / (a + b), dtype=float),
        low=np.asarray(ends[0], dtype=float),
        high=np.asarray(ends[1], dtype=float),
    )


def equal_shares(first: npt.ArrayLike, second: npt.ArrayLike) -> Floats:
    """Return for each share the two-sided p-value of being the same in both wholes.

    z of two proportions with the pooled share; NaN where fewer than five are expected in either.

    Parameters
    ----------
    first, second : array of float, shape (k,)
        Counts of the same k shares in two wholes.

    Returns
    -------
    array of float, shape (k,)

    Examples
    --------
    >>> equal_shares([50.0, 50.0], [70.0, 30.0]).round(4).tolist()
    [0.0039, 0.0039]
    """
    a, c = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    n, m = a.sum(), c.sum()
    if min(n, m) <= 0.0:
        return np.full(a.shape, np.nan)
    pooled = (a + c) / (n + m)
    spread = np.sqrt(pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m))
    enough = (pooled * min(n, m) >= LEAST_EXPECTED) & (spread > 0.0)
    z = np.abs(a / n - c / m) / np.where(enough, spread, 1.0)
    return np.where(enough, 2.0 * lower_tail(-z), np.nan)
