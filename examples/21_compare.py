"""A month later: which topics are the same, what changed their clicks, and what came of acting.

Two months of an invented shop's searches. Give folders of plans saved by `plan.save` to compare
yours:

    python examples/21_compare.py plan-june plan-july
"""

from __future__ import annotations

import sys

import smo
from smo.evaluate import compare_plans, measure, plan_measurement

# %% Two plans: saved ones, or two months of the demo
if len(sys.argv) > 2:
    before, after = smo.load_plan(sys.argv[1]), smo.load_plan(sys.argv[2])
else:
    settings = smo.Settings(null_worlds=0)
    june = smo.datasets.load_demo().keywords
    june = june[june["segment"] == "buyers"].reset_index(drop=True)
    tents = june["keyword"].str.contains("tent")  # asked half as often a month later
    july = june.assign(impressions=june["impressions"].mask(tents, june["impressions"] // 2))
    july["clicks"] = (july["clicks"] * july["impressions"] / june["impressions"]).round()
    boots = july["keyword"].str.contains("boot")  # and these have fallen three places
    july["position"] = july["position"].mask(boots, july["position"] + 3)
    july["clicks"] = july["clicks"].mask(boots, (july["clicks"] / 2).round())
    before = smo.analyze(june, settings=settings)
    after = smo.analyze(july, previous=before, settings=settings)

# %% What became of each topic
changes = compare_plans(before, after)
print(changes["status"].value_counts().to_string())

# %% The largest changes of clicks per 28 days, and what made them
parts = ["status", "label_before", "label_after", "clicks_change", "clicks_demand"]
parts += ["clicks_snippet", "clicks_rank"]
print(changes[parts].head(12).to_string(index=False, float_format="{:.0f}".format))

# %% Was it worth acting? Everything on tents was rewritten in between: against comparable topics
acted = after.topics.loc[after.topics["keyword"].str.contains("tent"), "topic"].unique().tolist()
effect = measure(before, after.keywords, acted=[int(topic) for topic in acted])
columns = ["label", "clicks_after", "expected", "effect", "effect_low", "effect_high"]
print(effect[columns].to_string(index=False, float_format="{:.2f}".format))

# %% And for what is proposed now: what to hold back, and how long to wait
wait = plan_measurement(after)[["title", "clicks", "detectable", "weeks"]]
print(wait.to_string(index=False, float_format="{:.2f}".format))
