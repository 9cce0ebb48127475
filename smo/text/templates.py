"""Templates of addresses: thousands of pages alike, such as ``/product/{slug}``, as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

MIN_LIKE = 10
"""Siblings from which their names are taken for values: menus have up to nine rooms."""

ROOM_SHARE = 0.02
"""A sibling with at least this share of the addresses beside it is a room of the site."""

ID, SLUG, VALUE = "{id}", "{slug}", "{value}"

# Numbers, dates, UUIDs and hashes with a digit name a thing, never a room.
_ID = re.compile(
    r"\d[\d._-]*|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{8,}",
    re.IGNORECASE,
)

_Paths = list[tuple[str, tuple[str, ...]]]


def url_templates(addresses: Iterable[str]) -> dict[str, str]:
    """Return the template of each distinct address, those of the same template being alike.

    Parts of a path that stand under the same parent are compared: numbers, dates and hashes
    become ``{id}`` where there are two or more; of ten and more other siblings those with fewer
    than ten addresses below them, or with less than a fiftieth of what is there, become
    ``{slug}``. Values of a query become ``{value}``. The result depends neither on the order nor
    on the number of times an address is given.

    Parameters
    ----------
    addresses : iterable of str
        Canonical addresses (`smo.text.urls.canonical_url`): ``host/path?query``.

    Returns
    -------
    dict
        Address to template.

    Examples
    --------
    >>> shop = [f"a.example/product/red-shoe-{letter}" for letter in "abcdefghijkl"]
    >>> rest = ["a.example/about", "a.example/order/17", "a.example/order/18"]
    >>> found = url_templates([*shop, *rest])
    >>> sorted(set(found.values()))
    ['a.example/about', 'a.example/order/{id}', 'a.example/product/{slug}']
    """
    found: dict[str, str] = {}
    sites: dict[str, _Paths] = defaultdict(list)
    for address in sorted(set(addresses)):
        host, *parts = address.split("?", 1)[0].split("/")
        sites[host].append((address, tuple(parts)))
    for host, paths in sites.items():
        # Not by recursion: a stranger's address may have thousands of parts.
        waiting = [(host, paths)]
        while waiting:
            start, inside = waiting.pop()
            found.update((address, start) for address, parts in inside if not parts)
            waiting += [
                (f"{start}/{name}", below) for name, below in _named([p for p in inside if p[1]])
            ]
    return {address: template + _query(address) for address, template in sorted(found.items())}


def _named(paths: _Paths) -> list[tuple[str, _Paths]]:
    """Return the next part of the paths, or what stands for it, each with what is below."""
    children: dict[str, _Paths] = defaultdict(list)
    for address, parts in paths:
        children[parts[0]].append((address, parts[1:]))
    ids = [name for name in children if _ID.fullmatch(name)]
    names = [name for name in children if not _ID.fullmatch(name)]
    least = max(MIN_LIKE, ROOM_SHARE * len(paths))
    slugs = [name for name in names if name and len(children[name]) < least]
    alike = {
        **(dict.fromkeys(ids, ID) if len(ids) > 1 else {}),
        **(dict.fromkeys(slugs, SLUG) if len(slugs) >= MIN_LIKE else {}),
    }
    merged: dict[str, _Paths] = defaultdict(list)
    for name, below in children.items():
        merged[alike.get(name, name)] += below
    return list(merged.items())


def _query(address: str) -> str:
    """Return the query's names with a value for each."""
    if "?" not in address:
        return ""
    names = sorted({pair.split("=", 1)[0] for pair in address.split("?", 1)[1].split("&")})
    return "?" + "&".join(f"{name}={VALUE}" for name in names if name)
