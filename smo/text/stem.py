"""Stems of single words: nltk's Snowball and nothing else, remembered per word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from smo.errors import bad_choice
from smo.text.rules import BY_SCRIPT

SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}

_REMEMBERED = 1 << 17  # words; a million distinct keywords hold about this many


class Stemmer(Protocol):
    """Anything that turns a word into its stem."""

    def stem(self, word: str) -> str:
        """Return the stem of `word`."""
        ...


@lru_cache(maxsize=len(SNOWBALL))
def _stemmer(language: str) -> Stemmer:
    from nltk.stem.snowball import SnowballStemmer  # noqa: PLC0415  seconds, it loads scikit-learn

    stemmer: Stemmer = SnowballStemmer(SNOWBALL[language])
    return stemmer


def stem_language(word: str) -> str:
    """Return the language whose stemmer a word gets where only its script is known.

    Cyrillic words get the Russian stemmer, Arabic ones the Arabic, all others the English one.

    Examples
    --------
    >>> stem_language("обувь"), stem_language("shoes")
    ('ru', 'en')
    """
    return BY_SCRIPT.language(word)


# plurals that Snowball leaves beside their singular, in words without accents
_PLURALS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "es": ((re.compile("ces?$"), "z"),),
    "fr": ((re.compile("(?<=..o)s$"), ""),),
    "pt": ((re.compile("(?<=..)[ao]es$"), "ao"), (re.compile("(?<=..)([aeou])is$"), r"\1l")),
}


def singular(word: str, language: str) -> str:
    """Return a word without accents as Snowball knows it: plurals it does not see through undone.

    Examples
    --------
    >>> singular("luces", "es"), singular("velos", "fr"), singular("coracoes", "pt")
    ('luz', 'velo', 'coracao')
    """
    for ending, instead in _PLURALS.get(language, ()):
        word = ending.sub(instead, word)
    return word


@lru_cache(maxsize=_REMEMBERED)
def stem_word(word: str, language: str) -> str:
    """Return the Snowball stem of one clean word.

    Parameters
    ----------
    word : str
        One word, as `smo.text.normal.tokens` gives it. A word that holds anything but letters
        ("c++", "mp3") is its own stem.
    language : str
        Two-letter code.

    Returns
    -------
    str
        The stem; never empty for a word that is not.

    Raises
    ------
    SmoError
        When there is no stemmer for the language.

    Examples
    --------
    >>> stem_word("running", "en"), stem_word("кроссовки", "ru"), stem_word("c++", "en")
    ('run', 'кроссовк', 'c++')

    Notes
    -----
    Porter, M. F. (2001), Snowball: a language for stemming algorithms. One implementation only:
    another differs on 39 of 35,696 English words, and a plan must not depend on what is installed.
    """
    if language not in SNOWBALL:
        raise bad_choice("language", language, sorted(SNOWBALL), caller="stem_word")
    if not word.isalpha():
        return word
    return _stemmer(language).stem(word) or word
