"""Yandex Webmaster: queries by address, and the query table."""

from __future__ import annotations

from smo.read.format import Format, JsonShape

FORMATS: tuple[Format, ...] = ()
SHAPES: tuple[JsonShape, ...] = ()
