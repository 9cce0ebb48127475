"""Click rows made ready to join: equal keys summed, addresses in one spelling, words taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from smo.checks import key_hash
from smo.join.names import with_one_name
from smo.tables import CLICKS
from smo.text.distinct import each_distinct
from smo.text.urls import canonical_url, canonical_urls, only_host, url_words

SUMMED = (
    "clicks", "pageviews", "exposed", "clicked_pageviews", "dead_clicks", "rage_clicks",
)  # fmt: skip

COMMON_SLUG_SHARE = 0.5
"""Words in at least this share of a site's addresses (``/en/shop/...``) name no page."""

MIN_SLUGS = 10
"""With fewer addresses a common word may still be the subject."""

_HOSTLESS = re.compile(r"^/(?!/)")
_ADDRESS = re.compile(r"^(?:https?://|www\.|/)\S+$|^[\w\-]+(?:\.[\w\-]+)+/\S*$")


def sum_rows(clicks: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each distinct key, sorted by click_id.

    An element whose name changed from one export to the next has one key (`names.py`).

    Rows of one key are taken as disjoint sets of page views: clicks, page views and exposures
    add up, so a row split in two changes nothing. Words and places come from the row with the
    most clicks. Days add up over sources (two exports of two periods) and not within one.

    Parameters
    ----------
    clicks : DataFrame
        Checked clicks table.
    """
    clicks = with_one_name(clicks)
    rows = clicks.assign(click_id=key_hash(clicks, CLICKS.key), source=clicks["source"].fillna(""))
    rows = rows[["click_id", *rows.columns.drop("click_id")]]
    shared = rows["click_id"].duplicated(keep=False)
    # Most rows are alone with their key, and nothing of them is to be summed.
    rows = pd.concat([rows[~shared], _summed(rows[shared])]) if shared.any() else rows
    return rows.sort_values("click_id", ignore_index=True)


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each click_id of rows that share theirs with others."""
    rows = rows.sort_values(
        ["click_id", "clicks", "text", "role", "source", *SUMMED[1:]],
        ascending=[True, False, *[True] * (2 + len(SUMMED))],
        kind="stable",
    )
    groups = rows.groupby("click_id", sort=True)
    summed = groups.first()
    for name in SUMMED:
        summed[name] = groups[name].sum(min_count=1)
    days = rows.groupby(["click_id", "source"], sort=True)["period_days"].max()
    summed["period_days"] = days.groupby("click_id").sum(min_count=1)
    return summed.reset_index()


def with_addresses(
    rows: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the three tables with ``page_key``, the rows with ``target_key``: canonical.

    Bare paths take the host of the data when there is only one; links take it from their page.
    A page without an address keeps what the export says.
    """
    own = rows.loc[rows["kind"].ne("post"), "page"]
    host = only_host(own, keywords["page"], pages["page"])
    located = rows.assign(page_key=canonical_urls(rows["page"], host).fillna(rows["page"]))
    return (
        located.assign(target_key=_target_keys(located["target"], located["page_key"])),
        keywords.assign(page_key=canonical_urls(keywords["page"], host)),
        pages.assign(page_key=canonical_urls(pages["page"], host)),
    )


def _target_keys(targets: pd.Series[Any], pages: pd.Series[Any]) -> pd.Series[Any]:
    """Return the canonical form of each target, a link without a host taken from its page."""
    alone = canonical_urls(targets)
    # With a host the page does not matter: a shop links few addresses from many pages.
    bare = targets.notna() & (alone.isna() | alone.str.match(_HOSTLESS)).astype(bool)
    if not bare.any():
        return alone
    asked = list(zip(targets[bare], pages[bare], strict=True))
    known = {pair: canonical_url(*pair) for pair in dict.fromkeys(asked)}
    alone[bare] = [known[pair] for pair in asked]
    return alone


def text_words(texts: pd.Series[Any]) -> pd.Series[Any]:
    """Return the words of each element's text; of an address shown as text, its slug's."""
    known = {
        text: url_words(text) if _ADDRESS.match(text.strip()) else text
        for text in texts.dropna().unique()
    }
    return looked_up(texts, known)


def spoken_words(rows: pd.DataFrame) -> pd.Series[Any]:
    """Return the words of each row's text, followed by the hashtags of a post.

    Examples
    --------
    >>> post = pd.DataFrame({"text": ["New in", None], "hashtags": ["red_shoes sale", None]})
    >>> spoken_words(post.astype("string")).tolist()
    ['New in red_shoes sale', '']
    """
    return (text_words(rows["text"]) + " " + rows["hashtags"].fillna("")).str.strip()


def looked_up(values: pd.Series[Any], table: Mapping[str, str]) -> pd.Series[Any]:
    """Return the text the table holds for each value, empty where it holds none.

    Examples
    --------
    >>> looked_up(pd.Series(["a", None]), {"a": "words"}).tolist()
    ['words', '']
    """
    return each_distinct(values, lambda value: table.get(value, ""), missing="").rename(None)


def slug_words(addresses: Iterable[Any]) -> dict[str, str]:
    """Return the words of each distinct address, those of nearly every address left out.

    Examples
    --------
    >>> slug_words(["a.example/shop/bags"])
    {'a.example/shop/bags': 'shop bags'}
    """
    words = {address: url_words(address).split() for address in sorted(set(addresses) - {pd.NA})}
    spread = Counter(word for bag in words.values() for word in set(bag))
    limit = COMMON_SLUG_SHARE * len(words)
    common = {word for word, pages in spread.items() if pages >= limit}
    if len(words) < MIN_SLUGS:
        common = set()
    return {
        address: " ".join(word for word in bag if word not in common)
        for address, bag in words.items()
    }
