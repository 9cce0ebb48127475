"""Frames and Parquet files to grids."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Hashable, Sequence
from pathlib import Path
from typing import Any, overload

import duckdb
import numpy as np
import pandas as pd

from smo.errors import SmoError
from smo.read.columns import Encoder
from smo.read.grid import HEAD_ROWS, Body, Grid, digest_of, is_data

PARQUET = b"PAR1"
# More rows than this want a database: as Python objects they would take tens of gigabytes.
MAX_ROWS = 5_000_000
# From here on lists of rows cost more memory than the frame itself.
LARGE_ROWS = 20_000


class FrameRows(Sequence[list[Any]]):
    """The rows of a large frame: the first ones as lists, all of them by column."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self.head = frame_rows(frame.head(HEAD_ROWS - 1))

    def body(self, header: int, places: Collection[int] | None) -> Body | None:
        """Return the columns at the places; None where the header is not the frame's own."""
        width = self._frame.shape[1]
        if header != 0 or width == 0:
            return None
        keep = self._data_rows()
        encoders = {place: Encoder() for place in (range(width) if places is None else places)}
        for place, encoder in encoders.items():
            cells = self._frame.iloc[:, place].astype(object)
            encoder.add(_plain_cells(cells.where(cells.notna(), "").to_numpy()[keep]))
        columns = {place: encoder.column() for place, encoder in encoders.items()}
        return Body(keep + 1, columns, long_rows=0)

    def _data_rows(self) -> np.ndarray[Any, Any]:
        """Return the places of rows that are no blank, no comment and no header once more."""
        head = self.head[0]
        first = self._frame.iloc[:, 0].astype("string").fillna("").str.strip()
        odd = first.eq("") | first.str.startswith("#") | first.eq(head[0])
        places = np.flatnonzero(odd.to_numpy(dtype=bool))
        rows = frame_rows(self._frame.iloc[places])[1:]
        lost = [place for place, row in zip(places, rows, strict=True) if not is_data(row, head)]
        keep = np.ones(len(self._frame), dtype=bool)
        keep[lost] = False
        return np.flatnonzero(keep)

    def __len__(self) -> int:
        """Return the number of rows, that of names included."""
        return len(self._frame) + 1

    @overload
    def __getitem__(self, index: int) -> list[Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[Any]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """Return a row, or some rows."""
        return frame_rows(self._frame)[index]


def rows_of_frame(frame: pd.DataFrame) -> Sequence[list[Any]]:
    """Return the rows of a frame, names first; those of a large one to be read by column."""
    return FrameRows(frame) if len(frame) >= LARGE_ROWS else frame_rows(frame)


def _plain_cells(cells: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the cells, a list or mapping as the text it is written as."""
    if all(isinstance(cell, Hashable) for cell in cells):
        return cells
    return np.array([c if isinstance(c, Hashable) else str(c) for c in cells], dtype=object)


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
