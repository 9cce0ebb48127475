"""The rows a proposal rests on, with what they say: an id alone tells a reader nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.inert import brief_address, inert
from smo.spec import DTYPES

CLICK = "click:"
NAMED = 2  # pages named where several share an id
MAX_SAID = 80  # characters of an element's words beside its id


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The id of a row of the plan's tables, and what the row says where the id does not."""

    id: str
    said: str = ""


def said_by_clicks(
    proposals: pd.DataFrame, matches: pd.DataFrame, clicks: pd.DataFrame
) -> Mapping[str, str]:
    """Return what the click rows named as evidence say: the element's words and its page.

    Parameters
    ----------
    proposals, matches, clicks : DataFrame
        Tables of one plan; the clicks tell where an element without words leads.

    Returns
    -------
    mapping
        By evidence id. An element without words is named by its key and target; where pages
        share an id, the first two are named.

    Examples
    --------
    >>> proposals = pd.DataFrame({"evidence": [["keyword:rope", "click:1f"]]})
    >>> matches = pd.DataFrame({"click_id": ["1f"], "page": ["https://a.example/b"],
    ...     "element": ["nav"], "text": ["Ropes"]})
    >>> said_by_clicks(proposals, matches, pd.DataFrame({"click_id": [], "target": []}))
    {'click:1f': 'Ropes (a.example/b)'}
    """
    wanted = {name for names in proposals["evidence"] for name in names if name.startswith(CLICK)}
    ids = CLICK + matches["click_id"].astype("string")
    rows = matches.assign(evidence=ids)[ids.isin(wanted)]
    leads = clicks.dropna(subset=["click_id", "target"]).drop_duplicates("click_id")
    target = rows["click_id"].map(leads.set_index("click_id")["target"].map(brief_address))
    target = target.astype(DTYPES["text"])  # of all missing ones pandas makes numbers
    unnamed = (rows["element"] + " → " + target).fillna(rows["element"])
    told = rows.assign(said=rows["text"].fillna(unnamed))
    told = told.drop_duplicates(["evidence", "said", "page"]).sort_values(["said", "page"])
    counts = told["evidence"].value_counts()
    first: dict[str, list[str]] = {}
    top = told.groupby("evidence", sort=True).head(NAMED)
    for name, words, page in zip(top["evidence"], top["said"], top["page"], strict=True):
        first.setdefault(str(name), []).append(_place(words, page))
    return {
        name: "; ".join(first[name]) + (" …" if counts[name] > NAMED else "")
        for name in sorted(first)
    }


def _place(said: Any, page: Any) -> str:
    words = "" if pd.isna(said) else inert(said, limit=MAX_SAID)
    place = "" if pd.isna(page) else brief_address(str(page))
    return f"{words} ({place})" if words and place else words or place
