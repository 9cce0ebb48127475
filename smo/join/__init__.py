"""Joining: clicks to topics, by text, target or page, with exact accounts."""

from __future__ import annotations

from smo.join.attribute import join_clicks
from smo.join.coverage import coverage_table

__all__ = ["coverage_table", "join_clicks"]
