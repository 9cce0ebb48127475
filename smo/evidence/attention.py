"""Attention of a topic: how often people who saw its elements clicked them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.evidence.strata import exposed_parts, with_priors
from smo.stats import posterior, two_sided_z

SPEAKS = ("text", "target")
RATES = ("attention", "attention_low", "attention_high", "base")


def spoken_clicks(matches: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Return the matches in which an element or link of the page itself speaks for a topic.

    Only by its text or its target; furniture and posts are left out. A click row whose segment
    has no topics is shared: it speaks in every segment that has the topic.

    Returns
    -------
    DataFrame
        Rows of `matches` with the segment they speak in, sorted by segment, topic, click_id.
    """
    named = sorted(topics["segment"].unique())
    said = matches[
        matches["topic"].notna()
        & matches["via"].isin(SPEAKS)
        & ~matches["furniture"].astype(bool)
        & (matches["kind"].fillna("element") != "post")
    ]
    own = said[said["segment"].isin(named)]
    shared = said[~said["segment"].isin(named)].drop(columns="segment")
    everywhere = shared.merge(pd.DataFrame({"segment": named}), how="cross")
    both = pd.concat([own, everywhere[own.columns]], ignore_index=True)
    there = topics[["segment", "topic"]].drop_duplicates()
    return _in_order(both.merge(there, on=["segment", "topic"]))


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows by segment, topic and click_id; the last mostly is in order, so is quick."""
    by_id = np.argsort(rows["click_id"].to_numpy(dtype=object), kind="stable")
    segment = pd.factorize(rows["segment"], sort=True)[0]
    topic = rows["topic"].to_numpy(dtype=np.int64)
    return rows.take(by_id[np.lexsort((topic[by_id], segment[by_id]))]).reset_index(drop=True)


def topic_attention(
    matches: pd.DataFrame, topics: pd.DataFrame, *, interval: float
) -> pd.DataFrame:
    """Return the attention of each topic that an element speaks for.

    Attractiveness = exposed-and-clicked / exposed pageviews, only over rows that tell exposure
    (pageviews alone would call what nobody scrolled to unattractive, so they give none). In
    each stratum, a device and page template, a topic's rate is shrunk to the stratum's mean:
    Beta-Binomial, its precision by maximum likelihood over topics. Templates with too few
    topics or clicks are held to the mean of their device (`smo.evidence.strata`). Strata are
    combined by exposure. Clicked pageviews count where they are known, else clicks.

    Parameters
    ----------
    matches, topics : DataFrame
        Checked tables.
    interval : float
        Probability inside the interval.

    Returns
    -------
    DataFrame
        One row = a segment and topic on the map, sorted: map_clicks, attention_share,
        share_low (lower end of attention_share), dead_rate, attention, attention_low,
        attention_high, base (the same exposure at the strata's means).
    """
    said = spoken_clicks(matches, topics)
    key = ["segment", "topic"]
    sums = said[key].assign(
        map_clicks=said["clicks"].astype(float),
        dead=(said["dead_clicks"] * said["share"]).astype("Float64"),
        of=said["clicks"].where(said["dead_clicks"].notna()),
    )
    table = sums.groupby(key, sort=True).sum(min_count=1).reset_index()
    total = table.groupby("segment")["map_clicks"].transform("sum")
    total = total.where(total > 0).astype("Float64")
    table["attention_share"] = table["map_clicks"] / total
    reach = two_sided_z(interval) * np.sqrt(table["map_clicks"])
    table["share_low"] = (table["map_clicks"] - reach).clip(lower=0.0) / total
    table["dead_rate"] = (table["dead"] / table["of"].where(table["of"] > 0)).clip(upper=1.0)
    parts, _ = exposed_parts(said)
    if parts.empty:
        names = [*table.columns.drop(["dead", "of"]), *RATES]
        return table.reindex(columns=names)
    combined = _combined(with_priors(parts), interval=interval)
    return table.drop(columns=["dead", "of"]).merge(combined, on=key, how="left")


def _combined(rates: pd.DataFrame, *, interval: float) -> pd.DataFrame:
    shrunk = _shrunk(rates)
    weight = shrunk["exposed"]
    sums = (
        shrunk[["segment", "topic", "exposed"]]
        .assign(
            mean=weight * shrunk["mean"],
            base=weight * shrunk["base"],
            variance=weight**2 * shrunk["variance"],
        )
        .groupby(["segment", "topic"], sort=True)
        .sum()
    )
    mean, base = sums["mean"] / sums["exposed"], sums["base"] / sums["exposed"]
    strength = mean * (1.0 - mean) / (sums["variance"] / sums["exposed"] ** 2) - 1.0
    ends = posterior(
        np.zeros(len(mean)), np.zeros(len(mean)), mean, strength.to_numpy(), mass=interval
    )
    low, high = ends.low, ends.high
    result = pd.DataFrame(
        {"attention": mean, "attention_low": low, "attention_high": high, "base": base}
    )
    return result.reset_index()


def _shrunk(rates: pd.DataFrame) -> pd.DataFrame:
    """Return each topic's posterior mean and variance in each stratum."""
    trials = rates["exposed"] + rates["kappa"]
    mean = (rates["clicked"] + rates["kappa"] * rates["base"]) / trials
    return rates.assign(mean=mean, variance=mean * (1.0 - mean) / (trials + 1.0))
