"""Whether CTR can be judged in a segment, and the rows its curve is fitted on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from smo.evidence.borrow import Lender, borrowed_curve
from smo.evidence.curve import CtrFit, CtrRows, PriorCurve, fit_site
from smo.evidence.periods import counted_rows
from smo.settings import Settings

MIN_SOURCE_ROWS = 30  # a source with fewer rows may lack zero-click rows by chance
# benchmarks/evidence.py, null worlds of 12 and 30 topics: `act` goes to 2.1 % of the topics at
# 40 clicks, to 0.9 % at 70 and to 0.3 % at 140; 100 lies between with a margin. It keeps false
# alarms away, it does not give power: at 600 clicks most broken topics are still not found
MIN_CLICKS = 100.0
MIN_TOPICS = 5  # each topic is judged by the others: `act` in null worlds 0.2 % at five
JUDGED = "ctr_judged"
SUMMED_BY = ["segment", "topic", "keyword", "page", "device"]


@dataclass(frozen=True)
class CtrSegment:
    """What CTR says in one segment: the reason code, the rows and, where judged, the fit.

    Parameters
    ----------
    segment : str
        Audience segment.
    code : str
        "ctr_judged", or why not: "ctr_no_impressions", "ctr_no_clicks",
        "ctr_cut_on_outcome", "ctr_no_positions", "ctr_few_clicks", "ctr_few_topics".
    value : float
        Clicks, or for "ctr_cut_on_outcome" rows, or for "ctr_few_topics" topics.
    rows : DataFrame
        One row = keyword x page x device with clicks, impressions, position, brand.
    fit : CtrFit, optional
        Curve and effects, entries in the order of `rows`, topics in sorted order.
    prior : PriorCurve, optional
        The curve that the fit leans on: the user's, else one borrowed from the other segments.
    """

    segment: str
    code: str
    value: float
    rows: pd.DataFrame
    fit: CtrFit | None
    prior: PriorCurve | None = None


def judge_ctr(
    topics: pd.DataFrame, keywords: pd.DataFrame, prior: PriorCurve | None = None
) -> list[CtrSegment]:
    """Return for each segment, in order, whether CTR is judged there, and the fitted curve.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.
    prior : PriorCurve, optional
        A curve the user brings along. Without one a segment with few topics borrows the shape
        of the others' curves (`smo.evidence.borrow`).

    Returns
    -------
    list of CtrSegment
        Sorted by segment.
    """
    placed, cut = _placed(topics, keywords), cut_sources(keywords)
    found = []
    for segment in sorted(topics["segment"].unique()):
        code, value, rows = _code(placed[placed["segment"] == segment], cut)
        fit = fit_site(ctr_rows(rows, prior)) if code == JUDGED else None
        found.append(CtrSegment(segment, code, value, rows, fit, prior))
    return found if prior is not None else _leaning(found)


def _leaning(found: list[CtrSegment]) -> list[CtrSegment]:
    """Return the segments, those with few topics fitted again on what the others lend them."""
    laid = {one.segment: (ctr_rows(one.rows), one.fit) for one in found if one.fit is not None}
    return [_leaning_one(one, laid) if one.segment in laid else one for one in found]


def _leaning_one(own: CtrSegment, laid: dict[str, Lender]) -> CtrSegment:
    rows, lenders = laid[own.segment][0], [laid[name] for name in laid if name != own.segment]
    prior = borrowed_curve(rows, lenders)
    if prior is None:
        return own
    return replace(own, fit=fit_site(replace(rows, prior=prior)), prior=prior)


def prior_curve(settings: Settings) -> PriorCurve | None:
    """Return the curve that the settings bring along; None where they bring none."""
    if not settings.prior_curve:
        return None
    position, rate = np.asarray(settings.prior_curve, dtype=float).T
    return PriorCurve(np.log(position), rate, float(settings.prior_impressions))


def ctr_code(topics: pd.DataFrame, keywords: pd.DataFrame, segment: str) -> tuple[str, float]:
    """Return whether CTR is judged in a segment or why not, and the number that decides."""
    placed = _placed(topics, keywords[keywords["segment"] == segment])
    code, value, _ = _code(placed, cut_sources(keywords))
    return code, value


def _placed(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    known = topics[["segment", "keyword", "topic", "brand"]]
    return counted_rows(keywords).merge(known, on=["segment", "keyword"])


def cut_sources(keywords: pd.DataFrame) -> set[str]:
    """Return the sources that were cut on the outcome: 30 rows or more, none without a click."""
    known = keywords[keywords["impressions"].notna() & keywords["clicks"].notna()]
    groups = known.groupby(known["source"].fillna(""))["clicks"]
    found = (groups.min() > 0) & (groups.size() >= MIN_SOURCE_ROWS)
    return set(found.index[found])


def _code(placed: pd.DataFrame, cut: set[str]) -> tuple[str, float, pd.DataFrame]:
    """Return the reason code of a segment, its number, and the summed rows that count."""
    clicked = placed[placed["clicks"].notna() & (placed["impressions"] > 0)]
    whole = clicked[~clicked["source"].fillna("").isin(cut)]
    ranked = whole[whole["position"].notna()]
    rows = _summed(ranked)
    clicks, n_topics = float(rows["clicks"].sum()), rows["topic"].nunique()
    checks = (
        ("ctr_no_impressions", placed.empty, 0.0),
        ("ctr_no_clicks", clicked.empty, 0.0),
        ("ctr_cut_on_outcome", whole.empty, float(len(clicked))),
        ("ctr_no_positions", ranked.empty, float(whole["clicks"].sum())),
    )
    for code, refused, value in checks:
        if refused:
            return code, value, _summed(whole)
    if clicks < MIN_CLICKS:
        return "ctr_few_clicks", clicks, rows
    if n_topics < MIN_TOPICS:
        return "ctr_few_topics", float(n_topics), rows
    return JUDGED, clicks, rows


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sums over keyword x page x device; position weighted by impressions."""
    known = rows["position"].notna()
    parts = rows[[*SUMMED_BY, "brand", "clicks", "impressions"]].assign(
        ranks=rows["position"] * rows["impressions"], ranked=rows["impressions"].where(known)
    )
    groups = parts.groupby(SUMMED_BY, sort=True, dropna=False)
    sums = groups[["clicks", "impressions", "ranks", "ranked"]].sum(min_count=1)
    sums["brand"] = groups["brand"].first()
    sums["position"] = sums["ranks"] / sums["ranked"]
    return sums.drop(columns=["ranks", "ranked"]).reset_index()


def ctr_rows(rows: pd.DataFrame, prior: PriorCurve | None = None) -> CtrRows:
    """Return the summed rows of one segment as arrays; clicks never above impressions.

    Device and brand move the curve only where they are known and differ.
    """
    shown = rows["impressions"].to_numpy(dtype=float)
    strata = {
        name: pd.factorize(rows[name].astype("string").fillna(""), sort=True)[0].astype(np.int64)
        for name in ("device", "brand")
    }
    return CtrRows(
        clicks=np.minimum(rows["clicks"].to_numpy(dtype=float), shown),
        shown=shown,
        log_position=np.log(np.maximum(rows["position"].to_numpy(dtype=float), 1.0)),
        topic=pd.factorize(rows["topic"], sort=True)[0].astype(np.int64),
        strata={name: level for name, level in strata.items() if level.max(initial=0) > 0},
        prior=prior,
    )
