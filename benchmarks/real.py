"""Real exports: is the curve calibrated, what is told of them, and what does the join do.

Nobody knows the truth here, so these are tables to read, not scores. Run it as
`python benchmarks/real.py`; `SMO_CORPUS` names the folder of real exports. What is not there is
skipped and named. `--only docs shop msu pair` runs some.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

import smo
from smo.evaluate import false_alarm_rate
from smo.evidence.ctr import CtrSegment, judge_ctr
from smo.stats import ratio_effect, two_sided_z

Wholes = npt.NDArray[np.int64]
HERE = Path(__file__).resolve().parent
EXPORTS = Path(os.environ.get("SMO_CORPUS", HERE.parent.parent / "shared" / "corpus")) / "exports"
DOCS = EXPORTS / "search_console_bulk" / "advertools-docs"
SHOP = EXPORTS / "search_console" / "google-merchandise-store"
PAIR = EXPORTS / "merch_pair"
MSU = EXPORTS / "crazyegg" / "msu-library"
BRANDS = ("google", "youtube", "android", "waze")
READ = 10  # rows read by eye
INTERVAL = 0.8
SUMS = ("shown", "clicks", "expected")


def calibration(judged: CtrSegment, by: str) -> pd.DataFrame:
    """Return clicks against those expected by the cross-fitted curve, by position decile.

    `clicks / expected` weighs by impressions, `ratio` as the topic effect does, with its 80 %
    interval. Deciles of rows; the curve is that of the typical topic, not of the sum of clicks.
    """
    fit, rows = judged.fit, judged.rows
    if fit is None:
        return pd.DataFrame()
    decile = pd.qcut(rows["position"].rank(method="first"), 10, labels=False).astype(int)
    names, code = np.unique(rows[by].astype("string").fillna("-"), return_inverse=True)
    group: Wholes = (code * 10 + decile.to_numpy()).astype(np.int64)
    shown = rows["impressions"].to_numpy(dtype=float)
    clicks = np.minimum(rows["clicks"].to_numpy(dtype=float), shown)
    effect = ratio_effect(
        clicks, shown, fit.expected, kappa=fit.kappa, group=group, n_groups=10 * names.size
    )
    low, high = effect.interval(two_sided_z(INTERVAL))
    frame = pd.DataFrame(
        {"group": group, "position": rows["position"].to_numpy(dtype=float), "shown": shown,
         "clicks": clicks, "expected": shown * fit.expected}
    )  # fmt: skip
    sums = frame.groupby("group")[list(SUMS)].sum()
    place = sums.index.to_numpy()
    table = pd.DataFrame({by: names[place // 10], "decile": place % 10 + 1})
    middle = frame.groupby("group")["position"].median().to_numpy()
    table = table.assign(position=middle, **{name: sums[name].to_numpy() for name in SUMS})
    return table.assign(
        by_clicks=table["clicks"] / table["expected"],
        ratio=effect.ratio[place], low=low[place], high=high[place],
    )  # fmt: skip


def told(plan: smo.TopicPlan, by: str) -> None:
    """Print the calibration, kappa and the false alarms of a plan."""
    for judged in judge_ctr(plan.topics, plan.keywords):
        if judged.fit is None:
            show(f"{judged.segment}: CTR not judged ({judged.code})", pd.DataFrame())
            continue
        show(f"calibration by {by}, kappa {judged.fit.kappa:.1f}", calibration(judged, by))
    parts = [vars(part) for part in false_alarm_rate(plan).segments]
    show("false alarms in 20 worlds", pd.DataFrame(parts))


def docs() -> None:
    """Print eight real months of a documentation site, uncut."""
    words = smo.read_keywords(DOCS)
    words = words[words["segment"] == "all"]
    plan = smo.analyze(words, settings=smo.Settings(null_worlds=0))
    told(plan, "device")
    raw = pd.concat([pd.read_parquet(path) for path in sorted(DOCS.glob("*.parquet"))])
    hidden = raw["query"].isna() | (raw["query"] == "")
    shares = raw.groupby(hidden)[["impressions", "clicks"]].sum()
    shares = shares / shares.sum()
    show("hidden demand (True: no query told)", shares.rename_axis("hidden").reset_index())


def shop() -> None:
    """Print a quarter of a shop's queries, zero-click rows kept, brand and others apart."""
    plan = smo.analyze(smo.read_keywords(SHOP), settings=smo.Settings(null_worlds=0, brand=BRANDS))
    told(plan, "brand")
    print("\n## first proposals\n")
    for row in plan.proposals.head(READ).itertuples():
        print(f"{row.rank}. {row.verdict}: {row.title} | {row.reason}")


