"""Which links between the tables existed, and how many clicks each of them carries."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table
from smo.join.rows import sum_rows, with_addresses
from smo.tables import CLICKS, COVERAGE, KEYWORDS, MATCHES, PAGES, TOPICS

LINKS = (
    "map page - page row", "map page - query", "text - topic", "target - topic",
    "page - topic", "inferred from words of the page", "furniture", "no topic",
)  # fmt: skip
"""Links in the order of the coverage table."""


def coverage_table(
    matches: object,
    clicks: object,
    topics: object,
    *,
    keywords: object | None = None,
    pages: object | None = None,
) -> pd.DataFrame:
    """Count, for each segment of the clicks, the rows that carry each kind of link.

    Links: ``map page - page row`` (the page has a row in the pages table), ``map page - query``
    (it has query x page rows), ``text - topic``, ``target - topic``, ``page - topic`` (how the
    join attributed the row; possible are the non-furniture rows that have a text or target, a
    target, a page), ``inferred from words of the page`` (of the last two, those without query x
    page rows), ``furniture``, ``no topic`` (the rest). The clicks of the ``... - topic`` links,
    ``furniture`` and ``no topic`` add up to all clicks.

    Parameters
    ----------
    matches : frame
        Matches table that `join_clicks` made from these clicks.
    clicks, topics : frame
        Clicks and topics tables.
    keywords, pages : frame, optional
        Keywords and pages tables.

    Returns
    -------
    DataFrame
        Coverage table, sorted by segment, links in the order above; no rows without clicks.

    Raises
    ------
    SmoError
        When a table lacks a column or holds an impossible value.

    Examples
    --------
    >>> from smo.join import join_clicks
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["red rope"], "normal": ["red rope"], "topic": [0],
    ...      "pillar": 0, "label": "red rope", "pillar_label": "gear", "membership": 1.0})
    >>> clicks = pd.DataFrame(
    ...     {"segment": "all", "page": "/", "element": "a", "kind": "element",
    ...      "text": ["Red rope"], "clicks": [7]})
    >>> table = coverage_table(join_clicks(clicks, topics), clicks, topics)
    >>> table.set_index("link").loc["text - topic", ["found", "clicks"]].tolist()
    [1.0, 7.0]
    """
    found = check_table(matches, MATCHES, caller="coverage_table")
    check_table(topics, TOPICS, caller="coverage_table")
    rows, words, sites = with_addresses(
        sum_rows(check_table(clicks, CLICKS, caller="coverage_table")),
        check_optional(keywords, KEYWORDS, caller="coverage_table"),
        check_optional(pages, PAGES, caller="coverage_table"),
    )
    carried = _carried(rows, found, words, sites)
    parts = [
        _counts(rows, link, possible, found_in)
        for link, (possible, found_in) in zip(LINKS, carried, strict=True)
    ]
    table = pd.concat(parts).sort_values(["segment"], kind="stable")
    return check_table(table, COVERAGE, caller="coverage_table")


def _carried(
    rows: pd.DataFrame, matches: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame
) -> list[tuple[pd.Series[Any], pd.Series[Any]]]:
    """Return for each link which rows could carry it and which do, in the order of `LINKS`."""
    facts = matches.drop_duplicates("click_id").set_index("click_id")
    via = rows["click_id"].map(facts["via"]).fillna("none")
    furniture = rows["click_id"].isin(facts.index[facts["furniture"].astype(bool)])
    worded = matches.loc[matches["similarity"].notna(), "click_id"]
    every = pd.Series([True] * len(rows), index=rows.index)
    led = ~furniture & rows["target_key"].notna()
    by_page = via.isin(["target", "page"])
    return [
        (every, rows["page_key"].isin(pages["page_key"].dropna())),
        (every, rows["page_key"].isin(keywords["page_key"].dropna())),
        (led | (~furniture & rows["text"].notna()), via.eq("text")),
        (led, via.eq("target")),
        (~furniture, via.eq("page")),
        (by_page, by_page & rows["click_id"].isin(worded)),
        (every, furniture),
        (~furniture, ~furniture & via.eq("none")),
    ]


def _counts(
    rows: pd.DataFrame, link: str, possible: pd.Series[Any], carried: pd.Series[Any]
) -> pd.DataFrame:
    """Return one link's rows of the table: counts and clicks by segment."""
    counted = pd.DataFrame(
        {
            "segment": rows["segment"],
            "link": link,
            "possible": possible.astype(float),
            "found": carried.astype(float),
            "clicks": rows["clicks"].astype(float) * carried.astype(float),
            "all": rows["clicks"].astype(float),
        }
    )
    sums = counted.groupby(["segment", "link"], as_index=False).sum()
    return sums.assign(click_share=sums["clicks"] / sums["all"].where(sums["all"] > 0))
