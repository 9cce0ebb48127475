"""Where clicks lead: page to element to page, dead ends, and topics out of reach."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from smo.checks import check_table
from smo.extras import FLOWS, REACH
from smo.tables import CLICKS, KEYWORDS, MATCHES, SCORES
from smo.text.urls import canonical_url


def trace_paths(matches: object, *, clicks: object) -> pd.DataFrame:
    """Return the flows of clicks: page, element, target, per topic and segment.

    Parameters
    ----------
    matches : frame
        Matches table of `smo.join.join_clicks`, or of a plan.
    clicks : frame
        The clicks table it was made from, with targets where the map has them.

    Returns
    -------
    DataFrame
        One row = a flow, most clicks first within segment and topic. A target that is a page of
        the map from which no element leads to another page is a dead end.

    Raises
    ------
    SmoError
        When a table is none of its kind.

    Examples
    --------
    >>> clicks = pd.DataFrame({"click_id": ["1"], "segment": "all", "page": "https://a.example/",
    ...     "element": "x", "kind": "link", "clicks": 5, "target": "/ropes"})
    >>> met = clicks.assign(topic=3, share=1.0, via="text", furniture=False)
    >>> trace_paths(met, clicks=clicks)[["topic", "target", "on_map"]].values.tolist()
    [[3, 'a.example/ropes', False]]
    """
    met = check_table(matches, MATCHES, caller="trace_paths")
    taps = _taps(clicks, caller="trace_paths")
    known = ["click_id", "source_page", "element", "text", "goal", "dead_clicks"]
    met = met[["click_id", "segment", "topic", "share", "clicks"]]
    rows = met.merge(taps[known].drop_duplicates("click_id"), on="click_id")
    rows["dead_clicks"] = rows["dead_clicks"] * rows["share"]
    keys = ["segment", "topic", "source_page", "element", "text", "goal"]
    sums = rows.groupby(keys, dropna=False, sort=True)[["clicks", "dead_clicks"]]
    flows = sums.sum(min_count=1).reset_index()
    pages, leads = set(taps["source_page"]), set(_edges(taps)["source_page"])
    told = flows["goal"].notna()
    on_map = flows["goal"].isin(pages).astype("boolean")
    dead_end = (~flows["goal"].isin(leads)).astype("boolean")
    flows = flows.assign(on_map=on_map.where(told), dead_end=dead_end.where(told & on_map))
    flows = flows.rename(columns={"source_page": "page", "goal": "target"})
    order = {"segment": True, "topic": True, "clicks": False, "page": True, "element": True}
    flows = flows.sort_values(list(order), ascending=list(order.values()), kind="stable")
    return check_table(flows, FLOWS, caller="trace_paths")


def find_unreachable(scores: object, *, clicks: object, keywords: object) -> pd.DataFrame:
    """Return how many clicks each topic's pages are away from where its segment lands.

    Parameters
    ----------
    scores : frame
        Scores table: which pages serve a topic.
    clicks : frame
        Clicks table; elements with a target, clicked or not, are the ways.
    keywords : frame
        Keywords table with pages: where searches of a segment land.

    Returns
    -------
    DataFrame
        One row = a topic that a page of the map serves, in a segment that lands on the map; out
        of reach first, then the farthest. Only ways that the map shows are known: a page of
        which there is no map leads nowhere here.

    Raises
    ------
    SmoError
        When a table is none of its kind.

    Examples
    --------
    >>> from smo.checks import empty_table
    >>> blank = empty_table(KEYWORDS), empty_table(CLICKS), empty_table(SCORES)
    >>> find_unreachable(blank[2], clicks=blank[1], keywords=blank[0]).empty
    True
    """
    caller = "find_unreachable"
    table, taps = check_table(scores, SCORES, caller=caller), _taps(clicks, caller=caller)
    words = check_table(keywords, KEYWORDS, caller=caller)
    ways: dict[str, list[str]] = {}
    for way in _edges(taps).to_dict("records"):
        ways.setdefault(str(way["source_page"]), []).append(str(way["goal"]))
    pages = set(taps["source_page"]) | {goal for goals in ways.values() for goal in goals}
    landed = words.dropna(subset=["page"])[["segment", "page"]].drop_duplicates()
    landed["page"] = landed["page"].map(canonical_url)
    rows = []
    for segment, part in table.groupby("segment", sort=True):
        own = landed.loc[landed["segment"] == segment, "page"].dropna()
        starts = sorted(pages & set(own.tolist()))
        steps = _steps(starts, ways)
        for row in part.to_dict("records"):
            serving = {canonical_url(page) for page in row["serving"]} & pages
            if serving and starts:
                far = min((steps[page] for page in serving if page in steps), default=None)
                named = {name: row[name] for name in ("topic", "label")}
                counts = {"serving": len(serving), "landings": len(starts), "steps": far}
                rows.append({"segment": segment} | named | counts)
    found = pd.DataFrame(rows, columns=list(REACH.names))
    found["far"] = -pd.to_numeric(found["steps"]).astype("Float64").fillna(1e9)
    found = found.sort_values(["segment", "far", "topic"], kind="stable")
    return check_table(found, REACH, caller=caller)


def _taps(clicks: object, *, caller: str) -> pd.DataFrame:
    """Return the clicks table with canonical addresses of page and target."""
    taps = check_table(clicks, CLICKS, caller=caller)
    pairs = zip(taps["page"], taps["target"], strict=True)
    goals = [None if pd.isna(goal) else canonical_url(goal, str(page)) for page, goal in pairs]
    pages = taps["page"].map(canonical_url).fillna(taps["page"])
    return taps.assign(source_page=pages, goal=pd.Series(goals, index=taps.index, dtype="object"))


def _edges(taps: pd.DataFrame) -> pd.DataFrame:
    """Return the distinct ways from a page to another."""
    told = taps[taps["goal"].notna() & (taps["goal"] != taps["source_page"])]
    ways = told[["source_page", "goal"]].drop_duplicates()
    return ways.sort_values(["source_page", "goal"], kind="stable")


def _steps(starts: list[str], ways: Mapping[str, list[str]]) -> dict[str, int]:
    """Return how many clicks each page is away from the nearest start, breadth first."""
    found = dict.fromkeys(starts, 0)
    edge = list(starts)
    while edge:
        page = edge.pop(0)
        for goal in ways.get(page, ()):
            if goal not in found:
                found[goal] = found[page] + 1
                edge.append(goal)
    return found
