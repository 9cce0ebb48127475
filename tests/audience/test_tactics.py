"""Tactics by the user's own numbers: front, budget, and nothing invented."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.audience import weigh_tactics
from smo.audience.tactics import _by_steps, choose_within, pareto_front
from smo.errors import SmoError

pairs = st.lists(st.tuples(st.integers(0, 30), st.integers(-5, 40)), min_size=1, max_size=9)


@given(pairs, st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_the_choice_is_the_best_there_is(rows: list[tuple[int, int]], budget: int) -> None:
    effort, worth = np.array(rows, dtype=float).T
    chosen = choose_within(effort, worth, float(budget))
    assert effort[chosen].sum() <= budget
    masks = np.array(list(product([False, True], repeat=len(rows))))
    best = max(worth[mask].sum() for mask in masks if effort[mask].sum() <= budget)
    assert worth[chosen].sum() == best


def test_many_tactics_are_chosen_by_steps_within_the_budget() -> None:
    draw = np.random.default_rng(0)
    for _ in range(10):
        effort, worth = draw.uniform(0.5, 10, 18), draw.uniform(1, 20, 18)
        steps = _by_steps(effort, worth, 30.0)
        assert effort[steps].sum() <= 30.0
        exact = choose_within(effort, worth, 30.0)
        assert worth[steps].sum() >= 0.97 * worth[exact].sum()
    many = choose_within(draw.uniform(0.5, 10, 60), draw.uniform(1, 20, 60), 30.0)
    assert 3 < many.sum() < 60


@given(pairs)
@settings(deadline=None, max_examples=60)
def test_nothing_beats_the_front(rows: list[tuple[int, int]]) -> None:
    effort, worth = np.array(rows, dtype=float).T
    front = pareto_front(effort, worth)
    for i, (cost, gain) in enumerate(rows):
        beaten = any(c <= cost and g >= gain and (c, g) != (cost, gain) for c, g in rows)
        assert front[i] == (not beaten and gain > 0)


def test_an_effect_without_interval_is_worth_nothing_surely() -> None:
    table = pd.DataFrame(
        {"tactic": ["told", "measured"], "effort": [1, 1], "effect": [900, 10],
         "effect_low": [None, 4], "effect_high": [None, 16], "used_by": [1.0, 0.5]}
    )  # fmt: skip
    found = weigh_tactics(table, budget=5).set_index("tactic")
    assert found["worth_low"].to_dict() == {"measured": 2.0, "told": 0.0}
    assert found["chosen"].to_dict() == {"measured": True, "told": False}
    assert found["effect_measured"].to_dict() == {"measured": 1.0, "told": 0.0}


def test_a_file_is_read_and_order_changes_nothing(tmp_path: Path) -> None:
    table = pd.DataFrame({"tactic": list("abc"), "effort": [3, 1, 0], "effect": [3, 2, 1],
                          "effect_low": [2, 1, 1], "effect_high": [4, 3, 2]})  # fmt: skip
    table.to_csv(tmp_path / "t.csv", index=False)
    found = weigh_tactics(tmp_path / "t.csv")
    pd.testing.assert_frame_equal(found, weigh_tactics(table.iloc[::-1]))
    assert found["tactic"].tolist() == ["c", "b", "a"]
    assert found["chosen"].isna().all()


@pytest.mark.parametrize(
    ("change", "budget", "match"),
    [
        ({"tactic": ["a", "a"]}, None, "'a' is there twice"),
        ({"effect_low": [5, 5]}, None, "the interval of 'a' does not hold its effect"),
        ({"effort": [-1, 1]}, None, "below 0"),
        ({}, -1.0, "'budget' must be a number >= 0"),
        ({}, True, "'budget' must be a number >= 0"),
    ],
)
def test_wrong_tables_are_refused(
    change: dict[str, object], budget: float | None, match: str
) -> None:
    table = pd.DataFrame({"tactic": ["a", "b"], "effort": [1, 1], "effect": [2, 3]})
    with pytest.raises(SmoError, match=match):
        weigh_tactics(table.assign(**change), budget=budget)  # type: ignore[arg-type]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SmoError, match=r"no\.csv: it cannot be read"):
        weigh_tactics("no.csv")
