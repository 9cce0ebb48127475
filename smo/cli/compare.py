"""`smo compare`: what became of each topic between two saved plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click
import pandas as pd

import smo
from smo.cli.group import debug_option
from smo.cli.say import as_json, fitting_widths, table_lines
from smo.report.numbers import size
from smo.text.urls import canonical_urls

HELP = """Tell what became of each topic between two saved plans.

\b
  smo compare march april
  smo compare march april --json > changes.json
  smo compare march april --json | jq '.[] | select(.status == "born")'

The folders are those that `smo analyze --out` fills, or the plan/ in each. Topics are the same,
split, merged, born or died; the change of their clicks is split exactly into what is searched
(demand), how it is clicked (snippet) and where it stands (rank). Largest changes come first.
Plans that share no keyword or page are compared with a caution on stderr.
Exit code: 0 fine; 2 wrong input, with one line on stderr.
"""
UNRELATED = "Caution: the plans share no keyword or page: are they of the same site?"
LANGUAGE = "en"  # as the command line's own words
HEADS = ("segment", "status", "topic", "clicks", "change", "demand", "snippet", "rank")
WIDEST = (16, 8, 34, 9, 26, 8, 8)
PARTS = ("clicks_demand", "clicks_snippet", "clicks_rank")


@click.command("compare", help=HELP, short_help="Tell what became of topics between two plans.")
@click.argument("before")
@click.argument("after")
@click.option("--json", "json_wanted", is_flag=True, help="Write all columns as JSON.")
@debug_option
def compare(*, before: str, after: str, json_wanted: bool) -> None:
    """Load both plans, compare and tell."""
    # Only this command needs it, and it takes seconds to load.
    from smo.evaluate import compare_plans  # noqa: PLC0415

    plans = smo.load_plan(before), smo.load_plan(after)
    table = compare_plans(*plans)
    if _unrelated(*plans):
        click.echo(UNRELATED, err=True)
    if json_wanted:
        click.echo(as_json(table.to_dict("records")))
        return
    rows = [HEADS, *_cells(table)]
    click.echo("\n".join(table_lines(rows, fitting_widths(rows, WIDEST))))


def _unrelated(before: smo.TopicPlan, after: smo.TopicPlan) -> bool:
    """Tell whether the plans share neither a keyword, in its normal form, nor a page."""
    words = set(before.topics["normal"]) & set(after.topics["normal"])
    return not words and not _pages(before) & _pages(after)


def _pages(plan: smo.TopicPlan) -> set[str]:
    pages = pd.concat([plan.keywords["page"], plan.pages["page"]])
    return set(canonical_urls(pages).dropna())


def _cells(table: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for row in table.to_dict("records"):
        names = [row[name] for name in ("label_before", "label_after") if pd.notna(row[name])]
        yield (
            str(row["segment"]),
            str(row["status"]),
            " > ".join(dict.fromkeys(map(str, names))),
            size(row["clicks_after"], LANGUAGE),
            _change(row),
            *(size(row[name], LANGUAGE) for name in PARTS),
        )


def _change(row: Mapping[Any, Any]) -> str:
    middle, low, high = (
        size(row[f"clicks_change{end}"], LANGUAGE) for end in ("", "_low", "_high")
    )
    return f"{middle} ({low} to {high})"
