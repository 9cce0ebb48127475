"""What SQL cannot do: addresses and chains of elements, each distinct one worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from smo.text.address import clean_host, clean_path, clean_query, looks_like_host
from smo.text.elements_chain import clicked, element_key, parse_elements
from smo.text.urls import canonical_url

PARTS = ("part", "raw", "base", "clean")
ELEMENTS = ("chain", "chain_element", "chain_text", "chain_target", "chain_role")
# A path without escapes, dots at the start of a segment, and what is escaped: canonical already.
_AS_IT_STANDS = re.compile(
    r"(?:/(?:[!$&-\-0-;=@-Z\[\]_a-z~а-яА-ЯёЁ][!$&-.0-;=@-Z\[\]_a-z~а-яА-ЯёЁ]*))+/?"
)


def clean_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """Return parts of addresses with their canonical form ("" where there is none).

    Parameters
    ----------
    parts : DataFrame
        Columns part ("host", "path", "query" or "address", a whole one), raw, and base: the page
        a whole address stands on, "" for none.

    Returns
    -------
    DataFrame
        Columns part, raw, base, clean; same rows.

    Examples
    --------
    >>> parts = pd.DataFrame({"part": ["address", "host"], "raw": ["../b", "www.a.example"],
    ...                       "base": ["http://a.example/c/d", ""]})
    >>> clean_parts(parts)["clean"].tolist()
    ['a.example/b', 'a.example']
    """
    kinds, raw, base = (parts[name].tolist() for name in PARTS[:3])
    clean = [
        _storable(canonical_url(one, other or None) if kind == "address" else _CLEAN[kind](one))
        for kind, one, other in zip(kinds, raw, base, strict=True)
    ]
    columns = {"part": kinds, "raw": raw, "base": base, "clean": clean}
    return pd.DataFrame(columns, columns=list(PARTS), dtype=object)


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


def _host(authority: str) -> str | None:
    name = clean_host(authority)
    return name if name is None or looks_like_host(name) else f"//{name}"


def _path(path: str) -> str:
    return path.rstrip("/") if _AS_IT_STANDS.fullmatch(path) else clean_path(path)


_CLEAN: dict[str, Callable[[str], str | None]] = {
    "host": _host,
    "path": _path,
    "query": clean_query,
}


def _storable(text: str | None) -> str:
    """Return the text without lone surrogates, which no database takes; "" where there is none."""
    if text is None:
        return ""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
