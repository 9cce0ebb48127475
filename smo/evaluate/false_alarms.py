"""How often a plan's verdicts would say `act` if nothing were wrong."""

from __future__ import annotations

from dataclasses import dataclass

from smo.errors import SmoError
from smo.evidence.false_alarms import SegmentAlarms, simulate_nulls
from smo.plan import TopicPlan

__all__ = ["FalseAlarms", "SegmentAlarms", "false_alarm_rate"]


@dataclass(frozen=True)
class FalseAlarms:
    """False alarms of a plan in simulated worlds without a broken topic.

    Parameters
    ----------
    segments : tuple of SegmentAlarms
        One for each segment and action: `improve` where CTR is judged, `consolidate` where
        several pages share queries, `fix` where clicks tell whether they failed.
    """

    segments: tuple[SegmentAlarms, ...]

    @property
    def tested(self) -> int:
        """Tests in all worlds, segments and actions."""
        return sum(part.tested for part in self.segments)

    @property
    def act(self) -> int:
        """Those that said `act` all the same."""
        return sum(part.act for part in self.segments)

    @property
    def rate(self) -> float:
        """Share of the tests that said `act`; NaN where none could be made."""
        return self.act / self.tested if self.tested else float("nan")


def false_alarm_rate(plan: TopicPlan, *, n_worlds: int = 20) -> FalseAlarms:
    """Return how often the plan's rule says `act` where nothing is wrong.

    Worlds are drawn from the plan's own impressions, positions and topics: the clicks of each
    query are those of the site's typical topic, with the scatter found; and from the clicks of its
    elements: as many fail as of elements alike. The same code then fits the curve and the base
    anew and tests every topic for `improve`, `consolidate` and `fix`; `create` and `share` are
    preferences, never `act`. The rate holds if curve and base are right.

    Parameters
    ----------
    plan : TopicPlan
        A plan of `smo.analyze`, or one loaded.
    n_worlds : int
        Worlds of each segment, 1 or more.

    Returns
    -------
    FalseAlarms
        Without segments where nothing can be tested.

    Raises
    ------
    SmoError
        When the plan is none, or the number no whole number above 0.

    Examples
    --------
    >>> import pandas as pd, smo
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["rope", "tent"], "volume": [9, 5]})
    >>> false_alarm_rate(smo.analyze(words)).segments
    ()
    """
    if not isinstance(plan, TopicPlan):
        problem = f"'plan' must be a TopicPlan; got {type(plan).__name__}"
        raise SmoError(problem, where="false_alarm_rate")
    if isinstance(n_worlds, bool) or not isinstance(n_worlds, int) or n_worlds < 1:
        problem = f"'n_worlds' must be a whole number >= 1; got {n_worlds!r}"
        raise SmoError(problem, where="false_alarm_rate")
    found = simulate_nulls(
        plan.topics, plan.keywords, n_worlds=n_worlds, settings=plan.settings, matches=plan.matches
    )
    return FalseAlarms(tuple(found))
