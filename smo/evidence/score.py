"""Demand, attention, CTR effect and verdict of every topic of every segment."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table, empty_table
from smo.evidence.attention import topic_attention
from smo.evidence.ctr import judge_ctr, prior_curve
from smo.evidence.demand import topic_demand
from smo.evidence.distinct import distinctive_topics
from smo.evidence.effect import topic_effects
from smo.evidence.failing import topic_failures
from smo.evidence.rank import topic_ranks
from smo.evidence.serving import serving_pages
from smo.evidence.splits import topic_splits
from smo.evidence.verdicts import with_verdicts
from smo.rare import named_labels, rare_keywords
from smo.settings import Settings
from smo.tables import DTYPES, KEYWORDS, MATCHES, PAGES, SCORES, TOPICS

KEY = ["segment", "topic"]
NUMBERS = (
    "map_clicks", "attention_share", "share_low", "dead_rate", "attention", "attention_low",
    "attention_high", "base", "pages", "impressions", "clicks", "position", "rank", "ctr",
    "ctr_expected", "effect", "effect_low", "effect_high", "prior_weight", "missed",
    "missed_low", "missed_high", "p", "q", "needed_impressions", "distinctiveness",
    "distinctiveness_z", "distinctiveness_q", "failed", "failed_of", "failed_rate",
    "failed_rate_low", "failed_rate_high", "failed_base", "failed_excess", "failed_excess_low",
    "failed_excess_high", "fix_p", "fix_q", "split_queries", "split_ratio", "whole_ratio",
    "split_missed", "split_missed_low", "split_missed_high", "consolidate_p", "consolidate_q",
    "potential", "potential_low", "potential_high",
)  # fmt: skip
PER_PERIOD = (
    "split_missed", "split_missed_low", "split_missed_high", "potential", "potential_low",
    "potential_high",
)  # fmt: skip
TEXTS = ("fix_verdict", "consolidate_verdict", "potential_from")


def score_topics(
    topics: object,
    *,
    keywords: object,
    matches: object | None = None,
    pages: object | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Score each topic of each segment: what people want, click and miss, and what to do.

    Parameters
    ----------
    topics : frame
        Topics table: one row = a keyword of a segment in its topic.
    keywords : frame
        Keywords table the topics were made from.
    matches : frame, optional
        Matches table: the click rows in their topics.
    pages : frame, optional
        Pages table; without it, and without pages in the keyword rows, nothing is proposed for
        creation, because nobody knows what is there.
    settings : Settings, optional
        `interval`, `fdr`, `match_rate` and `random_state` are used.

    Returns
    -------
    DataFrame
        Scores table: one row = a segment and topic, sorted by both; sizes per 28 days (per
        period of the export where that is unknown).

    Raises
    ------
    SmoError
        When a table is no table of its kind, or a segment has neither impressions nor volume.

    Examples
    --------
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["red rope", "tent"], "normal": ["red rope", "tent"],
    ...      "topic": [0, 1], "pillar": 0, "label": ["red rope", "tent"],
    ...      "pillar_label": "gear", "membership": 1.0})
    >>> words = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["red rope", "tent"], "volume": [870, 87]})
    >>> score_topics(topics, keywords=words)[["topic", "demand_kind", "verdict"]].values.tolist()
    [[0, 'volume', 'explore'], [1, 'volume', 'explore']]
    """
    caller, chosen = "score_topics", settings or Settings()
    placed = check_table(topics, TOPICS, caller=caller)
    words = check_table(keywords, KEYWORDS, caller=caller)
    met = check_optional(matches, MATCHES, caller=caller)
    sites = check_optional(pages, PAGES, caller=caller)
    if placed.empty:
        return empty_table(SCORES)
    table = topic_demand(placed, words, interval=chosen.interval)
    rare = rare_keywords(words, chosen.k_anonymity)
    table["label"] = named_labels(table, placed, rare, chosen.report_language)
    table["has_map"] = bool(len(met))
    segments = judge_ctr(placed, words, prior_curve(chosen))
    for measure in (topic_effects, topic_splits):
        parts = [measure(one, interval=chosen.interval, fdr=chosen.fdr) for one in segments]
        parts = [part for part in parts if len(part)]
        if parts:
            table = table.merge(pd.concat(parts, ignore_index=True), on=KEY, how="left")
    attention = topic_attention(met, placed, interval=chosen.interval)
    table = table.merge(attention, on=KEY, how="left")
    failures = topic_failures(met, placed, interval=chosen.interval, fdr=chosen.fdr)
    table = table.merge(failures, on=KEY, how="left")
    table = table.merge(serving_pages(placed, words, sites, chosen), on=KEY, how="left")
    table = table.merge(topic_ranks(placed, words), on=KEY, how="left")
    table = table.merge(distinctive_topics(placed, words), on=KEY, how="left")
    judged_table = with_verdicts(_with_numbers(table), fdr=chosen.fdr)
    result = _per_28_days(judged_table).sort_values(KEY, kind="stable")
    return check_table(result.reindex(columns=list(SCORES.names)), SCORES, caller=caller)


def _with_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every number and text column in place, NA where unknown."""
    kinds = dict.fromkeys(NUMBERS, DTYPES["number"]) | dict.fromkeys(TEXTS, DTYPES["text"])
    found: dict[str, Any] = {
        name: table[name].astype(kind)
        if name in table.columns
        else pd.Series(pd.NA, index=table.index, dtype=kind)
        for name, kind in kinds.items()
    }
    return table.assign(**found)


def _per_28_days(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the clicks missed as a shortfall per 28 days, the base named."""
    factor = table["demand"] / table["impressions"].where(table["impressions"] > 0)
    return table.assign(
        attention_base=table["base"],
        shortfall=table["missed"] * factor,
        shortfall_low=table["missed_low"] * factor,
        shortfall_high=table["missed_high"] * factor,
        **{name: table[name] * factor for name in PER_PERIOD},
    )
