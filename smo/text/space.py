"""The one TF-IDF space in which keywords are topics and every other text looks for its topic.

A topic is a vector over the words of its keywords' normal forms: ``sqrt(keywords of the topic
that hold the word) * idf(word)``, unit length, with the inverse document frequency taken over
topics; the root keeps the tail of rare words of a large topic from drowning its head word. A
text is the set of its words, those no topic knows counted in its length, so that a sentence
about something else stays far from every topic. The similarity of the two is the mean of the
text's cosine with the topic and with the topic's nearest keyword: "Bags" is an exact keyword of
a topic however broad that topic is.

Measured on unseen texts of five labeled sets with their true topics, then with labels merged
to ten broad ones (placed right, accepted at the calibrated threshold, right among accepted):
topic alone 0.73 / 0.59 / 0.82 and 0.73 / 0.33 / 0.81; nearest keyword alone 0.71 / 0.61 / 0.80
and 0.74 / 0.43 / 0.84; their mean 0.74 / 0.62 / 0.82 and 0.76 / 0.44 / 0.86. Of texts about
something else at most 2 % were accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy import sparse

from smo.text.normal import normal_forms
from smo.text.rules import BY_SCRIPT, WordRules
from smo.text.similarity import Floats, Ints, similarity_blocks, text_rows, unit_rows
from smo.text.weightless import Names, without_names

NEAR_TIE = 0.8
"""Topics at least this share of a text's best similarity speak for it as well."""

LOWEST_THRESHOLD = 0.25
HIGHEST_THRESHOLD = 0.6
"""Bounds of a calibrated threshold: ten labeled sets gave 0.25 to 0.55."""

UNCALIBRATED = 0.4
"""Threshold where pairs are too few to calibrate: near the mean of the same ten, 0.37."""

MAX_CALIBRATION_TEXTS = 5_000
MAX_MEMBERS = 50_000
"""Most keywords kept for the nearest-keyword cosine; of larger topics the shortest are."""


@dataclass(frozen=True, slots=True)
class TopicSpace:
    """Words, topics and keywords of one analysis.

    Parameters
    ----------
    vocabulary : mapping of str to int
        Column of each word, numbered in alphabetical order.
    idf : array (n_words,)
        Inverse document frequency of each word over topics.
    unknown_idf : float
        Weight of a word that no topic holds.
    vectors : sparse array (n_topics, n_words)
        Unit vectors of the topics.
    topics : array of int (n_topics,)
        Id of each row of `vectors`, rising.
    members : sparse array (n_members, n_words)
        Unit vectors of keywords.
    owners : array of int (n_members,)
        Row of `vectors` each keyword belongs to.
    rules : WordRules
        How the words of the keywords were stemmed, and those of any text must be.
    weightless : tuple of frozenset of str
        Names whose words count in no text that has others.
    """

    vocabulary: Mapping[str, int]
    idf: Floats
    unknown_idf: float
    vectors: sparse.csr_array
    topics: Ints
    members: sparse.csr_array
    owners: Ints
    rules: WordRules = BY_SCRIPT
    weightless: Names = ()

    def restrict(self, topics: Sequence[int]) -> TopicSpace:
        """Return the space with only the given topics; words keep their weights."""
        kept = np.isin(self.topics, np.asarray(list(topics), dtype=np.int64))
        numbers = np.cumsum(kept) - 1
        own = kept[self.owners]
        return replace(
            self,
            vectors=self.vectors[np.flatnonzero(kept)],
            topics=self.topics[kept],
            members=self.members[np.flatnonzero(own)],
            owners=numbers[self.owners[own]].astype(np.int64),
        )


