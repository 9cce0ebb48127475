"""Mends that several vendors' exports need."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft
from smo.read.recognize import fold_header
from smo.read.specs import COUNTS
from smo.spec import DTYPES

DEVICE_NAMES = {
    "mobile": (
        "Mobile", "Móviles", "Móvil", "Celular", "Mobiel", "Мобильные устройства",
        "Мобильный телефон", "移动设备", "モバイル", "모바일", "Mobil", "Mobilgeräte",
        "Mobile phones", "Mobile devices with full browsers",
    ),
    "desktop": (
        "Desktop", "Ordinateur", "Ordenador", "Computador", "Computer", "ПК",
        "Персональный компьютер", "Компьютеры", "桌面", "桌面设备", "PC", "デスクトップ",
        "데스크톱", "Masaüstü", "Computers",
    ),
    "tablet": (
        "Tablet", "Tablette", "Планшет", "Планшеты", "平板电脑", "タブレット", "태블릿",
        "Tablets", "Tablets with full browsers",
    ),
}  # fmt: skip
# What a mean is weighted by when rows are summed, best first.
_WEIGHTS = {"position": ("impressions",), "engagement_time": ("sessions", "views")}
_DEVICE_OF = {fold_header(w): name for name, row in DEVICE_NAMES.items() for w in row}


def device_name(value: str) -> str:
    """Return desktop, mobile or tablet for the word of any interface language, else the word.

    Examples
    --------
    >>> device_name("Ordenador"), device_name("MOBILE"), device_name("Smart TV")
    ('desktop', 'mobile', 'Smart TV')
    """
    return _DEVICE_OF.get(fold_header(value), value)


def plain_devices(draft: Draft) -> Draft:
    """Name devices alike whatever the language."""
    if "device" not in draft.frame:
        return draft
    return replace(draft, frame=draft.frame.assign(device=_device_names(draft.frame["device"])))


def _device_names(values: pd.Series[str]) -> pd.Series[str]:
    return values.map(device_name, na_action="ignore").astype(DTYPES["text"])


def no_rank_unseen(draft: Draft) -> Draft:
    """Make the position of a row NA where it was never shown: exports write 0 or nothing."""
    if not {"position", "impressions"} <= set(draft.frame.columns):
        return draft
    shown = draft.frame["impressions"].fillna(0.0) > 0
    position = draft.frame["position"].where(shown & (draft.frame["position"] > 0))
    return replace(draft, frame=draft.frame.assign(position=position))


def sum_keys(draft: Draft) -> Draft:
    """Sum the rows that speak of the same thing into one, the others accounted for.

    Counts add up, a position is weighted by impressions, a mean time by sessions, else views; all
    else comes from the first row. The words of the rows in `extra` are those of the first too.
    """
    frame = draft.frame
    key = [name for name in draft.spec.key if name in frame]
    again = frame.duplicated(key)
    if not key or not again.any():
        return draft
    number = frame.groupby(key, sort=False, dropna=False).ngroup()
    first = draft.drop(again, "row summed into another of the same key")
    summed = first.frame.copy()
    for name in [name for name in frame if name in COUNTS]:
        sums = frame.groupby(number)[name].sum(min_count=1)
        summed[name] = pd.Series(sums.to_numpy(), index=summed.index, dtype=DTYPES["number"])
    for name, choice in _WEIGHTS.items():
        by = next((weight for weight in choice if weight in frame), None)
        if name in frame and by is not None:
            mean = _weighted(frame[name], frame[by], number)
            summed[name] = pd.Series(mean, index=summed.index, dtype=DTYPES["number"])
    return replace(first, frame=summed)


def _weighted(values: pd.Series[Any], by: pd.Series[Any], number: pd.Series[Any]) -> Any:
    """Return the mean of each numbered group, NA where nothing has weight."""
    weights = by.where(values.notna())
    sums = (values * weights).groupby(number).sum(min_count=1)
    total = weights.groupby(number).sum(min_count=1)
    return (sums / total.where(total > 0)).to_numpy()
