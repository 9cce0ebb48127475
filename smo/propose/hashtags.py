"""Hashtags of a topic: words and phrases people repeat, whole and peculiar to the topic."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smo.text.learn import learn_rules
from smo.text.lemma import STEMS
from smo.text.normal import clean, normal_forms, stop_word, tokens
from smo.text.personal import without_personal
from smo.text.stopwords import FUNCTION_WORDS

MOST = 5
LONGEST = 3  # words of a tag
TOGETHER = 0.75  # of the keywords with the rarer part of a phrase, those with the phrase
WITHIN = 0.75  # beyond, a term is hardly found outside two longer phrases
LEAST_KEYWORDS, LEAST_DEMAND = 0.08, 0.25  # share of the topic's keywords, or of its demand
GENERIC, GENERIC_LEAST = 0.25, 4  # a word of so many topics names none of them

_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_NO_WORD = re.compile(r"[\W_]+")
_NUMBER = "0"
_PREPOSITIONS = """
across against along amid among around behind below beneath beside besides beyond despite except
inside like minus near nearby off onto opposite out outside per plus since toward towards unlike
versus via vs within without no not
близ вблизи вдоль вместо вне внутри возле вокруг впереди вроде перед после поперек позади помимо
посреди прежде против путем ради рядом сверх сзади сквозь следом снаружи согласно спустя среди
через кроме мимо напротив насчет около изза изпод нет не без
"""
_ADDED = """
basics best better buy buying cheap cheapest compare deal deals delivery discount easy explained
fast free good guide meaning online order pdf price prices quick review reviews sale shop store
tips tutorial video videos work works worth
бесплатно быстро видео дешево дешевый дешевые доставка заказ заказать интернет каталог купить
лучшие лучший магазин недорого онлайн отзывы правильно продажа рейтинг скидка скидки советы
стоимость схема топ фото цена цены
"""
GRAMMAR = frozenset(_PREPOSITIONS.split()) | FUNCTION_WORDS["en"] | FUNCTION_WORDS["ru"]
"""Words after which a phrase tells a circumstance: for beginners, at home."""
NO_TAG = frozenset(_ADDED.split()) | GRAMMAR
"""Words that stand in no hashtag: grammar, and what people add to any search."""

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The words of all topics: stem of each word, in how many topics each stem occurs."""

    stems: Mapping[str, str]
    spread: Counter[str]
    n_topics: int


@dataclass(frozen=True)
class Found:
    """Terms of one topic by stems: keywords that hold them, freely or not, and spellings."""

    places: Mapping[Stems, frozenset[int]]
    led: Mapping[Stems, frozenset[int]]
    spellings: Mapping[Stems, Counter[str]]


def lexicon(
    topics: pd.DataFrame, languages: str | tuple[str, ...] = "auto", forms: str = STEMS
) -> Lexicon:
    """Return the words of all topics.

    Parameters
    ----------
    topics : DataFrame
        Topics table: `topic` and `keyword` are used.
    languages : "auto" or tuple of str
        Languages of the keywords, as in the settings.
    forms : {"stems", "lemmas"}
        How forms of one word are known, as in the settings.

    Returns
    -------
    Lexicon
    """
    held = {
        topic: {word for text in texts.unique() for word in _words(text)}
        for topic, texts in topics.groupby("topic")["keyword"]
    }
    every = sorted(set().union(*held.values()))
    rules = learn_rules(topics["keyword"], languages, forms)
    stems = dict(zip(every, normal_forms(every, rules), strict=True))
    spread = Counter(stem for words in held.values() for stem in {stems[word] for word in words})
    return Lexicon(stems=stems, spread=spread, n_topics=len(held))


def hashtags(
    label: str, texts: Sequence[str], demand: Sequence[float], words: Lexicon
) -> list[str]:
    """Return the tags of a topic, its label first where that is a short repeated phrase.

    A tag is a word or phrase that two or more keywords of the topic hold, or one with a good
    part of the demand. It holds no grammar, no number, no word people add to any search and none
    of very many topics; its words mostly stand together, and not after a preposition; and it is
    no part of a longer repeated phrase.

    Parameters
    ----------
    label : str
        Name of the topic.
    texts : sequence of str
        Keywords of the topic.
    demand : sequence of float
        Demand of each keyword.
    words : Lexicon
        Words of all topics.

    Returns
    -------
    list of str
        At most `MOST`, those that share a word with the label first, then by keywords that hold
        them x log(topics / topics with the word), a phrase half as much again. A single word
        beside them only where the label has it.
    """
    found = _find(texts, words)
    weight = np.asarray(demand, dtype=float)
    named = tuple(_stem(word, words) for word in _words(label))
    strong = {key for key, places in found.places.items() if _is_strong(places, weight)}
    chosen = [named] if named in strong and _names_a_thing(label, named, words) else []
    terms = [key for key in strong if _is_tag(key, words, found) and not _is_part(key, found)]
    head = set(named) if len(named) <= LONGEST else set()
    telling = [key for key in terms if len(key) > 1 or set(key) <= head]
    chosen += sorted(
        telling or ([] if chosen else terms),
        key=lambda key: (not set(key) & head, -_value(key, words, found), key),
    )
    tags: dict[Stems, str] = {}
    for key in chosen:
        spelled = label if key == named else _spelling(found.spellings[key])
        tags.setdefault(tuple(sorted(key)), f"#{''.join(_words(spelled))}")
    return list(dict.fromkeys(tags.values()))[:MOST]


