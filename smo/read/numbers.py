"""Numbers as people's programs print them, in any locale, to floats."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from smo.read.columns import distinct_cells
from smo.read.delimited import unwrap

Kind = Literal["count", "measure"]
Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]

# Texts that stand for "no number here"; bounds such as "< 10%" and "∞" are no numbers either.
NO_NUMBER = frozenset(
    ["", "-", "--", "---", "–", "—", "−", "n/a", "na", "nan", "none", "null", "∞", "-∞", "+∞",
     "#n/a", "<na>", "(not set)", "…", "..."]
)  # fmt: skip
_BOUND = re.compile(r"[<>≤≥]\s*\d[\d.,\s]*%?")
_SPACES = re.compile(r"[\s'’ʼ`]+")
_SPLIT = re.compile(r"\d[\s'’ʼ`]+\d")
_SPACED = re.compile(r"[+-]?\d{1,3}(?:[\s'’ʼ`]\d{3})+(?:[.,]\d+)?\s*%?")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:e[+-]?\d+)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_UNITS = re.compile(
    r"(?=\d)(?:(\d+)\s*(?:h|hr|hours?|ч)\.?\s*)?(?:(\d+)\s*(?:m|min|minutes?|мин)\.?\s*)?"
    r"(?:(\d+)\s*(?:s|sec|seconds?|с|сек)\.?)?",
    re.IGNORECASE,
)
_PLAIN = frozenset("0123456789.+-eE")
_GROUPED = r"\d{1,3}(?:%s\d{3})+"


@dataclass(frozen=True, slots=True)
class Style:
    """Which mark separates decimals in a file: ".", ",", or None when nothing tells.

    Examples
    --------
    >>> Style(",").decimal
    ','
    """

    decimal: Literal[".", ","] | None = None


def style_of(columns: Iterable[Sequence[object]]) -> Style:
    """Return the decimal mark that the texts of a file prove.

    Examples
    --------
    >>> style_of([["1 810 608", "2 115 137"], ["0,023", "0,5"]]).decimal
    ','
    >>> style_of([["9,380"]]).decimal is None
    True
    """
    spelled = (c for c in columns if not _all_floats(c))
    marks = [mark for c in spelled if (mark := _mark_of(_texts(distinct_cells(c)[1])))]
    return _majority(marks.count("."), marks.count(","))


def parse_numbers(
    values: Sequence[object],
    *,
    kind: Kind = "measure",
    style: Style | Callable[[], Style] | None = None,
) -> tuple[Floats, Flags]:
    """Return the values as floats (NaN where there is none) and flags of unreadable ones.

    Parameters
    ----------
    values : sequence of str or number, length n
        Cells as the file gives them. A percentage becomes a fraction.
    kind : {"count", "measure"}
        Decides "9,380" where neither the column nor the file tells: a count is 9380,
        a measure 9.38.
    style : Style or callable, optional
        What the rest of the file tells about the decimal mark. A callable is asked only when
        the column leaves it open: most columns do not.

    Returns
    -------
    numbers : array of float, shape (n,)
    bad : array of bool, shape (n,)
        True where a cell holds something that is no number.

    Examples
    --------
    >>> parse_numbers(["1 810 608", "12.5%", "--", "abc"])[0].tolist()
    [1810608.0, 0.125, nan, nan]
    >>> parse_numbers(["2.300", "9.380"], kind="count")[0].tolist()
    [2300.0, 9380.0]
    """
    if _all_floats(values):
        floats = np.array(values, dtype=float)
        return np.where(np.isinf(floats), np.nan, floats), np.isinf(floats)
    codes, distinct = distinct_cells(values)
    texts = _texts(distinct)
    plain = _plain_floats(texts)
    own = _plain_mark(texts) if plain is not None else _mark_of(texts)
    told = own == "." or not any("." in text for text in texts)
    if plain is not None and len(texts) == len(distinct) and told:
        return np.append(plain, np.nan)[codes], np.zeros(len(codes), dtype=bool)
    decimal = own or (style() if callable(style) else style or Style()).decimal
    if kind == "count" and own is None and any(text.isdigit() for text in texts):
        # Whole counts beside it: "1.204" is grouped, whatever other columns tell of the mark.
        decimal = None
    pairs = [_parse(value, kind, decimal) for value in distinct]
    numbers = np.array([number for number, _ in pairs] + [np.nan], dtype=float)
    bad = np.array([wrong for _, wrong in pairs] + [False], dtype=bool)
    return numbers[codes], bad[codes]


def _all_floats(cells: Sequence[object]) -> bool:
    # Of a workbook's columns most: their values need neither be told apart nor be parsed.
    return isinstance(cells, list) and set(map(type, cells)) == {float}


def clock_seconds(cells: Sequence[object]) -> list[object]:
    """Return durations written as clocks or with units as seconds, other cells as they are.

    Examples
    --------
    >>> clock_seconds(["0:06:39", "1:05", "1m 05s", "12.35", ""])
    [399.0, 65.0, 65.0, '12.35', '']
    """
    return [_seconds(cell) if isinstance(cell, str) else cell for cell in cells]


def _seconds(cell: str) -> object:
    text = cell.strip()
    found = _CLOCK.fullmatch(text) or (_UNITS.fullmatch(text) if not text.isdigit() else None)
    if not found or not any(found.groups()):
        return cell
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return 3600 * hours + 60 * minutes + seconds


def _plain_floats(texts: Collection[str]) -> Floats | None:
    """Return the texts as floats when all are spelled as Python spells numbers, else None."""
    if not set("".join(texts)) <= _PLAIN or "" in texts:
        return None
    numbers = pd.to_numeric(pd.Series(list(texts), dtype=object), errors="coerce")
    floats = numbers.to_numpy(dtype=float)
    return floats if bool(np.isfinite(floats).all()) else None


def _mark_of(texts: Collection[str]) -> Literal[".", ","] | None:
    """Return the decimal mark that most texts of one column prove."""
    if _plain_floats(texts) is not None:
        return _plain_mark(texts)
    marks = [_proves(_bare(text)) for text in texts]
    return _majority(marks.count("."), marks.count(",")).decimal


def _plain_mark(texts: Iterable[str]) -> Literal[".", ","] | None:
    """Return what numbers in Python's spelling prove: only one with a point can."""
    marks = (_proves(_bare(text)) for text in texts if "." in text)
    return next((mark for mark in marks if mark), None)


