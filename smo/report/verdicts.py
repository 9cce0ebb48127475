"""What is said of a segment's proposals before the first of them."""

from __future__ import annotations

import pandas as pd

from smo.report.nouns import NOUNS
from smo.report.numbers import percent
from smo.report.words import count_word, known_word, word

VERDICTS = ("act", "wait", "suggest", "explore", "skip")


def segment_note(proposals: pd.DataFrame, topics: int, language: str) -> str:
    """Return how many proposals of which verdict there are, and what the sure ones miss.

    Parameters
    ----------
    proposals : DataFrame
        Rows of the proposals table of one segment, with `per_28_days`.
    topics : int
        Topics of the segment.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    str
        Three sentences at most. Missed clicks are the sum of the medians of the proposals to act
        on, told where there are two or more.
    """
    if proposals.empty:
        return word("proposals_none", language)
    counts = proposals["verdict"].value_counts()
    order = [*VERDICTS, *sorted(set(counts.index) - set(VERDICTS))]
    verdicts = ", ".join(
        count_word(name, int(counts[name]), language)
        if name in NOUNS
        else f"{name}{word('colon', language)} {counts[name]}"
        for name in order
        if name in counts.index
    )
    note = word("segment_note", language).format(
        proposals=count_word("proposals", len(proposals), language),
        topics=count_word("of_topics", topics, language),
        verdicts=verdicts,
    )
    return f"{note} {_missed(proposals, language)}".rstrip()


def _missed(proposals: pd.DataFrame, language: str) -> str:
    sure = proposals[
        (proposals["verdict"] == "act")
        & (proposals["action"] == "improve")
        & proposals["size_median"].notna()
    ]
    if len(sure) < 2:
        return ""
    key = "act_sum" if bool(sure["per_28_days"].all()) else "act_sum_period"
    clicks = count_word("about_clicks", float(sure["size_median"].sum()), language)
    return word(key, language).format(clicks=clicks)


def verdict_meanings(proposals: pd.DataFrame, fdr: float, language: str) -> str:
    """Return what the verdicts of these proposals mean, in one line."""
    found = set(proposals["verdict"])
    rate = percent(fdr, language)
    return " · ".join(
        f"{known_word('verdict', name, language)}{word('colon', language)} "
        f"{word(f'meaning.{name}', language).format(fdr=rate)}"
        for name in VERDICTS
        if name in found
    )
