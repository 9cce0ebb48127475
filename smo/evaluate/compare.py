"""Two plans of one site, a month apart: which topics are the same, and what changed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.checks import check_table
from smo.errors import SmoError
from smo.evaluate.changes import changes, keyword_facts
from smo.evaluate.lineage import Step, find_steps
from smo.extras import CHANGES
from smo.plan import TopicPlan
from smo.stats import two_sided_z

CALLER = "compare_plans"
SIDES = ("before", "after")


def compare_plans(before: TopicPlan, after: TopicPlan) -> pd.DataFrame:
    """Return what became of each topic between two plans, and what changed its clicks.

    Topics are matched by the normal forms they share, weighted by the root of demand; what is
    split, merged, born and died tells `smo.evaluate.lineage`. Each keyword counts in one row, so
    the rows of a segment sum to the plans. Clicks are demand x snippet x rank: what is searched,
    how often it is clicked against what the place promises, and what the place promises by the
    curve of the plan before; their parts in the change are exact (Shapley value).

    Parameters
    ----------
    before, after : TopicPlan
        Plans of `smo.analyze`, or loaded ones; the ids need not agree.

    Returns
    -------
    DataFrame
        One row = what became of a topic in a segment, largest change of clicks first. Intervals
        hold the noise of counting, not how keywords were given to topics.

    Raises
    ------
    SmoError
        When one of the two is no plan, or no segment is in both.

    Examples
    --------
    >>> import smo
    >>> words = pd.DataFrame({"segment": "all", "impressions": [90, 30, 60, 20],
    ...     "keyword": ["red rope", "rope bag", "big tent", "tent pole"]})
    >>> one = smo.analyze(words, clusterer=smo.KeywordClusterer(2))
    >>> two = smo.analyze(words.assign(impressions=[45, 15, 60, 20]),
    ...     clusterer=smo.KeywordClusterer(2))
    >>> found = compare_plans(one, two)
    >>> found[["status", "label_after", "demand_before", "demand_after"]].values.tolist()
    [['same', 'red rope', 120.0, 60.0], ['same', 'big tent', 80.0, 80.0]]
    """
    for name, plan in (("before", before), ("after", after)):
        if not isinstance(plan, TopicPlan):
            problem = f"{name!r} must be a TopicPlan; got {type(plan).__name__}"
            raise SmoError(problem, where=CALLER)
    facts = {"before": keyword_facts(before, before), "after": keyword_facts(after, before)}
    _require_common(*(sorted(facts[side]["segment"].unique()) for side in SIDES))
    weights = {side: _weights(facts[side]) for side in SIDES}
    steps = find_steps(weights["before"], weights["after"])
    table = _pieces(facts, weights, steps)
    interval = after.settings.interval
    table = pd.concat([table, changes(table, interval=interval).drop(columns=_HELD)], axis=1)
    table = _with_scores(table, {"before": before, "after": after}, interval)
    rank = table["clicks_change"].abs().fillna(0.0) + 1e-9 * table["demand_change"].abs()
    table = table.assign(rank=-rank.round(9)).sort_values(
        ["segment", "rank", "topic_after", "topic_before"], kind="stable"
    )
    return check_table(table[list(CHANGES.names)], CHANGES, caller=CALLER)


def _require_common(before: list[str], after: list[str]) -> None:
    if before and after and not set(before) & set(after):
        raise SmoError(
            f"no segment is in both plans: {', '.join(before)} before, {', '.join(after)} after",
            where=CALLER,
            remedy="give the segments of both plans the same names, by the same rules",
        )


_HELD = ["demand_before", "demand_after", "clicks_before", "clicks_after"]


def _weights(facts: pd.DataFrame) -> pd.DataFrame:
    """Return each normal form with its topic and weight.

    The square root of demand: one query with most of a topic's demand does not decide alone.
    """
    forms = facts.groupby("normal", sort=True).agg(
        topic=("topic", "first"), weight=("demand", "sum")
    )
    return forms.assign(weight=np.sqrt(forms["weight"])).reset_index()


def _pieces(
    facts: dict[str, pd.DataFrame], weights: dict[str, pd.DataFrame], steps: list[Step]
) -> pd.DataFrame:
    """Return the sums of both sides in each step; each keyword counts in one step."""
    listed = pd.DataFrame(
        {"step": range(len(steps)), "status": [s.status for s in steps],
         "topic_before": [s.before for s in steps], "topic_after": [s.after for s in steps]}
    )  # fmt: skip
    sums = []
    for side, other in (SIDES, SIDES[::-1]):
        there = dict(zip(weights[other]["normal"], weights[other]["topic"], strict=True))
        own = facts[side]
        pairs = own[["normal", "topic"]].assign(there=own["normal"].map(there).fillna(-1))
        named = {(r[f"topic_{side}"], r[f"topic_{other}"]): r["step"] for r in
                 listed.to_dict("records")}  # fmt: skip
        main = _main_steps(own, pairs, named)
        step = [
            named.get((t, o), main[t]) for t, o in zip(pairs["topic"], pairs["there"], strict=True)
        ]
        parts = own.drop(columns=["normal", "topic"]).assign(step=step, keywords=1.0)
        summed = parts.groupby(["segment", "step"], sort=True).sum(min_count=1)
        sums.append(summed.add_suffix(f"_{side}"))
    table = pd.concat(sums, axis=1).reset_index().merge(listed, on="step")
    blank = [name for name in table.columns if name.endswith(SIDES) and "promised" not in name]
    numbers = [name for name in blank if not name.startswith("topic_")]
    return table.fillna(dict.fromkeys(numbers, 0.0))


def _main_steps(
    own: pd.DataFrame, pairs: pd.DataFrame, named: dict[tuple[int, int], int]
) -> dict[int, int]:
    """Return the step that takes a topic's keywords whose own pair is no step."""
    demand = own["demand"].groupby([pairs["topic"], pairs["there"]]).sum().to_dict()
    best: dict[int, tuple[float, int]] = {}
    for (topic, there), step in sorted(named.items()):
        size = float(demand.get((topic, there), 0.0))
        if topic not in best or size > best[topic][0]:
            best[topic] = (size, step)
    return {topic: step for topic, (_, step) in best.items()}


def _with_scores(table: pd.DataFrame, plans: dict[str, TopicPlan], interval: float) -> pd.DataFrame:
    """Return the table with labels and attention of both sides."""
    reach: pd.Series[float] | float = 0.0
    for side, plan in plans.items():
        scores = plan.scores
        names = {
            "topic": f"topic_{side}", "label": f"label_{side}", "attention": f"attention_{side}",
            "attention_low": "low", "attention_high": "high",
        }  # fmt: skip
        told = scores[["segment", *names]].rename(columns=names)
        told = told.drop(columns=f"label_{side}")
        label = plan.topics.drop_duplicates("topic").set_index("topic")["label"]
        table = table.merge(told, on=["segment", f"topic_{side}"], how="left")
        table[f"label_{side}"] = table[f"topic_{side}"].map(label)
        half = (table["high"] - table["low"]).astype(float) / 2.0
        scale = two_sided_z(interval) / two_sided_z(plan.settings.interval)
        reach = reach + (half * scale) ** 2
        table = table.drop(columns=["low", "high"])
        missing = table[f"topic_{side}"] < 0
        table[f"topic_{side}"] = table[f"topic_{side}"].astype("Int64").mask(missing)
    change = table["attention_after"] - table["attention_before"]
    span = np.sqrt(reach)
    return table.assign(
        attention_change=change, attention_change_low=change - span,
        attention_change_high=change + span,
    )  # fmt: skip
