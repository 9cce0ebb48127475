"""The chain of elements that an autocaptured click carries: the clicked one first, then upward."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Elements are parted by ";", but not inside quotes, where a quote is escaped by a backslash.
_ELEMENTS = re.compile(r'(?:[^;"]|"(?:\\.|[^"\\])*(?:"|$))+', re.DOTALL)
# Classes may hold colons too (md:flex), so attributes begin where a name and ="..." follow one.
_HEAD = re.compile(r'(.*?)(?::((?:attr_[^="]*|[\w-]*)=".*))?', re.DOTALL)
_ATTRIBUTE = re.compile(r'([^="]+)="((?:\\.|[^"\\])*)"', re.DOTALL)
# Older programs escape quotes alone: any other mark keeps its backslash.
_ESCAPE = re.compile(r'\\(["\\n])')
# What a click on a part of it means: the whole link or button.
ACTIVE = frozenset(["a", "button", "input", "select", "textarea", "label", "summary"])
# Attributes by which authors name elements, the most lasting first.
NAMING = ("attr__data-attr", "attr__data-testid", "attr__data-test", "attr__data-ph", "attr__id",
          "attr_id", "attr__name", "attr__aria-label")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a chain: its tag, classes and attributes."""

    tag: str
    classes: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str | None:
        """Words on the element."""
        text = " ".join(self.attributes.get("text", "").split())
        return text or None

    @property
    def href(self) -> str | None:
        """Address the element leads to."""
        return self.attributes.get("href") or self.attributes.get("attr__href") or None


def parse_chain(chain: str) -> tuple[Element, ...]:
    r"""Return the elements of a chain, the clicked one first.

    Examples
    --------
    >>> first, *rest = parse_chain('span.x:text="Buy;\\"now\\""nth-child="1";a.cta:href="/buy"')
    >>> first.tag, first.classes, first.text, [e.href for e in rest]
    ('span', ('x',), 'Buy;"now"', ['/buy'])
    """
    return tuple(_element(part) for part in _ELEMENTS.findall(chain) if part.strip())


def parse_elements(text: str) -> tuple[Element, ...]:
    """Return the elements of a chain, or of the list of objects (JSON) that events carry.

    Examples
    --------
    >>> found = parse_elements('[{"tag_name": "A", "$el_text": "Buy", "attr__href": "/buy"}]')
    >>> found[0].tag, found[0].text, found[0].href
    ('a', 'Buy', '/buy')
    """
    if not text.startswith("["):
        return parse_chain(text)
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    told = [one for one in listed if isinstance(one, Mapping)]
    if all(isinstance(one.get("order"), int) for one in told):
        told = sorted(told, key=lambda one: int(one["order"]))
    return tuple(map(_listed, told))


def _listed(told: Mapping[str, Any]) -> Element:
    """Return an element of a list, as the browser sends it or as the interface answers it."""
    inner = told.get("attributes")
    flat = {**(inner if isinstance(inner, Mapping) else {}), **told}
    named = {"$el_text": "text", "nth_child": "nth-child", "nth_of_type": "nth-of-type"}
    attributes = {
        named.get(name, name): str(value)
        for name, value in flat.items()
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value)
    }
    classes = told.get("classes") or told.get("attr_class") or attributes.get("attr__class") or ()
    if isinstance(classes, str):
        classes = classes.split()
    listed = classes if isinstance(classes, list) else ()
    return Element(attributes.get("tag_name", "").casefold(), tuple(map(str, listed)), attributes)


def clicked(elements: Sequence[Element]) -> Element | None:
    """Return the link or button that was clicked, else the innermost element.

    The words of what lies inside a link without words of its own become the link's.

    Examples
    --------
    >>> clicked(parse_chain('span:text="Buy";a:href="/buy"')).text
    'Buy'
    """
    if not elements:
        return None
    place = next((i for i, element in enumerate(elements) if element.tag in ACTIVE), 0)
    found = elements[place]
    if found.text is None:
        inner = next((e.text for e in reversed(elements[:place]) if e.text), None)
        if inner:
            return Element(found.tag, found.classes, {**found.attributes, "text": inner})
    return found


def element_key(element: Element) -> str:
    """Return a name of an element that outlives a change of its place on the page.

    Examples
    --------
    >>> element_key(parse_chain('a.b.c:attr__id="buy"href="/x"nth-child="2"')[0])
    'a#buy'
    >>> element_key(parse_chain('a:href="/x"text="Buy"nth-child="2"')[0])
    'a[href="/x"] Buy'
    """
    named = next((element.attributes[n] for n in NAMING if element.attributes.get(n)), None)
    if named:
        return f"{element.tag}#{named}"
    href = f'[href="{element.href}"]' if element.href else ""
    words = f" {element.text}" if element.text else ""
    if href or words:
        return f"{element.tag}{href}{words}"
    classes = "".join(f".{name}" for name in element.classes)
    place = element.attributes.get("nth-child")
    return f"{element.tag}{classes}" + ("" if classes or not place else f":nth-child({place})")


def _element(part: str) -> Element:
    found = _HEAD.fullmatch(part)
    head, rest = (found[1], found[2] or "") if found else (part, "")
    tag, *classes = head.strip().removesuffix(":").split(".")
    pairs = _ATTRIBUTE.findall(rest)
    attributes = {name.strip(): _ESCAPE.sub(_unescaped, value) for name, value in pairs}
    return Element(tag.casefold(), tuple(name for name in classes if name), attributes)


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]
