"""Mends of Yandex.Metrica: levels of addresses, phrases, and rows of the Logs API counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft
from smo.read.mends import device_name, sum_keys
from smo.spec import DTYPES

# What a report writes where it was not told a phrase, a page or a source.
UNTOLD = ("Не определено", "Не определена", "Not specified", "Undefined")
TOTAL_ROWS = ("Итого и средние", "Totals and averages", "Total and averages")
# Codes of the kinds of device in the Logs API.
DEVICES = {"1": "desktop", "2": "mobile", "3": "tablet", "4": "tv"}
_TRUE = frozenset(["1", "true"])
_PHRASES = "clicks are visits that began with the phrase; nobody counted how often it was shown"


def phrases(draft: Draft) -> Draft:
    """Take visits that began with a phrase for clicks on search results."""
    untold = draft.frame["keyword"].isin(UNTOLD).astype(bool)
    draft = draft.drop(untold, "phrase is not told by the search engine")
    return sum_keys(draft).note(_PHRASES)


def deepest(draft: Draft) -> Draft:
    """Take the last filled level of an address; a row of a level sums up those below it."""
    names = sorted(name for name in draft.extra if name.startswith("_level"))
    if not names:
        untold = draft.frame["page"].isin(UNTOLD).astype(bool)
        return draft.drop(untold, "page is not told")
    paths = _paths([draft.extra[name] for name in names])
    total = [path[:1] in [(word,) for word in TOTAL_ROWS] for path in paths]
    draft = draft.drop(_rows(draft, total), "total row")
    paths = [path for path, whole in zip(paths, total, strict=True) if not whole]
    pages = pd.Series([*map(address_of, paths)], index=draft.frame.index, dtype=DTYPES["text"])
    if "page" in draft.frame:
        pages = draft.frame["page"].fillna(pages)
    draft = replace(draft, frame=draft.frame.assign(page=pages))
    below = {path[:depth] for path in paths for depth in range(1, len(path))}
    sums = [path in below for path in paths]
    draft = draft.drop(_rows(draft, sums), "level that sums up the pages below it")
    return draft.drop(draft.frame["page"].isin(UNTOLD).astype(bool), "page is not told")


def address_of(path: Sequence[str]) -> str | None:
    """Return the address that levels name: the last one holds all of it, or its own part.

    Examples
    --------
    >>> address_of(("https://shop.example/", "https://shop.example/a/"))
    'https://shop.example/a/'
    >>> address_of(("shop.example", "blog", "red")), address_of(())
    ('shop.example/blog/red', None)
    """
    if not path:
        return None
    last = path[-1]
    if "://" in last or last.startswith("/") or last.startswith(path[0]):
        return last
    return "/".join(part.strip("/") for part in path)


def _paths(levels: Sequence[pd.Series[Any]]) -> list[tuple[str, ...]]:
    columns = [level.fillna("").str.strip().tolist() for level in levels]
    return [tuple(cell for cell in cells if cell) for cells in zip(*columns, strict=True)]


def _rows(draft: Draft, flags: Sequence[bool]) -> pd.Series[bool]:
    return pd.Series(list(flags), index=draft.frame.index, dtype=bool)


def whole_sources(draft: Draft) -> Draft:
    """Keep the sources, not their parts, where the report tells both."""
    if "_detail" not in draft.extra:
        return sum_keys(draft)
    part = draft.extra["_detail"].notna()
    if not part.all():
        draft = draft.drop(part.astype(bool), "part of a source that is told as a whole")
    return sum_keys(draft)


def hits(draft: Draft) -> Draft:
    """Count the views of each page."""
    told = "_is_view" in draft.extra
    view = (
        _flag(draft, "_is_view") if told else ~(_flag(draft, "_link") | _flag(draft, "_download"))
    )
    draft = draft.drop(~view, "hit is no page view")
    return sum_keys(replace(draft, frame=draft.frame.assign(views=_ones(draft))))


def links(draft: Draft) -> Draft:
    """Keep clicks on external links and files: they lead from the referrer to the address."""
    kept = _flag(draft, "_link") | _flag(draft, "_download")
    draft = draft.drop(~kept, "hit is no click on a link or file")
    draft = draft.drop(draft.frame["target"].isna(), "click without an address")
    draft = draft.drop(draft.frame["page"].isna(), "click without the page it was made on")
    made = draft.frame.assign(clicks=_ones(draft), element=draft.frame["target"])
    return sum_keys(plain_codes(replace(draft, frame=made)))


def visits(draft: Draft) -> Draft:
    """Count visits by the phrase they began with."""
    phrase = draft.frame["keyword"]
    untold = (phrase.isna() | phrase.isin(UNTOLD)).astype(bool)
    draft = draft.drop(untold, "visit without a search phrase")
    draft = plain_codes(replace(draft, frame=draft.frame.assign(clicks=_ones(draft))))
    return sum_keys(draft).note(_PHRASES)


def starts(draft: Draft) -> Draft:
    """Count visits by the page they began on."""
    draft = draft.drop(draft.frame["page"].isna(), "visit without a page")
    return sum_keys(replace(draft, frame=draft.frame.assign(sessions=_ones(draft))))


def plain_codes(draft: Draft) -> Draft:
    """Name devices: the Logs API writes codes."""
    if "device" not in draft.frame:
        return draft
    named = draft.frame["device"].map(_device, na_action="ignore").astype(DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(device=named))


def _device(code: str) -> str:
    return DEVICES.get(code, device_name(code))


def _ones(draft: Draft) -> pd.Series[Any]:
    ones: pd.Series[Any] = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    return ones


def _flag(draft: Draft, name: str) -> pd.Series[bool]:
    if name not in draft.extra:
        return pd.Series(data=False, index=draft.frame.index, dtype=bool)
    told: pd.Series[Any] = draft.extra[name].fillna("").str.strip().str.casefold()
    return pd.Series([text in _TRUE for text in told], index=told.index, dtype=bool)
