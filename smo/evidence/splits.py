"""Queries that several pages of the site share, and whether they do worse for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.ctr import CtrSegment
from smo.evidence.curve import CtrFit
from smo.evidence.effect import WORTH
from smo.stats import RatioEffect, benjamini_hochberg, lower_tail, ratio_effect, two_sided_z

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

SHARES = 0.1  # a page with less of a query's impressions is a stray, no competitor
MIN_SPLIT = 2  # queries: one alone says nothing of a topic
N_NAMED = 5  # pages named
LEAST_LISTING = 0.25  # what all splits of a site lose beyond that is a loss, not a way of counting


def topic_splits(judged: CtrSegment, *, interval: float, fdr: float) -> pd.DataFrame:
    """Return how the queries that several pages share do against those with one page.

    A query is shared where two pages or more have a tenth of its impressions each, on one device.
    Clicks and impressions of its pages are summed and held against the site's own curve at their
    positions. Two listings in one result share its clicks without any loss, so what the shared
    queries of a site's middle topic draw, against its others, is taken off first. The null, "the
    shared queries do no worse", has two halves, both of which must fall: no worse than the
    topic's own queries with one page (a topic weak throughout is not one that is split), and no
    worse than the typical topic. p is the larger of the two (an intersection-union test, Berger
    1982, Technometrics 24:295-300); Benjamini-Hochberg over the segment's topics.

    Parameters
    ----------
    judged : CtrSegment
        Rows by keyword, page and device, and the fit where CTR was judged.
    interval : float
        Probability inside the interval of the clicks missed.
    fdr : float
        False discovery rate of the verdict `act`.

    Returns
    -------
    DataFrame
        One row = a topic with two shared queries and a query with one page: segment, topic,
        split_queries, split_ratio, whole_ratio (clicks against the curve), split_missed with low
        and high (clicks, raw period), consolidate_p (NA where nothing could reject it),
        consolidate_q, consolidate_verdict (`act`, `skip` where less than a tenth can be missed,
        else `wait`), split_pages (addresses, most shown first). Empty where CTR is not judged, or
        the rows that count name no pages.
    """
    shared = SharedQueries.of(judged)
    if shared is None or judged.fit is None:
        return pd.DataFrame({"segment": [], "topic": []})
    clicks = judged.rows["clicks"].to_numpy(dtype=float)
    table = shared.tested(clicks, judged.fit, interval=interval, fdr=fdr)
    counts = shared.facts[shared.facts["split"]].groupby("topic")["keyword"].nunique()
    split = shared.facts.loc[shared.facts["split"], ["topic", "keyword", "device"]]
    pages = _pages(shared.rows[shared.rows["sharer"]].merge(split, on=list(split)))
    return table.assign(
        segment=judged.segment,
        split_queries=counts[shared.topics].to_numpy(dtype=float),
        split_pages=pd.Series([pages[name] for name in shared.topics], dtype="object"),
    )


@dataclass(frozen=True)
class SharedQueries:
    """The queries of a segment by device, laid out once for any number of clicks.

    Parameters
    ----------
    rows : DataFrame
        Rows with a page, and whether each is a `sharer` of its query.
    places : array of int
        Where these rows stand among the segment's.
    query : array of int
        Row of `facts` of each.
    facts : DataFrame
        topic, keyword, device, impressions, split (whether pages share it).
    topics : list of int
        Those with shared queries and others, sorted.
    """

    rows: pd.DataFrame
    places: Wholes
    query: Wholes
    facts: pd.DataFrame
    topics: list[int]

    @classmethod
    def of(cls, judged: CtrSegment) -> SharedQueries | None:
        """Return the queries, or None where no page is named or no topic can be told."""
        paged = judged.rows["page"].notna().to_numpy()
        rows = judged.rows[paged].assign(device=judged.rows["device"].fillna(""))
        query = rows.groupby(["topic", "keyword", "device"], sort=True)
        rows["sharer"] = rows["impressions"] >= SHARES * query["impressions"].transform("sum")
        facts = query[["impressions", "sharer"]].sum().reset_index()
        facts["split"] = facts["sharer"] >= 2
        counts = facts[facts["split"]].groupby("topic")["keyword"].nunique()
        whole = set(facts.loc[~facts["split"], "topic"])
        topics = [name for name in counts.index[counts >= MIN_SPLIT] if name in whole]
        if not topics:
            return None
        return cls(
            rows, np.flatnonzero(paged), np.asarray(query.ngroup(), dtype=np.int64), facts, topics
        )

    def tested(self, clicks: Floats, fit: CtrFit, *, interval: float, fdr: float) -> pd.DataFrame:
        """Return how the topics do with these clicks, one for each row of the segment."""
        shown = self.rows["impressions"].to_numpy(dtype=float)
        sums = {
            "clicks": clicks[self.places],
            "expected": shown * fit.expected[self.places],
        }
        known = self.facts.assign(
            **{
                name: np.bincount(self.query, part, minlength=len(self.facts))
                for name, part in sums.items()
            }
        )
        known = known[known["topic"].isin(self.topics)]
        return _tested(known, self.topics, fit.kappa, interval=interval, fdr=fdr)


def _tested(
    facts: pd.DataFrame, topics: list[int], kappa: float, *, interval: float, fdr: float
) -> pd.DataFrame:
    shared, single = (
        _effect(facts[facts["split"] == flag], topics, kappa) for flag in (True, False)
    )
    usual = _listing(shared, single)
    ratio, other = shared.ratio / usual, single.ratio
    error, base = shared.se(usual) / usual, single.se()
    mutual = np.sqrt((shared.se(other * usual) / usual) ** 2 + base**2)
    least = np.minimum(other, 1.0)

    def tail(distance: Floats, spread: Floats) -> Floats:
        # no spread: the others have no click, and nothing does worse than that
        sure = spread > 0
        return np.where(sure, lower_tail(distance / np.where(sure, spread, 1.0)), 1.0)

    def p_of(found: Floats) -> Floats:
        return np.maximum(tail(found - 1.0, error), tail(found - other, mutual))

    p = np.where(p_of(np.zeros(len(topics))) <= fdr, p_of(ratio), np.nan)
    q = benjamini_hochberg(p)
    reach = two_sided_z(interval) * np.sqrt((shared.se() / usual) ** 2 + base**2)
    lost = {"": least - ratio, "_low": least - ratio - reach, "_high": least - ratio + reach}
    expected = facts[facts["split"]].groupby("topic")["expected"].sum()[topics] * usual
    verdict = np.select([q <= fdr, lost["_high"] < WORTH], ["act", "skip"], "wait")
    return pd.DataFrame(
        {
            "topic": topics, "split_ratio": ratio, "whole_ratio": other,
            "consolidate_p": p, "consolidate_q": q, "consolidate_verdict": verdict,
            **{f"split_missed{end}": expected.to_numpy() * part for end, part in lost.items()},
        }
    )  # fmt: skip


def _listing(shared: RatioEffect, single: RatioEffect) -> float:
    """Return what shared queries draw of what others do in the middle topic, at most 1.

    The median over topics weighted by precision: it does not move where a fifth of them suffer.
    """
    found = shared.ratio / np.where(single.ratio > 0, single.ratio, np.nan)
    error = shared.se(1.0) ** 2 + single.se(1.0) ** 2
    known = np.isfinite(found) & (error > 0)
    if not known.any():
        return 1.0
    order = np.argsort(found[known], kind="stable")
    weight = np.cumsum((1.0 / error[known])[order])
    middle = float(found[known][order][np.searchsorted(weight, weight[-1] / 2.0)])
    return min(max(middle, LEAST_LISTING), 1.0)


def _effect(facts: pd.DataFrame, topics: list[int], kappa: float) -> RatioEffect:
    shown = facts["impressions"].to_numpy(dtype=float)
    return ratio_effect(
        np.minimum(facts["clicks"].to_numpy(dtype=float), shown),
        shown,
        facts["expected"].to_numpy(dtype=float) / shown,
        kappa=kappa,
        group=np.searchsorted(np.asarray(topics), facts["topic"].to_numpy()),
        n_groups=len(topics),
    )


def _pages(rows: pd.DataFrame) -> dict[int, list[str]]:
    shown = rows.groupby(["topic", "page"])["impressions"].sum().reset_index()
    shown = shown.sort_values(
        ["topic", "impressions", "page"], ascending=[True, False, True], kind="stable"
    )
    named: dict[int, list[str]] = {}
    for topic, page in zip(shown["topic"].tolist(), shown["page"].tolist(), strict=True):
        named.setdefault(topic, []).append(page)
    return {topic: pages[:N_NAMED] for topic, pages in named.items()}
