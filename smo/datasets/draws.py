"""Random numbers that stay the same: named streams of uniforms, and quantiles of them.

Everything is drawn by inversion from plain uniforms, so that a world depends on no sampling
algorithm of a library, and a changed rate (a null world) moves no other number of the world.
"""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import special

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def uniforms(seed: int, stream: str, size: int) -> Floats:
    """Return uniform numbers of a named stream.

    Parameters
    ----------
    seed : int
        Seed of the world.
    stream : str
        What the numbers are for; other names give independent numbers.
    size : int
        How many.

    Returns
    -------
    array of float, shape (size,)
        Inside [0, 1).

    Examples
    --------
    >>> uniforms(0, "demo", 2).round(3).tolist() == uniforms(0, "demo", 2).round(3).tolist()
    True
    """
    key = zlib.crc32(stream.encode("utf-8"))
    return np.random.Generator(np.random.PCG64([seed, key])).random(size)


def normals(seed: int, stream: str, size: int) -> Floats:
    """Return standard normal numbers of a named stream, cut at five deviations."""
    inside = np.clip(uniforms(seed, stream, size), 3e-7, 1 - 3e-7)
    return np.asarray(special.ndtri(inside), dtype=np.float64)


def order(seed: int, stream: str, size: int) -> Ints:
    """Return the numbers 0 .. size-1 in random order."""
    return np.argsort(uniforms(seed, stream, size), kind="stable").astype(np.int64)


def binomial(u: Floats, n: Any, p: Any) -> Ints:
    """Return the `u` quantiles of binomial counts.

    Examples
    --------
    >>> binomial(np.array([0.5, 0.5]), np.array([10, 0]), 0.5).tolist()
    [5, 0]
    """
    trials = np.broadcast_to(np.asarray(n, dtype=np.int64), u.shape)
    rate = np.clip(np.broadcast_to(np.asarray(p, dtype=np.float64), u.shape), 1e-12, 1 - 1e-12)
    near = np.floor(np.nan_to_num(special.bdtrik(u, trials.astype(np.float64), rate)))
    # The inverse is only near on some builds: the smallest count that holds is looked for.
    counts: Floats = np.maximum(near - 1, 0)
    for _ in range(3):
        counts = np.where(_below(counts, trials, rate) < u, counts + 1, counts)
    return np.asarray(np.clip(counts, 0, trials), dtype=np.int64)


def _below(counts: Floats, trials: Ints, rate: Floats) -> Floats:
    """Return the probability of at most so many; 1 where no more are possible."""
    rest = np.maximum(trials - counts, 1)
    return np.where(counts >= trials, 1.0, special.betainc(rest, counts + 1, 1 - rate))


def beta_binomial(u: tuple[Floats, Floats], n: Ints, mean: Floats, kappa: float) -> Ints:
    """Return beta-binomial counts of `n` trials with mean rate and concentration `kappa`."""
    rate = special.betaincinv(mean * kappa, (1 - mean) * kappa, u[0])
    return binomial(u[1], n, rate)


def split_total(total: int, weights: npt.NDArray[Any]) -> Ints:
    """Return whole numbers in proportion to the weights that sum to `total` exactly.

    Examples
    --------
    >>> split_total(10, np.array([1.0, 1.0, 1.0])).tolist()
    [4, 3, 3]
    """
    if weights.sum() <= 0:
        weights = np.ones_like(weights)
    shares = weights * (total / weights.sum())
    whole: Ints = np.floor(shares).astype(np.int64)
    rest = int(total - whole.sum())
    lucky = np.argsort(-(shares - whole), kind="stable")[:rest]
    whole[lucky] += 1
    return whole
