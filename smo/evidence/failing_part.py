"""The elements whose clicks can fail, laid out once for many fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.tables import DTYPES

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

MIN_OTHERS = 5  # as with CTR: each topic is judged by five others or more
STRATA = (("device", "template"), ("device",), ())


@dataclass(frozen=True)
class Stratum:
    """A way to tell elements alike: each row's level, its level x group, whether enough others."""

    level: Wholes
    pair: Wholes
    enough: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, level: Wholes, group: Wholes) -> Self:
        """Lay a stratum out, given the level and the group of each row."""
        _, first, pair = np.unique(
            level * (int(group.max()) + 1) + group, return_index=True, return_inverse=True
        )
        others = np.bincount(level[first])[level] - 1
        return cls(level, pair.astype(np.int64), others >= MIN_OTHERS)

    def rest(self, values: Floats) -> Floats:
        """Return for each row the sum over its level without its own group."""
        return sums_of(values, self.level)[self.level] - sums_of(values, self.pair)[self.pair]


@dataclass(frozen=True)
class FailureRows:
    """The rows of `failure_rows` of one segment, laid out for many fits.

    `topics` are those of the rows, `failed`, `of` and `group` are by row: failed clicks, clicks,
    and the code of the topic, else of the page. The topics' groups come first.
    """

    segment: str
    topics: Any
    failed: Floats
    of: Floats
    strata: tuple[Stratum, ...]
    group: Wholes

    @classmethod
    def laid_out(cls, rows: pd.DataFrame) -> Self:
        """Lay the rows out."""
        name = rows["topic"].astype(DTYPES["text"]).fillna("\x1f" + rows["page"])
        group = pd.factorize(name)[0].astype(np.int64)
        return cls(
            segment=str(rows["segment"].iloc[0]),
            topics=rows["topic"].dropna().unique(),  # NA sorts last: their groups come first
            failed=rows["failed"].to_numpy(dtype=float),
            of=rows["of"].to_numpy(dtype=float),
            strata=tuple(Stratum.of(_codes(rows, list(names)), group) for names in STRATA),
            group=group,
        )

    def with_failed(self, failed: Floats) -> Self:
        """Return the same rows with other failed clicks."""
        return replace(self, failed=failed)


def _codes(rows: pd.DataFrame, names: list[str]) -> Wholes:
    if not names:
        return np.zeros(len(rows), dtype=np.int64)
    return pd.factorize(pd.MultiIndex.from_frame(rows[names]))[0].astype(np.int64)


def sums_of(values: Floats, code: Wholes) -> Floats:
    """Return the sum of the values of each code."""
    return np.bincount(code, values).astype(float)
