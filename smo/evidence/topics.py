"""What can be said of the topics themselves: whether keywords group at all, and how firmly."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from smo.checks import check_table
from smo.evidence.facts import Fact, fact_table
from smo.settings import Settings
from smo.stats.hopkins import Tendency
from smo.tables import TOPICS
from smo.text.numbers import count_text, grouped, share_text

LOOSE = 0.6  # Hennig (2007): below it a cluster is not to be trusted
EVERYWHERE = "all"


def diagnose_topics(
    topics: object, *, tendency: Tendency | None = None, settings: Settings | None = None
) -> pd.DataFrame:
    """Return what can be said of the topics, as sentences in the report's language.

    Parameters
    ----------
    topics : frame
        Topics table.
    tendency : Tendency, optional
        Whether the keywords of all segments group more than words met by chance would.
    settings : Settings, optional
        `report_language` is used.

    Returns
    -------
    DataFrame
        Diagnostics table: `tendency` or `no_tendency` of the segment "all", whose value is the
        Hopkins statistic; `stable` of each segment, whose value is the share of its keywords in
        topics that come back from half of their keywords (stability of 0.6 or more).

    Raises
    ------
    SmoError
        When the table is no topics table.

    Examples
    --------
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["tent", "rope"], "normal": ["tent", "rope"],
    ...      "topic": [0, 1], "pillar": 0, "label": ["tent", "rope"], "pillar_label": "tent",
    ...      "membership": 1.0, "stability": [0.9, 0.4]})
    >>> facts = diagnose_topics(topics, tendency=Tendency(0.49, 0.48, 0.52))
    >>> facts[["segment", "code", "value"]]
      segment         code  value
    0     all  no_tendency   0.49
    1     all       stable    0.5
    """
    table = check_table(topics, TOPICS, caller="diagnose_topics")
    language = (settings or Settings()).report_language
    facts = [*_tendency(tendency, language), *_stable(table, language)]
    return fact_table(facts, language, caller="diagnose_topics")


def _tendency(tendency: Tendency | None, language: str) -> Iterator[Fact]:
    if tendency is None or tendency.clusters is None:
        return
    names = {
        "statistic": grouped(tendency.statistic, language, 2),
        "low": grouped(tendency.low, language, 2),
        "high": grouped(tendency.high, language, 2),
    }
    code, level = ("tendency", "fact") if tendency.clusters else ("no_tendency", "warning")
    yield Fact(EVERYWHERE, code, level, tendency.statistic, "Hopkins statistic", names)


def _stable(topics: pd.DataFrame, language: str) -> Iterator[Fact]:
    for segment, rows in topics.groupby("segment", sort=True):
        told = rows[rows["stability"].notna()]
        if told.empty:
            continue
        firm = told["stability"] >= LOOSE
        by_topic = told.drop_duplicates("topic")
        names = {
            "share": share_text(float(firm.mean()), language),
            "n": count_text(float((by_topic["stability"] >= LOOSE).sum()), language),
            "of": count_text(float(len(by_topic)), language),
        }
        yield Fact(str(segment), "stable", "fact", float(firm.mean()), "share of keywords", names)
