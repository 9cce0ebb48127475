"""Speed and memory of the join alone: click rows against topics, as `analyze` calls it.

    python benchmarks/join.py --sizes 250000 500000 1000000 --topics 1000

Each size runs alone in a process of its own, its tables made by seeded draws. A topic is two
words of its own said in twenty ways, three segments have its keywords. Texts of click rows are
Zipf-distributed: keywords, menus, words of no topic, none at all; elements have ids, half of them
lead to a page of a shop, a third of the addresses carry campaign parameters or ids.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from smo.join import join_clicks

RESULT = Path(__file__).with_suffix(".json")
SEGMENTS = ("buyers", "readers", "pros")
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pe", "da", "gi", "fo")
WAYS = (
    "buy", "cheap", "best", "how to use", "red", "blue", "used", "review of", "small", "large",
    "for two", "near me", "2026", "online", "set of", "spare", "old", "new", "light", "wool",
)  # fmt: skip
MENU = ("Home", "Sign in", "Cart", "About us", "Contacts", "Next", "Search", "Help")
ZIPF = 1.1  # exponent of the texts' frequencies, as words of a language have
N_TEXTS = 60_000
N_PAGES = 5_000
SHARES = (0.55, 0.15, 0.15, 0.15)  # keywords, menus, words of no topic, no text


def word(number: int) -> str:
    """Return the invented word of a number; different numbers, different words."""
    parts = []
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[place])
    return "".join(parts)


def make_topics(n_topics: int) -> pd.DataFrame:
    """Return twenty keywords of each topic in each segment."""
    names = [f"{word(2 * topic)} {word(2 * topic + 1)}" for topic in range(n_topics)]
    rows = [
        (segment, f"{way} {name}", topic)
        for topic, name in enumerate(names)
        for way in WAYS
        for segment in SEGMENTS
    ]
    table = pd.DataFrame(rows, columns=["segment", "keyword", "topic"])
    label = table["topic"].map(dict(enumerate(names)))
    return table.assign(
        normal=table["keyword"], pillar=0, label=label, pillar_label="all", membership=1.0
    )


def make_clicks(n: int, topics: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    """Return `n` click rows of three segments."""
    said = topics["keyword"].unique()
    strange = np.array([word(9_000 + number) for number in range(20_000)], dtype=object)
    rank = np.arange(1, N_TEXTS + 1) ** -ZIPF
    place = draw.choice(N_TEXTS, n, p=rank / rank.sum())
    kind = draw.choice(4, N_TEXTS, p=SHARES)
    pools: list[Any] = [said, np.array(MENU, dtype=object), strange]
    texts = np.empty(N_TEXTS, dtype=object)
    for number, pool in enumerate(pools):
        own = np.flatnonzero(kind == number)
        texts[own] = pool[draw.integers(0, len(pool), own.size)]
    slugs = topics["label"].unique()
    pages = np.array(
        [
            f"https://shop.example/{'_'.join(slugs[number % len(slugs)].split())}/{number}"
            for number in range(N_PAGES)
        ],
        dtype=object,
    )
    tail = np.array(["", "?utm_source=mail&utm_campaign=may", "?sid=83610274"], dtype=object)
    page = pages[draw.integers(0, N_PAGES, n)]
    target = pages[draw.integers(0, N_PAGES, n)] + tail[draw.integers(0, 3, n)]
    exposed = draw.integers(200, 5_000, n)
    return pd.DataFrame(
        {
            "segment": np.array(SEGMENTS, dtype=object)[draw.integers(0, 3, n)],
            "page": page + tail[draw.integers(0, 2, n)],
            "element": [f"#e{number}" for number in range(n)],
            "kind": "element",
            "clicks": draw.binomial(exposed, 0.03).astype(float),
            "text": texts[place],
            "target": np.where(draw.random(n) < 0.5, target, None),
            "exposed": exposed.astype(float),
            "period_days": 28.0,
        }
    )


def child(n: int, n_topics: int) -> dict[str, object]:
    """Join one size and return its figures."""
    topics = make_topics(n_topics)
    clicks = make_clicks(n, topics, np.random.default_rng(0))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, cpu = time.perf_counter(), time.process_time()
    matches = join_clicks(clicks, topics)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    via = matches.groupby("via")["clicks"].sum() / matches["clicks"].sum()
    return {
        "click_rows": n,
        "topics": n_topics,
        "matches": len(matches),
        "cpu_s": cpu,
        "wall_s": wall,
        "input_mb": before,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **{f"via_{name}": float(share) for name, share in via.items()},
    }


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", nargs="+", type=int, default=[250_000, 500_000, 1_000_000])
    parser.add_argument("--topics", type=int, default=1_000)
    parser.add_argument("--child", type=int)
    options = parser.parse_args(arguments)
    if options.child:
        print(json.dumps(child(options.child, options.topics)))
        return 0
    rows = []
    for size in options.sizes:
        command = [sys.executable, __file__, "--child", str(size), "--topics", str(options.topics)]
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(run.stdout))
        print({k: round(x, 2) if isinstance(x, float) else x for k, x in rows[-1].items()})
    RESULT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
