"""The pages that serve a topic: those its queries lead to, or those that speak of it."""

from __future__ import annotations

import pandas as pd

from smo.evidence.named import naming_texts, topic_names
from smo.settings import Settings
from smo.text.learn import learn_rules
from smo.text.space import calibrate_threshold, fit_space, match_texts
from smo.text.translit import in_russian, russian_stems
from smo.text.urls import canonical_urls, only_host, url_words
from smo.text.weightless import weightless_names

KEY = ["segment", "topic"]
PAIR = [*KEY, "page", "similarity", "shown"]
N_NAMED = 5  # pages named for a topic; all are counted
DIGITS = 2  # of a similarity; between pages closer than that traffic decides


def serving_pages(
    topics: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """Return the pages that serve each topic, where pages are known.

    In a segment whose keyword rows name pages (query x page exports): the pages shown for the
    topic's keywords. Else in a segment with page statistics: the pages whose address or title
    matches the topic in the one TF-IDF space, above the threshold that random pairs set, and those
    the end of whose address holds all words of the topic's label or most searched keyword; the
    brand's words weigh nothing there, and Russian in Latin letters is read (`smo.text.translit`).
    A page row whose segment has no topics is shared by all segments. Spellings of one address count
    once.

    Returns
    -------
    DataFrame
        One row = a segment and topic, sorted: pages (their number), serving (addresses, best
        match first, then most shown); only segments in which pages are known.
    """
    every = topics[KEY].drop_duplicates().sort_values(KEY, ignore_index=True)
    shown = _shown(topics, keywords)
    spoken = _spoken(topics, keywords, pages, settings)
    spoken = spoken[~spoken["segment"].isin(shown["segment"].unique())]
    own = set(topics["segment"])
    known = set(shown["segment"]) | (set(pages["segment"]) & own)
    if (~pages["segment"].isin(own)).any():
        known = own
    found = _one_spelling(pd.concat([shown, spoken], ignore_index=True), keywords, pages)
    grouped = found.groupby(KEY)["page"]
    counts = every[every["segment"].isin(known)].set_index(KEY)
    counts["pages"] = grouped.size().astype(float)
    counts["serving"] = grouped.agg(lambda page: page.tolist()[:N_NAMED])
    counts["pages"] = counts["pages"].fillna(0.0)
    return counts.reset_index()


def _shown(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return each topic's pages by the query x page rows, with their impressions."""
    rows = keywords[keywords["page"].notna()]
    rows = rows.merge(topics[["segment", "keyword", "topic"]], on=["segment", "keyword"])
    sums = rows.groupby([*KEY, "page"])["impressions"].sum().astype(float)
    return sums.rename("shown").reset_index().assign(similarity=1.0)[PAIR]


def _spoken(
    topics: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """Return each topic's pages by what they say of themselves, with the best similarity."""
    if pages.empty:
        return pd.DataFrame({name: [] for name in PAIR})
    rules = learn_rules(topics["keyword"], settings.languages, settings.word_forms)
    said = _sayings(pages, russian_stems(topics["keyword"], rules))
    texts, normals = said["text"].tolist(), topics["normal"].tolist()
    brand = () if isinstance(settings.brand, str) else settings.brand
    names = weightless_names(brand, normals, texts, rules)
    space = fit_space(normals, topics["topic"].astype(int).tolist(), rules, names)
    threshold = calibrate_threshold(space, texts, settings.match_rate, settings.random_state)
    called = topic_names(topics, keywords)
    slugs = said["text"].where(said["slug"], "").tolist()
    named = naming_texts(slugs, called, rules, brand, names).assign(similarity=threshold)
    found = pd.concat([match_texts(space, texts, threshold), named], ignore_index=True)
    pairs = said.iloc[found["text"].to_numpy()].reset_index(drop=True)
    pairs = pairs.assign(topic=found["topic"].to_numpy(), similarity=found["similarity"].to_numpy())
    shared = ~pairs["segment"].isin(set(topics["segment"]))
    there = topics[KEY].drop_duplicates()
    everywhere = pairs[shared].drop(columns="segment").merge(there, on="topic")
    both = pd.concat([pairs[~shared].merge(there, on=KEY)[PAIR], everywhere[PAIR]])
    return both.groupby([*KEY, "page"], as_index=False)[["similarity", "shown"]].max()[PAIR]


def _sayings(pages: pd.DataFrame, stems: dict[str, str]) -> pd.DataFrame:
    """Return what each page says of itself: its whole address, the end of it, its title.

    Apart, because "/redesign/shop+by+brand/shoes" as a whole is more about shops than shoes. An
    address that spells Russian words of the keywords in Latin letters speaks in Cyrillic as well.
    `slug` tells the ends of addresses.
    """
    facts = pages[["segment", "page", "title"]].assign(
        shown=pages["impressions"].fillna(pages["views"]).fillna(0.0).astype(float)
    )
    facts = facts.groupby(["segment", "page", "title"], dropna=False, as_index=False).max()
    ends = facts["page"].str.split("?").str[0].str.rstrip("/").str.rsplit("/").str[-1]
    slugs = [facts["page"].map(url_words), ("/" + ends).map(url_words)]
    spelled = [slug.map(lambda text: in_russian(text, stems)) for slug in slugs] if stems else []
    said = [(text, number % 2 == 1) for number, text in enumerate([*slugs, *spelled])]
    columns = ["segment", "page", "shown", "text"]
    texts = pd.concat(
        [
            facts.assign(text=text, slug=slug)[[*columns, "slug"]]
            for text, slug in [*said, (facts["title"], False)]
        ]
    )
    texts["text"] = texts["text"].astype("string").fillna("").str.strip()
    told = texts[texts["text"] != ""]
    return told.groupby(columns)["slug"].any().reset_index()


def _one_spelling(pairs: pd.DataFrame, keywords: pd.DataFrame, pages: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs in order, each address once in the spelling that was shown most."""
    base = only_host(keywords["page"], pages["page"])
    table = pairs.assign(
        same=canonical_urls(pairs["page"].astype("string"), base).fillna(pairs["page"]),
        rounded=pairs["similarity"].astype(float).round(DIGITS),
    )
    order = table.sort_values(
        [*KEY, "rounded", "shown", "page"], ascending=[True, True, False, False, True]
    )
    return order.drop_duplicates([*KEY, "same"])
