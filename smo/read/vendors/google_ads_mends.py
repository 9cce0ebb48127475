"""Mends for reports of Google Ads: totals, placeholders, marks of match types."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from smo.read.format import Draft
from smo.read.mends import sum_keys
from smo.read.recognize import fold_header
from smo.read.vendors.google_ads_words import FORECAST_TOTALS, TOTALS
from smo.spec import DTYPES

_TOTAL = re.compile(
    "|".join(
        re.escape(fold_header(word)).replace(r"\*", ".*") for word in (*TOTALS, *FORECAST_TOTALS)
    )
)
_PLACEHOLDER = re.compile(r"\s*-{1,3}\s*")
# A plus before a word was "broad match modified" until 2021.
_PLUS = re.compile(r"(?<!\S)\+(?=\S)")
_WHOLE = re.compile(r"\"(.*)\"|\[(.*)\]|“(.*)”", re.DOTALL)
_NEGATIVE = re.compile(r"-\s*(?=[\w\"\[“])")
# Total rows are named in the first column; where checkboxes were exported, in the second.
NAMED_IN = 2


def plain_keyword(keyword: str) -> str:
    """Return a keyword of an account without the marks of its match type.

    Examples
    --------
    >>> plain_keyword('"red shoes"'), plain_keyword("[red shoes]"), plain_keyword("+red +shoes")
    ('red shoes', 'red shoes', 'red shoes')
    >>> plain_keyword('27" tv'), plain_keyword("c++ course")
    ('27" tv', 'c++ course')
    """
    bare = keyword.strip()
    whole = _WHOLE.fullmatch(bare)
    inner = next((part for part in whole.groups() if part is not None), "") if whole else bare
    # A mark at either end of different words closes nothing: '"a" b "c"'.
    if whole and any(mark in inner for mark in '"[]“”'):
        inner = bare
    plain = " ".join(_PLUS.sub("", inner).split())
    return plain or keyword


def is_negative(keyword: str) -> bool:
    """Return whether a keyword keeps ads from being shown: a minus stands before it.

    Examples
    --------
    >>> is_negative("-free"), is_negative('-"for free"'), is_negative("t-shirt"), is_negative("--")
    (True, True, False, False)
    """
    return _NEGATIVE.match(keyword.strip()) is not None


def without_placeholders(draft: Draft) -> Draft:
    """Make "--" in place of a text a missing one."""
    frame = draft.frame.copy()
    for name in frame.columns.intersection(["keyword", "page", "device"]):
        frame[name] = frame[name].mask(_which(frame[name], _is_placeholder))
    return replace(draft, frame=frame)


def _is_placeholder(text: str) -> bool:
    return _PLACEHOLDER.fullmatch(text) is not None


def _which(texts: pd.Series[Any], holds: Callable[[str], bool]) -> pd.Series[bool]:
    """Return of which texts it holds, a missing one being none of them."""
    flags = [not pd.isna(text) and holds(text) for text in texts.tolist()]
    return pd.Series(flags, index=texts.index, dtype=bool)


def other_totals(draft: Draft) -> Draft:
    """Leave out the rows of totals that are named in another column than the keyword's."""
    subject = {fold_header(word) for word in draft.format.words["keyword"]}
    named = np.zeros(len(draft.frame), dtype=bool)
    for place, cell in enumerate(draft.header_cells[:NAMED_IN]):
        if fold_header(cell) not in subject:
            cells = draft.cells(place).tolist()
            named |= np.array([_names_total(text) for text in cells], dtype=bool)
    if not named.any():
        return draft
    mask = pd.Series(named.tolist(), index=draft.frame.index, dtype=bool)
    clicks, impressions = draft.total_clicks, draft.total_impressions
    if clicks is None and impressions is None:
        clicks, impressions = _sums(draft.frame[mask], draft.frame[~mask])
    left = draft.drop(mask, "total row")
    return replace(left, total_clicks=clicks, total_impressions=impressions)


def _names_total(cell: object) -> bool:
    return isinstance(cell, str) and _TOTAL.fullmatch(fold_header(cell)) is not None


def _sums(totals: pd.DataFrame, rest: pd.DataFrame) -> tuple[float | None, float | None]:
    """Return clicks and impressions of the row that sums up the others, else of the first."""
    names = [name for name in ("clicks", "impressions") if name in totals]
    told = totals[names].astype(float)
    own = rest[names].astype(float).sum()
    fits = np.isclose(told, own).all(axis=1) if names else np.zeros(len(totals), dtype=bool)
    row = told.iloc[int(np.argmax(fits))]
    values = {name: None if np.isnan(row[name]) else float(row[name]) for name in names}
    return values.get("clicks"), values.get("impressions")


def as_typed(draft: Draft) -> Draft:
    """Leave out negative keywords, take off the marks of match types, sum what becomes equal."""
    names = draft.frame["keyword"]
    draft = draft.drop(_which(names, is_negative), "negative keyword")
    names = draft.frame["keyword"]
    plain = names.map(plain_keyword, na_action="ignore").astype(DTYPES["text"])
    changed = int((plain != names).fillna(value=False).sum())
    if changed:
        draft = replace(draft, frame=draft.frame.assign(keyword=plain))
        draft = draft.note(f"marks of match types were taken off {changed} keywords")
    return draft


def summed(draft: Draft) -> Draft:
    """Sum the rows of a keyword that were split by campaign, ad group or match type."""
    empty = draft.frame["keyword"].isna()
    return sum_keys(draft.drop(empty, "keyword is empty"))


def of_ads(draft: Draft) -> Draft:
    """Say whose clicks these are, and that interactions are no clicks for certain."""
    if "clicks" not in draft.frame and "_interactions" in draft.extra:
        draft = draft.note(
            "interactions are clicks and views of videos alike: no clicks were read; add the "
            "column Clicks to the report"
        )
    if draft.frame.columns.intersection(["clicks", "impressions"]).empty:
        return draft
    return draft.note("clicks and impressions are those of ads, not of organic results")


def planner_totals(draft: Draft) -> Draft:
    """Leave out rows that sum up a segment ("Todo", "All", a country): they name no keyword."""
    if "_segment" not in draft.extra:
        return draft
    return draft.drop(draft.frame["keyword"].isna() & draft.extra["_segment"].notna(), "total row")


def largest(draft: Draft) -> Draft:
    """Keep one row of a keyword, that of the largest volume: the others are parts of it."""
    frame = draft.frame
    volume = frame["volume"].astype(float).fillna(-1.0)
    best = frame.assign(_less=-volume).sort_values("_less", kind="stable")
    kept = best.drop_duplicates("keyword").index
    again = pd.Series(~frame.index.isin(kept), index=frame.index) & frame["keyword"].notna()
    return draft.drop(again, "the same keyword again")


def forecast_left_out(draft: Draft) -> Draft:
    """Say that forecasts are no counts."""
    return draft.note(
        "forecasts of clicks, impressions and cost are no counts and were left out: the rows "
        "have no demand of their own; export the statistics of the plan for volumes"
    )
