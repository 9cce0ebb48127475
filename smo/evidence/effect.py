"""The effect of each topic on its CTR, and the clicks it misses at today's positions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.ctr import CtrSegment, ctr_rows
from smo.stats import (
    RatioEffect,
    benjamini_hochberg,
    lower_tail,
    needed_multiple,
    normal_quantile,
    two_sided_z,
)

Floats = npt.NDArray[np.float64]

WORTH = 0.10  # a tenth more clicks: an effect whose interval lies above 1 - WORTH is no finding

ASSUMED = "assumed"
STEP = 1.0  # of rank: what a site can move is not known without its history

FACTS = ["segment", "topic", "impressions", "clicks", "position", "ctr"]


def topic_effects(judged: CtrSegment, *, interval: float, fdr: float) -> pd.DataFrame:
    """Return what CTR says of each topic of a segment.

    Parameters
    ----------
    judged : CtrSegment
        Rows, and the fit where CTR was judged.
    interval : float
        Probability inside the intervals.
    fdr : float
        False discovery rate; also the level at which a topic must be rejectable at all.

    Returns
    -------
    DataFrame
        One row = a topic with rows: segment, topic, impressions, clicks, position, ctr; where
        CTR was judged also ctr_expected, effect, effect_low, effect_high, prior_weight,
        missed, missed_low, missed_high, potential, potential_low, potential_high (clicks, raw
        period), potential_from, p (null: ratio >= 1; NA where not
        even zero clicks would reject it), q (Benjamini-Hochberg over the segment's topics with
        a p), needed_impressions.
    """
    facts = _facts(judged)
    if judged.fit is None:
        return facts
    fit, rows = judged.fit, judged.rows
    code = pd.factorize(rows["topic"], sort=True)[0]
    shown = rows["impressions"].to_numpy(dtype=float)
    total, size = np.bincount(code, shown).astype(float), len(facts)
    expected = np.bincount(code, shown * fit.expected, minlength=size)
    share = fit.kappa / (fit.kappa + shown)
    low, high = fit.effect.interval(two_sided_z(interval))
    ratio = fit.effect.ratio
    p, q = tested_ratios(fit.effect, fdr)
    grow = _needed(fit.effect, q, interval=interval, fdr=fdr)
    gain = np.bincount(code, _gains(judged), minlength=size)
    return facts.assign(
        potential=gain * ratio,
        potential_low=gain * low,
        potential_high=gain * high,
        potential_from=ASSUMED,
        ctr_expected=expected / total,
        effect=ratio,
        effect_low=low,
        effect_high=high,
        prior_weight=np.bincount(code, shown * fit.expected * share, minlength=size) / expected,
        missed=expected * (1.0 - ratio),
        missed_low=expected * (1.0 - high),
        missed_high=expected * (1.0 - low),
        p=p,
        q=q,
        needed_impressions=np.maximum(grow - 1.0, 0.0) * total,
    )


def tested_ratios(effect: RatioEffect, fdr: float) -> tuple[Floats, Floats]:
    """Return p of each topic's ratio (null: ratio >= 1) and its q among those with a p.

    NaN where not even zero clicks would reject the null at `fdr`.
    """
    error = effect.se(1.0)
    testable = lower_tail(-1.0 / error) <= fdr
    p = np.where(testable, lower_tail((effect.ratio - 1.0) / error), np.nan)
    return p, benjamini_hochberg(p)


def _facts(judged: CtrSegment) -> pd.DataFrame:
    """Return the raw sums of each topic; a CTR cut on the outcome is no fact and stays NA."""
    rows = judged.rows
    parts = rows.assign(
        ranks=rows["position"] * rows["impressions"],
        ranked=rows["impressions"].where(rows["position"].notna()),
    )
    sums = parts.groupby("topic", sort=True)[["impressions", "clicks", "ranks", "ranked"]].sum(
        min_count=1
    )
    facts = sums.reset_index().assign(segment=judged.segment)
    facts["position"] = facts["ranks"] / facts["ranked"]
    facts["ctr"] = facts["clicks"] / facts["impressions"]
    return facts[FACTS]


def _gains(judged: CtrSegment) -> Floats:
    """Return what each row's impressions would add a step higher on the segment's own curve.

    At the typical topic's rate; the step ends at rank 1. The curve's own error is left out.
    """
    fit = judged.fit
    assert fit is not None  # noqa: S101  only judged segments come here
    rows = ctr_rows(judged.rows)
    higher = np.log(np.maximum(np.exp(rows.log_position) - STEP, 1.0))
    now = fit.curve.expected(rows.log_position, rows.strata)
    then = fit.curve.expected(higher, rows.strata)
    return np.asarray(rows.shown * fit.expected * (then / now - 1.0), dtype=float)


def _needed(effect: RatioEffect, q: Floats, *, interval: float, fdr: float) -> Floats:
    """Return by how much impressions must grow to tell whether a topic is broken or fine.

    Broken: at the ratio found, p small enough to be rejected next after those that are. Fine: the
    interval's low end at 1 - WORTH. The nearer of the two; NaN where only more queries would tell.
    """
    tested = int(np.isfinite(q).sum())
    level = fdr * (int((q <= fdr).sum()) + 1) / max(tested, 1)
    z = -float(normal_quantile(min(level, fdr)))
    to_act = needed_multiple(effect, np.maximum(1.0 - effect.ratio, 0.0), z)
    room = np.maximum(effect.ratio - (1.0 - WORTH), 0.0)
    to_skip = needed_multiple(effect, room, two_sided_z(interval), at=1.0 - WORTH)
    return np.fmin(to_act, to_skip)
