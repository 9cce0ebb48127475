"""What to say of a table that no format knows: what it lacks, what it is near to, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from smo.errors import SmoError, quoted
from smo.read.ask import Ask
from smo.read.catalog import FORMATS
from smo.read.format import Format
from smo.read.grid import Grid
from smo.read.numbers import parse_numbers
from smo.read.plain import MAP, PLAIN, without_page
from smo.read.recognize import fold_header, header_row
from smo.read.sections import tables_in
from smo.read.specs import COUNTS, SUBJECT

# Which of our columns an example of `columns=` names; "|" stands between alternatives.
EXAMPLES = {
    "keywords": ("keyword", "impressions|volume"),
    "pages": ("page", "views|sessions|clicks"),
    "clicks": ("page", "element", "clicks"),
}
# Columns that are compared with known words to say which format is nearest.
NAMED_COLUMNS = 20
# Likeness from which a word is one of ours misspelled: "adress" is 0.92 like "address".
NEAR = 0.75
# Numbers that stand for years are names of columns more often than cells under a lost header.
YEARS = range(1900, 2101)


def refusal(grid: Grid, ask: Ask, formats: Sequence[Format]) -> SmoError:
    """Return the error for a table that none of the formats fits."""
    seen = header_row(grid)
    if not seen:
        return SmoError("it holds no rows", where=grid.name, remedy="export it again")
    maps = [without_page(fmt) for fmt in formats if fmt.name == MAP]
    if ask.page is None and any(found for _, found in tables_in(grid, maps)):
        return SmoError(
            "it is a click map that does not name its page",
            where=grid.name,
            remedy="give the page: read_clicks(..., page='https://...')",
        )
    if ask.columns is not None:
        folded = {fold_header(cell) for cell in seen}
        absent = [str(name) for name in ask.columns.values() if fold_header(name) not in folded]
        if absent:
            return SmoError(
                f"'columns' names {quoted(absent)}, but the columns are {quoted(seen)}",
                where=grid.name,
                remedy="copy the names from the file",
            )
    if _has_no_header(grid, seen):
        return SmoError(
            f"it has no row of column names: the first row is {quoted(map(_short, seen))}",
            where=grid.name,
            remedy="write such a row above it, e.g. "
            f"{','.join(name.split('|')[-1] for name in EXAMPLES[ask.tables[0]])!r}, or names of "
            "your own that columns={ours: theirs} tells",
        )
    if ask.format is not None and ask.columns is None:
        return _other_format(grid, formats[0], seen)
    return _unknown(grid, formats or PLAIN, ask.tables[0], seen)


def _has_no_header(grid: Grid, seen: Sequence[str]) -> bool:
    """Return whether the first row holds a count, and no word that names a column."""
    first = next(row for row in grid.head if any(str(cell).strip() for cell in row))
    cells = [str(cell).strip() for cell in first if str(cell).strip()]
    words = {word for fmt in PLAIN for word in _plain_words(fmt)}
    if grid.kind == "rows" or cells != list(seen) or words & set(map(fold_header, cells)):
        return False
    numbers, bad = parse_numbers(cells, kind="count")
    return any(
        not wrong and number == number and number not in YEARS  # noqa: PLR0124 - NaN
        for number, wrong in zip(numbers.tolist(), bad.tolist(), strict=True)
    )


def _other_format(grid: Grid, asked: Format, seen: Sequence[str]) -> SmoError:
    other = next((found.format for _, found in tables_in(grid, FORMATS) if found), None)
    told = (
        f"it is a table of {other.name!r}"
        if other
        else f"its columns are {quoted(map(_short, seen))}"
    )
    return SmoError(
        f"it is not in the format {asked.name!r}, which needs {_needs(asked)}: {told}",
        where=grid.name,
        remedy="leave 'format' out: the header tells the format",
    )


def _unknown(grid: Grid, formats: Sequence[Format], table: str, seen: Sequence[str]) -> SmoError:
    """Return the error for a header no format knows: columns seen, nearest format, remedy."""
    wanted = [fmt for fmt in formats if fmt.spec.name == table] or list(formats)
    shared, likeness, near = max(
        ((*_closeness(fmt, seen), fmt) for fmt in wanted), key=lambda found: sum(found[:2])
    )
    is_near = shared > 1 or likeness >= NEAR
    told = f"; the nearest format, {near.name!r}, needs {_needs(near)}" if is_near else ""
    pairs = _example(grid, wanted, seen, table)
    subject = SUBJECT[table]
    # Of a keyword column that is known, naming it once more is no help.
    if [name for name, _ in pairs] == [subject] and not _lacks_subject(wanted, seen, table):
        choice = EXAMPLES[table][-1].replace("|", " or ")
        remedy = f"add a column {choice}, or export the table with it"
    else:
        mapping = ", ".join(f'"{name}": "{_short(cell)}"' for name, cell in pairs)
        mapping = mapping or f'"{EXAMPLES[table][0]}": "..."'
        remedy = f"say which column is which, e.g. columns={{{mapping}}}"
    return SmoError(
        f"{_lacks(wanted, seen, table)}: its columns are {quoted(map(_short, seen))}{told}",
        where=grid.name,
        remedy=remedy,
    )


def _needs(fmt: Format) -> str:
    needed = quoted(fmt.words[name][0] for name in fmt.required)
    choice = " or ".join(repr(fmt.words[name][0]) for name in fmt.any_of)
    return f"{needed}{f' and {choice}' if choice else ''}"


def _closeness(fmt: Format, seen: Sequence[str]) -> tuple[int, float]:
    """Return how many of the columns the format knows, and how like its required ones are."""
    cells = seen[:NAMED_COLUMNS]
    known = {fold_header(cell) for cell in cells} & _plain_words(fmt)
    best = [
        max(_likeness(word, cell) for word in fmt.words[name] for cell in cells or [""])
        for name in fmt.required
    ]
    return len(known), sum(best) / max(len(best), 1)


@cache
def _plain_words(fmt: Format) -> frozenset[str]:
    return frozenset(fold_header(word) for words in fmt.words.values() for word in words)


def _lacks_subject(formats: Sequence[Format], seen: Sequence[str], table: str) -> bool:
    words = {fold_header(w) for fmt in formats for w in fmt.words.get(SUBJECT[table], ())}
    return not words & {fold_header(cell) for cell in seen}


def _lacks(formats: Sequence[Format], seen: Sequence[str], table: str) -> str:
    subject = SUBJECT[table]
    if _lacks_subject(formats, seen, table):
        return f"the table has no {subject} column known here"
    article = "an" if subject[0] in "aeiou" else "a"
    return f"the table has {article} {subject} column, but what it counts is not known here"


def _example(
    grid: Grid, formats: Sequence[Format], seen: Sequence[str], table: str
) -> list[tuple[str, str]]:
    """Return pairs to start a mapping from: for each of our columns the likeliest of theirs."""
    kinds = _kinds_of_columns(grid, seen)
    left = list(seen[:NAMED_COLUMNS])
    pairs: list[tuple[str, str]] = []
    for choice in EXAMPLES[table]:
        names = choice.split("|")
        kind = "page" if names[0] == "page" else "count" if names[0] in COUNTS else "text"
        others = _words_of_others(table, EXAMPLES[table])
        pool = [
            cell
            for cell in left
            if kinds.get(cell, "text") == kind and fold_header(cell) not in others
        ]
        if not pool:
            # A wrong guess that is copied gives wrong numbers: only the first column is guessed.
            pool = [] if pairs or kind == "page" else left
            known = {word for name in names for fmt in formats for word in fmt.words.get(name, ())}
            pool = pool or [c for c in left if max(_likeness(w, c) for w in known) >= NEAR]
        ranked = [
            (_agrees(word, cell), _likeness(word, cell), -seen.index(cell), name, cell)
            for name in names
            for fmt in formats
            for word in fmt.words.get(name, ())
            for cell in pool
        ]
        if not ranked:
            continue
        agrees, likeness, _, name, cell = max(ranked)
        if not agrees and likeness < NEAR and names == ["impressions", "volume"]:
            # Where clicks stand beside it, times shown are meant more often than searches a month.
            name = "impressions" if others & set(map(fold_header, seen)) else "volume"
        left = [other for other in left if other != cell]
        pairs.append((name, cell))
    return pairs


@cache
def _words_of_others(table: str, examples: tuple[str, ...]) -> frozenset[str]:
    """Return usual words for the columns of a table that an example of `columns=` leaves out."""
    mine = {name for choice in examples for name in choice.split("|")}
    plain = next(fmt for fmt in PLAIN if fmt.spec.name == table)
    words = [word for name, row in plain.words.items() if name not in mine for word in row]
    return frozenset(map(fold_header, words))


def _kinds_of_columns(grid: Grid, seen: Sequence[str]) -> dict[str, str]:
    """Return which columns hold counts, shares, addresses (page), or else text, mostly."""
    rows = [row for row in grid.head if len(row) >= len(seen)][1:]
    columns = zip(*(row[: len(seen)] for row in rows), strict=True)
    return {
        name: _kind([str(cell) for cell in cells])
        for name, cells in zip(seen, columns, strict=False)
    }


def _kind(cells: Sequence[str]) -> str:
    if parse_numbers(cells, kind="count")[1].mean() < 0.5:
        return "share" if any("%" in cell for cell in cells) else "count"
    return "page" if sum("/" in cell for cell in cells) > len(cells) / 2 else "text"


def _agrees(word: str, cell: str) -> bool:
    """Return whether one holds the other, four letters at least."""
    short, long = sorted((_folded(word), _folded(cell)), key=len)
    return len(short) > 3 and short in long


def _likeness(word: str, cell: str) -> float:
    return _ratio(_folded(word), _folded(cell))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold_header(word)


@lru_cache(maxsize=200_000)
def _ratio(word: str, cell: str) -> float:
    # Formats share most of their words: each pair is compared once.
    return SequenceMatcher(None, word, cell).ratio()


def _short(cell: str) -> str:
    return cell if len(cell) <= 60 else cell[:57] + "..."
