"""The ranked list of content topics of each segment, each with its brief and reason."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table, empty_table
from smo.propose.briefs import Sources, gather, write_brief
from smo.propose.diversity import marginal_relevance, topic_similarity
from smo.propose.sizes import candidates, with_ranks
from smo.propose.wording import Facts, reason
from smo.settings import Settings
from smo.tables import KEYWORDS, MATCHES, PROPOSALS, SCORES, TOPICS
from smo.text.space import TopicSpace, fit_space

ON_MAP = ("fix", "share")  # their sizes are clicks on the map
POOL = 3  # candidates looked at for each place that is left


def propose_topics(
    scores: object,
    *,
    topics: object,
    keywords: object,
    matches: object | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Choose, order and explain the topics to work on in each segment.

    Order: `act`; topics to wait for whose whole interval is a loss; suggestions; topics to
    explore; the other topics to wait for. Where impressions could not be tested, pages to create
    and topics to explore stand in one order, by demand. Inside each by the lower end of the
    size's interval. Where more candidates are left than places, those unlike the ones chosen are
    preferred.

    Parameters
    ----------
    scores : frame
        Scores table.
    topics, keywords : frame
        Tables the scores were made from.
    matches : frame, optional
        Matches table, for elements and channels.
    settings : Settings, optional
        `n_proposals`, `interval`, `random_state` and `report_language` are used.

    Returns
    -------
    DataFrame
        Proposals table: one row = a proposal, at most `n_proposals` a segment, sorted by
        segment and rank. `evidence` names rows: "keyword:<text>" of the segment's keywords,
        "click:<click_id>" of the clicks. A keyword's count is per 28 days, a search volume as
        exported, a month.

    Raises
    ------
    SmoError
        When a table is no table of its kind.

    Examples
    --------
    >>> from smo.evidence import score_topics
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["red rope", "tent"], "normal": ["red rope", "tent"],
    ...      "topic": [0, 1], "pillar": 0, "label": ["red rope", "tent"],
    ...      "pillar_label": "gear", "membership": 1.0})
    >>> words = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["red rope", "tent"], "volume": [870, 87]})
    >>> scores = score_topics(topics, keywords=words)
    >>> propose_topics(scores, topics=topics, keywords=words)[["rank", "title"]].values.tolist()
    [[1, 'red rope'], [2, 'tent']]
    """
    caller, chosen = "propose_topics", settings or Settings()
    scored = check_table(scores, SCORES, caller=caller)
    placed = check_table(topics, TOPICS, caller=caller)
    words = check_table(keywords, KEYWORDS, caller=caller)
    met = check_optional(matches, MATCHES, caller=caller)
    table = candidates(scored, placed, met, interval=chosen.interval)
    if table.empty:
        return empty_table(PROPOSALS)
    space = fit_space(placed["normal"].tolist(), placed["topic"].astype(int).tolist())
    picked = pd.concat(
        [
            _pick(with_ranks(part, chosen), space, chosen)
            for _, part in table.groupby("segment", sort=True)
        ],
        ignore_index=True,
    )
    sources = gather(picked, placed, words, met, settings=chosen)
    known = _period_known(words)
    rows = [_proposal(row, sources, known, chosen) for row in picked.to_dict("records")]
    return check_table(pd.DataFrame(rows), PROPOSALS, caller=caller)


def _pick(table: pd.DataFrame, space: TopicSpace, settings: Settings) -> pd.DataFrame:
    """Return the rows chosen from one segment, in order, with their rank."""
    parts: list[pd.DataFrame] = []
    left = settings.n_proposals
    for _, part in table.groupby("order", sort=True):
        pool = part.head(POOL * left)
        if len(part) > left:
            relevance = [1.0 - place / len(pool) for place in range(len(pool))]
            like = topic_similarity(space, pool["topic"].astype(int).tolist())
            pool = pool.iloc[sorted(marginal_relevance(relevance, like, left))]
        parts.append(pool)
        left -= len(pool)
        if left <= 0:
            break
    picked = pd.concat(parts)
    picked["rank"] = range(1, len(picked) + 1)
    picked["rank_low"] = picked[["rank", "rank_low"]].min(axis=1)
    picked["rank_high"] = picked[["rank", "rank_high"]].max(axis=1)
    return picked


def _period_known(keywords: pd.DataFrame) -> dict[str, bool]:
    """Tell for each segment whether every impression row belongs to a known period."""
    shown = keywords[keywords["impressions"].notna()]
    known = shown["period_days"].notna() | shown["date"].notna()
    return {str(name): bool(flag) for name, flag in known.groupby(shown["segment"]).all().items()}


def _proposal(
    row: Mapping[Hashable, Any], sources: Sources, known: dict[str, bool], settings: Settings
) -> dict[str, Any]:
    brief = write_brief(sources, row["segment"], int(row["topic"]), row["action"])
    period_known = known.get(row["segment"], True)
    if row["action"] in ON_MAP:
        period_known = bool(row["map_period_known"])
    facts = _facts(row, period_known=period_known, mass=settings.interval)
    copied = (
        "segment", "rank", "rank_low", "rank_high", "p_top", "topic", "action", "verdict",
        "size_unit", "size_low", "size_median", "size_high",
    )  # fmt: skip
    return {
        **{name: row[name] for name in copied},
        "title": row["label"],
        "keywords": brief.keywords,
        "questions": brief.questions,
        "pages": brief.pages,
        "elements": brief.elements,
        "hashtags": brief.hashtags,
        "channel": brief.channel,
        "format": brief.format,
        "reason": reason(facts, settings.report_language),
        "evidence": brief.evidence,
    }


def _facts(row: Mapping[Hashable, Any], *, period_known: bool, mass: float) -> Facts:
    def value(name: str) -> float | None:
        return None if pd.isna(row[name]) else float(row[name])

    expected_ctr = value("ctr_expected")
    return Facts(
        verdict=row["verdict"],
        action=row["action"],
        standing=row["standing"],
        demand=float(row["demand"]),
        demand_kind=row["demand_kind"],
        demand_share=float(row["demand_share"]),
        n_keywords=float(row["n_keywords"]),
        low=float(row["size_low"]),
        median=float(row["size_median"]),
        high=float(row["size_high"]),
        mass=mass,
        period_known=period_known,
        position=value("position"),
        expected=None if expected_ctr is None else expected_ctr * float(row["demand"]),
        got=None if pd.isna(row["ctr"]) else float(row["ctr"]) * float(row["demand"]),
        ratio=value("effect"),
        ratio_low=value("effect_low"),
        ratio_high=value("effect_high"),
        map_share=value("attention_share"),
        needed=value("needed_impressions"),
        split_queries=value("split_queries"),
        split_ratio=value("split_ratio"),
        whole_ratio=value("whole_ratio"),
        failed=value("failed"),
        failed_of=value("failed_of"),
        failed_base=value("failed_base"),
        map_factor=float(row["map_factor"]),
    )
