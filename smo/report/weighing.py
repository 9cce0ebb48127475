"""Tactics by worth and effort: a table, the picture of the front, and what a budget buys."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.report.draw import Canvas, Figure, Scale, name_beside
from smo.report.numbers import number_or_none, size
from smo.report.part import Part, grid_of
from smo.report.spans import with_ends
from smo.report.words import word

MOST = 20


def tactics_part(weighed: pd.DataFrame, language: str) -> Part:
    """Return the tactics of `smo.audience.weigh_tactics`, best lower end for its effort first."""
    if weighed.empty:
        return Part()
    ordered = weighed.sort_values("rank", kind="stable")
    grid = grid_of(
        ordered.head(MOST),
        "tactic",
        lambda row: str(row["tactic"]),
        {
            "effort": lambda row: size(row["effort"], language),
            "worth": lambda row: _worth(row, language),
            "per_effort": lambda row: size(row["per_effort"], language),
            "front": lambda row: _said(row["front"], language),
            "chosen": lambda row: _said(row["chosen"], language),
        },
        language,
    )
    note = word("tactics_note", language)
    if weighed["chosen"].notna().any():
        note = f"{note} {_budget(ordered, language)}"
    figure = tactics_figure(ordered, language)
    return Part(note, ((word("beyond.tactics", language), grid),), (figure,) if figure else ())


def _worth(row: Any, language: str) -> str:
    told = with_ends(row, "worth", language)
    if row["effect_measured"] == 0:
        told = f"{size(row['worth'], language)}, {word('unmeasured', language)}"
    return told


def _said(value: Any, language: str) -> str:
    if pd.isna(value):
        return word("unknown", language)
    return word("said.yes" if bool(value) else "said.no", language)


def _budget(weighed: pd.DataFrame, language: str) -> str:
    taken = weighed[weighed["chosen"].fillna(value=False).astype(bool)]
    if taken.empty:
        return word("budget_none", language)
    return word("budget_note", language).format(
        names=", ".join(taken["tactic"]),
        effort=size(taken["effort"].sum(), language),
        worth=size(taken["worth_low"].sum(), language),
    )


def tactics_figure(weighed: pd.DataFrame, language: str) -> Figure | None:
    """Return worth against effort with the front as steps; None for a single tactic.

    Parameters
    ----------
    weighed : DataFrame
        Checked table of `smo.audience.weigh_tactics`.
    language : {"en", "ru"}
        Language of the figure.
    """
    if len(weighed) < 2:
        return None
    lows = weighed["worth_low"].astype(float)
    highs = weighed["worth_high"].fillna(weighed["worth"]).astype(float)
    across = Scale(0.0, float(weighed["effort"].max()) * 1.05 or 1.0, 70, 690)
    high = Scale(min(float(lows.min()), 0.0), max(float(highs.max()), 1.0) * 1.05, 310, 36)
    canvas = Canvas()
    for tick in across.ticks():
        canvas.line(across(tick), 36, across(tick), 310, "grid")
        canvas.text(across(tick), 326, size(tick, language), "soft mid")
    for tick in high.ticks():
        canvas.line(70, high(tick), 690, high(tick), "axis" if tick == 0 else "grid")
        canvas.text(64, high(tick) + 4, size(tick, language), "soft end")
    canvas.text(690, 344, word("fig.effort_axis", language), "soft end")
    canvas.text(8, 22, word("fig.worth_axis", language), "soft")
    front = weighed[weighed["front"].astype(bool)].sort_values(["effort", "worth_low"])
    canvas.path(_steps(front, across, high), "line")
    budget = bool(weighed["chosen"].notna().any())
    green = weighed["chosen" if budget else "front"].fillna(value=False).astype(bool)
    spots = [(across(e), high(w)) for e, w in zip(weighed["effort"], lows, strict=True)]
    taken = [(x - 5, x + 5, y) for x, y in spots]
    for (x, y), top, marked, row in zip(
        spots, highs, green, weighed.to_dict("records"), strict=True
    ):
        canvas.line(x, y, x, high(float(top)), "axis")
        told = f"{row['tactic']}: {_worth(row, language)}"
        canvas.dot(x, y, 6.0, "c2" if marked else "c6", told)
        name_beside(canvas, taken, x, y, row["tactic"])
    told = word("fig.tactics_told", language).format(
        n=size(len(weighed), language),
        green=word("fig.green_chosen" if budget else "fig.green_front", language),
    )
    return canvas.figure("tactics", word("fig.tactics", language), told, 356.0)


def _steps(front: pd.DataFrame, across: Scale, high: Scale) -> list[tuple[float, float]]:
    """Return the corners of the most that is surely had for each effort."""
    corners, level = [(across(0.0), high(0.0))], 0.0
    for effort, worth in zip(front["effort"], front["worth_low"], strict=True):
        x = across(float(effort))
        corners += [(x, high(level)), (x, high(float(worth)))]
        level = number_or_none(worth) or 0.0
    return [*corners, (across(across.high), high(level))]
