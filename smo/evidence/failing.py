"""Clicks that fail: dead and rage clicks of a topic's elements against the site's base rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.evidence.attention import SPEAKS, spoken_clicks
from smo.evidence.failing_part import FailureRows, sums_of
from smo.stats import (
    RatioEffect,
    benjamini_hochberg,
    fit_kappa,
    two_sided_z,
    typical_probability,
)
from smo.stats.gamma import upper_tail
from smo.tables import DTYPES
from smo.text.templates import url_templates

Floats = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

ROUNDS = 5
FIRST_KAPPA = 40.0  # only where the rounds begin
MOST_LEVEL_VARIANCE = 0.25  # keeps the score interval finite
# only those surely off the base are left out of it: soft weights, as for the CTR curve, pull the
# base 5 % down where a fifth of the topics fail four times as often (test_failing.py)
CLEARLY_OFF = 0.01
WORTH_RATE = 0.01  # fewer than one click in a hundred more than usual is not worth a repair


def topic_failures(
    matches: pd.DataFrame, topics: pd.DataFrame, *, interval: float, fdr: float
) -> pd.DataFrame:
    """Return how often the clicks on each topic's elements fail, against elements alike.

    A row's failed clicks are its dead clicks or its rage clicks, whichever are more: the two
    overlap, and the larger is the least there can be. The base rate is that of the other topics
    and of elements without a topic in the same stratum: device and page template
    (`smo.text.templates`), else device, else all, the first with five others. It is robust:
    topics surely far off it are left out. The effect of a topic is its failed clicks over those
    expected, with the beta-binomial error of `smo.stats.ratio_effect`; p is one-sided, its null
    "no more than the base", by a gamma with the ratio's mean and variance there;
    Benjamini-Hochberg over the segment's topics.

    Parameters
    ----------
    matches, topics : DataFrame
        Checked tables.
    interval : float
        Probability inside the intervals.
    fdr : float
        False discovery rate of the verdict `act`.

    Returns
    -------
    DataFrame
        One row = a segment and topic whose elements tell dead or rage clicks: failed, failed_of
        (clicks), failed_rate with low and high, failed_base, failed_excess with low and high
        (clicks in the map's period), fix_p (NA where nothing could reject it), fix_q,
        fix_verdict (`act`, `skip` where less than one click in a hundred can be gained, else
        `wait`; NA where no base is known).
    """
    parts = [
        judged_failures(FailureRows.laid_out(rows), interval, fdr)
        for rows in failure_rows(matches, topics)
    ]
    if not parts:
        return pd.DataFrame({"segment": [], "topic": []})
    return pd.concat(parts, ignore_index=True)


def failure_rows(matches: pd.DataFrame, topics: pd.DataFrame) -> list[pd.DataFrame]:
    """Return for each segment the elements that tell failed clicks, in order.

    Returns
    -------
    list of DataFrame
        One row = an element and topic (NA where it speaks for none): segment, topic, click_id,
        failed, of (clicks), device, template, page.
    """
    templates = url_templates(matches["page"].dropna())
    said = _counted(spoken_clicks(matches, topics), templates)
    if said.empty:
        return []
    silent = _silent(matches, topics, templates)
    return [
        pd.concat([part, silent[silent["segment"] == segment]]).sort_values(
            ["topic", "page", "click_id"], kind="stable", ignore_index=True
        )
        for segment, part in said.groupby("segment", sort=True)
    ]


def null_failures(rows: pd.DataFrame) -> tuple[Floats, float]:
    """Return the rate at which each element would fail were it like the others, and kappa.

    One rate for all elements of a device and template: the bases differ a little, because each
    leaves out its own topic, and a mixture of rates is no null. NaN where no base is known.
    """
    laid = FailureRows.laid_out(rows)
    _, base, kappa = _fitted(laid)
    known, level = np.where(np.isfinite(base), laid.of, 0.0), laid.strata[0].level
    mean = sums_of(known * np.nan_to_num(base), level) / np.maximum(sums_of(known, level), 1.0)
    return np.where(np.isfinite(base), mean[level], np.nan), kappa


def _counted(rows: pd.DataFrame, templates: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows that tell failed clicks, with those and all clicks, by share."""
    told = rows[rows["dead_clicks"].notna() | rows["rage_clicks"].notna()]
    told = told[told["clicks"] > 0]
    failed = told[["dead_clicks", "rage_clicks"]].max(axis=1) * told["share"]
    page = told["page"].fillna("")
    return told[["segment", "topic", "click_id"]].assign(
        failed=np.minimum(failed, told["clicks"]).astype(float),
        of=told["clicks"].astype(float),
        device=told["device"].fillna(""),
        template=page.map({**templates, "": ""}),
        page=page,
    )


def _silent(
    matches: pd.DataFrame, topics: pd.DataFrame, templates: Mapping[str, str]
) -> pd.DataFrame:
    """Return the elements that speak for no topic, one row each; shared ones in every segment."""
    kept = matches[~matches["furniture"].astype(bool) & (matches["kind"].fillna("") != "post")]
    kept = kept[kept["topic"].isna() | ~kept["via"].isin(SPEAKS)]
    rows = _counted(kept, templates)
    facts = ["segment", "click_id", "device", "template", "page"]
    sums = rows.groupby(facts, sort=True)[["failed", "of"]].sum().reset_index()
    named = sorted(topics["segment"].unique())
    shared = ~sums["segment"].isin(named)
    everywhere = sums[shared].drop(columns="segment")
    everywhere = everywhere.merge(pd.DataFrame({"segment": named}), how="cross")
    both = pd.concat([sums[~shared], everywhere[sums.columns]], ignore_index=True)
    return both.assign(topic=pd.Series(pd.NA, index=both.index, dtype="Int64"))


def judged_failures(rows: FailureRows, interval: float, fdr: float) -> pd.DataFrame:
    """Return the failures of one segment's topics; others are its elements without a topic."""
    effect, base, _ = _fitted(rows)
    n_topics = len(rows.topics)
    usual = sums_of(rows.of * base, rows.group)[:n_topics]
    clicks = sums_of(rows.of, rows.group)[:n_topics]
    result = pd.DataFrame(
        {
            "segment": rows.segment,
            "topic": rows.topics,
            "failed": sums_of(rows.failed, rows.group)[:n_topics],
            "failed_of": clicks,
            "failed_base": usual / clicks,
        }
    )
    return result.assign(**_judged(effect, usual, clicks, interval, fdr))


def _judged(
    effect: RatioEffect, usual: Floats, clicks: Floats, interval: float, fdr: float
) -> dict[str, Any]:
    """Return rates, excess, p, q and verdict of the topics, which are the first groups."""
    n = usual.size
    low, high = (end[:n] for end in effect.interval(two_sided_z(interval)))
    ratio, error = effect.ratio[:n], effect.se(1.0)[:n]
    base = usual / clicks
    testable = upper_tail(1.0 / np.where(base > 0, base, np.nan), error) <= fdr
    p = np.where(testable, upper_tail(ratio, error), np.nan)
    q = benjamini_hochberg(p)
    verdict = np.select(
        [~np.isfinite(ratio), q <= fdr, base * (high - 1.0) < WORTH_RATE],
        ["", "act", "skip"],
        "wait",
    )
    found: dict[str, Any] = {"fix_p": p, "fix_q": q}
    for ending, end in (("", ratio), ("_low", low), ("_high", high)):
        found[f"failed_rate{ending}"] = np.minimum(base * end, 1.0)
        found[f"failed_excess{ending}"] = usual * (np.minimum(end, 1.0 / base) - 1.0)
    found["fix_verdict"] = pd.Series(verdict, dtype=DTYPES["text"]).replace("", pd.NA)
    return found


def _fitted(rows: FailureRows) -> tuple[RatioEffect, Floats, float]:
    """Return each group's effect against the base of the others, that base by row, and kappa."""
    failed, of, group = rows.failed, rows.of, rows.group
    n = int(group.max()) + 1
    trust, kappa = np.ones(n), FIRST_KAPPA
    for _ in range(ROUNDS):
        base, _ = _bases(rows, trust, kappa)
        known = np.isfinite(base)
        if not known.any():
            break
        kappa = fit_kappa(failed[known], of[known], base[known], weights=trust[group][known])
        typical = typical_probability(_effect(failed, of, base, group, kappa=kappa))
        trust = (typical > CLEARLY_OFF).astype(float)
    base, error = _bases(rows, trust, kappa)
    weight = np.where(np.isfinite(base), of * base, 0.0)
    total = sums_of(weight, group)
    level = sums_of(weight * np.nan_to_num(error), group) / np.where(total > 0, total, np.nan)
    effect = _effect(failed, of, base, group, kappa=kappa)
    square = effect.square - np.minimum(level**2, MOST_LEVEL_VARIANCE)
    return replace(effect, square=square), base, kappa


def _effect(
    failed: Floats, of: Floats, base: Floats, group: Wholes, *, kappa: float
) -> RatioEffect:
    """Return failed / expected of each group, NaN where the base of an element is not known.

    As `ratio_effect`, but each element weighs by its clicks: the size in clicks is then the
    failed clicks less the expected ones, which a reader can count.
    """
    usual = of * base
    scale = sums_of(usual, group)
    scale = np.where(scale > 0, scale, np.nan)
    variance = of**2 * (1.0 / of + 1.0 / (kappa + 1.0))
    return RatioEffect(
        ratio=sums_of(failed, group) / scale,
        linear=sums_of(variance * base, group) / scale**2,
        square=sums_of(variance * base**2, group) / scale**2,
        sampling=1.0 / scale,
    )


def _bases(rows: FailureRows, trust: Floats, kappa: float) -> tuple[Floats, Floats]:
    """Return for each row the base rate that the other groups tell, and its relative error.

    Rates weighted by precision, so that no large element sets the base; half a failed click is
    added, so that no base is 0. The finest stratum with five other groups decides.
    """
    failed, of, trusted = rows.failed, rows.of, trust[rows.group]
    weight = trusted / (1.0 / of + 1.0 / (kappa + 1.0))
    base, error = np.full(of.size, np.nan), np.full(of.size, np.nan)
    for stratum in rows.strata:
        use = np.isnan(base) & stratum.enough
        if not use.any():
            continue
        mass = np.maximum(stratum.rest(weight), 1e-9)
        clicks = np.maximum(stratum.rest(trusted * of), 1e-9)
        rate = np.maximum(stratum.rest(weight * failed / of), 0.0) / mass
        rate = (rate * clicks + 0.5) / (clicks + 1.0)
        base = np.where(use, rate, base)
        error = np.where(use, np.sqrt((1.0 - rate) / (rate * mass)), error)
    return base, error
