"""How the words of one list are stemmed: their languages and the compounds, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_LATIN_END = "\u0250"  # letters before are ASCII, Latin-1 and Latin Extended
_ADDED_LATIN = ("\u1e00", "\u1eff")  # Vietnamese and other letters with two marks
_CYRILLIC = ("\u0400", "\u04ff")
_ARABIC = ("\u0600", "\u06ff")

LATIN, CYRILLIC, ARABIC, OTHER = "latin", "cyrillic", "arabic", "other"
USUAL: Mapping[str, str] = {LATIN: "en", CYRILLIC: "ru", ARABIC: "ar", OTHER: "en"}
"""Language of a script's words where a list tells nothing of them."""


@dataclass(frozen=True)
class WordRules:
    """What one analysis knows of its words, so that a word has one stem throughout.

    Parameters
    ----------
    usual : mapping of str to str
        Language of the words of each script.
    words : mapping of str to str
        Language of the words that are in another one than their script's usual.
    compounds : mapping of str to tuple of str
        Words in one that the list also spells apart, by the words they are made of.
    forms : {"stems", "lemmas"}
        Whether Russian words are looked up in a dictionary before they are stemmed.

    Examples
    --------
    >>> WordRules().language("shoes"), WordRules({"latin": "de"}).language("schuhe")
    ('en', 'de')
    """

    usual: Mapping[str, str] = field(default_factory=lambda: USUAL)
    words: Mapping[str, str] = field(default_factory=dict)
    compounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: str = "stems"

    def __hash__(self) -> int:
        """Return a number that equal rules share, so that stems can be kept by their rules."""
        return hash((tuple(sorted(self.usual.items())), len(self.words), len(self.compounds)))

    def language(self, word: str) -> str:
        """Return the two-letter code of the language whose stemmer a word gets."""
        told = self.words.get(word)
        if told is not None:
            return told
        script = script_of(word)
        return self.usual.get(script) or USUAL[script]

    def to_dict(self) -> dict[str, Any]:
        """Return the rules as plain values that JSON can hold."""
        return {
            "usual": dict(self.usual),
            "words": dict(self.words),
            "compounds": {word: list(parts) for word, parts in self.compounds.items()},
            "forms": self.forms,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> WordRules:
        """Return rules from plain values.

        Raises
        ------
        ValueError
            When a value is not what `to_dict` gives.
        """
        compounds = {str(word): tuple(parts) for word, parts in values["compounds"].items()}
        forms = values["forms"]
        told = [*values["usual"].values(), *values["words"].values(), forms]
        parts = [part for listed in compounds.values() for part in listed]
        if not all(isinstance(text, str) for text in [*told, *parts]):
            raise ValueError("rules of words hold something else than texts")
        return cls(dict(values["usual"]), dict(values["words"]), compounds, forms)


BY_SCRIPT = WordRules()
"""Latin words are English, Cyrillic ones Russian: what holds where no list is known."""


def script_of(word: str) -> str:
    """Return the script of a clean word, by its first character.

    Examples
    --------
    >>> script_of("shoes"), script_of("обувь"), script_of("手机")
    ('latin', 'cyrillic', 'other')
    """
    first = word[:1]
    if first < _LATIN_END or _ADDED_LATIN[0] <= first <= _ADDED_LATIN[1]:
        return LATIN
    if _CYRILLIC[0] <= first <= _CYRILLIC[1]:
        return CYRILLIC
    return ARABIC if _ARABIC[0] <= first <= _ARABIC[1] else OTHER
