"""Counts and shares inside sentences, as readers of each language write them."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
_MARKS = {"en": (",", "."), "ru": (NO_BREAK_SPACE, ",")}


def count_text(value: float, language: str) -> str:
    r"""Return a count for a sentence: whole from 10 on, one place below where it has one.

    Examples
    --------
    >>> count_text(4200.4, "en"), count_text(4200, "ru"), count_text(2.25, "ru")
    ('4,200', '4\xa0200', '2,2')
    """
    thousands, point = _MARKS[language]
    whole = abs(value) >= 9.95 or abs(value - round(value)) < 0.05
    text = f"{value:,.0f}" if whole else f"{value:,.1f}"
    text = "0" if text == "-0" else text
    return text.translate({ord(","): thousands, ord("."): point})


def share_text(value: float, language: str) -> str:
    r"""Return a share as a percentage: whole from 10 % on, one place below.

    Examples
    --------
    >>> share_text(0.256, "en"), share_text(0.031, "en"), share_text(0.5, "ru")
    ('26%', '3.1%', '50\xa0%')
    """
    hundredths = 100.0 * value
    whole = abs(hundredths) >= 9.95 or abs(hundredths - round(hundredths)) < 0.05
    text = f"{hundredths:.0f}" if whole else f"{hundredths:.1f}"
    return f"{text}%" if language == "en" else f"{text.replace('.', ',')}{NO_BREAK_SPACE}%"


def counted(value: float, noun: str) -> str:
    """Return an English count with its noun, plural unless it is one.

    Examples
    --------
    >>> counted(45, "click"), counted(1, "click"), counted(2, "search")
    ('45 clicks', '1 click', '2 searches')
    """
    text = count_text(value, "en")
    ending = "" if text == "1" else "es" if noun.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{text} {noun}{ending}"
