"""PostHog: events with element chains, heatmap rows, toolbar answers."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
