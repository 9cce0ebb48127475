"""Which format a grid is in: told by its header, in any language, never by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from smo.errors import SmoError, quoted
from smo.read.delimited import unwrap
from smo.read.format import Format
from smo.read.grid import Grid
from smo.read.specs import COUNTS, SUBJECT

# Preambles seen have up to 12 lines; the header is looked for in twice as many.
HEADER_ROWS = 30
# Letters of two scripts that look alike; a Russian export writes "Kлики" with a Latin K.
_LOOKALIKES = str.maketrans("авеёкмнорстухіјѕ", "abeekmhopctyxijs")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Found:
    """A format and where it stands in a grid."""

    format: Format
    header: int
    places: Mapping[str, int]


def fold_header(cell: object) -> str:
    r"""Return a header word without case, look-alike letters, odd spaces and quotes.

    Examples
    --------
    >>> fold_header("Kлики") == fold_header("\u041a\u043b\u0438\u043a\u0438")
    True
    """
    text = unicodedata.normalize("NFKC", unwrap(str(cell)))
    text = " ".join(_INVISIBLE.sub("", text).split()).strip("\"' ")
    return text.casefold().translate(_LOOKALIKES)


def recognize(grid: Grid, formats: Sequence[Format]) -> Found | None:
    """Return the format whose header words stand in the first fitting row, or None."""
    for number, row in enumerate(grid.rows[:HEADER_ROWS]):
        cells = tuple(fold_header(cell) if isinstance(cell, str) else "" for cell in row)
        if sum(map(bool, cells)) < 2:
            continue
        found = [(places, fmt) for fmt in formats if (places := _match(fmt, cells)) is not None]
        if found:
            # The most columns explained; the order of the catalog decides a tie.
            places, best = max(found, key=lambda pair: len(pair[0]))
            return Found(best, number, places)
    return None


def header_row(grid: Grid) -> list[str]:
    """Return the row that looks most like a header: the widest of the first ones."""
    rows = [[str(cell).strip() for cell in row] for row in grid.rows[:HEADER_ROWS]]
    filled = [[cell for cell in row if cell] for row in rows]
    return max(filled, key=len, default=[])


def unknown(grid: Grid, formats: Sequence[Format], table: str) -> SmoError:
    """Return the error for a header no format knows: columns seen, nearest format, remedy."""
    seen = header_row(grid)
    wanted = [fmt for fmt in formats if fmt.spec.name == table] or list(formats)
    near = max(wanted, key=lambda fmt: _closeness(fmt, seen))
    needs = quoted(near.words[name][0] for name in near.required)
    lacks = f"no {SUBJECT[table]} column known here" if table in SUBJECT else "no known column"
    return SmoError(
        f"the table has {lacks}: its columns are {quoted(map(_short, seen))}; the nearest "
        f"format, {near.name!r}, needs {needs}",
        where=grid.name,
        remedy=f"say which column is which, e.g. columns={_example(seen, table)}",
    )


def _match(fmt: Format, cells: tuple[str, ...]) -> dict[str, int] | None:
    places: dict[str, int] = {}
    taken: set[int] = set()
    for name, patterns in _patterns(fmt):
        place = next(
            (i for i, cell in enumerate(cells) if i not in taken and patterns.fullmatch(cell)),
            None,
        )
        if place is not None:
            places[name] = place
            taken.add(place)
        elif name in fmt.required:
            return None
    if fmt.any_of and not any(name in places for name in fmt.any_of):
        return None
    return places


@cache
def _patterns(fmt: Format) -> tuple[tuple[str, re.Pattern[str]], ...]:
    # Required names first: an optional one must not take their place.
    names = sorted(fmt.words, key=lambda name: name not in fmt.required)
    return tuple((name, _pattern(fmt.words[name])) for name in names)


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    parts = (re.escape(fold_header(word)).replace(r"\*", ".*") for word in words)
    return re.compile("|".join(parts))


def _closeness(fmt: Format, seen: Sequence[str]) -> float:
    folded = [fold_header(cell) for cell in seen] or [""]
    best = [
        max(
            SequenceMatcher(None, fold_header(word), cell).ratio()
            for word in fmt.words[name]
            for cell in folded
        )
        for name in fmt.required
    ]
    return sum(best) / len(best)


def _example(seen: Sequence[str], table: str) -> str:
    names = {"keywords": ("keyword", "impressions"), "pages": ("page", "views")}.get(
        table, ("page", "element", "clicks")
    )
    counted = [name for name in names if name in COUNTS]
    columns = [*seen[: len(names) - len(counted)], *seen[len(names) - len(counted) :][:1]]
    pairs = zip(names, [*map(_short, columns), *["..."] * len(names)], strict=False)
    return "{" + ", ".join(f'"{name}": "{column}"' for name, column in pairs) + "}"


def _short(cell: str) -> str:
    return cell if len(cell) <= 60 else cell[:57] + "..."
