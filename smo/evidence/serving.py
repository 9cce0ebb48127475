"""How many pages serve a topic: those its queries lead to, or those that speak of it."""

from __future__ import annotations

import pandas as pd

from smo.settings import Settings
from smo.text.space import calibrate_threshold, fit_space, match_texts
from smo.text.urls import url_words

KEY = ["segment", "topic"]


def serving_pages(
    topics: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """Return the number of pages that serve each topic, where pages are known.

    In a segment whose keyword rows name pages (query x page exports): the pages shown for the
    topic's keywords. Else in a segment with page statistics: the pages whose slug and title
    match the topic in the one TF-IDF space, above the threshold that random pairs set. A page
    row whose segment has no topics is shared by all segments.

    Returns
    -------
    DataFrame
        One row = a segment and topic, sorted: pages; only segments in which pages are known.
    """
    every = topics[KEY].drop_duplicates().sort_values(KEY, ignore_index=True)
    native = keywords[keywords["page"].notna()].merge(
        topics[["segment", "keyword", "topic"]], on=["segment", "keyword"]
    )
    shown = native[[*KEY, "page"]].drop_duplicates()
    spoken = _matched(topics, pages, settings)
    spoken = spoken[~spoken["segment"].isin(shown["segment"].unique())]
    own = set(topics["segment"])
    known = set(native["segment"]) | (set(pages["segment"]) & own)
    if (~pages["segment"].isin(own)).any():
        known = own
    found = pd.concat([shown, spoken]).groupby(KEY).size().rename("pages").reset_index()
    counts = every[every["segment"].isin(known)].merge(found, on=KEY, how="left")
    return counts.assign(pages=counts["pages"].fillna(0.0).astype(float))


def _matched(topics: pd.DataFrame, pages: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return the segment, topic and page of each page that speaks of a topic."""
    if pages.empty:
        return pd.DataFrame({"segment": [], "topic": [], "page": []})
    words = {page: url_words(page) for page in pages["page"].unique()}
    titled = pages[["segment", "page", "title"]].drop_duplicates()
    texts = titled["page"].map(words) + " " + titled["title"].fillna("")
    space = fit_space(topics["normal"].tolist(), topics["topic"].astype(int).tolist())
    threshold = calibrate_threshold(
        space, texts.tolist(), settings.match_rate, settings.random_state
    )
    found = match_texts(space, texts.tolist(), threshold)
    pairs = titled.iloc[found["text"].to_numpy()][["segment", "page"]].reset_index(drop=True)
    pairs["topic"] = found["topic"].to_numpy()
    shared = ~pairs["segment"].isin(set(topics["segment"]))
    there = topics[KEY].drop_duplicates()
    everywhere = pairs[shared][["page", "topic"]].merge(there, on="topic")
    own = pairs[~shared].merge(there, on=KEY)
    return pd.concat([own, everywhere])[[*KEY, "page"]].drop_duplicates()
