"""Plain tables: our own column names, usual words for them, or a mapping from ours to theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smo.errors import SmoError, nearest, quoted
from smo.read.format import Format
from smo.read.plain_words import CLICK_WORDS, KEYWORD_WORDS, PAGE_WORDS, Words
from smo.spec import Table
from smo.tables import CLICKS, KEYWORDS, PAGES

# The format that a map whose page the caller tells is read by.
MAP = "plain clicks"
# Made by the reader itself, so never taken from a file.
_OWN = frozenset(["source", "click_id"])


def _words(spec: Table, others: Words) -> dict[str, tuple[str, ...]]:
    return {name: (name, *others.get(name, ())) for name in spec.names if name not in _OWN}


PLAIN = (
    Format(
        name="plain keywords",
        family="plain",
        spec=KEYWORDS,
        words=_words(KEYWORDS, KEYWORD_WORDS),
        required=("keyword",),
        any_of=("impressions", "volume"),
        evidence="D",
        constants={},
    ),
    Format(
        name=MAP,
        family="plain",
        spec=CLICKS,
        words=_words(CLICKS, CLICK_WORDS),
        required=("page", "element", "clicks"),
        evidence="D",
        constants={"kind": "element"},
        selectors=True,
    ),
    Format(
        name="plain pages",
        family="plain",
        spec=PAGES,
        words=_words(PAGES, PAGE_WORDS),
        required=("page",),
        any_of=("views", "sessions", "clicks", "impressions"),
        evidence="D",
    ),
)


def without_page(fmt: Format) -> Format:
    """Return the format of a click map that need not name its page."""
    return replace(fmt, required=tuple(name for name in fmt.required if name != "page"))


def mapped(columns: Mapping[str, str], tables: Sequence[str], *, caller: str) -> list[Format]:
    """Return the plain formats of the tables, with the caller's names for their columns.

    Raises
    ------
    SmoError
        When the mapping names a column that none of the tables has.
    """
    plain = [fmt for fmt in PLAIN if fmt.spec.name in tables]
    known = sorted({name for fmt in plain for name in fmt.words})
    for name in columns:
        if name not in known:
            near = nearest(str(name), known)
            raise SmoError(
                f"'columns' names {name!r}, which is no column of {' or '.join(tables)}; "
                f"there are {quoted(known, limit=30)}",
                where=caller,
                remedy=f"did you mean {near!r}?" if near else "write columns={ours: theirs}",
            )
    return [
        replace(
            fmt,
            words={n: (str(columns[n]),) if n in columns else w for n, w in fmt.words.items()},
            required=tuple(dict.fromkeys([*fmt.required, *(n for n in columns if n in fmt.words)])),
        )
        for fmt in plain
        if all(name in fmt.words for name in columns)
    ]
