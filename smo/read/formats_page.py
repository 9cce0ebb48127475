"""The page of all formats: what is read, what it gives, how well each format is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from smo.read.catalog import FORMATS, formats
from smo.read.plain import PLAIN
from smo.read.specs import SPECS

HEAD = """# What smo reads

<!-- Made by `python docs/make_formats.py` from the formats themselves: change those, not this. -->

Every export below is recognized by its header words, in any order and among other columns,
whatever its encoding, delimiter or preamble, as CSV, XLSX, Parquet or JSON, alone or in a zip or
folder. Nothing need be named: `smo.read_export("the file")` finds out, and its `.report` says
what was recognized, what was left out and why. `smo.formats()` gives this page as a table; in a
terminal, `smo formats` lists it and `smo read FILE` shows the report.

## How well a format is known

| known from | what it means |
| --- | --- |
{grades}

Languages named as *unconfirmed* are recognized by words that no real file has shown yet. In the
words of a header, … stands for any text.

## When your export is not here

Say which column is which, ours first:

    smo.read_keywords("words.csv", columns={{"keyword": "My phrase", "volume": "Per month"}})
    smo.read_clicks("map.csv", columns={{"element": "Node", "clicks": "Hits"}}, page="https://...")

or in a terminal:

    smo read words.csv --column keyword="My phrase" --column volume="Per month"

A file that is not recognized is refused with the columns it has and, where they can be guessed,
the `columns=` to copy. Where several formats fit a file, `format="its name"` chooses. The columns
to name are those of [tables of your own](#tables-of-your-own).

## Maps that name elements by selectors

{selectors} name elements by CSS selectors, without their words.
Save the mapped page in a browser and give the copy:

    smo.read_clicks("map.csv", html="page.html")
    smo.read_clicks("maps", html={{"https://shop.example/": "home.html"}})
    smo read map.csv --html page.html

Each selector is looked up in it: the words, the target and the role of the link or button it
leads to make the clicks joinable to topics. The read report counts the selectors found once,
several times and not at all, and the clicks on each. It needs `pip install "smo-analyzer[html]"`.

## What the tables hold

{tables}
"""
MEANS = {
    "real files": "exports that people really saved were read with it",
    "documentation": "the vendor describes it (tables of your own: this library does)",
    "other code": "a program by others reads or writes it",
    "hearsay": "nobody has shown it to us: the read report says that its shape is unconfirmed",
}
OWN = "plain"
OWN_TITLE = "Tables of your own"
_MARKS = re.compile(r"([\\`*_\[\]{}|~$<>])")


def formats_markdown() -> str:
    """Return the formats that are read as a page of Markdown, grouped by vendor family.

    Returns
    -------
    str
        The page `docs/formats.md`: what the grades of evidence mean, how to name the columns of
        an unknown export, and one table for each family. The same formats give the same text.

    Examples
    --------
    >>> print(formats_markdown().splitlines()[0])
    # What smo reads
    """
    table = formats()
    vendors = table[table["family"] != OWN]
    grades = _lines(MEANS.items())
    parts = [HEAD.format(grades=grades, tables=_tables(table), selectors=_with_selectors())]
    for family, rows in vendors.groupby("family", sort=True):
        parts += [f"## {_escaped(family)}\n", _formats(rows)]
    own = [_own(name) for name in table.loc[table["family"] == OWN, "table"]]
    parts += [f"## {OWN_TITLE}\n", *own]
    return "\n".join(parts)


def _tables(table: pd.DataFrame) -> str:
    """Return one line for each table that any format gives: what a row of it is."""
    given = set(table["table"])
    return "\n".join(
        f"- **{name}**: one row is {_escaped(spec.row)}"
        for name, spec in SPECS.items()
        if name in given
    )


def _with_selectors() -> str:
    """Return the vendors whose maps name elements by selectors."""
    families = sorted({fmt.family for fmt in FORMATS if fmt.selectors and fmt.family != OWN})
    return f"{', '.join(families)} and tables of your own may"


def _formats(rows: pd.DataFrame) -> str:
    heads = ("export", "table", "gives", "recognized by", "known from")
    cells = [
        (
            *map(_escaped, (row.name, row.table, row.gives, row.recognized_by)),
            _known(str(row.evidence), str(row.unconfirmed)),
        )
        for row in rows.itertuples(index=False)
    ]
    return _lines([heads, ("---",) * len(heads), *cells]) + "\n"


def _known(evidence: str, unconfirmed: str) -> str:
    return f"{evidence}; *unconfirmed:* {_escaped(unconfirmed)}" if unconfirmed else evidence


def _own(table: object) -> str:
    """Return the columns that a table of one's own may have, with what they mean."""
    spec = SPECS[str(table)]
    fmt = next(fmt for fmt in PLAIN if fmt.spec is spec)
    needed = {*fmt.required} - {*fmt.constants}
    cells = [
        (
            f"`{name}`",
            _escaped(spec.column(name).means),
            "needed" if name in needed else "one of these" if name in fmt.any_of else "",
        )
        for name in spec.names
        if name in fmt.words
    ]
    heads = (f"column of {spec.name}", "what it holds", "")
    return _lines([heads, ("---",) * len(heads), *cells]) + "\n"


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _escaped(text: object) -> str:
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))
