"""The normal form of a text: equal normal form, equal topic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from smo.text.lemma import LANGUAGE, LEMMAS, lemma
from smo.text.rules import BY_SCRIPT, WordRules
from smo.text.stem import SNOWBALL, singular, stem_word
from smo.text.stopwords import DEMAND_WORDS, FUNCTION_WORDS, STOP_WORDS

# zero width, joiners, direction marks, soft hyphen, variation selectors
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
_LOOSE_DOT = "\u0307"  # what case folding leaves of a Turkish capital İ
_SPACE = re.compile(r"\s+")
# marks that belong to a letter but are no letters to `re`: Latin, Arabic, Hebrew, Indic, Thai
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c2\u05c4-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
_TOKEN = re.compile(rf"[\w{_MARKS}]+[+#]*")
_ASCII_TOKEN = re.compile(r"[a-z0-9]+[+#]*")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|(?:d|n|s)?[ae]ll|un)['’ʼ](?=\w{3})")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
# scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Han
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
_HANGUL = re.compile("[\uac00-\ud7a3]+")

# accents that people leave out when they type; ñ, ä, ö, ü and å are letters of their own
_ACCENTED = "àáâãèéêëìíîïòóôõùúûýçœæ"
_PLAIN = ("a",) * 4 + ("e",) * 4 + ("i",) * 4 + ("o",) * 4 + ("u",) * 3 + ("y", "c", "oe", "ae")
_UNACCENTED = str.maketrans(dict(zip(_ACCENTED, _PLAIN, strict=True)))

_REMEMBERED = 1 << 17  # words; a million distinct keywords hold about this many
_ALL_STOP_WORDS = frozenset[str]().union(*STOP_WORDS.values())
_SETTLED = frozenset({"en", "ru"})  # languages whose stop words are all among those of any list


def clean(text: str) -> str:
    """Return the text with differences taken out that no searcher means.

    NFKC, case folded, ё as е, invisible characters out, white space folded to one space.

    Examples
    --------
    >>> clean("  Ёлка  ＳＨＯＰ ")
    'елка shop'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
        text = unicodedata.normalize("NFKC", text).replace(_LOOSE_DOT, "").replace("ё", "е")
    return _SPACE.sub(" ", text.casefold()).strip()


def tokens(text: str) -> list[str]:
    """Return the words of a text, cleaned, in order.

    Letters and digits, with trailing ``+`` or ``#`` ("c++", "c#"). An apostrophe inside a word
    is dropped ("men's" is "mens"), a French or Italian elision is split off ("l'avocat"). Runs of
    scripts without spaces (Chinese, Japanese, Thai) become overlapping pairs of characters, so
    that texts which share a word share a token.

    Examples
    --------
    >>> tokens("Men's C++ books, 2nd_hand")
    ['mens', 'c++', 'books', '2nd', 'hand']
    >>> tokens("iphone手机壳")
    ['iphone', '手机', '机壳']
    """
    if text.isascii():  # what cleaning would change is between words
        text = text.lower().replace("_", " ")
        if "'" in text:
            text = _APOSTROPHE.sub("", _ELISION.sub(" ", text))
        return _ASCII_TOKEN.findall(text)
    text = clean(text).replace("_", " ")
    if "'" in text or "’" in text or "ʼ" in text:
        text = _APOSTROPHE.sub("", _ELISION.sub(" ", text))
    words = _TOKEN.findall(text)
    if not _UNSPACED_CHARACTER.search(text):
        return words
    return [piece for word in words for piece in _split_unspaced(word)]


def _split_unspaced(word: str) -> list[str]:
    """Return the pieces of a word: character pairs for runs of a script without spaces."""
    pieces: list[str] = []
    for run in _UNSPACED_RUN.findall(word):
        if len(run) > 2 and _UNSPACED_CHARACTER.match(run):
            pieces.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            pieces.append(run)
    return pieces


def normal_form(text: str, rules: WordRules = BY_SCRIPT) -> str:
    """Return the normal form of a text: its stems without stop words, order kept.

    Accents that people leave out when they type count for nothing ("notaría" is "notaria").
    A Korean word becomes its pairs of syllables, since particles are written on to it and spaces
    are left out; a compound of words of the list becomes those. Stop words stay where nothing else
    is left ("how to", "who is"); a text without any word (an emoji) is its own normal form.

    Examples
    --------
    >>> normal_form("The running shoes for women")
    'run shoe women'
    >>> normal_form("how to"), normal_form("купить обувь в Москве")
    ('how to', 'куп обув москв')
    >>> normal_form("die schnellen Schuhe", WordRules({"latin": "de"}))
    'schnell schuh'
    """
    return normal_forms([text], rules)[0]


