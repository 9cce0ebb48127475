"""The topic effect: finds what is broken, and keeps silent where nothing is.

Worlds with known truth, the curve fitted from the same data and never given. Run it as
`python benchmarks/evidence.py`; it prints tables and writes evidence.json beside itself.
"""

from __future__ import annotations

import json
import platform
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import scipy

from smo.evidence import score_topics
from smo.evidence.curve import CtrRows, SiteRows, fit_once, fit_site
from smo.stats import benjamini_hochberg, lower_tail, ratio_effect, two_sided_z

Floats = npt.NDArray[np.float64]
KAPPA, BROKEN, N_SEEDS = 40.0, 0.4, 20
SHAPES = {
    "equal shapes": ((0.30, 1.3), (0.30, 1.3), (0.30, 1.3)),
    "other levels": ((0.30, 1.3), (0.15, 1.3), (0.45, 1.3)),
    "other slopes": ((0.30, 0.7), (0.30, 1.3), (0.35, 2.0)),
}


@dataclass(frozen=True)
class World:
    """Simulated tables, and for each topic its true ratio."""

    topics: pd.DataFrame
    keywords: pd.DataFrame
    ratio: Floats


def make_world(
    seed: int, *, planted: float = 0.0, n_queries: int = 3000, n_topics: int = 250,
    impressions: float = 2e6, shape: tuple[float, float] = (0.30, 1.3),
) -> World:  # fmt: skip
    """Return queries with Zipf impressions, positions 1 to 40, and beta-binomial clicks."""
    rng = np.random.default_rng(seed)
    zipf = 1.0 / (rng.permutation(n_queries) + 1.0)
    shown = np.ceil(impressions * zipf / zipf.sum())
    topic = np.concatenate([np.arange(n_topics), rng.integers(0, n_topics, n_queries - n_topics)])
    position = np.round(np.exp(rng.uniform(0.0, np.log(40.0), n_queries)), 2)
    ratio = np.where(rng.permutation(n_topics) < planted * n_topics, BROKEN, 1.0)
    mean = (shape[0] * position ** -shape[1] + 0.002) * ratio[topic]
    rate = rng.beta(KAPPA * mean, KAPPA * (1.0 - mean))
    clicks = rng.binomial(shown.astype(int), rate)
    names = [f"query {number}" for number in range(n_queries)]
    keywords = pd.DataFrame(
        {
            "segment": "all", "keyword": names, "impressions": shown, "clicks": clicks,
            "position": position, "period_days": 28.0, "source": "world",
        }
    )  # fmt: skip
    topics = pd.DataFrame(
        {
            "segment": "all", "keyword": names, "normal": names, "topic": topic, "pillar": 0,
            "label": [f"topic {number}" for number in topic], "pillar_label": "world",
            "membership": 1.0,
        }
    )  # fmt: skip
    return World(topics, keywords, ratio)


def judge(world: World) -> dict[str, float]:
    """Return what the verdicts say of one world."""
    scores = score_topics(world.topics, keywords=world.keywords)
    ratio = world.ratio[scores["topic"].to_numpy(dtype=int)]
    act, broken = (scores["verdict"] == "act").to_numpy(), ratio < 1.0
    low, high = (
        scores[f"effect_{end}"].to_numpy(float, na_value=np.nan) for end in ("low", "high")
    )
    inside = (low <= ratio) & (ratio <= high)
    top = scores.sort_values(["verdict", "shortfall_low"], ascending=[True, False])["topic"][:10]
    judged = bool(np.isfinite(low).any())
    return {
        "clicks": float(world.keywords["clicks"].sum()),
        "judged": float(judged),
        "false act": float(act[~broken].mean()),
        "power": float(act[broken].mean()) if broken.any() else np.nan,
        "coverage": float(inside.mean()) if judged else np.nan,
        "coverage planted": float(inside[broken].mean()) if judged and broken.any() else np.nan,
        "precision@10": float((world.ratio[top.to_numpy(dtype=int)] < 1.0).mean()),
        "wait": float((scores["verdict"] == "wait").mean()),
        "skip": float((scores["verdict"] == "skip").mean()),
    }


def rows_of(world: World, shape: tuple[float, float]) -> tuple[CtrRows, Floats]:
    """Return a world as arrays, with the true curve at its rows."""
    table = world.keywords
    position = table["position"].to_numpy(dtype=float)
    rows = CtrRows(
        table["clicks"].to_numpy(dtype=float), table["impressions"].to_numpy(dtype=float),
        np.log(position), world.topics["topic"].to_numpy(dtype=np.int64), {},
    )  # fmt: skip
    return rows, shape[0] * position ** -shape[1] + 0.002


def curve_level(seed: int, planted: float) -> dict[str, float]:
    """Return the fitted curve over the true one, plain and robust, and power with the true one."""
    world = make_world(seed, planted=planted)
    rows, truth = rows_of(world, (0.30, 1.3))
    weight = 1.0 / (1.0 / rows.shown + 1.0 / (KAPPA + 1.0))
    whole = SiteRows.of(rows).whole
    plain = fit_once(whole, rows.clicks / rows.shown, np.ones(rows.n_topics), KAPPA).expected(
        rows.log_position, {}
    )
    fit = fit_site(rows)
    effect = ratio_effect(
        rows.clicks, rows.shown, truth, kappa=KAPPA, group=rows.topic, n_groups=rows.n_topics
    )
    q = benjamini_hochberg(lower_tail((effect.ratio - 1.0) / effect.se(1.0)))
    low, high = effect.interval(two_sided_z(0.8))
    broken = world.ratio < 1.0
    return {
        "plain curve / true": float(np.average(plain / truth, weights=weight)),
        "robust curve / true": float(np.average(fit.expected / truth, weights=weight)),
        "kappa": fit.kappa,
        "power, true curve": float((q <= 0.05)[broken].mean()) if broken.any() else np.nan,
        "coverage, true curve": float(((low <= world.ratio) & (world.ratio <= high)).mean()),
    }


