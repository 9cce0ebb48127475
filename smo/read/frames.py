"""Frames and Parquet files to grids."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from smo.errors import SmoError
from smo.read.grid import Grid, digest_of

PARQUET = b"PAR1"
# More rows than this want a database: as Python objects they would take tens of gigabytes.
MAX_ROWS = 5_000_000


def frame_grid(frame: pd.DataFrame, bundle: str) -> Grid:
    """Return a frame as a grid whose first row names the columns."""
    rows = frame_rows(frame)
    digest = digest_of("\x1e".join("\x1f".join(map(str, row)) for row in rows))
    return Grid("frame", rows, "frame", digest, bundle, explicit=True, kind="rows")


def frame_rows(frame: pd.DataFrame) -> list[list[Any]]:
    """Return the names of the columns, then the rows; a missing cell is an empty text."""
    columns = [frame.iloc[:, i].astype(object) for i in range(frame.shape[1])]
    cleaned = [column.where(column.notna(), "").tolist() for column in columns]
    body = [list(row) for row in zip(*cleaned, strict=True)]
    return [[str(name) for name in frame.columns], *body]


def parquet_frame(data: bytes, name: str) -> pd.DataFrame:
    """Return the table of a Parquet file.

    Raises
    ------
    SmoError
        When it is damaged, or holds more rows than fit in memory as a table.
    """
    with tempfile.TemporaryDirectory(prefix="smo-") as folder:
        path = Path(folder) / "table.parquet"
        path.write_bytes(data)
        try:
            with duckdb.connect() as base:
                base.execute("SET enable_progress_bar = false")
                rows = base.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone()
                if rows is not None and rows[0] > MAX_ROWS:
                    raise SmoError(
                        f"it holds {rows[0]:,} rows, more than {MAX_ROWS:,}",
                        where=name,
                        remedy="sum it in a database first, by keyword, page and day",
                    )
                return base.execute("SELECT * FROM read_parquet(?)", [str(path)]).df()
        except duckdb.Error as error:
            why = str(error).splitlines()[0].replace(str(path), "it")
            raise SmoError(
                f"the Parquet file is damaged: {why}", where=name, remedy="write it again"
            ) from error
