"""`smo backtest`: plans replayed at earlier days, against what then came."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pandas as pd

import smo
from smo.cli.group import debug_option
from smo.cli.plans import step
from smo.cli.say import as_json, fitting_widths, table_lines
from smo.cli.sources import by_segment

HELP = """Replay plans at earlier days, and measure what they foretold.

\b
  smo backtest --keywords rows-by-day.csv
  smo backtest --keywords buyers=rows.csv --cuts 6 --horizon 14
  smo backtest --keywords rows-by-day.csv --json | jq '.[] | select(.cut == null)'

The export must tell days: Search Console's API or bulk export, by query and day. Shown are the
measures over all cuts, each with its interval; --json holds those of each cut too. It tests
prediction (is what the plan calls missed still missed later), not what acting on it brings.
Exit code: 0 fine; 2 wrong input, with one line on stderr.
"""
HEADS = ("segment", "of", "measure", "list", "value", "note")
WIDEST = (16, 10, 18, 14, 22)
SOURCE = "[SEGMENT=]PATH"


@click.command("backtest", help=HELP, short_help="Replay plans against what then came.")
@click.option("--keywords", metavar=SOURCE, multiple=True, required=True,
              help="What people search, day by day.")  # fmt: skip
@click.option("--clicks", metavar=SOURCE, multiple=True, help="What people click, day by day.")
@click.option("--cuts", type=int, default=4, show_default=True, help="Windows foretold.")
@click.option("--horizon", type=int, default=28, show_default=True, help="Days of a window.")
@click.option("--settings", "settings_file", metavar="FILE", type=click.Path(),
              help="Settings as TOML.")  # fmt: skip
@click.option("--json", "json_wanted", is_flag=True, help="Write all rows as JSON.")
@debug_option
def backtest(
    *,
    keywords: tuple[str, ...],
    clicks: tuple[str, ...],
    cuts: int,
    horizon: int,
    settings_file: str | None,
    json_wanted: bool,
) -> None:
    """Read, replay and tell."""
    # Only this command needs it, and it takes seconds to load.
    from smo.evaluate import backtest as replay  # noqa: PLC0415

    chosen = smo.Settings() if settings_file is None else smo.Settings.from_toml(settings_file)
    words = [
        smo.read_keywords(list(paths), segment=own)
        for own, paths in by_segment(keywords, None).items()
    ]
    taps = [
        smo.read_clicks(list(paths), segment=own) for own, paths in by_segment(clicks, None).items()
    ]
    step("replaying")
    table = replay(
        pd.concat(words, ignore_index=True),
        clicks=pd.concat(taps, ignore_index=True) if taps else None,
        cuts=cuts,
        horizon=horizon,
        settings=chosen,
    )
    if json_wanted:
        click.echo(as_json(table.to_dict("records")))
        return
    rows = [HEADS, *_cells(table[table["cut"].isna()])]
    click.echo("\n".join(table_lines(rows, fitting_widths(rows, WIDEST))))


def _cells(table: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    facts = ("segment", "target", "measure", "ranking")
    for row in table.to_dict("records"):
        value, low, high = (_number(row[name]) for name in ("value", "low", "high"))
        interval = f" ({low} to {high})" if low else ""
        note = "" if pd.isna(row["note"]) else str(row["note"])
        yield (*(str(row[name]) for name in facts), f"{value}{interval}", note)


def _number(value: object) -> str:
    return "" if pd.isna(value) else f"{value:.2f}"  # type: ignore[call-overload]
