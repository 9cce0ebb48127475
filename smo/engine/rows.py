"""Rows with their texts, of what the queries count by numbers: each distinct text is kept once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.tables import DTYPES

Codes = npt.NDArray[np.int64]
Texts = npt.NDArray[np.object_]

SEGMENT = "all"
UNKNOWN = "(unknown element)"
_MANNERS = 1 << 32  # a pair is spot * this + manner, as clicks_paired.sql makes it
_WIDEST = 1 << 62  # keys whose codes fit in one whole number are sorted as one
_COUNTS = ("clicks", "dead_clicks", "rage_clicks", "pageviews", "clicked_pageviews")


def click_rows(
    counts: pd.DataFrame, spots: pd.DataFrame, manners: pd.DataFrame, untold: Sequence[str]
) -> pd.DataFrame:
    """Return the rows of the click table, in order of their key.

    Parameters
    ----------
    counts : DataFrame
        One row is a row of the table: pair (spot * 2**32 + manner), counts (-1 is none), x, y.
    spots, manners : DataFrame
        Texts by the number of their spot or manner, which begin at 1.
    untold : sequence of str
        Counts that the source does not tell.

    Returns
    -------
    DataFrame
        Columns of the click table; one row is an element or link of a page, by device and channel.
    """
    pair = counts["pair"].to_numpy(dtype=np.int64)
    spot, manner = pair // _MANNERS - 1, pair % _MANNERS - 1
    places, ways = _by_number(spots, "spot"), _by_number(manners, "manner")
    key = {
        "page": _coded(places, "clean_page", spot),
        "element": _elements(places, ways, spot, manner),
        **{name: _coded(ways, name, manner) for name in ("kind", "device", "channel")},
        "target": _coded(places, "clean_target", spot),
    }
    order = _order([codes for codes, _ in key.values()], [len(texts) for _, texts in key.values()])
    told = {name: texts[codes[order]] for name, (codes, texts) in key.items()}
    spot, manner = spot[order], manner[order]
    for name in ("text", "role"):
        told[name] = _first(places[f"chain_{name}"][spot], ways[name][manner])
    told["campaign"] = ways["campaign"][manner]
    rows = pd.DataFrame({"click_id": _typed(_click_ids(told)), "segment": _typed_alike(len(order))})
    for name, texts in told.items():
        rows[name] = _typed(texts) if name in ("page", "element") else _typed_or_none(texts)
    for name in _COUNTS:
        numbers = counts[name].to_numpy(dtype=float)[order]
        rows[name] = _numbers(numbers, absent=name in untold)
    x, y = (counts[name].to_numpy(dtype=float)[order] for name in ("x", "y"))
    return rows.assign(x=_numbers(x / 100), y=_numbers(y))


def keyword_rows(counts: pd.DataFrame, leads: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the keyword table.

    Parameters
    ----------
    counts : DataFrame
        One row is a row of the table, its page a number (lead), 0 where there is none.
    leads : DataFrame
        Addresses (clean) by their number.

    Returns
    -------
    DataFrame
        Columns of the keyword table; one row is a keyword on a page, by device.
    """
    lead = counts["lead"].to_numpy(dtype=np.int64)
    pages = np.concatenate([np.array([""], dtype=object), _by_number(leads, "lead")["clean"]])
    return pd.DataFrame(
        {
            "segment": _typed(_shared(counts["segment"])),
            "keyword": _typed(_shared(counts["keyword"])),
            "page": _typed_or_none(pages[lead]),
            "device": _typed_or_none(_shared(counts["device"])),
            "impressions": counts["impressions"], "clicks": counts["clicks"],
            "position": counts["position"],
        }
    )  # fmt: skip


def _by_number(frame: pd.DataFrame, number: str) -> dict[str, Texts]:
    """Return the columns of texts in order of the numbers."""
    order = np.argsort(frame[number].to_numpy(dtype=np.int64))
    names = [name for name in frame if name not in (number, "page_id", "link_id", "x", "y")]
    return {str(name): frame[name].to_numpy(dtype=object)[order] for name in names}


def _ranked(*columns: Texts) -> tuple[list[Codes], Texts]:
    """Return the columns as places of their texts among all, sorted."""
    codes, texts = pd.factorize(np.concatenate(columns))
    order = np.array(sorted(range(len(texts)), key=texts.__getitem__), dtype=np.int64)
    rank = np.empty(len(texts), dtype=np.int64)
    rank[order] = np.arange(len(texts))
    ends = np.cumsum([len(column) for column in columns])[:-1]
    return np.split(rank[codes], ends), texts[order]


def _coded(texts: dict[str, Texts], name: str, number: Codes) -> tuple[Codes, Texts]:
    (codes,), distinct = _ranked(texts[name])
    return codes[number], distinct


def _elements(
    spots: dict[str, Texts], manners: dict[str, Texts], spot: Codes, manner: Codes
) -> tuple[Codes, Texts]:
    """Return the key of the element: the first that is told of these, as in clicks_paired.sql."""
    given = np.array(["", UNKNOWN], dtype=object)
    (chain, own, aim, words, text, ends), distinct = _ranked(
        spots["chain_element"], manners["element"], spots["aim"], spots["chain_text"],
        manners["text"], given,
    )  # fmt: skip
    none, unknown = ends
    found = chain[spot]
    for codes in (own[manner], aim[spot], words[spot], text[manner]):
        found = np.where(found == none, codes, found)
    return np.where(found == none, unknown, found), distinct


def _order(columns: Sequence[Codes], sizes: Sequence[int]) -> Codes:
    """Return the order of rows by their codes, the first column first."""
    width = 1
    for size in sizes:
        width *= max(size, 1)
    if width >= _WIDEST:
        return np.lexsort(columns[::-1])
    key = np.zeros(len(columns[0]), dtype=np.int64)
    for codes, size in zip(columns, sizes, strict=True):
        key = key * max(size, 1) + codes
    return np.argsort(key, kind="stable")


def _first(one: Texts, other: Texts) -> Texts:
    return np.where(one == "", other, one)


def _click_ids(told: dict[str, Texts]) -> Texts:
    """Return what `smo.checks.key_hash` gives of the key of the table, its segment and no date."""
    keys = zip(*(told[name] for name in ("page", "element", "kind", "device", "channel", "target")),
               strict=True)  # fmt: skip
    digest = hashlib.blake2b
    return np.array([
        digest(
            f"{SEGMENT}\x1f{page}\x1f{element}\x1f{kind or none}\x1f{device or none}\x1f"
            f"{channel or none}\x1f{none}\x1f{target or none}".encode("utf-8", "replace"),
            digest_size=8,
        ).hexdigest()
        for none in ("\x00",) for page, element, kind, device, channel, target in keys
    ], dtype=object)  # fmt: skip


def _shared(column: pd.Series[Any]) -> Texts:
    """Return the texts, equal ones the same in memory."""
    codes, texts = pd.factorize(column.to_numpy(dtype=object))
    return np.asarray(texts, dtype=object)[codes]


def _typed(texts: Texts) -> Any:
    return pd.array(texts, dtype=DTYPES["text"], copy=False)


def _typed_alike(n: int) -> Any:
    return _typed(np.full(n, SEGMENT, dtype=object))


def _typed_or_none(texts: Texts) -> Any:
    told = texts.copy()
    told[texts == ""] = pd.NA
    return _typed(told)


def _numbers(values: npt.NDArray[np.float64], *, absent: bool = False) -> Any:
    """Return the numbers; those below 0 are none."""
    mask = np.ones(len(values), dtype=bool) if absent else values < 0
    return pd.arrays.FloatingArray(values, mask)
