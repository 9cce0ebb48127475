"""A source reduced to one table: the order of the queries, the same on every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from smo.engine.base import Engine, quote_name, sql_text
from smo.engine.clean import ELEMENTS, PARTS, clean_parts, parse_chains
from smo.engine.layouts import Field, Layout
from smo.engine.rows import click_rows, keyword_rows
from smo.errors import SmoError

IsNumber = Callable[[str], bool]
# Layouts whose columns are read as they stand; the others unpack JSON or lists.
CHEAP = frozenset(["clicks_plain", "clicks_metrica", "keywords_plain", "keywords_search_console",
                   "keywords_metrica"])  # fmt: skip

# Tables of clicks in the order they are made, and those that no later one is made from.
_CLICK_TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("found", ("aimed", "elements")), ("spots", ()), ("spotted", ("found",)), ("manners", ()),
    ("touched", ("spotted",)), ("paired", ()), ("keyed", ()), ("several", ()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reduced:
    """The rows of the table, and what became of the rows of the source, by reason."""

    rows: pd.DataFrame
    accounts: pd.DataFrame
    first_day: object
    last_day: object


@dataclass(frozen=True, slots=True)
class Counted:
    """A reduction in numbers: its rows are made when the engine has let its memory go."""

    make: Callable[[], pd.DataFrame]
    accounts: pd.DataFrame
    first_day: object
    last_day: object

    def made(self) -> Reduced:
        """Return it with its rows."""
        return Reduced(self.make(), self.accounts, self.first_day, self.last_day)


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


def reduce_clicks(engine: Engine, layout: Layout) -> Counted:
    """Return the click table of the view `source`."""
    _read_hits(engine, layout)
    engine.table("places", sql_text("clicks_places"))
    engine.batches("elements", sql_text("clicks_chains"), parse_chains, ELEMENTS)
    engine.table("aimed", sql_text("clicks_aimed"))
    clean_written(engine, "clicks_written")
    engine.view("accounted", sql_text("clicks_accounted"))
    for name, done in _CLICK_TABLES:
        engine.table(name, sql_text(f"clicks_{name}"))
        engine.forget(*done)
    told = _accounts(engine)
    counts = engine.frame(sql_text("clicks"))
    spots, manners = (engine.frame(f"SELECT * FROM {name}") for name in ("spots", "manners"))  # noqa: S608 - our own names
    untold = [name for name in ("dead_clicks", "rage_clicks") if name not in layout.tells]
    return Counted(lambda: click_rows(counts, spots, manners, untold), *told)


def reduce_keywords(engine: Engine, layout: Layout) -> Counted:
    """Return the keyword table of the view `source`."""
    _read_hits(engine, layout)
    clean_written(engine, "keywords_written")
    engine.table("leads", sql_text("keywords_leads"))
    engine.table("sums", sql_text("keywords_sums"))
    engine.view("accounted", "SELECT * FROM sums")
    told = _accounts(engine)
    leads = engine.frame("SELECT DISTINCT lead, clean FROM leads")
    counts = engine.frame(sql_text("keywords"))

    def make() -> pd.DataFrame:
        rows = keyword_rows(counts, leads)
        if layout.sql == "keywords_metrica":
            rows["impressions"] = pd.NA  # nobody counted how often the phrase was shown
        return rows

    return Counted(make, *told)


def clean_written(engine: Engine, query: str) -> None:
    """Make the table `addresses`: all that a query names, with base and canonical form."""
    engine.table("written", sql_text(query))
    engine.table("cut", sql_text("addresses_cut"))
    engine.batches("parts", sql_text("addresses_parts"), clean_parts, PARTS)
    engine.table("addresses", sql_text("addresses"))
    engine.forget("written", "cut", "parts")


def _read_hits(engine: Engine, layout: Layout) -> None:
    """Make `hits`, which is read several times: what is costly to read is kept."""
    keep = engine.view if engine.typed and layout.sql in CHEAP else engine.store
    keep("hits", sql_text(layout.sql))


def _accounts(engine: Engine) -> tuple[pd.DataFrame, object, object]:
    """Return what became of the rows, and the first and last day."""
    days = engine.frame(sql_text("days")).iloc[0]
    return engine.frame(sql_text("accounts")), days["first_day"], days["last_day"]


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
