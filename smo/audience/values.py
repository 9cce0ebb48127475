"""The distinct values of a column, in the shapes that patterns ask for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import duckdb
import numpy as np
import pandas as pd

from smo.text.normal import clean, plain_word, tokens, word_stems
from smo.text.urls import canonical_url, url_words

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


class Values:
    """Distinct texts of one column; each shape is worked out once, when first asked for.

    Parameters
    ----------
    texts : sequence of str
        Keywords, addresses, or other values.
    addresses : bool
        The texts are addresses: their words are those of the path.
    """

    def __init__(self, texts: Sequence[str], *, addresses: bool = False) -> None:
        self.texts = texts
        self.addresses = addresses

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def plain(self) -> list[str]:
        """Texts without differences of case or space; of an address ``host/path?query``."""
        if not self.addresses:
            return [clean(text) for text in self.texts]
        return [clean(canonical_url(text) or text) for text in self.texts]

    @cached_property
    def paths(self) -> list[str]:
        """Addresses from their path on: ``/path?query``."""
        return [_from_path(address) for address in self.plain]

    @cached_property
    def words(self) -> list[list[str]]:
        """Words of each text, as written but for case and accents."""
        return [[plain_word(word) for word in tokens(text)] for text in self._spoken]

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """Stems of the words of each text."""
        return [frozenset(stems) for stems in word_stems(self._spoken)]

    @cached_property
    def _spoken(self) -> list[str]:
        return [url_words(text) if self.addresses else text for text in self.texts]

    def search(self, expression: str) -> Flags:
        """Return which values a regular expression is found in, by an engine of linear time.

        Raises
        ------
        duckdb.Error
            When the expression is none of RE2's.
        """
        columns = [self.plain, self.paths] if self.addresses else [self.plain]
        found = np.zeros(len(self), dtype=bool)
        with duckdb.connect(":memory:", config={"threads": 1}) as base:
            for column in columns:
                # A lone surrogate has no UTF-8, which the engine reads.
                texts = [text.encode("utf-8", "replace").decode("utf-8") for text in column]
                base.register("given", pd.DataFrame({"text": pd.Series(texts, dtype=object)}))
                query = "SELECT regexp_matches(text::VARCHAR, ?, 'i') AS found FROM given"
                found |= base.execute(query, [expression]).fetchnumpy()["found"].astype(bool)
        return found


def _from_path(address: str) -> str:
    """Return an address without what stands before its path.

    Examples
    --------
    >>> _from_path("shop.example/bags?a=1"), _from_path("/bags"), _from_path("//intra/bags")
    ('/bags?a=1', '/bags', '/bags')
    """
    if address.startswith("/") and not address.startswith("//"):
        return address
    scheme, mark, rest = address.partition("://")
    host, slash, path = (rest if mark and "?" not in scheme else address.lstrip("/")).partition("/")
    return slash + path if slash else host
