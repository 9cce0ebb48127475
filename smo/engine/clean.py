"""What SQL cannot do: addresses and chains of elements, each distinct one worked out once."""

from __future__ import annotations

import pandas as pd

from smo.text.elements_chain import clicked, element_key, parse_elements
from smo.text.urls import canonical_url

ADDRESSES = ("raw", "base", "clean")
ELEMENTS = ("chain", "chain_element", "chain_text", "chain_target", "chain_role")


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
        _storable(canonical_url(one, other or None) or "")
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


def _storable(text: str) -> str:
    """Return the text without lone surrogates, which no database takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
