"""Texts laid out for a terminal: tables and labeled lines, nothing in them that acts unseen."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import pandas as pd

from smo.report.inert import inert

WIDTH = 100
GAP = 2  # blanks between columns
MARGIN = 4  # blanks before a labeled line
LABEL = 18  # characters of a label with the blanks after it
LAST = 20  # characters for which the last column has room
MAX_CELL = 2000  # characters of one text from a file


def table_lines(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    r"""Yield the rows as lines of aligned columns; a long cell goes on below itself.

    Parameters
    ----------
    rows : sequence of sequence of str
        Cells, the same number in each row.
    widths : sequence of int
        Width of each column, as `fitting_widths` returns it.

    Yields
    ------
    str
        One line without its line end.

    Examples
    --------
    >>> print("\n".join(table_lines([("a", "one two"), ("bb", "three")], (3, 5))))
    a    one
         two
    bb   three
    """
    for row in rows:
        cells = (inert(cell, limit=MAX_CELL) for cell in row)
        parts = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
        for line in zip_longest(*parts, fillvalue=""):
            padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
            yield (" " * GAP).join(padded).rstrip()


def fitting_widths(rows: Sequence[Sequence[str]], most: Sequence[int]) -> tuple[int, ...]:
    """Return how wide each column must be, at most `most`; the last takes the rest of a line.

    The last has room for its cells, up to 20 characters: where a line is too short for all, the
    widest of the others gives way.

    Examples
    --------
    >>> fitting_widths([("a", "one two"), ("bb", "three")], (9,))
    (2, 96)
    >>> fitting_widths([("a" * 60, "b" * 50, "a note of its own")], (60, 50))
    (39, 40, 17)
    """
    widths = [min(limit, max(len(row[place]) for row in rows)) for place, limit in enumerate(most)]
    room = WIDTH - GAP * len(widths)
    last = min(max(len(row[-1]) for row in rows), LAST)
    while sum(widths) + last > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return (*widths, room - sum(widths))


def labeled_lines(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    r"""Yield label and text on one line each, further lines of a long text below its start.

    Examples
    --------
    >>> print("\n".join(labeled_lines([("rows", "3 of 4 kept")])))
        rows              3 of 4 kept
    """
    for label, text in pairs:
        lines = _wrapped(inert(text, limit=MAX_CELL), WIDTH - MARGIN - LABEL)
        for number, line in enumerate(lines):
            head = "" if number else label
            yield f"{' ' * MARGIN}{head.ljust(LABEL)}{line}".rstrip()


def as_json(value: object) -> str:
    """Return the value as JSON in ASCII: no character of a file reaches the terminal as it is.

    Examples
    --------
    >>> print(as_json({"day": pd.Timestamp("2026-03-09"), "clicks": pd.NA}))
    {
      "day": "2026-03-09",
      "clicks": null
    }
    """
    return json.dumps(_plain(value), indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return None if pd.isna(value) else int(value) if value.is_integer() else value
    return value.item() if hasattr(value, "item") else value


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 1), break_on_hyphens=False) or [""]
