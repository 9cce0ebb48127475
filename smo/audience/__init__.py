"""Audience segments: rows given to segments by rules, and what the rules decided."""

from __future__ import annotations

from smo.audience.influencers import rank_influencers
from smo.audience.paths import find_unreachable, trace_paths
from smo.audience.segments import assign_segments
from smo.audience.senders import mentions_from_clicks
from smo.audience.suggest import suggest_segments
from smo.audience.tactics import weigh_tactics
from smo.audience.tastes import segment_values
from smo.audience.told import count_segments, note_segments

__all__ = [
    "assign_segments",
    "count_segments",
    "find_unreachable",
    "mentions_from_clicks",
    "note_segments",
    "rank_influencers",
    "segment_values",
    "suggest_segments",
    "trace_paths",
    "weigh_tactics",
]
