"""A plan in one line: how much it rests on, and of which days."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.report.numbers import days
from smo.report.words import count_word


def summary_line(
    segments: int, keywords: pd.DataFrame, clicks: pd.DataFrame, reads: pd.DataFrame, language: str
) -> str:
    """Return segments, keywords, clicks and period of a plan; what is unknown is left out.

    Parameters
    ----------
    segments : int
        Segments of the plan.
    keywords, clicks, reads : DataFrame
        What the plan was made from.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    str
        One line. Rows with pages repeat rows without: where a segment has both, only those
        without count as search clicks.
    """
    distinct = keywords.drop_duplicates(["segment", "keyword"])
    parts = [
        count_word("segments", segments, language),
        count_word("keywords", len(distinct), language),
    ]
    posts = clicks["kind"] == "post"
    sums = {
        "search_clicks": counted_once(keywords)["clicks"],
        "element_clicks": clicks.loc[~posts, "clicks"],
        "post_clicks": clicks.loc[posts, "clicks"],
    }
    parts += [
        count_word(name, float(values.sum()), language)
        for name, values in sums.items()
        if values.notna().any()
    ]
    return line([*parts, *_period(keywords, reads, language)])


def line(parts: list[str]) -> str:
    """Return the parts as one line that starts with a capital.

    Examples
    --------
    >>> line(["тем: 3", "дней: 92"])
    'Тем: 3 · дней: 92'
    """
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def counted_once(keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose counts may be added: without pages where a segment has such rows."""
    counts = keywords[keywords["clicks"].notna() | keywords["impressions"].notna()]
    plain = counts["page"].isna()
    return counts[plain | ~counts["segment"].isin(counts.loc[plain, "segment"])]


def _period(keywords: pd.DataFrame, reads: pd.DataFrame, language: str) -> list[str]:
    told = reads[(reads["table"] == "keywords") & reads["period_start"].notna()]
    starts: pd.Series[Any] = told["period_start"]
    ends: pd.Series[Any] = told["period_end"].dropna()
    if starts.empty or ends.empty:
        starts = ends = keywords["date"].dropna()
    if len(starts) and len(ends):
        return [days(starts.min(), ends.max(), language)]
    lengths = keywords["period_days"].dropna()
    return [count_word("days", float(lengths.max()), language)] if len(lengths) else []
