"""What a plan's own tables tell beyond it, in one step."""

from __future__ import annotations

import os

import pandas as pd

from smo.audience import (
    find_unreachable,
    mentions_from_clicks,
    rank_influencers,
    segment_values,
    suggest_segments,
    trace_paths,
    weigh_tactics,
)
from smo.checks import check_table
from smo.errors import SmoError
from smo.evaluate.compare import compare_plans
from smo.evaluate.measurement import plan_measurement
from smo.extras import MENTIONS, Extras
from smo.plan import TopicPlan
from smo.read import read_mentions

CALLER = "collect_extras"


def collect_extras(
    plan: TopicPlan,
    *,
    previous: TopicPlan | None = None,
    mentions: object = None,
    tactics: object = None,
    budget: float | None = None,
) -> Extras:
    """Return what a plan's own tables tell beyond it: ways, senders, measurement, segments.

    Parameters
    ----------
    plan : TopicPlan
        The plan to report.
    previous : TopicPlan, optional
        The plan before it; `changes` then tells what became of its topics.
    mentions : frame or source, optional
        Who mentions whom: what `smo.read.read_mentions` returned, or a path it reads. Stands in
        for the channels and campaigns that the clicks tell.
    tactics : frame or path, optional
        Tactics as `smo.audience.weigh_tactics` takes them.
    budget : float, optional
        Effort that can be spent on tactics.

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
        When a plan is none, mentions or tactics are wrong, or a budget has no tactics.

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
    if budget is not None and tactics is None:
        raise SmoError(
            f"'budget' is {budget!r} and there are no tactics", where=CALLER, remedy="give tactics="
        )
    clicks, matches, keywords = plan.clicks, plan.matches, plan.keywords
    topics = plan.topics
    leads = bool(clicks["target"].notna().any())
    return Extras(
        flows=trace_paths(matches, clicks=clicks) if leads else None,
        reach=find_unreachable(plan.scores, clicks=clicks, keywords=keywords) if leads else None,
        influencers=_ranked(_senders(plan) if mentions is None else _mentions(mentions), plan),
        tactics=None if tactics is None else weigh_tactics(tactics, budget=budget),
        valued=segment_values(topics, clicks=clicks, settings=plan.settings),
        suggested=suggest_segments(
            keywords, topics=topics, clicks=clicks, matches=matches, settings=plan.settings
        ),
        changes=None if previous is None else compare_plans(previous, plan),
        measurement=plan_measurement(plan) if bool(keywords["clicks"].notna().any()) else None,
    )


def _mentions(given: object) -> pd.DataFrame:
    if isinstance(given, str | os.PathLike):
        return read_mentions(given)
    return check_table(given, MENTIONS, caller=CALLER)


def _senders(plan: TopicPlan) -> pd.DataFrame | None:
    """Return how pages point at what brought their clicks, None where none of it is told."""
    clicks = plan.clicks
    told = clicks["channel"].notna() | clicks["campaign"].notna()
    if not bool((told & (clicks["clicks"] > 0)).any()):
        return None
    mentions = mentions_from_clicks(clicks, matches=plan.matches, topics=plan.topics)
    return None if bool((mentions["source"] == mentions["target"]).all()) else mentions


def _ranked(mentions: pd.DataFrame | None, plan: TopicPlan) -> pd.DataFrame | None:
    if mentions is None:
        return None
    settings = plan.settings
    return rank_influencers(
        mentions, interval=settings.interval, random_state=settings.random_state
    )
