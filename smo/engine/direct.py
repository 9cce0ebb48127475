"""Sources larger than memory given where a table is expected: reduced first."""

from __future__ import annotations

import glob
from pathlib import Path

import duckdb

from smo.engine.aggregate import aggregate_clicks, aggregate_keywords
from smo.engine.files import is_path, is_readable
from smo.engine.layouts import TableName
from smo.engine.spark import is_spark_frame

_REDUCE = {"clicks": aggregate_clicks, "keywords": aggregate_keywords}


def reduced(source: object, table: TableName) -> object:
    """Return the table that a source is reduced to; what is a table already comes back as it is.

    Parameters
    ----------
    source : object
        Parquet or csv files, a folder or pattern of them; a DuckDB relation or Spark frame
        without a column `segment`; or anything else.
    table : {"clicks", "keywords"}
        The table expected.

    Returns
    -------
    object
        A checked table, or the source itself.

    Raises
    ------
    SmoError
        What `aggregate_clicks` and `aggregate_keywords` raise.

    Examples
    --------
    >>> reduced(None, "clicks") is None
    True
    """
    if is_path(source):
        paths = source if isinstance(source, list | tuple) else [source]
        if all(_known(str(path)) for path in paths):
            return _REDUCE[table](source)
        return source
    if isinstance(source, duckdb.DuckDBPyRelation) or is_spark_frame(source):
        names = getattr(source, "columns", [])
        if "segment" not in names:
            return _REDUCE[table](source)
    return source


def _known(path: str) -> bool:
    """Tell whether a path names files that the engine reads."""
    if "://" in path or path.casefold().endswith(".parquet"):
        return True
    place = Path(path)
    return place.is_dir() or glob.has_magic(path) or (is_readable(path) and place.is_file())
