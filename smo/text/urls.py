"""One spelling for every address of a page, so that tables from different tools meet.

The canonical form is ``host/path?query`` without scheme and ``www.``:
``https://WWW.Shop.example:443/Bags/?utm_source=x&b=2&a=1#top`` is ``shop.example/Bags?a=1&b=2``.
A path whose host is not known stays ``/path``. Kept apart on purpose: letter case of the path,
``/index.php`` and ``/`` (real sites serve ``/index.php`` and ``/index2.php`` as two pages),
``m.`` hosts, and every query parameter that is not known to track.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from smo.text.address import (
    FILE_EXTENSIONS,
    clean_host,
    clean_path,
    clean_query,
    decode,
    encode,
    looks_like_host,
    split_address,
)
from smo.text.distinct import each_distinct

NO_ADDRESS = frozenset(["", "-", "--", "n/a", "nan", "none", "null", "undefined", "<na>", "#"])
SEARCH_KEYS = frozenset(["q", "query", "search", "text", "keyword", "category", "tag", "topic"])
INDEX_WORDS = frozenset(["index", "default"])

_BARE_PORT = re.compile(r"^(?:[^/?#:@]+\.[^/?#:@]+|localhost):\d{1,5}(?=[/?#]|$)", re.I)
_APP_LINK = re.compile(r"^(?:android-app|ios-app)://[^/]+/(https?)/(.+)$")
_NEXT_IMAGE = re.compile(r"^[^?]*/_next/image\?(?:.*&)?url=([^&]+)")
_GROUP = re.compile(r"(?<!\\)\((?:[^()\\]|\\.)*\)[?*+]?")
_SLUG_BREAK = re.compile(r"[\W_]+")
_ID = re.compile(r"^(?=(?:\D*\d){3})(?=[\W\d_]*[^\W\d_])\w{8,}$|^\d{5,}$")


def canonical_url(url: object, base: str | None = None) -> str | None:
    """Return the one spelling of an address, or None where there is none.

    Parameters
    ----------
    url : str or missing
        Address as a tool wrote it: absolute, without scheme, ``//host/path``, a bare path,
        relative, an ``android-app://`` link, or the regular expression of a Clarity map.
    base : str, optional
        Host, or address of the page the link stands on, for addresses without a host.

    Returns
    -------
    str or None
        ``host/path?query``; ``/path`` where no host is known; ``//name/path`` for a host
        without a dot; ``android-app://package/path`` for an app. None for missing values,
        ``(not set)`` and its like, and what leads to no page (``javascript:``, ``mailto:``).

    Notes
    -----
    Idempotent. Fragments are dropped, also those of single-page applications. Query
    parameters are sorted, those that only track are left out. Percent escapes are decoded to
    readable text unless the character has a meaning in an address. A first segment with a
    dot is a host (``shop.example/a``) unless it ends like a file (``index.html``). Of
    ``_next/image?url=`` and app links the address inside is taken.

    Examples
    --------
    >>> canonical_url("https://www.Shop.example/Bags/?utm_source=x&b=2&a=1#top")
    'shop.example/Bags?a=1&b=2'
    >>> canonical_url("/bags/", base="shop.example")
    'shop.example/bags'
    >>> canonical_url("(not set)") is None
    True
    """
    text = _plain(url)
    place = _place(base)
    while text is not None:
        found = _resolve(text, place)
        if found is None:
            return None
        inner = _inner(found)
        if inner is None:
            return found
        text, place = inner, found
    return None


def canonical_urls(values: pd.Series[Any], base: str | None = None) -> pd.Series[Any]:
    """Return the canonical form of every address; each distinct one is worked out once.

    Examples
    --------
    >>> canonical_urls(pd.Series(["http://a.example", None])).tolist()
    ['a.example/', <NA>]
    """
    return each_distinct(values, lambda value: canonical_url(value, base))


def url_host(url: object) -> str | None:
    """Return the host of an address, or None for a bare path, an app or no address.

    Examples
    --------
    >>> url_host("http://www.shop.example:8080/x")
    'shop.example:8080'
    """
    found = canonical_url(url)
    if (
        found is None
        or "://" in found.partition("?")[0]
        or found.startswith("/") > (found.startswith("//"))
    ):
        return None
    return re.split(r"[/?]", found.removeprefix("//"), maxsplit=1)[0]


def only_host(*columns: pd.Series[Any]) -> str | None:
    """Return the one host that all addresses of the columns share, or None.

    A bare path and a full address are the same page when the data know one host only:
    ``canonical_urls(paths, base=only_host(paths, addresses))`` makes them meet.

    Examples
    --------
    >>> only_host(pd.Series(["/a", "https://x.example/b"]), pd.Series(["www.x.example"]))
    'x.example'
    """
    distinct = {value for column in columns for value in column.dropna().unique()}
    hosts = {url_host(value) for value in distinct} - {None}
    return hosts.pop() if len(hosts) == 1 else None


def url_words(url: object) -> str:
    """Return the words of an address: path and searched words, no host, ids or extension.

    Examples
    --------
    >>> url_words("https://shop.example/women/summer-dresses_12345678.html?utm_source=x")
    'women summer dresses'
    """
    found = canonical_url(url)
    if found is None or "://" in found.partition("?")[0]:
        return ""
    path, _, query = found.removeprefix("//").partition("?")
    pairs = (pair.partition("=") for pair in query.split("&"))
    searched = [value for key, _, value in pairs if key in SEARCH_KEYS]
    return " ".join(
        word for segment in path.split("/")[1:] + searched for word in _slug_parts(segment)
    )


def _slug_parts(segment: str) -> list[str]:
    stem, dot, extension = segment.rpartition(".")
    name = stem if dot and extension.casefold() in FILE_EXTENSIONS else segment
    words = [word for word in _SLUG_BREAK.split(decode(name)) if word]
    return [w for w in words if not _ID.match(w) and w.casefold() not in INDEX_WORDS]


def _plain(url: object) -> str | None:
    """Return the text of an address without what tools wrap around it."""
    if not isinstance(url, str):
        return None
    # Search Console breaks long cells with " \n", also inside an address.
    text = re.sub(r" ?[\r\n\t]+", "", url).strip(" \x00\ufeff\u200b\u200e\u200f\xa0")
    if text.startswith("^"):
        text = _unescape_pattern(text)
    if text.casefold() in NO_ADDRESS or (text.startswith("(") and text.endswith(")")):
        return None
    return text


def _unescape_pattern(pattern: str) -> str:
    """Return the address a regular expression stands for; ``.*`` becomes ``*``."""
    text = pattern.removeprefix("^").removesuffix("$")
    shorter = _GROUP.sub("", text)
    while shorter != text:
        text, shorter = shorter, _GROUP.sub("", shorter)
    text = re.sub(r"^https\?", "https", text.removesuffix("$"))
    text = re.sub(r"/\?$", "/", text)
    text = re.sub(r"(?<!\\)\.[*+]\??", "*", text)
    return re.sub(r"\\(.)", r"\1", text)


def _place(base: str | None) -> str | None:
    """Return the canonical base; a slash at its end is kept, as it makes a folder."""
    found = canonical_url(base) if base is not None else None
    if found is None or base is None or "://" in found.partition("?")[0]:
        return None
    path = found.partition("?")[0]
    folder = split_address(base)[2].endswith("/") and not path.endswith("/")
    return f"{path}/" if folder else path


def _inner(found: str) -> str | None:
    """Return the address that an app link or an image proxy carries inside."""
    link = _APP_LINK.match(found)
    if link:
        return f"{link[1]}://{link[2]}"
    image = _NEXT_IMAGE.match(found)
    return decode(image[1]) if image else None


def _resolve(text: str, place: str | None) -> str | None:
    """Return the canonical form of one address, not looking for another inside."""
    scheme, authority, path, query = split_address(f"//{text}" if _BARE_PORT.match(text) else text)
    if scheme in {"android-app", "ios-app"}:
        name = encode(decode(authority or "").lower(), "/")
        return f"{scheme}://{name}{clean_path(path)}{clean_query(query)}" if name else None
    if scheme not in {None, "http", "https"} or (scheme and authority is None):
        return None
    if authority is None:
        first, slash, rest = path.partition("/")
        if not looks_like_host(clean_host(first)):
            return _join_place(path, query, place)
        authority, path = first, slash + rest
    host = clean_host(authority)
    if host is None:
        return None
    name = host if looks_like_host(host) else f"//{host}"
    return name + clean_path(path) + clean_query(query)


def _join_place(path: str, query: str, place: str | None) -> str | None:
    """Return a path put behind the host of the place and, where relative, in its folder."""
    if place is None:
        return clean_path(path) + clean_query(query) if path else None
    slashes = "//" if place.startswith("//") else ""
    host, slash, folder = place.removeprefix("//").partition("/")
    if path == "":
        path = slash + folder
    elif not path.startswith("/"):
        path = f"/{folder.rpartition('/')[0]}/{path}"
    return slashes + host + clean_path(path) + clean_query(query)
