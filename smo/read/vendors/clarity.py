"""Microsoft Clarity: click, tap, area, scroll and attention maps, cards, insights."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
