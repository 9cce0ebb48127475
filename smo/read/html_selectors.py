"""CSS selectors as click maps write them, made ready for a saved page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Attributes that a saved page's elements are given: places among siblings, counted once.
CHILD, TYPE = "smo-child", "smo-type"
# The longest one seen in public code has 900 characters.
MAX_SELECTOR = 10_000

_QUOTED = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_BRACKET = rf"\[(?:{_QUOTED}|[^\]\"'])*\]"
_ROUND = rf"\((?:{_QUOTED}|{_BRACKET}|[^()\[\"']|\([^()]*\))*\)"
_ESCAPE = r"\\[0-9a-fA-F]{1,6}\s?|\\."
_COMPOUND = rf"(?:{_ESCAPE}|{_BRACKET}|{_ROUND}|[^\s>+~\\\[(])+"
_STEP = re.compile(rf"\s*([>+~]?)\s*({_COMPOUND})", re.DOTALL)
_PLACE = re.compile(
    rf"({_QUOTED}|{_BRACKET})|:nth-(child|of-type)\(\s*(\d+)\s*\)", re.DOTALL | re.IGNORECASE
)
_LITERAL = re.compile(
    r"([\w-]*|\*)(#.+?|(?:\.[^.]+?)+)?(:nth-(?:child|of-type)\(\d+\))?", re.DOTALL
)
# It looks at all that is inside or behind, so that a few of them never end.
_ENDLESS = re.compile(r":has\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """One compound of a selector, and how it hangs on the one before: ` `, `>`, `+` or `~`."""

    combinator: str
    compound: str


def steps_of(selector: str) -> tuple[Step, ...]:
    r"""Return the steps of a selector, none where it cannot be read.

    Examples
    --------
    >>> [(s.combinator, s.compound) for s in steps_of("HTML>BODY  a\\:b + a[title='x > y']")]
    [(' ', 'HTML'), ('>', 'BODY'), (' ', 'a\\:b'), ('+', "a[title='x > y']")]
    >>> steps_of("a >"), steps_of("")
    ((), ())
    """
    text = selector.strip()
    if len(text) > MAX_SELECTOR or _ENDLESS.search(text):
        return ()
    found: list[Step] = []
    place = 0
    while place < len(text):
        step = _STEP.match(text, place)
        if step is None or (step[1] and not found):
            return ()
        found.append(Step(step[1] or " ", step[2]))
        place = step.end()
    return tuple(found)


def readings(selector: str, loose: int) -> Iterator[str]:
    r"""Yield how a selector may be meant: as CSS, then with its names taken letter for letter.

    Clarity writes ids and classes as they are (`A.md:flex`), which CSS reads as something else.

    Parameters
    ----------
    selector : str
        As exported.
    loose : int
        Most descendant and sibling steps to keep, from the end: each multiplies the time that a
        selector may take. Without its beginning a selector finds the same elements, or more.

    Examples
    --------
    >>> list(readings("#top > A.md:flex:nth-of-type(2)", 3))
    ['#top > A.md:flex[smo-type="2"]', '[id="top"] > A[class~="md:flex"][smo-type="2"]']
    >>> list(readings("main ul li a", 2))
    ['ul li a']
    """
    steps = _shortened(steps_of(selector), loose)
    if not steps:
        return
    written = _joined(steps, [_placed(step.compound) for step in steps])
    yield written
    literal = [_literal(step.compound) for step in steps]
    if any("=" in (text or "") for text in literal) and None not in literal:
        told = _joined(steps, [_placed(text or "") for text in literal])
        if told != written:
            yield told


def _shortened(steps: tuple[Step, ...], loose: int) -> tuple[Step, ...]:
    far = [place for place, step in enumerate(steps) if place and step.combinator in " ~"]
    return steps if len(far) <= loose else steps[far[-loose - 1] :]


def _joined(steps: tuple[Step, ...], compounds: list[str]) -> str:
    parts = [compounds[0]]
    for step, compound in zip(steps[1:], compounds[1:], strict=True):
        parts.append(f" {step.combinator} " if step.combinator != " " else " ")
        parts.append(compound)
    return "".join(parts)


def _placed(compound: str) -> str:
    """Return a compound whose places among siblings are asked of the attributes."""
    return _PLACE.sub(
        lambda m: m[1] or f'[{CHILD if m[2].lower() == "child" else TYPE}="{int(m[3])}"]', compound
    )


def _literal(compound: str) -> str | None:
    """Return a compound whose id or classes are quoted letter for letter; None for any other."""
    # Who escapes writes CSS.
    found = _LITERAL.fullmatch(compound) if "\\" not in compound else None
    if found is None:
        return None
    tag, names, place = found[1], found[2] or "", found[3] or ""
    if names.startswith("#"):
        return f"{tag}[id={_quoted(names[1:])}]{place}"
    classes = "".join(f"[class~={_quoted(name)}]" for name in names.split(".") if name)
    return f"{tag}{classes}{place}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
