"""What SQL cannot do: addresses and chains of elements, each distinct one worked out once."""

from __future__ import annotations

import re
from functools import lru_cache

import pandas as pd

from smo.text.address import clean_query
from smo.text.elements_chain import clicked, element_key, parse_elements
from smo.text.urls import canonical_url

ADDRESSES = ("raw", "base", "clean")
ELEMENTS = ("chain", "chain_element", "chain_text", "chain_target", "chain_role")
# An address whose part before the query, and whose query, can be cleaned each for itself.
_PLAIN = re.compile(
    r'(https?://[!"$->@-~\u0400-\u04ff]+)(?:\?([!"$-~\u0400-\u04ff]*))?(?:#[!-~\u0400-\u04ff]*)?'
)
_HEADS = 1 << 18  # addresses without query kept, 40 MB


def clean_addresses(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return address, the page it stands on, and its canonical form ("" where it has none).

    Parameters
    ----------
    pairs : DataFrame
        Columns raw and base; an empty base is none.

    Returns
    -------
    DataFrame
        Columns raw, base, clean; same rows.

    Examples
    --------
    >>> pairs = pd.DataFrame({"raw": ["../b", "(not set)"], "base": ["http://a.example/c/d", ""]})
    >>> clean_addresses(pairs)["clean"].tolist()
    ['a.example/b', '']
    """
    raw, base = pairs["raw"].tolist(), pairs["base"].tolist()
    clean = [
        _storable(canonical_url(one, other) if other else _cleaned(one))
        for one, other in zip(raw, base, strict=True)
    ]
    return pd.DataFrame({"raw": raw, "base": base, "clean": clean}, columns=list(ADDRESSES))


def parse_chains(chains: pd.DataFrame) -> pd.DataFrame:
    """Return of each chain the element clicked: its key, words, target and tag.

    Parameters
    ----------
    chains : DataFrame
        Column chain.

    Returns
    -------
    DataFrame
        Columns chain, chain_element, chain_text, chain_target, chain_role; same rows.

    Examples
    --------
    >>> chains = pd.DataFrame({"chain": ['span:text="Buy";a:href="/buy"']})
    >>> parse_chains(chains).iloc[0, 1:].tolist()
    ['a[href="/buy"] Buy', 'Buy', '/buy', 'a']
    """
    rows = []
    for chain in chains["chain"].tolist():
        found = clicked(parse_elements(chain))
        if found is None:
            told: tuple[str, ...] = ("(unknown element)", "", "", "")
        else:
            told = (element_key(found), found.text or "", found.href or "", found.tag)
        rows.append((chain, *map(_storable, told)))
    return pd.DataFrame(rows, columns=list(ELEMENTS), dtype=object)


def _cleaned(raw: str) -> str | None:
    """Return what `canonical_url` gives; of plain addresses the parts are known from others."""
    parts = _PLAIN.fullmatch(raw)
    if parts is None:
        return canonical_url(raw)
    head, query = parts[1], parts[2]
    clean = _head(head)
    if clean is None or "image" in clean:  # an image proxy carries another address in its query
        return canonical_url(raw)
    return clean + clean_query(query) if query else clean


@lru_cache(_HEADS)
def _head(raw: str) -> str | None:
    return canonical_url(raw)


def _storable(text: str | None) -> str:
    """Return the text without lone surrogates, which no database takes; "" where there is none."""
    if text is None:
        return ""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
