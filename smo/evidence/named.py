"""Texts that name a topic: they hold every word of its label, whatever those words weigh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from smo.text.normal import normal_forms
from smo.text.rules import WordRules
from smo.text.weightless import Names, weightless_names, without_names


def topic_names(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return what each topic is called: its labels and its most searched keyword.

    Parameters
    ----------
    topics, keywords : DataFrame
        Topics and keywords tables.

    Returns
    -------
    DataFrame
        One row = a topic and a name, sorted: topic, name. A topic none of whose keywords was
        shown or searched is called by its label alone.
    """
    keys = ["segment", "keyword"]
    rows = keywords.merge(topics[[*keys, "topic"]], on=keys)
    demand = rows["impressions"].fillna(rows["volume"]).fillna(0.0).astype(float)
    sums = demand.groupby([rows["topic"], rows["keyword"]]).sum().rename("demand").reset_index()
    order = sums[sums["demand"] > 0].sort_values(
        ["topic", "demand", "keyword"], ascending=[True, False, True]
    )
    leading = order.drop_duplicates("topic").rename(columns={"keyword": "name"})
    labels = topics.rename(columns={"label": "name"})
    both = pd.concat([labels[["topic", "name"]], leading[["topic", "name"]]]).dropna()
    return both.drop_duplicates().sort_values(["topic", "name"], ignore_index=True)


def naming_texts(
    texts: Sequence[str], names: pd.DataFrame, rules: WordRules, brand: Sequence[str], weak: Names
) -> pd.DataFrame:
    """Return which texts name which topics.

    A text names a topic when it holds all content words of one of the topic's names, the brand's
    taken out. A word that most texts hold is asked for like any other, but a name needs one
    word besides.

    Parameters
    ----------
    texts : sequence of str, length n
        Texts as people see them.
    names : DataFrame
        One row = a topic and a name, of `topic_names`.
    rules : WordRules
        How words become normal forms.
    brand : sequence of str
        Names of the brand.
    weak : tuple of frozenset of str
        Words that tell no topic from another, `smo.text.weightless.weightless_names`.

    Returns
    -------
    DataFrame
        One row = a text (its place, 0..n-1) and a topic it names, sorted.

    Examples
    --------
    >>> from smo.text.rules import BY_SCRIPT
    >>> names = pd.DataFrame({"topic": [4, 7], "name": ["rope repairs", "rope"]})
    >>> weak = (frozenset(["rope"]),)
    >>> naming_texts(["rope repairs and upgrades", "ropes"], names, BY_SCRIPT, [], weak)
       text  topic
    0     0      4
    """
    own = weightless_names(brand, [], [], rules)
    normals = normal_forms(list(texts), rules)
    holders: dict[str, set[int]] = {}
    for place, normal in enumerate(normals):
        for word in normal.split():
            holders.setdefault(word, set()).add(place)
    called = without_names(normal_forms(names["name"].astype(str).tolist(), rules), own)
    common = {word for name in weak for word in name}
    pairs = sorted(
        {
            (place, int(topic))
            for topic, name in zip(names["topic"], called, strict=True)
            for place in _holding(set(name.split()), holders, common)
        }
    )
    return pd.DataFrame(pairs, columns=["text", "topic"], dtype="int64")


def _holding(words: set[str], holders: Mapping[str, set[int]], common: set[str]) -> Iterator[int]:
    """Yield the places of the texts that hold all the words, one of which tells."""
    if words - common:
        found = sorted((holders.get(word, set()) for word in words), key=len)
        yield from found[0].intersection(*found[1:])
