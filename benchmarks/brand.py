"""Brand and other queries, with curves of one slope and of two: an offset, or a curve of its own.

Worlds with known truth. Run it as `python benchmarks/brand.py`; it prints a table.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.curve import CtrRows, fit_site
from smo.stats import benjamini_hochberg, lower_tail, two_sided_z

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]
Shape = tuple[float, float]
KAPPA, BROKEN, N_SEEDS = 40.0, 0.4, 20
SHAPES: dict[str, tuple[Shape, Shape]] = {
    "other slopes": ((0.2, 0.7), (0.6, 2.0)),
    "other levels": ((0.3, 1.3), (0.5, 1.3)),
    "equal": ((0.3, 1.3), (0.3, 1.3)),
}
# topics, queries, impressions, share of the topics that are brand's
SIZES = (
    (30, 600, 1e5, 0.35), (60, 1000, 1e4, 0.3), (60, 1000, 1e5, 0.35), (100, 1200, 1e5, 0.3),
    (250, 3000, 2e6, 0.3),
)  # fmt: skip


def brand_world(
    seed: int, shapes: tuple[Shape, Shape], *, planted: float = 0.0,
    size: tuple[int, int, float, float] = SIZES[-1],
) -> tuple[CtrRows, Floats]:  # fmt: skip
    """Return queries whose curve is by brand, 0 or 1, and the true ratio of each topic."""
    n_topics, n_queries, impressions, share = size
    rng = np.random.default_rng(seed)
    zipf = 1.0 / (rng.permutation(n_queries) + 1.0)
    shown = np.ceil(impressions * zipf / zipf.sum())
    topic = np.concatenate([np.arange(n_topics), rng.integers(0, n_topics, n_queries - n_topics)])
    position = np.exp(rng.uniform(0.0, np.log(40.0), n_queries))
    brand = (rng.random(n_topics) < share)[topic].astype(np.int64)
    ratio = np.where(rng.permutation(n_topics) < planted * n_topics, BROKEN, 1.0)
    top, slope = np.array(shapes).T
    mean = (top[brand] * position ** -slope[brand] + 0.002) * ratio[topic]
    clicks = rng.binomial(shown.astype(int), rng.beta(KAPPA * mean, KAPPA * (1.0 - mean)))
    rows = CtrRows(clicks.astype(float), shown, np.log(position), topic, {"brand": brand})
    return rows, ratio


def by_offset(rows: CtrRows) -> CtrRows:
    """Return the rows with brand as a factor that moves one curve by an offset."""
    return CtrRows(
        rows.clicks, rows.shown, rows.log_position, rows.topic, {"group": rows.strata["brand"]}
    )


def judge(rows: CtrRows, ratio: Floats) -> dict[str, float]:
    """Return false act, power, and the coverage of 80 % intervals."""
    effect = fit_site(rows).effect
    act = benjamini_hochberg(lower_tail((effect.ratio - 1.0) / effect.se(1.0))) <= 0.05
    low, high = effect.interval(two_sided_z(0.8))
    broken = ratio < 1.0
    return {
        "false act": float(act[~broken].mean()),
        "power": float(act[broken].mean()) if broken.any() else np.nan,
        "coverage": float(((low <= ratio) & (ratio <= high)).mean()),
    }


def main() -> None:
    """Print what each way finds and claims."""
    table = []
    for name, shapes in SHAPES.items():
        for size in SIZES:
            for planted in (0.0, 0.2):
                worlds = [
                    brand_world(s, shapes, planted=planted, size=size) for s in range(N_SEEDS)
                ]
                few = np.mean([np.bincount(w.strata["brand"], w.clicks).min() for w, _ in worlds])
                facts = {"curves": name, "topics": size[0], "fewer clicks": few, "broken": planted}
                for how, way in (("offset", by_offset), ("own", lambda rows: rows)):
                    runs = pd.DataFrame([judge(way(rows), ratio) for rows, ratio in worlds])
                    facts |= {f"{k}, {how}": round(v, 3) for k, v in runs.mean().items()}
                table.append(facts)
    print(pd.DataFrame(table).to_string(index=False))


if __name__ == "__main__":
    main()
