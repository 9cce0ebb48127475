"""What a user gives a clusterer, checked before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from smo.errors import SmoError, bad_choice
from smo.text.lemma import WORD_FORMS

_AS_LIST = ("to_list", "tolist", "to_pylist")  # of pandas and polars, of numpy, of pyarrow
_TEXTS = "give a list, Series or array of texts"


def checked_texts(texts: Iterable[str], *, caller: str) -> list[str]:
    """Return the texts as a list; anything with `to_list` or `__iter__` holds texts.

    Raises
    ------
    SmoError
        When there is no text, or something is none.

    Examples
    --------
    >>> checked_texts(np.array(["rope", "tent"]), caller="test")
    ['rope', 'tent']
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise SmoError(
            f"expected texts, got one {type(texts).__name__}", where=caller, remedy=_TEXTS
        )
    if getattr(texts, "ndim", 1) != 1 or hasattr(texts, "columns"):
        raise SmoError("expected texts, got a table", where=caller, remedy=_TEXTS)
    named = (getattr(texts, name, None) for name in _AS_LIST)
    as_list = next((method for method in named if callable(method)), None)
    listed = list(texts if as_list is None else as_list())
    for row, text in enumerate(listed):
        if not isinstance(text, str):
            raise SmoError(f"row {row} is {text!r}, which is no text", where=caller, remedy=_TEXTS)
    if not listed:
        raise SmoError("there are no texts", where=caller, remedy="give at least one text")
    return listed


def checked_number(n_topics: object) -> int | None:
    """Return the number wanted, None for "auto".

    Examples
    --------
    >>> checked_number("auto"), checked_number(np.int64(7))
    (None, 7)
    """
    if isinstance(n_topics, str) and n_topics == "auto":
        return None
    number = _whole(n_topics)
    if number is None or number < 1:
        raise SmoError(
            f"'n_topics' must be 'auto' or a whole number >= 1; got {n_topics!r}",
            where="KeywordClusterer",
        )
    return number


def checked_forms(word_forms: object) -> str:
    """Return how forms of a word are known.

    Examples
    --------
    >>> checked_forms("stems")
    'stems'
    """
    if not isinstance(word_forms, str) or word_forms not in WORD_FORMS:
        raise bad_choice("word_forms", word_forms, WORD_FORMS, caller="KeywordClusterer")
    return word_forms


def checked_parameters(model: Any) -> dict[str, Any]:
    """Return the parameters of a clusterer as plain values, without its embeddings."""
    return {
        "n_topics": checked_number(model.n_topics) or "auto",
        "languages": checked_languages(model.languages),
        "word_forms": checked_forms(model.word_forms),
        "random_state": checked_seed(model.random_state),
    }


def checked_seed(random_state: object) -> int:
    """Return the seed.

    Examples
    --------
    >>> checked_seed(np.int64(3))
    3
    """
    number = _whole(random_state)
    if number is None or number < 0:
        raise SmoError(
            f"'random_state' must be a whole number >= 0; got {random_state!r}",
            where="KeywordClusterer",
        )
    return number


def checked_languages(languages: object) -> str | tuple[str, ...]:
    """Return "auto" or the two-letter codes.

    Examples
    --------
    >>> checked_languages("auto"), checked_languages(["de", "en"])
    ('auto', ('de', 'en'))
    """
    if isinstance(languages, str) and languages == "auto":
        return languages
    if isinstance(languages, tuple | list) and all(isinstance(code, str) for code in languages):
        return tuple(languages)
    raise SmoError(
        f"'languages' must be 'auto' or a tuple of two-letter codes; got {languages!r}",
        where="KeywordClusterer",
    )


def _whole(value: object) -> int | None:
    if isinstance(value, int | np.integer) and not isinstance(value, bool):
        return int(value)
    return None