def msu() -> None:
    """Print for three variants of one page how often its own category link is clicked."""
    clicks = smo.read_clicks(MSU)
    own = clicks["source"].str.extract(r"- (\w+), ", expand=False)
    rows = clicks[clicks["text"].str.casefold() == own.str.casefold()]
    rows = rows.assign(variant=own[rows.index])
    sums = rows.groupby("variant").agg(clicks=("clicks", "sum"), visits=("pageviews", "max"))
    rate = (sums["clicks"] / sums["visits"]).astype(float)
    z = two_sided_z(0.95)
    n = sums["visits"].astype(float)
    middle = (rate + z**2 / (2 * n)) / (1 + z**2 / n)
    reach: pd.Series[float] = (
        z / (1 + z**2 / n) * np.sqrt(rate * (1 - rate) / n + z**2 / (4 * n**2))
    )
    table = sums.assign(per_visit=rate, low=middle - reach, high=middle + reach).reset_index()
    show("clicks a visit on the variant's own link, 95 % intervals (Wilson)", table)


def pair() -> None:
    """Print how the shop's queries meet the clicks on its pages, a year earlier."""
    plan = smo.analyze(
        smo.read_keywords(SHOP),
        smo.read_clicks(PAIR / "merch_clicks.csv"),
        pages=smo.read_pages(PAIR / "merch_pages.csv"),
        settings=smo.Settings(null_worlds=0, brand=BRANDS),
    )
    show("coverage", plan.coverage)
    rows = plan.matches
    via = rows.groupby("via")["clicks"].sum()
    show("share of clicks by via", (via / via.sum()).rename("share").reset_index())
    names = plan.topics.drop_duplicates("topic").set_index("topic")["label"]
    by_text = rows[rows["via"] == "text"].assign(label=lambda part: part["topic"].map(names))
    sums = by_text.groupby(["text", "label"])[["clicks"]].sum().reset_index()
    sums = sums.sort_values(["clicks", "text", "label"], ascending=[False, True, True])
    # every so many rows, so that not only the most clicked are read
    show("matches by text", sums.iloc[:: max(len(sums) // READ, 1)].head(READ))
    corner = plan.scores.groupby("corner", dropna=False)
    corners = corner.agg(topics=("topic", "size"), demand=("demand", "sum"))
    show("corners", corners.assign(example=corner["label"].first()).reset_index())


def show(title: str, table: pd.DataFrame) -> None:
    print(f"\n## {title}\n")
    if len(table):
        print(table.to_string(index=False, float_format="{:.4g}".format))


PARTS: dict[str, tuple[Callable[[], None], tuple[Path, ...]]] = {
    "docs": (docs, (DOCS,)),
    "shop": (shop, (SHOP,)),
    "msu": (msu, (MSU,)),
    "pair": (pair, (SHOP, PAIR)),
}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Tables of real exports.")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    for name in parser.parse_args(arguments).only:
        run, needed = PARTS[name]
        absent = [path for path in needed if not path.exists()]
        if absent:
            print(f"\n# {name}: skipped, {absent[0].name} is not in the corpus")
            continue
        began = time.process_time()
        print(f"\n# {name}")
        run()
        print(f"\n{time.process_time() - began:.0f} CPU s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
