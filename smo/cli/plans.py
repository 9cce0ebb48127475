"""Plans from the command line: files read, analyzed, written, and told in a few lines."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import pandas as pd

import smo
from smo.checks import empty_table
from smo.cli.say import WIDTH, as_json
from smo.errors import SmoError
from smo.extras import Extras
from smo.report.findings import level_views
from smo.report.heat import page_pictures
from smo.report.inert import inert
from smo.report.words import known_word, segment_name, word
from smo.tables import CLICKS

SHOWN = 3  # proposals of a segment on the terminal; the report holds all of them
INDENT = 5
CAUTIONS, CAUTION = 5, 200  # shown, and characters of each
BySegment = Mapping[str | None, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What the person gave: files by segment, how to read them, settings, the plan before."""

    keywords: BySegment
    clicks: BySegment
    pages: BySegment
    page: str | None
    html: str | Mapping[str, str] | None
    settings: smo.Settings
    screenshots: Extras | None = None
    previous: smo.TopicPlan | None = None
    columns: Mapping[str, str] | None = None  # of the keywords: ours to theirs


def made_plan(given: Given) -> smo.TopicPlan:
    """Read the files and return their plan.

    Raises
    ------
    SmoError
        When a file cannot be read, holds no keywords, the tables do not fit, or a screenshot is
        of no page of the maps: told before anything is analyzed.
    """
    words, sites, taps = [], [], []
    for segment, paths in given.keywords.items():
        export = smo.read_export(list(paths), segment=segment, columns=given.columns)
        if export.keywords.empty:
            raise SmoError(
                "it holds no keywords",
                where=", ".join(paths),
                remedy="give click maps by --clicks, page statistics by --pages",
            )
        words.append(export.keywords)
        sites.append(export.pages)
    for segment, paths in given.clicks.items():
        read = smo.read_clicks(list(paths), segment=segment, page=given.page, html=given.html)
        taps.append(read)
    clicks = pd.concat(taps, ignore_index=True) if taps else None
    if given.screenshots is not None:
        page_pictures(given.screenshots.pictures, empty_table(CLICKS) if clicks is None else clicks)
    sites += [smo.read_pages(list(paths), segment=own) for own, paths in given.pages.items()]
    return smo.analyze(
        pd.concat(words, ignore_index=True),
        clicks,
        pages=pd.concat(sites, ignore_index=True),
        settings=given.settings,
        previous=given.previous,
    )


def write_plan(plan: smo.TopicPlan, folder: Path) -> tuple[Path, ...]:
    """Write the page, the workbook, the Markdown and the saved plan; return where they are."""
    page = plan.to_html(folder / "plan.html")
    book = plan.to_excel(folder / "plan.xlsx")
    text = folder / "plan.md"
    plan.to_markdown(text)
    return page, book, text, plan.save(folder / "plan")


def tell_plan(plan: smo.TopicPlan, files: Sequence[Path], *, json_wanted: bool) -> None:
    """Write the first proposals of each segment and the files to stdout, or all as JSON.

    What the data cannot say goes to stderr, shortened; the JSON holds it whole.
    """
    if json_wanted:
        told: dict[str, object] = {
            "files": [str(path) for path in files],
            "proposals": plan.proposals.to_dict("records"),
            "diagnostics": plan.diagnostics.to_dict("records"),
        }
        beside = plan.extras.tables()
        if beside:
            told["extras"] = {name: table.to_dict("records") for name, table in beside.items()}
        click.echo(as_json(told))
        return
    for line in cautions(plan):
        click.echo(line, err=True)
    click.echo("\n".join(_told(plan)))
    click.echo("\nwritten: " + ", ".join(inert(path) for path in files))


def cautions(plan: smo.TopicPlan) -> Iterator[str]:
    """Yield the first cautions of the plan, a line each, and how many more the report holds."""
    language = plan.settings.report_language
    everyone = frozenset(plan.scores["segment"].astype(str))
    said = [
        sentence
        for view in level_views(plan.diagnostics, everyone, language)
        if view.level == "warning"
        for sentence in view.sentences
    ]
    head = known_word("level", "warning", language) + word("colon", language)
    for one in said[:CAUTIONS]:
        who = f"{one.segments}{word('colon', language)} " if one.segments else ""
        yield textwrap.shorten(
            inert(f"{head} {who}{one.text}", limit=1000), CAUTION, placeholder="…"
        )
    if len(said) > CAUTIONS:
        yield f"{head} (+{len(said) - CAUTIONS})"


def step(message: str) -> None:
    """Say on a terminal what is being done; nothing where stderr is a file or a pipe."""
    if sys.stderr.isatty():
        click.echo(f"... {inert(message)}", err=True)


def _told(plan: smo.TopicPlan) -> Iterator[str]:
    language = plan.settings.report_language
    for segment, proposals in plan.proposals.groupby("segment", sort=True):
        yield f"\n{inert(segment_name(str(segment), language))}"
        for row in proposals.head(SHOWN).to_dict("records"):
            verdict = known_word("verdict", row["verdict"], language)
            action = known_word("action", row["action"], language)
            yield f"  {row['rank']}. {inert(row['title'])}  [{verdict}: {action}]"
            reason = textwrap.wrap(inert(row["reason"], limit=1000), WIDTH - INDENT)
            yield from (" " * INDENT + line for line in reason)
        rest = len(proposals) - SHOWN
        if rest > 0:
            yield f"  (+{rest})"
