"""What a topic's vocabulary is: goods people buy and crafts people learn, in two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """English goods: heads in singular and plural, kinds before them, tails after them."""

    name: str
    heads: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    tails: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Craft:
    """An English craft: nouns with words `about` them, actions in the infinitive with tails."""

    name: str
    nouns: tuple[str, ...]
    actions: tuple[str, ...]
    tails: tuple[str, ...]
    questions: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoodsRu:
    """Russian goods: heads in nominative and accusative, `many` and `of_many` in the plural."""

    name: str
    heads: tuple[tuple[str, str], ...]
    many: str
    of_many: str
    tails: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CraftRu:
    """A Russian craft: nouns with words `about` them, actions in the infinitive with tails."""

    name: str
    nouns: tuple[str, ...]
    actions: tuple[str, ...]
    tails: tuple[str, ...]
    questions: tuple[str, ...]
    about: tuple[str, ...]


Vocabulary = Goods | Craft | GoodsRu | CraftRu


def words(text: str) -> tuple[str, ...]:
    """Return the phrases of a list written with semicolons.

    Examples
    --------
    >>> words("dome; family")
    ('dome', 'family')
    """
    return tuple(part.strip() for part in text.split(";") if part.strip())


def forms(text: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of forms, written `tent/tents; tarp/tarps`; one form stands for both.

    Examples
    --------
    >>> forms("tent/tents; hiking boots")
    (('tent', 'tents'), ('hiking boots', 'hiking boots'))
    """
    pairs = (part.partition("/") for part in words(text))
    return tuple((first, second or first) for first, _, second in pairs)
