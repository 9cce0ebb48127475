"""What came of acting on topics or pages that a plan proposed, and how to find out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from smo.checks import check_table
from smo.errors import SmoError, quoted
from smo.evaluate.effects import Effect, Units, estimate_effect
from smo.evidence.ctr import judge_ctr
from smo.evidence.periods import counted_rows
from smo.plan import TopicPlan
from smo.spec import Table, count, must, number, sized
from smo.tables import KEYWORDS
from smo.text.learn import learn_rules
from smo.text.normal import normal_forms

CALLER = "measure"
ALL = "all"
FEWEST_OTHERS = 3

EFFECTS = Table(
    "effects",
    "something acted on, or all of it together",
    ("unit",),
    (
        must("unit", "topic id or page; all = everything acted on"),
        must("label", "name of the topic, or the page"),
        count("impressions_after", "impressions after"),
        count("clicks_before", "clicks before"),
        count("clicks_after", "clicks after"),
        count("expected", "clicks without acting, given the impressions after"),
        *sized("effect", "clicks more than without acting, as a share of those"),
        *sized("gained", "the same in clicks of the period after"),
        number("regression", "clicks that would have come back by themselves, taken out"),
        count("matched", "others it is compared with"),
    ),
)


def measure(
    plan_before: TopicPlan, keywords_after: object, acted: Sequence[int | str]
) -> pd.DataFrame:
    """Return what came of acting on topics or pages, against matched others.

    Parameters
    ----------
    plan_before : TopicPlan
        The plan that was acted on; its keywords are the period before.
    keywords_after : frame
        Keywords table of a period after acting; keywords the plan does not know are left out.
    acted : sequence of int or str
        Ids of topics of the plan, or addresses of pages as its keywords have them.

    Returns
    -------
    DataFrame
        One row = all together, then each unit. The effect is on clicks given impressions: it
        counts better ranks and better snippets, not more searches. What those acted on would
        have regained by themselves (regression to the mean) and what changed everywhere are
        taken out. It is no experiment: what was chosen for reasons the counts do not show
        stays in the effect; hold pages back by chance (`plan_measurement`) to exclude that.

    Raises
    ------
    SmoError
        When nothing or something unknown was acted on, fewer than three others are left, or
        clicks are missing.

    Examples
    --------
    >>> import smo
    >>> words = pd.DataFrame({"segment": "all", "impressions": 900.0, "clicks": 45.0,
    ...     "page": [f"/{i // 3}" for i in range(15)], "keyword": [f"rope {i}" for i in range(15)]})
    >>> plan = smo.analyze(words, clusterer=smo.KeywordClusterer(1))
    >>> after = words.assign(clicks=[75.0] * 3 + [45.0] * 12)
    >>> measure(plan, after, acted=["/0"])[["unit", "expected", "effect"]].round(2).values.tolist()
    [['all', 135.0, 0.67], ['/0', 135.0, 0.67]]
    """
    if not isinstance(plan_before, TopicPlan):
        problem = f"'plan_before' must be a TopicPlan; got {type(plan_before).__name__}"
        raise SmoError(problem, where=CALLER)
    after = check_table(keywords_after, KEYWORDS, caller=CALLER)
    by = _kind(acted)
    table = unit_counts(plan_before, after, by)
    chosen = table["unit"].isin([str(unit) for unit in acted])
    unknown = sorted({str(unit) for unit in acted} - set(table["unit"]))
    if unknown:
        raise SmoError(
            f"the plan has no {by} {quoted(unknown)} with impressions and clicks",
            where=f"{CALLER}: acted",
            remedy=f"name a {by} of the plan's {'topics' if by == 'topic' else 'keywords'}",
        )
    if int((~chosen).sum()) < FEWEST_OTHERS:
        raise SmoError(
            f"{int((~chosen).sum())} others are left to compare with; {FEWEST_OTHERS} are needed",
            where=f"{CALLER}: acted",
            remedy="act on a part and hold the rest back",
        )
    found = estimate_effect(as_units(table, chosen), interval=plan_before.settings.interval)
    return check_table(_told(table[chosen], found), EFFECTS, caller=CALLER)


def unit_counts(plan: TopicPlan, after: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return impressions and clicks of each topic or page, before and after.

    One row = a unit shown before, sorted: unit, label, shown_before, clicks_before, promised,
    shown_after, clicks_after. `promised` is the CTR of the site's curve at the unit's positions,
    or where CTR is not judged the site's mean.
    """
    before = _placed(plan, plan.keywords)
    if before["clicks"].isna().all():
        raise SmoError(
            "the plan's keywords tell no clicks",
            where=CALLER,
            remedy="make the plan from an export that has them",
        )
    early = before.assign(promised=_promised(plan, before))
    early["promised"] = early["promised"] * early["impressions"].astype(float)
    sums = early.dropna(subset=[by]).groupby(by, sort=True).agg(
        label=("label", "first"), shown_before=("impressions", "sum"),
        clicks_before=("clicks", "sum"), promised=("promised", "sum"),
    )  # fmt: skip
    late = _placed(plan, after).dropna(subset=[by]).groupby(by)[["impressions", "clicks"]].sum()
    sums["shown_after"] = late["impressions"].reindex(sums.index).fillna(0.0)
    sums["clicks_after"] = late["clicks"].reindex(sums.index).fillna(0.0)
    sums = sums[sums["shown_before"] > 0]
    sums["promised"] = (sums["promised"] / sums["shown_before"]).clip(1e-6, 1 - 1e-6)
    unit = sums.index.astype("string").astype("object")
    table = sums.reset_index(drop=True).assign(unit=unit)
    return table.assign(label=table["label"] if by == "topic" else table["unit"])


