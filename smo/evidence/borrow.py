"""A small segment's prior curve: the shape of the curve in the other segments, at its own level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from smo.evidence.ctr_part import CtrRows, Floats, Part, PriorCurve
from smo.evidence.curve import CtrFit, fit_once
from smo.stats import curve_logits, typical_probability

# benchmarks/borrow.py: a segment of 10 topics, one alone at the best ranks and healthy. Its 80 %
# interval covers the truth in 3 of 100 worlds with nothing borrowed, in 95 with 2 impressions at
# each position; false act and power of the others stay. With 5, where slopes differ, it is 65
BORROWED_IMPRESSIONS = 2.0
FEW_TOPICS = 40  # fewer lean on the others, who must have that many together
GRID = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 11.0, 15.0, 20.0, 30.0, 40.0)
LEVEL_STEPS = 20
LEAST_RATE = 1e-6

Lender = tuple[CtrRows, CtrFit]


def borrowed_curve(own: CtrRows, lenders: Sequence[Lender]) -> PriorCurve | None:
    """Return the curve that a segment with few topics borrows; None where none is to be had.

    One curve is fitted on the rows of the lenders, moved by an offset for each, with the trust
    that their own fits gave their topics; its log odds are then moved to the level of the
    segment's own clicks. What is borrowed is the shape only, and 2 impressions at each position:
    enough where the segment has no topics beside the one that is judged, little elsewhere.

    Parameters
    ----------
    own : CtrRows
        The rows of the segment.
    lenders : sequence of (CtrRows, CtrFit)
        The rows and fits of the other segments.
    """
    together = sum(rows.n_topics for rows, _ in lenders)
    if own.n_topics >= FEW_TOPICS or together < FEW_TOPICS:
        return None
    rows = _pooled([rows for rows, _ in lenders])
    trust = np.concatenate([typical_probability(fit.effect) for _, fit in lenders])
    kappa = float(
        np.average([f.kappa for _, f in lenders], weights=[r.n_topics for r, _ in lenders])
    )
    part = Part.of(rows, np.ones(rows.shown.size, dtype=bool))
    shape = fit_once(part, rows.clicks / rows.shown, trust, kappa).curve
    positions = np.log(GRID)
    # From the place just above what the lenders hold, where their curve is flat, to their last.
    above = positions[positions <= max(float(rows.log_position.min()), 0.0)].max()
    known = (positions >= above) & (positions <= max(float(rows.log_position.max()), above))
    level = _level(own, curve_logits(shape, own.log_position), kappa)
    rate = 1.0 / (1.0 + np.exp(-curve_logits(shape, positions[known]) - level))
    rate = np.clip(rate, LEAST_RATE, 1.0 - LEAST_RATE)
    return PriorCurve(positions[known], rate, BORROWED_IMPRESSIONS)


def _pooled(parts: Sequence[CtrRows]) -> CtrRows:
    """Return the rows of several segments, their topics apart, with the segment as a factor."""
    first = np.cumsum([0, *(part.n_topics for part in parts)])
    segment = np.repeat(np.arange(len(parts)), [part.shown.size for part in parts])
    return CtrRows(
        clicks=np.concatenate([part.clicks for part in parts]),
        shown=np.concatenate([part.shown for part in parts]),
        log_position=np.concatenate([part.log_position for part in parts]),
        topic=np.concatenate([p.topic + n for p, n in zip(parts, first[:-1], strict=True)]),
        strata={"segment": segment} if len(parts) > 1 else {},
    )


def _level(rows: CtrRows, logits: Floats, kappa: float) -> float:
    """Return what the log odds must be moved by for the rows to have the clicks they have."""
    weight = 1.0 / (1.0 / rows.shown + 1.0 / (kappa + 1.0))
    rate, level = rows.clicks / rows.shown, 0.0
    for _ in range(LEVEL_STEPS):
        mean = 1.0 / (1.0 + np.exp(-logits - level))
        slope = float((weight * mean * (1.0 - mean)).sum()) + 1.0
        level += float(np.clip((weight * (rate - mean)).sum() / slope, -1.0, 1.0))
    return level
