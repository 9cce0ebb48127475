"""What looks like a slip of the hand: another site's map, a segment misspelled, broken counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from smo.errors import nearest
from smo.evidence.facts import Fact, Tables
from smo.tables import SHARED
from smo.text.brand import host_label
from smo.text.numbers import count_text
from smo.text.urls import url_host

POST = "post"


def clicks_above_impressions(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield a caution where keyword rows have more clicks than impressions."""
    own = tables.keywords[tables.keywords["segment"] == segment]
    found = float((own["clicks"] > own["impressions"]).fillna(value=False).sum())
    if found:
        names = {"n": count_text(found, tables.language)}
        yield Fact(segment, "clicks_above_impressions", "warning", found, "rows", names)


def foreign_map(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield a caution where the clicks of a segment lie on another site than its searches.

    Posts are left out: they always live on another site.
    """
    posts = (tables.matches["kind"] == POST).fillna(value=False)
    rows = tables.matches[(tables.matches["segment"] == segment) & ~posts]
    searched = tables.keywords["page"], tables.pages["page"]
    ours, theirs = _sites(*searched), _sites(rows["page"])
    if ours and theirs and not ours & theirs:
        names = {"ours": ", ".join(sorted(ours)), "theirs": ", ".join(sorted(theirs))}
        yield Fact(segment, "map_other_site", "warning", float(len(theirs)), "sites", names)


def unknown_segment(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield a caution where the segment of clicks is spelled almost like one with keywords."""
    named = sorted(tables.topics["segment"].unique())
    near = None if segment in (*named, SHARED) else nearest(segment, named)
    if near is not None:
        names = {"segment": segment, "near": near}
        yield Fact(segment, "segment_unknown", "warning", names=names)


def _sites(*columns: pd.Series[Any]) -> set[str]:
    """Return the registered names among the hosts of the addresses."""
    addresses = {page for column in columns for page in column.dropna().unique()}
    hosts = {host for page in addresses if (host := url_host(page))}
    return {label for host in hosts if (label := host_label(host))}
