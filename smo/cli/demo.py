"""`smo demo`: the exports of an invented shop, and the plan made of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

import smo
from smo.cli.group import debug_option
from smo.cli.plans import BySegment, Given, made_plan, step, tell_plan, write_plan
from smo.settings import REPORT_LANGUAGES

HELP = """Write the exports of an invented shop and the plan made of them: see it before your own.

\b
  smo demo                        into the folder smo-demo
  smo demo --out tour             into another
  smo demo --language ru          reports in Russian
  smo demo --seed 7               another shop

Nothing is fetched: the exports are drawn with a seed, in the shapes of Search Console, Crazy Egg
and Google Analytics. Then try them: smo read smo-demo/exports/*.zip
"""


@click.command("demo", help=HELP, short_help="Write an invented shop's exports and its plan.")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), default=Path("smo-demo"),
              show_default=True, help="Where to write.")  # fmt: skip
@click.option("--language", type=click.Choice(REPORT_LANGUAGES), default="en", show_default=True,
              help="Language of the reports.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True,
              help="Seed of the shop.")  # fmt: skip
@click.option("--json", "json_wanted", is_flag=True, help="Write JSON to stdout too.")
@debug_option
def demo(*, out: Path, language: str, seed: int, json_wanted: bool) -> None:
    """Write the exports, analyze them, write and tell the plan."""
    step(f"writing exports to {out}")
    files = smo.datasets.write_demo(out / "exports", seed=seed)
    step("reading and analyzing")
    plan = made_plan(
        Given(
            keywords=_listed(files.search),
            clicks=_listed(files.clicks),
            pages={None: [str(files.pages)]},
            page=None,
            html=None,
            settings=smo.Settings(report_language=language),
        )
    )
    tell_plan(plan, [out / "exports", *write_plan(plan, out)], json_wanted=json_wanted)


def _listed(files: Mapping[str, Path]) -> BySegment:
    return {segment: [str(path)] for segment, path in files.items()}
