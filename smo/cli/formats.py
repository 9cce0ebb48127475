"""`smo formats`: which exports are recognized."""

from __future__ import annotations

import click
import pandas as pd

import smo
from smo.cli.group import debug_option
from smo.cli.say import as_json, fitting_widths, labeled_lines, table_lines
from smo.errors import SmoError, nearest, quoted
from smo.read import formats_markdown

MOST = (40, 8, 13)  # characters of the first columns; the last takes the rest
HINT = "More of one vendor: smo formats --family NAME. An export that is not here: smo read --help."
HELP = """List the exports that are recognized without being named.

\b
  smo formats                          all of them
  smo formats --family "crazy egg"     one vendor, with the columns each export gives
  smo formats --table clicks           what gives clicks on elements, links and posts
  smo formats --json                   for programs
  smo formats --markdown               the page docs/formats.md

"Known from" tells how far to trust a format: real files that were read, the vendor's
documentation, other programs' code, or hearsay. In "recognized by", … stands for any text.
"""


@click.command("formats", help=HELP, short_help="List the exports that are recognized.")
@click.option("--family", metavar="NAME", help="Vendors whose name holds this.")
@click.option("--table", metavar="NAME", help="Formats that give this table: keywords, clicks, ...")
@click.option("--json", "json_wanted", is_flag=True, help="Write JSON, one object a format.")
@click.option("--markdown", "page_wanted", is_flag=True, help="Write the whole page in Markdown.")
@debug_option
def formats(*, family: str | None, table: str | None, json_wanted: bool, page_wanted: bool) -> None:
    """Write the formats to stdout."""
    if page_wanted:
        if family or table or json_wanted:
            raise click.UsageError("--markdown writes the whole page and takes no other option")
        click.echo(formats_markdown(), nl=False)
        return
    rows = _chosen(smo.formats(), family, table)
    if json_wanted:
        click.echo(as_json(rows.to_dict("records")))
    else:
        click.echo("\n".join(_listed(rows) if family is None else _told(rows)))


def _chosen(rows: pd.DataFrame, family: str | None, table: str | None) -> pd.DataFrame:
    for option, column, wanted in (("--family", "family", family), ("--table", "table", table)):
        if wanted is None:
            continue
        fits = _fits(rows[column], wanted.strip().casefold(), whole=column == "table")
        if not fits.any():
            raise _absent(option, wanted, rows[column].unique().tolist())
        rows = rows[fits]
    return rows


def _fits(names: pd.Series[str], wanted: str, *, whole: bool) -> pd.Series[bool]:
    folded = names.str.casefold()
    found = folded.eq(wanted) if whole else folded.str.contains(wanted, regex=False)
    return found.astype(bool)


def _absent(option: str, wanted: str, names: list[str]) -> SmoError:
    by_fold = {name.casefold(): name for name in names}
    near = nearest(wanted, list(by_fold))
    return SmoError(
        f"nothing is called {wanted!r}; there are {quoted(names, limit=60)}",
        where=option,
        remedy=f"did you mean {by_fold[near]!r}?" if near else None,
    )


def _listed(rows: pd.DataFrame) -> list[str]:
    """Return one line for each format under the name of its family."""
    heads = ("  export", "table", "known from", "recognized by")
    cells = [
        (f"  {row['name']}", row["table"], row["evidence"], row["recognized_by"])
        for row in rows.to_dict("records")
    ]
    widths = fitting_widths([heads, *cells], MOST)
    lines = list(table_lines([heads], widths))
    places = rows.reset_index(drop=True).groupby("family", sort=False).indices
    for family, own in places.items():
        lines += ["", str(family), *table_lines([cells[place] for place in own], widths)]
    return [*lines, "", HINT]


def _told(rows: pd.DataFrame) -> list[str]:
    """Return all that is known of each format."""
    lines: list[str] = []
    for row in rows.to_dict("records"):
        pairs = [
            ("vendor", row["family"]),
            ("table", row["table"]),
            ("gives", row["gives"]),
            ("recognized by", row["recognized_by"]),
            ("known from", row["evidence"]),
            ("unconfirmed in", row["unconfirmed"]),
        ]
        lines += [row["name"], *labeled_lines(pair for pair in pairs if pair[1]), ""]
    return lines[:-1]
