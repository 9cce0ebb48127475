"""`smo read`: what an export is recognized as, and what of it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import click
import pandas as pd

import smo
from smo.cli.group import debug_option
from smo.cli.readings import TABLES, told_lines
from smo.cli.say import as_json
from smo.cli.sources import by_segment, columns_told, copies_told

HELP = """Read exports and tell what was recognized, kept and left out. Nothing is written.

\b
  smo read search-console.zip                    one export: zip, folder, CSV, XLSX, ...
  smo read *.csv                                 several at once
  smo read buyers=shop.zip readers=blog.zip      each for its audience segment
  smo read shop.csv --segment buyers             the same segment for all
  smo read map.csv --page https://shop.example/  a click map that does not name its page
  smo read map.csv --html page.html              and the saved page its selectors mean
  smo read words.csv --column keyword="My phrase" --column volume="Per month"
                                                 a table of your own: ours=theirs
  smo read search-console.zip --json             for programs

\b
Exit code: 0 fine; 2 wrong input, with one line on stderr that says where, what and the remedy.
"""


@dataclass(slots=True)
class Readings:
    """The reports of all that was read, and how many rows each table holds."""

    reports: list[pd.DataFrame] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))

    def add(self, report: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> None:
        """Take in what one call of the readers returned."""
        self.reports.append(report)
        for name, table in tables.items():
            self.rows[name] += len(table)


@click.command("read", help=HELP, short_help="Tell what an export holds and what was read of it.")
@click.argument("paths", metavar="[SEGMENT=]PATH...", nargs=-1, required=True)
@click.option("--segment", metavar="NAME", help="Audience segment of the paths that name none.")
@click.option("--page", metavar="ADDRESS", help="Page of click maps that do not name it.")
@click.option("--html", "copies", metavar="[ADDRESS=]PATH", multiple=True,
              help="Saved copy of the map's page.")  # fmt: skip
@click.option("--format", "name", metavar="NAME", help="Format to read it as, of `smo formats`.")
@click.option("--column", "pairs", metavar="OURS=THEIRS", multiple=True, help="Name a column.")
@click.option("--json", "json_wanted", is_flag=True, help="Write JSON: rows of tables, reads.")
@debug_option
def read(
    *,
    paths: tuple[str, ...],
    segment: str | None,
    page: str | None,
    copies: tuple[str, ...],
    name: str | None,
    pairs: tuple[str, ...],
    json_wanted: bool,
) -> None:
    """Write the read report to stdout."""
    columns, html = columns_told(pairs), copies_told(copies)
    readings = Readings()
    for own, group in by_segment(paths, segment).items():
        export = smo.read_export(
            group, segment=own, page=page, html=html, format=name, columns=columns
        )
        readings.add(export.report, {table: getattr(export, table) for table in TABLES})
    report = pd.concat(readings.reports, ignore_index=True)
    if json_wanted:
        click.echo(as_json({"rows": readings.rows, "reads": report.to_dict("records")}))
    else:
        click.echo("\n".join(told_lines(report, readings.rows)))
