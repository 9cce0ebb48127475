"""Simulated histories of searches by week, with known truth: ratios of topics, rates of queries."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.checks import check_table
from smo.tables import KEYWORDS, TOPICS

START = pd.Timestamp("2025-01-01")


def history(
    seed: int,
    *,
    n_topics: int = 60,
    n_queries: int = 12,
    days: int = 140,
    weak: float = 0.2,
    mended: int | None = None,
) -> pd.DataFrame:
    """Weekly rows; the first topics get 0.4 of the clicks, topic 0 until the day `mended`.

    A query has a rate of its own around the curve, positions wander by a tenth from week to week.
    """
    draw = np.random.default_rng(seed)
    topic = np.repeat(np.arange(n_topics), n_queries)
    per_week = 140.0 * draw.lognormal(0.0, 1.2, len(topic))
    per_week[:n_queries] = 400.0
    place = np.exp(draw.uniform(0.0, np.log(20.0), len(topic)))
    spread = draw.beta(40 * 0.3 / place, 40 * (1 - 0.3 / place))
    parts = []
    for day in range(0, days, 7):
        ratio = np.where(topic < weak * n_topics, 0.4, 1.0)
        if mended is not None and day >= mended:
            ratio[topic == 0] = 1.0
        wander = np.exp(0.1 * draw.standard_normal(len(topic)))
        shown = draw.poisson(per_week)
        clicks = draw.binomial(shown, np.minimum(spread * ratio / wander, 1.0))
        parts.append(
            pd.DataFrame(
                {
                    "segment": "all",
                    "keyword": [f"topic{t} query{i}" for i, t in enumerate(topic)],
                    "topic": topic,
                    "date": START + pd.Timedelta(days=day),
                    "impressions": shown,
                    "clicks": clicks,
                    "position": np.maximum(place * wander, 1.0),
                }
            )
        )
    rows = pd.concat(parts, ignore_index=True)
    return rows[rows["impressions"] > 0].reset_index(drop=True)


def tables(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Checked topics and keywords."""
    placed = rows[["segment", "keyword", "topic"]].drop_duplicates()
    topics = placed.assign(
        normal=placed["keyword"], pillar=0, label="topic " + placed["topic"].astype(str),
        pillar_label="p", membership=1.0,
    )  # fmt: skip
    words = rows.drop(columns="topic")
    return (
        check_table(topics, TOPICS, caller="test"),
        check_table(words, KEYWORDS, caller="test"),
    )
