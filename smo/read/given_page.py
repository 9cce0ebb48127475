"""The page a caller names for click maps that do not name theirs, or name it badly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from smo.read.format import Draft
from smo.spec import DTYPES
from smo.tables import CLICKS


def with_given_page(drafts: Sequence[Draft], page: str | None) -> list[Draft]:
    """Return the drafts, the click maps being of the given page.

    Maps that all name one and the same page are renamed: the caller knows better what their
    pattern stands for. Otherwise only rows that lack a page take it, for it is true of them
    alone. Posts and plain tables, which may hold many pages, are never renamed.
    """
    if page is None:
        return list(drafts)
    maps = [draft for draft in drafts if draft.spec.name == CLICKS.name and len(draft.frame)]
    if not maps:
        return [
            draft.note(f"the given page {page!r} names click maps: none is here")
            for draft in drafts
        ]
    whole = [draft for draft in maps if not _of_many_pages(draft)]
    named = {name for draft in whole for name in _pages(draft)}
    silent = any("page" not in draft.frame or draft.frame["page"].isna().any() for draft in whole)
    rename = len(named) == 1 and not silent
    done = [_given(d, page, rename=rename) if d.spec.name == CLICKS.name else d for d in drafts]
    if rename or not named:
        return done
    text = f"the given page {page!r} is that of rows that name none"
    return [d.note(text) if any(d.source == m.source for m in whole) else d for d in done]


def _of_many_pages(draft: Draft) -> bool:
    return draft.format.family == "plain" or draft.format.constants.get("kind") == "post"


def _pages(draft: Draft) -> set[str]:
    return set(draft.frame["page"].dropna()) if "page" in draft.frame else set()


def _given(draft: Draft, page: str, *, rename: bool) -> Draft:
    given = pd.Series(page, index=draft.frame.index, dtype=DTYPES["text"])
    own = draft.frame.get("page", given).fillna(given)
    new = given if rename and not _of_many_pages(draft) else own
    return replace(draft, frame=draft.frame.assign(page=new))
