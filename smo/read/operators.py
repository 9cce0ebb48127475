"""Search operators of Yandex in a phrase: taken out, and what they say of its number."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from smo.read.format import Draft
from smo.spec import DTYPES

# The more exact kind wins where two rows speak of the same words.
_KINDS = ("exact", "grouped", "bucket", "broad")
# An operator stands before a word, never inside: "c++", "2+2" and "+7" are words.
_MARKS = re.compile(r"(?<![^\s\"\[(«])(?:[!+]*!(?=\w)|\++(?=[^\W\d_]))")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_WHOLE = re.compile(r"\s*\"([^\"]*)\"\s*")


def plain_phrase(phrase: str) -> tuple[str, bool]:
    """Return a phrase without operators, and whether quotation marks closed it to other words.

    Examples
    --------
    >>> plain_phrase('"!buy !tent"'), plain_phrase("tent +for [two people]")
    (('buy tent', True), ('tent for two people', False))
    >>> plain_phrase("c++ 2+2 +7")
    ('c++ 2+2 +7', False)
    """
    whole = _WHOLE.fullmatch(phrase)
    bare = whole[1] if whole else phrase
    plain = " ".join(_MARKS.sub("", _BRACKETS.sub(r" \1 ", bare)).split())
    # Operators alone are what somebody searched for.
    return (plain, whole is not None) if plain else (phrase, False)


def without_operators(draft: Draft) -> Draft:
    """Take operators out of the keywords; of rows that become equal the most exact is kept.

    Within one kind it is the one with the largest volume: the others are parts of it.
    """
    if draft.frame.empty or "volume" not in draft.frame:
        return draft
    names = draft.frame["keyword"]
    pairs = {name: plain_phrase(name) for name in names.dropna().unique()}
    plain = names.map({name: pair[0] for name, pair in pairs.items()}, na_action="ignore")
    changed = (plain != names).fillna(value=False).astype(bool)
    if not changed.any():
        return draft
    closed = names.map({name: pair[1] for name, pair in pairs.items()}, na_action="ignore")
    kind = _kind(draft).mask(closed.fillna(value=False).astype(bool), "exact")
    frame = draft.frame.assign(
        keyword=plain.astype(DTYPES["text"]), volume_kind=kind.astype(DTYPES["text"])
    )
    number = int(changed.sum())
    draft = replace(draft, frame=frame).note(f"search operators were taken out of {number} phrases")
    return _largest(draft)


def _kind(draft: Draft) -> pd.Series[str]:
    constant = draft.format.constants.get("volume_kind")
    told = pd.Series(constant, index=draft.frame.index, dtype=DTYPES["text"])
    return draft.frame["volume_kind"].fillna(told) if "volume_kind" in draft.frame else told


def _largest(draft: Draft) -> Draft:
    frame = draft.frame
    key = [name for name in draft.spec.key if name in frame]
    order = frame["volume_kind"].map(dict(zip(_KINDS, range(len(_KINDS)), strict=True)))
    ranked = frame.assign(_order=order.fillna(len(_KINDS)), _less=-frame["volume"].fillna(-1.0))
    best = ranked.sort_values(["_order", "_less"], kind="stable").drop_duplicates(key).index
    others = pd.Series(~frame.index.isin(best), index=frame.index) & frame["keyword"].notna()
    return draft.drop(others, "the same words with other operators")
