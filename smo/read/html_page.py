"""A saved copy of a web page, in which the selectors of click maps are looked up."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from smo.errors import SmoError
from smo.read.decode import MARKS, decode
from smo.read.grid import digest_of
from smo.read.html_selectors import CHILD, TYPE, readings

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# A page of 30 MB that is all elements takes 1 s and 0.8 GB; saved pages are 0.1 to 10 MB.
MAX_BYTES = 32_000_000
# Browsers nest 512 deep; the parser's time grows with the square (20,000 deep take 0.8 s).
MAX_DEPTH = 5_000
# One selector takes 20 ms on so many; large shops' pages have 10,000.
MAX_ELEMENTS = 200_000
# Elements compared for one selector in the worst case: some seconds.
MAX_COMPARED = 1e9
SAVE = "save the page in the browser as HTML and give that file"
_IS_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|header|div|nav|section|a|p|ul|table|form|button)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
# The head of a page saved as one file (MHTML), which is built like a letter.
_IS_ARCHIVE = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)", re.IGNORECASE)
# They hold nothing, or end where the next of them begins.
_SHALLOW = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead",
     "tbody", "tfoot", "colgroup", "caption", "a", "button", "path"]
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class SavedPage:
    """A parsed page.

    Parameters
    ----------
    name : str
        Name of the file.
    digest : str
        Hash of its bytes.
    tree : LexborHTMLParser
        The tree a browser would build, each element with its place among its siblings.
    address : str or None
        Where the page was saved from, if it says so.
    base : str
        Address that the page says its links stand on, or empty.
    size : tuple of int
        Elements, the deepest one's ancestors, and the most children of one element.
    """

    name: str
    digest: str
    tree: LexborHTMLParser
    address: str | None
    base: str
    size: tuple[int, int, int]

    def find(self, selector: str) -> list[LexborNode] | None:
        """Return the elements a selector leads to; None where it is no selector."""
        from selectolax.lexbor import SelectolaxError  # noqa: PLC0415 - an extra

        valid = False
        for text in readings(selector, self._loose("~" in selector)):
            try:
                found: list[LexborNode] = self.tree.css(text)
            except (SelectolaxError, UnicodeError):
                continue
            if found:
                return found
            valid = True
        return [] if valid else None

    def _loose(self, siblings: bool) -> int:  # noqa: FBT001 - a fact, not a choice
        """Return how many loose steps of a selector may be tried in all combinations."""
        elements, depth, width = self.size
        each, loose = max(2, depth, width if siblings else 0), 0
        while elements * each ** (loose + 1) <= MAX_COMPARED:
            loose += 1
        return loose

    def absolute(self, href: str | None, page: str) -> str | None:
        """Return the address a link leads to, or None where it leads to no page."""
        text = (href or "").strip()
        if not text or text.startswith("#"):
            return None
        own = page if page.startswith(("http://", "https://")) else self.address or ""
        try:
            found = urljoin(urljoin(own, self.base), text)
        except ValueError:
            return None
        known = found.startswith(("http://", "https://", "//", "/")) or ":" not in found
        return found if known else None


def saved_page(source: str | os.PathLike[str]) -> SavedPage:
    """Read a saved page.

    Raises
    ------
    SmoError
        When the file is missing, is no web page, or is beyond any page that a browser shows; when
        the parser is not installed.
    """
    path = Path(source)
    parse = _parser(path.name)
    data = _bytes(path)
    inner, address = _unpacked(data) if _IS_ARCHIVE.match(data[:4000]) else (data, None)
    text = _text(inner, path.name)
    if not _IS_HTML.search(text):
        raise SmoError("it is no web page", where=path.name, remedy=SAVE)
    if _depth(text) > MAX_DEPTH:
        raise SmoError(
            f"its elements are nested more than {MAX_DEPTH:,} deep", where=path.name, remedy=SAVE
        )
    tree = parse(text)
    told = _SAVED_FROM.search(text[:10_000])
    return SavedPage(
        name=path.name,
        digest=digest_of(data),
        tree=tree,
        address=told[1] if told else address,
        base=_base(tree),
        size=with_places(tree, path.name),
    )


def _base(tree: LexborHTMLParser) -> str:
    node = tree.css_first("base[href]")
    return ((node.attributes.get("href") if node is not None else None) or "").strip()


def _parser(name: str) -> Callable[[str], LexborHTMLParser]:
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra

        LexborHTMLParser("", scripting=True)
    except (ImportError, TypeError) as error:
        raise SmoError(
            "reading a saved page needs an HTML parser, which is not installed or too old",
            where=name,
            remedy='run: pip install "smo-analyzer[html]"',
        ) from error
    # As a browser with scripts on: what stands in noscript is no element.
    return lambda text: LexborHTMLParser(text, scripting=True)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except (OSError, ValueError) as error:
        raise SmoError(
            f"the saved page {str(path)[:200]!r} cannot be read: {_reason(error)}",
            where="html",
            remedy="give the path of an HTML file",
        ) from error
    if size > MAX_BYTES:
        raise SmoError(
            f"the saved page has {size / 1e6:,.0f} MB, at most {MAX_BYTES / 1e6:,.0f} are read",
            where=path.name,
            remedy="save it as 'HTML only', without the pictures inside",
        )
    return data


def _unpacked(data: bytes) -> tuple[bytes, str | None]:
    """Return the page inside a web archive and its address; nothing where there is none."""
    try:
        letter = message_from_bytes(data)
        pages = [part for part in letter.walk() if part.get_content_type() == "text/html"]
    except RecursionError:
        return b"", None
    inner = pages[0].get_payload(decode=True) if pages else None
    address = str(letter.get("Snapshot-Content-Location") or "").strip()
    known = address.startswith(("http://", "https://"))
    return inner if isinstance(inner, bytes) else b"", address if known else None


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _text(data: bytes, name: str) -> str:
    """Return the text: byte order mark, UTF-8, what the page says, then a guess."""
    told = _META.search(data[:10_000])
    if told and not any(data.startswith(mark) for mark, _ in MARKS) and not _is_utf8(data):
        try:
            return data.decode(told[1].decode("ascii"))
        except (LookupError, ValueError):
            pass
    try:
        return decode(data, name)[0]
    except SmoError as error:
        problem = error.problem.removesuffix(", not a table")
        raise SmoError(f"{problem}, not a web page", where=name, remedy=SAVE) from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _depth(text: str) -> int:
    """Return about how deep the elements nest, before a tree is built of them."""
    open_now = deepest = rubies = 0
    for found in _TAG.finditer(text):
        tag = found[2].lower()
        rubies += (-1 if found[1] else 1) if tag == "ruby" else 0
        # Inside ruby its parts end each other, elsewhere they nest.
        if tag in _SHALLOW or (tag in ("rt", "rp") and rubies > 0):
            continue
        open_now = max(open_now - 1, 0) if found[1] else open_now + 1
        deepest = max(deepest, open_now)
    return deepest


def with_places(tree: LexborHTMLParser, name: str) -> tuple[int, int, int]:
    """Give each element its places among its siblings; return the measures of the tree.

    The parser would count them anew for each element and selector, in the square of the siblings.
    """
    root = tree.root
    todo = [(root, 1)] if root is not None else []
    elements, depth, width = 0, 0, 0
    if root is not None:
        root.attrs[CHILD] = root.attrs[TYPE] = "1"
    while todo:
        node, level = todo.pop()
        elements, depth = elements + 1, max(depth, level)
        if elements > MAX_ELEMENTS:
            raise SmoError(
                f"the page has more than {MAX_ELEMENTS:,} elements", where=name, remedy=SAVE
            )
        types: Counter[str | None] = Counter()
        children = (child for child in node.iter() if child.is_element_node)
        for place, child in enumerate(children, 1):
            tag, attributes = child.tag, child.attrs
            types[tag] += 1
            attributes[CHILD], attributes[TYPE] = str(place), str(types[tag])
            todo.append((child, level + 1))
            width = max(width, place)
    return elements, depth, width
