"""What a plan's own tables tell beyond it, in one step."""

from __future__ import annotations

import pandas as pd

from smo.audience import (
    find_unreachable,
    mentions_from_clicks,
    rank_influencers,
    segment_values,
    suggest_segments,
    trace_paths,
)
from smo.errors import SmoError
from smo.evaluate.compare import compare_plans
from smo.evaluate.measurement import plan_measurement
from smo.extras import Extras
from smo.plan import TopicPlan

CALLER = "collect_extras"


def collect_extras(plan: TopicPlan, *, previous: TopicPlan | None = None) -> Extras:
    """Return what a plan's own tables tell beyond it: ways, senders, measurement, segments.

    Parameters
    ----------
    plan : TopicPlan
        The plan to report.
    previous : TopicPlan, optional
        The plan before it; `changes` then tells what became of its topics.

    Returns
    -------
    Extras
        Flows and reach where clicks have targets, the channels and campaigns that bring clicks
        where they are told, the measurement of each proposal where keywords have clicks, what
        each of several segments values, the segments that columns suggest. Tactics, replay and
        people of your own are added by `dataclasses.replace`.

    Raises
    ------
    SmoError
        When one of the two is no plan.

    Examples
    --------
    >>> import smo
    >>> words = pd.DataFrame({"segment": "all", "impressions": 900.0, "clicks": 450.0,
    ...     "period_days": 28, "keyword": ["red rope", "rope bag", "big tent", "tent pole"]})
    >>> plan = smo.analyze(words, clusterer=smo.KeywordClusterer(2))
    >>> extras = collect_extras(plan, previous=plan)
    >>> extras
    <Extras: changes, measurement>
    >>> text = plan.to_markdown(extras=extras)
    """
    for name, given in (("plan", plan), ("previous", previous)):
        if not isinstance(given, TopicPlan) and (name == "plan" or given is not None):
            problem = f"{name!r} must be a TopicPlan; got {type(given).__name__}"
            raise SmoError(problem, where=CALLER)
    clicks, matches, keywords = plan.clicks, plan.matches, plan.keywords
    topics = plan.topics
    leads = bool(clicks["target"].notna().any())
    told = clicks["channel"].notna() | clicks["campaign"].notna()
    mentions = None
    if bool((told & (clicks["clicks"] > 0)).any()):
        mentions = mentions_from_clicks(clicks, matches=matches, topics=topics)
    return Extras(
        flows=trace_paths(matches, clicks=clicks) if leads else None,
        reach=find_unreachable(plan.scores, clicks=clicks, keywords=keywords) if leads else None,
        influencers=None if mentions is None else _ranked(mentions, plan),
        valued=segment_values(topics, clicks=clicks, settings=plan.settings),
        suggested=suggest_segments(keywords, topics=topics, settings=plan.settings),
        changes=None if previous is None else compare_plans(previous, plan),
        measurement=plan_measurement(plan) if bool(keywords["clicks"].notna().any()) else None,
    )


def _ranked(mentions: pd.DataFrame, plan: TopicPlan) -> pd.DataFrame | None:
    if (mentions["source"] == mentions["target"]).all():
        return None
    settings = plan.settings
    return rank_influencers(
        mentions, interval=settings.interval, random_state=settings.random_state
    )
