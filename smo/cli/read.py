"""`smo read`: what an export is recognized as, and what of it was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import click
import pandas as pd

import smo
from smo.cli.group import debug_option, wrong_input
from smo.cli.readings import TABLES, told_lines
from smo.cli.say import as_json
from smo.cli.sources import PIPED, by_segment, columns_told, copies_told, opened
from smo.errors import SmoError
from smo.read import Exports

HELP = """Read exports and tell what was recognized, kept and left out. Nothing is written.

\b
  smo read search-console.zip                    one export: zip, folder, CSV, XLSX, ...
  smo read *.csv                                 several at once
  smo read buyers=shop.zip readers=blog.zip      each for its audience segment
  smo read shop.csv --segment buyers             the same segment for all
  smo read map.csv --page https://shop.example/  a click map that does not name its page
  smo read map.csv --html page.html              and the saved page its selectors mean
  unzip -p all.zip q.csv | smo read -            standard input
  smo read words.csv --column keyword="My phrase" --column volume="Per month"
                                                 a table of your own: ours=theirs
  smo read search-console.zip --json             for programs

\b
Exit code: 0 fine; 2 wrong input, with one line on stderr for each file that cannot be read:
where, what and the remedy. The other files are told all the same.
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
    groups = by_segment(paths, segment)
    asked = any(PIPED in group for group in groups.values())
    piped = sys.stdin.buffer.read() if asked else None
    readings = Readings()
    errors: list[SmoError] = []
    for own, group in groups.items():

        def reader(paths: Sequence[str], own: str | None = own) -> Exports:
            sources = opened(paths, piped)
            return smo.read_export(
                sources, segment=own, page=page, html=html, format=name, columns=columns
            )

        export, refused = _all_readable(group, reader)
        errors += refused
        if export is not None:
            readings.add(export.report, {table: getattr(export, table) for table in TABLES})
    if readings.reports:
        click.echo(_told(readings, json_wanted=json_wanted))
    if errors:
        raise wrong_input(errors, click.get_current_context())


def _told(readings: Readings, *, json_wanted: bool) -> str:
    report = pd.concat(readings.reports, ignore_index=True)
    if json_wanted:
        return as_json({"rows": readings.rows, "reads": report.to_dict("records")})
    return "\n".join(told_lines(report, readings.rows))


def _all_readable(
    paths: Sequence[str], reader: Callable[[Sequence[str]], Exports]
) -> tuple[Exports | None, list[SmoError]]:
    """Return what the readable paths hold, read together, and the errors of the others."""
    try:
        return reader(paths), []
    except SmoError as error:
        whole = error
    errors: list[SmoError] = []
    good: list[str] = []
    for path in paths if len(paths) > 1 else []:
        try:
            reader([path])
        except SmoError as error:
            errors.append(error)
        else:
            good.append(path)
    if not errors:
        return None, [whole]
    export, more = _all_readable(good, reader) if good else (None, [])
    return export, [*errors, *more]
