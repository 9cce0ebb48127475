"""CSS selectors, by which click maps name elements."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from smo.read.format import Draft
from smo.spec import DTYPES

# Brackets and quotes may hold spaces and combinators: a[title="Buy > now"], li:not(.a .b).
_ENCLOSED = re.compile(
    r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\[[^\]"\']*\]|\([^()"\']*\)', re.DOTALL
)
_COMBINATORS = re.compile(r"[>+~\s]+")
_TAG = re.compile(r"[a-z][\w-]*", re.IGNORECASE)


def last_tag(selector: str) -> str | None:
    """Return the tag of the element a selector leads to, where it names one.

    Examples
    --------
    >>> last_tag("main > ul li:nth-child(2) a.cta"), last_tag("#buy")
    ('a', None)
    >>> last_tag('nav>a[title="Buy > now"]')
    'a'
    """
    bare = selector
    while (shorter := _ENCLOSED.sub("", bare)) != bare:
        bare = shorter
    parts = [part for part in _COMBINATORS.split(bare) if part]
    found = _TAG.match(parts[-1]) if parts else None
    return found[0].casefold() if found else None


def role_of_selector(draft: Draft) -> Draft:
    """Take the tag at the end of each selector for the role."""
    tags = [last_tag(selector) for selector in draft.frame["element"].fillna("")]
    role = pd.Series(tags, index=draft.frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(role=role))
