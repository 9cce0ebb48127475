"""Parts of an address put into one spelling: host, path, query and percent escapes."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote_to_bytes

TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "trk_")
_TRACKING_NAMES = (
    "gclid gclsrc dclid gbraid wbraid gad gad_source gad_campaignid srsltid _ga _gl _gac "
    "fbclid fb_action_ids fb_action_types fb_source igshid igsh yclid ysclid ymclid etext "
    "_openstat roistat calltouch_tm msclkid li_ed li_fat_id trk twclid ttclid epik rdt_cid "
    "sccid vk_ref mc_cid mc_eid _hsenc _hsmi __hstc __hssc __hsfp hsctatracking mkt_tok _ke "
    "_kx vero_id vero_conv oly_anon_id oly_enc_id wickedid s_cid phpsessid jsessionid"
)
TRACKING = frozenset(_TRACKING_NAMES.split())
_EXTENSION_NAMES = (
    "html htm xhtml shtml php php3 php5 phtml asp aspx jsp jspx do cgi cfm pdf doc docx xls xlsx "
    "ppt pptx csv txt xml json rss atom jpg jpeg png gif webp svg avif ico bmp css js mjs map "
    "mp3 mp4 webm woff woff2 ttf gz rar tar exe dmg apk epub"
)
FILE_EXTENSIONS = frozenset(_EXTENSION_NAMES.split())
DEFAULT_PORTS = frozenset([80, 443])

_SPLIT = re.compile(r"^(?:([a-z][a-z0-9+.\-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?", re.I)
_DOMAIN = re.compile(r"^(?:[\w\-]{1,63}\.)+[^\W\d_][\w\-]*\w$")
_HOST = re.compile(r"^[\w\-]+(?:\.[\w\-]+)*$")
_IP4 = re.compile(r"^\d{1,3}(\.\d{1,3}){3}$")
_PORT = re.compile(r":(\d*)$")
_UNSAFE = frozenset(' "<>\\^`{|}%#?')


def split_address(text: str) -> tuple[str | None, str | None, str, str]:
    """Return scheme, authority, path and query; what is absent is None or empty.

    Examples
    --------
    >>> split_address("HTTPS://a.example/b?c=d#e")
    ('https', 'a.example', '/b', 'c=d')
    """
    match = _SPLIT.match(text)
    if match is None:
        return None, None, text, ""
    scheme = match[1].lower() if match[1] else None
    return scheme, match[2], match[3] or "", match[4] or ""


@lru_cache(1 << 12)
def clean_host(authority: str) -> str | None:
    """Return the host in lower case and readable letters, None when it cannot be one.

    Examples
    --------
    >>> clean_host("user@WWW.xn--e1afmkfd.xn--p1ai:443")
    'пример.рф'
    """
    name = decode(authority.rpartition("@")[2]).lower()
    name = re.sub("[\u3002\uff0e\uff61]", ".", name)
    found = _PORT.search(name)
    number = int(found[1]) if found and found[1] and len(found[1]) <= 5 else None
    if found and found[1] and (number is None or number > 65535):
        return None
    port = "" if number is None or number in DEFAULT_PORTS else f":{number}"
    host = name[: found.start()] if found else name
    host = ".".join(_readable_label(label) for label in host.rstrip(".").split("."))
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    return host + port if _HOST.match(host) or _is_ip6(host) else None


def looks_like_host(host: str | None) -> bool:
    """Tell whether a name without scheme is a host: it has a dot and ends like a domain.

    Examples
    --------
    >>> [looks_like_host(name) for name in ("shop.example", "index.html", "about")]
    [True, False, False]
    """
    if host is None:
        return False
    name = _PORT.sub("", host)
    if name == "localhost" or _IP4.match(name):
        return True
    return bool(_DOMAIN.match(name)) and name.rpartition(".")[2] not in FILE_EXTENSIONS


@lru_cache(1 << 16)
def clean_path(path: str) -> str:
    """Return the path from the root: dots resolved, no empty segment, no slash at the end.

    Examples
    --------
    >>> clean_path("//a/./b/../%D0%BA%D0%BE%D1%82/")
    '/a/кот'
    """
    kept: list[str] = []
    for segment in (decode(part) for part in path.split("/")):
        if segment == "..":
            kept = kept[:-1]
        elif segment not in {"", "."}:
            kept.append(encode(segment, "/"))
    return "/" + "/".join(kept)


@lru_cache(1 << 14)
def clean_query(query: str) -> str:
    """Return the query sorted and without tracking, with its question mark, or nothing.

    Examples
    --------
    >>> clean_query("utm_source=x&b=2&a=1+1")
    '?a=1%201&b=2'
    """
    pairs = []
    for part in query.split("&"):
        key, _, value = part.replace("+", "%20").partition("=")
        name, worth = decode(key), decode(value)
        low = name.casefold()
        if (name or worth) and low not in TRACKING and not low.startswith(TRACKING_PREFIXES):
            pairs.append((name, worth))
    shown = [encode(k, "&=+") + (f"={encode(v, '&+')}" if v else "") for k, v in sorted(pairs)]
    return "?" + "&".join(shown) if shown else ""


def decode(text: str) -> str:
    """Return the text behind percent escapes; bytes that are no UTF-8 become surrogates.

    Examples
    --------
    >>> decode("%D0%BA%D0%BE%D1%82")
    'кот'
    """
    if text.isascii() and "%" not in text:
        return text
    raw = unquote_to_bytes(text.encode("utf-8", "surrogatepass"))
    return unicodedata.normalize("NFC", raw.decode("utf-8", "surrogateescape"))


def encode(text: str, reserved: str) -> str:
    """Return text with escapes only where a character would be unreadable or misread.

    Examples
    --------
    >>> encode("кот/2 %", "/")
    'кот%2F2%20%25'
    """
    if text.isalnum():
        return text
    return "".join(
        ch if ch.isprintable() and ch not in _UNSAFE and ch not in reserved else _escape(ch)
        for ch in text
    )


def _escape(ch: str) -> str:
    return "".join(f"%{byte:02X}" for byte in ch.encode("utf-8", "surrogateescape"))


def _readable_label(label: str) -> str:
    if not label.startswith("xn--") or not label.isascii():
        return label
    try:
        readable = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
    fits = not readable.isascii() and decode(readable.lower()) == readable
    return readable if fits and _HOST.match(readable) and "." not in readable else label


def _is_ip6(host: str) -> bool:
    if not (host.startswith("[") and host.endswith("]")) or "%" in host:
        return False
    try:
        ipaddress.IPv6Address(host[1:-1])
    except ValueError:
        return False
    return True
