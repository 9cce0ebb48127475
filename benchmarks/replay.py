"""Plans of earlier days against what then came, on real histories: the plan's list beside others.

Run it as `python benchmarks/replay.py`; `SMO_CORPUS` names the folder of real exports. It prints
tables and writes replay.json beside itself.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pandas as pd

import smo
from smo.evaluate import replay_topics, summarize

HERE = Path(__file__).resolve().parent
EXPORTS = Path(os.environ.get("SMO_CORPUS", HERE.parent.parent / "shared" / "corpus")) / "exports"
SETS = ("search_console_query_page/flashcom", "search_console_bulk/advertools-docs")


def main() -> None:
    """Replay each history and write what was measured."""
    told = {}
    for name in SETS:
        keywords = smo.read_keywords(EXPORTS / name)
        keywords = keywords[keywords["segment"] == "all"]
        began = time.process_time()
        rows = replay_topics(keywords)
        measures = summarize(rows)
        whole = measures[measures["cut"].isna()].drop(columns=["segment", "cut"])
        print(f"\n{name}: {time.process_time() - began:.0f} CPU s")
        print(whole.to_string(index=False, float_format="{:.2f}".format))
        records = json.loads(whole.round(4).to_json(orient="records"))
        cuts = sorted(rows["cut"].dt.strftime("%Y-%m-%d").unique())
        told[name] = {"rows": len(keywords), "cuts": cuts, "measures": records}
    versions = {"smo": smo.__version__, "pandas": pd.__version__}
    text = json.dumps({"versions": versions, "sets": told}, indent=1)
    (HERE / "replay.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
