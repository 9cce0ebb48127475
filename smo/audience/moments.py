"""When rows speak of: weekdays and parts of the day, and whether wishes differ between them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FEWEST_BLOCKS = 6  # days (of hours) or weeks (of weekdays) below which no habit shows
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PARTS = ("00-05", "06-11", "12-17", "18-23")
SLOTS = {"weekday": DAYS, "hours": PARTS}
MOST_TOPICS = 200  # told apart in the test of habits; the rest, of few units each, are one


def of_one_day(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that speak of one day or moment: not those whose counts cover more.

    Examples
    --------
    >>> days = pd.to_datetime(["2025-01-06", "2025-01-06", None])
    >>> len(of_one_day(pd.DataFrame({"date": days, "period_days": [1.0, 28.0, 1.0]})))
    1
    """
    longer = (table["period_days"] > 1).fillna(value=False).astype(bool)
    return table[table["date"].notna() & ~longer]


def moments(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the rows with the value of their moment and the block it is in, where dates allow.

    Parameters
    ----------
    rows : DataFrame
        Rows with `date` and `period_days`.
    column : {"weekday", "hours"}
        Weekdays in weeks, or quarters of the day in days.

    Returns
    -------
    DataFrame
        With `value` and `block`; no rows with fewer than six blocks, or without times of day.

    Examples
    --------
    >>> days = pd.date_range("2025-01-06", periods=42)
    >>> found = moments(pd.DataFrame({"date": days, "period_days": 1.0}), "weekday")
    >>> found["value"].tolist()[:2], found["block"].nunique()
    (['Mon', 'Tue'], 6)
    """
    dated = of_one_day(rows)
    date = dated["date"]
    day = date.dt.normalize()
    if column == "weekday":
        slot = day.dt.day_of_week
        block = day - pd.to_timedelta(slot, unit="D")
    else:
        slot, block = date.dt.hour // 6, day
        if not bool((date != day).any()):
            return dated.head(0).assign(value="", block=block.head(0))
    told = dated.assign(value=[SLOTS[column][int(n)] for n in slot], block=block)
    return told if block.nunique() >= FEWEST_BLOCKS else told.head(0)


def habit_p(units: pd.DataFrame, *, seed: int, n_permutations: int) -> float:
    """Return the p-value of moments x topics, moments permuted within their blocks.

    One day on which everybody asks the same is one day here, however much is asked on it.

    Parameters
    ----------
    units : DataFrame
        Columns value (moment), block, normal (unit) and topic.
    seed : int
        Of the permutations.
    n_permutations : int
        Their number.

    Examples
    --------
    >>> rows = [(f"{d}", week, f"{d}{i}", int(d == "Sat")) for week in range(8)
    ...     for d in ("Mon", "Sat") for i in range(9)]
    >>> units = pd.DataFrame(rows, columns=["value", "block", "normal", "topic"])
    >>> habit_p(units, seed=0, n_permutations=99) <= 0.05
    True
    """
    once = units.drop_duplicates(["value", "block", "normal"])
    often = once["topic"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    place = once["topic"].map({t: min(i, MOST_TOPICS) for i, t in enumerate(often.index)})
    slot, _ = pd.factorize(once["value"], sort=True)
    block, _ = pd.factorize(once["block"], sort=True)
    shape = (int(block.max()) + 1, int(slot.max()) + 1, int(place.max()) + 1)
    flat = np.ravel_multi_index((block, slot, place.to_numpy(dtype=np.int64)), shape)
    grid = np.bincount(flat, minlength=int(np.prod(shape))).reshape(shape)
    seen, beyond = _g(grid.sum(axis=0)), 0
    draw, same = np.random.default_rng(seed), np.tile(np.arange(shape[1]), (shape[0], 1))
    for _ in range(n_permutations):
        order = draw.permuted(same, axis=1)[:, :, None]
        beyond += _g(np.take_along_axis(grid, order, axis=1).sum(axis=0)) >= seen - 1e-9
    return (beyond + 1) / (n_permutations + 1)


def _g(cells: Ints) -> float:
    """Return the G statistic of a table, up to the constant of its total."""
    parts = (cells, cells.sum(axis=0), cells.sum(axis=1))
    own, columns, rows = (float((n * np.log(np.maximum(n, 1))).sum()) for n in parts)
    return own - columns - rows
