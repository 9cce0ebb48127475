"""How well each keyword of a group would name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from smo.text.language import UNDETERMINED
from smo.topics.negation import is_negated
from smo.topics.terms import Reals, ctfidf, significant
from smo.topics.vectorize import Ints, count_words

_RARE = 0.25  # share of a class's words up to which a word is as rare as any
_SHORT = 2  # words up to which a name is not better for having fewer
LONG = 6  # words above which a name is too long for a heading
_LONG_WEIGHT = 0.2
_LONELY_WEIGHT = 0.5  # of a name with a word that no other form has: misspelled, mostly
_FOREIGN_WEIGHT = 0.2  # of a name in another language than most of the group's demand
_CUT_WEIGHT = 0.02  # of a name that holds a part only of words that belong together
_AFFIRMED_WEIGHT = 1e-4  # of a name without a negation that most of the group's demand has
_DENIED = 0.5  # share of a group's demand with a negation from which its name must have one
_UNFIT_WEIGHT = 1e-8  # of a name that shares nothing with its group, so that any other comes first
_TOGETHER = 0.6  # share of a word's forms in which one other word stands beside it
_INSEPARABLE = 0.75  # the same, from which a name must have both
_TOLD, _WELL_TOLD = 5, 30  # forms with a word from which its neighbor tells this, and that


@dataclass(frozen=True)
class Typed:
    """Keywords as people typed them, ready to be grouped in several ways.

    Parameters
    ----------
    texts : sequence of str, length n
        Keywords.
    demand : array of float, shape (n,)
        Impressions or volume of each.
    normal : array of int, shape (n,)
        Which normal form each has, numbered in alphabetical order.
    language : array of int, shape (n,)
        Which language each is in; -1 where nothing tells.
    words : sparse matrix, shape (n_normals, n_stems)
        How often each normal form holds each stem.
    cut : array of bool, shape (n_normals,)
        Whether a normal form holds a part only of words that belong together.
    places : dict of str to int
        A row of each text, in small letters.
    negated : array of bool, shape (n,)
        Whether each holds a negation.
    fits : array of bool, shape (n,)
        Whether each shares anything with its topic.
    """

    texts: Sequence[str]
    demand: Reals
    normal: Ints
    language: Ints
    words: sp.csr_matrix
    cut: npt.NDArray[np.bool_]
    places: dict[str, int]
    negated: npt.NDArray[np.bool_]
    fits: npt.NDArray[np.bool_]


def as_typed(
    texts: Sequence[str],
    normals: Sequence[str],
    demand: Sequence[float],
    languages: Sequence[str] | None = None,
    membership: Sequence[float] | None = None,
) -> Typed:
    """Return keywords with what their names are chosen by.

    Parameters
    ----------
    texts, normals, demand : sequence, length n
        Keywords, their normal forms, their demand.
    languages : sequence of str, length n, optional
        Two-letter code of each, "und" where nothing tells.
    membership : sequence of float, length n, optional
        How well each fits its topic; one of 0 names it only where none does better.
    """
    forms = sorted(set(normals))
    place = {form: i for i, form in enumerate(forms)}
    told = list(languages) if languages is not None else [UNDETERMINED] * len(texts)
    codes = {name: i for i, name in enumerate(sorted(set(told) - {UNDETERMINED}))}
    return Typed(
        texts=texts,
        demand=np.asarray(demand, dtype=np.float64),
        normal=np.fromiter(map(place.__getitem__, normals), np.int64, len(texts)),
        language=np.array([codes.get(name, -1) for name in told], np.int64),
        words=count_words(forms)[0],
        cut=_cut(forms),
        places={text.casefold(): row for row, text in enumerate(texts)},
        negated=np.fromiter(map(is_negated, texts), bool, len(texts)),
        fits=np.ones(len(texts), bool) if membership is None else np.asarray(membership) > 0.0,
    )


@dataclass(frozen=True)
class Forms:
    """The normal forms of each group, sorted by both, and how well each would name its group.

    Parameters
    ----------
    normal : array of int, shape (n_forms,)
        Which normal form it is.
    merit : array of float, shape (n_forms,)
        The higher the better.
    rows, starts : array of int
        The keywords with form i are `rows[starts[i] : starts[i + 1]]`.
    bounds : array of int, shape (n_groups + 1,)
        The forms of group g lie between `bounds[g]` and the next.
    demand : array of float, shape (n_groups,)
        Demand of each group.
    negated : array of bool, shape (n_groups,)
        Whether half of the demand of each group holds a negation.
    """

    normal: Ints
    merit: Reals
    rows: Ints
    starts: Ints
    bounds: Ints
    demand: Reals
    negated: npt.NDArray[np.bool_]


def forms_of(typed: Typed, topics: Ints, group: Ints, n_groups: int) -> Forms:
    """Return the normal forms of each group, with what speaks for each as its name.

    Its own demand, to the root; its words by class-based TF-IDF; that it is short, holds words
    that belong together, is in the language of most of the group's demand, and holds a negation
    where half of that demand does.

    Parameters
    ----------
    typed : Typed
        Keywords.
    topics, group : array of int, shape (n,)
        Topic of each, and its group: the topic, or the part of it that is named by itself.
    n_groups : int
        Number of groups.
    """
    n = typed.words.shape[0]
    codes, inverse = np.unique(group * n + typed.normal, return_inverse=True)
    owner, normal = np.divmod(codes, n)
    weight = _sums(inverse, typed.demand, len(codes))
    demand = _sums(owner, weight, n_groups)
    # what an uncounted keyword weighs: little beside the counted, one where none is
    weight = weight + np.where(demand == 0, 1.0, 1e-6 * demand)[owner]
    rarity = _rarity(typed, topics)[normal]
    merit = np.sqrt(weight) * _spoken(rarity, owner, weight)
    merit *= np.where(typed.cut[normal], _CUT_WEIGHT, 1.0)
    n_words = np.fromiter((text.count(" ") + 1 for text in typed.texts), np.int64, len(group))
    shortest = np.full(len(codes), np.iinfo(np.int64).max)
    np.minimum.at(shortest, inverse, n_words)
    merit *= np.where(shortest > LONG, _LONG_WEIGHT, 1.0)
    merit *= np.sqrt(_SHORT / np.maximum(shortest, _SHORT))
    merit *= np.where(_foreign(typed, group, inverse, weight, owner), _FOREIGN_WEIGHT, 1.0)
    fits = np.bincount(inverse, typed.fits, minlength=len(codes)) > 0
    merit *= np.where(fits, 1.0, _UNFIT_WEIGHT)
    denied = np.bincount(inverse, typed.negated, minlength=len(codes)) > 0
    of_denied = _sums(owner, weight * denied, n_groups)
    negated = of_denied >= _DENIED * _sums(owner, weight, n_groups)
    merit *= np.where(negated[owner] & ~denied, _AFFIRMED_WEIGHT, 1.0)
    order = np.argsort(inverse, kind="stable")
    return Forms(
        normal=normal,
        merit=significant(merit),
        rows=order,
        starts=np.searchsorted(inverse[order], np.arange(len(codes) + 1)),
        bounds=np.searchsorted(owner, np.arange(n_groups + 1)),
        demand=demand,
        negated=negated,
    )


def _rarity(typed: Typed, topics: Ints) -> sp.csr_matrix:
    """Return how much each word of a normal form tells its topic from the others.

    The factor of class-based TF-IDF, with the word counted in the other topics.
    """
    words, topic = typed.words, np.zeros(typed.words.shape[0], np.int64)
    topic[typed.normal] = topics
    cells = np.repeat(topic, np.diff(words.indptr)) * words.shape[1] + words.indices
    _, inverse, own = np.unique(cells, return_inverse=True, return_counts=True)
    totals = np.bincount(words.indices, minlength=words.shape[1])[words.indices]
    mean = words.nnz / len(np.unique(topics))
    # as rare as a quarter of a class at least, or a rare word would come before a main one
    elsewhere = np.maximum(totals - own[inverse], _RARE * mean)
    factors = ctfidf(np.ones(words.nnz), elsewhere, mean)
    return sp.csr_matrix((factors, words.indices, words.indptr), shape=words.shape)


def _spoken(rarity: sp.csr_matrix, owner: Ints, weight: Reals) -> Reals:
    """Return how much the words of each form speak for its group and for no other.

    Class-based TF-IDF of its words, each counted by the weight of the forms it is in: the mean
    of all, so that no word is idle, times that of the best one, to the root.
    """
    sizes, starts = np.diff(rarity.indptr), rarity.indptr[:-1]
    cells = np.repeat(owner, sizes) * rarity.shape[1] + rarity.indices
    _, inverse, counts = np.unique(cells, return_inverse=True, return_counts=True)
    values = rarity.data * _sums(inverse, np.repeat(weight, sizes), len(counts))[inverse]
    spoken = np.sqrt(np.add.reduceat(values, starts) / sizes * np.maximum.reduceat(values, starts))
    lonely = np.logical_or.reduceat(counts[inverse] == 1, starts)
    return np.asarray(spoken * np.where(lonely, _LONELY_WEIGHT, 1.0))


def _sums(keys: Ints, values: Reals, n: int) -> Reals:
    """Return the sum of the values of each key, 0..n-1."""
    return significant(np.bincount(keys, values, minlength=n).astype(np.float64))


def _foreign(
    typed: Typed, group: Ints, inverse: Ints, weight: Reals, owner: Ints
) -> npt.NDArray[np.bool_]:
    """Tell which forms are in another language than most of their group's demand."""
    language = np.full(len(weight), -1)
    language[inverse] = typed.language
    told = np.flatnonzero(language >= 0)
    width = int(typed.language.max(initial=0)) + 1
    codes, spoken = np.unique(owner[told] * width + language[told], return_inverse=True)
    sums = _sums(spoken, weight[told], len(codes))
    groups, languages = np.divmod(codes, width)
    main = np.full(int(group.max(initial=0)) + 1, -1)
    order = np.lexsort((-languages, sums))
    main[groups[order]] = languages[order]
    return np.asarray((language >= 0) & (language != main[owner]))


def _cut(forms: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Tell which normal forms lack the word that nearly always stands beside one of theirs.

    At their ends that it mostly stands there is enough.
    """
    lines = [form.split(" ") for form in forms]
    found = Counter(word for line in lines for word in set(line))
    pairs = Counter(pair for line in lines for pair in set(pairwise(line)))
    opening: set[str] = set()
    closing: set[str] = set()
    needed: dict[str, set[str]] = {}
    for (one, two), n in pairs.items():
        for word, other, ends in ((one, two, opening), (two, one, closing)):
            if n >= _TOGETHER * found[word] and found[word] >= _TOLD:
                ends.add(word)
                if n >= _INSEPARABLE * found[word] and found[word] >= _WELL_TOLD:
                    needed.setdefault(word, set()).add(other)
    cut = (
        line[-1] in opening
        or line[0] in closing
        or any(word in needed and not needed[word].issubset(line) for word in line)
        for line in lines
    )
    return np.fromiter(cut, bool, len(lines))
