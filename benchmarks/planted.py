"""Planted worlds: is what is broken found, and is nothing said where nothing is broken.

Makes planted worlds (`smo.datasets`), analyzes them as a user would, and compares the plan with
the truth:

    python benchmarks/planted.py --seeds 20

A found topic stands for the true topic that most of its demand belongs to, in its segment.

- precision at 5: share of a segment's first five proposals that stand for a broken topic;
- act precision: share of the `act` proposals that do; act recall: share of the broken topics
  with a page that some `act` proposal stands for (where no page is, `create` is right);
- false act: share of judged topics given `act` in worlds where nothing is broken;
- attribution: of the clicks on elements that truly speak for a topic, furniture aside, the share
  attributed at all (coverage) and, of that, to the right topic (accuracy);
- AMI of found and true topics.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
from sklearn.metrics import adjusted_mutual_info_score

import smo
from smo.datasets import World, WorldShape, make_null_world, make_world

FIRST = 5
RESULT = Path(__file__).with_suffix(".json")
TOPIC = ["segment", "topic"]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Planted worlds against the pipeline.")
    parser.add_argument("--seeds", type=int, default=20, help="worlds of each kind")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--out", type=Path, default=RESULT, help="JSON to write")
    options = parser.parse_args(arguments)
    began = time.process_time()
    seeds = range(options.first, options.first + options.seeds)
    result = benchmark(seeds)
    result["cpu_seconds_per_world"] = (time.process_time() - began) / (2 * len(seeds))
    print(table(result))
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8", newline="\n")
    return 0


def benchmark(seeds: Iterable[int], shape: WorldShape | None = None) -> dict[str, object]:
    """Analyze a broken and a null world of each seed; return means and one row per segment."""
    numbers = list(seeds)
    rows = [row for seed in numbers for row in segment_rows(make_world(seed=seed, shape=shape))]
    nulls = [null_row(make_null_world(seed=seed, shape=shape)) for seed in numbers]
    found, quiet = pd.DataFrame(rows), pd.DataFrame(nulls)
    acts, truths = found["acts"].sum(), found["served_broken"].sum()
    return {
        "seeds": numbers,
        "precision_at_5": found["precision_at_5"].mean(),
        "precision_at_5_worst": found["precision_at_5"].min(),
        "act_precision": found["true_acts"].sum() / acts if acts else None,
        "act_recall": found["found_broken"].sum() / truths if truths else None,
        "false_act": quiet["acts"].sum() / quiet["topics"].sum(),
        "null_topics": int(quiet["topics"].sum()),
        "attribution_coverage": found["attributed"].sum() / found["map_clicks"].sum(),
        "attribution_accuracy": found["right"].sum() / found["attributed"].sum(),
        "ami": found["ami"].mean(),
        "segments": found.groupby("segment")["precision_at_5"].mean().to_dict(),
        "rows": found.to_dict("records"),
        "null_rows": quiet.to_dict("records"),
    }


def segment_rows(world: World) -> list[dict[str, object]]:
    """Analyze a world; return one row for each segment."""
    plan = analyzed(world)
    truth = true_topics(plan, world)
    clicks = attributed_clicks(plan, world, truth)
    ami = topic_ami(plan, world)
    return [
        {
            "seed": world.seed,
            "segment": segment,
            "ami": ami,
            **proposal_hits(plan, world, truth, segment),
            **clicks.get(segment, {"map_clicks": 0.0, "attributed": 0.0, "right": 0.0}),
        }
        for segment in sorted(world.shape.segments)
    ]


def null_row(world: World) -> dict[str, object]:
    """Analyze a null world; return its topics, how many got `act`, and which."""
    scores = analyzed(world).scores
    acts = scores[scores["verdict"] == "act"]
    return {
        "seed": world.seed,
        "topics": len(scores),
        "acts": len(acts),
        "labels": [
            f"{s}: {label}" for s, label in zip(acts["segment"], acts["label"], strict=True)
        ],
    }


def analyzed(world: World) -> smo.TopicPlan:
    # The truth is known here: nothing has to be told from simulated worlds.
    quiet = smo.Settings(null_worlds=0)
    return smo.analyze(world.keywords, world.clicks, pages=world.pages, settings=quiet)


def true_topics(plan: smo.TopicPlan, world: World) -> pd.Series[str]:
    """Return the true topic that most demand of each found topic belongs to, by segment."""
    rows = plan.topics[["segment", "keyword", "topic"]].merge(
        world.truth.keywords[["segment", "keyword", "topic"]],
        on=["segment", "keyword"], suffixes=("", "_true"),
    )  # fmt: skip
    demand = world.keywords.groupby(["segment", "keyword"], as_index=False)["impressions"].sum()
    rows = rows.merge(demand, on=["segment", "keyword"])
    sums = rows.groupby([*TOPIC, "topic_true"])["impressions"].sum().reset_index()
    sums = sums.sort_values(["impressions", "topic_true"], ascending=[False, True])
    firsts = sums.drop_duplicates(TOPIC).set_index(TOPIC).sort_index()
    return pd.Series(firsts["topic_true"], dtype="string")


def proposal_hits(
    plan: smo.TopicPlan, world: World, truth: pd.Series[str], segment: str
) -> dict[str, object]:
    """Return how many of a segment's proposals stand for topics that are truly broken."""
    known = world.truth.topics.query("segment == @segment and broken")
    broken = set(known["topic"])
    served = set(known.loc[known["pages"] > 0, "topic"])
    rows = plan.proposals[plan.proposals["segment"] == segment].sort_values("rank")
    names = [truth.get((segment, topic)) for topic in rows["topic"]]
    hits = pd.Series([name in broken for name in names], index=rows.index, dtype=bool)
    act = rows["verdict"] == "act"
    acted = {name for name, is_act in zip(names, act, strict=True) if is_act}
    first = hits.iloc[:FIRST]
    return {
        "broken": len(broken),
        "served_broken": len(served),
        "precision_at_5": float(first.mean()) if len(first) else 0.0,
        "acts": int(act.sum()),
        "true_acts": int((hits & act).sum()),
        "found_broken": len(acted & served),
    }


