"""Names of pillars: what most of their topics share, else the most demanded of them together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from smo.topics.label import tidy
from smo.topics.merit import Typed
from smo.topics.vectorize import Ints

_HELD = 1 / 3  # share of a topic's keywords from which it holds their word
_JOINED = 3  # topics that a pillar without a word of its own is named after
_LENGTH = 60  # letters of a heading, from which two must do
JOIN = " + "


@dataclass(frozen=True)
class _Topic:
    name: str
    demand: float
    stems: frozenset[int]


def name_pillars(
    typed: Typed, topics: Ints, pillars: Ints, names: Sequence[str], offered: Sequence[str]
) -> list[str]:
    """Return the name of each keyword's pillar, no two alike.

    A topic alone gives its name. Else the name offered, where most of the pillar's topics hold
    each of its words, and twice as often as the other topics; else the most demanded keyword of
    nothing but such words; else the names of its two or three most demanded topics, joined by a
    plus.

    Parameters
    ----------
    typed : Typed
        Keywords.
    topics, pillars : array of int, shape (n,)
        Topic and pillar of each.
    names, offered : sequence of str, length n
        Name of each one's topic; name of its pillar by its keywords, as `choose_names` gives it.

    Returns
    -------
    list of str, length n

    Examples
    --------
    >>> from smo.topics.merit import as_typed
    >>> texts = ["coffee beans", "kitchen scales", "red rope", "rope", "long rope"]
    >>> typed = as_typed(texts, texts, [9.0, 5.0, 4.0, 3.0, 2.0])
    >>> topics, pillars = np.arange(5), np.array([0, 0, 1, 1, 1])
    >>> offered = ["coffee beans"] * 2 + ["red rope"] * 3
    >>> name_pillars(typed, topics, pillars, texts, offered)
    ['coffee beans + kitchen scales', 'coffee beans + kitchen scales', 'rope', 'rope', 'rope']
    """
    held = _topics(typed, topics, names)
    members: dict[int, set[int]] = {}
    for pillar, topic in zip(pillars.tolist(), topics.tolist(), strict=True):
        members.setdefault(pillar, set()).add(topic)
    first = dict(zip(reversed(pillars.tolist()), reversed(offered), strict=True))
    own = {
        pillar: sorted((held[topic] for topic in inside), key=lambda one: (-one.demand, one.name))
        for pillar, inside in members.items()
    }
    # a topic alone has but one name: it comes before those that can take another
    demand = {pillar: sum(topic.demand for topic in inside) for pillar, inside in own.items()}
    order = sorted(own, key=lambda one: (len(own[one]) > 1, -demand[one], own[one][0].name))
    counts = Counter(stem for topic in held.values() for stem in topic.stems)
    told: dict[int, str] = {}
    taken: set[str] = set()
    for pillar in order:
        rows = np.flatnonzero(pillars == pillar)
        shared = _shared(own[pillar], counts, len(held))
        offers = _offers(typed, rows, own[pillar], first[pillar], shared)
        told[pillar] = next(name for name in offers if name.casefold() not in taken)
        taken.add(told[pillar].casefold())
    return [told[pillar] for pillar in pillars.tolist()]


def _topics(typed: Typed, topics: Ints, names: Sequence[str]) -> dict[int, _Topic]:
    """Return each topic with its demand and the stems of a third of its forms or of its name."""
    found: dict[int, _Topic] = {}
    order = np.argsort(topics, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(topics[order])) + 1):
        forms = np.unique(typed.normal[rows])
        counts = np.asarray((typed.words[forms] > 0).sum(axis=0)).ravel()
        stems = set(np.flatnonzero(counts >= _HELD * len(forms)).tolist())
        name = names[int(rows[0])]
        stems |= _stems(typed, name)
        demand = round(float(typed.demand[rows].sum()), 6)
        found[int(topics[rows[0]])] = _Topic(name, demand, frozenset(stems))
    return found


def _stems(typed: Typed, text: str) -> set[int]:
    """Return the stems of a keyword; none of a text that is no keyword."""
    row = typed.places.get(text.casefold())
    return set() if row is None else set(typed.words[typed.normal[row]].indices.tolist())


def _offers(
    typed: Typed, rows: Ints, own: Sequence[_Topic], offered: str, shared: set[int]
) -> Iterator[str]:
    """Yield what a pillar may be named, best first."""
    if len(own) > 1:
        stems = _stems(typed, offered)
        if stems and stems <= shared:
            yield offered
        yield from _of_shared(typed, rows, shared)
    names = [topic.name for topic in own]
    long = len(JOIN.join(names[:_JOINED])) > _LENGTH
    for most in range(2 if long else _JOINED, len(own) + 1):
        yield JOIN.join(names[:most])
    yield JOIN.join(names)


def _shared(own: Sequence[_Topic], counts: Counter[int], n: int) -> set[int]:
    """Return the stems that most of these topics hold, and twice as often as the other topics."""
    inside = Counter(stem for topic in own for stem in topic.stems)
    others = max(n - len(own), 1)
    return {
        stem
        for stem, found in inside.items()
        if 2 * found > len(own) and found / len(own) >= 2 * (counts[stem] - found) / others
    }


def _of_shared(typed: Typed, rows: Ints, shared: set[int]) -> list[str]:
    """Return the keywords of nothing but shared words, those with most demand first."""
    alien = np.ones(typed.words.shape[1])
    alien[sorted(shared)] = 0.0
    pure = np.asarray(typed.words @ alien)[typed.normal[rows]] == 0
    if 2 * typed.demand[rows][typed.negated[rows]].sum() >= typed.demand[rows].sum() > 0:
        pure &= typed.negated[rows]
    demand: defaultdict[str, float] = defaultdict(float)
    for row in rows[pure].tolist():
        demand[tidy(typed.texts[row])] += float(typed.demand[row])
    return sorted(demand, key=lambda text: (-round(demand[text], 6), len(text), text))
