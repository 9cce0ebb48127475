"""Cost of `KeywordClusterer` by size: CPU and wall seconds, peak memory, beside a vectorizer alone.

usage: python benchmarks/topics_speed.py QUERIES [--sizes 10000:100 10000:auto ...] [--out FILE]

QUERIES holds one distinct keyword a line, at least as many as the largest size and, for `predict`,
as many again. Each row is measured in a process of its own, on one thread and on two; the labels
of both must be equal. The floor is scikit-learn's `TfidfVectorizer`, fitted on the same texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from nltk.stem.snowball import SnowballStemmer
from sklearn.feature_extraction.text import TfidfVectorizer

from smo.topics import KeywordClusterer

ROOT = Path(__file__).resolve().parent.parent
SIZES = ("10000:100", "10000:auto", "100000:316", "1000000:1000")
NEW = 100_000  # texts for predict


def child(queries: Path, n: int, asked: str) -> dict[str, object]:
    SnowballStemmer("english")  # its import takes seconds and is no part of a fit
    with queries.open(encoding="utf-8") as lines:
        texts = [line.rstrip("\n") for _, line in zip(range(n + NEW), lines, strict=False)]
    new, texts = texts[n:], texts[:n]
    cpu, wall = time.process_time(), time.perf_counter()
    model = KeywordClusterer(asked if asked == "auto" else int(asked)).fit(texts)
    facts: dict[str, object] = {
        "n": n,
        "asked": asked,
        "found": model.n_topics_,
        "cpu_s": time.process_time() - cpu,
        "wall_s": time.perf_counter() - wall,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "labels": hashlib.sha256(model.labels_.tobytes()).hexdigest(),
    }
    cpu = time.process_time()
    floor = TfidfVectorizer().fit(texts)
    facts["floor_s"] = time.process_time() - cpu
    if new:
        cpu = time.process_time()
        floor.transform(new)
        facts["floor_predict_s"] = time.process_time() - cpu
        cpu = time.process_time()
        model.predict(new)
        facts["predict_s"] = time.process_time() - cpu
    return facts


def measure(queries: Path, size: str, threads: int) -> dict[str, object]:
    count = str(threads)
    run = subprocess.run(
        [sys.executable, __file__, str(queries), "--child", size],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": count, "OPENBLAS_NUM_THREADS": count},
    )
    return {"threads": threads, **json.loads(run.stdout)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--sizes", nargs="+", default=SIZES)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "topics_speed.json")
    parser.add_argument("--child")
    options = parser.parse_args()
    if options.child:
        n, asked = options.child.split(":")
        print(json.dumps(child(options.queries, int(n), asked)))
        return
    rows = []
    for size in options.sizes:
        pair = [measure(options.queries, size, threads) for threads in (1, 2)]
        for row in pair:
            print({key: round(x, 2) if isinstance(x, float) else x for key, x in row.items()})
        if pair[0]["labels"] != pair[1]["labels"]:
            raise SystemExit(f"{size}: one thread and two give different labels")
        rows += pair
    options.out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