def segments(seed: int, name: str, planted: float, impressions: float) -> dict[str, float]:
    """Return false act and power of a curve for each segment, and of one with offsets."""
    parts = [
        make_world(3 * seed + k, planted=planted, n_queries=1000, n_topics=80,
                   impressions=impressions, shape=shape)
        for k, shape in enumerate(SHAPES[name])
    ]  # fmt: skip
    rows = [rows_of(part, shape)[0] for part, shape in zip(parts, SHAPES[name], strict=True)]
    segment = np.repeat(np.arange(3), 1000)
    both = CtrRows(
        clicks=np.concatenate([one.clicks for one in rows]),
        shown=np.concatenate([one.shown for one in rows]),
        log_position=np.concatenate([one.log_position for one in rows]),
        topic=np.concatenate([one.topic * 3 + k for k, one in enumerate(rows)]),
        strata={"segment": segment},
    )
    pooled = fit_site(both).effect
    broken = np.concatenate([part.ratio for part in parts]) < 1.0
    act: dict[str, list[Any]] = {"own": [], "one": []}
    for k, one in enumerate(rows):
        own = fit_site(one).effect
        act["own"].append(benjamini_hochberg(lower_tail((own.ratio - 1) / own.se(1.0))) <= 0.05)
        p = lower_tail((pooled.ratio - 1) / pooled.se(1.0))[np.arange(80) * 3 + k]
        act["one"].append(benjamini_hochberg(p) <= 0.05)
    found = {how: np.concatenate(parts) for how, parts in act.items()}
    return {
        f"{what}, {how}": float(found[how][rows_in].mean()) if rows_in.any() else np.nan
        for how in found
        for what, rows_in in (("false act", ~broken), ("power", broken))
    }


def average(runs: list[dict[str, float]]) -> dict[str, float]:
    """Return the mean of each measure over the seeds, unknowns left out."""
    return {str(k): round(float(v), 4) for k, v in pd.DataFrame(runs).mean().items()}


def small_worlds(planted: float) -> list[dict[str, float]]:
    """Return what the verdicts say of small exports; 100 seeds, as their topics are few."""
    found = []
    for n_topics, per in ((5, 60), (12, 300), (30, 300), (60, 1000)):
        for impressions in (5e2, 1e3, 2e3, 1e4, 1e5):
            worlds = (
                make_world(
                    s, planted=planted, n_queries=per, n_topics=n_topics, impressions=impressions
                )
                for s in range(5 * N_SEEDS)
            )
            runs = [unrefused(world) for world in worlds]
            found.append({"planted": planted, "topics": n_topics, **average(runs)})
    return found


def unrefused(world: World) -> dict[str, float]:
    """Return the rate of `act` as it would be if no export were refused for its size."""
    effect = fit_site(rows_of(world, (0.3, 1.3))[0]).effect
    error = effect.se(1.0)
    p = np.where(lower_tail(-1.0 / error) <= 0.05, lower_tail((effect.ratio - 1) / error), np.nan)
    act, broken = benjamini_hochberg(p) <= 0.05, world.ratio < 1.0
    low, high = effect.interval(two_sided_z(0.8))
    return {
        "clicks": float(world.keywords["clicks"].sum()),
        "false act": float(act[~broken].mean()),
        "power": float(act[broken].mean()) if broken.any() else np.nan,
        "coverage": float(((low <= world.ratio) & (world.ratio <= high)).mean()),
    }


def main() -> None:
    """Print all tables and write them as JSON."""
    started = time.process_time()
    tables: dict[str, Any] = {"verdicts": [], "sizes": [], "curve": [], "segments": []}
    for planted in (0.0, 0.2):
        seeds = range(N_SEEDS)
        for impressions in (2e5, 2e6, 2e7):
            runs = [judge(make_world(s, planted=planted, impressions=impressions)) for s in seeds]
            facts = {"planted": planted, "impressions": impressions}
            tables["verdicts"].append({**facts, **average(runs)})
        runs = [curve_level(s, planted) for s in seeds]
        tables["curve"].append({"planted": planted, **average(runs)})
        tables["sizes"].extend(small_worlds(planted))
        for name in SHAPES:
            for impressions in (3e4, 5e5):
                runs = [segments(s, name, planted, impressions) for s in seeds]
                facts = {"planted": planted, "impressions": impressions}
                tables["segments"].append({"shapes": name, **facts, **average(runs)})
    for name, rows in tables.items():
        print(f"\n{name}\n{pd.DataFrame(rows).to_string(index=False)}")
    tables["machine"] = {
        "python": platform.python_version(), "numpy": np.__version__, "pandas": pd.__version__,
        "scipy": scipy.__version__, "cpu_seconds": round(time.process_time() - started, 1),
    }  # fmt: skip
    text = json.dumps(_without_nan(tables), indent=1, allow_nan=False)
    Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def _without_nan(value: object) -> object:
    """Return the value with None for every NaN, which JSON cannot hold."""
    if isinstance(value, dict):
        return {name: _without_nan(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and np.isnan(value) else value


if __name__ == "__main__":
    main()
