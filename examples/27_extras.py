"""Everything beside a plan in one report: what changed, who, where, which tactics, and proof.

From the demo and invented numbers. Give folders of plans saved by `plan.save` to report yours:

    python examples/27_extras.py plan-june plan-july
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd

import smo
from smo.audience import rank_influencers, weigh_tactics
from smo.evaluate import collect_extras
from smo.read import read_mentions

# %% Two plans: saved ones, or two months of the demo's buyers
if len(sys.argv) > 2:
    before, after = smo.load_plan(sys.argv[1]), smo.load_plan(sys.argv[2])
else:
    settings = smo.Settings(null_worlds=0, n_proposals=5)
    world = smo.datasets.load_demo()
    june = world.keywords[world.keywords["segment"] == "buyers"].reset_index(drop=True)
    clicks = world.clicks[world.clicks["segment"] == "buyers"]
    half = june["keyword"].str.contains("tent")  # asked half as often a month later
    july = june.assign(impressions=june["impressions"].mask(half, june["impressions"] // 2))
    july["clicks"] = july[["clicks", "impressions"]].min(axis=1)
    before = smo.analyze(june, clicks, settings=settings)
    after = smo.analyze(july, clicks, previous=before, settings=settings)

# %% What the plan's own tables tell beside it
extras = collect_extras(after, previous=before)
print(extras)

# %% What you know: who mentions whom, and what tactics brought (invented here)
posts = pd.DataFrame(
    {
        "author": ["ann", "bob", "cat", "dan", "eve"],
        "text": ["ask @knots", "@knots again", "see @camps and @knots", "as @camps said", "@ann!"],
        "shares": [4, 0, 2, 1, 0],
    }
)
tactics = pd.DataFrame(
    [("new titles", 3, 210, 120, 300), ("how-to videos", 12, 500, 90, 910)],
    columns=["tactic", "effort", "effect", "effect_low", "effect_high"],
)
extras = replace(
    extras,
    influencers=rank_influencers(read_mentions(posts)),
    tactics=weigh_tactics(tactics, budget=10.0),
)

# %% One page, one workbook
Path("out").mkdir(exist_ok=True)
print(after.to_html("out/extras.html", extras=extras))
print(after.to_excel("out/extras.xlsx", extras=extras))
print([name for name in after.figures(extras=extras) if name.startswith(("flows", "tactics"))])
