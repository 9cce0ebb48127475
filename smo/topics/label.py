"""Names for topics and pillars: words that people typed, never a stem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smo.text.personal import mask_personal

_CANDIDATES = 50  # most demanded normal forms of a group that may name it
_LONG = 6  # words from which a name is too long for a heading
_LONG_WEIGHT = 0.2
_OPERATOR_WEIGHT = 0.05
_LONELY_WEIGHT = 0.5  # of a name with a word that no other form has: misspelled, mostly
_OPERATOR = re.compile(
    r"\b(?:site|inurl|intitle|filetype|related|https?):|//|www\.| -\w|[|\"“”«»*]"
)
_WRAPPING = " \t\n•·\"'“”«»[]()+.,;:!-–—"


@dataclass(frozen=True, order=True)
class Surface:
    """A keyword as people typed it, with its normal form and its demand (impressions or volume)."""

    text: str
    normal: str
    demand: float


def choose_name(surfaces: Iterable[Surface]) -> str:
    """Return the name of a group of keywords: a typed one that speaks for the group.

    Demanded itself, its words found in much of the group's demand and in other keywords, short
    enough to be read, no search operator. Among spellings of the same words, the most demanded.

    Parameters
    ----------
    surfaces : iterable of Surface
        The group's keywords; at least one.

    Returns
    -------
    str
        One of the texts, outer quotes and brackets taken off.

    Examples
    --------
    >>> choose_name(
    ...     [
    ...         Surface("cheap running shoes for women", "cheap run shoe women", 50.0),
    ...         Surface("running shoes", "run shoe", 40.0),
    ...         Surface("Running Shoes", "run shoe", 4.0),
    ...     ]
    ... )
    'running shoes'
    """
    listed = sorted(surfaces)
    demand: dict[str, float] = {}
    for surface in listed:
        demand[surface.normal] = demand.get(surface.normal, 0.0) + surface.demand
    floor = _floor(demand.values())
    weights = {normal: value + floor for normal, value in demand.items()}
    words = {normal: frozenset(normal.split()) or {""} for normal in weights}
    candidates = sorted(weights, key=lambda normal: (-weights[normal], normal))[:_CANDIDATES]
    spellings = {normal: _spelling(listed, normal) for normal in candidates}
    forms = Counter(word for own in words.values() for word in own)

    def merit(normal: str) -> float:
        own = words[normal]
        shared = sum(w * len(own & words[other]) for other, w in weights.items()) / len(own)
        lonely = len(own) > 1 and any(forms[word] == 1 for word in own)
        value = weights[normal] ** 0.5 * shared * _readable(spellings[normal])
        value *= _LONELY_WEIGHT if lonely else 1.0
        return float(f"{value:.9g}")  # sums of split rows differ in the last digits

    best = min(candidates, key=lambda normal: (-merit(normal), len(normal), normal))
    return tidy(spellings[best])


def tidy(text: str) -> str:
    """Return a typed text without outer quotes, brackets and doubled spaces.

    The plus of a phone number stays: by it a report knows to mask the number.

    Examples
    --------
    >>> tidy('[running  shoes]'), tidy("c++"), tidy("?"), tidy("+shoes")
    ('running shoes', 'c++', '?', 'shoes')
    >>> tidy("+7 916 1234567")
    '+7 916 1234567'
    """
    folded = " ".join(text.split())
    stripped = folded.lstrip(_WRAPPING).rstrip(_WRAPPING.replace("+", "").replace("!", ""))
    lost = folded[: len(folded) - len(folded.lstrip(_WRAPPING))]
    if "+" in lost and mask_personal(f"+{stripped}") != f"+{mask_personal(stripped)}":
        return f"+{stripped}"
    return stripped or folded


def _floor(values: Iterable[float]) -> float:
    """Return what an uncounted keyword weighs: little beside the counted, one where none is."""
    total = sum(values)
    return 1.0 if total == 0 else 1e-6 * total


def _spelling(surfaces: Sequence[Surface], normal: str) -> str:
    alike = [surface for surface in surfaces if surface.normal == normal]
    return min(alike, key=lambda s: (-s.demand, len(s.text), s.text)).text


def _readable(text: str) -> float:
    weight = 1.0 if len(text.split()) <= _LONG else _LONG_WEIGHT
    return weight * (_OPERATOR_WEIGHT if _OPERATOR.search(text) else 1.0)
