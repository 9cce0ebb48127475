"""What the text of a social post holds: hashtags, links, mentions, and the words left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LINK = re.compile(
    # A scheme, "www.", or a bare host with a path: "link in bio: shop.example/sale".
    r"(?:\bhttps?://|\bwww\.(?=\w)|(?<![\w@./#＃-])(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}/)"
    r"[^\s<>\"«»“”]*",
    re.IGNORECASE,
)
_AFTER_LINK = ".,;:!?'’*_~|、。，！？；：）」』】"
_CLOSING = {")": "(", "]": "[", "}": "{"}
_CUT = "…"  # interfaces cut long links: "shop.example/a…" leads nowhere
_MARKS = "#＃﹟"
_MARK = re.compile(rf"(?<![\w&/])[{_MARKS}]")  # "&#39;" is an escape, "C#" a word
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")  # what is left of a link in brackets
_MENTION = re.compile(r"(?<![\w@＠./])[@＠](\w+(?:[.\-]\w+)*)")
_POST_IDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"/status(?:es)?/(\d+)",  # X
        r"urn(?::|%3a)li(?::|%3a)\w+(?::|%3a)(\d+)",  # LinkedIn
        r"(?:activity|ugcpost|share)-(\d{6,})",
        r"[?&](?:story_fbid|fbid)=(\w+)",  # Facebook
        r"facebook\.com/.*?/(?:posts|videos|photos|permalink)/(?:[^?#]*/)?(pfbid\w+|\d+)",
        r"facebook\.com/(?:reel|watch/\?v=|events)/?(\d+)",
        r"instagram\.com/(?:[\w.]+/)?(?:p|reels?|tv)/([\w-]+)",
        r"instagram\.com/stories/[\w.]+/(\d+)",
        r"(?:[?&]v=|youtu\.be/|/shorts/|/live/|/embed/)([\w-]{11})(?![\w-])",
        r"tiktok\.com/.*?/(?:video|photo)/(\d+)",
        r"/pin/(?:[\w-]*--)?(\d+)",  # Pinterest
        r"[/=](?:wall|clip|video)(-?\d+_\d+)",  # VK
    )
)


def hashtags_in(text: str) -> tuple[str, ...]:
    """Return the hashtags of a post in lower case, without #, each once, in their order.

    A tag is a run of letters, digits, marks and underscores of any script that holds a letter.

    Examples
    --------
    >>> hashtags_in("#Running in #обувь, ＃マラソン! #1 C# https://a.example/#top #running")
    ('running', 'обувь', 'マラソン')
    >>> hashtags_in("#red#Blue")
    ('red', 'blue')
    """
    plain = _without_links(text)
    found = (_folded(plain[start + 1 : end]) for start, end in _tag_spans(plain))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def links_in(text: str) -> tuple[str, ...]:
    """Return the addresses in a post as written, in their order; those cut by "…" lead nowhere.

    Examples
    --------
    >>> links_in("See https://a.example/x?y=1. (www.b.example/z_(1)) c.example/d, e.g. nothing")
    ('https://a.example/x?y=1', 'www.b.example/z_(1)', 'c.example/d')
    """
    return tuple(
        text[start:end]
        for start, end in _link_spans(text)
        if _CUT not in text[start:end] and not text.startswith(_CUT, end)
    )


def mentions_in(text: str) -> tuple[str, ...]:
    """Return the accounts that a post names, without @, each once, in their order.

    Examples
    --------
    >>> mentions_in("With @red.shoes and @Москва_24. Write to a@b.example")
    ('red.shoes', 'Москва_24')
    """
    return tuple(dict.fromkeys(found[1] for found in _MENTION.finditer(_without_links(text))))


def words_of(text: str) -> str:
    """Return the words of a post without its links and hashtags, in one line.

    Examples
    --------
    >>> words_of("New shoes! #running #sale https://a.example/x")
    'New shoes!'
    """
    plain = _without_links(text)
    for start, end in reversed([*_tag_spans(plain)]):
        if _folded(plain[start + 1 : end]):
            plain = f"{plain[:start]} {plain[end:]}"
    return " ".join(_EMPTY.sub(" ", plain).split())


def post_id(address: str) -> str | None:
    """Return the id of the post that a permalink leads to, or None.

    Examples
    --------
    >>> post_id("https://x.com/shop/status/649000000000000001")
    '649000000000000001'
    >>> post_id("https://www.instagram.com/reel/Cx_1-aB/"), post_id("https://shop.example/")
    ('Cx_1-aB', None)
    """
    found = (pattern.search(address) for pattern in _POST_IDS)
    return next((match[1] for match in found if match), None)


def _link_spans(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINK.finditer(text):
        end = found.end()
        while end > found.start() and _is_after(text[found.start() : end]):
            end -= 1
        yield found.start(), end


def _is_after(link: str) -> bool:
    """Tell whether the last character belongs to the sentence and not to the link."""
    last = link[-1]
    opening = _CLOSING.get(last)
    return last in _AFTER_LINK or (opening is not None and link.count(opening) < link.count(last))


def _without_links(text: str) -> str:
    """Return the text with a space in place of each link, the mark of a cut one included."""
    kept, place = [], 0
    for start, end in _link_spans(text):
        kept.append(text[place:start])
        place = end + text.startswith(_CUT, end)
    return " ".join([*kept, text[place:]])


def _tag_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each run after a mark goes, the mark included."""
    for mark in _MARK.finditer(text):
        start = mark.start()
        # Tags may follow each other without a space: "#a#b".
        while start < len(text) and text[start] in _MARKS:
            end = start + 1
            while end < len(text) and _in_tag(text[end]):
                end += 1
            if end == start + 1:
                break
            yield start, end
            start = end


def _in_tag(letter: str) -> bool:
    return letter == "_" or unicodedata.category(letter)[0] in "LMN"


def _folded(tag: str) -> str:
    """Return the tag in lower case, empty where it is none: no letter, or a mark first."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", tag).lower())
    kept = "".join(filter(_in_tag, plain))
    first_is_mark = not kept or unicodedata.category(kept[0])[0] == "M"
    has_letter = any(unicodedata.category(letter)[0] == "L" for letter in kept)
    return kept if has_letter and not first_is_mark else ""
