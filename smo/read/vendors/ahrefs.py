"""Ahrefs: keyword lists, organic keywords, top pages, content gap."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
