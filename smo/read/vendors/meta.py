"""Meta: Facebook and Instagram posts, and ads."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
