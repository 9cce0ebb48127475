"""Dictionary forms of Russian words, where the optional dictionary is installed and asked for."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from smo.errors import SmoError

STEMS, LEMMAS = "stems", "lemmas"
WORD_FORMS = (STEMS, LEMMAS)
"""How forms of one word are known: by their stems alone, or by a dictionary first."""

LANGUAGE = "ru"
_REMEMBERED = 1 << 17  # words; a million distinct keywords hold about this many


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str) -> str:
    """Return the dictionary form of a clean Russian word, by its commonest reading.

    OpenCorpora's dictionary by pymorphy3; words it lacks are read by their endings, as in
    Korobov (2015), Morphological analyzer and generator for Russian and Ukrainian languages.

    Raises
    ------
    SmoError
        When the dictionary is not installed.

    Examples
    --------
    >>> lemma("людей"), lemma("купили")
    ('человек', 'купить')
    """
    found: str = _analyzer().parse(word)[0].normal_form
    return found.replace("ё", "е")


@cache
def _analyzer() -> Any:
    try:
        import pymorphy3  # noqa: PLC0415  optional, and megabytes of dictionary
    except ImportError:
        raise SmoError(
            "word_forms='lemmas' needs a dictionary that is not installed",
            where="word_forms",
            remedy="pip install 'smo-analyzer[lemma]', or leave word_forms at 'stems'",
        ) from None
    return pymorphy3.MorphAnalyzer(lang=LANGUAGE)
