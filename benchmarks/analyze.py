"""Speed and memory of the whole analysis: keywords and click rows in equal number, three segments.

    python benchmarks/analyze.py queries.txt --sizes 25000 50000 100000

`queries.txt` holds real-shaped queries, one a line, as many as the largest size. Each size runs
alone in a process of its own, its tables made by seeded draws: impressions fall off as 1 / rank,
each query stands on one of a page for twenty queries, half of the click rows say the words of a
query, the rest are menus or have no text. Stability of topics and the false-alarm worlds are on,
as they are by default. With `--profile` the costliest functions are printed.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

import smo

RESULT = Path(__file__).with_suffix(".json")
SEGMENTS = ("buyers", "readers", "pros")
QUERIES_PER_PAGE = 20
KAPPA = 40.0
MENU = ("Home", "Sign in", "Cart", "About us", "Contacts")


def make_keywords(texts: Sequence[str], draw: np.random.Generator) -> pd.DataFrame:
    """Return one row for each text, dealt to the segments in turn."""
    n = len(texts)
    impressions = np.maximum(1, draw.permutation(2_000_000.0 / np.arange(1, n + 1))).astype(int)
    position = 1.0 + draw.gamma(1.5, 6.0, n)
    rate = 0.3 / position
    clicks = draw.binomial(impressions, draw.beta(KAPPA * rate, KAPPA * (1.0 - rate)))
    page = draw.integers(0, max(1, n // QUERIES_PER_PAGE), n)
    return pd.DataFrame(
        {
            "segment": np.resize(SEGMENTS, n),
            "keyword": texts,
            "page": [f"https://shop.example/p/{number}" for number in page],
            "impressions": impressions.astype(float),
            "clicks": clicks.astype(float),
            "position": position,
            "period_days": 28.0,
        }
    )


def make_clicks(keywords: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    """Return as many click rows as keywords: half of them say words that people search."""
    n = len(keywords)
    said = draw.random(n)
    words = keywords["keyword"].to_numpy()[draw.integers(0, n, n)]
    menu = np.array(MENU, dtype=object)[draw.integers(0, len(MENU), n)]
    exposed = draw.integers(200, 5_000, n).astype(float)
    return pd.DataFrame(
        {
            "segment": np.resize(SEGMENTS, n),
            "page": keywords["page"].to_numpy()[draw.integers(0, n, n)],
            "element": [f"#e{number}" for number in range(n)],
            "kind": "element",
            "clicks": draw.binomial(exposed.astype(int), 0.03).astype(float),
            "text": pd.Series(words).where(said < 0.5, menu).mask(said >= 0.8),
            "pageviews": 5_000.0,
            "exposed": exposed,
            "period_days": 28.0,
        }
    )


def child(queries: Path, n: int, profile: int) -> dict[str, object]:
    """Analyze one size and return its figures."""
    texts = queries.read_text(encoding="utf-8").splitlines()[:n]
    draw = np.random.default_rng(0)
    keywords = make_keywords(texts, draw)
    clicks = make_clicks(keywords, draw)
    watch = cProfile.Profile()
    wall, cpu = time.perf_counter(), time.process_time()
    if profile:
        watch.enable()
    plan = smo.analyze(keywords, clicks)
    watch.disable()
    figures: dict[str, object] = {
        "keywords": n,
        "clicks": n,
        "topics": int(plan.topics["topic"].nunique()),
        "proposals": len(plan.proposals),
        "cpu_s": time.process_time() - cpu,
        "wall_s": time.perf_counter() - wall,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if profile:
        pstats.Stats(watch, stream=sys.stderr).sort_stats("cumtime").print_stats(profile)
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[25_000, 50_000, 100_000])
    parser.add_argument("--profile", type=int, default=0, help="rows of a profile to print")
    parser.add_argument("--child", type=int)
    options = parser.parse_args(arguments)
    if options.child:
        print(json.dumps(child(options.queries, options.child, options.profile)))
        return 0
    rows = []
    for size in options.sizes:
        command = [sys.executable, __file__, str(options.queries), "--child", str(size)]
        command += ["--profile", str(options.profile)]
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(run.stdout))
        print({k: round(x, 1) if isinstance(x, float) else x for k, x in rows[-1].items()})
    RESULT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
