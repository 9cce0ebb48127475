"""A source opened in DuckDB: files, relations and frames stand as the table `given`."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd

from smo.checks import to_pandas
from smo.engine.base import quote_name, quote_text
from smo.engine.duck import DuckEngine
from smo.engine.files import Files, find_files, is_path
from smo.errors import SmoError


def open_in_duck(engine: DuckEngine, source: object, *, caller: str) -> Files | None:
    """Make `given` of a source in the engine, and return its files where it has some.

    Parameters
    ----------
    engine : DuckEngine
        Where to.
    source : path, list of paths, DuckDB relation or frame
        What to read; a relation is copied to a Parquet file first, by its own connection.
    caller : str
        Name of the public function, for the message.

    Raises
    ------
    SmoError
        When a file cannot be read, or the source is of no kind that is read.
    """
    if is_path(source):
        files = find_files(source)
        engine.typed = files.kind == "parquet"
        if engine.typed:
            _refuse_unreadable(engine, files)
        engine.view("given", f"SELECT * FROM {reader(files.paths, files.kind)}")  # noqa: S608 - quoted
        return files
    copy = engine.folder / "source.parquet"
    if isinstance(source, duckdb.DuckDBPyRelation):
        source.write_parquet(str(copy))
    elif isinstance(source, pd.DataFrame):
        engine.base.execute(f"SET GLOBAL pandas_analyze_sample = {max(len(source), 1)}")
        engine.base.register("given", source)
        return None
    else:
        _write_frame(engine, source, copy, caller=caller)
        if not copy.exists():
            return None
    engine.view("given", f"SELECT * FROM {reader([str(copy)], 'parquet')}")  # noqa: S608 - quoted
    return None


def reader(paths: Sequence[str], kind: str) -> str:
    """Return DuckDB's reader of files, their names quoted.

    Examples
    --------
    >>> reader(["a b.parquet"], "parquet")
    "read_parquet(['a b.parquet'], union_by_name = true, hive_partitioning = false)"
    """
    # a local name is no pattern, even where it holds a star
    told = [quote_text(p if "://" in p else glob.escape(p)) for p in paths]
    options = "union_by_name = true, hive_partitioning = false"
    if kind == "parquet":
        return f"read_parquet([{', '.join(told)}], {options})"
    return f"read_csv([{', '.join(told)}], header = true, all_varchar = true, {options})"


def find_culprit(engine: DuckEngine, files: Files, names: Sequence[str]) -> SmoError | None:
    """Return the error that names the file of a source whose columns cannot be read."""
    # a count alone is answered without reading the pages of the file
    columns = ", ".join(f"bit_xor(hash({quote_name(name)}))" for name in names) or "count(*)"
    for path in files.paths:
        try:
            engine.base.execute(
                f"SELECT {columns} FROM {reader([path], files.kind)}"  # noqa: S608 - quoted
            ).fetchall()
        except duckdb.BinderException:
            continue
        except duckdb.Error as error:
            return _unreadable(path, error)
    return None


def find_bad_number(engine: DuckEngine, files: Files, names: Sequence[str]) -> SmoError | None:
    """Return the error that names file, column and value of what is no number in csv files."""
    for path in files.paths:
        for name in names:
            column = quote_name(name)
            bad = engine.base.execute(
                f"SELECT {column} FROM {reader([path], files.kind)} WHERE trim({column}) <> '' "  # noqa: S608 - quoted
                f"AND TRY_CAST({column} AS DOUBLE) IS NULL LIMIT 1"
            ).fetchone()
            if bad is not None:
                return SmoError(
                    f"the column {name!r} holds {bad[0]!r}, which is no number",
                    where=path,
                    remedy="mend the cell or leave its row out",
                )
    return None


def _refuse_unreadable(engine: DuckEngine, files: Files) -> None:
    """Raise for a Parquet file without a readable end, and for columns of unlike types."""
    first: dict[str, tuple[str, str]] = {}
    for path in files.paths:
        try:
            told = engine.base.execute(
                f"DESCRIBE SELECT * FROM {reader([path], 'parquet')}"  # noqa: S608 - quoted
            ).fetchall()
        except duckdb.Error as error:
            raise _unreadable(path, error) from error
        for name, kind, *_ in told:
            before, where = first.setdefault(name, (kind, path))
            if _family(before) != _family(kind):
                raise SmoError(
                    f"the column {name!r} is {kind} here and {before} in {Path(where).name}",
                    where=path,
                    remedy="write the column with one type in all files",
                )


def _family(kind: str) -> str:
    """Return what types can be read as one: whole numbers of any size, for instance."""
    if kind.startswith(("DECIMAL", "HUGEINT")) or kind in _NUMBERS:
        return "number"
    return "time" if kind.startswith(("TIMESTAMP", "DATE")) else kind


_NUMBERS = frozenset(
    ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
     "FLOAT", "DOUBLE"]
)  # fmt: skip


def is_number(kind: str) -> bool:
    """Tell whether a type of DuckDB is a number.

    Examples
    --------
    >>> is_number("BIGINT"), is_number("DECIMAL(18,3)"), is_number("VARCHAR")
    (True, True, False)
    """
    return _family(kind) == "number"


def _unreadable(path: str, error: duckdb.Error) -> SmoError:
    why = str(error).splitlines()[0].replace(path, "it")
    return SmoError(
        f"the file cannot be read: {why}", where=path, remedy="write it again or leave it out"
    )


def _write_frame(engine: DuckEngine, source: Any, copy: Path, *, caller: str) -> None:
    """Bring a frame of another library into the engine, by a file where it can write one."""
    if hasattr(source, "sink_parquet"):
        source.sink_parquet(copy)
    elif hasattr(source, "write_parquet"):
        source.write_parquet(copy)
    elif type(source).__module__.partition(".")[0] == "pyarrow":
        engine.base.register("given", source)
    else:
        try:
            nw.from_native(source)
        except TypeError as error:
            raise SmoError(
                f"expected files or a table, got {type(source).__name__}",
                where=caller,
                remedy="give paths, a DuckDB relation, or a pandas, polars or pyarrow frame",
            ) from error
        engine.base.register("given", to_pandas(source, caller=caller))
