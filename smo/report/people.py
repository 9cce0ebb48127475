"""Who is listened to, in all and for each topic, as tables of a report."""

from __future__ import annotations

import pandas as pd

from smo.report.numbers import percent, size
from smo.report.part import Part, grid_of, text_of
from smo.report.spans import share_with_ends
from smo.report.words import word

EVERY = "all"
MOST, MOST_TOPICS = 8, 12


def people_part(influencers: pd.DataFrame, segment: str, language: str) -> Part:
    """Return who is listened to in a segment, or, as segment "all", by everybody.

    Parameters
    ----------
    influencers : DataFrame
        Checked table of `smo.audience.rank_influencers`.
    segment : str
        Whose.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    Part
        The first of all topics, and the first of each topic; topics by their mentions.
    """
    own = influencers[influencers["segment"] == segment]
    first = own[own["topic"] == EVERY].sort_values("rank", kind="stable").head(MOST)
    topics = own[(own["topic"] != EVERY) & (own["rank"] == 1)]
    topics = topics.sort_values(["mentions", "topic"], ascending=[False, True]).head(MOST_TOPICS)
    told = {
        "listened": lambda row: share_with_ends(row, "score", language),
        "mentioned_by": lambda row: size(row["mentioned_by"], language),
        "mentions": lambda row: size(row["mentions"], language),
        "p_top": lambda row: percent(row["p_top"], language),
    }
    values = {"values": lambda row: text_of(row["values"], language)}
    names = {"name": lambda row: str(row["name"])}
    tables = []
    if len(first):
        grid = grid_of(first, "name", lambda row: str(row["name"]), told | values, language)
        tables.append((word("beyond.influencers", language), grid))
    if len(topics):
        grid = grid_of(topics, "topic", lambda row: str(row["topic"]), names | told, language)
        tables.append((word("people_topics", language), grid))
    return Part(word("people_note", language), tuple(tables)) if tables else Part()
