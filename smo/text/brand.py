"""The brand words of a site, from the hosts its addresses stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from smo.text.normal import tokens

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
        One word, or empty.

    Examples
    --------
    >>> brand_words(["acme.example", "acme.example", "cdn.example"], ["acme rope", "rope"])
    ('acme',)
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
    return () if found > MAX_KEYWORD_SHARE * len(keywords) else (word,)
