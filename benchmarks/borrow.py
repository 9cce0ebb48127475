"""A small segment whose best ranks one topic holds alone: what the others' curves give it.

Run it as `python benchmarks/borrow.py`; it prints a table. A segment of 10 or 30 topics with eight
queries each beside two of 60 topics, their curves alike, of other levels, or of other slopes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from smo.evidence.borrow import borrowed_curve
from smo.evidence.curve import CtrFit, CtrRows, fit_site
from smo.evidence.effect import tested_ratios
from smo.stats import two_sided_z

Floats = npt.NDArray[np.float64]
KAPPA, BROKEN, N_SEEDS = 40.0, 0.4, 30
SHAPES = {
    "equal shapes": ((0.30, 1.3), (0.30, 1.3), (0.30, 1.3)),
    "other levels": ((0.30, 1.3), (0.15, 1.3), (0.45, 1.3)),
    "other slopes": ((0.30, 1.3), (0.30, 0.7), (0.35, 2.0)),
}
COLUMNS = ("false act", "power", "coverage", "covered first", "ratio first", "share")


def segment(
    draw: np.random.Generator, shape: tuple[float, float], ratio: Floats,
    *, per_topic: int = 8, impressions: float = 2e4, first_alone: bool = False,
) -> CtrRows:  # fmt: skip
    """Return a segment's rows; its first topic may be the only one above rank 4."""
    topic = np.repeat(np.arange(ratio.size), per_topic)
    alone = (topic == 0) & first_alone
    low = np.where(alone | (not first_alone), 0.0, np.log(4.0))
    position = np.exp(draw.uniform(low, np.where(alone, np.log(2.5), np.log(40.0))))
    zipf = 1.0 / (draw.permutation(topic.size) + 1.0)
    shown = np.ceil(impressions * zipf / zipf.sum())
    mean = (shape[0] * position ** -shape[1] + 0.002) * ratio[topic]
    rate = draw.beta(KAPPA * mean, KAPPA * (1.0 - mean))
    clicks = draw.binomial(shown.astype(int), rate).astype(float)
    return CtrRows(clicks, shown, np.log(position), topic, {})


def world(
    seed: int, name: str, ratio: Floats, *, first_alone: bool
) -> tuple[CtrRows, list[tuple[CtrRows, CtrFit]]]:
    """Return the small segment, and two others with their fits."""
    draw = np.random.default_rng(seed)
    own = segment(draw, SHAPES[name][0], ratio, first_alone=first_alone)
    others = [
        segment(draw, shape, np.ones(60), per_topic=15, impressions=3e5)
        for shape in SHAPES[name][1:]
    ]
    return own, [(rows, fit_site(rows)) for rows in others]


def judged(rows: CtrRows, ratio: Floats) -> list[float]:
    """Return the numbers of `COLUMNS` for one fit."""
    fit = fit_site(rows)
    act = tested_ratios(fit.effect, 0.05)[1] <= 0.05
    low, high = fit.effect.interval(two_sided_z(0.8))
    inside, broken = (low <= ratio) & (ratio <= high), ratio < 1.0
    power = float(act[broken].mean()) if broken.any() else float("nan")
    return [
        float(act[~broken].mean()), power, float(inside.mean()), float(inside[0]),
        float(fit.effect.ratio[0]), fit.prior_share,
    ]  # fmt: skip


def ratios(seed: int, n_topics: int, what: str) -> Floats:
    """Return the true ratios: all healthy, the first broken, or a fifth broken."""
    ratio = np.ones(n_topics)
    if what == "first broken":
        ratio[0] = BROKEN
    if what == "a fifth broken":
        ratio[np.random.default_rng(seed).permutation(n_topics)[: n_topics // 5]] = BROKEN
    return ratio


def main() -> None:
    """Print the table."""
    print("shapes, topics, world, impressions borrowed:", *COLUMNS, sep="  ")
    for name in SHAPES:
        for n_topics in (10, 30):
            for what in ("healthy", "first broken", "a fifth broken"):
                runs: dict[float, list[list[float]]] = {0.0: [], 2.0: [], 5.0: []}
                for seed in range(N_SEEDS):
                    ratio = ratios(seed, n_topics, what)
                    alone = what != "a fifth broken"
                    own, lenders = world(seed, name, ratio, first_alone=alone)
                    prior = borrowed_curve(own, lenders)
                    for size, found in runs.items():
                        lent = None if prior is None or not size else replace(prior, shown=size)
                        found.append(judged(replace(own, prior=lent), ratio))
                for size, found in runs.items():
                    means = np.array(found).mean(axis=0)
                    print(name, n_topics, what, size, *(f"{mean:.3f}" for mean in means), sep="  ")


if __name__ == "__main__":
    main()
