"""One action and one verdict for each topic of a segment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.evidence.effect import WORTH

# The 80 % interval of 30 clicks is 23 to 37: below that, hardly a reason to post anything.
MIN_MAP_CLICKS = 30.0
FIRST_PAGE = 10.0  # a topic shown on the first page of results is served by some page

CORNERS = {
    (True, True): "wanted and clicked",
    (True, False): "wanted, not clicked",
    (False, True): "clicked, not searched",
    (False, False): "neither",
}
OFF_MAP = "not on this map"


def with_verdicts(table: pd.DataFrame, *, fdr: float) -> pd.DataFrame:
    """Return the table with corner, action, p, q, verdict and needed_impressions decided.

    `improve` tests that a topic's effect is at least 1, one-sided; Benjamini-Hochberg over the
    topics of a segment that some outcome could reject. Rejected: `act`, unless the topic as a whole
    got the clicks that are typical for it, few of its queries most of them: then `wait`. `fix` and
    `consolidate` are tested apart (see `topic_failures`, `topic_splits`); rejected they come first
    and second, because they name what is wrong. The other actions come in this order: `create`
    (wanted, no page serves it, and not on the first page of results), `share` (clicked on the map
    beyond chance, hardly searched), both only as `suggest` and never for topics whose keywords
    mostly name the brand; then `improve` again, as `skip` where the interval lies above 1 - WORTH,
    else as `wait`; then `fix` as `wait`, where its interval lies above the base but chance is not
    ruled out; then `explore`, where too little is known to judge anything. A topic whose keywords
    in the segment share nothing with it is explored, never created, shared or improved.

    Parameters
    ----------
    table : DataFrame
        One row = a segment and topic with wanted, branded, unfit, ctr, ctr_expected, has_map,
        map_clicks, attention, attention_low, base, attention_share, share_low, pages, position,
        rank, effect_low, p, q, needed_impressions, failed_excess_low, and p, q and verdict of fix
        and consolidate.
    fdr : float
        False discovery rate of `act`.

    Returns
    -------
    DataFrame
    """
    result = table.copy()
    tested = result["p"].to_numpy(dtype=float, na_value=np.nan)
    q = result["q"].to_numpy(dtype=float, na_value=np.nan)
    clicked, surely = _clicked(result)
    result["corner"] = _corner(result, clicked)
    act = (q <= fdr) & ~_above_typical(result)
    fix = _is_act(result["fix_verdict"])
    merge = _is_act(result["consolidate_verdict"]) & ~fix
    found = fix | merge
    fits = ~result["unfit"].to_numpy(dtype=bool)
    free = ~act & ~found & fits & ~result["branded"].to_numpy(dtype=bool)
    create = free & _create(result)
    told = (result["map_clicks"] >= MIN_MAP_CLICKS).fillna(value=False).to_numpy(dtype=bool)
    share = free & ~create & surely & told & ~result["wanted"].to_numpy(dtype=bool)
    judged = ~np.isnan(tested) & fits & ~create & ~share & ~found
    fine = judged & ~act & _at_least(result["effect_low"], 1.0 - WORTH)
    maybe = ~(judged | create | share | found) & _likely_broken(result)
    result["action"] = np.select(
        [fix | maybe, merge, judged, create, share],
        ["fix", "consolidate", "improve", "create", "share"],
        "explore",
    )
    result["verdict"] = np.select(
        [found | (act & judged), create | share, fine, judged | maybe],
        ["act", "suggest", "skip", "wait"],
        "explore",
    )
    waits = (result["verdict"] == "wait").to_numpy()
    for name, own in (("p", tested), ("q", q)):
        others = [
            result[f"{action}_{name}"].to_numpy(dtype=float, na_value=np.nan)
            for action in ("fix", "consolidate")
        ]
        result[name] = np.select([fix | maybe, merge, judged], [*others, own], np.nan)
    result["needed_impressions"] = result["needed_impressions"].where(waits & ~maybe)
    return result


def _clicked(table: pd.DataFrame) -> tuple[Any, Any]:
    """Tell which topics are clicked more than is usual on this map, and which surely so.

    By attention against the strata's means; without exposure by the share of map clicks
    against an even share. Surely: by the lower end of the interval.
    """
    on_map = table["map_clicks"].notna()
    even = 1.0 / on_map.groupby(table["segment"]).transform("sum").clip(lower=1)
    exposed = table["attention"].notna()
    value = table["attention"].where(exposed, table["attention_share"])
    least = table["attention_low"].where(exposed, table["share_low"])
    usual = table["base"].where(exposed, even)
    return (
        (value >= usual).fillna(value=False).to_numpy(dtype=bool),
        (least > usual).fillna(value=False).to_numpy(dtype=bool),
    )


def _corner(table: pd.DataFrame, clicked: Any) -> list[Any]:
    columns = zip(
        table["has_map"], table["map_clicks"].notna(), table["wanted"], clicked, strict=True
    )
    return [
        pd.NA if not has_map else CORNERS[bool(wanted), bool(hit)] if on_map else OFF_MAP
        for has_map, on_map, wanted, hit in columns
    ]


def _above_typical(table: pd.DataFrame) -> Any:
    above = table["ctr"] >= table["ctr_expected"]
    return above.fillna(value=False).to_numpy(dtype=bool)


def _is_act(verdict: pd.Series[Any]) -> Any:
    return (verdict == "act").fillna(value=False).to_numpy(dtype=bool)


def _likely_broken(table: pd.DataFrame) -> Any:
    waits = (table["fix_verdict"] == "wait").fillna(value=False)
    above = (table["failed_excess_low"] > 0).fillna(value=False)
    return (waits & above).to_numpy(dtype=bool)


def _create(table: pd.DataFrame) -> Any:
    unserved = (table["pages"] == 0).fillna(value=False)
    low = (table["position"].fillna(table["rank"]) > FIRST_PAGE).fillna(value=True)
    return (unserved & low & table["wanted"].astype(bool)).to_numpy(dtype=bool)


def _at_least(values: pd.Series[Any], least: float) -> Any:
    return (values >= least).fillna(value=False).to_numpy(dtype=bool)