def fit_space(
    normals: Sequence[str],
    topics: Sequence[int],
    rules: WordRules = BY_SCRIPT,
    weightless: Names = (),
) -> TopicSpace:
    """Return the space spanned by keywords in their normal form and the topics they are in.

    Parameters
    ----------
    normals : sequence of str, length n
        Normal form of each keyword; equal pairs count once, so repetition changes nothing.
    topics : sequence of int, length n
        Id of each keyword's topic, any integers.
    rules : WordRules
        How the normal forms were made, `smo.text.learn.learn_rules` of the keywords.
    weightless : tuple of frozenset of str
        Names that are no evidence, `smo.text.weightless.weightless_names`.

    Examples
    --------
    >>> space = fit_space(["red bag", "bag", "wool hat"], [7, 7, 2])
    >>> space.topics.tolist(), sorted(space.vocabulary)
    ([2, 7], ['bag', 'hat', 'red', 'wool'])
    """
    bare = without_names(normals, weightless)
    pairs = sorted(set(zip((int(topic) for topic in topics), bare, strict=True)))
    ids, owners = np.unique(
        np.array([topic for topic, _ in pairs], dtype=np.int64), return_inverse=True
    )
    words = [sorted(set(normal.split())) for _, normal in pairs]
    known = sorted({word for bag in words for word in bag})
    vocabulary = {word: column for column, word in enumerate(known)}
    sizes = [len(bag) for bag in words]
    cells = (
        np.repeat(owners, sizes),
        np.array([vocabulary[word] for bag in words for word in bag], dtype=np.int64),
    )
    counts = sparse.csr_array((np.ones(sum(sizes)), cells), shape=(len(ids), len(known)))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=len(known))
    idf = np.log((1 + len(ids)) / (1 + frequency)) + 1.0
    counts.data = np.sqrt(counts.data) * idf[counts.indices]
    unknown = float(np.log(1 + len(ids)) + 1.0)
    kept = _kept_members(owners, np.array(sizes, dtype=np.int64), len(ids))
    return TopicSpace(
        vocabulary=vocabulary,
        idf=idf,
        unknown_idf=unknown,
        vectors=unit_rows(counts),
        topics=ids,
        members=text_rows([pairs[place][1] for place in kept], vocabulary, idf, unknown),
        owners=owners[kept].astype(np.int64),
        rules=rules,
        weightless=weightless,
    )


def match_texts(
    space: TopicSpace, texts: Sequence[str], threshold: float, top: int = 3
) -> pd.DataFrame:
    """Return the topics most like each text, none below the threshold.

    Parameters
    ----------
    space : TopicSpace
        Topics to choose from.
    texts : sequence of str, length n
        Texts as people see them; normal forms are taken here, once per distinct text.
    threshold : float
        Similarity a match must reach; similarity 0 is never a match.
    top : int
        Most topics for one text.

    Returns
    -------
    DataFrame
        One row = a text (its place, 0..n-1) and a topic, with their similarity (0..1), sorted
        by text, then falling similarity, then topic id. Texts without a match have no row.

    Examples
    --------
    >>> space = fit_space(["red bag", "bag", "wool hat"], [7, 7, 2])
    >>> match_texts(space, ["Bags", "Shirts"], 0.3).round(2)
       text  topic  similarity
    0     0      7        0.91
    """
    distinct, places = _distinct_normals(texts, space)
    parts = [_best(block, start, threshold, top) for start, block in _blocks(space, distinct)]
    rows = np.concatenate([np.empty(0, np.int64), *(part[0] for part in parts)])
    columns = np.concatenate([np.empty(0, np.int64), *(part[1] for part in parts)])
    values = np.concatenate([np.empty(0), *(part[2] for part in parts)])
    first = np.searchsorted(rows, places)
    repeats = np.searchsorted(rows, places, side="right") - first
    within = np.arange(int(repeats.sum())) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    chosen = np.repeat(first, repeats) + within
    return pd.DataFrame(
        {
            "text": np.repeat(np.arange(len(texts), dtype=np.int64), repeats),
            "topic": space.topics[columns[chosen]],
            "similarity": values[chosen],
        }
    )


