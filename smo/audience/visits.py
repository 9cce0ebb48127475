"""What was clicked, for which topic, by which channel and when: the units of a visit."""

from __future__ import annotations

import pandas as pd

from smo.text.campaigns import channel_of


def clicked_units(clicks: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    """Return the clicked rows that speak for a topic, each with its element or post as the unit.

    Parameters
    ----------
    clicks, matches : DataFrame
        Checked tables.

    Returns
    -------
    DataFrame
        Columns normal (page and element), topic (that of most of its clicks), channel (told, or
        the utm source of the page's address), date, period_days and shown (clicks). Menus and
        other furniture, which speak for every topic, are left out.

    Examples
    --------
    >>> from smo.checks import check_table
    >>> from smo.tables import CLICKS, MATCHES
    >>> row = {"click_id": "a", "segment": "all", "clicks": [5.0]}
    >>> taps = row | {"page": "/a?utm_source=x.com", "element": "e", "kind": "post"}
    >>> met = row | {"topic": 3, "share": 1.0, "via": "text", "furniture": False}
    >>> taps = check_table(pd.DataFrame(taps), CLICKS, caller="demo")
    >>> met = check_table(pd.DataFrame(met), MATCHES, caller="demo")
    >>> clicked_units(taps, met)[["topic", "channel", "shown"]].values.tolist()
    [[3, 'x', 5.0]]
    """
    told = matches[matches["topic"].notna() & (matches["clicks"] > 0)]
    told = told[~told["furniture"].astype(bool)]
    rows = clicks[(clicks["clicks"] > 0) & clicks["click_id"].isin(told["click_id"])]
    unit = rows["page"].astype(str) + "\x1f" + rows["element"].astype(str)
    of_row = pd.DataFrame({"click_id": rows["click_id"], "normal": unit})
    sums = told[["click_id", "topic", "clicks"]].merge(of_row, on="click_id")
    sums = sums.groupby(["normal", "topic"], sort=True)["clicks"].sum().reset_index()
    sums = sums.sort_values(["clicks", "topic"], ascending=[False, True], kind="stable")
    topic = sums.drop_duplicates("normal").set_index("normal")["topic"]
    sent = rows["page"].map(channel_of, na_action="ignore").astype("string")
    return pd.DataFrame(
        {
            "normal": unit, "topic": unit.map(topic), "date": rows["date"],
            "channel": rows["channel"].astype("string").fillna(sent),
            "period_days": rows["period_days"], "shown": rows["clicks"].astype(float),
        }
    )  # fmt: skip
