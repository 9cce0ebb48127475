"""The top of a report: what the data allow in five lines, and the segments side by side."""

from __future__ import annotations

import pandas as pd

from smo.report.grid import Grid, segments_across
from smo.report.numbers import decimal, percent, size
from smo.report.verdicts import VERDICTS
from smo.report.words import known_word, segment_name, word

SHARES = ("via", "hidden", "prior_weight", "false_alarms")
FIRST = 3  # proposals named in the table


def short_lines(diagnostics: pd.DataFrame, segments: int, language: str) -> tuple[str, ...]:
    """Return at most five lines: what is judged, joined, hidden, borrowed, and how often wrong.

    Parameters
    ----------
    diagnostics : DataFrame
        Facts about segments, by code.
    segments : int
        Segments of the plan.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    tuple of str
        A line whose numbers are not known says so, or is left out.
    """
    if not segments:
        return ()
    judged = diagnostics.loc[diagnostics["code"] == "ctr_judged", "segment"].nunique()
    lines = [
        word("short.ctr", language).format(
            n=decimal(judged, language), all=decimal(segments, language)
        )
    ]
    for code in SHARES:
        values = diagnostics.loc[diagnostics["code"] == code, "value"].dropna()
        if len(values):
            low, high = percent(values.min(), language), percent(values.max(), language)
            share = low if low == high else word("range", language).format(low=low, high=high)
            lines.append(word(f"short.{code}", language).format(share=share))
        elif code in ("via", "hidden"):
            lines.append(word(f"short.no_{code}", language))
    return tuple(lines)


def side_by_side(
    scores: pd.DataFrame, proposals: pd.DataFrame, keywords: pd.DataFrame, language: str
) -> Grid | None:
    """Return the segments of a plan beside each other; None where there is one.

    Parameters
    ----------
    scores, proposals, keywords : DataFrame
        Tables of one plan.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    Grid or None
        Keywords, topics, demand, proposals by verdict, and the first proposals of each segment.
    """
    names = sorted({*proposals["segment"], *scores["segment"]})
    if len(names) < 2:
        return None
    words = keywords.drop_duplicates(["segment", "keyword"])["segment"].value_counts()
    topics = scores["segment"].value_counts()
    demand = _demand(scores, language)
    first = _first(proposals)
    unknown = word("unknown", language)
    rows = {
        word("keywords", language): [decimal(words.get(n, 0), language) for n in names],
        word("head.topics_count", language): [decimal(topics.get(n, 0), language) for n in names],
        word("demand", language): [demand.get(n, unknown) for n in names],
    }
    for verdict in VERDICTS:
        own = proposals[proposals["verdict"] == verdict]["segment"].value_counts()
        if len(own):
            label = known_word("verdict", verdict, language)
            rows[label] = [decimal(own.get(n, 0), language) for n in names]
    rows[word("first_proposals", language)] = [first.get(n, unknown) for n in names]
    return segments_across(
        tuple(rows),
        tuple(segment_name(name, language) for name in names),
        tuple(tuple(cells) for cells in rows.values()),
        (word("finding", language), word("segment", language)),
    )


def _demand(scores: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the demand of each segment with some, each kind by itself."""
    sums = scores.groupby(["segment", "demand_kind"], sort=True)["demand"].sum()
    told: dict[str, list[str]] = {}
    for segment, kind, total in sums.reset_index().itertuples(index=False):
        said = f"{size(total, language)} {known_word('demand_kind', str(kind), language)}"
        told.setdefault(str(segment), []).append(said)
    return {segment: "; ".join(said) for segment, said in told.items()}


def _first(proposals: pd.DataFrame) -> dict[str, str]:
    """Return the first proposals of each segment with some."""
    top = proposals[["segment", "rank", "title"]].sort_values("rank").groupby("segment").head(FIRST)
    titles = top.groupby("segment")["title"]
    return {str(segment): "; ".join(own.astype(str)) for segment, own in titles}
