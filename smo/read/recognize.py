"""Which format a grid is in: told by its header, in any language, never by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from smo.read.delimited import unwrap
from smo.read.format import Format
from smo.read.grid import Grid

# Letters of two scripts that look alike; a Russian export writes "Kлики" with a Latin K.
_LOOKALIKES = str.maketrans("авеёкмнорстухіјѕ", "abeekmhopctyxijs")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Found:
    """A format, where it stands in a grid, and the other tables that the same rows give."""

    format: Format
    header: int
    places: Mapping[str, int]
    also: tuple[Found, ...] = ()


def fold_header(cell: object) -> str:
    r"""Return a header word without case, look-alike letters, odd spaces and quotes.

    Examples
    --------
    >>> fold_header("Kлики") == fold_header("\u041a\u043b\u0438\u043a\u0438")
    True
    """
    text = unwrap(str(cell))
    plain = text.isascii()
    if not plain:
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = " ".join(text.split()).strip("\"' ").casefold()
    return text if plain else text.translate(_LOOKALIKES)


# Most words of the catalog stand in several formats.
_fold_known = cache(fold_header)


def recognize(grid: Grid, formats: Sequence[Format]) -> Found | None:
    """Return the format of a grid, or None.

    A format that locates its table itself is asked first; else the format whose header words
    stand in the first fitting row: the one that explains the most columns, the order of the
    catalog deciding a tie.
    """
    for fmt in formats:
        located = fmt.locate(grid) if fmt.locate else None
        if located is not None:
            return _with_companions(Found(fmt, *located), grid)
    for number, row in enumerate(grid.head):
        found = recognize_row(row, formats)
        if found is not None:
            return _with_companions(Found(found[1], number, found[0]), grid)
    return None


# No export known has more columns; a header of a hundred thousand would take minutes to compare.
MAX_COLUMNS = 2_000
# No header word known is longer.
MAX_HEADER_TEXT = 400


def recognize_row(
    row: Sequence[object], formats: Sequence[Format]
) -> tuple[Mapping[str, int], Format] | None:
    """Return the format whose header this row is, and the places of its words, or None."""
    if len(row) > MAX_COLUMNS:
        return None
    cells = tuple(map(_header_word, row))
    if not any(cells):
        return None
    found = [
        (places, fmt)
        for fmt in formats
        if fmt.locate is None and (places := _match(fmt, cells)) is not None
    ]
    return max(found, key=lambda pair: len(pair[0])) if found else None


def _header_word(cell: object) -> str:
    return fold_header(cell) if isinstance(cell, str) and len(cell) <= MAX_HEADER_TEXT else ""


def _with_companions(found: Found, grid: Grid) -> Found:
    cells = tuple(map(_header_word, grid.head[found.header]))
    also = tuple(
        Found(fmt, found.header, places)
        for fmt in found.format.also
        if (places := _match(fmt, cells)) is not None
    )
    return replace(found, also=also)


def header_row(grid: Grid) -> list[str]:
    """Return the row that looks most like a header: the widest of the first ones."""
    rows = [
        [str(cell).strip()[:MAX_HEADER_TEXT] for cell in row[:MAX_COLUMNS]] for row in grid.head
    ]
    filled = [[cell for cell in row if cell] for row in rows]
    return max(filled, key=len, default=[])


def _match(fmt: Format, cells: tuple[str, ...]) -> dict[str, int] | None:
    # One filled cell is a title more often than a header: only a list of one column may have it.
    if sum(map(bool, cells)) < min(2, len(fmt.required) + bool(fmt.any_of)):
        return None
    places: dict[str, int] = {}
    taken: set[int] = set()
    for name, words, pattern in _words(fmt):
        fits = [
            i
            for i, cell in enumerate(cells)
            if i not in taken and (cell in words or (pattern and pattern.fullmatch(cell)))
        ]
        # A column called as ours is meant before one that only means the same.
        place = next((i for i in fits if cells[i] == name), fits[0] if fits else None)
        if place is not None:
            places[name] = place
            taken.add(place)
        elif name in fmt.required:
            return None
    if fmt.any_of and not any(name in places for name in fmt.any_of):
        return None
    return places


@cache
def _words(fmt: Format) -> tuple[tuple[str, frozenset[str], re.Pattern[str] | None], ...]:
    """Return each name's words as they are, and the pattern of those with an asterisk."""
    # Required names first: an optional one must not take their place.
    names = sorted(fmt.words, key=lambda name: name not in fmt.required)
    return tuple((name, *_plain_and_pattern(fmt.words[name])) for name in names)


def _plain_and_pattern(words: Sequence[str]) -> tuple[frozenset[str], re.Pattern[str] | None]:
    folded = [_fold_known(word) for word in words]
    starred = [re.escape(word).replace(r"\*", ".*") for word in folded if "*" in word]
    plain = frozenset(word for word in folded if "*" not in word)
    # A thousand patterns take a quarter of a second to compile; a few words have an asterisk.
    return plain, re.compile("|".join(starred)) if starred else None
