"""Every word the reports say themselves, in every report language."""

from __future__ import annotations

from collections.abc import Mapping

from smo.report.nouns import noun_form
from smo.report.words_beyond import BEYOND_WORDS
from smo.report.words_data import DATA_WORDS
from smo.report.words_looks import LOOK_WORDS
from smo.report.words_plan import PLAN_WORDS
from smo.tables import SHARED, UNASSIGNED
from smo.text.numbers import count_text

WORDS: dict[str, dict[str, str]] = DATA_WORDS | PLAN_WORDS | LOOK_WORDS | BEYOND_WORDS
NAMED = ("all", UNASSIGNED, SHARED)
"""Segments that mean everybody or nobody in particular."""


def word(key: str, language: str) -> str:
    """Return one string of the reports.

    Parameters
    ----------
    key : str
        Name of the string in `WORDS`.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    str
        The string, with the places to fill in braces.

    Examples
    --------
    >>> word("verdict.act", "ru")
    'Действовать'
    """
    return WORDS[key][language]


def known_word(kind: str, name: str, language: str) -> str:
    """Return the word for a value of a table, or the value itself where none is known.

    Examples
    --------
    >>> known_word("action", "improve", "en")
    'Improve what is there'
    >>> known_word("action", "prune", "en")
    'prune'
    """
    entry: Mapping[str, str] = WORDS.get(f"{kind}.{name}", {})
    return entry.get(language, name)


def count_word(kind: str, number: float, language: str) -> str:
    """Return a count with its noun in the form that goes with it.

    Examples
    --------
    >>> count_word("clicks", 1234.0, "en"), count_word("segments", 1, "ru")
    ('1,234 clicks', '1 сегмент')
    """
    return noun_form(kind, number, language).format(n=count_text(number, language))


def segment_name(segment: str, language: str) -> str:
    """Return a segment's name; those that mean everybody or nobody in words.

    Examples
    --------
    >>> segment_name("all", "ru"), segment_name("buyers", "ru")
    ('все посетители', 'buyers')
    """
    return word(f"segment.{segment}", language) if segment in NAMED else segment
