"""Topic mix of a page: what its visitors searched, or else what its address and title say."""

from __future__ import annotations

import pandas as pd

from smo.join.match import Matcher
from smo.join.rows import looked_up

MOST_MIX_TOPICS = 5
"""Most topics of one page's mix."""

LEAST_MIX_SHARE = 0.05
"""A topic with a smaller share of the page's searches is left out of its mix."""


def page_mixes(
    wanted: pd.DataFrame,
    matcher: Matcher,
    *,
    keywords: pd.DataFrame,
    topics: pd.DataFrame,
    pages: pd.DataFrame,
    slugs: dict[str, str],
) -> pd.DataFrame:
    """Return the topics of each wanted page in a segment, with shares that sum to 1.

    Where the export has query x page rows they count: clicks, plus impressions at the segment's
    own click rate, so that one click on a page seen a thousand times is not the whole mix; the
    ``similarity`` of such a topic is missing. Elsewhere the mix is inferred from the words of
    slug and title, with their similarity.

    Parameters
    ----------
    wanted : DataFrame
        Distinct ``segment`` and ``page_key``.

    Returns
    -------
    DataFrame
        ``segment``, ``page_key``, ``topic``, ``share``, ``similarity``.
    """
    native = _native(wanted, matcher, keywords, topics)
    known = native[["segment", "page_key"]].drop_duplicates().assign(known=True)
    rest = wanted.merge(known, on=["segment", "page_key"], how="left")
    rest = rest[rest["known"].isna()].drop(columns="known").reset_index(drop=True)
    return pd.concat([native, _inferred(rest, matcher, pages, slugs)], ignore_index=True)


def native_pairs(keywords: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Return segment, page_key, topic and weight of every query x page row with a topic."""
    rows = keywords.dropna(subset=["page_key"])
    ids = topics[["segment", "keyword", "topic"]].drop_duplicates(["segment", "keyword"])
    rows = rows.merge(ids, on=["segment", "keyword"], how="inner")
    totals = rows.groupby("segment")[["clicks", "impressions"]].sum()
    rate = (totals["clicks"] / totals["impressions"].where(totals["impressions"] > 0)).fillna(0.0)
    own = rows["segment"].map(rate).astype(float).fillna(0.0)
    seen = rows["impressions"].fillna(rows["volume"]).astype(float).fillna(0.0)
    expected = seen * own.where(own > 0, 1.0)
    weight = rows["clicks"].astype(float).fillna(0.0) + expected
    return rows[["segment", "page_key", "topic"]].assign(weight=weight)


def _native(
    wanted: pd.DataFrame, matcher: Matcher, keywords: pd.DataFrame, topics: pd.DataFrame
) -> pd.DataFrame:
    pairs = native_pairs(keywords, topics)
    shared = wanted[~wanted["segment"].isin(matcher.segments)]
    own = wanted.merge(pairs, on=["segment", "page_key"], how="inner")
    of_all = shared.merge(pairs.drop(columns="segment"), on="page_key", how="inner")
    both = pd.concat([own, of_all], ignore_index=True)
    # Sorted first, as the sum of floats depends on their order.
    both = both.sort_values(["segment", "page_key", "topic", "weight"])
    sums = both.groupby(["segment", "page_key", "topic"], as_index=False)["weight"].sum()
    return _largest(sums[sums["weight"] > 0])


def _largest(sums: pd.DataFrame) -> pd.DataFrame:
    page = ["segment", "page_key"]
    share = sums["weight"] / sums.groupby(page)["weight"].transform("sum")
    ranked = sums.assign(share=share).sort_values(
        [*page, "share", "topic"], ascending=[True, True, False, True]
    )
    place = ranked.groupby(page).cumcount()
    kept = ranked[(place == 0) | ((place < MOST_MIX_TOPICS) & (ranked["share"] >= LEAST_MIX_SHARE))]
    total = kept.groupby(page)["share"].transform("sum")
    kept = kept.assign(share=kept["share"] / total, similarity=float("nan"))
    return kept[[*page, "topic", "share", "similarity"]]


def _inferred(
    wanted: pd.DataFrame, matcher: Matcher, pages: pd.DataFrame, slugs: dict[str, str]
) -> pd.DataFrame:
    titles = pages.dropna(subset=["page_key", "title"]).sort_values("title")
    first = titles.drop_duplicates("page_key")
    title_of = dict(zip(first["page_key"], first["title"], strict=True))
    words = pd.concat(
        [
            wanted[["segment"]].assign(row=wanted.index, words=looked_up(wanted["page_key"], texts))
            for texts in (slugs, title_of)
        ]
    )
    found = matcher.match(words)
    return found.merge(wanted.assign(row=wanted.index), on="row")[
        ["segment", "page_key", "topic", "share", "similarity"]
    ]
