"""The embedded engine: DuckDB in this process, in bounded memory, spilling to a folder."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from smo.engine.base import Batch, quote_text
from smo.errors import SmoError

BATCH_ROWS = 100_000
_LIMIT = re.compile(r"\d+(?:\.\d+)?\s*(?:[KMGT]i?B)", re.IGNORECASE)
_ROOM = "name a folder with more room by the environment variable TMPDIR, or raise memory_limit"


class DuckEngine:
    """DuckDB with a folder of its own; made by `open_duck`."""

    def __init__(self, base: duckdb.DuckDBPyConnection, folder: Path, limit: str) -> None:
        self.base = base
        self.folder = folder
        self.typed = True
        self.name = f"DuckDB {duckdb.__version__}, memory_limit {limit}"

    def kinds(self) -> Mapping[str, str]:
        """Return the columns of `given` with their types."""
        rows = self.base.execute("DESCRIBE SELECT * FROM given").fetchall()
        return {str(row[0]): str(row[1]) for row in rows}

    def fits(self, sql: str) -> bool:
        """Tell whether a query names only what is there."""
        try:
            self.base.execute(f"EXPLAIN {sql}").fetchall()
        except duckdb.BinderException:
            return False
        return True

    def view(self, name: str, sql: str) -> None:
        """Give a query a name."""
        self.base.execute(f"CREATE VIEW {name} AS {sql}")

    def table(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows."""
        self.base.execute(f"CREATE TABLE {name} AS {sql}")

    def store(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows in a file."""
        path = quote_text(str(self.folder / f"{name}.parquet"))
        self.base.execute(f"COPY ({sql}) TO {path} (FORMAT parquet)")
        self.view(name, f"SELECT * FROM read_parquet({path})")  # noqa: S608 - quoted

    def batches(self, name: str, sql: str, work: Batch, columns: tuple[str, ...]) -> None:
        """Keep what a function makes of the rows of a query, batch by batch."""
        typed = ", ".join(f"{column} VARCHAR" for column in columns)
        self.base.execute(f"CREATE TABLE {name} ({typed})")
        with self.base.cursor() as reader:
            reader.execute(sql)
            names = [str(told[0]) for told in reader.description or ()]
            while rows := reader.fetchmany(BATCH_ROWS):
                done = work(pd.DataFrame(rows, columns=names, dtype=object))
                self.base.register("batch", done.astype(object))
                self.base.execute(f"INSERT INTO {name} SELECT * FROM batch")  # noqa: S608 - our own names
                self.base.unregister("batch")

    def forget(self, *names: str) -> None:
        """Drop tables that no later query names."""
        for name in names:
            self.base.execute(f"DROP TABLE {name}")

    def frame(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query; texts as Python's, not copied into pandas' own kinds."""
        columns = self.base.execute(sql).fetchnumpy()
        return pd.DataFrame({name: _series(column) for name, column in columns.items()}, copy=False)


def _series(column: Any) -> pd.Series[Any]:
    """Return a column of DuckDB, which is masked where something is missing."""
    missing = np.ma.getmaskarray(column) if isinstance(column, np.ma.MaskedArray) else None
    values = np.asarray(np.ma.getdata(column))
    if missing is not None and missing.any():
        values = values.astype(object if values.dtype.kind == "O" else float)
        values[missing] = None if values.dtype.kind == "O" else np.nan
    kept: Any = values.dtype
    told: pd.Series[Any] = pd.Series(values, dtype=kept, copy=False)
    return told


@contextmanager
def open_duck(memory_limit: str, *, caller: str) -> Iterator[DuckEngine]:
    """Give an engine whose folder is removed however the work ends.

    Parameters
    ----------
    memory_limit : str
        Most memory DuckDB may take, as "2GB".
    caller : str
        Name of the public function, for the message.

    Raises
    ------
    SmoError
        When the limit is none, no folder can be made, or memory or disk do not suffice.
    """
    if not isinstance(memory_limit, str) or not _LIMIT.fullmatch(memory_limit.strip()):
        problem = f"'memory_limit' must be a size; got {memory_limit!r}"
        raise SmoError(problem, where=caller, remedy="write memory_limit='2GB', for instance")
    try:
        folder = Path(tempfile.mkdtemp(prefix="smo-engine-"))
    except OSError as error:
        problem = f"no folder can be made for what does not fit in memory: {error.strerror}"
        raise SmoError(problem, where=tempfile.gettempdir(), remedy=_ROOM) from error
    try:
        with duckdb.connect(":memory:") as base:
            for order in (
                f"SET memory_limit = '{memory_limit.strip()}'",
                f"SET temp_directory = '{str(folder / 'spill').replace(chr(39), chr(39) * 2)}'",
                "SET preserve_insertion_order = false",
                "SET enable_progress_bar = false",  # it would print to stdout
            ):
                base.execute(order)
            yield DuckEngine(base, folder, memory_limit.strip())
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise _explained(error, folder, caller) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _explained(error: duckdb.Error, folder: Path, caller: str) -> SmoError:
    """Return what an error of DuckDB means to whoever called."""
    told = str(error).splitlines()[0]
    if isinstance(error, duckdb.OutOfMemoryException):
        problem = "memory and the folder for what does not fit in it are both full"
        return SmoError(f"{problem}: {told}", where=str(folder.parent), remedy=_ROOM)
    if isinstance(error, duckdb.IOException) and str(folder) in told:
        problem = f"what does not fit in memory cannot be written: {told}"
        return SmoError(problem, where=str(folder.parent), remedy=_ROOM)
    return SmoError(f"DuckDB cannot work it out: {told}", where=caller, remedy="mend the source")
