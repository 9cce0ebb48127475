"""Ranking a million mentions: `python benchmarks/influencers.py` prints CPU seconds."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pandas as pd

from smo.audience import rank_influencers


def main() -> None:
    """Rank 1 M mentions among 200,000 accounts."""
    draw = np.random.default_rng(0)
    ends = {side: draw.zipf(1.5, 1_000_000) % 200_000 for side in ("source", "target")}
    ends["source"] = draw.integers(0, 200_000, 1_000_000)
    table = pd.DataFrame({side: names.astype(str) for side, names in ends.items()})
    began = time.process_time()
    found = rank_influencers(table)
    seconds = time.process_time() - began
    print(f"{len(table)} mentions: {seconds:.1f} CPU s, first {found['name'].iloc[0]}")
    path = Path(__file__).resolve().parent / "influencers.json"
    told = {"mentions": len(table), "cpu_seconds": round(seconds, 1)}
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
