"""A source reduced to one table: the order of the queries, the same on every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from smo.engine.base import Engine, quote_name, sql_text
from smo.engine.clean import ADDRESSES, ELEMENTS, clean_addresses, parse_chains
from smo.engine.layouts import Field, Layout
from smo.errors import SmoError

IsNumber = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Reduced:
    """The rows of the table, and what became of the rows of the source, by reason."""

    rows: pd.DataFrame
    accounts: pd.DataFrame


def read_source(engine: Engine, layout: Layout, is_number: IsNumber, *, where: str) -> list[str]:
    """Make the view `source`: the columns that the layout's SQL reads, absent ones as NULL.

    Returns
    -------
    list of str
        Columns of the source that are read.

    Raises
    ------
    SmoError
        When a column that must be a number, or nested, is of another type.
    """
    kinds = engine.kinds()
    parts, used = [], []
    for field in layout.fields:
        found = _found(engine, field, list(kinds))
        if found is None:
            kind = "DOUBLE" if field.kind == "number" else "VARCHAR"
            parts.append(f"CAST(NULL AS {kind}) AS {field.name}")
            continue
        names, column = found
        if engine.typed and len(names) == 1:
            _refuse_type(field, names[0], kinds[names[0]], is_number, where=where)
        parts.append(f"{_cast(field, column, typed=engine.typed)} AS {field.name}")
        used.append(names[0])
    engine.view("source", f"SELECT {', '.join(parts)} FROM given")  # noqa: S608 - quoted names
    return used


def reduce_clicks(engine: Engine, layout: Layout) -> Reduced:
    """Return the click table of the view `source`."""
    engine.view("hits", sql_text(layout.sql))
    engine.table("sums", sql_text("clicks_sums"))
    engine.batches("elements", sql_text("clicks_chains"), parse_chains, ELEMENTS)
    engine.view("targeted", sql_text("clicks_targeted"))
    engine.batches("addresses", sql_text("clicks_pairs"), clean_addresses, ADDRESSES)
    engine.table("keyed", sql_text("clicks_keyed"))
    if "visits" in layout.tells:
        engine.table("visits", sql_text("clicks_visits"))
    else:
        engine.view("visits", "SELECT CAST(0 AS BIGINT) AS id, CAST(NULL AS BIGINT) AS visits")
    engine.view("accounted", "SELECT * FROM keyed")
    rows = engine.frame(sql_text("clicks"))
    for name in ("dead_clicks", "rage_clicks"):
        if name not in layout.tells:
            rows[name] = pd.NA
    return Reduced(rows, engine.frame(sql_text("accounts")))


def reduce_keywords(engine: Engine, layout: Layout) -> Reduced:
    """Return the keyword table of the view `source`."""
    engine.view("hits", sql_text(layout.sql))
    engine.table("sums", sql_text("keywords_sums"))
    engine.batches("addresses", sql_text("keywords_pairs"), clean_addresses, ADDRESSES)
    engine.view("accounted", "SELECT * FROM sums")
    rows = engine.frame(sql_text("keywords"))
    if layout.sql == "keywords_metrica":
        rows["impressions"] = pd.NA  # nobody counted how often the phrase was shown
    return Reduced(rows, engine.frame(sql_text("accounts")))


def _found(engine: Engine, field: Field, names: list[str]) -> tuple[list[str], str] | None:
    """Return the column of a field, as its names and quoted; None where the source lacks it."""
    folded = {name.casefold(): name for name in reversed(names)}
    for path in field.paths:
        if path in names or path.casefold() in folded:
            name = path if path in names else folded[path.casefold()]
            return [name], quote_name(name)
        first, dot, rest = path.partition(".")
        if dot and first in names:
            column = f"given.{quote_name(first)}.{'.'.join(map(quote_name, rest.split('.')))}"
            if engine.fits(f"SELECT {column} FROM given"):  # noqa: S608 - quoted names
                return [first, rest], column
    return None


def _cast(field: Field, column: str, *, typed: bool) -> str:
    if field.kind == "nested":
        return column
    if field.kind == "text":
        return f"CAST({column} AS VARCHAR)"
    return f"CAST({column} AS DOUBLE)" if typed else f"CAST(nullif(trim({column}), '') AS DOUBLE)"


def _refuse_type(field: Field, name: str, kind: str, is_number: IsNumber, *, where: str) -> None:
    nested = "[]" in kind or kind.casefold().startswith(("array", "list"))
    if field.kind == "number" and not is_number(kind):
        problem, remedy = f"the column {name!r} is {kind}, not a number", "write it as a number"
    elif field.kind == "nested" and not nested:
        problem = f"the column {name!r} is {kind}, not a list of parameters"
        remedy = "export the events as Parquet, where the parameters stay nested"
    else:
        return
    raise SmoError(problem, where=where, remedy=remedy)