def normal_forms(texts: Sequence[str], rules: WordRules = BY_SCRIPT) -> list[str]:
    """Return the normal form of each text; each distinct word is looked up once.

    Parameters
    ----------
    texts : sequence of str
        Any texts.
    rules : WordRules
        Languages of the words; the same for all texts that are to be compared.

    Examples
    --------
    >>> normal_forms(["red shoes", "Red shoe!"])
    ['red shoe', 'red shoe']
    """
    stems, whole = _stems(rules), _all_stems(rules)
    return [_join(text, stems.__getitem__, whole.__getitem__) for text in texts]


def word_stems(texts: Sequence[str], rules: WordRules = BY_SCRIPT) -> list[list[str]]:
    """Return the stems of every word of each text, stop words too, in order.

    Examples
    --------
    >>> word_stems(["How to tie ropes"])
    [['how', 'to', 'tie', 'rope']]
    """
    stems = _all_stems(rules)
    return [[stem for word in tokens(text) for stem in stems[word].split()] for text in texts]


def stop_word(word: str, language: str = "en") -> bool:
    """Tell whether a clean word is left out of normal forms.

    What is grammar in any of our languages and means nothing in English is; of the words that
    an English searcher means ("die", "la"), those that are grammar in the word's language are.

    Examples
    --------
    >>> stop_word("the"), stop_word("buy")
    (True, False)
    >>> stop_word("la"), stop_word("la", "es")
    (False, True)
    """
    if word in _ALL_STOP_WORDS:
        return True
    return language not in _SETTLED and word in _grammar(language)


@cache
def _grammar(language: str) -> frozenset[str]:
    return FUNCTION_WORDS.get(language, frozenset[str]()) - DEMAND_WORDS


def content_stems(words: Iterable[str], rules: WordRules = BY_SCRIPT) -> list[str]:
    """Return the stems of each word as normal forms hold them, empty for a stop word.

    Examples
    --------
    >>> content_stems(["the", "T-shirts", "!"])
    ['', 't shirt', '']
    """
    stems = _stems(rules)
    return [" ".join(filter(None, map(stems.__getitem__, tokens(word)))) for word in words]


def unspaced(text: str) -> bool:
    """Tell whether a text has letters of a script that is written without spaces.

    Examples
    --------
    >>> unspaced("手机壳"), unspaced("phone")
    (True, False)
    """
    return not text.isascii() and _UNSPACED_CHARACTER.search(text) is not None


class _AllStems(dict[str, str]):
    """Stem of any word; computed on first sight, kept while it is one of so many."""

    def __init__(self, rules: WordRules) -> None:
        super().__init__()
        self.rules = rules

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        stem = self[word] = self.stem(word)
        return stem

    def stem(self, word: str) -> str:
        plain = plain_word(word)
        if len(plain) > 2 and _HANGUL.fullmatch(plain):
            return " ".join(plain[i : i + 2] for i in range(len(plain) - 1))
        parts = self.rules.compounds.get(plain, (plain,))
        return " ".join(self._one(part) for part in parts)

    def _one(self, plain: str) -> str:
        language = self.rules.language(plain)
        if language == LANGUAGE and self.rules.forms == LEMMAS:
            plain = lemma(plain)
        return stem_word(singular(plain, language), language) if language in SNOWBALL else plain


class _Stems(_AllStems):
    """Stem of a word, empty for a stop word."""

    def stem(self, word: str) -> str:
        language = self.rules.language(plain_word(word))
        return "" if stop_word(word, language) else super().stem(word)


# One analysis asks for the stems of the same words a dozen times, under one or two rules.
@lru_cache(maxsize=4)
def _all_stems(rules: WordRules) -> _AllStems:
    return _AllStems(rules)


@lru_cache(maxsize=4)
def _stems(rules: WordRules) -> _Stems:
    return _Stems(rules)


def plain_word(word: str) -> str:
    """Return a clean word without the accents that people leave out.

    Examples
    --------
    >>> plain_word("notaría"), plain_word("año")
    ('notaria', 'año')
    """
    return word if word.isascii() else word.translate(_UNACCENTED)


def _join(text: str, stem_of: Callable[[str], str], any_stem_of: Callable[[str], str]) -> str:
    words = tokens(text)
    return (
        " ".join(filter(None, map(stem_of, words)))
        or " ".join(map(any_stem_of, words))
        or clean(text)
    )
