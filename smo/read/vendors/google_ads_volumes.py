"""Volumes of Keyword Planner: numbers, mid-labels of wide ranges, and the ranges themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.read.amounts import amount_of, mid_label
from smo.read.format import Draft
from smo.read.numbers import parse_numbers
from smo.spec import DTYPES

# Mid-labels of the ranges that accounts without spend get.
BUCKETS = frozenset([0.0, 50.0, 500.0, 5e3, 5e4, 5e5, 5e6, 5e7])
# The steps of Planner's own numbers (10, 20, ... 480, 590, ... 4400, 5400) leave these out.
ONLY_BUCKETS = frozenset([500.0, 5e3, 5e4, 5e5, 5e7])


def volumes(draft: Draft) -> Draft:
    """Read the volumes, and tell mid-labels of wide ranges from Planner's own numbers.

    Raises
    ------
    SmoError
        For a text that is neither number nor range, naming file, line and value.
    """
    cells = draft.extra["_volume"].fillna("").tolist()
    numbers, bad = parse_numbers(cells, kind="count")
    ranges = np.zeros(len(cells), dtype=bool)
    for place in np.flatnonzero(bad):
        found = amount_of(str(cells[place]))
        if found is None:
            continue
        numbers[place], ranges[place] = found
        bad[place] = False
    _refuse(draft, cells, bad | (numbers < 0))
    return with_kinds(draft, numbers, ranges)


def bounds(draft: Draft) -> Draft:
    """Read the volumes from columns of the least and the most searches a month.

    Raises
    ------
    SmoError
        For a text that is no number, naming file, line and value.
    """
    ends = []
    for name in ("_least", "_most"):
        cells = draft.extra[name].fillna("").tolist()
        numbers, bad = parse_numbers(cells, kind="count")
        _refuse(draft, cells, bad | (numbers < 0))
        ends.append(numbers)
    low, high = np.fmin(*ends), np.fmax(*ends)
    pairs = zip(low.tolist(), high.tolist(), strict=True)
    numbers = np.array([a if a == b else mid_label(a, b) for a, b in pairs], dtype=float)
    return with_kinds(draft, numbers, np.asarray(low < high, dtype=bool))


def with_kinds(draft: Draft, numbers: np.ndarray[Any, Any], ranges: np.ndarray[Any, Any]) -> Draft:
    """Set the volumes and their kind: bucket for ranges and mid-labels, else grouped."""
    known = ~np.isnan(numbers)
    told = set(numbers[known & ~ranges].tolist())
    labels = BUCKETS if told <= BUCKETS and told != {0.0} else ONLY_BUCKETS
    bucket = ranges | (np.isin(numbers, list(labels)) & known)
    index = draft.frame.index
    kinds: pd.Series[Any] = pd.Series(np.where(bucket, "bucket", "grouped"), index=index)
    volume = pd.Series(numbers, index=index).astype(DTYPES["number"])
    frame = draft.frame.assign(
        volume=volume, volume_kind=kinds.astype(DTYPES["text"]).where(volume.notna())
    )
    draft = replace(draft, frame=frame)
    if not bucket.any():
        return draft
    if bucket[known].all():
        return draft.note("volumes are mid-labels of wide ranges (account without spend)")
    number = int(bucket.sum())
    return draft.note(f"{number} of {int(known.sum())} volumes are mid-labels of wide ranges")


def _refuse(draft: Draft, cells: Sequence[str], bad: np.ndarray[Any, Any]) -> None:
    if not bad.any():
        return
    first = int(np.flatnonzero(bad)[0])
    row = int(draft.frame.index[first])
    raise SmoError(
        f"{draft.grid.place(row)}: 'volume' is {cells[first]!r}, which is no number and no range",
        where=draft.grid.name,
        remedy="volume means searches a month; mend the row or leave it out",
    )