def attributed_clicks(
    plan: smo.TopicPlan, world: World, truth: pd.Series[str]
) -> dict[str, dict[str, float]]:
    """Return clicks on elements of a true topic, how many were attributed, how many rightly."""
    elements = world.truth.elements
    known = elements[~elements["furniture"] & elements["topic"].notna()]
    known = known[["segment", "element", "topic"]].rename(columns={"topic": "true"})
    rows = plan.matches[["segment", "element", "topic", "clicks"]].merge(
        known, on=["segment", "element"]
    )
    names = pd.Series(
        [
            None if pd.isna(topic) else truth.get((segment, topic))
            for segment, topic in zip(rows["segment"], rows["topic"], strict=True)
        ],
        index=rows.index, dtype="object",
    )  # fmt: skip
    rows = rows.assign(
        attributed=rows["clicks"].where(rows["topic"].notna(), 0.0),
        right=rows["clicks"].where(names == rows["true"], 0.0),
    )
    sums = rows.groupby("segment")[["clicks", "attributed", "right"]].sum()
    sums = sums.rename(columns={"clicks": "map_clicks"}).astype(float)
    return {str(segment): dict(row) for segment, row in sums.iterrows()}


def topic_ami(plan: smo.TopicPlan, world: World) -> float:
    """Return the adjusted mutual information of found and true topics, brand rows aside."""
    rows = plan.topics.merge(
        world.truth.keywords, on=["segment", "keyword"], suffixes=("", "_true")
    )
    rows = rows[~rows["brand_true"]]
    return float(adjusted_mutual_info_score(rows["topic_true"], rows["topic"].astype(int)))


def table(result: dict[str, object]) -> str:
    """Return the result as lines to read."""
    lines = [f"{'worlds of each kind':<24}{len(list(result['seeds'])):>8}"]  # type: ignore[call-overload]
    for name, value in result.items():
        if isinstance(value, int | float):
            shown = f"{value:>8}" if isinstance(value, int) else f"{value:>8.3f}"
            lines.append(f"{name:<24}{shown}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