def _words(text: str) -> list[str]:
    """Return the words as spelled; empty where pieces stand for a word (no spaces, signs).

    An e-mail address or phone number counts as one number, so that no tag is made of it.
    """
    text = without_personal(text, instead=f" {_NUMBER} ")
    spelled = _NO_WORD.sub(" ", clean(text).translate(_APOSTROPHES)).split()
    whole = set(tokens(text.translate(_APOSTROPHES)))
    return [word if word in whole else "" for word in spelled]


def _stem(word: str, words: Lexicon) -> str:
    return _NUMBER if word.isdigit() else words.stems.get(word, word)


def _find(texts: Sequence[str], words: Lexicon) -> Found:
    places: defaultdict[Stems, set[int]] = defaultdict(set)
    led: defaultdict[Stems, set[int]] = defaultdict(set)
    spellings: defaultdict[Stems, Counter[str]] = defaultdict(Counter)
    for place, text in enumerate(texts):
        line = _words(text)
        for length in range(1, LONGEST + 2):
            for start in range(len(line) - length + 1):
                term = line[start : start + length]
                if not all(term) or _is_grammar(term[0]) or _is_grammar(term[-1]):
                    continue
                key = tuple(_stem(word, words) for word in term)
                places[key].add(place)
                if start and line[start - 1] in GRAMMAR:
                    led[key].add(place)
                spellings[key][" ".join(term)] += 1
    return Found(_frozen(places), _frozen(led), spellings)


def _frozen(places: Mapping[Stems, set[int]]) -> defaultdict[Stems, frozenset[int]]:
    return defaultdict(frozenset, {key: frozenset(held) for key, held in places.items()})


def _is_grammar(word: str) -> bool:
    return word in NO_TAG or stop_word(word)


def _is_strong(
    places: frozenset[int], weight: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> bool:
    if len(places) >= max(2.0, LEAST_KEYWORDS * weight.size):
        return True
    total = float(weight.sum())
    share = weight[sorted(places)].sum() / total if total > 0 else len(places) / weight.size
    return bool(share >= LEAST_DEMAND)


def _names_a_thing(label: str, named: Stems, words: Lexicon) -> bool:
    spelled = _words(label)
    if not 0 < len(spelled) <= LONGEST or not all(spelled) or _NUMBER in named:
        return False
    ends = (spelled[0], spelled[-1])
    return not any(_is_grammar(word) for word in ends) and not _is_generic(named[-1], words)


def _is_tag(key: Stems, words: Lexicon, found: Found) -> bool:
    spelled = [word for text in found.spellings[key] for word in text.split()]
    if len(key) > LONGEST or _NUMBER in key or any(map(_is_grammar, spelled)):
        return False
    if any(_is_generic(stem, words) for stem in key) or len("".join(key)) < 2:
        return False
    if len(found.led[key]) >= WITHIN * len(found.places[key]):
        return False
    return len(found.places[key]) >= TOGETHER * min(
        len(found.places[part]) for part in _parts(key, len(key) - 1 or 1)
    )


def _is_generic(stem: str, words: Lexicon) -> bool:
    return words.spread[stem] > max(GENERIC_LEAST, GENERIC * words.n_topics)


def _parts(key: Stems, length: int) -> Iterable[Stems]:
    return (key[start : start + length] for start in range(len(key) - length + 1))


def _is_part(key: Stems, found: Found) -> bool:
    """Tell whether two longer repeated phrases hold about all that holds the term."""
    own = found.places[key]
    longer = [
        held
        for phrase, held in found.places.items()
        if len(phrase) > len(key)
        and len(held) >= min(2, len(own))
        and key in _parts(phrase, len(key))
    ]
    first = max(longer, key=len, default=frozenset())
    second = max(longer, key=lambda held: len(held | first), default=frozenset())
    return len(first | second) >= WITHIN * len(own)


def _value(key: Stems, words: Lexicon, found: Found) -> float:
    rarest = min(words.spread[stem] or 1 for stem in key)
    value = len(found.places[key]) * (1.5 if len(key) > 1 else 1.0)
    return round(value * float(np.log1p(words.n_topics / rarest)), 9)


def _spelling(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda text: (-spellings[text], len(text), text))
