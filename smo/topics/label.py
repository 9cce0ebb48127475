"""Names for topics and pillars: words that people typed, never a stem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from smo.text.personal import mask_personal
from smo.topics.merit import LONG, Forms, Typed, forms_of
from smo.topics.negation import is_negated
from smo.topics.vectorize import Ints

_CANDIDATES = 50  # normal forms of a group whose spellings are looked at
_OPERATOR_WEIGHT = 0.05
_OPERATOR = re.compile(
    r"\b(?:site|inurl|intitle|filetype|related|https?):|//|www\.| -\w|[|\"“”«»*]"
)
_WRAPPING = " \t\n•·\"'“”«»[]()+.,;:!-–—"


def choose_names(
    typed: Typed,
    topics: Ints,
    *,
    scopes: Ints | None = None,
    terms: Sequence[Sequence[str]] = (),
) -> list[str]:
    """Return the name of each keyword's topic: a typed one that speaks for it and for no other.

    Demanded itself; its words found in much of the topic's demand and hardly in other topics, by
    class-based TF-IDF; in the language of most of the topic's demand; short enough to be read;
    no search operator; with a negation where half of the demand has one; not cut inside words
    that belong together ("google t" of "google t shirt"). Among spellings of the same words, the
    most demanded. Where all keywords are too long for a heading, a term of the topic that they
    hold. No two topics of a scope have one name: the less demanded takes its next best. Time is
    linear in the words.

    Parameters
    ----------
    typed : Typed
        Keywords.
    topics : array of int, shape (n,)
        Topic of each, 0..k-1; equal normal form, equal topic.
    scopes : array of int, shape (n,), optional
        What each topic is named in by itself, from its own keywords there; by default everything.
    terms : sequence of sequence of str, length k, optional
        Terms of each topic, best first.

    Returns
    -------
    list of str, length n
        A text without outer quotes and brackets, or a term.

    Examples
    --------
    >>> from smo.topics.merit import as_typed
    >>> texts = ["cheap running shoes for women", "running shoes", "Running Shoes", "tent"]
    >>> normals = ["cheap run shoe women", "run shoe", "run shoe", "tent"]
    >>> choose_names(as_typed(texts, normals, [50, 40, 4, 9]), np.array([0, 0, 0, 1]))
    ['running shoes', 'running shoes', 'running shoes', 'tent']
    """
    width = int(topics.max()) + 1 if len(topics) else 1
    within = np.zeros(len(topics), np.int64) if scopes is None else scopes
    codes, group = np.unique(within * width + topics, return_inverse=True)
    forms = forms_of(typed, topics, group, len(codes))
    ranked = [_ranked(typed, forms, one) for one in range(len(codes))]
    names: list[str] = [""] * len(codes)
    taken: set[tuple[int, str]] = set()
    for one in np.lexsort((codes, -forms.demand)).tolist():
        scope, topic = divmod(int(codes[one]), width)
        told = terms[topic] if len(terms) else ()
        names[one] = next(
            text
            for text in _offers(ranked[one], told, negated=bool(forms.negated[one]))
            if (scope, text.casefold()) not in taken and _is_free(text, topic, typed, topics)
        )
        taken.add((scope, names[one].casefold()))
    return [names[one] for one in group.tolist()]


def names_inside(
    typed: Typed,
    topics: Ints,
    segments: Ints,
    names: Sequence[str],
    *,
    terms: Sequence[Sequence[str]] = (),
) -> list[str]:
    """Return the name of each keyword's topic inside its segment.

    The topic's own name where there is one segment, and where no keyword that the segment has of
    the topic shares anything with it.

    Parameters
    ----------
    typed : Typed
        Keywords.
    topics, segments : array of int, shape (n,)
        Topic and segment of each, from 0.
    names : sequence of str, length n
        The topics' names as `choose_names` returns them.
    terms : sequence of sequence of str, optional
        Terms of each topic, best first.
    """
    if not segments.any():
        return list(names)
    own = choose_names(typed, topics, scopes=segments, terms=terms)
    part = segments * (int(topics.max()) + 1) + topics
    known = (np.bincount(part, typed.fits) > 0)[part]
    return [one if fits else name for one, name, fits in zip(own, names, known, strict=True)]


def _ranked(typed: Typed, forms: Forms, group: int) -> list[str]:
    """Return spellings of the best forms of a group, best first."""
    low, high = forms.bounds[group : group + 2].tolist()
    place = np.arange(low, high)
    best = place[np.lexsort((place, -forms.merit[low:high]))][:_CANDIDATES].tolist()
    found = []
    for form in best:
        own = forms.rows[forms.starts[form] : forms.starts[form + 1]].tolist()
        if forms.negated[group]:
            own = [row for row in own if typed.negated[row]] or own
        text = _spelling(typed, own)
        merit = forms.merit[form] * (_OPERATOR_WEIGHT if _OPERATOR.search(text) else 1.0)
        found.append((-merit, form, text))
    return [text for _, _, text in sorted(found)]


def _spelling(typed: Typed, rows: Sequence[int]) -> str:
    """Return the most demanded of the texts in these rows."""
    demand: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        demand[typed.texts[row]] += float(typed.demand[row])
    return min(demand, key=lambda text: (-round(demand[text], 6), len(text), text))


def _offers(ranked: Sequence[str], terms: Sequence[str], *, negated: bool) -> Iterator[str]:
    """Yield what a group may be named, best first; its keywords as typed at last."""
    if len(ranked) > 1 and all(len(text.split()) > LONG for text in ranked):
        held = (term for term in terms if _is_held(term, ranked))
        yield from (term for term in held if is_negated(term) or not negated)
    yield from map(tidy, ranked)
    yield from ranked


def _is_held(term: str, texts: Sequence[str]) -> bool:
    return sum(term in text.lower() for text in texts) > 1


def _is_free(text: str, topic: int, typed: Typed, topics: Ints) -> bool:
    """Tell whether a text is no keyword of another topic."""
    row = typed.places.get(text.casefold())
    return row is None or int(topics[row]) == topic


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
