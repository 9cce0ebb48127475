"""Seeded planted worlds with known truth, and the small demo."""

from __future__ import annotations

from smo.datasets.shape import WorldShape
from smo.datasets.world import Truth, World, load_demo, make_null_world, make_world
from smo.datasets.write import DemoFiles, write_demo

__all__ = [
    "DemoFiles",
    "Truth",
    "World",
    "WorldShape",
    "load_demo",
    "make_null_world",
    "make_world",
    "write_demo",
]
