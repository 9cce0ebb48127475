"""Rows that are no data: totals, and names that a spreadsheet destroyed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from smo.read.columns import distinct_cells
from smo.read.format import Draft
from smo.read.specs import COUNTS, SUBJECT

_TOTAL = re.compile(
    r"(grand )?totals?|total (general|geral)|gesamt(summe)?|totaal|toplam|合计|总计|合計|합계|"
    r"итого( и средние)?|всего",
    re.IGNORECASE,
)
_SPREADSHEET_ERROR = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!)")
# Totals stand alone or with a few parts (by network, by campaign type).
MAX_TOTALS = 50


def without_noise(draft: Draft, taken: Mapping[str, Sequence[Any]]) -> Draft:
    """Leave out total rows (their sums kept) and texts that a spreadsheet destroyed."""
    subject = SUBJECT[draft.spec.name]
    if subject not in draft.frame or draft.spec.name == "filters":
        return draft
    names = draft.frame[subject]
    # Most tables have neither: one look at the distinct names is enough to know.
    distinct = _whole_names(draft, subject, taken[subject])
    if distinct is not None and not _may_hold_noise(distinct, draft.format.totals):
        return draft
    destroyed = _rows_like(_SPREADSHEET_ERROR, names)
    draft = draft.drop(destroyed, f"{subject} destroyed by a spreadsheet (#NAME? and the like)")
    return _without_totals(draft, subject)


def _without_totals(draft: Draft, subject: str) -> Draft:
    """Leave out rows of totals: named so and summing up the others, or named as this vendor does.

    A row without a name that sums up the others is one too. The first that sums up is kept as
    the file's own total, else the first.
    """
    names = draft.frame[subject]
    certain = _rows_like(_total_pattern(draft.format.totals), names)
    likely = _rows_like(_TOTAL, names) | names.isna()
    # A few rows at most are totals; a table full of empty names has none.
    candidates = names.index[(likely | certain).to_numpy(dtype=bool)].tolist()[:MAX_TOTALS]
    if not candidates:
        return draft
    rest = draft.frame[~(certain | names.isna()).to_numpy(dtype=bool)]
    proven = [
        row
        for row in candidates
        if _is_total(draft.frame.loc[row], rest.drop(row, errors="ignore"))
    ]
    told = [*proven, *names.index[certain.to_numpy(dtype=bool)].tolist()]
    if not told:
        return draft
    values = draft.frame.loc[told[0]]
    mask = pd.Series(draft.frame.index.isin(told), index=draft.frame.index)
    return replace(
        draft.drop(mask, "total row"),
        total_clicks=_number(values.get("clicks")),
        total_impressions=_number(values.get("impressions")),
    )


def _is_total(row: pd.Series[Any], rest: pd.DataFrame) -> bool:
    """Accept a row named "total" only when it sums up the others: people search "total" too."""
    sums = [name for name in rest.columns if name in COUNTS - {"volume"}]
    # A volume may hold those of longer phrases: it sums up only where nothing else is counted,
    # and the row is named a total.
    if not sums and pd.notna(row.get("keyword")):
        sums = [name for name in rest.columns if name == "volume"]
    own = row[sums].to_numpy(dtype=float, na_value=np.nan)
    told = rest[sums].sum().to_numpy(dtype=float)
    both = ~np.isnan(own) & (told > 0)
    return bool(both.any() and np.allclose(own[both], told[both], rtol=1e-6))


def _whole_names(draft: Draft, subject: str, cells: Sequence[Any]) -> Sequence[str] | None:
    """Return the distinct names, None where one of them is blank or no text."""
    if draft.is_full(subject):
        names: Sequence[str] = draft.texts[subject].values.tolist()
        return names
    distinct = distinct_cells(cells)[1]
    whole = set(map(type, distinct)) <= {str} and all(map(str.strip, distinct))
    return distinct if whole else None


def _may_hold_noise(names: Sequence[str], totals: tuple[str, ...]) -> bool:
    starts = _noise_starts(totals)
    near = [name for name in names if name[:1] in starts] if starts else names
    return any(map(_noise_pattern(totals).fullmatch, near))


@cache
def _noise_starts(totals: tuple[str, ...]) -> frozenset[str]:
    """Return how a name that is no data may begin, nothing where it may begin in any way."""
    if any(word[:1] in ("*", "") for word in totals):
        return frozenset()
    letters = {letter for word in totals for letter in (word[0].lower(), word[0].upper())}
    return frozenset("#gGtT合总合計합итогоИвВ") | letters


@cache
def _noise_pattern(totals: tuple[str, ...]) -> re.Pattern[str]:
    parts = (_SPREADSHEET_ERROR.pattern, _TOTAL.pattern, _total_pattern(totals).pattern)
    return re.compile("|".join(parts), re.IGNORECASE | re.DOTALL)


@cache
def _total_pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(pattern).replace(r"\*", ".*") for pattern in patterns)
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE | re.DOTALL)


def _rows_like(pattern: re.Pattern[str], names: pd.Series[Any]) -> pd.Series[bool]:
    """Return which rows have a name that the whole pattern fits; each is looked at once."""
    texts = names.tolist()
    fits = {name for name in set(texts) if isinstance(name, str) and pattern.fullmatch(name)}
    rows = [name in fits for name in texts] if fits else False
    return pd.Series(rows, index=names.index, dtype=bool)


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
