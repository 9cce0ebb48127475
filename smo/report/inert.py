"""Text from strangers made harmless before it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from smo.text.personal import holds_personal, mask_personal

MAX_SHOWN = 240  # characters of one text; a page of 500 proposals stays under 2 MB
MAX_SENTENCE = 1000  # characters of one sentence of a report
MAX_ADDRESS = MAX_SENTENCE  # characters of an address that is still a link: a page cuts it nowhere
SHORT_ADDRESS = 72  # characters of an address as read: the host and its last parts
REPLACEMENT = "\ufffd"
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
# controls, bidirectional embeddings, overrides and isolates, lone surrogates, non-characters
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://[^\s\\<>\"'`{}|^]+", re.IGNORECASE)
# marks that Markdown or its common extensions (tables, math, attributes) read as more than text
_MARKS = re.compile(r"([\\`*_\[\]{}|~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(?:(?=[-+#=:])|(\d+)(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text ready to be shown: its words, and the address it may lead to."""

    text: str
    link: str | None = None


def inert(text: object, *, limit: int = MAX_SHOWN) -> str:
    r"""Return the text on one line, cut to `limit`, without characters that act unseen.

    E-mail addresses and phone numbers are masked: every text of a report passes through here.

    Examples
    --------
    >>> inert("red\n shoes")
    'red shoes'
    >>> inert("ivan@mail.example shoes")
    'i***@*** shoes'
    >>> inert("abc" * 100, limit=5)
    'abca…'
    """
    line = mask_personal(_UNSEEN.sub(REPLACEMENT, _SPACES.sub(" ", str(text)).strip()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def shown(text: object, *, limit: int = MAX_SHOWN) -> Shown:
    """Return the text ready to be shown, a link only where it is a plain web address.

    Only http and https with a host and without a user name count as one; whatever follows
    a space is a remark. An address that holds an e-mail address or phone number is no link.

    Examples
    --------
    >>> shown("https://shop.example/a").link
    'https://shop.example/a'
    >>> shown("javascript:alert(1)").link is None
    True
    """
    whole = str(text).strip()
    if len(whole) <= MAX_ADDRESS and is_address(whole):
        return Shown(brief_address(whole), None if holds_personal(whole) else whole)
    return Shown(inert(text, limit=limit))


def brief_address(address: str, *, limit: int = SHORT_ADDRESS) -> str:
    """Return an address to read: no scheme, letters for their codes, its middle cut out.

    Examples
    --------
    >>> brief_address("https://shop.example/a")
    'shop.example/a'
    >>> brief_address("https://shop.example/a/very/long/way/to-boots", limit=28)
    'shop.example/…/way/to-boots'
    """
    bare = address.split("://", maxsplit=1)[-1]
    read = unquote(bare, errors="replace")
    odd = REPLACEMENT in read or _SPACES.search(read) or _UNSEEN.search(read)
    text = inert(bare if odd else read, limit=MAX_ADDRESS)
    if len(text) <= limit:
        return text
    host, _, path = text.partition("/")
    room = limit - len(host) - 3
    if room < limit // 3:
        return inert(text, limit=limit)
    end = path[-room:]
    return f"{host}/…/{end.partition('/')[2] or end}"


def is_address(text: str) -> bool:
    """Tell whether the whole text is an http or https address that is safe to link.

    Examples
    --------
    >>> is_address("https://a.example/b"), is_address("https://bank.example@evil.example/")
    (True, False)
    """
    if _ADDRESS.fullmatch(text) is None or _UNSEEN.search(text) is not None:
        return False
    try:
        parts = urlsplit(text)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError:
        return False
    return bool(host) and user is None


def markdown_text(text: object, *, limit: int = MAX_SHOWN) -> str:
    r"""Return the text escaped so that Markdown shows it as it is, inside a line or a cell.

    Angle brackets become entities: not every renderer honors a backslash before them.

    Examples
    --------
    >>> print(markdown_text("<b>a|b</b> [x](y)"))
    &lt;b&gt;a\|b&lt;/b&gt; \[x\](y)
    """
    line = _MARKS.sub(r"\\\1", _ENTITY.sub("&amp;", inert(text, limit=limit)))
    return line.replace("<", "&lt;").replace(">", "&gt;")


def markdown_paragraph(text: object, *, limit: int = MAX_SENTENCE) -> str:
    r"""Return the text escaped as a paragraph: no list, heading or rule can start there.

    Examples
    --------
    >>> print(markdown_paragraph("1. # one"))
    1\. # one
    """
    return _BLOCK_START.sub(r"\1\\", markdown_text(text, limit=limit), count=1)


def markdown_link(text: object) -> str:
    """Return an address as a Markdown link, any other text escaped.

    Examples
    --------
    >>> markdown_link("https://shop.example/a")
    '<https://shop.example/a>'
    """
    part = shown(text)
    return f"<{part.link}>" if part.link is not None else markdown_text(text)
