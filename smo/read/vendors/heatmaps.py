"""Click maps of Hotjar, Mouseflow, Contentsquare, Amplitude and Adobe Activity Map."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
