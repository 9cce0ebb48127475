"""Whether a text is made of words: what tells right guesses of a legacy encoding from wrong."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Runs of letters, and of what wrong encodings put among them: any other sign beyond ASCII but
# those that stand between words.
_WORD = re.compile(r"(?:[^\W\d_]|[^\x00-\x7f\s\u2019\u2013\u2014])+")
_AROUND = "«»“”„‘…·•№®™°€£§¿¡"
# One or two letters may be a word in any script.
SHORTEST = 3
# Of real words in Latin letters some bear no mark ("łódź" has three of four); wrong ones all do.
MOST_MARKED = 0.75
# What a word all in capitals, or a Greek one without an accent, counts: more than none.
UNUSUAL = 0.9
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "HANGUL")
_FINAL = frozenset("ςךםןףץةى")  # at the end of a word alone
_VOWELS = frozenset("аеёиоуыэюяіїєў")
# Letters that stand where Turkish has its own: of Icelandic, never without these others; of
# Romanian and Croatian, never with those two.
_ICELANDIC, _WITH_THEM = frozenset("ðþýÐÞÝ"), frozenset("áéíóúæÁÉÍÓÚÆ")
_BALKAN, _WITHOUT_THEM = frozenset("ţđŢĐ"), frozenset("üöÜÖ")
_ACCENTS = frozenset("άέήίόύώΐΰϊϋ")


def word_share(text: str) -> float:
    """Return the share of the words with letters beyond ASCII that are words of one script.

    A word is none when it mixes scripts, holds signs, has a capital after a small letter, a final
    letter in its midst, or hardly a Latin letter without a mark.

    Examples
    --------
    >>> word_share("παπούτσια"), word_share("đáđďýôóéá"), word_share("купить ęóďčňü")
    (1.0, 0.0, 0.5)
    """
    runs = (run.strip(_AROUND) for run in _WORD.findall(text) if not run.isascii())
    words = [word for word in runs if len(word) >= SHORTEST and not word.isascii()]
    if not words:
        return 1.0
    letters = frozenset(text)
    odd = _BALKAN if letters & _WITHOUT_THEM else frozenset()
    odd |= frozenset() if letters & _WITH_THEM else _ICELANDIC
    return sum(_worth(word, odd) for word in words) / len(words)


@lru_cache(maxsize=50_000)
def _worth(word: str, odd: frozenset[str]) -> float:
    """Return 1 for a word, 0 for none; `odd` are letters that the text's language has not."""
    low = word.lower()
    scripts = {_script(letter) for letter in word}
    capitals = word != low and word == word.upper()
    # A capital after a small letter, as other code pages give it for letters with accents.
    if not word.isalpha() or len(scripts) != 1 or not (word[1:] == low[1:] or capitals):
        return 0.0
    if scripts == {"LATIN"}:
        marked = sum(letter > "\u007f" for letter in word) / len(word)
        return 0.0 if marked > MOST_MARKED or odd & set(word) else _one(unusual=capitals)
    # Letters at a place where their language has them not: what Hebrew gives in other code pages.
    if _FINAL & set(word[:-1]) or word[-1] == "σ" or word[0] == "ΰ":
        return 0.0
    if any(b == "й" and a not in _VOWELS for a, b in pairwise(low)):
        return 0.0
    # One code page's small letters are the capitals of another.
    return _one(unusual=capitals or (scripts == {"GREEK"} and not _ACCENTS & set(low)))


def _one(*, unusual: bool) -> float:
    return UNUSUAL if unusual else 1.0


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((script for script in SCRIPTS if name.startswith(script)), "HAN")
