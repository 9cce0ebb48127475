"""The rows a site's CTR curve is fitted on, laid out once for many fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from smo.stats import Bins, Curve, binned_curve, curve_logits

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

WEIGHT_CAP = 0.95  # quantile of the weights above which a query weighs no more (METHODS 6)


@dataclass(frozen=True)
class PriorCurve:
    """A curve that a user brings along, as counts added to the site's own.

    Parameters
    ----------
    log_position : array of float, shape (k,)
        Log of the positions it tells.
    rate : array of float, shape (k,)
        CTR there, inside (0, 1).
    shown : float
        Impressions that each position is worth.
    """

    log_position: Floats
    rate: Floats
    shown: float


@dataclass(frozen=True)
class CtrRows:
    """What a curve is fitted on: one entry for each keyword x page x device of one segment.

    Parameters
    ----------
    clicks, shown : array of float, shape (n,)
        Clicks and impressions, 0 <= clicks <= shown, shown > 0.
    log_position : array of float, shape (n,)
        Log of the mean rank, never rounded.
    topic : array of int, shape (n,)
        Code of the row's topic, 0..n_topics-1.
    strata : mapping of str to array of int, shape (n,)
        Level of each factor that moves the whole curve: device, brand.
    prior : PriorCurve, optional
        A curve to lean on where the site's own counts are few.
    """

    clicks: Floats
    shown: Floats
    log_position: Floats
    topic: Wholes
    strata: Mapping[str, Wholes]
    prior: PriorCurve | None = None

    @property
    def n_topics(self) -> int:
        """Number of topics."""
        return int(self.topic.max()) + 1 if self.topic.size else 0


@dataclass(frozen=True)
class Part:
    """Some rows of a segment, with what does not change from one fit to the next.

    Parameters
    ----------
    used : array of int, shape (n,)
        Places of the part's rows among all rows.
    shown : array of float, shape (n,)
        Impressions.
    topic : array of int, shape (n,)
        Code of the row's topic.
    strata, sizes : mapping
        For each factor the level of each row, and the number of its levels.
    x : array of float, shape (n,)
        Log positions.
    order : array of int, shape (n,)
        Places of the rows by log position: a curve is looked up faster in order.
    bins : Bins
        Fine bins of the log positions, those of a prior curve last.
    capped : tuple of float
        The impressions beside the quantile `WEIGHT_CAP`, and how far it lies between them.
    prior : PriorCurve, optional
        A curve to lean on.
    levels : tuple of Part
        For each level of the factor with curves of its own the rows at it, `used` counted among
        the rows of this part; empty where one curve does.
    """

    used: Wholes
    shown: Floats
    topic: Wholes
    strata: Mapping[str, Wholes]
    sizes: Mapping[str, int]
    x: Floats
    order: Wholes
    bins: Bins
    capped: tuple[float, float, float] = field(repr=False)
    prior: PriorCurve | None = None
    levels: tuple[Self, ...] = ()

    @classmethod
    def of(cls, rows: CtrRows, used: npt.NDArray[np.bool_], own: str = "") -> Self:
        """Return the part of the rows that a mask takes; `own` names a factor with own curves."""
        places = np.flatnonzero(used)
        x, shown = rows.log_position[places], rows.shown[places]
        known = [x] if rows.prior is None else [x, rows.prior.log_position]
        return cls(
            used=places,
            shown=shown,
            topic=rows.topic[places],
            strata={name: level[places] for name, level in rows.strata.items()},
            sizes={name: int(level.max()) + 1 for name, level in rows.strata.items()},
            x=x,
            order=np.argsort(x, kind="stable"),
            bins=Bins.of(np.concatenate(known)),
            capped=_beside(shown, WEIGHT_CAP),
            prior=rows.prior,
            levels=cls._levels(rows, places, own) if own else (),
        )

    @classmethod
    def _levels(cls, rows: CtrRows, places: Wholes, own: str) -> tuple[Self, ...]:
        taken = replace(
            rows,
            clicks=rows.clicks[places],
            shown=rows.shown[places],
            log_position=rows.log_position[places],
            topic=rows.topic[places],
            strata={},
        )
        level = rows.strata[own]
        return tuple(cls.of(taken, level[places] == value) for value in range(int(level.max()) + 1))

    def weights(self, trust: Floats, kappa: float) -> Floats:
        """Return the weight of each row: its precision, capped, times the trust in its topic."""
        precision = 1.0 / (1.0 / self.shown + 1.0 / (kappa + 1.0))
        low, high, between = self.capped
        # Precision grows with impressions, so its quantile lies between the same two rows.
        first, last = (1.0 / (1.0 / end + 1.0 / (kappa + 1.0)) for end in (low, high))
        step = last - first  # from the nearer end, as numpy.quantile reckons
        cap = first + step * between if between < 0.5 else last - step * (1.0 - between)
        return np.minimum(precision, cap) * trust[self.topic]

    def falling(self, clicked: Floats, base: Floats) -> Curve:
        """Return the falling curve of the counts, those of a prior curve added."""
        if self.prior is None:
            return binned_curve(self.bins, clicked, base)
        added = np.full(self.prior.rate.size, self.prior.shown)
        return binned_curve(
            self.bins,
            np.concatenate([clicked, added * self.prior.rate]),
            np.concatenate([base, added]),
        )

    def own_curves(self, clicked: Floats, base: Floats) -> tuple[Curve, ...]:
        """Return the falling curve of each level that has its own, from the counts of all rows."""
        return tuple(level.falling(clicked[level.used], base[level.used]) for level in self.levels)

    def logits(self, curve: Curve, own: tuple[Curve, ...] = ()) -> Floats:
        """Return the log odds at each row: of its level's own curve, else of the curve."""
        found = np.empty(self.x.size)
        if own:
            for level, its in zip(self.levels, own, strict=True):
                found[level.used] = level.logits(its)
            return found
        found[self.order] = curve_logits(curve, self.x[self.order])
        return found


def _beside(values: Floats, q: float) -> tuple[float, float, float]:
    """Return the two values beside a quantile, and how far it lies from the first to the second."""
    place = q * (values.size - 1)
    low = int(np.floor(place))
    ends = np.sort(values)[[low, min(low + 1, values.size - 1)]]
    return float(ends[0]), float(ends[1]), place - low
