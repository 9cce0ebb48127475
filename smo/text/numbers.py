"""Counts and shares as readers of each language write them; nothing above zero is told as 0."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
_MARKS = {"en": (",", "."), "ru": (NO_BREAK_SPACE, ",")}
_MINUS = "\u2212"
_LEAST_SHARE = 0.005  # hundredths; below, two places would say 0


def grouped(value: float, language: str, places: int = 0) -> str:
    r"""Return a number with a fixed number of places, thousands apart.

    Examples
    --------
    >>> grouped(1234.56, "en", 1), grouped(-1234.5, "ru", 1)
    ('1,234.6', '−1\xa0234,5')
    """
    thousands, point = _MARKS[language]
    text = f"{abs(value):,.{places}f}".translate({ord(","): thousands, ord("."): point})
    return _MINUS + text if value < 0 and any(digit in "123456789" for digit in text) else text


def count_text(value: float, language: str) -> str:
    r"""Return a count for a sentence: whole from 10 on, one place below where it has one.

    Examples
    --------
    >>> count_text(4200.4, "en"), count_text(4200, "ru"), count_text(2.25, "ru")
    ('4,200', '4\xa0200', '2,2')
    """
    return grouped(value, language, places=0 if _is_whole(value) else 1)


def amount_text(value: float, language: str) -> str:
    """Return a count of things that happen or do not: below one, `<1`.

    Examples
    --------
    >>> amount_text(0.3, "en"), amount_text(2.5, "en"), amount_text(0, "en")
    ('<1', '2.5', '0')
    """
    return "<1" if 0 < value < 1 else count_text(value, language)


def share_text(value: float, language: str) -> str:
    r"""Return a share as a percentage: whole from 10 % on, a place below, two below 0.95 %.

    Examples
    --------
    >>> share_text(0.256, "en"), share_text(0.031, "en"), share_text(0.5, "ru")
    ('26%', '3.1%', '50\xa0%')
    >>> share_text(0.0042, "en"), share_text(0.00001, "en"), share_text(0.0, "en")
    ('0.42%', '<0.01%', '0%')
    """
    hundredths = 100.0 * value
    sign = "%" if language == "en" else f"{NO_BREAK_SPACE}%"
    if 0 < abs(hundredths) < _LEAST_SHARE:
        return f"<{grouped(0.01, language, 2)}{sign}"
    size = abs(hundredths)
    places = 0 if size >= 9.95 else 1 if size >= 0.95 else 2
    text = grouped(hundredths, language, places)
    return (text.rstrip("0").rstrip(",.") if places else text) + sign


def plural_form(value: float, language: str) -> str:
    """Return which form of a noun goes with the count as `count_text` writes it.

    Parameters
    ----------
    value : float
        The count.
    language : {"en", "ru"}
        Language of the noun.

    Returns
    -------
    {"one", "few", "many", "part"}
        English: one, or many. Russian: one (1, 21), few (2 to 4, 22), many (5, 11), or part of
        a whole (2.5).

    Examples
    --------
    >>> [plural_form(n, "ru") for n in (1, 3, 11, 21, 2.5)]
    ['one', 'few', 'many', 'one', 'part']
    >>> [plural_form(n, "en") for n in (1, 21, 0.5)]
    ['one', 'many', 'many']
    """
    whole = round(abs(value))
    if language == "en":
        return "one" if count_text(value, "en") == "1" else "many"
    if not _is_whole(value):
        return "part"
    if whole % 10 == 1 and whole % 100 != 11:
        return "one"
    return "few" if whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14) else "many"


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


def _is_whole(value: float) -> bool:
    return abs(value) >= 9.95 or abs(value - round(value)) < 0.05
