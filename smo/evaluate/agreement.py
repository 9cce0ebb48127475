"""How well lists made before a cut agree with what came, with a paired block bootstrap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import rankdata

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Texts = npt.NDArray[np.str_]

N_TOP = 10
FEWEST = 5  # topics below which a rank correlation says nothing
N_RESAMPLES = 400
RANDOM = "random"
PLAN = "plan"
SPEARMAN, PRECISION = "spearman", "precision_at_10"


@dataclass(frozen=True)
class Target:
    """What came, and the lists that foretold it.

    Parameters
    ----------
    name : str
        What came: "shortfall", "demand", "position" or "map_clicks".
    outcome : str
        Its column.
    lists : dict of str to str
        Column of each list by the list's name, with "-" where small values come first; "plan"
        first. A random list is added.
    top : bool
        Whether the first ten matter.
    """

    name: str
    outcome: str
    lists: dict[str, str]
    top: bool = True


TARGETS = (
    Target(
        "shortfall",
        "shortfall_later",
        {
            PLAN: "-place",
            "lower": "shortfall_low",
            "middle": "shortfall",
            "impressions": "demand",
            "last": "shortfall_last",
            "raw_loss": "raw_loss",
        },
    ),
    Target("demand", "demand_later", {PLAN: "demand", "last": "demand_last"}),
    Target("position", "position_later", {PLAN: "position", "last": "position_last"}, top=False),
    Target("map_clicks", "map_clicks_later", {PLAN: "map_clicks", "last": "map_clicks_last"}),
)  # fmt: skip


def agreements(rows: pd.DataFrame, *, interval: float, seed: int) -> list[dict[str, object]]:
    """Return one record for each target, measure and list of one segment's replay rows.

    Values are means over cuts. A block is a topic's label: a topic that comes again at another
    cut is drawn together with itself, and all lists are measured on the same draws, so that
    `gain` (the plan's value less the list's) has an interval of its own.

    Parameters
    ----------
    rows : DataFrame
        Replay rows of one segment.
    interval : float
        Probability inside the intervals.
    seed : int
        Seed of the draws.

    Returns
    -------
    list of dict
        cut (NaT = all), target, measure, ranking, value, low, high, gain, gain_low, gain_high,
        topics.
    """
    draw = np.random.default_rng(seed)
    blocks: Texts = np.unique(rows["label"].to_numpy(dtype=str))
    draws = draw.integers(0, len(blocks), (N_RESAMPLES, len(blocks)))
    counts = np.stack([np.bincount(row, minlength=len(blocks)) for row in draws]).astype(np.int64)
    found = [_coverage(rows, blocks, counts, interval)]
    for target in TARGETS:
        used = rows[rows[target.outcome].notna()]
        if used.empty:
            continue
        for measure in (SPEARMAN, PRECISION) if target.top else (SPEARMAN,):
            found += _measured(used, target, measure, (blocks, counts), interval)
    return [record for record in found if record]


def _coverage(
    rows: pd.DataFrame, blocks: Texts, counts: Ints, interval: float
) -> dict[str, object]:
    told = rows[rows["inside"].notna()]
    if told.empty:
        return {}
    place = np.searchsorted(blocks, told["label"].to_numpy(dtype=str))
    inside, weights = told["inside"].to_numpy(dtype=float), counts[:, place]
    values = (weights * inside).sum(axis=1) / np.maximum(weights.sum(axis=1), 1)
    low, high = _ends(values, interval)
    return {
        "cut": pd.NaT, "target": "clicks", "measure": "coverage", "ranking": PLAN,
        "value": float(inside.mean()), "low": low, "high": high, "topics": len(told),
    }  # fmt: skip


def _measured(
    used: pd.DataFrame, target: Target, measure: str, resamples: tuple[Texts, Ints], interval: float
) -> list[dict[str, object]]:
    names = [*target.lists, RANDOM]
    cuts = [part for _, part in used.groupby("cut", sort=True)]
    arrays = [_scores(part, target) for part in cuts]
    whole = np.array([_values(*pair, measure) for pair in arrays])
    blocks, counts = resamples
    redrawn = np.full((len(counts), len(names)), np.nan)
    places = [np.searchsorted(blocks, part["label"].to_numpy(dtype=str)) for part in cuts]
    for i, row in enumerate(counts):
        each = []
        for (scores, truth), place in zip(arrays, places, strict=True):
            rows = np.repeat(np.arange(len(place)), row[place])
            each.append(_values(scores[:, rows], truth[rows], measure))
        redrawn[i] = _mean(np.array(each))
    means, found = _mean(whole), []
    for j, name in enumerate(names):
        low, high = _ends(redrawn[:, j], interval)
        record: dict[str, object] = {
            "target": target.name,
            "measure": measure,
            "ranking": name,
            "topics": len(used),
        }
        gain_low, gain_high = _ends(redrawn[:, 0] - redrawn[:, j], interval)
        gains = {"gain": means[0] - means[j], "gain_low": gain_low, "gain_high": gain_high}
        ends = {"value": means[j], "low": low, "high": high}
        found.append(record | {"cut": pd.NaT} | ends | (gains if name != PLAN else {}))
        for part, value in zip(cuts, whole[:, j], strict=True):
            told = {"cut": part["cut"].iloc[0], "value": value, "topics": len(part)}
            found.append(record | told)
    return found


def _scores(part: pd.DataFrame, target: Target) -> tuple[Floats, Floats]:
    """Return the score that each list gives each row, NaN where a list says nothing, and truth."""
    lists = [_list(part, name) for name in target.lists.values()]
    known = [
        row if np.isnan(row).all() else np.where(np.isnan(row), np.nanmedian(row), row)
        for row in lists
    ]
    return np.array(known), part[target.outcome].to_numpy(dtype=float)


def _list(part: pd.DataFrame, name: str) -> Floats:
    values = part[name.removeprefix("-")].to_numpy(dtype=float, na_value=np.nan)
    return -values if name.startswith("-") else values


def _mean(values: Floats) -> Floats:
    """Return the mean over cuts of each list, NaN where no cut has a value."""
    known = ~np.isnan(values)
    size = known.sum(axis=0)
    total = np.where(known, values, 0.0).sum(axis=0)
    return np.where(size > 0, total / np.maximum(size, 1), np.nan)


def _ends(values: Floats, interval: float) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not known.size:
        return float("nan"), float("nan")
    tail = (1.0 - interval) / 2.0
    low, high = np.quantile(known, [tail, 1.0 - tail])
    return float(low), float(high)


def _values(scores: Floats, truth: Floats, measure: str) -> Floats:
    """Return the measure of each list, and of a random one; NaN where there are too few topics."""
    n = truth.size
    if n < FEWEST or (measure == PRECISION and n <= N_TOP):
        return np.full(len(scores) + 1, np.nan)
    unknown = np.asarray(np.isnan(scores).any(axis=1))
    if measure == SPEARMAN:
        values = _spearman(np.where(unknown[:, None], 0.0, scores), truth)
    else:
        best = np.argsort(-truth, kind="stable")[:N_TOP]
        first = np.argsort(-scores, axis=1, kind="stable")[:, :N_TOP]
        values = np.isin(first, best).sum(axis=1) / N_TOP
    values = np.where(unknown, np.nan, values)
    return np.append(values, 0.0 if measure == SPEARMAN else N_TOP / n)


def _spearman(scores: Floats, truth: Floats) -> Floats:
    """Return the rank correlation of each row with the truth; NaN where one of them is level."""
    a, b = rankdata(scores, axis=1), rankdata(truth)
    a, b = a - a.mean(axis=1, keepdims=True), b - b.mean()
    scale = np.sqrt((a**2).sum(axis=1) * (b**2).sum())
    return np.where(scale > 0.0, (a @ b) / np.where(scale > 0.0, scale, 1.0), np.nan)
