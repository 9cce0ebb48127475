"""The patterns of rules: words, globs, addresses and regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import duckdb
import numpy as np

from smo.audience.values import Flags, Values
from smo.errors import SmoError
from smo.text.address import clean_host, clean_path, clean_query, looks_like_host
from smo.text.language import LANGUAGES
from smo.text.normal import clean, normal_form, plain_word, tokens

EXPRESSION = "re:"
LONGEST_EXPRESSION = 1000
"""Characters of a regular expression; Search Console's own filters take 4096."""

_PIECE = re.compile(r"[^\s\-–—_.,;:/|()\[\]\"]+")
SEARCHED = ("keyword",)
ADDRESSES = ("page",)


class Pattern(Protocol):
    """Anything that tells which values it fits."""

    def fits(self, values: Values) -> Flags:
        """Return which values the pattern fits."""
        ...


@dataclass(frozen=True, slots=True)
class Glob:
    """A text in which ``*`` stands for any characters; read in linear time.

    Examples
    --------
    >>> Glob.of("/blog/*").fits_text("/blog/a/b"), Glob.of("spring").fits_text("spring sale")
    (True, False)
    """

    parts: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Glob:
        """Return the glob written as `text`."""
        return cls(tuple(text.split("*")))

    def fits_text(self, text: str) -> bool:
        """Tell whether the whole text is as the glob says."""
        first, *rest = self.parts
        if not rest:
            return text == first
        *middle, last = rest
        if not text.startswith(first):
            return False
        place = len(first)
        for part in middle:
            place = text.find(part, place)
            if place < 0:
                return False
            place += len(part)
        return len(text) - len(last) >= place and text.endswith(last)

    def fits(self, values: Values) -> Flags:
        """Return which values are as the glob says."""
        return _flags([self.fits_text(text) for text in values.plain])


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must all be in a text, by their stems or, with ``*``, by their letters."""

    stems: frozenset[str]
    globs: tuple[Glob, ...] = ()

    def fits(self, values: Values) -> Flags:
        """Return which texts have all the words."""
        found = _flags([self.stems <= stems for stems in values.stems])
        for glob in self.globs:
            found &= _flags([any(map(glob.fits_text, words)) for words in values.words])
        return found


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of addresses: with a host or of the path alone, with a query or without."""

    globs: tuple[Glob, ...]
    host: bool
    query: bool

    def fits(self, values: Values) -> Flags:
        """Return which addresses are as one of the globs says."""
        texts = values.plain if self.host else values.paths
        if not self.query:
            texts = [text.partition("?")[0] for text in texts]
        return _flags([any(glob.fits_text(text) for glob in self.globs) for text in texts])


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression found anywhere in a value."""

    text: str

    def fits(self, values: Values) -> Flags:
        """Return which values hold the expression."""
        return values.search(self.text)


def parse_pattern(text: object, kind: str, *, where: str) -> Pattern:
    """Return the pattern that an analyst wrote for a condition.

    Parameters
    ----------
    text : object
        What stands in the rule.
    kind : str
        Name of the condition.
    where : str
        The rule, for the message.

    Raises
    ------
    SmoError
        When it is no text, or nothing can ever fit it.

    Examples
    --------
    >>> parse_pattern("climbing ropes", "keyword", where="demo").stems == {"climb", "rope"}
    True
    """
    if not isinstance(text, str) or not text.strip():
        raise SmoError(
            f"{kind!r} is {text!r}, which is no pattern",
            where=where,
            remedy="write a text in quotes, or a list of them",
        )
    written = text.strip()
    if written.startswith(EXPRESSION):
        return _expression(written.removeprefix(EXPRESSION), kind, where=where)
    if kind in SEARCHED:
        return _words(written, kind, where=where)
    if kind in ADDRESSES:
        return _address(written, kind, where=where)
    if kind == "language" and clean(written) not in LANGUAGES:
        raise SmoError(
            f"'language' is {text!r}, which is no language that can be told",
            where=where,
            remedy=f"use a code of two letters: {', '.join(sorted(LANGUAGES))}",
        )
    return Glob.of(clean(written))


def _expression(text: str, kind: str, *, where: str) -> Expression:
    shown = f"{kind!r} is {EXPRESSION + text!r}"
    remedy = "mend it, or write words and * instead; the syntax is RE2, as in Search Console"
    if not text.strip() or len(text) > LONGEST_EXPRESSION:
        problem = f"an expression has 1 to {LONGEST_EXPRESSION} characters"
        raise SmoError(f"{shown[:80]}: {problem}", where=where, remedy=remedy)
    try:
        Values([""]).search(text)
    except (duckdb.Error, UnicodeEncodeError) as error:
        reason = str(error).splitlines()[0].partition("Error: ")[2] or str(error)
        raise SmoError(f"{shown}: {reason}", where=where, remedy=remedy) from error
    return Expression(text)


def _words(text: str, kind: str, *, where: str) -> Words:
    pieces = _PIECE.findall(clean(text))
    starred = [plain_word(piece) for piece in pieces if "*" in piece]
    plain = " ".join(piece for piece in pieces if "*" not in piece)
    if (plain or not starred) and not tokens(plain):
        raise SmoError(
            f"{kind!r} is {text!r}, which holds no word",
            where=where,
            remedy=f"write words, or an expression: {EXPRESSION}...",
        )
    stems = frozenset(normal_form(plain).split()) if plain else frozenset[str]()
    return Words(stems, tuple(map(Glob.of, starred)))


def _address(text: str, kind: str, *, where: str) -> Pattern:
    """Return words for a bare word; else the path, with its host where one is told."""
    if not any(sign in text for sign in "/*.?"):
        return _words(text, kind, where=where)
    bare = (
        text.partition("://")[2] if text[:8].casefold().startswith(("http://", "https:/")) else text
    )
    place, mark, query = bare.partition("?")
    asked = clean(clean_query(query)) if mark else ""
    first, slash, rest = place.partition("/")
    host = clean_host(first) if first else None
    if "*" in first:
        return Address((Glob.of(clean(place) + asked),), host=True, query=bool(mark))
    if not looks_like_host(host):
        return Address(_paths(place, asked), host=False, query=bool(mark))
    paths = _paths(slash + rest if slash else "/*", asked)
    globs = tuple(Glob((f"{clean(host or '')}{g.parts[0]}", *g.parts[1:])) for g in paths)
    return Address(globs, host=True, query=bool(mark))


def _paths(path: str, query: str) -> tuple[Glob, ...]:
    """Return the globs of a path; ``/blog/*`` means the folder's own page too."""
    tidy = clean(clean_path(path))
    folder = tidy.removesuffix("/*") if tidy.endswith("/*") else None
    return tuple(Glob.of(text + query) for text in (tidy, folder or None) if text is not None)


def _flags(values: list[bool]) -> Flags:
    return np.array(values, dtype=bool)
