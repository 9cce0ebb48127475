"""Russian words in Latin letters, as addresses spell them: every usual scheme meets in one form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from smo.text.normal import normal_forms, tokens
from smo.text.rules import WordRules

LEAST_FOLDED = 4
"""Letters a folded stem must have: shorter ones meet words of other languages by chance."""

_SPELLED = """
    а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h
    ц c ч ch ш sh щ sch ы y э e ю yu я ya і i ї i є e ґ g ў u
"""
_LETTERS = _SPELLED.split()
_CYRILLIC = {**dict(zip(_LETTERS[::2], _LETTERS[1::2], strict=True)), "ъ": "", "ь": ""}
_TO_LATIN = str.maketrans(_CYRILLIC)
_MARKED = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ŝ": "sch", "ë": "e", "è": "e", "û": "u", "â": "ya"}
)
# What schemes write differently, longest first; a capital stands for one sound.
_SOUNDS = (
    (r"s(?:hch|ch|hh|h)", "S"),
    (r"t?ch", "C"),
    (r"zh", "Z"),
    (r"kh", "h"),
    (r"t[sc]|cz", "c"),
    (r"w", "v"),
    (r"[yj]", "i"),
    (r"i+", "i"),
    (r"i[eo]", "e"),
    (r"iu", "u"),
    (r"(.)\1+", r"\1"),
)
_RULES = tuple((re.compile(pattern), sound) for pattern, sound in _SOUNDS)
# Letters that stand for different sounds in different schemes: each reading is tried.
_READINGS = {"j": ("y", "zh"), "x": ("h", "ks")}
_CYRILLIC_WORD = re.compile("[а-яёіїєґў]+")
_LATIN_WORD = re.compile("[a-zšžčŝëèûâ]+")
_TYPED_ENDINGS = """
    а я у ю е и ы о ой ей ом ем ов ев ам ям ами ями ах ях ия ии ию ие ием ий ый ая яя ое ее ые
    его ого ему ому им ым ими ыми их ых ую юю ью ть ка ки ку кой ок
"""


def folded(word: str) -> tuple[str, ...]:
    """Return the forms in which a Russian word and its spellings in Latin letters meet.

    The schemes of passports, of GOST 7.79 and ISO 9, of search engines and of shops differ in й (y,
    j, i), х (h, kh, x), ц (c, ts, tc), щ (shch, sch, shh), ж (zh, j), ю (yu, ju, iu, u), я (ya, ja,
    ia), ы (y, i), ё (yo, jo, e), э (e) and in signs, which are left out. Doubled letters count
    once. A letter that schemes use for two sounds gives two forms.

    Parameters
    ----------
    word : str
        One word, in either script; other letters and digits stay.

    Examples
    --------
    >>> folded("ремонт"), folded("щётки"), folded("shchyotki"), folded("schetki")
    (('remont',), ('Setki',), ('Setki',), ('Setki',))
    >>> folded("jaluzi"), folded("жалюзи")
    (('Zaluzi', 'ialuzi'), ('Zaluzi',))
    """
    latin = word.casefold().translate(_TO_LATIN).translate(_MARKED).replace("'", "")
    ambiguous = sorted(set(latin) & set(_READINGS))
    # One reading for all of a letter: an address follows one scheme.
    readings = product(*(_READINGS[letter] for letter in ambiguous))
    tables = (str.maketrans(dict(zip(ambiguous, chosen, strict=True))) for chosen in readings)
    return tuple(sorted({_fold(latin.translate(table)) for table in tables}))


def _fold(latin: str) -> str:
    for pattern, sound in _RULES:
        latin = pattern.sub(sound, latin)
    return latin


_ENDINGS = frozenset(_fold(word.translate(_TO_LATIN)) for word in _TYPED_ENDINGS.split()) | {""}
_LONGEST = max(map(len, _ENDINGS))


def russian_stems(keywords: Iterable[str], rules: WordRules) -> dict[str, str]:
    """Return the folded Russian words of keywords and their stems, each with a word as typed.

    Parameters
    ----------
    keywords : iterable of str
        Keywords as people type them.
    rules : WordRules
        How words are stemmed.

    Examples
    --------
    >>> from smo.text.rules import BY_SCRIPT
    >>> russian_stems(["ремонт айфонов", "red rope"], BY_SCRIPT)
    {'aifon': 'айфонов', 'aifonov': 'айфонов', 'remont': 'ремонт'}
    """
    seen = {word for text in set(keywords) for word in tokens(text)}
    words = sorted(word for word in seen if _CYRILLIC_WORD.fullmatch(word))
    stems: dict[str, str] = {}
    for spelled in (words, normal_forms(words, rules)):  # the whole word first
        for word, spelling in zip(words, spelled, strict=True):
            for form in folded(spelling):
                if len(form) >= LEAST_FOLDED:
                    stems.setdefault(form, word)
    return dict(sorted(stems.items()))


def in_russian(text: str, stems: dict[str, str]) -> str:
    """Return a text with its Latin words in Cyrillic where they spell a Russian word of `stems`.

    A word is found by its stem and a Russian ending; the longest stem decides. Empty where no word
    is found, since the text then says nothing new.

    Examples
    --------
    >>> in_russian("remont ayfona 15", {"remont": "ремонт", "aifon": "айфонов"})
    'ремонт айфонов 15'
    >>> in_russian("red rope", {"remont": "ремонт"})
    ''
    """
    words = tokens(text)
    found = [_known(word, stems) if _LATIN_WORD.fullmatch(word) else None for word in words]
    if not any(found):
        return ""
    return " ".join(own or word for own, word in zip(found, words, strict=True))


def _known(word: str, stems: dict[str, str]) -> str | None:
    for form in folded(word):
        for cut in range(min(_LONGEST, len(form) - LEAST_FOLDED) + 1):
            end = len(form) - cut
            if form[end:] in _ENDINGS and form[:end] in stems:
                return stems[form[:end]]
    return None
