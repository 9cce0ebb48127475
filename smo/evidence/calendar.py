"""Periods in which the counting itself changed, and how far a curve is the user's own."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from smo.breaks import breaks_between
from smo.evidence.borrow import FEW_TOPICS
from smo.evidence.ctr import judge_ctr, prior_curve
from smo.evidence.facts import Fact, Tables
from smo.text.numbers import share_text


def measurement_breaks(tables: Tables, segment: str) -> Iterator[Fact]:
    """Yield a caution where the search counts of a segment span a change of counting.

    The period is that of the reads of one format together, else that of the rows' dates; what
    no read tells is held against the breaks of the settings only.
    """
    own = tables.keywords[tables.keywords["segment"] == segment]
    own = own[own["impressions"].notna()]
    parts = [
        breaks_between(first, last, name, own=tables.settings.breaks)
        for first, last, name in _spans(tables, own)
    ]
    found = pd.concat(parts).drop_duplicates() if parts else pd.DataFrame()
    if found.empty:
        return
    found = found.sort_values(["date", "source"], kind="stable")
    told = zip(found["date"].dt.strftime("%Y-%m-%d"), found[tables.language], strict=True)
    names = {"days": "; ".join(f"{day} ({what})" for day, what in told)}
    yield Fact(segment, "break", "warning", float(len(found)), "breaks", names)


def _spans(tables: Tables, rows: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp, str]]:
    """Return first day, last day and format of what the rows cover."""
    reads = tables.reads[tables.reads["source"].isin(rows["source"].dropna().unique())]
    reads = reads[reads["period_start"].notna() & reads["period_end"].notna()]
    by_format = reads.groupby("format", sort=True)
    ends = by_format.agg(first=("period_start", "min"), last=("period_end", "max"))
    spans = [(first, last, str(name)) for name, first, last in ends.itertuples()]
    untold = rows[~rows["source"].fillna("").isin(reads["source"])]
    dated = untold["date"].dropna()
    if len(dated):
        spans.append((dated.min(), dated.max(), _format(tables, untold)))
    return spans


def _format(tables: Tables, rows: pd.DataFrame) -> str:
    """Return the names of the formats that rows came from, as far as reads tell them."""
    known = tables.reads.loc[tables.reads["source"].isin(rows["source"].dropna()), "format"]
    return ", ".join(sorted(known.unique()))


def borrowed_curves(tables: Tables) -> Iterator[Fact]:
    """Yield for each judged segment how far its curve is one brought along, or borrowed."""
    own = prior_curve(tables.settings)
    topics = tables.topics.groupby("segment")["topic"].nunique()
    if own is None and (len(topics) < 2 or topics.min() >= FEW_TOPICS):
        return
    code = "curve_borrowed" if own is None else "curve_prior"
    for found in judge_ctr(tables.topics, tables.keywords, own):
        if found.fit is not None and found.prior is not None:
            share = found.fit.prior_share
            names = {"share": share_text(share, tables.language)}
            yield Fact(found.segment, code, "fact", share, "share", names)
