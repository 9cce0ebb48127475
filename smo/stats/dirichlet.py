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


def share_intervals(
    counts: npt.ArrayLike, *, mass: float = 0.8, whole: npt.ArrayLike | None = None
) -> Shares:
    """Return the shares that counts tell, under a Dirichlet prior worth one count in all.

    With K shares the prior is 1 / K each (Perks 1947, J. Inst. Actuaries 73:285-334), so the
    marginal of a share is Beta(c + 1 / K, n - c + 1 - 1 / K).

    Parameters
    ----------
    counts : array of float, shape (k,)
        Counts of one whole; fractions are allowed.
    mass : float
        Probability inside each interval, equal tails.
    whole : array of int, shape (k,), optional
        Whole that each count is of, 0..n-1; by default they are all of one.

    Returns
    -------
    Shares
        Arrays of shape (k,); the means of a whole add up to 1.

    Examples
    --------
    >>> share_intervals([9.0, 1.0]).mean.round(3).tolist()
    [0.864, 0.136]
    """
    c = np.asarray(counts, dtype=float)
    which = _whole(c, whole)
    prior = 1.0 / np.bincount(which)[which]
    a, b = c + prior, _sums(c, which) - c + 1.0 - prior
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


def equal_shares(
    first: npt.ArrayLike, second: npt.ArrayLike, *, whole: npt.ArrayLike | None = None
) -> Floats:
    """Return for each share the two-sided p-value of being the same in both wholes.

    z of two proportions with the pooled share; NaN where fewer than five are expected in either.

    Parameters
    ----------
    first, second : array of float, shape (k,)
        Counts of the same k shares in two wholes.
    whole : array of int, shape (k,), optional
        Pair of wholes that each share is of, 0..n-1; by default they are all of one pair.

    Returns
    -------
    array of float, shape (k,)

    Examples
    --------
    >>> equal_shares([50.0, 50.0], [70.0, 30.0]).round(4).tolist()
    [0.0039, 0.0039]
    """
    a, c = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    which = _whole(a, whole)
    n, m = _sums(a, which), _sums(c, which)
    told = np.minimum(n, m) > 0.0
    n, m = np.where(told, n, 1.0), np.where(told, m, 1.0)
    pooled = (a + c) / (n + m)
    spread = np.sqrt(np.maximum(pooled * (1.0 - pooled), 0.0) * (1.0 / n + 1.0 / m))
    enough = told & (pooled * np.minimum(n, m) >= LEAST_EXPECTED) & (spread > 0.0)
    z = np.abs(a / n - c / m) / np.where(enough, spread, 1.0)
    return np.where(enough, 2.0 * lower_tail(-z), np.nan)


def _whole(counts: Floats, whole: npt.ArrayLike | None) -> npt.NDArray[np.int64]:
    return np.zeros(counts.size, dtype=np.int64) if whole is None else np.asarray(whole, dtype=int)


def _sums(counts: Floats, which: npt.NDArray[np.int64]) -> Floats:
    """Return for each count the sum of its whole."""
    return np.bincount(which, counts)[which].astype(float)
