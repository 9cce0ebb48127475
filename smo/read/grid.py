"""What the byte layer hands on: grids of cells, nothing interpreted yet."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal


@dataclass(frozen=True, slots=True, eq=False)
class Blob:
    """The bytes (or text) of one file, and the archive or folder it came with."""

    name: str
    data: bytes | str
    bundle: str
    explicit: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table as it stands in a file: rows of cells, preamble and blank rows included.

    `bundle` names the archive, workbook or folder that shares one period and one filter;
    `explicit` says that the caller named this very file, so that it must hold a table.
    """

    name: str
    rows: list[list[Any]]
    encoding: str
    digest: str
    bundle: str
    explicit: bool
    kind: Literal["text", "sheet", "rows"]

    def place(self, row: int) -> str:
        """Return where a row stands, as a person counts: file line, sheet row or list row."""
        if self.kind == "text":
            breaks = sum(str(cell).count("\n") for cells in self.rows[:row] for cell in cells)
            return f"line {row + 1 + breaks}"
        return f"row {row + 1}" if self.kind == "sheet" else f"row {row - 1}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """All grids of a source, and the members that could not be read, each with its reason."""

    grids: tuple[Grid, ...]
    skipped: tuple[str, ...]


def digest_of(data: bytes | str) -> str:
    """Return 8 hexadecimal digits that name the content."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return blake2b(raw, digest_size=4).hexdigest()
