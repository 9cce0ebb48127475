"""A topic's scores as one row of a report's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.numbers import percent, ratio, size
from smo.report.words import known_word, word

Writer = Callable[[Any, str], str]


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic of a segment: its name, what was measured, the verdict."""

    label: str
    demand: str
    ctr: str
    effect: str
    shortfall: str
    attention: str
    corner: str
    verdict: str


def topic_views(scores: pd.DataFrame, language: str) -> tuple[TopicView, ...]:
    """Return one row for each topic, in the order of the rows given."""
    return tuple(_topic_view(row, language) for row in scores.to_dict("records"))


def _topic_view(row: Mapping[Any, Any], language: str) -> TopicView:
    corner = row["corner"]
    return TopicView(
        label=row["label"],
        demand=f"{size(row['demand'], language)} ({percent(row['demand_share'], language)})",
        ctr=_ctr(row, language),
        effect=_with_interval(row, "effect", ratio, language),
        shortfall=_with_interval(row, "shortfall", size, language),
        attention=_with_interval(row, "attention", percent, language),
        corner=word("unknown", language) if pd.isna(corner) else _corner(corner, language),
        verdict=known_word("verdict", row["verdict"], language),
    )


def _corner(corner: str, language: str) -> str:
    return known_word("corner", corner, language)


def _ctr(row: Mapping[Any, Any], language: str) -> str:
    if pd.isna(row["ctr"]):
        return word("unknown", language)
    ctr = percent(row["ctr"], language)
    if pd.isna(row["ctr_expected"]):
        return ctr
    return f"{ctr} ({percent(row['ctr_expected'], language)})"


def _with_interval(row: Mapping[Any, Any], name: str, write: Writer, language: str) -> str:
    if pd.isna(row[name]):
        return word("unknown", language)
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    if pd.isna(low) or pd.isna(high):
        return write(row[name], language)
    return f"{write(row[name], language)} ({write(low, language)} – {write(high, language)})"
