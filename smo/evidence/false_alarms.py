"""How often the verdict `act` falls where nothing is wrong, on the user's own counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.ctr import CtrSegment, ctr_rows, judge_ctr, prior_curve
from smo.evidence.curve import CtrRows, PriorCurve, SiteRows, fit_site
from smo.evidence.effect import tested_ratios
from smo.evidence.failing import failure_rows, judged_failures, null_failures
from smo.evidence.failing_part import FailureRows
from smo.evidence.splits import SharedQueries
from smo.settings import Settings

Floats = npt.NDArray[np.float64]

ACTIONS = ("improve", "consolidate", "fix")  # those that can be `act`
SPLIT = ("consolidate_p", "consolidate_q", "split_missed")
FAILED = ("fix_p", "fix_q", "failed_excess")
FIX_STREAM = 1  # of random numbers, apart from the searches'


@dataclass(frozen=True)
class SegmentAlarms:
    """What worlds without a broken topic gave, in one segment, for one action.

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
        Mean clicks that these would have called missed, as a share of the clicks of a world
        (`fix`: clicks called failed beyond the usual, as a share of the map's).
    action : str
        `improve`, `consolidate` or `fix`; `create` and `share` are never `act`.
    """

    segment: str
    n_worlds: int
    tested: int
    act: int
    worlds_with_act: int
    claimed: float
    action: str = "improve"

    @property
    def rate(self) -> float:
        """Share of the topics tested that got `act`; NaN where none could be tested."""
        return self.act / self.tested if self.tested else float("nan")


def simulate_nulls(
    topics: pd.DataFrame,
    keywords: pd.DataFrame,
    *,
    n_worlds: int,
    settings: Settings,
    matches: pd.DataFrame | None = None,
) -> list[SegmentAlarms]:
    """Return the false alarms of each segment and action that can be told to `act`.

    A world of searches keeps the impressions, positions and topics, and draws the clicks of each
    keyword x page x device anew from what the site's typical topic gets there: a beta-binomial
    with the fitted curve and scatter, the pages of a query apart. Then the curve is fitted anew
    and every topic tested by the same code: `improve`, and `consolidate` where several pages
    share queries. A world of clicks keeps the clicks of each element and draws the failed ones
    from what elements alike have; then `fix` is tested. The rate holds if curve and base are
    right.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.
    n_worlds : int
        Worlds of each segment; 0 simulates nothing.
    settings : Settings
        `interval`, `fdr` and `random_state` are used.
    matches : DataFrame, optional
        Checked matches; without them `fix` is not simulated.

    Returns
    -------
    list of SegmentAlarms
        Sorted by segment: `improve` where CTR is judged, the others where a topic was tested.
    """
    if n_worlds < 1:
        return []
    judged = judge_ctr(topics, keywords, prior_curve(settings))
    found = [
        alarms
        for segment in judged
        if segment.fit is not None
        for alarms in _search_alarms(segment, n_worlds, settings)
    ]
    if matches is not None:
        found.extend(
            _click_alarms(rows, n_worlds, settings) for rows in failure_rows(matches, topics)
        )
    kept = [alarms for alarms in found if alarms.tested or alarms.action == "improve"]
    return sorted(kept, key=lambda alarms: (alarms.segment, ACTIONS.index(alarms.action)))


def _search_alarms(judged: CtrSegment, n_worlds: int, settings: Settings) -> list[SegmentAlarms]:
    null = _null_of(judged, judged.prior)
    site, size, shown = SiteRows.of(null.rows), null.rows.n_topics, null.rows.shown
    shared = SharedQueries.of(judged)
    improve, merge = [], []
    for world in range(n_worlds):
        draw = np.random.RandomState([settings.random_state % 2**32, world])
        clicks = null.clicks(draw)
        total = float(clicks.sum())
        fit = fit_site(site.with_clicks(np.minimum(clicks, shown)))
        p, q = tested_ratios(fit.effect, settings.fdr)
        expected = np.bincount(null.rows.topic, shown * fit.expected, minlength=size)
        missed = expected * (1.0 - fit.effect.ratio)
        improve.append(_world(p, q, missed, settings.fdr, total))
        if shared is not None:
            found = shared.tested(clicks, fit, interval=settings.interval, fdr=settings.fdr)
            merge.append(_world(*_columns(found, SPLIT), settings.fdr, total))
    return [
        _summed("improve", judged.segment, n_worlds, improve),
        _summed("consolidate", judged.segment, n_worlds, merge),
    ]


def _click_alarms(rows: pd.DataFrame, n_worlds: int, settings: Settings) -> SegmentAlarms:
    """Return the false alarms of `fix` in one segment, failed clicks drawn from the base."""
    usual, kappa = null_failures(rows)
    of = np.round(rows["of"].to_numpy(dtype=float)).astype(np.int64)
    known = np.isfinite(usual) & (usual > 0.0)
    rate = np.where(known, usual, 0.5)
    laid, worlds = FailureRows.laid_out(rows), []
    for world in range(n_worlds):
        draw = np.random.RandomState([settings.random_state % 2**32, world, FIX_STREAM])
        failed = draw.binomial(of, draw.beta(kappa * rate, kappa * (1.0 - rate)))
        drawn = laid.with_failed(np.where(known, np.minimum(failed, laid.of), laid.failed))
        found = judged_failures(drawn, settings.interval, settings.fdr)
        worlds.append(_world(*_columns(found, FAILED), settings.fdr, float(rows["of"].sum())))
    return _summed("fix", str(rows["segment"].iloc[0]), n_worlds, worlds)


def _columns(found: pd.DataFrame, names: tuple[str, str, str]) -> tuple[Floats, Floats, Floats]:
    p, q, size = (found[name].to_numpy(dtype=float, na_value=np.nan) for name in names)
    return p, q, size


def _world(p: Floats, q: Floats, size: Floats, fdr: float, clicks: float) -> tuple[int, int, float]:
    """Return the topics tested in a world, those with `act`, and the share of clicks claimed."""
    alarms = q <= fdr
    return (
        int(np.isfinite(p).sum()),
        int(alarms.sum()),
        float(size[alarms].sum()) / max(clicks, 1.0),
    )


def _summed(
    action: str, segment: str, n_worlds: int, worlds: list[tuple[int, int, float]]
) -> SegmentAlarms:
    tested, act, claimed = (
        (list(part) for part in zip(*worlds, strict=True)) if worlds else [[]] * 3
    )
    return SegmentAlarms(
        segment,
        n_worlds,
        tested=int(sum(tested)),
        act=int(sum(act)),
        worlds_with_act=sum(number > 0 for number in act),
        claimed=round(float(sum(claimed)) / n_worlds, 9),
        action=action,
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
