"""Answers of interfaces (JSON) to grids; a list of objects is any table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from smo.errors import SmoError
from smo.read.format import JsonShape
from smo.read.grid import Blob, Grid, digest_of
from smo.read.rows import is_rows, rows_grid


def is_answer(value: object, shapes: Sequence[JsonShape]) -> bool:
    """Return whether a value in memory is an answer of an interface, and no mapping of segments.

    Examples
    --------
    >>> is_answer([{"query": "shoes"}], ()), is_answer({"buyers": "q.csv"}, ())
    (True, False)
    """
    return any(shape.fits(value) for shape in shapes) or is_rows(value)


def answer_grids(value: Any, name: str, bundle: str, shapes: Sequence[JsonShape]) -> list[Grid]:
    """Return the grids of an answer, each beginning with its header.

    Raises
    ------
    SmoError
        When rows have differently many keys, or lack what their shape promises.
    """
    shape = next((shape for shape in shapes if shape.fits(value)), None)
    if shape is None:
        return [rows_grid(value, name, bundle)]
    try:
        tables = shape.tables(value)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise SmoError(
            f"it looks like {shape.name}, but a part is missing or of another kind: {error!r}",
            where=name,
            remedy="save the whole answer again",
        ) from error
    # Of several tables a door takes its own and leaves the others, as of the parts of a file.
    alone = len(tables) == 1
    return [_grid(rows, part, (name, bundle), alone=alone) for part, rows in tables.items()]


def parse_json(text: str, name: str, shapes: Sequence[JsonShape]) -> object | None:
    """Return what a JSON text (one value, or one object a line) holds, None for other texts.

    Raises
    ------
    SmoError
        When a file called .json is none, or holds nothing that is a table.
    """
    if text.lstrip()[:1] not in "[{":
        return None
    value = _value(text, name)
    if value is None or is_answer(value, shapes):
        return value
    raise SmoError(
        "this JSON holds no rows",
        where=name,
        remedy='give the answer of the interface: {"rows": [...]} or a list of objects',
    )


def json_blob_grids(
    blob: Blob, value: object, encoding: str, shapes: Sequence[JsonShape]
) -> list[Grid]:
    """Return the grids of a JSON file."""
    digest = digest_of(blob.data)
    return [
        Grid(
            grid.name,
            grid.rows,
            encoding,
            digest,
            blob.bundle,
            blob.explicit and grid.explicit,
            kind="rows",
        )
        for grid in answer_grids(value, blob.name, blob.bundle, shapes)
    ]


def _value(text: str, name: str) -> object | None:
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise SmoError("this JSON is nested too deeply", where=name) from error
    except ValueError as error:
        lines = _lines(text)
        if lines is not None:
            return lines
        if not name.casefold().endswith((".json", ".jsonl", ".ndjson")):
            return None
        raise SmoError(f"this is no JSON: {error}", where=name, remedy="save it again") from error
    # One object a line, and one line: still a table of one row.
    return [value] if isinstance(value, Mapping) and name.endswith((".jsonl", ".ndjson")) else value


def _lines(text: str) -> list[object] | None:
    """Return the objects of a text that holds one a line, else None."""
    try:
        values = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None
    return values if values and all(isinstance(value, Mapping) for value in values) else None


def _grid(rows: Sequence[Sequence[Any]], part: str, place: tuple[str, str], *, alone: bool) -> Grid:
    name, bundle = place
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    label = f"{name}/{part}" if part else name
    return Grid(label, cells, "api", digest_of(repr(cells)), bundle, explicit=alone, kind="rows")
