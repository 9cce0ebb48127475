"""All samples of all families: those of every module of this folder that has `SAMPLES`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from tests.read import families
from tests.read.families.sample import Sample

MODULES = tuple(
    import_module(f"{families.__name__}.{module.name}")
    for module in sorted(pkgutil.iter_modules(families.__path__), key=lambda module: module.name)
    if module.name != "every"
)
SAMPLES: tuple[Sample, ...] = tuple(
    sample for module in MODULES for sample in getattr(module, "SAMPLES", ())
)
