"""The brand words of a site, from the hosts its addresses stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from smo.text.normal import tokens

# How Russian searchers spell Latin names by ear, longest first (velmarok: велмарок).
_CYRILLIC = (
    ("shch", "щ"), ("sch", "ш"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"),
    ("ya", "я"), ("yu", "ю"), ("yo", "е"), ("ck", "к"), ("ph", "ф"), ("ee", "и"), ("oo", "у"),
    ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
    ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"),
    ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"),
    ("y", "и"), ("z", "з"),
)  # fmt: skip

# Second-level labels under which country registries sell names, e.g. co.uk, com.au, org.za.
REGISTRY_LABELS = frozenset({"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"})
# A label that is a word of so many keywords names the trade, not the brand ("books.example").
MAX_KEYWORD_SHARE = 0.5
MIN_LETTERS = 3


def host_label(host: str) -> str | None:
    """Return the name in a host: the label its owner registered.

    Examples
    --------
    >>> host_label("www.lib.acme-tools.co.uk")
    'acme-tools'
    >>> host_label("localhost") is None
    True
    """
    labels = [label for label in host.casefold().split(".") if label]
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    del labels[-1]
    if len(labels) > 1 and labels[-1] in REGISTRY_LABELS:
        del labels[-1]
    return labels[-1]


def brand_words(hosts: Iterable[str], keywords: Sequence[str]) -> tuple[str, ...]:
    """Return the brand word of the most frequent host, or nothing where it tells nothing.

    Parameters
    ----------
    hosts : iterable of str
        Host of each address of the data.
    keywords : sequence of str
        Distinct keywords; a label found in more than half of them names the trade.

    Returns
    -------
    tuple of str
        The word, and as Russian searchers spell it; or empty.

    Examples
    --------
    >>> brand_words(["acme.example", "acme.example", "cdn.example"], ["acme rope", "rope"])
    ('acme', 'акме')
    >>> brand_words(["rope.example"], ["red rope", "rope", "tent"])
    ()
    """
    counts = Counter(label for host in hosts if (label := host_label(host)))
    if not counts:
        return ()
    word = min(counts, key=lambda label: (-counts[label], label))
    if len(word) < MIN_LETTERS:
        return ()
    found = sum(word in tokens(keyword) for keyword in keywords)
    if found > MAX_KEYWORD_SHARE * len(keywords):
        return ()
    cyrillic = in_cyrillic(word)
    return (word,) if cyrillic == word else (word, cyrillic)


def in_cyrillic(word: str) -> str:
    """Return a Latin name in Russian letters, as it is heard; other letters stay.

    Examples
    --------
    >>> in_cyrillic("sheepshop")
    'шипшоп'
    """
    spelled = word
    for latin, cyrillic in _CYRILLIC:
        spelled = spelled.replace(latin, cyrillic)
    return spelled


def one_slip(left: str, right: str) -> bool:
    """Tell whether two words differ by at most one letter left out, added, changed or swapped.

    Damerau (1964), A technique for computer detection and correction of spelling errors.

    Examples
    --------
    >>> one_slip("velmarok", "velmraok"), one_slip("velmarok", "velmork")
    (True, False)
    """
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    a, b = left[start:], right[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
