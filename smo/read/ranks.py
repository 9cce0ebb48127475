"""What exports of rank trackers and keyword tools share: ranks, intents, days of observation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from smo.errors import SmoError, quoted
from smo.read.dates import parse_days
from smo.read.format import Draft
from smo.read.numbers import NO_NUMBER, parse_numbers
from smo.read.periods import Period, span
from smo.spec import DTYPES

# Words in place of a rank: Ahrefs writes "Lost", the others are by analogy.
NOT_RANKED = frozenset(["lost", "not ranked", "not in top 100", "not found"])
# Semrush writes letters in position tracking, and digits in answers of its interface.
_SPELLED = {
    "i": "Informational", "n": "Navigational", "c": "Commercial", "t": "Transactional",
    "0": "Commercial", "1": "Informational", "2": "Navigational", "3": "Transactional",
}  # fmt: skip
# Ahrefs says in the same cell whether the words name a brand or a place: no intent.
_NO_INTENT = frozenset(["branded", "non-branded", "local", "non-local", "unknown"])
_LETTERS = re.compile(r"[inct](?:[\s,;|/]*[inct]){1,3}", re.IGNORECASE)
_PARTS = re.compile(r"[,;|]")
_TRUE = frozenset(["true", "1", "yes"])


def intent_words(cell: str) -> str | None:
    """Return the intents of a cell, letters and codes spelled out, or None where it has none.

    Examples
    --------
    >>> intent_words("i, c"), intent_words("1,0"), intent_words("-")
    ('Informational, Commercial', 'Informational, Commercial', None)
    >>> intent_words("informational, transactional")
    'informational, transactional'
    >>> intent_words("Informational,Non-branded,Non-local")
    'Informational'
    """
    bare = cell.strip()
    parts = re.findall(r"\w", bare) if _LETTERS.fullmatch(bare) else _PARTS.split(bare)
    words = [part.strip(" \"'") for part in parts]
    told = [word for word in words if word.casefold() not in NO_NUMBER | _NO_INTENT]
    return ", ".join(dict.fromkeys(_SPELLED.get(w.casefold(), w) for w in told)) or None


def plain_intents(draft: Draft) -> Draft:
    """Spell intents out, and keep of the cell what is an intent."""
    if "intent" not in draft.frame:
        return draft
    intent = draft.frame["intent"].map(intent_words, na_action="ignore").astype(DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(intent=intent))


def flagged_intents(draft: Draft) -> Draft:
    """Name the intents that have a column of true and false each (`_informational` and so on)."""
    flags = {
        word: draft.extra[f"_{word.casefold()}"].str.strip().str.casefold().isin(_TRUE)
        for word in dict.fromkeys(_SPELLED.values())
        if f"_{word.casefold()}" in draft.extra
    }
    if not flags:
        return draft
    rows = zip(*(column.fillna(value=False) for column in flags.values()), strict=True)
    told = [", ".join(w for w, is_so in zip(flags, row, strict=True) if is_so) for row in rows]
    intent = pd.Series(
        [text or None for text in told], index=draft.frame.index, dtype=DTYPES["text"]
    )
    return replace(draft, frame=draft.frame.assign(intent=intent))


def word_ranks(draft: Draft) -> Draft:
    """Take the position from `_position`, where words may stand for "no longer ranked"."""
    if "_position" not in draft.extra:
        return draft
    return _with_ranks(draft, draft.extra["_position"].fillna(""))


def snapshot(draft: Draft) -> Draft:
    """Let the days of `_seen` tell when ranks were looked at; volumes cover no such period.

    Nor do two dates in the file name: they are those of the data base and of the download.
    """
    draft = replace(draft, period=Period())
    if "_seen" not in draft.extra:
        return draft
    cells = draft.extra["_seen"].fillna("").tolist()
    try:
        days = pd.Series(parse_days(cells, where=draft.grid.name)).dropna()
    except SmoError as error:
        return draft.note(f"days of observation were not understood: {error.problem}")
    if days.empty:
        return draft
    return replace(draft, period=Period(days.min().date(), days.max().date()))


def tracked(draft: Draft, *, rank: int, page: int | None, days: Sequence[date]) -> Draft:
    """Return the draft with the ranks of one dated column among many, and the period of all.

    Parameters
    ----------
    draft : Draft
        A table with a column of ranks for every day.
    rank, page : int
        Places of the ranks that count, and of the addresses that ranked, if there are any.
    days : sequence of date
        Days of all columns.
    """
    read = {draft.header_cells[place] for place in (rank, page) if place is not None}
    draft = replace(
        _with_ranks(draft, draft.cells(rank)),
        period=span(min(days), max(days)),
        unused=tuple(name for name in draft.unused if name not in read),
    )
    if page is None:
        return draft
    texts = [None if _is_gap(cell) else str(cell).strip() for cell in draft.cells(page)]
    found = pd.Series(texts, index=draft.frame.index, dtype=DTYPES["text"])
    own = draft.frame.get("page", found)
    return replace(draft, frame=draft.frame.assign(page=found.fillna(own)))


def without_gaps(draft: Draft) -> Draft:
    """Make a page NA where a mark stands for "none"."""
    if "page" not in draft.frame:
        return draft
    gap = draft.frame["page"].str.strip().str.casefold().isin(NO_NUMBER)
    page = draft.frame["page"].mask(gap.fillna(value=False).astype(bool))
    return replace(draft, frame=draft.frame.assign(page=page))


def _is_gap(cell: object) -> bool:
    return str(cell).strip().casefold() in NO_NUMBER


def _with_ranks(draft: Draft, cells: pd.Series[Any]) -> Draft:
    numbers, bad = parse_numbers(cells.tolist())
    position = np.where(numbers > 0, numbers, np.nan)
    column = pd.Series(position, index=draft.frame.index).astype(DTYPES["number"])
    draft = replace(draft, frame=draft.frame.assign(position=column))
    words = {str(cell).strip() for cell, wrong in zip(cells, bad, strict=True) if wrong}
    odd = sorted(word for word in words if word.casefold() not in NOT_RANKED)
    if not odd:
        return draft
    return draft.note(f"words in place of a position were taken as 'not ranked': {quoted(odd)}")
