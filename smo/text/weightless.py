"""Words that are no evidence for one topic against another: the brand's, and the whole site's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from smo.text.normal import normal_forms
from smo.text.rules import WordRules

MOST_SHARED = 0.5
"""A word of more than this share of the texts and of the keywords tells none of them apart."""

MOST_COUNTED = 5_000
"""Most distinct texts in which words are counted, evenly drawn: more add time and no knowledge."""

Names = tuple[frozenset[str], ...]


def weightless_names(
    brand: Iterable[str], keywords: Sequence[str], texts: Sequence[str], rules: WordRules
) -> Names:
    """Return the sets of words that weigh nothing where all of a set stand in a text.

    Parameters
    ----------
    brand : iterable of str
        Names of the brand; the words of a name of several count together only.
    keywords : sequence of str
        Normal forms of keywords.
    texts : sequence of str
        Texts as people see them.
    rules : WordRules
        How the normal forms were made.

    Examples
    --------
    >>> from smo.text.rules import BY_SCRIPT
    >>> names = weightless_names(["Acme"], ["acme rope", "rope"], ["Acme tents"], BY_SCRIPT)
    >>> [sorted(name) for name in names]
    [['acm']]
    """
    names = {frozenset(normal.split()) for normal in normal_forms(list(brand), rules)}
    distinct = sorted(set(texts))
    counted = distinct[:: -(-len(distinct) // MOST_COUNTED) or 1]
    common = _common(keywords) & _common(normal_forms(counted, rules))
    names |= {frozenset([word]) for word in common}
    return tuple(sorted(names - {frozenset()}, key=sorted))


def without_names(normals: Sequence[str], names: Names) -> list[str]:
    """Return normal forms without these words; one that holds nothing else stays as it is.

    Examples
    --------
    >>> without_names(["acm rope", "acm", "big rope"], (frozenset(["acm"]),))
    ['rope', 'acm', 'big rope']
    """
    if not names:
        return list(normals)
    return [_bare(normal, names) for normal in normals]


def _bare(normal: str, names: Names) -> str:
    words = normal.split()
    own = set(words)
    found = {word for name in names if name <= own for word in name}
    return " ".join(word for word in words if word not in found) or normal


def _common(normals: Sequence[str]) -> set[str]:
    """Return the words of more than half of the distinct normal forms."""
    distinct = set(normals) - {""}
    counts = Counter(word for normal in distinct for word in set(normal.split()))
    return {word for word, count in counts.items() if count > MOST_SHARED * len(distinct)}
