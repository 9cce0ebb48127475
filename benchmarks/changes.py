"""How often planted changes of topics are recognized through the real clusterer.

Run it as `python benchmarks/changes.py` from the project's folder: two months of searches in words
for each of 100 seeds (`tests/evaluate/shifts.py` tells what changes), topics found in each month by
themselves, the steps between them against those planted. It prints a table.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.evaluate.shifts import recognized


def main() -> None:
    """Count how often each kind of change was recognized."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=100)
    n = asked.parse_args().seeds
    began = time.process_time()
    found = pd.DataFrame([recognized(seed) for seed in range(n)])
    print(found.mean().rename("recognized").round(3).to_string())
    print(f"{(time.process_time() - began) / n:.2f} CPU s a seed")


if __name__ == "__main__":
    main()
