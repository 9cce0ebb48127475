"""A plan of measurement for each proposal: what to hold back, what can be seen, and when."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.checks import check_table, empty_table
from smo.errors import SmoError
from smo.evaluate.effects import N_MATCHES, as_marks
from smo.evaluate.measure import unit_counts
from smo.evidence.periods import counted_rows, factors
from smo.extras import MEASUREMENT
from smo.plan import TopicPlan
from smo.stats import normal_quantile, two_sided_z

CALLER = "plan_measurement"
POWER = 0.8
WORTH = 0.3  # the effect whose weeks are told
MOST_WEEKS = 52


def plan_measurement(plan: TopicPlan) -> pd.DataFrame:
    """Return for each proposal how its effect can be measured after acting on it.

    Parameters
    ----------
    plan : TopicPlan
        A plan whose keywords have clicks.

    Returns
    -------
    DataFrame
        One row = a proposal whose topic has clicks, in the plan's order. `detectable` and `weeks`
        are the least: rates that drift by themselves, which one period cannot tell, add to them.

    Raises
    ------
    SmoError
        When the plan is none, or its keywords tell no clicks.

    Examples
    --------
    >>> import smo
    >>> words = pd.DataFrame({"segment": "all", "impressions": 900.0, "clicks": 450.0,
    ...     "period_days": 28, "keyword": ["red rope", "rope bag", "big tent", "tent pole"]})
    >>> plan = smo.analyze(words, clusterer=smo.KeywordClusterer(2))
    >>> plan_measurement(plan)[["clicks", "detectable", "weeks"]].round(2).values.tolist()
    [[900.0, 0.15, 1.0], [900.0, 0.15, 1.0]]
    """
    if not isinstance(plan, TopicPlan):
        problem = f"'plan' must be a TopicPlan; got {type(plan).__name__}"
        raise SmoError(problem, where=CALLER)
    units = unit_counts(plan, plan.keywords, "topic")
    units = units.assign(topic=units["unit"].astype("int64"))
    factor = float(factors(counted_rows(plan.keywords)).fillna(1.0).median())
    z = two_sided_z(plan.settings.interval) + float(normal_quantile(POWER))
    rows = []
    for proposal in plan.proposals.to_dict("records"):
        own = units.index[(units["topic"] == proposal["topic"]) & (units["clicks_before"] > 0)]
        if not len(own):
            continue
        others = _alike(units, int(own[0]), set(plan.proposals["topic"]))
        counts = units["clicks_before"].to_numpy(dtype=float)
        sides = [counts[own].sum(), counts[others].sum()] if len(others) else [counts[own].sum()]
        errors = [_error(sides, week / 4.0 * factor) for week in range(1, MOST_WEEKS + 1)]
        weeks = [w for w, error in enumerate(errors, 1) if np.expm1(z * error) <= WORTH]
        pages = list(proposal["pages"])
        rows.append(
            {
                "segment": proposal["segment"], "rank": proposal["rank"],
                "topic": proposal["topic"], "title": proposal["title"],
                "clicks": counts[own[0]] * factor,
                "hold_back": units.loc[others, "label"].tolist(),
                "hold_pages": pages[1::2], "detectable": float(np.expm1(z * errors[3])),
                "weeks": weeks[0] if weeks else None,
            }
        )  # fmt: skip
    table = pd.DataFrame(rows) if rows else empty_table(MEASUREMENT)
    return check_table(table, MEASUREMENT, caller=CALLER)


def _error(sides: list[float], length: float) -> float:
    """Return the error of the log effect when after is `length` times as long as before."""
    before = sum(1.0 / max(clicks, 0.5) for clicks in sides)
    return float(np.sqrt(before + sum(1.0 / max(clicks * length, 0.5) for clicks in sides)))


def _alike(units: pd.DataFrame, own: int, proposed: set[int]) -> list[int]:
    """Return the topics most like one, first those that are not proposed themselves."""
    marks = as_marks(units)
    far = ((marks - marks[own]) ** 2).sum(axis=1).round(9)
    taken = units["topic"].isin(proposed).to_numpy()
    order = np.lexsort((np.arange(len(units)), far, taken))
    clicked = units["clicks_before"].to_numpy(dtype=float) > 0
    return [int(i) for i in order if i != own and clicked[i]][:N_MATCHES]
