"""Remedies told for Python, told for the command line."""

from __future__ import annotations

import json
import re
import shlex

_COLUMNS = re.compile(r"columns=(\{.*\})")
_WORDS = (
    (re.compile(r"page='https://\.\.\.'"), "--page https://..."),
    (re.compile(r"author='\.\.\.'"), "--author ..."),
    (re.compile(r"format=(['\"])(.+?)\1"), r'--format "\2"'),
    (
        re.compile(r"html='([^']+)', or html=\{'([^']+)': '([^']+)'\}"),
        r"--html \1, or --html \2=\3",
    ),
    (re.compile(r"html=\{'([^']+)': '([^']+)', \.\.\.\}"), r"--html \1=\2 --html ..."),
    (re.compile(r"\bsmo\.formats\(\)"), "`smo formats`"),
)


def as_options(text: str) -> str:
    """Return an error's text with arguments of the readers written as options to copy.

    Examples
    --------
    >>> as_options('say which is which, e.g. columns={"keyword": "My phrase"}.')
    "say which is which, e.g. --column 'keyword=My phrase'."
    >>> as_options("give the page: page='https://...'.")
    'give the page: --page https://....'
    >>> as_options("give each its own: html={'https://shop.example/': 'home.html', ...}.")
    'give each its own: --html https://shop.example/=home.html --html ....'
    """
    told = _COLUMNS.search(text)
    if told is not None:
        text = text[: told.start()] + _column_options(told[1]) + text[told.end() :]
    for pattern, option in _WORDS:
        text = pattern.sub(option, text)
    return text


def _column_options(mapping: str) -> str:
    try:
        columns = json.loads(mapping)
    except ValueError:
        return f"columns={mapping}"
    return " ".join(
        f"--column {shlex.quote(f'{ours}={theirs}')}" for ours, theirs in columns.items()
    )
