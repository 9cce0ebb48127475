"""Two months of searches in words, with topics that split, merge, are born and die between them."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import pandas as pd

from smo.evaluate.lineage import find_steps
from smo.topics import KeywordClusterer, fit_topics

STAY = ["tent", "stove", "boot", "lamp", "mug", "kayak", "helmet"]
SPLIT, MERGED, BORN, DIED = ("climb", "jump"), ("chess", "poker"), "drone", "fax"
WHOLE = {SPLIT: "rope", MERGED: "table"}
ENDS = ["ova", "une", "iko", "ase", "elt", "ink", "omp", "urt", "and", "yst", "orb", "eld"]
N_SEEDS = 1_000_000
FORMS, BRIDGES, TURNOVER = 24, 12, 0.2
KINDS = ("split", "merged", "born", "died")


def forms_of(draw: np.random.Generator, name: str) -> list[str]:
    """Return searches of a subject: its name with one or two words of its own."""
    own = [name[:3] + end for end in ENDS]
    found: set[str] = set()
    while len(found) < FORMS:
        words = draw.choice(own, draw.integers(1, 3), replace=False).tolist()
        found.add(" ".join([*words, name]))
    return sorted(found)


def bridges_of(draw: np.random.Generator, halves: tuple[str, str], whole: str) -> list[str]:
    """Return searches that bind two subjects: the whole's name, and both or words of both."""
    found: set[str] = set()
    while len(found) < BRIDGES:
        words = [f"{half[:3]}{draw.choice(ENDS)}" for half in halves]
        found.add(
            " ".join([*(words if draw.random() < 0.5 else halves), draw.choice(words), whole])
        )
    return sorted(found)


def two_months(seed: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return searches and their subjects before and after.

    Two subjects are one topic while searches bind them: with the bond gone one has split, with
    a new bond two have merged. A fifth of all searches but these are exchanged for new ones.
    """
    draw = np.random.default_rng(seed)
    months: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name in (*STAY, *SPLIT, *MERGED):
        texts = forms_of(draw, name)
        new = draw.random(FORMS) < TURNOVER
        after = [f"{t} {name[:3]}ew" if n else t for t, n in zip(texts, new, strict=True)]
        abouts = [next((WHOLE[h] for h in one if name in h), name) for one in ([SPLIT], [MERGED])]
        months[0].update(dict.fromkeys(texts, abouts[0]))
        months[1].update(dict.fromkeys(after, abouts[1]))
    for month, halves in zip(months, (SPLIT, MERGED), strict=True):
        month.update(dict.fromkeys(bridges_of(draw, halves, WHOLE[halves]), WHOLE[halves]))
    months[0].update(dict.fromkeys(forms_of(draw, DIED), DIED))
    months[1].update(dict.fromkeys(forms_of(draw, BORN), BORN))
    return months


def placed(month: dict[str, str], seed: int) -> tuple[pd.DataFrame, dict[int, str]]:
    """Return normal forms with topics as the real clusterer gives them, and what each is about.

    The demand of a search is Zipf's and stays the same but for noise.
    """
    draws = [np.random.default_rng([seed % N_SEEDS, crc32(text.encode())]) for text in month]
    noise = np.random.default_rng(seed).lognormal(0.0, 0.3, len(month))
    demand = np.array([min(draw.zipf(2.0), 300) for draw in draws]) * noise
    words = pd.DataFrame({"segment": "all", "keyword": list(month), "impressions": demand})
    topics = fit_topics(words, clusterer=KeywordClusterer(len(set(month.values())))).topics
    rows = topics.merge(words, on=["segment", "keyword"])
    rows = rows.assign(weight=np.sqrt(rows["impressions"].astype(float)))
    about = rows["keyword"].map(month).groupby(rows["topic"]).agg(lambda s: s.mode().iloc[0])
    names = {int(str(topic)): str(name) for topic, name in about.items()}
    return rows[["normal", "topic", "weight"]], names


def recognized(seed: int) -> dict[str, float]:
    """Return whether each kind of change was told whole, and the share of topics told the same."""
    before, after = two_months(seed)
    old, names_before = placed(before, seed)
    new, names_after = placed(after, seed + N_SEEDS)
    found = {
        (step.status, names_before.get(step.before), names_after.get(step.after))
        for step in find_steps(old, new)
    }
    truth: dict[str, set[tuple[str, str | None, str | None]]] = {
        "split": {("split", "rope", half) for half in SPLIT},
        "merged": {("merged", half, "table") for half in MERGED},
        "born": {("born", None, BORN)}, "died": {("died", DIED, None)},
        "same": {("same", name, name) for name in STAY},
    }  # fmt: skip
    whole = {kind: float(steps <= found) for kind, steps in truth.items()}
    return whole | {"same": len(truth["same"] & found) / len(STAY)}
