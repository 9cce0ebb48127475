"""Which groups are typical: whose ratio is the one that most groups hold."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from smo.stats.ratio import RatioEffect

Floats = npt.NDArray[np.float64]

RATIO_GRID = np.array([0.05, 0.2, 0.4, 0.6, 1.0, 1.67, 2.5, 5.0])
TYPICAL_SHARE = 0.93  # believed before looking
PRIOR_GROUPS = 20.0  # the prior's weight: with fewer groups than this the data do not overrule it
EM_ROUNDS = 30
STEP = 0.2231  # of the tiles, in logs: a factor of 1.25
TILES = np.exp(np.arange(-14, 9) * STEP)  # 0.04 to 6
TILE_WIDTH = STEP / 2.0  # relative sd of a tile, so that it meets its neighbors
LEVELS = np.arange(8, 18)  # of the tiles, those that may be typical: 0.26 to 1.95
UNIT = 14  # the tile at 1
LEVEL_GAIN = 3.0  # in log likelihood: 20 to 1
TINY = 1e-12


def typical_probability(effect: RatioEffect) -> Floats:
    """Return for each group the probability that its ratio is the typical one, not far off it.

    A mixture over a few ratios (0.05 to 5 times the typical), its shares found by expectation
    and maximization from a prior that believes nine groups in ten to be typical; the likelihood
    of a ratio is normal with the error at that ratio. It is the local false discovery rate
    (Efron, Tibshirani, Storey & Tusher 2001, J. Am. Statist. Assoc. 96:1151-1160), here a weight:
    a curve fitted with it is the curve of the typical group, even where a fifth is far below.
    Measured in benchmarks/evidence.py: a fifth of the topics at 0.4 pulls the plain curve 13 %
    down, the weighted one 3 %; Tukey's bisquare, tried in its place, left 5 to 10 %.

    The typical ratio is 1, unless most groups hold another (see `_level`): a few groups with most
    of the queries must not say alone what is typical.

    Returns
    -------
    array of float, shape (n_groups,)
        In 0..1; 0 for a group without queries.

    Examples
    --------
    >>> from smo.stats import ratio_effect
    >>> shown, mean = [1e4] * 3, [1e-2] * 3
    >>> effect = ratio_effect([99, 104, 40], shown, mean, kappa=1e4, group=[0, 1, 2], n_groups=3)
    >>> typical_probability(effect).round(2).tolist()
    [1.0, 1.0, 0.0]
    """
    known = np.isfinite(effect.ratio)
    result = np.zeros(effect.ratio.shape)
    if not known.any():
        return result
    grid = _level(effect, known) * RATIO_GRID
    likelihood, _ = _likelihood(effect, known, grid, 0.0)
    center = int(np.flatnonzero(RATIO_GRID == 1.0)[0])
    prior = _prior(np.array([center]), grid.size)
    share = _shares(likelihood, prior)[0]
    result[known] = likelihood[center] * share[center] / np.einsum("gt,g->t", likelihood, share)
    return result


def _level(effect: RatioEffect, known: npt.NDArray[np.bool_]) -> float:
    """Return the ratio that most groups hold: 1, or a level at least 20 times as likely.

    The ratios are a mixture over tiles that leave no gap between 0.04 and 6; a level's prior
    believes nine groups in ten to be in its tile. The tiles are the same for every level, so all
    explain a ratio equally well and only the number of groups at the level decides. (Levels with
    a few ratios of their own were tried: a broken fifth won, because a ratio between the others
    was far from every grid but theirs; tests/stats/test_typical.py.)
    """
    likelihood, highest = _likelihood(effect, known, TILES, TILE_WIDTH)
    prior = _prior(LEVELS, TILES.size)
    share = _shares(likelihood, prior)
    gains = np.log(share @ likelihood).sum(axis=1) + highest
    gains += PRIOR_GROUPS * (prior * np.log(share)).sum(axis=1)
    best, unit = int(np.argmax(gains)), int(np.flatnonzero(LEVELS == UNIT)[0])
    chosen = best if gains[best] - gains[unit] > LEVEL_GAIN else unit
    return float(TILES[LEVELS[chosen]])


def _prior(centers: npt.NDArray[np.int64], size: int) -> Floats:
    """Return shares with most in the center and the rest spread evenly, one row a center."""
    prior = np.full((centers.size, size), (1.0 - TYPICAL_SHARE) / (size - 1))
    prior[np.arange(centers.size), centers] = TYPICAL_SHARE
    return prior


def _likelihood(
    effect: RatioEffect, known: npt.NDArray[np.bool_], grid: Floats, width: float
) -> tuple[Floats, float]:
    """Return the likelihood of each ratio of the grid for each group, and the log taken off."""
    at, ratio = grid[:, None], effect.ratio[known]
    variance = np.maximum(at * effect.linear[known] - at**2 * effect.square[known], TINY)
    variance = variance + (width * at) ** 2
    surprise = -0.5 * (ratio - at) ** 2 / variance - 0.5 * np.log(variance)
    highest = surprise.max(axis=0)
    return np.exp(surprise - highest), float(highest.sum())


def _shares(likelihood: Floats, prior: Floats) -> Floats:
    """Return the shares of the mixture, one row for each row of the prior."""
    share, believed, mass = prior, PRIOR_GROUPS * prior, likelihood.shape[1] + PRIOR_GROUPS
    for _ in range(EM_ROUNDS):
        total = np.einsum("lg,gt->lt", share, likelihood)
        members = np.einsum("lt,gt->lg", np.divide(1.0, total, out=total), likelihood)
        members *= share
        members += believed
        share = np.divide(members, mass, out=members)
    return share