def calibrate_threshold(space: TopicSpace, texts: Sequence[str], rate: float, seed: int) -> float:
    """Return the similarity that only `rate` of random pairs of text and topic reach.

    A pair is random when the topic is neither the text's best nor a near tie of it (with ten
    topics every tenth pair would otherwise be a true match). Texts that share no word with any
    topic say nothing and are left out.

    Parameters
    ----------
    space : TopicSpace
        Topics.
    texts : sequence of str
        Texts of this very data; at most 5,000 distinct ones are drawn.
    rate : float
        Share of random pairs that may pass, inside (0, 1).
    seed : int
        Seed of the draw.

    Returns
    -------
    float
        Threshold between 0.25 and 0.6; 0.4 where there are fewer than 1 / rate random pairs.
        It does not depend on the order or repetition of texts.

    Examples
    --------
    >>> space = fit_space(["red bag", "bag", "wool hat"], [7, 7, 2])
    >>> calibrate_threshold(space, ["Bags"], rate=0.001, seed=0)
    0.4
    """
    distinct, _ = _distinct_normals(texts, space)
    if len(distinct) > MAX_CALIBRATION_TEXTS:
        generator = np.random.default_rng(seed)
        drawn = generator.choice(len(distinct), MAX_CALIBRATION_TEXTS, replace=False)
        distinct = [distinct[place] for place in np.sort(drawn)]
    parts = [_random_pairs(block) for _, block in _blocks(space, distinct)]
    allowed = int(rate * sum(size for _, size in parts))
    values = np.concatenate([np.empty(0), *(part for part, _ in parts)])
    if allowed < 1:
        return UNCALIBRATED
    if allowed >= len(values):
        return LOWEST_THRESHOLD
    passed = np.partition(values, len(values) - 1 - allowed)[len(values) - 1 - allowed]
    return float(np.clip(np.nextafter(passed, 1.0), LOWEST_THRESHOLD, HIGHEST_THRESHOLD))


def _kept_members(owners: Ints, sizes: Ints, n_topics: int) -> Ints:
    """Return the places of at most `MAX_MEMBERS` keywords: of each topic the shortest."""
    if len(owners) <= MAX_MEMBERS:
        return np.arange(len(owners), dtype=np.int64)
    order = np.lexsort((np.arange(len(owners)), sizes, owners))
    rank = np.arange(len(order)) - np.searchsorted(owners[order], owners[order])
    first = np.argsort(rank, kind="stable")[: max(MAX_MEMBERS, n_topics)]
    return np.sort(order[first]).astype(np.int64)


def _random_pairs(block: Floats) -> tuple[Floats, int]:
    """Return the positive similarities outside each text's near ties, and the pairs in all."""
    known = block[block.max(axis=1, initial=0.0) > 0]
    random = known < NEAR_TIE * known.max(axis=1, initial=0.0, keepdims=True)
    return known[random & (known > 0)], int(random.sum())


def _best(block: Floats, start: int, threshold: float, top: int) -> tuple[Ints, Ints, Floats]:
    """Return row, column and similarity of the best topics of each text of a block."""
    rows, columns = np.nonzero((block >= threshold) & (block > 0))
    values = block[rows, columns]
    order = np.lexsort((columns, -values, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    kept = np.arange(len(rows)) - np.searchsorted(rows, rows) < top
    return rows[kept].astype(np.int64) + start, columns[kept].astype(np.int64), values[kept]


def _blocks(space: TopicSpace, normals: Sequence[str]) -> Iterator[tuple[int, Floats]]:
    rows = text_rows(normals, space.vocabulary, space.idf, space.unknown_idf)
    return similarity_blocks(rows, space.vectors, space.members, space.owners)


def _distinct_normals(texts: Sequence[str], space: TopicSpace) -> tuple[list[str], Ints]:
    """Return the distinct normal forms in order, and the place of each text among them."""
    codes, found = pd.factorize(np.array([*texts, ""], dtype=object)[:-1])
    normals = without_names(normal_forms(found.tolist(), space.rules), space.weightless)
    distinct = sorted(set(normals))
    place = {normal: number for number, normal in enumerate(distinct)}
    places = np.array([place[normal] for normal in normals], dtype=np.int64)
    return distinct, places[codes]
