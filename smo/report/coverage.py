"""Which links between searches, clicks and pages the data hold, as a table by segments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from smo.report.grid import Grid, segments_across
from smo.report.numbers import decimal, percent
from smo.report.words import known_word, segment_name, word

PART = "inferred from words of the page"  # a part of other links: absent where they are


def coverage_grid(coverage: pd.DataFrame, language: str) -> Grid | None:
    """Return the links by segments; None where no link was possible.

    Parameters
    ----------
    coverage : DataFrame
        Coverage table of a plan.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    Grid or None
        Links in the order of the table, without those of `links_left_out`.
    """
    possible = coverage.groupby("link", sort=False)["possible"].sum()
    links = [link for link in possible.index if possible[link] > 0]
    if not links:
        return None
    segments = sorted(coverage["segment"].unique())
    sums = coverage.groupby(["link", "segment"]).sum(min_count=1, numeric_only=True)
    by_place: dict[Any, dict[Any, Any]] = sums.to_dict("index")
    cells = (
        tuple(_cell(by_place.get((link, name)), language) for name in segments) for link in links
    )
    return segments_across(
        tuple(known_word("link", link, language) for link in links),
        tuple(segment_name(segment, language) for segment in segments),
        tuple(cells),
        (word("link", language), word("segment", language)),
    )


def links_left_out(coverage: pd.DataFrame, language: str) -> str:
    """Return one sentence that counts and names the links possible in no segment, or none."""
    left_out = _impossible(coverage)
    if not left_out:
        return ""
    names = "; ".join(known_word("link", link, language) for link in left_out)
    return word("coverage_left_out", language).format(
        n=decimal(len(left_out), language), names=names
    )


def _impossible(coverage: pd.DataFrame) -> list[str]:
    possible = coverage[coverage["link"] != PART].groupby("link", sort=False)["possible"].sum()
    return [str(link) for link in possible.index[possible <= 0]]


def _cell(row: Mapping[Any, Any] | None, language: str) -> str:
    if row is None or not row["possible"] > 0:
        return word("unknown", language)
    told = {name: decimal(row[name], language) for name in ("found", "possible")}
    if pd.isna(row["click_share"]):
        return word("cell.coverage_rows", language).format(**told)
    share = percent(row["click_share"], language)
    return word("cell.coverage", language).format(**told, share=share)
