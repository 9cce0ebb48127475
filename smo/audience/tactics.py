"""Which tactics are worth their effort, from the user's own numbers alone."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.checks import check_table
from smo.errors import SmoError
from smo.extras import WEIGHED
from smo.spec import Column, Table, must, number, share

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

CALLER = "weigh_tactics"
EXACT = 20  # tactics up to which every choice is looked at; above, by steps of the budget
STEPS = 2_000

TACTICS = Table(
    "tactics",
    "a tactic as the user knows it",
    ("tactic",),
    (
        must("tactic", "its name"),
        Column("effort", "number", "what it costs, in any one unit", required=True, low=0.0),
        Column("effect", "number", "what it brought, measured, in any one unit", required=True),
        number("effect_low", "lower end of its interval"),
        number("effect_high", "upper end of its interval"),
        share("used_by", "share of the segment that uses what it works through; NA = all"),
    ),
)


def weigh_tactics(tactics: object, *, budget: float | None = None) -> pd.DataFrame:
    """Weigh tactics by what they were measured to bring, what they cost, and who uses them.

    Nothing is known here that the table does not say: no effect, effort or usage is shipped.

    Parameters
    ----------
    tactics : frame or path
        One row = a tactic, or a CSV file of such rows: tactic, effort, effect; effect_low and
        effect_high (as `smo.evaluate.measure` gives them), used_by. An effect without an interval
        has a lower end of 0, because nobody knows it.
    budget : float, optional
        Effort that can be spent.

    Returns
    -------
    DataFrame
        One row = a tactic, best lower end for its effort first. `chosen` is the set with the
        highest sum of positive lower ends that the budget allows: exact up to 20 tactics, above
        to a two-thousandth of the budget, never over it.

    Raises
    ------
    SmoError
        When the table lacks a column, names a tactic twice, or has an interval that does not
        hold its effect; when the budget is no number from 0 on.

    Examples
    --------
    >>> table = pd.DataFrame({"tactic": ["titles", "video", "badges"], "effort": [2, 8, 3],
    ...     "effect": [40, 90, 5], "effect_low": [20, 30, -5], "effect_high": [60, 150, 15]})
    >>> weigh_tactics(table, budget=8)[["tactic", "worth_low", "front", "chosen"]].values.tolist()
    [['titles', 20.0, True, False], ['video', 30.0, True, True], ['badges', -5.0, False, False]]
    """
    table = read_tactics(tactics)
    used = table["used_by"].fillna(1.0)
    measured = table["effect_low"].notna()
    low = table["effect_low"].fillna(table["effect"].clip(upper=0.0)) * used
    found = table[["tactic", "effort"]].assign(
        worth=table["effect"] * used, worth_low=low, worth_high=table["effect_high"] * used,
        per_effort=low / table["effort"].where(table["effort"] > 0),
        effect_measured=measured.astype(float),
    )  # fmt: skip
    effort, worth = (found[name].to_numpy(dtype=float) for name in ("effort", "worth_low"))
    found["front"] = pareto_front(effort, worth)
    if budget is not None:
        found["chosen"] = choose_within(effort, worth, _budget(budget))
    free = found["per_effort"].isna() & (found["worth_low"] > 0)
    order = found["per_effort"].fillna(-np.inf).mask(free, np.inf)
    found = found.assign(order=-order).sort_values(["order", "tactic"], kind="stable")
    found["rank"] = np.arange(1, len(found) + 1)
    return check_table(found, WEIGHED, caller=CALLER)


def pareto_front(effort: Floats, worth: Floats) -> Flags:
    """Return which are worth more than everything that costs no more.

    Examples
    --------
    >>> pareto_front(np.array([1.0, 2.0, 3.0]), np.array([5.0, 4.0, 9.0])).tolist()
    [True, False, True]
    """
    as_good = (effort[None, :] <= effort[:, None]) & (worth[None, :] >= worth[:, None])
    better = (effort[None, :] < effort[:, None]) | (worth[None, :] > worth[:, None])
    return np.asarray(~(as_good & better).any(axis=1) & (worth > 0))


def choose_within(effort: Floats, worth: Floats, budget: float) -> Flags:
    """Return the set with the highest worth whose effort is within the budget (0-1 knapsack).

    Examples
    --------
    >>> choose_within(np.array([6.0, 5.0, 5.0]), np.array([9.0, 6.0, 6.0]), 10.0).tolist()
    [False, True, True]
    """
    useful = np.flatnonzero((worth > 0) & (effort <= budget))
    chosen = np.zeros(len(effort), dtype=bool)
    if len(useful) <= EXACT:
        chosen[useful[_best_subset(effort[useful], worth[useful], budget)]] = True
    else:
        chosen[useful[_by_steps(effort[useful], worth[useful], budget)]] = True
    return chosen


def _best_subset(effort: Floats, worth: Floats, budget: float) -> Flags:
    """Look at every subset, as sums built up one tactic at a time; of equals the cheapest."""
    cost, gain = np.zeros(1), np.zeros(1)
    for e, w in zip(effort, worth, strict=True):
        cost, gain = np.concatenate([cost, cost + e]), np.concatenate([gain, gain + w])
    allowed = np.flatnonzero(cost <= budget * (1 + 1e-12))
    best = allowed[np.lexsort((allowed, cost[allowed], -np.round(gain[allowed], 9)))[0]]
    return np.asarray((best >> np.arange(len(effort))) & 1, dtype=bool)


def _by_steps(effort: Floats, worth: Floats, budget: float) -> Flags:
    """Dynamic programming over efforts rounded up to steps of the budget."""
    step = budget / STEPS if budget > 0 else 1.0
    sizes = np.ceil(effort / step - 1e-9).astype(int)
    tables = [np.zeros(STEPS + 1)]
    for size, w in zip(sizes, worth, strict=True):
        taken = np.full(STEPS + 1, -np.inf)
        if size <= STEPS:
            taken[size:] = tables[-1][: STEPS + 1 - size] + w
        tables.append(np.maximum(tables[-1], taken))
    room, chosen = STEPS, np.zeros(len(effort), dtype=bool)
    for i, (before, after) in reversed(list(enumerate(pairwise(tables)))):
        if after[room] > before[room]:
            chosen[i] = True
            room -= int(sizes[i])
    return chosen


def read_tactics(tactics: object) -> pd.DataFrame:
    """Return the table of tactics, read from its CSV file where a path is given, and checked.

    Raises
    ------
    SmoError
        As `weigh_tactics`.

    Examples
    --------
    >>> read_tactics(pd.DataFrame({"tactic": ["titles"], "effort": [2], "effect": [40]})).shape
    (1, 6)
    """
    if isinstance(tactics, str | os.PathLike):
        try:
            tactics = pd.read_csv(Path(tactics))
        except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as e:
            remedy = "name a CSV file with the columns tactic, effort, effect"
            raise SmoError(f"it cannot be read: {e}", where=str(tactics), remedy=remedy) from None
    table = check_table(tactics, TACTICS, caller=CALLER)
    twice = table.loc[table["tactic"].duplicated(), "tactic"]
    if len(twice):
        raise SmoError(f"{twice.iloc[0]!r} is there twice", where=f"{CALLER}: tactics table")
    outside = (table["effect_low"] > table["effect"]) | (table["effect_high"] < table["effect"])
    if outside.any():
        name = table.loc[outside.fillna(value=False), "tactic"].iloc[0]
        problem = f"the interval of {name!r} does not hold its effect"
        remedy = "mend effect_low, effect or effect_high"
        raise SmoError(problem, where=f"{CALLER}: tactics table", remedy=remedy)
    return table


def _budget(budget: object) -> float:
    fine = isinstance(budget, int | float) and not isinstance(budget, bool)
    if not fine or not 0.0 <= float(str(budget)) < np.inf:
        raise SmoError(f"'budget' must be a number >= 0; got {budget!r}", where=CALLER)
    return float(str(budget))
