"""Who sends visitors, as a table of mentions: channels and campaigns of a clicks table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table
from smo.errors import SmoError
from smo.extras import MENTIONS
from smo.tables import CLICKS, MATCHES, TOPICS
from smo.text.campaigns import channel_of

CALLER = "mentions_from_clicks"


def mentions_from_clicks(
    clicks: object, *, matches: object | None = None, topics: object | None = None
) -> pd.DataFrame:
    """Return which channels and campaigns brought the clicks of each page.

    Parameters
    ----------
    clicks : frame
        Clicks table; rows with a channel or a campaign are used, and those whose page has a
        utm source in its address.
    matches : frame, optional
        Matches table: clicks are then told apart by topic.
    topics : frame, optional
        Topics table: topics are then told by their names, not their ids.

    Returns
    -------
    DataFrame
        Mentions table for `rank_influencers`: the page (of a post, where it leads) points at the
        channel and campaign that brought the clicks, weighted by them.

    Raises
    ------
    SmoError
        When no row has a channel or campaign.

    Examples
    --------
    >>> clicks = pd.DataFrame({"segment": "all", "page": ["/a", "/b"], "element": ["x", "y"],
    ...     "kind": "post", "clicks": [5, 3], "channel": "mail", "campaign": ["may", None]})
    >>> mentions_from_clicks(clicks)[["source", "target", "weight"]].values.tolist()
    [['/a', 'mail / may', 5.0], ['/b', 'mail', 3.0]]
    """
    table = check_table(clicks, CLICKS, caller=CALLER)
    met = check_optional(matches, MATCHES, caller=CALLER)
    placed = check_optional(topics, TOPICS, caller=CALLER)
    told = table["page"].map(channel_of, na_action="ignore").astype("string")
    table = table.assign(channel=table["channel"].astype("string").fillna(told))
    table = table[(table["channel"].notna() | table["campaign"].notna()) & (table["clicks"] > 0)]
    if table.empty:
        raise SmoError(
            "no clicked row has a channel or a campaign",
            where=f"{CALLER}: clicks table",
            remedy="give an export of visits or posts by source, with their utm parameters",
        )
    both = table["channel"] + " / " + table["campaign"]
    parts = pd.DataFrame(
        {
            "click_id": table["click_id"], "segment": table["segment"],
            "source": table["target"].fillna(table["page"]),
            "target": both.fillna(table["channel"]).fillna(table["campaign"]),
            "weight": table["clicks"],
        }
    )  # fmt: skip
    if len(met):
        known = met[met["topic"].notna()][["click_id", "topic", "share"]]
        parts = parts.merge(known, on="click_id", how="left")
        parts["weight"] = parts["weight"] * parts["share"].fillna(1.0)
        parts["topic"] = _named(parts["topic"], placed)
    return check_table(parts, MENTIONS, caller=CALLER)


def _named(ids: pd.Series[Any], topics: pd.DataFrame) -> pd.Series[Any]:
    """Return the names of topics; two of one name keep their ids beside it."""
    first: pd.Series[Any] = topics.drop_duplicates("topic").set_index("topic")["label"]
    twice = first.duplicated(keep=False)
    ids_beside = " (" + pd.Series(first.index, index=first.index).astype("string") + ")"
    names = first.where(~twice, first + ids_beside)
    told: pd.Series[Any] = ids.astype("string")
    return ids.map(names).astype("string").fillna(told)
