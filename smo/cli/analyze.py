"""`smo analyze`: from exports to a plan, written as a page, a workbook, Markdown and Parquet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

import smo
from smo.cli.beside import beside_options, read_beside
from smo.cli.group import debug_option
from smo.cli.plans import Given, made_plan, step, tell_plan, write_plan
from smo.cli.sources import by_segment, columns_told, copies_told
from smo.extras import Extras
from smo.settings import REPORT_LANGUAGES

HELP = """Propose content topics for each audience segment, each with its evidence.

\b
  smo analyze --keywords search-console.zip
  smo analyze --keywords q.zip --clicks "Element list.csv" --out plan
  smo analyze --keywords buyers=shop.zip --keywords readers=blog.zip \\
              --clicks buyers=shop-map.csv --pages pages.csv
  smo analyze --keywords "exports/*.csv" --settings smo.toml
  smo analyze --keywords wordstat.csv --language ru
  smo analyze --keywords words.csv --column keyword="My phrase" --column volume="Per month"
  smo analyze --keywords q.zip --json | jq '.proposals[].title'
  smo analyze --keywords july.zip --previous june --out july
  smo analyze --keywords q.zip --clicks map.csv --mentions posts.csv \\
              --tactics tactics.csv --budget 20

Each file may be a zip, folder, CSV, XLSX or a pattern with *, given again for more, and named
SEGMENT=PATH where it belongs to one audience. `smo read` tells what a file is taken for.

\b
Into the folder of --out go: plan.html (open it in a browser), plan.xlsx, plan.md, and plan/,
which smo.load_plan("plan") reads back. --extras, --previous, --mentions and --tactics add what
stands beside a plan: what changed, who is listened to, where clicks lead, which tactics are
worth their effort, how to measure. A settings file holds lines like n_proposals = 5 or
brand = ["acme"]; in Python help(smo.Settings) tells them all.
Exit code: 0 fine; 2 wrong input, with one line on stderr.
"""
SOURCE = "[SEGMENT=]PATH"
KEPT = "smo.analyze."  # how files are read: kept by the context, not handed on as arguments


def _kept(ctx: click.Context, option: click.Parameter, value: object) -> None:
    ctx.meta[f"{KEPT}{option.name}"] = value


@click.command("analyze", help=HELP, short_help="Make a plan of content topics from exports.")
@click.option("--keywords", metavar=SOURCE, multiple=True, required=True,
              help="What people search: Search Console, Wordstat, Semrush, ...")  # fmt: skip
@click.option("--clicks", metavar=SOURCE, multiple=True, help="What people click: maps, posts.")
@click.option("--pages", metavar=SOURCE, multiple=True, help="Statistics of pages.")
@click.option("--column", "columns", metavar="OURS=THEIRS", multiple=True, expose_value=False,
              callback=_kept, help="Name a column of the keywords.")  # fmt: skip
@click.option("--page", metavar="ADDRESS", expose_value=False, callback=_kept,
              help="Page of click maps that do not name it.")  # fmt: skip
@click.option("--html", "copies", metavar="[ADDRESS=]PATH", multiple=True, expose_value=False,
              callback=_kept, help="Saved copy of the map's page.")  # fmt: skip
@click.option("--screenshot", "screenshots", metavar="[ADDRESS=]PATH", multiple=True,
              expose_value=False, callback=_kept,
              help="Picture of the map's whole page, for its heat of clicks.")  # fmt: skip
@click.option("--settings", "settings_file", metavar="FILE", type=click.Path(),
              help="Settings as TOML.")  # fmt: skip
@beside_options
@click.option("--language", type=click.Choice(REPORT_LANGUAGES), help="Language of the reports.")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), default=Path("smo-plan"),
              show_default=True, help="Where to write.")  # fmt: skip
@click.option("--json", "json_wanted", is_flag=True, help="Write JSON to stdout too.")
@debug_option
def analyze(
    *,
    keywords: tuple[str, ...],
    clicks: tuple[str, ...],
    pages: tuple[str, ...],
    settings_file: str | None,
    language: str | None,
    out: Path,
    json_wanted: bool,
) -> None:
    """Read, analyze, write and tell."""
    chosen = smo.Settings() if settings_file is None else smo.Settings.from_toml(settings_file)
    if language is not None:
        chosen = replace(chosen, report_language=language)
    meta = click.get_current_context().meta
    shots = copies_told(meta.get(f"{KEPT}screenshots", ()), "--screenshot", "home.png")
    shown = Extras(screenshots=shots)
    step("reading and analyzing")
    beside = read_beside(meta)
    plan = made_plan(
        Given(
            keywords=by_segment(keywords, None),
            clicks=by_segment(clicks, None),
            pages=by_segment(pages, None),
            page=meta.get(f"{KEPT}page"),
            html=copies_told(meta.get(f"{KEPT}copies", ())),
            columns=columns_told(meta.get(f"{KEPT}columns", ())),
            settings=chosen,
            screenshots=shown,
            previous=beside.previous,
        )
    )
    if beside.wanted:
        step("telling what stands beside it")
        plan = replace(plan, extras=replace(beside.collected(plan), screenshots=shown.screenshots))
    elif shown.screenshots:
        plan = replace(plan, extras=shown)
    step(f"writing to {out}")
    tell_plan(plan, write_plan(plan, out), json_wanted=json_wanted)
