"""Demand of a topic: impressions per 28 days, or searches where there are none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.evidence.periods import counted_rows, factors
from smo.evidence.volume import topic_volumes
from smo.stats import two_sided_z

KEY = ["segment", "topic"]

MOSTLY = 0.5


def topic_demand(topics: pd.DataFrame, keywords: pd.DataFrame, *, interval: float) -> pd.DataFrame:
    """Return the demand of each topic of a segment, per 28 days.

    Impressions, and search volume only for a topic that has no impressions in the segment: the
    two are never added. Where a period is unknown, demand is per period of the export.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.
    interval : float
        Probability inside the interval: Poisson for impressions, log-uniform for buckets.

    Returns
    -------
    DataFrame
        One row = a segment and topic, sorted by both: n_keywords, demand, demand_low,
        demand_high, demand_kind, demand_share (inside segment and kind), wanted (the share is
        above an even share), label (the segment's own name of the topic), branded (most of its
        keywords name the brand), unfit (none of its keywords shares anything with it).

    Raises
    ------
    SmoError
        When a segment has neither impressions nor volume.
    """
    named = topics.assign(
        label=topics["segment_label"].fillna(topics["label"]),
        # Without a stability the membership of a keyword placed later is not known.
        stray=(topics["membership"] <= 0.0) & topics["stability"].notna(),
    )
    table = named.groupby(KEY, sort=True).agg(
        n_keywords=("keyword", "nunique"),
        label=("label", "first"),
        unfit=("stray", "all"),
        branded=("brand", lambda flags: bool(flags.fillna(value=False).mean() > MOSTLY)),
    )
    shown = _impressions(topics, keywords, interval).set_index(KEY)
    placed = keywords[keywords["volume"].notna()].merge(
        topics[["segment", "keyword", "topic", "normal"]], on=["segment", "keyword"]
    )
    sought = topic_volumes(placed, interval=interval).set_index(KEY)
    _require_counts(table, shown, sought)
    by_volume = table.index.difference(shown.index).intersection(sought.index)
    table["demand_kind"] = np.where(table.index.isin(by_volume), "volume", "impressions")
    for name in ("demand", "demand_low", "demand_high"):
        values = shown[name].combine_first(sought[name].reindex(by_volume))
        table[name] = values.reindex(table.index).fillna(0.0).astype(float)
    table = table.reset_index()
    inside = table.groupby(["segment", "demand_kind"])["demand"]
    total = inside.transform("sum")
    table["demand_share"] = (table["demand"] / total.where(total > 0)).fillna(0.0)
    table["wanted"] = table["demand_share"] * inside.transform("size") >= 1.0 - 1e-9
    return table


def _impressions(topics: pd.DataFrame, keywords: pd.DataFrame, interval: float) -> pd.DataFrame:
    rows = counted_rows(keywords)
    rows = rows.assign(factor=factors(rows).fillna(1.0).astype(float)).merge(
        topics[["segment", "keyword", "topic"]], on=["segment", "keyword"]
    )
    shown = rows["impressions"].astype(float)
    parts = rows[KEY].assign(demand=shown * rows["factor"], variance=shown * rows["factor"] ** 2)
    sums = parts.groupby(KEY, sort=True)[["demand", "variance"]].sum().reset_index()
    reach = two_sided_z(interval) * np.sqrt(sums["variance"])
    return sums.assign(
        demand_low=np.maximum(sums["demand"] - reach, 0.0), demand_high=sums["demand"] + reach
    ).drop(columns="variance")


def _require_counts(table: pd.DataFrame, shown: pd.DataFrame, sought: pd.DataFrame) -> None:
    known = {key[0] for part in (shown, sought) for key in part.index}
    for segment in sorted({key[0] for key in table.index}):
        if segment not in known:
            raise SmoError(
                f"segment {segment!r} has neither impressions nor volume",
                where="score_topics: keywords table",
                remedy="add a column 'impressions' (times shown) or 'volume' (searches a month)",
            )
