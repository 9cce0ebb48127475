"""What a workbook's cells hold: a value of a table as text, number, date or flag, made harmless."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from smo.report.inert import REPLACEMENT
from smo.spec import Column
from smo.text.personal import mask_personal

MAX_CELL = 32_767
"""Characters of one cell, counted in UTF-16 units: a limit of the file format."""

LINE = "\n"  # between the items of a list: Excel breaks the line there
FORMULA_STARTS = "=+-@\t\r"
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# what a control character, or the mask of an e-mail address or phone number, cannot do without
_SUSPECT = re.compile(_UNSEEN.pattern[:-1] + "\r@＠﹫+＋﹢%]")
_DAY_ZERO = datetime(1899, 12, 30)


@dataclass(slots=True)
class Losses:
    """What a workbook shows otherwise than the table: counted, so that its cover can tell it."""

    cut: int = 0
    unseen: int = 0
    masked: int = 0
    plain_links: int = 0
    split: dict[str, int] = field(default_factory=dict)


def cell_text(value: object, losses: Losses) -> str:
    r"""Return a text as a cell may hold it, and count what was changed.

    Characters that act unseen become U+FFFD, e-mail addresses and phone numbers are masked,
    what is longer than a cell is cut.

    Examples
    --------
    >>> losses = Losses()
    >>> cell_text("a\x00b", losses), losses.unseen
    ('a\ufffdb', 1)
    """
    text = str(value).replace("\r\n", "\n")
    seen = _UNSEEN.sub(REPLACEMENT, text)
    if seen != text:
        losses.unseen += 1
    masked = mask_personal(seen)
    if masked != seen:
        losses.masked += 1
    if len(masked) <= MAX_CELL // 2 or _units(masked) <= MAX_CELL:
        return masked
    losses.cut += 1
    return _cut(masked)


def cell_values(values: pd.Series[Any], column: Column, losses: Losses) -> list[Any]:
    """Return what the cells of a column hold, None where they stay empty.

    Parameters
    ----------
    values : Series
        One column of a checked table.
    column : Column
        Its spec.
    losses : Losses
        Counts what was changed.

    Returns
    -------
    list
        Texts, floats (dates as serial days), or flags. A number that is not finite is a text.

    Examples
    --------
    >>> from smo.spec import count
    >>> cell_values(pd.Series([1.0, None], dtype="Float64"), count("clicks", ""), Losses())
    [1.0, None]
    """
    return _MAKERS[column.kind](values, losses)


def _texts(values: pd.Series[Any], losses: Losses) -> list[Any]:
    return _harmless(values.astype(object).where(values.notna(), None).tolist(), losses)


def _lists(values: pd.Series[Any], losses: Losses) -> list[Any]:
    joined = (LINE.join(" ".join(str(item).splitlines()) for item in items) for items in values)
    return _harmless([text or None for text in joined], losses)


def _harmless(texts: list[Any], losses: Losses) -> list[Any]:
    """Return the texts made harmless; a column in which nothing can need it stays as it is."""
    there = [text for text in texts if text is not None]
    longest = max(map(len, there), default=0)
    if longest <= MAX_CELL // 2 and _SUSPECT.search("\n".join(there)) is None:
        return texts
    return [None if text is None else cell_text(text, losses) for text in texts]


def _numbers(values: pd.Series[Any], _: Losses) -> list[Any]:
    plain = values.to_numpy(dtype=float, na_value=np.nan)
    infinite = np.isinf(plain)
    cells: list[Any] = plain.astype(object).tolist()
    for place in np.flatnonzero(np.isnan(plain) | infinite):
        cells[place] = str(plain[place]) if infinite[place] else None
    return cells


def _flags(values: pd.Series[Any], _: Losses) -> list[Any]:
    return [None if pd.isna(value) else bool(value) for value in values]


def _dates(values: pd.Series[Any], _: Losses) -> list[Any]:
    return [None if pd.isna(value) else _serial(pd.Timestamp(value)) for value in values]


def _serial(stamp: pd.Timestamp) -> float | str:
    days = (stamp.to_pydatetime().replace(tzinfo=None) - _DAY_ZERO).total_seconds() / 86_400
    return days if days >= 1 else stamp.isoformat()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    whole = text.encode("utf-16-le")[: 2 * (MAX_CELL - 1)]
    return whole.decode("utf-16-le", "ignore") + "…"


_MAKERS: dict[str, Callable[[pd.Series[Any], Losses], list[Any]]] = {
    "text": _texts,
    "texts": _lists,
    "number": _numbers,
    "whole": _numbers,
    "flag": _flags,
    "date": _dates,
}
