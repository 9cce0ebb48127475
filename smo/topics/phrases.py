"""Words and phrases of many texts as arrays: where each stands, under one key for its spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np

from smo.text.normal import content_stems, tokens, unspaced
from smo.text.personal import without_personal
from smo.text.rules import BY_SCRIPT, WordRules
from smo.topics.vectorize import Ints

_STOP, _BREAK = -1, -2  # a word that a phrase may hold inside, and one where it ends
_WRAPPING = "\t•·\"'`“”„«»()[]{}<>|+.,;:!?¿¡/\\*_~-–—…"
_PRIVATE = re.compile(r"@|\d{5}")  # an address or a number, perhaps of somebody
_LEAST = 2  # places where a phrase must stand


@dataclass(frozen=True)
class Words:
    """The words of texts, one after the other.

    Parameters
    ----------
    spelled : list of str
        Each distinct word as typed, in small letters.
    keys : list of str
        Each distinct stem, sorted.
    spelling, key, text : array of int, shape (n_places,)
        Word that stands at a place, its key (negative for a stop word), the text it is in.
    """

    spelled: list[str]
    keys: list[str]
    spelling: Ints
    key: Ints
    text: Ints


@dataclass(frozen=True)
class Phrases:
    """Words and phrases of two and three words, and the places where they stand.

    Parameters
    ----------
    parts : array of int, shape (n_phrases, 3)
        Keys of the words of each, -1 where it has fewer; first all single words, in the order of
        the keys, then all of two.
    head : array of int, shape (n_phrases,)
        The phrase without its last word; a word itself.
    phrase, first, last : array of int, shape (n_occurrences,)
        Which phrase, and the places of its first and its last word.
    """

    parts: Ints
    head: Ints
    phrase: Ints
    first: Ints
    last: Ints


def read_words(texts: Sequence[str], rules: WordRules = BY_SCRIPT) -> Words:
    """Return the words of texts; each distinct word is looked up once.

    Examples
    --------
    >>> words = read_words(["Red T-shirts", "a red rope"])
    >>> words.keys, words.key.tolist(), words.text.tolist()
    (['red', 'rope', 't shirt'], [0, 2, -1, 0, 1], [0, 0, 1, 1, 1])
    """
    ids: defaultdict[str, int] = defaultdict(count().__next__)
    lines = [without_personal(text, instead=" @ ").lower().split() for text in texts]
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    found = np.fromiter(
        map(ids.__getitem__, chain.from_iterable(lines)), np.int64, int(lengths.sum())
    )
    pieces = [_pieces(word) for word in ids]
    starts = np.concatenate([[0], np.cumsum([len(own) for own in pieces])]).astype(np.int64)
    sizes = np.diff(starts)[found]
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    spelling = np.repeat(starts[found], sizes) + within
    spelled = [piece for own in pieces for piece in own]
    keys, key = _keys(spelled, rules)
    return Words(
        spelled=spelled,
        keys=keys,
        spelling=spelling,
        key=key[spelling],
        text=np.repeat(np.repeat(np.arange(len(lines)), lengths), sizes),
    )


def _pieces(word: str) -> list[str]:
    """Return a word without signs around it; a run without spaces by its pairs of characters."""
    if unspaced(word):
        return tokens(word)
    return [word.lstrip(_WRAPPING).rstrip(_WRAPPING.replace("+", ""))]


def _keys(spelled: Sequence[str], rules: WordRules) -> tuple[list[str], Ints]:
    stems = content_stems(spelled, rules)
    private = [bool(_PRIVATE.search(word)) for word in spelled]
    keys = sorted({stem for stem, own in zip(stems, private, strict=True) if stem and not own})
    place = {"": _STOP, **{key: i for i, key in enumerate(keys)}}
    found = [_BREAK if own else place[stem] for stem, own in zip(stems, private, strict=True)]
    return keys, np.array(found, np.int64)


def find_phrases(words: Words) -> Phrases:
    """Return the words, and the phrases that stand in two places or more.

    Two words that follow each other, with one stop word between at most; three that follow each
    other.

    Examples
    --------
    >>> words = read_words(["bank of america", "bank of america hours"])
    >>> words.keys, find_phrases(words).parts.tolist()[3:]
    (['america', 'bank', 'hour'], [[1, 0, -1]])
    """
    width, ones = len(words.keys), np.flatnonzero(words.key >= 0)
    first, last = _neighbors(words)
    pairs, pair, kept = _frequent(words.key[first] * width + words.key[last])
    first, last = first[kept], last[kept]
    at = np.full(len(words.key) + 1, -1)
    tight = last == first + 1
    at[first[tight]] = pair[tight]
    threes = np.flatnonzero((at[:-1] >= 0) & (at[1:] >= 0))
    side = max(len(pairs), 1)
    triples, triple, kept = _frequent(at[threes] * side + at[threes + 1])
    threes = threes[kept]
    parts = np.full((width + len(pairs) + len(triples), 3), -1)
    parts[:width, 0] = np.arange(width)
    doubles = parts[width : width + len(pairs)]
    doubles[:, 0], doubles[:, 1] = np.divmod(pairs, max(width, 1))
    parts[width + len(pairs) :, :2] = doubles[triples // side, :2]
    parts[width + len(pairs) :, 2] = doubles[triples % side, 1]
    return Phrases(
        parts=parts,
        head=np.concatenate([np.arange(width), doubles[:, 0], width + triples // side]),
        phrase=np.concatenate([words.key[ones], width + pair, width + len(pairs) + triple]),
        first=np.concatenate([ones, first, threes]),
        last=np.concatenate([ones, last, threes + 2]),
    )


def _neighbors(words: Words) -> tuple[Ints, Ints]:
    """Return the places of words that follow each other in a text."""
    key, text, n = words.key, words.text, len(words.key)
    near = np.flatnonzero((key[: n - 1] >= 0) & (key[1:] >= 0) & (text[: n - 1] == text[1:]))
    far = np.flatnonzero(
        (key[: n - 2] >= 0)
        & (key[1 : n - 1] == _STOP)
        & (key[2:] >= 0)
        & (text[: n - 2] == text[2:])
    )
    return np.concatenate([near, far]), np.concatenate([near + 1, far + 2])


def _frequent(codes: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the codes found often enough, the number of each that is left, and where they are."""
    known, inverse, counts = np.unique(codes, return_inverse=True, return_counts=True)
    often = counts >= _LEAST
    number = np.cumsum(often) - 1
    kept = np.flatnonzero(often[inverse])
    return known[often], number[inverse[kept]], kept


def spelling(words: Words, spans: Iterable[tuple[int, int]]) -> str:
    """Return the commonest spelling of what stands between the places of each span."""
    seen = Counter(tuple(words.spelling[low : high + 1].tolist()) for low, high in spans)
    named: Counter[str] = Counter()
    for own, n in seen.items():
        named[_joined([words.spelled[word] for word in own])] += n
    return min(named, key=lambda text: (-named[text], len(text), text))


def _joined(pieces: Sequence[str]) -> str:
    """Return pieces as typed: pairs of one run overlap, words stand apart."""
    text = pieces[0]
    for piece in pieces[1:]:
        overlaps = len(piece) > 1 and text[-1] == piece[0] and unspaced(piece)
        text += piece[1:] if overlaps else f" {piece}"
    return " ".join(text.split())
