"""What one group says more often than the rest: log-odds with an informative prior."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from smo.stats.multiple import benjamini_hochberg
from smo.stats.normal import lower_tail

Floats = npt.NDArray[np.float64]

PRIOR = 0.1
"""Counts of the prior for each count of the smaller group.

Two equal groups of 500 and 5,000 counts of 60 things show a false difference in 5.5 % of 1,000
runs, in 6.5 % with 0.01, in 0.8 % with 0.5; of 20 in 800 things three times as frequent among
20,000 counts 72 %, 76 % and 51 % are found.
"""


@dataclass(frozen=True)
class LogOdds:
    """How far a group's use of each thing is from that of the rest.

    Parameters
    ----------
    delta : array, shape (n,)
        Difference of the log-odds; 0.7 is about twice as often.
    z : array, shape (n,)
        The same in standard errors.
    q : array, shape (n,)
        Two-sided p-value after Benjamini & Hochberg (1995).
    """

    delta: Floats
    z: Floats
    q: Floats


def log_odds(own: npt.ArrayLike, rest: npt.ArrayLike, *, prior: float = PRIOR) -> LogOdds:
    """Return the log-odds of each thing in a group against the rest, shrunken to what both say.

    With y counts, n their sum, and a the prior counts, in proportion to the pooled counts::

        delta = log[(y1 + a) / (n1 + A - y1 - a)] - log[(y2 + a) / (n2 + A - y2 - a)]
        var   = 1 / (y1 + a) + 1 / (y2 + a)

    Monroe, Colaresi & Quinn (2008), Fightin' Words: lexical feature selection and evaluation for
    identifying the content of political conflict, Political Analysis 16(4), 372-403.

    Parameters
    ----------
    own, rest : array of counts, shape (n,)
        How often the group and the rest use each thing. The counts must be of things that come
        one by one (distinct keywords), not of what each brings along (clicks, impressions).
    prior : float
        Prior counts for each count of the smaller group, above 0.

    Returns
    -------
    LogOdds
        Zeros, with q of 1, where one side has no counts at all.

    Examples
    --------
    >>> found = log_odds([30, 10, 10], [10, 10, 30])
    >>> found.delta.round(1).tolist(), found.q.round(4).tolist()
    ([1.6, 0.0, -1.6], [0.0, 1.0, 0.0])
    """
    mine, others = np.asarray(own, dtype=float), np.asarray(rest, dtype=float)
    n_own, n_rest = float(mine.sum()), float(others.sum())
    nothing = np.zeros(len(mine))
    if n_own <= 0 or n_rest <= 0 or len(mine) < 2:
        return LogOdds(nothing, nothing.copy(), nothing + 1.0)
    total = prior * min(n_own, n_rest)
    share = (mine + others) / (n_own + n_rest)
    a = np.maximum(total * share, np.finfo(float).tiny)
    delta = _logit(mine + a, n_own + total) - _logit(others + a, n_rest + total)
    z = delta / np.sqrt(1 / (mine + a) + 1 / (others + a))
    used = mine + others > 0
    q = two_sided_q(np.where(used, z, np.nan))
    return LogOdds(np.where(used, delta, 0.0), np.where(used, z, 0.0), np.where(used, q, 1.0))


def two_sided_q(z: npt.ArrayLike) -> Floats:
    """Return two-sided p-values of standard normal scores after Benjamini & Hochberg (1995).

    Examples
    --------
    >>> two_sided_q([0.0, 3.0, float("nan")]).round(4).tolist()
    [1.0, 0.0054, nan]
    """
    return benjamini_hochberg(2 * lower_tail(-np.abs(np.asarray(z, dtype=float))))


def _logit(count: Floats, total: float) -> Floats:
    return np.asarray(np.log(count) - np.log(np.maximum(total - count, np.finfo(float).tiny)))
