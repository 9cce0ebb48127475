"""How sure a rank is: ranks over resampled sizes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from smo.stats.normal import two_sided_z

N_DRAWS = 500


@dataclass(frozen=True)
class RankIntervals:
    """Rank interval of each thing (1 = first) and its share of resamples in the top."""

    low: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    p_top: npt.NDArray[np.float64]


def rank_intervals(
    low: npt.ArrayLike,
    middle: npt.ArrayLike,
    high: npt.ArrayLike,
    *,
    n_top: int,
    mass: float = 0.8,
    seed: int = 0,
) -> RankIntervals:
    """Return the ranks that sizes take when each is redrawn from its interval.

    A size is drawn as middle + |z| x half-width of its side / z(mass), z standard normal; the
    i-th thing uses the i-th draw, so give things in an order that does not depend on rows.
    Ties are broken by that order. The interval holds the probability `mass` of the ranks.

    Parameters
    ----------
    low, middle, high : array of float, shape (n,)
        Interval of mass `mass` and the middle of each size.
    n_top : int
        How many places count as the top.
    mass : float
        Probability of the intervals, in and out.
    seed : int
        Seed of the draws.

    Returns
    -------
    RankIntervals
        Arrays of shape (n,).

    Examples
    --------
    >>> ranks = rank_intervals([9, 0], [10, 1], [11, 2], n_top=1)
    >>> ranks.low.tolist(), ranks.high.tolist(), ranks.p_top.tolist()
    ([1, 2], [1, 2], [1.0, 0.0])
    """
    lo, mid, hi = (np.asarray(part, dtype=float) for part in (low, middle, high))
    z = np.random.default_rng(seed).standard_normal((N_DRAWS, mid.size))
    side = np.where(z < 0.0, mid - lo, hi - mid)
    sizes = mid + z * side / two_sided_z(mass)
    order = np.argsort(-sizes, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, mid.size + 1)[None, :], axis=1)
    tail = (1.0 - mass) / 2.0
    ends = np.quantile(ranks, [tail, 1.0 - tail], axis=0, method="nearest") if mid.size else ranks
    return RankIntervals(
        low=ends[0].astype(np.int64),
        high=ends[1].astype(np.int64) if mid.size else ends[0].astype(np.int64),
        p_top=np.mean(ranks <= n_top, axis=0),
    )
