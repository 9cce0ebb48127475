"""Clicks to topics: every click row's clicks shared among the topics it speaks for."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table, empty_table
from smo.join.furniture import furniture_flags
from smo.join.match import fit_matcher
from smo.join.mixes import page_mixes
from smo.join.rows import looked_up, slug_words, spoken_words, sum_rows, with_addresses
from smo.settings import Settings
from smo.tables import CLICKS, KEYWORDS, MATCHES, PAGES, TOPICS

FOUND = ["click_id", "topic", "share", "similarity", "via"]
PAGE = ["segment", "page_key"]
SPEAKING = ["click_id", *PAGE, "target_key", "text", "hashtags"]


def join_clicks(
    clicks: object,
    topics: object,
    *,
    keywords: object | None = None,
    pages: object | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Attribute every click to topics or to the unattributed rest, and say by what evidence.

    Rows of equal key are summed first. A row that is site furniture goes to the rest, flagged.
    Any other takes the strongest evidence it has, named in ``via``: ``text`` (its words, or the
    slug of its target, are like a topic's keywords), ``target`` (the topic mix of the page it
    leads to), ``page`` (the mix of the page it stands on), ``none``. A row meets the topics
    that have keywords in its segment; a row whose segment has none is shared and meets all.

    Parameters
    ----------
    clicks : frame
        Clicks table.
    topics : frame
        Topics table: one row = a distinct (segment, keyword) in its topic.
    keywords : frame, optional
        Keywords table; its rows with a page give page mixes that searchers made.
    pages : frame, optional
        Pages table; its titles help to infer a page's mix.
    settings : Settings, optional
        ``match_rate`` sets the threshold, ``random_state`` the draw that calibrates it.

    Returns
    -------
    DataFrame
        Matches table, sorted by segment, click_id and topic (missing last): one row = a click
        row and a topic it speaks for, or the unattributed rest. Shares of a click_id sum to 1;
        clicks of a segment sum to the clicks read. ``similarity`` is missing where the share
        comes from query x page rows. Facts of the click row (``row_clicks``, ``pageviews``,
        ``exposed``, ``dead_clicks`` ...) are the row's whole on each of its matches.

    Raises
    ------
    SmoError
        When a table lacks a column or holds an impossible value.

    Examples
    --------
    >>> clicks = pd.DataFrame({"segment": "all", "page": "/", "element": ["a", "b"],
    ...     "kind": "element", "clicks": [8, 5], "text": ["Bags", "Sign in"]})
    >>> topics = pd.DataFrame({"segment": "all", "keyword": ["red bags", "bag"],
    ...     "normal": ["red bag", "bag"], "topic": 0, "pillar": 0, "label": "bags",
    ...     "pillar_label": "bags", "membership": 1.0})
    >>> matches = join_clicks(clicks, topics).sort_values("clicks", ascending=False)
    >>> matches[["text", "topic", "clicks", "via", "furniture"]]
          text  topic  clicks   via  furniture
    0     Bags      0     8.0  text      False
    1  Sign in   <NA>     5.0  none       True
    """
    rows = sum_rows(check_table(clicks, CLICKS, caller="join_clicks"))
    ids = check_table(topics, TOPICS, caller="join_clicks")
    rows, words, sites = with_addresses(
        rows,
        check_optional(keywords, KEYWORDS, caller="join_clicks"),
        check_optional(pages, PAGES, caller="join_clicks"),
    )
    if rows.empty:
        return empty_table(MATCHES)
    rows = rows.assign(furniture=furniture_flags(rows))
    free = rows.loc[~rows["furniture"], SPEAKING]
    addresses = (rows["page_key"], rows["target_key"], sites["page_key"])
    slugs = slug_words(pd.concat([part.drop_duplicates() for part in addresses]))
    texts = _texts(free, slugs)
    matcher = fit_matcher(
        ids, texts["words"].tolist() + list(slugs.values()), settings=settings or Settings()
    )
    by_text = matcher.match(texts).rename(columns={"row": "click_id"}).assign(via="text")
    left = _without(free, by_text)
    mixes = page_mixes(
        _addresses(left), matcher, keywords=words, topics=ids, pages=sites, slugs=slugs
    )
    by_target = _by_mix(left[_elsewhere(left)], "target", mixes)
    by_page = _by_mix(_without(left, by_target), "page", mixes)
    return _matches(rows, pd.concat([part[FOUND] for part in (by_text, by_target, by_page)]))


def _texts(rows: pd.DataFrame, slugs: dict[str, str]) -> pd.DataFrame:
    """Return the texts each row speaks with: its own words, and its target's slug."""
    slug = looked_up(rows["target_key"], slugs)
    spoken = [spoken_words(rows), slug.where(_elsewhere(rows), "")]
    return pd.concat(
        [
            pd.DataFrame({"row": rows["click_id"], "segment": rows["segment"], "words": words})
            for words in spoken
        ],
        ignore_index=True,
    )


def _elsewhere(rows: pd.DataFrame) -> pd.Series[Any]:
    """Tell which rows lead to another page than their own."""
    return rows["target_key"].notna() & rows["target_key"].ne(rows["page_key"]).fillna(value=False)


def _without(rows: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    return rows[~rows["click_id"].isin(found["click_id"])]


def _addresses(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the distinct pages, own and target, of the rows in each segment."""
    targets = rows[["segment", "target_key"]].set_axis(PAGE, axis=1)
    both = pd.concat([rows[PAGE], targets]).dropna().drop_duplicates()
    return both.sort_values(PAGE, ignore_index=True)


def _by_mix(rows: pd.DataFrame, via: str, mixes: pd.DataFrame) -> pd.DataFrame:
    """Return the topic mix of each row's target or own page, for rows whose page has one."""
    asked = rows[["click_id", "segment", f"{via}_key"]].set_axis(["click_id", *PAGE], axis=1)
    return asked.merge(mixes, on=PAGE, how="inner").assign(via=via)


def _matches(rows: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Return the matches table: attributed shares, and the whole of every row without any."""
    rest = _without(rows, found)[["click_id"]].assign(share=1.0, via="none")
    shares = pd.concat([found.astype({"topic": "Int64"}), rest], ignore_index=True)
    place = pd.Index(rows["click_id"]).get_indexer(shares["click_id"])
    shares = shares.assign(place=place, segment=rows["segment"].take(place).array)
    shares = shares.sort_values(["segment", "click_id", "topic"], na_position="last")
    # Wide rows are laid out once, in their order.
    facts = rows.drop(columns=["page", "click_id", "segment"]).take(shares["place"].to_numpy())
    facts = facts.rename(columns={"page_key": "page", "clicks": "row_clicks"})
    matches = pd.concat([shares.drop(columns="place").reset_index(drop=True),
                         facts.reset_index(drop=True)], axis=1)  # fmt: skip
    matches["clicks"] = matches["share"] * matches["row_clicks"]
    return check_table(matches, MATCHES, caller="join_clicks")