def _majority(dots: int, commas: int) -> Style:
    return Style() if dots == commas else Style("." if dots > commas else ",")


def _texts(column: Iterable[object]) -> list[str]:
    return [value for value in column if isinstance(value, str)]


def _parse(value: object, kind: Kind, decimal: str | None) -> tuple[float, bool]:
    if isinstance(value, str):
        return _parse_text(unwrap(value).strip(), kind, decimal)
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        return np.nan, True
    try:
        number = float(value)
    except OverflowError:
        return np.nan, True
    return (number if np.isfinite(number) else np.nan), np.isinf(number)


def _parse_text(text: str, kind: Kind, decimal: str | None) -> tuple[float, bool]:
    if text.casefold() in NO_NUMBER or _BOUND.fullmatch(text):
        return np.nan, False
    bare = _bare(text)
    plain = _to_plain(bare, kind, decimal) if _NUMBER.fullmatch(bare) else None
    if plain is None or (_SPLIT.search(text) and not _SPACED.fullmatch(text)):
        return np.nan, True
    if not np.isfinite(float(plain)):
        return np.nan, True
    # Dividing keeps 12.5 % at the float nearest to 0.125, multiplying by 0.01 does not.
    return (float(plain) / 100.0 if "%" in text else float(plain)), False


def _bare(text: str) -> str:
    """Return the digits and marks alone: no spaces, quotes, percent sign or typographic minus."""
    bare = _SPACES.sub("", text).replace("\u2212", "-").casefold()
    return bare.removesuffix("%").removeprefix("%")


def _proves(bare: str) -> Literal[".", ","] | None:
    """Return the decimal mark that one text proves, or None when it may be read both ways."""
    body = bare.lstrip("+-")
    if not _NUMBER.fullmatch(bare) or not ("." in body or "," in body):
        return None
    if "." in body and "," in body:
        return "." if body.rfind(".") > body.rfind(",") else ","
    mark: Literal[".", ","] = "." if "." in body else ","
    other: Literal[".", ","] = "," if mark == "." else "."
    if body.count(mark) > 1:
        return other
    head, tail = body.split(mark)
    if len(tail) != 3 or len(head) > 3 or head in ("", "0") or head.startswith("0"):
        return mark
    return None


def _to_plain(bare: str, kind: Kind, decimal: str | None) -> str | None:
    """Return the number in Python's spelling, or None when it has no such reading."""
    sign = bare[0] if bare[0] in "+-" else ""
    body = bare.lstrip("+-")
    own = _proves(bare)
    if own is None and ("." in body or "," in body):
        mark = "." if "." in body else ","
        own = _ambiguous(mark, kind, decimal)
    if own is None:
        return sign + body
    group = "," if own == "." else "."
    if group in body and not _well_grouped(body.split(own)[0], group):
        return None
    if body.count(own) > 1 or (
        group in body and own in body and body.index(own) < body.rindex(group)
    ):
        return None
    return sign + body.replace(group, "").replace(own, ".")


def _ambiguous(mark: str, kind: Kind, decimal: str | None) -> Literal[".", ","]:
    """Decide "9,380": by the file's decimal mark, else a count is grouped and a measure is not."""
    if decimal is not None:
        return "." if decimal == "." else ","
    if kind == "count":
        return "," if mark == "." else "."
    return "." if mark == "." else ","


def _well_grouped(head: str, group: str) -> bool:
    """Accept 1,234,567 and the Indian 12,34,567, refuse 1,23."""
    mark = re.escape(group)
    return bool(
        re.fullmatch(_GROUPED % mark, head)
        or re.fullmatch(rf"\d{{1,2}}(?:{mark}\d{{2}})*{mark}\d{{3}}", head)
    )
