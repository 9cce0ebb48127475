"""Normal forms as sparse rows: TF-IDF of words, and of the characters that join spellings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

CHARACTER_WEIGHT = 0.5  # of n-grams beside words; AMI 0.658 -> 0.661 over six labelled sets
MAX_CHARACTER_ROWS = 50_000  # n-grams cost memory, and large lists hold the spellings themselves
MAX_CHARACTER_WORDS = 15  # mean words a text above which n-grams hurt
_NGRAMS = (3, 5)
_WORD_MIN_DF = 2
_NGRAM_MIN_DF = 3


@dataclass(frozen=True)
class Terms:
    """Fitted vectorizers: `words` always, `characters` where they help."""

    words: TfidfVectorizer
    characters: TfidfVectorizer | None

    def vectors(self, normals: Sequence[str]) -> Vectors:
        """Return the sparse rows of normal forms, in order."""
        words = sp.csr_matrix(self.words.transform(normals))
        if self.characters is None:
            return Vectors(words, None)
        return Vectors(words, sp.csr_matrix(self.characters.transform(normals)))


@dataclass(frozen=True)
class Vectors:
    """Unit rows of texts: TF-IDF of words, and of character n-grams or None."""

    words: sp.csr_matrix
    characters: sp.csr_matrix | None

    def joined(self) -> sp.csr_matrix:
        """Return words and weighed characters side by side."""
        if self.characters is None:
            return self.words
        return sp.csr_matrix(sp.hstack([self.words, CHARACTER_WEIGHT * self.characters]))


def split_words(normal: str) -> list[str]:
    """Return the words of a normal form.

    Examples
    --------
    >>> split_words("run shoe")
    ['run', 'shoe']
    """
    return normal.split()


def fit_terms(normals: Sequence[str]) -> Terms:
    """Return the terms of normal forms: words seen twice, n-grams seen three times.

    Where more than half of the texts would lose every word, words seen once are kept. Characters
    are left out of large lists and of long texts.

    Parameters
    ----------
    normals : sequence of str
        Distinct normal forms, at least one with a word.

    Examples
    --------
    >>> terms = fit_terms(["red shoe", "red rope", "climb rope"])
    >>> sorted(terms.words.vocabulary_)
    ['red', 'rope']
    """
    words = _fit(normals, split_words, min_df=_WORD_MIN_DF)
    if words is None or _empty_share(words.transform(normals)) > 0.5:
        words = _fit(normals, split_words, min_df=1)
    mean_words = sum(map(len, map(split_words, normals))) / len(normals)
    if len(normals) > MAX_CHARACTER_ROWS or mean_words > MAX_CHARACTER_WORDS:
        return Terms(words, None)
    characters = (_fit(normals, "char_wb", min_df=m) for m in range(_NGRAM_MIN_DF, 0, -1))
    return Terms(words, next((fitted for fitted in characters if fitted is not None), None))


def fixed_terms(
    words: Sequence[str], word_idf: Floats, characters: Sequence[str] | None, character_idf: Floats
) -> Terms:
    """Return terms whose columns and inverse document frequencies are given.

    Examples
    --------
    >>> fixed_terms(["rope", "red"], np.ones(2, np.float32), None, np.ones(0)).words.vocabulary_
    {'rope': 0, 'red': 1}
    """
    fixed = _fixed(words, word_idf, split_words)
    return Terms(
        fixed, None if characters is None else _fixed(characters, character_idf, "char_wb")
    )


def _fixed(
    names: Sequence[str], idf: Floats, analyzer: str | Callable[[str], list[str]]
) -> TfidfVectorizer:
    vectorizer = _vectorizer(analyzer, min_df=1)
    vectorizer.vocabulary = {name: column for column, name in enumerate(names)}
    vectorizer.idf_ = idf
    return vectorizer


def _fit(
    normals: Sequence[str], analyzer: str | Callable[[str], list[str]], *, min_df: int
) -> TfidfVectorizer | None:
    """Return a fitted vectorizer, None when no term is frequent enough."""
    vectorizer = _vectorizer(analyzer, min_df=min(min_df, len(normals)))
    try:
        vectorizer.fit(normals)
    except ValueError:  # what scikit-learn says to an empty vocabulary
        return None
    return vectorizer


def _vectorizer(analyzer: str | Callable[[str], list[str]], *, min_df: int) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=analyzer,
        ngram_range=_NGRAMS if analyzer == "char_wb" else (1, 1),
        min_df=min_df,
        sublinear_tf=True,
        lowercase=False,
        dtype=np.float32,
    )


def _empty_share(rows: sp.csr_matrix) -> float:
    return float(np.mean(np.diff(rows.indptr) == 0))
