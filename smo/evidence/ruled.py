"""How segments were made, what no rule took, and whether they differ in what they ask."""

from __future__ import annotations

from collections.abc import Iterator

from smo.evidence.distinct import comparable_segments
from smo.evidence.facts import Fact, Tables
from smo.tables import SHARED, UNASSIGNED
from smo.text.numbers import count_text, counted, share_text


def made_by(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield what kinds of column made a segment, or how many rows no rule took."""
    own = tables.keywords[tables.keywords["segment"] == segment]
    told = own["segment_by"].dropna().unique()
    kinds = sorted({kind for listed in told for kind in listed.split(", ")})
    if kinds and segment == UNASSIGNED:
        share = len(own) / len(tables.keywords)
        names = {
            "n": count_text(len(own), tables.language),
            "share": share_text(share, tables.language),
            "segment": segment,
        }
        yield Fact(segment, "no_segment", value=float(len(own)), unit="rows", names=names)
    elif kinds:
        shown = ", ".join(kinds)
        yield Fact(
            segment, "segment_by", value=float(len(own)), unit="rows", names={"kinds": shown}
        )


def shared_clicks(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield how many clicks stand in no segment and so speak in all."""
    if segment != SHARED or segment in set(tables.topics["segment"]):
        return
    total = float(tables.matches.loc[tables.matches["segment"] == segment, "clicks"].sum())
    names = {"n": count_text(total, tables.language), "clicks": counted(total, "click")}
    yield Fact(segment, "clicks_shared", value=total, unit="clicks", names=names)


def apart(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield how many topics a segment asks for more often than the others, where they compare."""
    everyone = tables.topics["segment"].unique()
    if len(everyone) < 2:
        return
    if segment not in comparable_segments(tables.topics, tables.keywords):
        yield Fact(segment, "not_compared")
        return
    own = tables.scores[tables.scores["segment"] == segment]
    more = own[(own["distinctiveness_q"] <= tables.settings.fdr) & (own["distinctiveness"] > 0)]
    names = {"n": count_text(len(more), tables.language), "topics": counted(len(more), "topic")}
    code = "apart" if len(more) else "alike"
    yield Fact(segment, code, value=float(len(more)), unit="topics", names=names)
