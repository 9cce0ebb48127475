"""Small tables for the tests of evidence and proposals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from smo.text.normal import normal_forms


def topics_of(
    rows: Sequence[tuple[str, int]], *, segment: str = "all", **more: Any
) -> pd.DataFrame:
    """Topics table from (keyword, topic) pairs; a topic's label is its first keyword."""
    table = pd.DataFrame(rows, columns=["keyword", "topic"])
    return table.assign(
        segment=segment,
        normal=normal_forms(table["keyword"].tolist()),
        pillar=0,
        label=table.groupby("topic")["keyword"].transform("first"),
        pillar_label="all",
        membership=1.0,
        question=table["keyword"].str.startswith("how"),
    ).assign(**more)


def keywords_of(rows: Sequence[tuple[Any, ...]], *columns: str, **more: Any) -> pd.DataFrame:
    """Keywords table of segment 'all' from rows of a keyword and the columns named."""
    table = pd.DataFrame(rows, columns=["keyword", *columns])
    return table.assign(**{"segment": "all", **more})


def matches_of(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Matches table from rows that name only what differs from a plain text match."""
    plain = {
        "segment": "all", "share": 1.0, "via": "text", "furniture": False, "kind": "element",
        "page": "https://a.example/",
    }  # fmt: skip
    table = pd.DataFrame([{"click_id": f"c{n}", **plain, **row} for n, row in enumerate(rows)])
    return table.assign(
        row_clicks=table["clicks"] / table["share"],
        text=table.get("text", pd.NA),
        element=table["click_id"],
    )
