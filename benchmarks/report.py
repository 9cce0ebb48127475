"""Speed and size of the reports: 100,000 keywords and 500 proposals, in few segments and in many.

    python benchmarks/report.py

Each plan is made by seeded draws, of tables alone: no analysis runs. Each report is written in a
process of its own, on one thread; seconds are CPU seconds of the call with what it imports.
Bounds: the page 5 CPU s and 2 MB, the workbook 15 CPU s.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import pandas as pd

import smo
from smo.plan import TopicPlan

RESULT = Path(__file__).with_suffix(".json")
SEGMENTS = (3, 51)
KEYWORDS, PROPOSALS, TOPICS = 100_000, 500, 400
REPORTS = ("html", "excel")
THINGS = (
    "rope", "tent", "stove", "boots", "lamp", "mug", "map", "knife", "sock", "hat", "axe", "pack",
    "kayak", "skis", "sled", "bike", "helmet", "gloves", "jacket", "compass",
)  # fmt: skip
KINDS = (
    "red", "cheap", "best", "light", "used", "small", "warm", "for two", "for winter", "how to",
    "buy", "repair", "clean", "size of", "price of", "new", "old", "blue", "large", "strong",
)  # fmt: skip
CORNERS = ("wanted and clicked", "wanted, not clicked", "clicked, not searched", "neither")
VERDICTS = {"improve": ("act", "wait"), "create": ("suggest",), "explore": ("explore",)}


def make_plan(n_segments: int) -> TopicPlan:
    """Return a plan of the bound's size whose every table says as much as a real one."""
    draw = np.random.default_rng(n_segments)
    names = np.array([f"segment {number:02d}" for number in range(n_segments)], dtype=object)
    topics = _topics(names, draw)
    scores = _scores(topics, draw)
    keywords = _keywords(topics, draw)
    clicks, matches = _clicks(names, draw)
    return TopicPlan(
        proposals=_proposals(scores, topics, matches, draw),
        scores=scores,
        topics=topics,
        keywords=keywords,
        clicks=clicks,
        matches=matches,
        diagnostics=_diagnostics(names),
        settings=smo.Settings(n_proposals=-(-PROPOSALS // n_segments)),
    )


def _topics(names: Any, draw: np.random.Generator) -> pd.DataFrame:
    labels = np.array([f"{kind} {thing}" for thing in THINGS for kind in KINDS], dtype=object)
    place = np.arange(KEYWORDS)
    topic = draw.permutation(np.resize(np.arange(TOPICS), KEYWORDS))
    words = np.char.add(labels[topic].astype(str), np.char.add(" model ", place.astype(str)))
    pillars = topic // len(KINDS)
    return pd.DataFrame({
        "segment": names[draw.permutation(np.resize(np.arange(len(names)), KEYWORDS))],
        "keyword": words, "normal": words, "topic": topic, "pillar": pillars,
        "label": labels[topic], "pillar_label": np.array(THINGS, dtype=object)[pillars],
        "terms": pd.Series(labels[topic]).str.replace(" ", ", ") + ", gear, outdoor, hiking",
        "membership": draw.random(KEYWORDS), "stability": 0.8,
        "question": draw.random(KEYWORDS) < 0.05,
        "intent": np.resize(["informational", "transactional", "commercial", None], KEYWORDS),
    })  # fmt: skip


def _keywords(topics: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    n = len(topics)
    impressions = draw.permutation(2_000_000.0 / np.arange(1, n + 1)).round() + 1
    return topics[["segment", "keyword"]].assign(
        impressions=impressions, clicks=draw.binomial(impressions.astype(int), 0.04).astype(float),
        position=1 + draw.gamma(1.5, 6.0, n), period_days=28.0, source="export",
    )  # fmt: skip


def _scores(topics: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    found = topics.groupby(["segment", "topic"], sort=True).agg(
        label=("label", "first"), n_keywords=("keyword", "size")
    )
    table = found.reset_index()
    n = len(table)
    demand = draw.lognormal(7, 1.5, n).round()
    attention, effect = draw.beta(2, 30, n), draw.lognormal(0, 0.4, n)
    action = draw.choice(list(VERDICTS), n)
    named = {"demand": demand, "attention": attention, "effect": effect}
    named |= {"shortfall": demand * 0.02, "potential": demand * 0.01}
    ends = {f"{name}_low": value * 0.8 for name, value in named.items()}
    ends |= {f"{name}_high": value * 1.25 for name, value in named.items()}
    return table.assign(
        **{name: np.minimum(v, 1.0) if "attention" in name else v for name, v in ends.items()},
        **named, demand_kind="impressions", demand_share=demand / demand.sum(),
        map_clicks=draw.integers(0, 500, n).astype(float), dead_rate=draw.beta(1, 20, n),
        ctr=0.04, ctr_expected=0.05, corner=draw.choice(CORNERS, n), action=action,
        verdict=[draw.choice(VERDICTS[name]) for name in action],
        distinctiveness=draw.normal(0, 1, n), distinctiveness_z=draw.normal(0, 2, n),
        distinctiveness_q=draw.random(n) * 0.1, q=draw.random(n), p=draw.random(n),
    )  # fmt: skip


def _proposals(
    scores: pd.DataFrame, topics: pd.DataFrame, matches: pd.DataFrame, draw: np.random.Generator
) -> pd.DataFrame:
    most = -(-PROPOSALS // scores["segment"].nunique())
    top = scores.sort_values(["segment", "demand"], ascending=[True, False])
    top = top.groupby("segment").head(most).head(PROPOSALS).reset_index(drop=True)
    words = topics.groupby(["segment", "topic"])["keyword"].agg(lambda own: list(own)[:10])
    keys = pd.MultiIndex.from_frame(top[["segment", "topic"]])
    lists = words.reindex(keys).tolist()
    ids = matches["click_id"].to_numpy()
    return pd.DataFrame({
        "segment": top["segment"], "topic": top["topic"], "title": top["label"],
        "rank": top.groupby("segment").cumcount() + 1, "rank_low": 1, "rank_high": 9, "p_top": 0.8,
        "action": top["action"], "verdict": top["verdict"], "size_unit": "clicks",
        "size_low": top["shortfall_low"], "size_median": top["shortfall"],
        "size_high": top["shortfall_high"],
        "keywords": [[f"{name} (1,234)" for name in own] for own in lists],
        "questions": [[f"how to {name}" for name in own[:4]] for own in lists],
        "pages": [[f"https://shop.example/outdoor/{name.replace(' ', '-')}" for name in own[:5]]
                  for own in lists],
        "elements": [[f"See all {name} (120)" for name in own[:6]] for own in lists],
        "hashtags": [[f"#{part}" for part in label.split()] for label in top["label"]],
        "channel": "newsletter (120 clicks)", "format": "guide (12 questions)",
        "reason": "For these searches the site was shown " + top["demand"].astype(int).astype(str)
        + " times in 28 days and got 179 clicks, where its typical topic gets 419 at the same "
        "positions. The shortfall is unlikely to be chance (q = 0.01).",
        "evidence": [[*(f"keyword:{name}" for name in own),
                      *(f"click:{one}" for one in draw.choice(ids, 8, replace=False))]
                     for own in lists],
    })  # fmt: skip


def _clicks(names: Any, draw: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame]:
    n = 20_000
    place = np.arange(n)
    exposed = draw.integers(200, 5_000, n)
    clicks = pd.DataFrame({
        "click_id": [f"{number:08x}" for number in place], "segment": np.resize(names, n),
        "page": [f"https://shop.example/p/{number}" for number in draw.integers(0, 400, n)],
        "element": [f"#e{number}" for number in place], "kind": "element",
        "clicks": draw.binomial(exposed, 0.03).astype(float), "exposed": exposed.astype(float),
        "text": [f"See all {THINGS[number % len(THINGS)]}s" for number in place],
        "pageviews": 5_000.0, "period_days": 28.0,
    })  # fmt: skip
    kept = ["click_id", "segment", "clicks", "page", "element", "kind", "text", "period_days"]
    matches = clicks[kept].assign(
        topic=draw.integers(0, TOPICS, n), share=1.0, similarity=0.6, via="text", furniture=False,
        channel=np.resize(["search", "newsletter", "social", None], n),
    )  # fmt: skip
    return clicks, matches


def _diagnostics(names: Any) -> pd.DataFrame:
    rows = [("ctr_judged", "The clicks of this segment are judged.", 1.0),
            ("hidden_share", "The export hides 23% of the impressions.", 0.23)]  # fmt: skip
    return pd.DataFrame(
        [(name, code, value, "", said, "fact") for name in names for code, said, value in rows],
        columns=["segment", "code", "value", "unit", "message", "level"],
    )


def child(report: str, n_segments: int) -> dict[str, Any]:
    """Write one report and return what it cost."""
    plan = make_plan(n_segments)
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        if report == "html":
            path = plan.to_html(Path(folder) / "plan.html")
        else:
            path = plan.to_excel(Path(folder) / "plan.xlsx")
        spent = time.process_time() - began
        size = path.stat().st_size / 1e6
    counts = {"keywords": len(plan.keywords), "proposals": len(plan.proposals)}
    cost = {"cpu_s": round(spent, 2), "mb": round(size, 2)}
    return {"report": report, "segments": n_segments, **counts, **cost}


def main(arguments: Sequence[str]) -> None:
    """Measure each report in a process of its own, print a table, write the JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--child", nargs=2, metavar=("REPORT", "SEGMENTS"))
    asked = parser.parse_args(arguments).child
    if asked is not None:
        print(json.dumps(child(asked[0], int(asked[1]))))
        return
    rows = []
    for report in REPORTS:
        for number in SEGMENTS:
            command = [sys.executable, __file__, "--child", report, str(number)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rows.append(json.loads(done.stdout))
    RESULT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print("| report | segments | keywords | proposals | CPU s | MB |\n|---|---|---|---|---|---|")
    for row in rows:
        told = [f"{value:,}" if isinstance(value, int) else str(value) for value in row.values()]
        print(f"| {' | '.join(told)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
