"""Does it work: plans of earlier days, against what then came.

The history is that of an invented shop, week by week; one topic in five gets 0.4 of the clicks of
the others. Give the path of yours (query, page and date, as Search Console's API exports them):

    python examples/20_replay.py history.csv
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

import smo
from smo.evaluate import replay_topics, summarize

TOPICS = [
    "rope", "tent", "stove", "boots", "lamp", "mug", "map", "knife", "sock", "hat", "axe",
    "pack", "kayak", "skis", "sled", "bike", "helmet", "gloves", "jacket", "compass", "hammock",
    "cooler", "lantern", "canteen", "paddle", "goggles", "whistle", "poncho", "crampon",
    "harness",
]  # fmt: skip
KINDS = ["red", "for two", "cheap", "best", "light", "buy", "repair", "how to choose"]


def make_history() -> pd.DataFrame:
    """Return sixteen weeks of searches; the last six topics are clicked too little."""
    draw = np.random.default_rng(0)
    topic = np.repeat(np.arange(len(TOPICS)), len(KINDS))
    place = np.exp(draw.uniform(0.0, 3.0, len(topic)))
    rate = draw.beta(12 / place, 40 - 12 / place) * np.where(topic > 23, 0.4, 1.0)
    often = draw.lognormal(5.0, 1.0, len(topic))
    weeks = []
    for date in pd.date_range("2025-01-01", periods=16, freq="7D"):
        shown = draw.poisson(often)
        week = {"impressions": shown, "clicks": draw.binomial(shown, rate), "position": place}
        weeks.append(pd.DataFrame({"keyword": [f"{t} {k}" for t in TOPICS for k in KINDS], **week}))
        weeks[-1]["date"] = date
    return pd.concat(weeks).assign(segment="all")


# %% The history
keywords = smo.read_keywords(sys.argv[1]) if len(sys.argv) > 1 else make_history()
print(
    f"{len(keywords)} rows, {keywords['date'].min():%Y-%m-%d} to {keywords['date'].max():%Y-%m-%d}"
)

# %% Two cuts: everything is fitted on the rows before each
topics = replay_topics(keywords, cuts=2)
columns = [
    "cut",
    "label",
    "clicks",
    "clicks_low",
    "clicks_high",
    "shortfall_low",
    "shortfall_later",
]
print(topics[columns].to_string(index=False, float_format="{:.1f}".format))

# %% How well the plan's list and five others agree with what came
measures = summarize(topics)
whole = measures[measures["cut"].isna()].drop(columns=["segment", "cut", "note"])
print(whole.to_string(index=False, float_format="{:.2f}".format))
