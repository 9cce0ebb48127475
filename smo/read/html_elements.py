"""What an element of a saved page shows and where it leads: words, address, role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from smo.read.html_page import SavedPage
from smo.text.elements_chain import ACTIVE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Longer words are those of a section, not of what was clicked in it.
MAX_WORDS = 400
# Nodes looked at for the words of one element; a card of a shop has 50.
MAX_NODES = 2_000
# Elements of other tags that act, by what they say of themselves.
ACTIVE_ROLES = frozenset(
    ["button", "link", "menuitem", "tab", "option", "checkbox", "radio", "switch", "textbox",
     "searchbox", "combobox"]
)  # fmt: skip
# The frame around the content: who stands inside is furniture.
FRAMES = {"nav": "navigation", "footer": "contentinfo",
          "navigation": "navigation", "contentinfo": "contentinfo"}  # fmt: skip
# A footer in one of them is that part's own, not the site's.
PARTS = frozenset(["article", "section", "main", "aside", "blockquote", "figure", "dialog"])
# They show nothing, or what visitors typed.
SILENT = frozenset(
    ["script", "style", "template", "noscript", "head", "textarea", "select", "datalist", "svg",
     "iframe", "object", "video", "audio", "canvas", "math"]
)  # fmt: skip
# They end no word: <b>S</b>ale.
INLINE = frozenset(["b", "i", "em", "strong", "u", "s", "sub", "sup", "mark", "small", "font",
                    "wbr", "abbr", "code"])  # fmt: skip
BUTTONS = frozenset(["submit", "button", "reset"])


@dataclass(frozen=True, slots=True)
class Shown:
    """What an element shows: words on it, address it leads to, tag or role."""

    text: str | None
    target: str | None
    role: str | None


def shown(node: LexborNode, page: SavedPage, address: str) -> Shown:
    """Return what a click on an element fell on: the link or button around it, else itself."""
    acting = next((one for one in _upward(node) if _acts(one)), node)
    text = _words(acting)
    if text is None or len(text) > MAX_WORDS:
        own = _words(node) if acting is not node else None
        text = own if own and len(own) <= MAX_WORDS else _cut(text, acting)
    href = acting.attributes.get("href") if acting.tag in ("a", "area") else None
    return Shown(text or _named(acting), page.absolute(href, address), _role(acting))


def _upward(node: LexborNode) -> Iterator[LexborNode]:
    one: LexborNode | None = node
    while one is not None and one.is_element_node:
        yield one
        one = one.parent


def _acts(node: LexborNode) -> bool:
    return node.tag in ACTIVE or node.tag == "area" or _told(node, "role") in ACTIVE_ROLES


def _told(node: LexborNode, name: str) -> str:
    return " ".join((node.attributes.get(name) or "").split())


def _role(node: LexborNode) -> str | None:
    """Return the tag of a native element, else the role it says, else the frame around it."""
    own = _told(node, "role").casefold()
    field = node.tag in ("input", "select", "textarea", "label")
    frame = None if field else _frame(node)
    return frame or (node.tag if node.tag in ACTIVE or not own else own)


def _frame(node: LexborNode) -> str | None:
    above = list(_upward(node))
    for place, one in enumerate(above):
        found = FRAMES.get(_told(one, "role").casefold()) or FRAMES.get(one.tag or "")
        of_a_part = one.tag == "footer" and any(each.tag in PARTS for each in above[place:])
        if found and not of_a_part:
            return found
    return None


def _hidden(node: LexborNode) -> bool:
    told = node.attributes
    style = "".join((told.get("style") or "")[:1000].casefold().split())
    return (
        "hidden" in told
        or told.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _words(node: LexborNode) -> str | None:
    """Return the visible words inside an element; None where it looks like a whole section."""
    if node.tag in SILENT or node.tag == "input":
        return ""
    parts: list[str] = []
    todo: list[LexborNode | str] = [*_inside(node)]
    for _ in range(MAX_NODES):
        if not todo:
            return " ".join("".join(parts).split())
        one = todo.pop()
        if isinstance(one, str):
            parts.append(one)
        elif one.is_text_node:
            parts.append(one.text_content or "")
        elif one.is_element_node and one.tag not in SILENT and not _hidden(one):
            gap = "" if one.tag in INLINE else " "
            parts.append(gap)
            todo += [gap, *_inside(one)]
    return None


def _inside(node: LexborNode) -> list[LexborNode]:
    return list(islice(node.iter(include_text=True), MAX_NODES))[::-1]


def _cut(text: str | None, node: LexborNode) -> str:
    """Return the beginning of a long link; of what does not act, nothing."""
    if text is None or not _acts(node):
        return ""
    return text if len(text) <= MAX_WORDS else text[:MAX_WORDS].rsplit(" ", 1)[0]


def _named(node: LexborNode) -> str | None:
    """Return what a wordless element is called: labels, pictures inside, title, its field."""
    kind = _told(node, "type").casefold()
    value = _told(node, "value") if node.tag == "input" and kind in BUTTONS else ""
    names = (value, _told(node, "aria-label"), _told(node, "alt"))
    title = _told(node, "title") or _told(node, "placeholder")
    found = next(filter(None, names), "") or _pictured(node) or title
    return found[:MAX_WORDS] or None


def _pictured(node: LexborNode) -> str:
    """Return the name of the first named picture among an element's first ones."""
    todo = _inside(node)
    for _ in range(MAX_NODES):
        if not todo:
            break
        one = todo.pop()
        if not one.is_element_node or one.tag in ("script", "style", "template"):
            continue
        told = _told(one, "alt") or _told(one, "aria-label")
        if not told and one.tag == "title":
            told = " ".join((one.text() or "").split())
        if told:
            return told
        todo += _inside(one)
    return ""