def as_units(table: pd.DataFrame, acted: pd.Series[bool]) -> Units:
    """Return the counts as arrays; clicks never above impressions."""
    columns = ("shown_before", "clicks_before", "shown_after", "clicks_after", "promised")
    n0, c0, n1, c1, promised = (table[name].to_numpy(dtype=float) for name in columns)
    flags = acted.to_numpy(dtype=bool)
    return Units(n0, np.minimum(c0, n0), n1, np.minimum(c1, n1), promised, flags)


def _kind(acted: Sequence[int | str]) -> str:
    kinds = {type(unit) for unit in acted} if not isinstance(acted, str) else {object}
    if kinds == {str}:
        return "page"
    if kinds and all(kind is not bool and issubclass(kind, int | np.integer) for kind in kinds):
        return "topic"
    raise SmoError(
        f"'acted' must be a list of topic ids or a list of pages; got {acted!r}",
        where=CALLER,
        remedy="write acted=[3, 7] or acted=['https://shop.example/ropes']",
    )


def _placed(plan: TopicPlan, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that count with the plan's topic and label, by normal form."""
    topics, settings = plan.topics, plan.settings
    texts = topics["keyword"].astype(str).tolist()
    rules = learn_rules(texts, settings.languages, settings.word_forms)
    rows = counted_rows(keywords)
    forms = normal_forms([str(text) for text in rows["keyword"]], rules)
    known = topics.drop_duplicates("normal").set_index("normal")
    rows = rows.assign(topic=pd.Series(forms).map(known["topic"]).astype("Int64"))
    label = topics.drop_duplicates("topic").set_index("topic")["label"]
    return rows.assign(label=rows["topic"].map(label))[rows["topic"].notna()]


def _promised(plan: TopicPlan, rows: pd.DataFrame) -> pd.Series[float]:
    """Return the CTR promised to each row: its keyword's and page's on the curve, or the mean."""
    told = rows[rows["clicks"].notna()]
    mean = told["clicks"].sum() / max(told["impressions"].sum(), 1.0)
    key = ["segment", "keyword", "page"]
    parts = [
        judged.rows[key].assign(promised=judged.fit.expected, weight=judged.rows["impressions"])
        for judged in judge_ctr(plan.topics, plan.keywords)
        if judged.fit is not None
    ]
    if not parts:
        return pd.Series(float(mean), index=rows.index)
    curve = pd.concat(parts)
    curve["promised"] = curve["promised"] * curve["weight"]
    sums = curve.groupby(key, dropna=False)[["promised", "weight"]].sum().reset_index()
    sums["rate"] = sums["promised"].astype(float) / sums["weight"].astype(float)
    found = rows[key].merge(sums[[*key, "rate"]], on=key, how="left")["rate"]
    return pd.Series(found.fillna(mean).to_numpy(dtype=float), index=rows.index)


def _told(acted: pd.DataFrame, found: Effect) -> pd.DataFrame:
    each = pd.DataFrame(
        {
            "unit": acted["unit"].to_numpy(), "label": acted["label"].to_numpy(),
            "impressions_after": acted["shown_after"].to_numpy(),
            "clicks_before": acted["clicks_before"].to_numpy(),
            "clicks_after": acted["clicks_after"].to_numpy(), "expected": found.expected,
            "regression": found.expected - found.raw,
        }
    )  # fmt: skip
    numbers = each.drop(columns=["unit", "label"]).sum()
    whole = pd.DataFrame([numbers]).assign(unit=ALL, label=ALL)
    ends = np.vstack([[found.effect, found.low, found.high], found.each])
    table = pd.concat([whole, each], ignore_index=True)
    for k, ending in enumerate(("", "_low", "_high")):
        table[f"effect{ending}"] = ends[:, k]
        table[f"gained{ending}"] = ends[:, k] * table["expected"].astype(float)
    return table.assign(matched=float(len(found.matched)))
