"""The pages of a planted segment: what they serve, and how search reaches them."""

from __future__ import annotations

from urllib.parse import quote

import numpy as np
import pandas as pd

from smo.datasets.draws import Floats, Ints, normals, order, split_total, uniforms
from smo.datasets.phrases import Lexicon, lexicons
from smo.datasets.shape import WorldShape
from smo.datasets.site import PERIOD_DAYS, SITES

UNSERVED_SHARE = 0.15  # share of topics that no page serves
TWICE_SHARE = 0.15  # share of topics that two pages serve
SECOND_SHARE = 0.3  # share of a topic's search traffic that its second page gets
PAGE_LEVEL = 1.04  # page rows count a query once for each page shown, property rows once
VIEWS_PER_CLICK = 1.8
HOME_VIEWS = 12_000


def slug(title: str) -> str:
    """Return a title as the last part of an address, percent-encoded where it is not Latin.

    Examples
    --------
    >>> slug("Tents: buying guide"), slug("Узлы")
    ('tents-buying-guide', '%D1%83%D0%B7%D0%BB%D1%8B')
    """
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return quote("-".join(words))


def served_topics(segment: str, seed: int, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return the topics that have a page, in vocabulary order."""
    n_without = round(UNSERVED_SHARE * len(topics))
    without = set(order(seed, f"{segment}/served", len(topics))[:n_without].tolist())
    return tuple(topic for index, topic in enumerate(topics) if index not in without)


def page_list(segment: str, seed: int, topics: tuple[str, ...]) -> pd.DataFrame:
    """Return the pages of a segment: page, title, topic (NA = none) and weight in its topic.

    The home page comes first, then the pages of each served topic, then pages of service.
    """
    site = SITES[segment]
    known = {lexicon.name: lexicon for lexicon in lexicons(segment)}
    served = served_topics(segment, seed, topics)
    n_twice = round(TWICE_SHARE * len(served))
    twice = set(order(seed, f"{segment}/twice", len(served))[:n_twice].tolist())
    rows: list[tuple[str, str, str | None, float]] = [(site.root, site.home_title, None, 0.0)]
    for index, topic in enumerate(served):
        title = known[topic].title
        first = 1 - SECOND_SHARE if index in twice else 1.0
        rows.append((f"{site.root}{slug(title)}/", title, topic, first))
        if index in twice:
            second = _guide(known[topic])
            rows.append((f"{site.root}{slug(second)}/", second, topic, SECOND_SHARE))
    rows += [(f"{site.root}{quote(part)}/", title, None, 0.0) for part, title in site.info_pages]
    return pd.DataFrame(rows, columns=["page", "title", "topic", "weight"])


def page_truth(
    pages: pd.DataFrame, keywords: pd.DataFrame, segment: str, seed: int, shape: WorldShape
) -> pd.DataFrame:
    """Return the statistics of each page; search clicks sum to the segment's chart total.

    What no page serves, and the brand, lands on the home page.
    """
    grow = 1 / (1 - shape.hidden_share)
    sums = keywords.assign(
        ranks=keywords["position"] * keywords["impressions"],
    ).groupby("topic")[["clicks", "impressions", "ranks"]]
    totals = sums.sum()
    weight = pages["weight"].to_numpy(dtype=float)
    of_topic = totals.reindex(pages["topic"]).fillna(0.0).to_numpy(dtype=float) * weight[:, None]
    of_topic[0] = totals.to_numpy(dtype=float).sum(axis=0) - of_topic[1:].sum(axis=0)
    clicks = split_total(hidden_total(int(keywords["clicks"].sum()), shape), of_topic[:, 0])
    views = _views(clicks, segment, seed)
    n = len(pages)
    spent = 60 * np.exp(0.5 * normals(seed, f"{segment}/engagement", n))
    stay = 0.6 + 0.25 * uniforms(seed, f"{segment}/sessions", n)
    found = of_topic[:, 1]
    position = np.where(found > 0, of_topic[:, 2] / np.maximum(found, 1e-9), np.nan)
    return pd.DataFrame(
        {
            "segment": segment,
            "page": pages["page"],
            "title": pages["title"],
            "views": views,
            "sessions": np.maximum(np.rint(views * stay), 1),
            "engagement_time": np.round(spent, 2),
            "clicks": clicks,
            "impressions": np.rint(found * grow * PAGE_LEVEL),
            "position": np.round(position, 2),
            "period_days": PERIOD_DAYS,
        }
    )


def hidden_total(visible: int, shape: WorldShape) -> int:
    """Return the property's total where `visible` is what its query rows show."""
    return round(visible / (1 - shape.hidden_share))


def _guide(lexicon: Lexicon) -> str:
    return next(link for link in lexicon.links if link.startswith(("How to", "Как")))


def _views(clicks: Ints, segment: str, seed: int) -> Floats:
    n = len(clicks)
    noise = np.exp(0.25 * normals(seed, f"{segment}/views", n))
    views = 250.0 + clicks * VIEWS_PER_CLICK
    views[0] += HOME_VIEWS
    return np.asarray(np.rint(views * noise), dtype=np.float64)
