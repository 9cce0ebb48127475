"""Names of topics: do they say what the labelled class is called, and what the topic's texts say.

    python benchmarks/labels.py                        # the labelled sets, merged into the JSON
    python benchmarks/labels.py --show FILE --column QUERY --weight IMPRESSIONS

The topics are those of `cluster_keywords`. Of each set, means over topics: how often a stem of the
label stands in the name of the topic's commonest class (where classes have names in the language
of the texts); the share of the topic's texts that hold any stem of the label; the mean over its
stems of the share that hold this one; the share of the other topics' texts that hold any; words.
With `--show` it prints labels and terms of the ten most demanded topics of a table.

The sets are not part of the project: SMO_CORPUS names their folder, else ../shared/corpus beside
the checkout.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from smo.text.learn import learn_rules
from smo.text.normal import normal_forms
from smo.topics import cluster_keywords

ROOT = Path(__file__).resolve().parent.parent
RESULT = Path(__file__).with_suffix(".json")
NAMED = ("banking77", "hwu64", "kdd2005", "wands480")  # classes have names
SETS = (*NAMED, "tweet", "gnews_t", "ru_titles")
SHOWN = 10
MEASURES = ("named", "held", "each", "others", "words")


def keywords(path: Path, column: str, weight: str | None) -> pd.DataFrame:
    """Return a keywords table of one segment, each text once."""
    semicolons = path.read_text(encoding="utf-8-sig").split("\n", 1)[0].count(";")
    raw = pd.read_csv(path, sep=";" if semicolons else ",", keep_default_na=False)
    sizes = pd.to_numeric(raw[weight]).astype(float) if weight else 1.0
    return pd.DataFrame({"segment": "all", "keyword": raw[column], "impressions": sizes})


def measured(name: str, corpus: Path) -> dict[str, float]:
    """Return the measures of one labelled set."""
    path = corpus / "labelled" / f"{name}.csv"
    raw = pd.read_csv(path, dtype=str, keep_default_na=False)
    classes = dict(zip(raw["text"], raw["label"], strict=True))
    topics = cluster_keywords(keywords(path, "text", None))
    rules = learn_rules(topics["keyword"])
    bags = [set(normal.split()) for normal in topics["normal"]]
    numbers = topics["topic"].to_numpy(dtype=int)
    rows = []
    for _, own in topics.groupby("topic"):
        inside = numbers == own["topic"].iloc[0]
        (form,) = normal_forms([own["label"].iloc[0]], rules)
        stems = set(form.split())
        holds = np.array([[stem in bag for stem in sorted(stems)] for bag in bags])
        seen = Counter(classes[text] for text in own["keyword"])
        usual = min(seen, key=lambda label: (-seen[label], label))
        (said,) = normal_forms([re.sub(r"[\W_]+", " ", usual)], rules)
        rows.append(
            (
                bool(stems & set(said.split())),
                holds[inside].any(axis=1).mean(),
                holds[inside].mean(),
                holds[~inside].any(axis=1).mean(),
                len(own["label"].iloc[0].split()),
            )
        )
    means = dict(zip(MEASURES, np.mean(np.array(rows, dtype=float), axis=0).tolist(), strict=True))
    return {**{key: round(value, 3) for key, value in means.items()}, "topics": len(rows)}


def show(path: Path, column: str, weight: str | None) -> str:
    """Return labels and terms of the most demanded topics as a table."""
    topics = cluster_keywords(keywords(path, column, weight)).drop_duplicates("topic")
    first = topics.sort_values("topic").head(SHOWN)
    lines = ["| label | terms |", "|---|---|"]
    return "\n".join([*lines, *(f"| {r.label} | {r.terms} |" for r in first.itertuples())])


def table(stored: dict[str, dict[str, dict[str, float]]]) -> str:
    """Return the stored measures, a row for each set and version."""
    lines = [f"| set | version | {' | '.join(MEASURES)} |", "|---" * (2 + len(MEASURES)) + "|"]
    for name in SETS:
        for version, sets in stored.items():
            if name in sets:
                cells = [f"{sets[name][key]:.3f}" for key in MEASURES]
                cells[0] = cells[0] if name in NAMED else ""
                lines.append(f"| {name} | {version} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="*", choices=SETS, default=SETS)
    parser.add_argument("--version", default="now", help="name the measures are stored under")
    parser.add_argument("--show", type=Path, help="table of queries")
    parser.add_argument("--column", default="text")
    parser.add_argument("--weight")
    options = parser.parse_args(arguments)
    if options.show:
        print(show(options.show, options.column, options.weight))
        return 0
    corpus = Path(os.environ.get("SMO_CORPUS", ROOT.parent / "shared" / "corpus"))
    stored = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    for name in options.sets:
        stored.setdefault(options.version, {})[name] = measured(name, corpus)
    RESULT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(table(stored))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
