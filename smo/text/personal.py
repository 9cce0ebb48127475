"""E-mail addresses and phone numbers in any text, masked before people are shown it.

The tables keep what the exports hold; a report is passed on, so it must not pass on a stranger's
address that somebody typed into a search box or that stands in the address of a page.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

MASK = "***"
LEAST_DIGITS = 7  # of a phone number with its country code; the shortest in use have seven
MOST_CODINGS = 5  # times that percent codes may be nested

_MAY_HOLD = re.compile(r"[@＠﹫+＋﹢]|%(?:25)*(?:40|2b)", re.IGNORECASE)
_AT = re.compile(r"[@＠﹫]|%(?:25)*40")
_DOT = r"(?:[.．。]|%(?:25)*2e)"
_CODE = r"%(?:25)*(?!2e)[0-9a-f]{2}"
_LABEL = rf"(?:[\w\u0300-\u036f-]|{_CODE})"
_LAST_LABEL = rf"(?:[^\W\d_]|{_CODE}){_LABEL}+"
# The name of a picture for dense screens, logo@2x.png, is no address.
_DENSE = r"[1-4](?:\.\d)?x\.(?:png|jpe?g|gif|webp|avif|svg)\b"
_HOST = re.compile(rf"(?!{_DENSE}){_LABEL}+(?:{_DOT}{_LABEL}+)*{_DOT}{_LAST_LABEL}", re.IGNORECASE)
# Everything up to what ends a word or a part of an address; starts at a letter, digit or code.
_RUN = re.compile(r"[\w%@＠﹫+][^\s<>()\[\]{}\"“”«»:;,/\\?=&|#]*")
_PLUS = r"(?:[+＋﹢]|%(?:25)*2b)"
_GAP = r"[ \u00a0\u2007\u2009\u202f).\-\u2010-\u2015\u2212/]|%(?:25)*(?:20|29|2d)|%c2%a0"
_CODE_GAP = rf"{_GAP}|\(|%(?:25)*28"  # an area code may stand in brackets; a count follows later
# A plus after a digit stands for a space or a sum: "q=4580295034776+4580295034777".
_PHONE = re.compile(
    rf"(?<!\d){_PLUS}(?:{_CODE_GAP}){{0,2}}(\d)"
    rf"(?:(?:(?:{_CODE_GAP}){{1,3}}|\+)?\d){{{LEAST_DIGITS - 2}}}"
    rf"(?:(?:(?:{_GAP}){{1,3}}|\+)?\d)+",
    re.IGNORECASE,
)
_MASKED = re.compile(r"(?:[^\W_]|\*)\*{3}@\*{3}|\+\d\*{3}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def mask_personal(text: str) -> str:
    """Return the text with e-mail addresses and phone numbers masked.

    Parameters
    ----------
    text : str
        Any text: a query, the words of an element, an address with percent codes.

    Returns
    -------
    str
        An e-mail address keeps its first letter, a number written with a leading plus its first
        digit; every mask is equally long. Masking twice changes nothing more. Digits without a
        plus stay: they may be a product number.

    Examples
    --------
    >>> mask_personal("write to ivan.petrov@mail.example or call +7 (916) 123-45-67")
    'write to i***@*** or call +7***'
    >>> mask_personal("https://shop.example/leave?email=ivan%40mail.example&step=2")
    'https://shop.example/leave?email=i***@***&step=2'
    >>> mask_personal("4580295034776 +keyword a@b @name logo@2x.png")
    '4580295034776 +keyword a@b @name logo@2x.png'
    """
    if _MAY_HOLD.search(text) is None:
        return text
    seen = _INVISIBLE.sub("", text)
    if _masked(seen) != seen:
        return _masked(seen)
    masked = _masked(text)
    return text if masked == text else _masked(_INVISIBLE.sub("", masked))


def without_personal(text: str, *, instead: str) -> str:
    """Return the text with another text in place of every mask.

    Examples
    --------
    >>> without_personal("ivan@mail.example shoes", instead="0")
    '0 shoes'
    """
    masked = mask_personal(text)
    return text if masked == text else _MASKED.sub(lambda _: instead, masked)


def holds_personal(text: str) -> bool:
    """Tell whether the text holds an e-mail address or phone number, percent codes read or not.

    Examples
    --------
    >>> holds_personal("https://a.example/?to=%69%76%61%6e%40mail%2Eexample")
    True
    >>> holds_personal("https://a.example/@name/4580295034776")
    False
    """
    for _ in range(MOST_CODINGS):
        if mask_personal(text) != text:
            return True
        plain = unquote(text, errors="replace")
        if plain == text:
            return False
        text = plain
    return mask_personal(text) != text


def _masked(text: str) -> str:
    return _PHONE.sub(rf"+\1{MASK}", _RUN.sub(_masked_run, text))


def _masked_run(run: re.Match[str]) -> str:
    """Mask the run from its start to the end of the last host after an @."""
    place = 0
    for at in _AT.finditer(run[0]):
        host = _HOST.match(run[0], at.end())
        if host and (place or _AT.sub("", run[0][: at.start()])):
            place = host.end()
    if place == 0:
        return run[0]
    name = _AT.sub("", unquote(run[0][:place], errors="replace"))
    first = next((letter for letter in name if letter.isalnum()), "*")
    return f"{first}{MASK}@{MASK}{run[0][place:]}"
