"""Address filters that maps are made with, back to the one address they stand for."""

from __future__ import annotations

import re

# What makers of filters add so that any query or a missing slash fits too.
_MARK = r"(?:\\\?|\\?#|\[(?:\\?[?#])+\])"
_QUERY = rf"{_MARK}[^()|]*"
_OPTIONAL = re.compile(
    rf"\((?:\?:)?{_QUERY}(?:\|{_QUERY})*\)[?*]$|\((?:\?:)?(?:\$\|{_QUERY}|{_QUERY}\|\$)\)$"
    rf"|\((?:\?:)?\\?/\)\?$|\\?/\?$|{_MARK}\.\*$"
)
_SCHEMES = re.compile(r"^https\?://")
_ESCAPED = re.compile(r"\\([^A-Za-z0-9])")
# An unescaped dot in a host is meant as a dot.
_OPERATORS = re.compile(r"[*+?()\[\]{}|^$\\]")


def page_of_pattern(pattern: str) -> tuple[str, str | None]:
    r"""Return the address a filter stands for, and what to say where it stands for many.

    Examples
    --------
    >>> page_of_pattern(r"^https://x\.example/page/(\?.*)?$")
    ('https://x.example/page/', None)
    >>> page_of_pattern(r"^https?://x\.example/page/?(?:\?.*)?(?:#.*)?$")[0]
    'https://x.example/page'
    >>> page_of_pattern(r"^https://x\.example/(a|b)$")[0]
    '^https://x\\.example/(a|b)$'
    """
    text = pattern.strip()
    if not re.search(r"[\\^$*|()\[\]]", text):
        return text, None
    bare = _SCHEMES.sub("https://", text.removeprefix("^").removesuffix("$"))
    while (shorter := _OPTIONAL.sub("", bare)) != bare:
        bare = shorter
    plain = _ESCAPED.sub(r"\1", bare)
    # What is left of operators after taking the escaped marks out stands for many addresses.
    many = _OPERATORS.search(_ESCAPED.sub("", bare)) is not None
    if many or not plain or re.search(r"\\[A-Za-z0-9]", bare):
        return text, f"the filter {text!r} stands for many addresses: give the page by page="
    return plain, None
