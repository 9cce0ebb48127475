"""Who is listened to, for each topic, from a table of mentions.

The mentions are invented. Give a table of yours with columns source and target (and segment,
topic, weight where you have them):

    python examples/22_influencers.py mentions.csv
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

from smo.audience import rank_influencers


def make_mentions() -> pd.DataFrame:
    """Return 600 mentions about three topics, each with one account that many listen to."""
    draw = np.random.default_rng(0)
    topic = draw.choice(["ropes", "tents", "stoves"], 600)
    anybody = pd.Series(draw.integers(0, 80, 600)).map("@reader{}".format)
    star = draw.random(600) < 0.3
    target = anybody.mask(star, pd.Series(topic).map("@knows_{}".format))
    source = pd.Series(draw.integers(0, 80, 600)).map("@reader{}".format)
    return pd.DataFrame({"topic": topic, "source": source, "target": target})


# %% Rank
mentions = pd.read_csv(sys.argv[1]) if len(sys.argv) > 1 else make_mentions()
found = rank_influencers(mentions, n=4)
columns = ["topic", "rank", "name", "score", "score_low", "score_high", "mentioned_by", "values"]
print(found[columns].to_string(index=False, float_format="{:.3f}".format))
