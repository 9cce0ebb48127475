"""Whether a saved page is ready to be shared: what it tells networks, and its share links."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from smo.checks import check_optional, check_table
from smo.errors import SmoError
from smo.read.html_page import SavedPage, saved_page
from smo.spec import Column, Table, count, must, text
from smo.tables import CLICKS
from smo.text.urls import canonical_url

CALLER = "social_readiness"
# What stands in the head: item, selector, attribute that holds the value ("" = the words).
HEAD = (
    ("title", "head > title", ""),
    ("description", 'meta[name="description" i]', "content"),
    ("canonical", 'link[rel~="canonical" i]', "href"),
    ("og:title", 'meta[property="og:title" i]', "content"),
    ("og:description", 'meta[property="og:description" i]', "content"),
    ("og:image", 'meta[property="og:image" i]', "content"),
    ("og:url", 'meta[property="og:url" i]', "content"),
    ("og:type", 'meta[property="og:type" i]', "content"),
    ("twitter:card", 'meta[name="twitter:card" i], meta[property="twitter:card" i]', "content"),
)
STRUCTURED, SHARE = "structured data", "share elements"
# Addresses that open the networks' own dialogs.
_SHARES = re.compile(
    r"(?:facebook\.com/(?:sharer|share\.php|dialog/share)|(?:twitter|x)\.com/(?:intent/|share)|"
    r"linkedin\.com/(?:share|sharing)|(?:t|telegram)\.me/share|(?:vk|vkontakte)\.(?:com|ru)/share|"
    r"wa\.me/\?|whatsapp\.com/send|whatsapp://send|pinterest\.\w+/pin/create|reddit\.com/submit|"
    r"connect\.ok\.ru/offer|tumblr\.com/(?:share|widgets/share)|^mailto:\?)",
    re.IGNORECASE,
)
MAX_VALUE = 300

READINESS = Table(
    "readiness",
    "one thing a page tells networks, or lacks",
    ("page", "item"),
    (
        must("page", "name of the saved file"),
        text("address", "where it was saved from, or its canonical address"),
        must("item", "title, description, canonical, og:*, twitter:card, structured data, share"),
        Column("present", "flag", "the page has it, and not empty", required=True),
        text("value", "what it says; of structured data the types, of share elements the links"),
        count("elements", "how many there are"),
        count("exposed", "of share elements: pageviews in which they were visible"),
        count("clicks", "of share elements: clicks"),
        count("dead_clicks", "of share elements: clicks that changed nothing"),
    ),
)


def social_readiness(html: object, *, clicks: object | None = None) -> pd.DataFrame:
    """Return what saved pages tell social networks, as facts.

    Nothing is fetched: the pages are files that somebody saved.

    Parameters
    ----------
    html : path or list of paths
        Saved pages, as `read_clicks` takes them.
    clicks : frame, optional
        Clicks table; clicks on the share elements of a page are added where its address is known.

    Returns
    -------
    DataFrame
        One row = a page and an item, pages in the order given: title, description, canonical,
        Open Graph, Twitter card, structured data, share elements.

    Raises
    ------
    SmoError
        When a file is no web page, none is given, or the HTML parser (extra `html`) is missing.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> page = pathlib.Path(tempfile.mkdtemp()) / "ropes.html"
    >>> _ = page.write_text("<html><head><title>Ropes</title></head><body>"
    ...     '<a href="https://t.me/share/url?url=x">Share</a></body></html>')
    >>> found = social_readiness(page)
    >>> found.loc[found["present"], ["item", "value"]].values.tolist()
    [['title', 'Ropes'], ['share elements', 'https://t.me/share/url?url=x']]
    """
    paths = _paths(html)
    taps = check_optional(clicks, CLICKS, caller=CALLER)
    taps = taps[taps["target"].map(_is_share, na_action="ignore").fillna(value=False).astype(bool)]
    taps = taps.assign(page=taps["page"].map(canonical_url))
    rows: list[dict[str, Any]] = []
    for path in paths:
        rows += _facts(saved_page(path), taps)
    return check_table(pd.DataFrame(rows), READINESS, caller=CALLER)


def _paths(html: object) -> list[str | os.PathLike[str]]:
    if isinstance(html, str | os.PathLike):
        return [html]
    listed = list(html) if isinstance(html, Iterable) else []
    if not listed or not all(isinstance(path, str | os.PathLike) for path in listed):
        raise SmoError(
            f"'html' must be a path or a list of paths; got {html!r}"[:200],
            where=CALLER,
            remedy="give the files of the saved pages",
        )
    return listed


def _facts(page: SavedPage, taps: pd.DataFrame) -> list[dict[str, Any]]:
    found = [(item, *_values(page, selector, name)) for item, selector, name in HEAD]
    types = _types(page)
    links = [str(node.attributes.get("href") or "").strip() for node in page.tree.css("a[href]")]
    shares = [link for link in links if _is_share(link)]
    found += [(STRUCTURED, ", ".join(types), len(types)), (SHARE, " ".join(shares), len(shares))]
    canonical = next((value for item, value, _ in found if item == "canonical"), "")
    address = page.address or canonical or None
    rows: list[dict[str, Any]] = [
        {
            "page": page.name,
            "address": address,
            "item": item,
            "present": bool(value),
            "value": value[:MAX_VALUE] or None,
            "elements": number,
        }
        for item, value, number in found
    ]
    own = taps[taps["page"] == canonical_url(address)] if address else taps.iloc[:0]
    if len(own):
        sums = own[["exposed", "clicks", "dead_clicks"]].sum(min_count=1)
        rows[-1] |= {str(name): value for name, value in sums.items()}
    return rows


def _values(page: SavedPage, selector: str, name: str) -> tuple[str, int]:
    """Return the first value that is not empty, and how many elements there are."""
    nodes = page.tree.css(selector)
    told = [node.attributes.get(name) if name else node.text() for node in nodes]
    values = [" ".join(str(value).split()) for value in told if value and str(value).strip()]
    return (values[0] if values else ""), len(nodes)


def _types(page: SavedPage) -> list[str]:
    """Return the types of structured data: JSON-LD, then microdata; what cannot be read is none."""
    found: list[str] = []
    for node in page.tree.css('script[type="application/ld+json" i]'):
        try:
            found += _typed(json.loads(node.text()))
        except (ValueError, RecursionError):
            found.append("unreadable")
    scopes = page.tree.css("[itemtype]")
    found += [str(node.attributes.get("itemtype") or "").rsplit("/", 1)[-1] for node in scopes]
    return [kind for kind in dict.fromkeys(found) if kind]


def _typed(data: Any) -> list[str]:
    """Return the types of the things that a JSON-LD text names at its top."""
    if isinstance(data, list):
        return [kind for part in data for kind in _typed(part)]
    if not isinstance(data, dict):
        return []
    own = data.get("@type", [])
    kinds = [str(kind) for kind in (own if isinstance(own, list) else [own])]
    return kinds + _typed(data.get("@graph", []))


def _is_share(link: object) -> bool:
    return _SHARES.search(str(link)) is not None
