"""What became of each topic: same, split, merged, born or died."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from smo.topics.matching import assign_topics, shared_demand

PIECE = 0.15  # share of a topic below which a part of it is a stray, not a piece
MOST = 0.5  # a topic is new, gone, or a piece of another by more than half of its demand
SAME, SPLIT, MERGED, BORN, DIED = "same", "split", "merged", "born", "died"


@dataclass(frozen=True)
class Step:
    """One thing that became of a topic; -1 stands for the topic that is not there."""

    status: str
    before: int
    after: int


def find_steps(before: pd.DataFrame, after: pd.DataFrame) -> list[Step]:
    """Return what became of each topic, by the demand of the normal forms they share.

    A topic after is born, a topic before died, where most of its demand lies on forms the other
    side does not have. A topic is split into those that each take 15 % of its shared demand
    or more and come from it by most of theirs; merging is the same, read backwards. What is
    left is the same where the assignment with the most in common pairs it.

    Parameters
    ----------
    before, after : DataFrame
        One row = a normal form: normal (unique), topic, weight.

    Returns
    -------
    list of Step
        Every topic of both sides stands in one step at least; sorted by topic after, before.

    Examples
    --------
    >>> one = pd.DataFrame({"normal": list("abcd"), "topic": [0, 0, 1, 1], "weight": 1.0})
    >>> two = one.assign(topic=[0, 1, 2, 2])
    >>> [(step.status, step.before, step.after) for step in find_steps(one, two)]
    [('split', 0, 0), ('split', 0, 1), ('same', 1, 2)]
    """
    shared = shared_demand(before, after)
    gone, new = _mostly_alone(before, after), _mostly_alone(after, before)
    shared = shared.loc[~shared.index.isin(gone), ~shared.columns.isin(new)]
    forward = shared.div(shared.sum(axis=1).where(lambda size: size > 0, 1.0), axis=0)
    backward = shared.div(shared.sum(axis=0).where(lambda size: size > 0, 1.0), axis=1)
    steps = [Step(SPLIT, b, a) for b, a in _pieces(forward, backward)]
    steps += [Step(MERGED, b, a) for a, b in _pieces(backward.T, forward.T)]
    told_before, told_after = ({getattr(s, side) for s in steps} for side in ("before", "after"))
    rest = shared.loc[~shared.index.isin(told_before), ~shared.columns.isin(told_after)]
    pairs = {
        a: b for a, b in assign_topics(rest).items()
        if max(float(forward[a][b]), float(backward[a][b])) > MOST
    }  # fmt: skip
    steps += [Step(SAME, b, a) for a, b in pairs.items()]
    told_before, told_after = ({getattr(s, side) for s in steps} for side in ("before", "after"))
    steps += [Step(BORN, -1, int(a)) for a in set(after["topic"]) - told_after]
    steps += [Step(DIED, int(b), -1) for b in set(before["topic"]) - told_before]
    return sorted(steps, key=lambda step: (step.after < 0, step.after, step.before))


def _mostly_alone(own: pd.DataFrame, other: pd.DataFrame) -> list[int]:
    """Return the topics whose demand lies mostly on forms that the other side does not have."""
    alone = own["weight"].where(~own["normal"].isin(set(other["normal"])), 0.0)
    share = alone.groupby(own["topic"]).sum() / own.groupby("topic")["weight"].sum()
    return [int(topic) for topic in share.index[share.fillna(0.0) > MOST]]


def _pieces(forward: pd.DataFrame, backward: pd.DataFrame) -> list[tuple[int, int]]:
    """Return the (whole, piece) pairs of each row of `forward` that falls into two or more."""
    found = []
    parts = (forward >= PIECE) & (backward > MOST)
    for whole, row in parts.iterrows():
        columns = row.index[row.to_numpy(dtype=bool)]
        if len(columns) > 1:
            found += [(int(str(whole)), int(piece)) for piece in columns]
    return found
