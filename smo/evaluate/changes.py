"""How a topic's numbers changed between two plans, and what part each cause has in it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evaluate.predictive import curve_at
from smo.evidence.ctr import judge_ctr
from smo.evidence.periods import counted_rows, factors
from smo.plan import TopicPlan
from smo.stats import two_sided_z

Floats = npt.NDArray[np.float64]


def split_change(before: Floats, after: Floats) -> Floats:
    """Return each factor's part in the change of a product of three, exact.

    The Shapley value: a factor's effect, averaged over all orders in which the factors could
    have changed (Shapley 1953; Shorrocks 2013, J. Economic Inequality 11:99-126).

    Parameters
    ----------
    before, after : array, shape (n, 3)
        Factors.

    Returns
    -------
    array, shape (n, 3)
        Rows sum to the change of the product.

    Examples
    --------
    >>> split_change(np.array([[100.0, 0.5, 0.2]]), np.array([[200.0, 0.5, 0.4]])).round(3).tolist()
    [[15.0, 0.0, 15.0]]
    """
    parts = np.empty_like(before)
    for k in range(3):
        i, j = (other for other in range(3) if other != k)
        pure = before[:, i] * before[:, j] + after[:, i] * after[:, j]
        mixed = before[:, i] * after[:, j] + after[:, i] * before[:, j]
        parts[:, k] = (after[:, k] - before[:, k]) * (pure / 3.0 + mixed / 6.0)
    return parts


def keyword_facts(plan: TopicPlan, curve_of: TopicPlan) -> pd.DataFrame:
    """Return the numbers of each keyword of a plan, per 28 days where its period is known.

    Parameters
    ----------
    plan : TopicPlan
        The plan.
    curve_of : TopicPlan
        The plan whose CTR curve tells what a position promises; the same for both sides.

    Returns
    -------
    DataFrame
        One row = a segment and keyword: segment, normal, topic, demand, variance, clicks,
        promised (clicks at the curve), shown (impressions with a known position and clicks),
        place (log position times shown), square (its square times shown).
    """
    topics, keywords = plan.topics, plan.keywords
    rows = counted_rows(keywords)
    rows = rows.merge(topics[["segment", "keyword", "brand"]], on=["segment", "keyword"])
    factor = factors(rows).fillna(1.0).to_numpy(dtype=float)
    shown = rows["impressions"].to_numpy(dtype=float)
    place = np.log(np.maximum(rows["position"].to_numpy(dtype=float, na_value=np.nan), 1.0))
    ranked = np.where(np.isnan(place), 0.0, shown * factor)
    parts = rows[["segment", "keyword"]].assign(
        demand=shown * factor, variance=shown * factor**2,
        clicks=rows["clicks"].to_numpy(dtype=float, na_value=0.0) * factor,
        promised=_promised(rows, curve_of) * shown * factor,
        shown=ranked, place=np.nan_to_num(place) * ranked,
        square=np.nan_to_num(place) ** 2 * ranked,
    )  # fmt: skip
    sums = parts.groupby(["segment", "keyword"], sort=True).sum()
    named = topics[["segment", "keyword", "normal", "topic"]]
    table = named.merge(sums.reset_index(), on=["segment", "keyword"], how="left")
    sought = keywords.groupby(["segment", "keyword"])["volume"].max().rename("volume")
    table = table.merge(sought.reset_index(), on=["segment", "keyword"], how="left")
    only_volume = table["demand"].isna().groupby(table["segment"]).transform("all")
    table["demand"] = table["demand"].where(~only_volume, table["volume"].astype(float))
    numbers = [name for name in sums.columns if name != "promised"]
    return table.drop(columns=["volume", "keyword"]).fillna(dict.fromkeys(numbers, 0.0))


def _promised(rows: pd.DataFrame, plan: TopicPlan) -> Floats:
    """Return the CTR that the plan's curve promises each row; NaN where CTR is not judged."""
    rates = np.full(len(rows), np.nan)
    for judged in judge_ctr(plan.topics, plan.keywords):
        own = ((rows["segment"] == judged.segment) & rows["position"].notna()).to_numpy()
        if judged.fit is not None and own.any():
            rates[own] = curve_at(judged.fit.curve, rows[own], judged.rows)
    return rates


def changes(table: pd.DataFrame, *, interval: float) -> pd.DataFrame:
    """Return the changes of rows that hold the sums of both sides.

    Parameters
    ----------
    table : DataFrame
        The columns of `keyword_facts`, summed, with the endings _before and _after.
    interval : float
        Probability inside the intervals, which tell the noise of counting only.

    Returns
    -------
    DataFrame
        Aligned: demand, clicks, position of both sides; their changes, with intervals; and
        clicks_demand, clicks_snippet, clicks_rank, which sum to clicks_change.
    """
    z = two_sided_z(interval)
    told = pd.DataFrame(index=table.index)
    for name in ("demand", "clicks"):
        for side in ("before", "after"):
            told[f"{name}_{side}"] = table[f"{name}_{side}"]
        variance = table["variance_before"] + table["variance_after"]
        if name == "clicks":  # counts of the same rows: each click weighs what a showing weighs
            variance = table["clicks_before"] * _factor(table, "before")
            variance = variance + table["clicks_after"] * _factor(table, "after")
        told = _with_change(told, name, z * np.sqrt(variance.to_numpy(dtype=float)))
    errors = np.zeros(len(table))
    for side in ("before", "after"):
        shown = table[f"shown_{side}"].where(table[f"shown_{side}"] > 0)
        mean = table[f"place_{side}"] / shown
        told[f"position_{side}"] = np.exp(mean)
        spread = (table[f"square_{side}"] / shown - mean**2).clip(lower=0.0)
        noise = np.exp(2 * mean) * spread / table[f"keywords_{side}"].clip(lower=1)
        errors = errors + noise.to_numpy(dtype=float)
    told = _with_change(told, "position", z * np.sqrt(errors))
    parts = split_change(_product(table, "before"), _product(table, "after"))
    for k, name in enumerate(("demand", "snippet", "rank")):
        told[f"clicks_{name}"] = parts[:, k]
    return told


def _factor(table: pd.DataFrame, side: str) -> pd.Series[float]:
    shown = table[f"demand_{side}"]
    return (table[f"variance_{side}"] / shown.where(shown > 0)).fillna(0.0)


def _with_change(told: pd.DataFrame, name: str, reach: Floats) -> pd.DataFrame:
    change = told[f"{name}_after"] - told[f"{name}_before"]
    ends = {f"{name}_change_low": change - reach, f"{name}_change_high": change + reach}
    return told.assign(**{f"{name}_change": change}, **ends)


def _product(table: pd.DataFrame, side: str) -> Floats:
    """Return demand, CTR against the curve's promise, and that promise: their product is clicks.

    A side without showings takes the other side's rates, so that all of the change is demand;
    NaN where the curve promises nothing.
    """
    other = "after" if side == "before" else "before"
    factors_of = []
    for name in (side, other):
        shown = table[f"demand_{name}"].where(table[f"demand_{name}"] > 0)
        promised = (table[f"promised_{name}"] / shown).where(lambda rate: rate > 0)
        ratio = table[f"clicks_{name}"] / (shown * promised)
        factors_of.append((ratio, promised))
    (ratio, promised), (ratio_other, promised_other) = factors_of
    blank = table[f"demand_{side}"] <= 0
    return np.column_stack(
        [
            table[f"demand_{side}"].to_numpy(dtype=float),
            ratio.mask(blank, ratio_other).to_numpy(dtype=float),
            promised.mask(blank, promised_other).to_numpy(dtype=float),
        ]
    )
