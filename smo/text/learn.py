"""What a list tells of its own words: their languages, and its compounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from zlib import crc32

from smo.text.language import UNDETERMINED, detect_languages
from smo.text.lemma import STEMS
from smo.text.normal import plain_word, stop_word, tokens
from smo.text.rules import ARABIC, CYRILLIC, LATIN, USUAL, WordRules, script_of

MAX_TEXTS = 50_000
"""Texts a list is judged by: more take seconds and tell the same."""

LEAST_SHARE = 0.1
"""Share of a script's telling texts from which a second language is one of the list.

Of eight labelled English and Russian sets at most 1.5 % of them (Spanish names in news titles)
are told a language the set is not in; of 78,466 queries of American searchers 1.2 %.
"""

COMPOUNDING = frozenset({"da", "de", "fi", "hu", "nl", "no", "sv"})
"""Languages that write a compound as one word."""

_SCRIPTS = {"ru": CYRILLIC, "uk": CYRILLIC, "ar": ARABIC, "fa": ARABIC}
_STEMMED_AS = {"uk": "ru"}  # nearer than none: Snowball has no Ukrainian
_UNSTEMMED = frozenset({"el", "he", "hi", "ja", "ko", "th", "zh", UNDETERMINED})
_SHORTEST_PART = 4  # letters of a part of a compound
_JOINTS = ("", "s", "n", "es", "en", "er")  # what stands between the parts


def learn_rules(
    texts: Iterable[str], languages: str | Iterable[str] = "auto", forms: str = STEMS
) -> WordRules:
    """Return how the words of a list are stemmed.

    A script's usual language is the one most texts tell. Where a second one has its share, a
    word goes with the language of most telling texts that hold it. A list that tells nothing is
    English, Russian or Arabic, by script.

    Parameters
    ----------
    texts : iterable of str
        The list; order and repetition change nothing. Above `MAX_TEXTS` distinct ones a part is
        drawn by their hashes.
    languages : "auto" or iterable of str
        Languages the list may be in. The only one of a script is that of all its words.
    forms : {"stems", "lemmas"}
        Whether Russian words are looked up in a dictionary before they are stemmed.

    Returns
    -------
    WordRules

    Examples
    --------
    >>> rules = learn_rules(["günstige schuhe kaufen", "laufschuhe"])
    >>> rules.language("laufschuhe"), rules.language("обувь")
    ('de', 'ru')
    >>> learn_rules(["chaussures"], ("fr",)).language("chaussures")
    'fr'
    """
    allowed = "auto" if isinstance(languages, str) else tuple(sorted(set(languages)))
    return _learned(frozenset(_drawn(set(texts))), allowed, forms)


# The rooms of one analysis ask for the rules of the same list, each on its own.
@lru_cache(maxsize=2)
def _learned(listed: frozenset[str], allowed: str | tuple[str, ...], forms: str) -> WordRules:
    told = detect_languages(list(listed), allowed)
    mixes = _mixes(Counter(told), allowed)
    rules = WordRules(
        usual={**USUAL, **{script: mix[0] for script, mix in mixes.items() if mix}},
        words=_words(listed, told, mixes) if any(len(mix) > 1 for mix in mixes.values()) else {},
        forms=forms,
    )
    if COMPOUNDING.isdisjoint([*rules.usual.values(), *rules.words.values()]):
        return rules
    return replace(rules, compounds=_compounds(listed, rules))


def _drawn(texts: set[str]) -> list[str]:
    step = -(-len(texts) // MAX_TEXTS)
    if step <= 1:
        return list(texts)
    return [text for text in texts if crc32(text.encode("utf-8", "replace")) % step == 0]


def _mixes(told: Mapping[str, int], allowed: str | tuple[str, ...]) -> dict[str, list[str]]:
    """Return the languages of each script that the list is in, the usual one first."""
    found: dict[str, Counter[str]] = {LATIN: Counter(), CYRILLIC: Counter(), ARABIC: Counter()}
    for language in () if isinstance(allowed, str) else allowed:
        if language not in _UNSTEMMED:
            found[_script(language)][_STEMMED_AS.get(language, language)] += 0
    for language, texts in told.items():
        if language not in _UNSTEMMED:
            found[_script(language)][_STEMMED_AS.get(language, language)] += texts
    least = LEAST_SHARE if isinstance(allowed, str) else 0.0
    return {
        script: [
            language
            for language in sorted(mix, key=lambda name: (-mix[name], name != "en", name))
            if mix[language] >= least * mix.total()
        ]
        for script, mix in found.items()
    }


def _script(language: str) -> str:
    return _SCRIPTS.get(language, LATIN)


def _words(
    texts: Iterable[str], told: Iterable[str], mixes: Mapping[str, list[str]]
) -> dict[str, str]:
    """Return the language of the words that most telling texts give another than the usual."""
    counts: dict[str, Counter[str]] = {}
    for text, language in zip(texts, told, strict=True):
        name = _STEMMED_AS.get(language, language)
        script = _script(name)
        if name in _UNSTEMMED or len(mixes[script]) < 2 or name not in mixes[script]:
            continue
        for word in set(map(plain_word, tokens(text))):
            if script_of(word) == script and word.isalpha():
                counts.setdefault(word, Counter())[name] += 1
    return {
        word: best
        for word, seen in counts.items()
        if (best := _most(seen, mixes[script_of(word)])) != mixes[script_of(word)][0]
    }


def _most(seen: Counter[str], mix: list[str]) -> str:
    return min(seen, key=lambda name: (-seen[name], mix.index(name)))


def _compounds(texts: Iterable[str], rules: WordRules) -> dict[str, tuple[str, ...]]:
    """Return the words that are two other words of the list in one, perhaps with a joint."""
    known = {
        word
        for word in {plain_word(word) for text in texts for word in tokens(text)}
        if word.isalpha() and len(word) >= _SHORTEST_PART and rules.language(word) in COMPOUNDING
    }
    known = {word for word in known if not stop_word(word, rules.language(word))}
    split = {word: parts for word in known if (parts := _parts(word, known))}
    return {word: _smallest(word, split) for word in split}


def _smallest(word: str, split: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if word not in split:
        return (word,)
    return tuple(small for part in split[word] for small in _smallest(part, split))


def _parts(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Return two known words that a word is made of, the last one longest; or nothing."""
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word[start:] in known:
            for joint in _JOINTS:
                first = word[: start - len(joint)] if word[:start].endswith(joint) else ""
                if len(first) >= _SHORTEST_PART and first in known:
                    return first, word[start:]
    return ()
