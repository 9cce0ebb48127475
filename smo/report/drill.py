"""From a proposal down to its rows: the keywords of its topic with what was counted of each."""

from __future__ import annotations

import pandas as pd

from smo.report.numbers import number_or_none, percent, size
from smo.report.strategy import Mini
from smo.report.view import MANY_PROPOSALS, Plan
from smo.report.words import word

MOST = 12  # keywords of a proposal
COUNTS = ("impressions", "clicks", "ctr", "position", "volume")
KEY = ["segment", "topic"]


def drill_tables(plan: Plan) -> dict[tuple[str, int], Mini]:
    """Return for each proposal the table of its keywords, the most shown first.

    Parameters
    ----------
    plan : Plan
        Tables and settings.

    Returns
    -------
    dict
        By segment and topic. Counts are those of the period of the exports; a column that no
        keyword of the proposal has is left out, the position is the mean weighed by impressions.
        None where proposals are many: a page of 500 stays under 2 MB, their lists hold keywords.
    """
    language = plan.settings.report_language
    wanted = plan.proposals[KEY].drop_duplicates()
    if len(plan.proposals) > MANY_PROPOSALS:
        return {}
    rows = plan.keywords.merge(plan.topics[[*KEY, "keyword"]], on=["segment", "keyword"])
    rows = rows.merge(wanted, on=KEY)
    if rows.empty:
        return {}
    rows["weighed"] = rows["position"] * rows["impressions"]
    rows["seen"] = rows["impressions"].where(rows["weighed"].notna())
    sums = rows.groupby([*KEY, "keyword"], sort=True)
    table = sums[["impressions", "clicks", "weighed", "seen"]].sum(min_count=1)
    table["volume"] = sums["volume"].max()
    table["ctr"] = table["clicks"] / table["impressions"].where(table["impressions"] > 0)
    table["position"] = table["weighed"] / table["seen"].where(table["seen"] > 0)
    table = table.reset_index().sort_values(
        [*KEY, "impressions", "volume", "keyword"], ascending=[True, True, False, False, True]
    )
    groups = table.groupby(KEY, sort=True)
    return {
        (str(own["segment"].iloc[0]), int(own["topic"].iloc[0])): _table(own.head(MOST), language)
        for _, own in groups
    }


def _table(rows: pd.DataFrame, language: str) -> Mini:
    names = [name for name in COUNTS if bool(rows[name].notna().any())]
    cells = tuple(
        (str(row["keyword"]), tuple(_cell(row[name], name, language) for name in names))
        for row in rows.to_dict("records")
    )
    heads = ("keyword", *names)
    return Mini(
        word("mini.drill", language), tuple(word(f"head.{name}", language) for name in heads), cells
    )


def _cell(value: object, name: str, language: str) -> str:
    if name == "ctr":
        return percent(value, language)
    if name == "position":
        number = number_or_none(value)
        text = word("unknown", language) if number is None else f"{number:.1f}"
        return text.replace(".", ",") if language == "ru" else text
    return size(value, language)
