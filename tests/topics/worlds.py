"""Planted lists of keywords whose topics are known."""

from __future__ import annotations

THINGS = {
    "rope": ["climbing", "static", "dynamic", "red", "rescue", "thin"],
    "tent": ["family", "winter", "tunnel", "light", "beach", "dome"],
    "boots": ["leather", "hiking", "rubber", "ski", "steel", "warm"],
    "палатка": ["зимняя", "купить", "легкая", "недорого", "туристическая", "для рыбалки"],
}
