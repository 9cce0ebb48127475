"""Several audience segments from one read: split an export by rules, without reading it twice.

The export is that of an invented shop: searches with their page and device, as the interface of
Search Console gives them. Give the path of yours to split it by device:

    python examples/01_segments.py rows.csv
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

import smo
from smo.audience import count_segments

DATA = Path(__file__).resolve().parent / "data"
SECTIONS = {"buyers": "/shop/", "readers": "/magazine/", "russian": "/ru/"}
OUT = Path("out")
OUT.mkdir(exist_ok=True)


def write_rows(path: Path) -> Path:
    """Write the demo's searches as rows of query, page and device, and return the path."""
    words = smo.datasets.load_demo().keywords
    pages = "https://velmarok.example" + words["segment"].map(SECTIONS)
    rows = []
    for device, share in (("MOBILE", 0.6), ("DESKTOP", 0.4)):
        counts = (words[["clicks", "impressions"]] * share).round()
        part = counts.assign(query=words["keyword"], page=pages, device=device)
        rows.append(part.assign(position=words["position"]))
    columns = ["query", "page", "device", "clicks", "impressions", "position"]
    pd.concat(rows)[columns].to_csv(path, index=False)
    return path


# %% Read once
export = smo.read_export(sys.argv[1] if len(sys.argv) > 1 else write_rows(OUT / "rows.csv"))
print(export)

# %% By device: the first rule that holds wins, an empty rule takes the rest
devices = {"phones": {"device": "mobile"}, "larger screens": {}}
by_device = smo.assign_segments(export.keywords, devices)
print(f"\nBy device\n{count_segments(by_device, devices).to_string(index=False)}")

# %% The same read by what people want: words by their stems, expressions, exceptions
wishes = {
    "askers": {"keyword": ["how to", "why", "re:^(what|who|when) "]},
    "buyers": {"keyword": ["buy", "price", "cheap", "купить"], "except": {"keyword": "used"}},
    "others": {},
}
by_wish = smo.assign_segments(export.keywords, wishes)
print(f"\nBy wish\n{count_segments(by_wish, wishes).to_string(index=False)}")

# %% By part of the site: one file of rules for searches, click maps and pages
if len(sys.argv) > 1:
    plan = smo.analyze(by_device)
else:
    rules = DATA.parent / "segments.toml"
    keywords = smo.assign_segments(export.keywords, rules)
    clicks = smo.assign_segments(smo.read_clicks(sorted(DATA.glob("*_map.csv"))), rules)
    pages = smo.assign_segments(smo.read_pages(next(DATA.glob("Pages_and_screens*.csv"))), rules)
    print(f"\nPages by part of the site\n{count_segments(pages, rules).to_string(index=False)}")
    plan = smo.analyze(keywords, clicks, pages=pages)

# %% The plan says how its segments were made, and what no rule took
print(f"\n{plan}")
for row in plan.reads.itertuples():
    print(f"  {row.file}: {row.notes}")
ruled = plan.diagnostics["code"].isin(["segment_by", "no_segment", "clicks_shared"])
for row in plan.diagnostics[ruled].itertuples():
    print(f"  {row.segment}: {row.message}")
for segment, proposals in plan.proposals.groupby("segment"):
    first = proposals.iloc[0]
    print(f"\n{segment}\n  1. {first['title']}  [{first['action']}: {first['verdict']}]")
plan.to_html(OUT / "segments.html")
