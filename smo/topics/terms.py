"""The terms of each topic: words and phrases that people typed there and hardly elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from smo.text.normal import unspaced
from smo.text.rules import BY_SCRIPT, WordRules
from smo.text.stopwords import DEMAND_WORDS
from smo.topics.phrases import Phrases, Words, find_phrases, read_words, spelling
from smo.topics.vectorize import Ints

Reals = npt.NDArray[np.float64]

MOST = 5
_CONSIDERED = 40  # best terms of a topic that are looked at
_FEWEST = 2  # places in a topic where a phrase must stand
_SURE = 10.83  # likelihood ratio of words side by side: one in a thousand by chance
_COHESION = 0.5  # share of its rarest word's places, in the topic, that a phrase must hold
_ABSORBED = 0.75  # share of a term's places inside a longer one that then speaks for it


@dataclass(frozen=True)
class _Counts:
    """How often each term stands in each topic, and the demand there; sorted by both.

    `code` is topic x number of terms + term; `occurrences` holds those of row i from `start[i]`.
    """

    code: Ints
    topic: Ints
    term: Ints
    count: Ints
    demand: Reals
    start: Ints
    occurrences: Ints
    totals: Ints

    def of(self, topic: Ints, term: Ints) -> Ints:
        """Return the count of terms in topics where they stand."""
        return self.count[np.searchsorted(self.code, topic * len(self.totals) + term)]


def distinctive_terms(
    texts: Sequence[str],
    topics: Ints,
    rules: WordRules = BY_SCRIPT,
    *,
    demand: Reals | None = None,
    most: int = MOST,
) -> list[tuple[str, ...]]:
    """Return the terms that tell each topic from the others, most telling first.

    Words and phrases by class-based TF-IDF. A phrase stands in the topic twice or more, holds
    half of the places of its rarest word there, and its words follow each other more often than
    chance allows (likelihood ratio of Dunning 1993, by nltk). A term that hardly stands outside a
    longer one gives way to it; so does one that shares a word with a better one. Time is linear in
    the words.

    Parameters
    ----------
    texts : sequence of str, length n
        Distinct keywords as typed; their order changes nothing.
    topics : array of int, shape (n,)
        Topic of each, 0..k-1.
    rules : WordRules
        How the words are stemmed: spellings with one stem are one term.
    demand : array of float, shape (n,), optional
        Demand of each; of two equally telling terms the more demanded comes first.
    most : int
        Terms of a topic at most.

    Returns
    -------
    list of tuple of str, length k
        Terms in their commonest spelling in the topic, in small letters, never a stem. Empty
        where a topic has no word but stop words and numbers.

    Examples
    --------
    >>> texts = ["climbing rope", "climbing ropes", "rope bag", "red tent", "tent pegs"]
    >>> distinctive_terms(texts, np.array([0, 0, 0, 1, 1]))
    [('rope', 'climbing', 'bag'), ('tent', 'pegs', 'red')]
    """
    k = int(topics.max()) + 1 if len(topics) else 0
    words = read_words(texts, rules)
    phrases = find_phrases(words)
    sizes = np.zeros(len(texts)) if demand is None else demand
    counts = _counts(words, phrases, topics, sizes)
    rows, scores = _best(counts, phrases, words, k)
    bounds = np.searchsorted(counts.topic[rows], np.arange(k + 1))
    return [
        tuple(_chosen(rows[low:high], scores[low:high], counts, phrases, words)[:most])
        for low, high in pairwise(bounds.tolist())
    ]


def ctfidf(counts: Ints | Reals, totals: Ints | Reals, words_a_class: float) -> Reals:
    """Return class-based TF-IDF: count in the class x log(1 + words a class / count in all).

    Grootendorst (2022), BERTopic: neural topic modeling with a class-based TF-IDF procedure.

    Examples
    --------
    >>> ctfidf(np.array([4, 4]), np.array([4, 40]), 20.0).round(2).tolist()
    [7.17, 1.62]
    """
    return np.asarray(counts * np.log1p(words_a_class / totals))


def significant(values: Reals) -> Reals:
    """Return the values to nine digits: sums of rows in another order differ in the last ones.

    Examples
    --------
    >>> significant(np.array([0.1 + 0.2, 0.0])).tolist()
    [0.3, 0.0]
    """
    lengths = np.floor(np.log10(np.where(values > 0, values, 1.0)))
    scale = 10.0 ** (8 - lengths)
    return np.asarray(np.round(values * scale) / scale)


def _counts(words: Words, phrases: Phrases, topics: Ints, sizes: Reals) -> _Counts:
    n_terms = max(len(phrases.parts), 1)
    texts = words.text[phrases.first]
    code = topics[texts] * n_terms + phrases.phrase
    order = np.argsort(code, kind="stable")
    found, start, count = np.unique(code[order], return_index=True, return_counts=True)
    demand = np.add.reduceat(sizes[texts[order]], start) if len(start) else np.zeros(0)
    return _Counts(
        code=found,
        topic=found // n_terms,
        term=found % n_terms,
        count=count,
        demand=significant(demand),
        start=start,
        occurrences=order,
        totals=np.bincount(phrases.phrase, minlength=n_terms),
    )


def _best(counts: _Counts, phrases: Phrases, words: Words, k: int) -> tuple[Ints, Reals]:
    """Return rows of counts, topic by topic and the highest class-based TF-IDF first."""
    singles = len(words.keys)
    single = counts.term < singles
    sizes = np.bincount(counts.topic[single], counts.count[single], minlength=k)
    # as often as everywhere at least: "shoes" tells no topic of shoes from another
    often = counts.count * sizes.sum() >= counts.totals[counts.term] * sizes[counts.topic]
    able = often & _able(phrases, words)[counts.term]
    rows = np.flatnonzero(able & (single | (counts.count >= _FEWEST)))
    mean = counts.totals[:singles].sum() / max(k, 1)
    scores = ctfidf(counts.count[rows], counts.totals[counts.term[rows]], mean).round(9)
    order = np.lexsort((counts.term[rows], -counts.demand[rows], -scores, counts.topic[rows]))
    rows, scores = rows[order], scores[order]
    first = np.searchsorted(counts.topic[rows], counts.topic[rows])
    kept = np.arange(len(rows)) - first < _CONSIDERED
    return rows[kept], scores[kept]


def _able(phrases: Phrases, words: Words) -> npt.NDArray[np.bool_]:
    """Tell which terms say something: no number, letter or negation, no phrase that ends so."""
    telling = np.array([_telling(key) for key in words.keys], bool)
    last = phrases.parts[np.arange(len(phrases.parts)), (phrases.parts >= 0).sum(axis=1) - 1]
    numbers = np.array([_is_number(key) for key in words.keys], bool)
    spoken = telling[phrases.parts[:, 0]] | (last != phrases.parts[:, 0])
    whole = telling[last] | (numbers[last] & (last != phrases.parts[:, 0]))
    return np.asarray(spoken & whole)


def _telling(key: str) -> bool:
    long = len(key) > 1 or unspaced(key)
    return long and not _is_number(key) and key not in DEMAND_WORDS


def _is_number(key: str) -> bool:
    return not any(map(str.isalpha, key))


def _chosen(
    rows: Ints, scores: Reals, counts: _Counts, phrases: Phrases, words: Words
) -> list[str]:
    """Return the terms of one topic from its best rows, in order."""
    held = {
        row: frozenset(phrases.parts[counts.term[row]].tolist()) - {-1}
        for row in rows.tolist()
        if _stands(row, counts, phrases, len(words.key))
    }
    worth = dict(zip(rows.tolist(), scores.tolist(), strict=True))
    place = {row: i for i, row in enumerate(rows.tolist())}
    for row in sorted(held, key=lambda row: (len(held[row]), row)):
        longer = [
            other
            for other in held
            if held[row] < held[other] and counts.count[other] >= _ABSORBED * counts.count[row]
        ]
        if longer:
            heir = max(longer, key=lambda other: (worth[other], -other))
            worth[heir] = max(worth[heir], worth[row])
            del held[row]
    best = sorted(held, key=lambda row: (-worth[row], place[row]))
    return _told(best, held, counts, phrases, words)


def _told(
    rows: list[int],
    held: dict[int, frozenset[int]],
    counts: _Counts,
    phrases: Phrases,
    words: Words,
) -> list[str]:
    """Return the spellings of those rows that share no word with one before."""
    told: dict[str, str] = {}
    seen: set[int] = set()
    for row in rows:
        squeezed = "".join(words.keys[key] for key in phrases.parts[counts.term[row]] if key >= 0)
        if held[row] & seen or squeezed.replace(" ", "") in told:
            continue
        seen |= held[row]
        at = counts.occurrences[counts.start[row] : counts.start[row] + counts.count[row]]
        spans = zip(phrases.first[at].tolist(), phrases.last[at].tolist(), strict=True)
        told[squeezed.replace(" ", "")] = spelling(words, spans)
    return list(dict.fromkeys(told.values()))


def _stands(row: int, counts: _Counts, phrases: Phrases, n: int) -> bool:
    """Tell whether a row is a word, or a phrase whose words belong together."""
    term, topic = counts.term[[row]], counts.topic[[row]]
    parts = phrases.parts[term[0]]
    parts = parts[parts >= 0]
    if len(parts) == 1:
        return True
    if counts.count[row] < _COHESION * counts.of(topic, parts).min():
        return False
    from nltk.metrics.association import BigramAssocMeasures  # noqa: PLC0415  seconds

    both, one, two = (int(counts.totals[i]) for i in (term[0], phrases.head[term[0]], parts[-1]))
    if both * n <= one * two:
        return False
    ratio = BigramAssocMeasures.likelihood_ratio(both, (one, two), n)
    return bool(ratio >= _SURE)
