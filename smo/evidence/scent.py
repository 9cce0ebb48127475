"""Broken scent: what brings people to a page against what they click there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.checks import check_optional, check_table, empty_table
from smo.evidence.attention import spoken_clicks
from smo.rare import named_labels, rare_keywords
from smo.settings import Settings
from smo.stats import benjamini_hochberg
from smo.stats.dirichlet import equal_shares, share_intervals
from smo.tables import KEYWORDS, MATCHES, SCENT, TOPICS
from smo.text.urls import canonical_urls, only_host

KEY = ["segment", "page", "topic"]
LEAST = 30.0  # arrivals, and clicks, of a page: the 80 % interval of 30 is 23 to 37
NOT_OFFERED, PASSED_OVER, SOUGHT = "not offered", "passed over", "sought besides"


def find_scent(
    topics: object, *, keywords: object, matches: object, settings: Settings | None = None
) -> pd.DataFrame:
    """Return where what brings people to a page is not what they click there.

    What brings them: the search clicks of the page's queries by topic (rows of keywords with a
    page), or their impressions where no clicks are told. What they click: elements and links of
    the page that speak for a topic by text or target; furniture and posts are left out. Both are
    shares of their own sum on the page, with Dirichlet intervals, and each topic's two shares are
    tested for being one (pooled z, two-sided, Benjamini-Hochberg over the pages and topics of a
    segment). Visitors are taken as independent.

    Parameters
    ----------
    topics : frame
        Topics table.
    keywords : frame
        Keywords table the topics were made from.
    matches : frame
        Matches table: the click rows in their topics.
    settings : Settings, optional
        `interval` and `fdr` are used.

    Returns
    -------
    DataFrame
        Scent table: one row = a topic on a page whose two shares differ beyond chance, largest
        difference first within a segment; only pages with 30 arrivals and 30 clicks. `finding` is
        "not offered" (brings people, and no element there speaks for it), "passed over" (brings
        people, and is clicked less than that) or "sought besides" (clicked more).

    Raises
    ------
    SmoError
        When a table is no table of its kind.

    Examples
    --------
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["rope", "tent"], "normal": ["rope", "tent"],
    ...      "topic": [0, 1], "pillar": 0, "label": ["rope", "tent"], "pillar_label": "gear",
    ...      "membership": 1.0})
    >>> words = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["rope", "tent"], "page": "https://a.example/",
    ...      "impressions": 900, "clicks": [90, 10]})
    >>> matches = pd.DataFrame(
    ...     {"click_id": ["a", "b"], "segment": "all", "topic": [0, 1], "share": 1.0,
    ...      "clicks": [20, 80], "via": "text", "furniture": False, "page": "https://a.example/"})
    >>> find_scent(topics, keywords=words, matches=matches)[["label", "finding"]].values.tolist()
    [['rope', 'passed over'], ['tent', 'sought besides']]
    """
    caller, chosen = "find_scent", settings or Settings()
    placed = check_table(topics, TOPICS, caller=caller)
    words = check_table(keywords, KEYWORDS, caller=caller)
    met = check_optional(matches, MATCHES, caller=caller)
    host = only_host(words["page"], met["page"])
    brought = _brought(placed, words.assign(page=_one_spelling(words["page"], host)))
    clicked = _clicked(placed, met.assign(page=_one_spelling(met["page"], host)))
    table = brought.merge(clicked, on=KEY, how="outer").sort_values(KEY, ignore_index=True)
    table = table.assign(
        offered=table["clicked"].notna(),
        arrived=table["arrived"].fillna(0.0),
        clicked=table["clicked"].fillna(0.0),
    )
    sums = table.groupby(["segment", "page"])[["arrived", "clicked"]].transform("sum")
    table = table[(sums >= LEAST).all(axis=1)]
    if table.empty:
        return empty_table(SCENT)
    tested = _compared(table.reset_index(drop=True), chosen.interval)
    tested["q"] = tested.groupby("segment")["p"].transform(benjamini_hochberg)
    found = tested[tested["q"] <= chosen.fdr]
    table = _told(found, placed, brought)
    rare = rare_keywords(words, chosen.k_anonymity)
    return table.assign(label=named_labels(table, placed, rare, chosen.report_language))


def _told(found: pd.DataFrame, topics: pd.DataFrame, brought: pd.DataFrame) -> pd.DataFrame:
    """Return the rows found with their words, in order, as a scent table."""
    labels = topics.assign(label=topics["segment_label"].fillna(topics["label"]))
    labels = labels.drop_duplicates(["segment", "topic"])[["segment", "topic", "label"]]
    sources = brought.drop_duplicates("segment")[["segment", "arrived_by"]]
    table = found.drop(columns="arrived_by").merge(labels, on=["segment", "topic"])
    table = table.merge(sources, on="segment")
    more = table["difference"] > 0
    table["finding"] = np.select([more, table["offered"]], [SOUGHT, PASSED_OVER], NOT_OFFERED)
    table["size"] = table["difference"].abs().round(12)
    table = table.sort_values(
        ["segment", "size", "page", "topic"], ascending=[True, False, True, True], kind="stable"
    )
    return check_table(table.drop(columns="size"), SCENT, caller="find_scent")


def _one_spelling(pages: pd.Series[Any], host: str | None) -> pd.Series[Any]:
    return canonical_urls(pages, host).fillna(pages)


def _brought(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return what brings people to each page by topic: clicks, else impressions."""
    rows = keywords[keywords["page"].notna()]
    rows = rows.merge(topics[["segment", "keyword", "topic"]], on=["segment", "keyword"])
    by_clicks = rows.groupby("segment")["clicks"].transform("count") > 0
    arrived = rows["clicks"].where(by_clicks, rows["impressions"]).fillna(0.0).astype(float)
    by = pd.Series(np.where(by_clicks, "clicks", "impressions"), index=rows.index)
    sums = rows.assign(arrived=arrived, arrived_by=by).groupby(KEY, sort=True)
    return sums.agg(arrived=("arrived", "sum"), arrived_by=("arrived_by", "first")).reset_index()


def _clicked(topics: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    said = spoken_clicks(matches, topics).dropna(subset=["page"])
    sums = said.groupby(KEY, sort=True)["clicks"].sum().astype(float)
    return sums.rename("clicked").reset_index()


def _compared(table: pd.DataFrame, interval: float) -> pd.DataFrame:
    """Return the topics of each page with both shares, their difference and p."""
    page = table.groupby(["segment", "page"]).ngroup().to_numpy()
    arrived, clicked = table["arrived"].to_numpy(), table["clicked"].to_numpy()
    came = share_intervals(arrived, mass=interval, whole=page)
    went = share_intervals(clicked, mass=interval, whole=page)
    return table.assign(
        arrived_share=came.mean, arrived_share_low=came.low, arrived_share_high=came.high,
        clicked_share=went.mean, clicked_share_low=went.low, clicked_share_high=went.high,
        difference=went.mean - came.mean, p=equal_shares(arrived, clicked, whole=page),
    )  # fmt: skip
