"""The effect of a group: its clicks against the clicks expected, as one ratio with an error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class RatioEffect:
    """Ratio r of each group, and the parts its error is made of.

    se(r)^2 = r * linear - r^2 * square, where linear = sampling + spread: `sampling` falls with
    the impressions of the same queries, `spread` only with more queries.
    """

    ratio: Floats
    linear: Floats
    square: Floats
    sampling: Floats

    def se(self, ratio: npt.ArrayLike | None = None) -> Floats:
        """Return the standard error at `ratio`, by default at the ratio found."""
        r = self.ratio if ratio is None else np.asarray(ratio, dtype=float)
        return np.sqrt(np.maximum(r * self.linear - r**2 * self.square, 0.0))

    def interval(self, z: float) -> tuple[Floats, Floats]:
        """Return the ends of the score interval: all r with |ratio - r| <= z se(r).

        The error is taken at the r under test, not at the ratio found, because that would be 0
        for a group without clicks (Wilson 1927, J. Am. Statist. Assoc. 22:209-212).
        """
        a = 1.0 + z**2 * self.square
        b = 2.0 * self.ratio + z**2 * self.linear
        root = np.sqrt(np.maximum(b**2 - 4.0 * a * self.ratio**2, 0.0))
        return (b - root) / (2.0 * a), (b + root) / (2.0 * a)


def ratio_effect(
    clicks: npt.ArrayLike,
    shown: npt.ArrayLike,
    mean: npt.ArrayLike,
    *,
    kappa: float,
    group: npt.ArrayLike,
    n_groups: int,
) -> RatioEffect:
    """Return r_g = sum w (c/n) / sum w mu for each group of queries, weighted by precision.

    With v = 1/n + 1/(kappa + 1) and w = mu / (mu (1 - mu) v),
    se^2 = sum w^2 mu r (1 - mu r) v / (sum w mu)^2: the beta-binomial variance of c/n at rate
    mu r. It is the weighted ratio estimator of survey sampling (Cochran 1977, ch. 6) with the
    weights that a common ratio makes best.

    Parameters
    ----------
    clicks, shown, mean : array of float, shape (n,)
        Clicks, impressions and expected rates of the queries.
    kappa : float
        Precision of a query's rate around its mean.
    group : array of int, shape (n,)
        Group of each query, 0..n_groups-1.
    n_groups : int
        Number of groups.

    Returns
    -------
    RatioEffect
        Arrays of shape (n_groups,); NaN for a group without queries.

    Examples
    --------
    >>> effect = ratio_effect([5, 0], [100, 100], [0.1, 0.1], kappa=40.0, group=[0, 0], n_groups=1)
    >>> effect.ratio.round(6).tolist(), effect.se().round(3).tolist()
    ([0.25], [0.205])
    """
    c, n, mu = (np.asarray(part, dtype=float) for part in (clicks, shown, mean))
    which = np.asarray(group, dtype=int)
    variance = 1.0 / n + 1.0 / (kappa + 1.0)
    w = 1.0 / ((1.0 - mu) * variance)

    def total(values: Floats) -> Floats:
        return np.bincount(which, values, minlength=n_groups).astype(float)

    scale = total(w * mu)
    scale = np.where(scale > 0.0, scale, np.nan)
    return RatioEffect(
        ratio=total(w * c / n) / scale,
        linear=total(w**2 * mu * variance) / scale**2,
        square=total(w**2 * mu**2 * variance) / scale**2,
        sampling=total(w**2 * mu / n) / scale**2,
    )


def needed_multiple(
    effect: RatioEffect, distance: npt.ArrayLike, z: npt.ArrayLike, *, at: float = 1.0
) -> Floats:
    """Return by how much the impressions must grow until z se(at) is no more than `distance`.

    All queries growing alike, only the sampling part of the variance falls:
    at x sampling (1 - square / linear x at) / k + the rest = (distance / z)^2, solved for k; NaN
    where no number of impressions would do, because the queries differ too much among themselves.

    Examples
    --------
    >>> effect = ratio_effect([10], [100], [0.1], kappa=1e9, group=[0], n_groups=1)
    >>> needed_multiple(effect, 0.3, 1.0).round(6).tolist()
    [1.0]
    >>> needed_multiple(effect, 0.3, 2.0).round(3).tolist()
    [4.0]
    """
    variance = at * effect.linear - at**2 * effect.square
    falls = at * effect.sampling * np.clip(1.0 - at * effect.square / effect.linear, 0.0, 1.0)
    room = (np.asarray(distance, dtype=float) / np.asarray(z, dtype=float)) ** 2
    room = room - (variance - falls)
    return np.where(room > 0.0, falls / np.where(room > 0.0, room, 1.0), np.nan)
