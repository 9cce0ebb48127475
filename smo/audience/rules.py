"""Rules of segments, from a mapping or a TOML file, checked before any row is looked at."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smo.audience.patterns import Pattern, parse_pattern
from smo.errors import SmoError, nearest, quoted
from smo.tables import SHARED, UNASSIGNED

KINDS = (
    "keyword", "page", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content",
    "device", "country", "language", "channel", "segment",
)  # fmt: skip
"""Conditions, by the column or campaign parameter they look at."""

EXCEPT = "except"
HEAD = "segments"
Conditions = tuple[tuple[str, tuple[Pattern, ...]], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions that must all hold, and rules that must not."""

    conditions: Conditions
    excepted: tuple[Rule, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of all conditions, those of exceptions too."""
        own = frozenset(kind for kind, _ in self.conditions)
        return own.union(*(rule.kinds for rule in self.excepted))

    @property
    def patterns(self) -> tuple[tuple[str, Pattern], ...]:
        """All (kind, pattern) pairs, those of exceptions too."""
        own = tuple((kind, one) for kind, patterns in self.conditions for one in patterns)
        return own + tuple(pair for rule in self.excepted for pair in rule.patterns)


@dataclass(frozen=True, slots=True)
class SegmentRules:
    """A segment and its rules, one of which must hold."""

    segment: str
    where: str
    rules: tuple[Rule, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of all conditions of the segment."""
        return frozenset[str]().union(*(rule.kinds for rule in self.rules))

    @property
    def takes_all(self) -> bool:
        """Whether a rule without conditions takes whatever is left."""
        return any(rule == Rule(()) for rule in self.rules)


def parse_rules(rules: object, *, caller: str) -> tuple[SegmentRules, ...]:
    """Return the rules of each segment, in their order.

    Parameters
    ----------
    rules : mapping or path
        ``{segment: rule}`` or a TOML file with ``[segments.name]`` tables.
    caller : str
        Name of the public function, for the message.

    Raises
    ------
    SmoError
        Names the file or argument, the rule, the value and the remedy.

    Examples
    --------
    >>> [rule.segment for rule in parse_rules({"a": {"page": "/a/*"}, "b": {}}, caller="demo")]
    ['a', 'b']
    """
    where = caller
    if isinstance(rules, str | os.PathLike):
        where = str(Path(rules))
        rules = _from_file(Path(rules))
    if not isinstance(rules, Mapping) or not rules:
        raise SmoError(
            f"rules are {rules!r}" if isinstance(rules, Mapping) else
            f"rules are of type {type(rules).__name__}",
            where=where,
            remedy="give {'buyers': {'page': '/shop/*'}, 'others': {}}, or the path of a TOML "
            "file with a table [segments.buyers]",
        )  # fmt: skip
    parsed = tuple(_segment(name, value, where) for name, value in rules.items())
    for place, earlier in enumerate(parsed[:-1]):
        if earlier.takes_all:
            late = parsed[place + 1]
            raise SmoError(
                f"no row ever reaches {late.segment!r}, because {earlier.segment!r} before it "
                "has a rule without conditions, which takes every row",
                where=where,
                remedy=f"put {earlier.segment!r} last: the first rule that holds wins",
            )
    return parsed


def _from_file(path: Path) -> object:
    try:
        told = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SmoError(
            f"the file of rules cannot be read ({error.strerror})",
            where=str(path),
            remedy="check the path; rules may also be given as a mapping",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SmoError(
            f"the file of rules is no TOML: {error}",
            where=str(path),
            remedy='write [segments.buyers], then page = "/shop/*", saved as UTF-8',
        ) from error
    others = sorted(set(told) - {HEAD})
    if others or not isinstance(told.get(HEAD), dict):
        raise SmoError(
            f"it holds {quoted(others)}" if others else "it holds no segment",
            where=str(path),
            remedy=f"put every rule in a table [{HEAD}.NAME]",
        )
    return told[HEAD]


def _segment(name: object, value: object, where: str) -> SegmentRules:
    if not isinstance(name, str) or not name.strip():
        raise SmoError(f"a segment must have a name, got {name!r}", where=where)
    if name in (UNASSIGNED, SHARED):
        raise SmoError(
            f"{name!r} is what rows in no segment are called",
            where=where,
            remedy="take another name, such as 'others'",
        )
    place = f"{where}: segment {name!r}"
    return SegmentRules(name, place, _rules(value, place))


def _rules(value: object, where: str, *, inside: bool = False) -> tuple[Rule, ...]:
    """Return one rule, or those of a list."""
    listed = [value] if isinstance(value, Mapping) else value
    if not isinstance(listed, Sequence) or isinstance(listed, str | bytes) or not listed:
        raise SmoError(
            f"a rule is {value!r}",
            where=where,
            remedy="write a mapping such as {'page': '/shop/*'}, or a list of them",
        )
    return tuple(_rule(one, where, inside=inside) for one in listed)


def _rule(value: object, where: str, *, inside: bool) -> Rule:
    if not isinstance(value, Mapping):
        raise SmoError(
            f"a rule is {value!r}", where=where, remedy="write a mapping: {'page': '/shop/*'}"
        )
    if inside and not value:
        raise SmoError(
            f"{EXCEPT!r} has no condition and leaves no row", where=where,
            remedy="name what is to be left out, or drop it",
        )  # fmt: skip
    conditions = tuple(
        (str(key), _patterns(value[key], str(key), where)) for key in value if key != EXCEPT
    )
    for key, _ in conditions:
        _known(key, where, inside=inside)
    if EXCEPT not in value:
        return Rule(conditions)
    if inside:
        raise SmoError(f"{EXCEPT!r} stands inside {EXCEPT!r}", where=where, remedy="write one")
    return Rule(conditions, _rules(value[EXCEPT], f"{where}, {EXCEPT}", inside=True))


def _known(key: str, where: str, *, inside: bool) -> None:
    if key in KINDS:
        return
    choices = KINDS if inside else (*KINDS, EXCEPT)
    near = nearest(key, choices)
    hint = f"write {near!r}; " if near else ""
    raise SmoError(
        f"there is no condition {key!r}", where=where, remedy=f"{hint}there are {quoted(choices)}"
    )


def _patterns(value: Any, kind: str, where: str) -> tuple[Pattern, ...]:
    many: Iterable[object] = value if isinstance(value, list | tuple | set | frozenset) else [value]
    listed = list(many)
    if not listed:
        raise SmoError(
            f"{kind!r} is an empty list, which nothing fits", where=where,
            remedy="name a pattern, or drop the condition",
        )  # fmt: skip
    return tuple(dict.fromkeys(parse_pattern(one, kind, where=where) for one in listed))
