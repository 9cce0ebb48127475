"""Samples: google ads."""

from __future__ import annotations

from tests.read.families.sample import Sample

SAMPLES: tuple[Sample, ...] = ()
