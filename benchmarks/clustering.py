"""Quality of `KeywordClusterer` on labelled short texts: AMI, ARI, topics found, CPU seconds.

usage: OMP_NUM_THREADS=1 python benchmarks/clustering.py [--sets tweet kdd2005] [--out file.json]

Each set is a CSV with the columns text and label, in the folder `labelled` of the corpus
(SMO_CORPUS, else ../shared/corpus beside the checkout). Two rows a set: the number of topics
found ("auto"), and given. AMI compares methods that choose their own number; see Vinh, Epps &
Bailey (2010).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score

from smo.topics import KeywordClusterer

SETS = (
    "kdd2005",
    "wands480",
    "ru_titles",
    "tweet",
    "hwu64",
    "stackoverflow",
    "banking77",
    "gnews_t",
)
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Result:
    """One fit: the set, the number asked for, and what came of it."""

    name: str
    texts: int
    labels: int
    asked: str
    found: int
    ami: float
    ari: float
    cpu_s: float


def measure(folder: Path, name: str, *, given: bool) -> Result:
    """Fit one set and compare with its labels."""
    table = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    truth = table["label"]
    asked: int | str = int(truth.nunique()) if given else "auto"
    start = time.process_time()
    model = KeywordClusterer(asked).fit(table["text"])
    cpu_s = time.process_time() - start
    return Result(
        name=name,
        texts=len(table),
        labels=int(truth.nunique()),
        asked=str(asked),
        found=model.n_topics_,
        ami=float(adjusted_mutual_info_score(truth, model.labels_)),
        ari=float(adjusted_rand_score(truth, model.labels_)),
        cpu_s=cpu_s,
    )


def show(result: Result) -> None:
    print(
        f"{result.name:14} {result.texts:6} {result.labels:7} {result.asked:>6} {result.found:6}"
        f" {result.ami:7.3f} {result.ari:7.3f} {result.cpu_s:7.1f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="+", default=SETS, choices=SETS)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "clustering.json")
    options = parser.parse_args()
    corpus = Path(os.environ.get("SMO_CORPUS", ROOT.parent / "shared" / "corpus"))
    print(f"{'set':14} {'texts':>6} {'labels':>7} {'asked':>6} {'found':>6}", end=" ")
    print(f"{'AMI':>7} {'ARI':>7} {'CPU s':>7}")
    results = []
    for name in options.sets:
        for given in (False, True):
            results.append(measure(corpus / "labelled", name, given=given))
            show(results[-1])
    for title, given in (("chooses k", False), ("true k", True)):
        amis = [r.ami for r in results if (r.asked != "auto") == given]
        print(f"mean AMI, {title}: {np.mean(amis):.3f}")
    facts = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "scikit-learn": sklearn.__version__,
        "results": [asdict(result) for result in results],
    }
    options.out.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
