"""What an engine can do: the few verbs that the reductions are written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files as packaged
from typing import Protocol

import pandas as pd

Batch = Callable[[pd.DataFrame], pd.DataFrame]


class Engine(Protocol):
    """A database in which the source stands as the table `given`.

    All SQL is of DuckDB's dialect; names that the engine made are known in it.
    """

    @property
    def name(self) -> str:
        """Engine and its limits, for the read report."""

    @property
    def typed(self) -> bool:
        """Whether the source tells the types of its columns; a csv file does not."""

    def kinds(self) -> Mapping[str, str]:
        """Return the columns of `given` with their types as the engine writes them."""

    def fits(self, sql: str) -> bool:
        """Tell whether a query names only what is there."""

    def view(self, name: str, sql: str) -> None:
        """Give a query a name."""

    def table(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows."""

    def store(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows outside of memory where they are many."""

    def batches(self, name: str, sql: str, work: Batch, columns: tuple[str, ...]) -> None:
        """Keep what a function makes of the rows of a query, batch by batch; texts all."""

    def forget(self, *names: str) -> None:
        """Let go of tables that no later query names, where that frees memory."""

    def frame(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query."""


def sql_text(name: str) -> str:
    """Return the text of a query of this package.

    Examples
    --------
    >>> sql_text("accounts").startswith("-- What became of the rows")
    True
    """
    return packaged("smo.engine").joinpath(f"{name}.sql").read_text(encoding="utf-8")


def quote_name(path: str) -> str:
    """Return a column quoted.

    Examples
    --------
    >>> quote_name('we"ird')
    '"we""ird"'
    """
    return '"' + path.replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """Return a text quoted.

    Examples
    --------
    >>> quote_text("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"
