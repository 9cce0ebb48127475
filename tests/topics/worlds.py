"""Planted lists of keywords whose topics are known."""

from __future__ import annotations

import random

THINGS = {
    "rope": ["climbing", "static", "dynamic", "red", "rescue", "thin"],
    "tent": ["family", "winter", "tunnel", "light", "beach", "dome"],
    "boots": ["leather", "hiking", "rubber", "ski", "steel", "warm"],
    "палатка": ["зимняя", "купить", "легкая", "недорого", "туристическая", "для рыбалки"],
}


def planted(things: list[str], *, texts_per_thing: int = 40, seed: int = 0) -> dict[str, str]:
    """Return texts and the thing each is about: one or two of the thing's own words before it."""
    draw = random.Random(seed)
    shared = [f"{a}{b}" for a in ("bo", "ti", "ra", "se", "lu", "ne") for b in ("lt", "nk", "mp")]
    truth: dict[str, str] = {}
    for thing in things:
        own = draw.sample(shared, 8) + [thing[:2] + end for end in ("ova", "une", "iko", "ase")]
        texts: set[str] = set()
        while len(texts) < texts_per_thing:
            texts.add(" ".join([*draw.sample(own, draw.randint(1, 2)), thing]))
        truth |= dict.fromkeys(sorted(texts), thing)
    return truth
