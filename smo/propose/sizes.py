"""How large each candidate is, in which unit, and where it stands in its segment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.settings import Settings
from smo.stats import rank_intervals, two_sided_z

DAYS = 28.0
FOUND = ("fix", "consolidate", "improve")  # actions whose size is clicks lost
# act first; then what is likely missed but not proven; then preferences; then topics that
# nothing but demand speaks for; last the undecided whose interval includes no loss at all
STANDINGS = ("act", "likely", "suggest", "explore", "undecided")


def candidates(
    scores: pd.DataFrame, topics: pd.DataFrame, matches: pd.DataFrame, *, interval: float
) -> pd.DataFrame:
    """Return the topics worth proposing with their sizes per 28 days, best first.

    The size of `improve` is its shortfall in clicks; of `fix` its failed clicks beyond those of
    elements alike; of `consolidate` the clicks its shared queries miss; of `share` its clicks on
    the map; of `create` and `explore` its demand. Topics to `skip` are left out. Order in a
    segment: by standing (see `STANDINGS`; where impressions could not be tested, `create` and
    `explore` are one), then by the lower end of the size, as a share of all there is of its unit
    in the segment, because searches and clicks cannot be compared; demand counts by topic quality
    (mean membership of its keywords). Ties go by label, then topic.

    Returns
    -------
    DataFrame
        Scores of the candidates with size_low, size_median, size_high, size_unit,
        map_period_known, standing, quality, worth, worth_low, worth_high, sorted by segment and
        place.
    """
    table = scores[scores["verdict"] != "skip"].copy()
    quality = topics.groupby(["segment", "topic"])["membership"].mean().rename("quality")
    table = table.join(quality, on=["segment", "topic"])
    table["quality"] = table["quality"].fillna(1.0).astype(float)
    table = _with_sizes(table, _map_factors(matches, table["segment"]), two_sided_z(interval))
    likely = (table["shortfall_low"] > 0).fillna(value=False) | (table["action"] == "fix")
    standing = table["verdict"].where(table["verdict"] != "wait", "undecided")
    table["standing"] = standing.mask((table["verdict"] == "wait") & likely, "likely")
    table["order"] = table["standing"].map(STANDINGS.index)
    table["order"] = table["order"].mask(_on_demand_alone(table, scores), len(STANDINGS))
    table = _with_worth(table, scores)
    return table.sort_values(
        ["segment", "order", "worth_low", "label", "topic"],
        ascending=[True, True, False, True, True],
        kind="stable",
        ignore_index=True,
    )


def _on_demand_alone(table: pd.DataFrame, scores: pd.DataFrame) -> pd.Series[Any]:
    """Tell which candidates only the demand counted speaks for, where nothing could be tested.

    The site was shown for each of them, so a missing page is no finding that should lead the
    list: small exports are ordered by demand. Search volumes tell of no such showing.
    """
    tested = set(scores.loc[scores["p"].notna(), "segment"])
    shown = table["action"].isin(["create", "explore"]) & (table["demand_kind"] == "impressions")
    return shown & ~table["segment"].isin(tested)


def _map_factors(matches: pd.DataFrame, segments: pd.Series[Any]) -> pd.Series[Any]:
    """Return what turns the map's clicks into clicks per 28 days; NA where its days are unknown."""
    days = matches.groupby("segment")["period_days"].agg(["max", "count", "size"])
    known = days["max"].where((days["count"] == days["size"]) & (days["max"] > 0))
    shared = known[~known.index.isin(segments)]
    common = shared.iloc[0] if len(shared) == 1 else pd.NA
    own = segments.map(known).astype("Float64")
    return DAYS / own.fillna(common)


def _with_sizes(table: pd.DataFrame, map_factor: pd.Series[Any], z: float) -> pd.DataFrame:
    """Return the table with size and unit; the size's interval as the scores have it."""
    improve, share = table["action"] == "improve", table["action"] == "share"
    fix, merge = table["action"] == "fix", table["action"] == "consolidate"
    clicks = table["map_clicks"].fillna(0.0).astype(float)
    factor = map_factor.fillna(1.0).astype(float)
    sizes = {}
    for name, sign in (("low", -1.0), ("median", 0.0), ("high", 1.0)):
        ending = "" if name == "median" else f"_{name}"
        demand = table[f"demand{ending}"].fillna(table["demand"])
        on_map = (clicks + sign * z * np.sqrt(clicks)).clip(lower=0.0) * factor
        size = demand.mask(improve, table[f"shortfall{ending}"]).mask(share, on_map)
        size = size.mask(merge, table[f"split_missed{ending}"])
        size = size.mask(fix, table[f"failed_excess{ending}"] * factor)
        sizes[f"size_{name}"] = size.astype(float)
    unit = table["demand_kind"].map({"impressions": "impressions", "volume": "searches"})
    return table.assign(
        **sizes,
        size_unit=unit.mask(improve | merge | share, "clicks").mask(fix, "failed clicks"),
        map_period_known=map_factor.notna(),
        map_factor=factor,
    )


def _with_worth(table: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the table with sizes made comparable: shares of the segment's total, by quality."""
    key = ["segment", "demand_kind"]
    demand = scores.groupby(key)["demand"].sum().rename("all_demand")
    mapped = scores.groupby("segment")["map_clicks"].sum().rename("all_clicks")
    table = table.join(demand, on=key).join(mapped, on="segment")
    found, share = table["action"].isin(FOUND), table["action"] == "share"
    total = table["all_demand"].mask(share, table["all_clicks"]).mask(found, 1.0)
    total = total.where(total > 0, 1.0).astype(float)
    quality = table["quality"].mask(found | share, 1.0)
    for name, ending in (("median", ""), ("low", "_low"), ("high", "_high")):
        table[f"worth{ending}"] = np.round(table[f"size_{name}"] * quality / total, 12)
    return table.drop(columns=["all_demand", "all_clicks"])


def with_ranks(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return one segment's candidates with rank_low, rank_high and p_top over resamples.

    Sizes are redrawn from their intervals inside a standing: a resample changes how large a
    thing is, not what was found about it.
    """
    parts, before = [], 0
    for _, part in table.groupby("order", sort=True):
        fixed = part.sort_values("topic", kind="stable")
        ranks = rank_intervals(
            fixed["worth_low"], fixed["worth"], fixed["worth_high"],
            n_top=settings.n_proposals - before, mass=settings.interval,
            seed=settings.random_state,
        )  # fmt: skip
        parts.append(
            fixed.assign(
                rank_low=ranks.low + before, rank_high=ranks.high + before, p_top=ranks.p_top
            )
        )
        before += len(part)
    return pd.concat(parts).sort_index()
