"""How often the verdict `act` falls where nothing is wrong, on the user's own searches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.ctr import CtrSegment, ctr_rows, judge_ctr, prior_curve
from smo.evidence.curve import CtrRows, PriorCurve, SiteRows, fit_site
from smo.evidence.effect import tested_ratios
from smo.settings import Settings

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class SegmentAlarms:
    """What worlds without a broken topic gave, in one segment.

    Parameters
    ----------
    segment : str
        Audience segment.
    n_worlds : int
        Worlds simulated.
    tested : int
        Topics tested in all of them together.
    act : int
        Those that got the verdict `act` all the same.
    worlds_with_act : int
        Worlds in which any did.
    claimed : float
        Mean clicks that these would have called missed, as a share of the clicks of a world.
    """

    segment: str
    n_worlds: int
    tested: int
    act: int
    worlds_with_act: int
    claimed: float

    @property
    def rate(self) -> float:
        """Share of the topics tested that got `act`; NaN where none could be tested."""
        return self.act / self.tested if self.tested else float("nan")


def simulate_nulls(
    topics: pd.DataFrame, keywords: pd.DataFrame, *, n_worlds: int, settings: Settings
) -> list[SegmentAlarms]:
    """Return the false alarms of each segment whose CTR is judged.

    A world keeps the impressions, positions and topics, and draws the clicks of each keyword x
    page x device anew from what the site's typical topic gets there: a beta-binomial with the
    fitted curve and scatter. Then the curve is fitted anew and every topic tested, by the same
    code. The rate holds if the curve is right.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.
    n_worlds : int
        Worlds of each segment; 0 simulates nothing.
    settings : Settings
        `interval`, `fdr` and `random_state` are used.

    Returns
    -------
    list of SegmentAlarms
        Sorted by segment.
    """
    if n_worlds < 1:
        return []
    judged = [
        segment
        for segment in judge_ctr(topics, keywords, prior_curve(settings))
        if segment.fit is not None
    ]
    return [_alarms(segment, n_worlds, settings) for segment in judged]


def _alarms(judged: CtrSegment, n_worlds: int, settings: Settings) -> SegmentAlarms:
    null = _null_of(judged, prior_curve(settings))
    site, size, shown = SiteRows.of(null.rows), null.rows.n_topics, null.rows.shown
    tested, act, with_act, claimed = 0, 0, 0, []
    for world in range(n_worlds):
        draw = np.random.RandomState([settings.random_state % 2**32, world])
        clicks = null.clicks(draw)
        fit = fit_site(site.with_clicks(np.minimum(clicks, shown)))
        p, q = tested_ratios(fit.effect, settings.fdr)
        alarms = q <= settings.fdr
        expected = np.bincount(null.rows.topic, shown * fit.expected, minlength=size)
        missed = expected * (1.0 - fit.effect.ratio)
        tested += int(np.isfinite(p).sum())
        act += int(alarms.sum())
        with_act += int(alarms.any())
        claimed.append(float(missed[alarms].sum()) / max(float(clicks.sum()), 1.0))
    return SegmentAlarms(
        judged.segment, n_worlds, tested, act, with_act, round(float(np.mean(claimed)), 9)
    )


@dataclass(frozen=True)
class _Null:
    """A segment where every topic is typical: its rows, and the beta each row's rate is of."""

    rows: CtrRows
    a: Floats
    b: Floats

    def clicks(self, draw: np.random.RandomState) -> Floats:
        """Return the clicks of one world."""
        trials = np.round(self.rows.shown).astype(np.int64)
        return draw.binomial(trials, draw.beta(self.a, self.b)).astype(float)


def _null_of(judged: CtrSegment, prior: PriorCurve | None) -> _Null:
    fit, rows = judged.fit, ctr_rows(judged.rows, prior)
    assert fit is not None  # noqa: S101  only judged segments come here
    # one curve for all: those of the folds differ, and a mixture of curves is no null
    typical = fit.curve.expected(rows.log_position, rows.strata)
    return _Null(rows, typical * fit.kappa, (1.0 - typical) * fit.kappa)
