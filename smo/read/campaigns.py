"""Channel and campaign of click rows, from the campaign parameters of their addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft
from smo.spec import DTYPES
from smo.text.campaigns import campaign_of, channel_of

# The address an element leads to says more of it than the page it stands on.
_ADDRESSES = ("target", "page")
_TOLD: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("channel", channel_of),
    ("campaign", campaign_of),
)


def utm_columns(draft: Draft) -> Draft:
    """Fill channel and campaign of clicks, where they are empty, from UTM parameters.

    Those of the target come first, then those of the page. Tables other than clicks are
    returned as they are.
    """
    if draft.spec.name != "clicks":
        return draft
    frame = draft.frame
    filled: dict[str, pd.Series[Any]] = {}
    rows = pd.Series(data=False, index=frame.index)
    for name, tell in _TOLD:
        empty: pd.Series[Any] = pd.Series(pd.NA, index=frame.index, dtype=DTYPES["text"])
        old: pd.Series[Any] = frame.get(name, empty)
        new = old
        for address in _ADDRESSES:
            if address in frame:
                new = new.fillna(_told(frame[address].where(new.isna()), tell))
        found = new.notna() & old.isna()
        if found.any():
            filled[name] = new
            rows = rows | found
    if not filled:
        return draft
    draft = replace(draft, frame=frame.assign(**filled))
    told = f"{' and '.join(filled)} of {int(rows.sum())} rows"
    return draft.note(f"{told} come from the UTM parameters of their addresses")


def _told(addresses: pd.Series[Any], tell: Callable[[str], str | None]) -> pd.Series[Any]:
    known = {address: tell(address) for address in addresses.dropna().unique()}
    return addresses.map(known, na_action="ignore").astype(DTYPES["text"])
