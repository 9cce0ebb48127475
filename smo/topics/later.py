"""Later keywords into topics that were fitted without them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.checks import check_table, empty_table
from smo.settings import Settings
from smo.tables import KEYWORDS, TOPICS
from smo.text.normal import normal_forms
from smo.topics.attributes import languages_of
from smo.topics.identity import keyword_demand
from smo.topics.table import Clustering
from smo.topics.traits import with_traits

OF_TOPIC = ["topic", "pillar", "label", "pillar_label", "terms"]


def place_later(
    found: Clustering, keywords: object, *, settings: Settings | None = None
) -> pd.DataFrame:
    """Give keywords the topics of an earlier fit, without fitting anything again.

    Parameters
    ----------
    found : Clustering
        What `fit_topics` returned for the earlier keywords.
    keywords : frame
        Keywords table of later rows. A keyword with the normal form of an earlier one keeps its
        topic; another goes where the fit's `predict` puts it.
    settings : Settings, optional
        Those of the fit.

    Returns
    -------
    DataFrame
        Topics table of the later keywords; membership 0 and no stability where the keyword was
        not seen in its segment, because the fit says neither.

    Raises
    ------
    SmoError
        When the table is no keywords table.

    Examples
    --------
    >>> from smo.topics import KeywordClusterer, fit_topics
    >>> early = pd.DataFrame({"segment": "all", "volume": 9.0,
    ...     "keyword": ["red rope", "rope", "big tent", "tent for two"]})
    >>> found = fit_topics(early, clusterer=KeywordClusterer(2))
    >>> late = pd.DataFrame({"segment": "all", "keyword": ["blue rope", "tents"], "volume": 1})
    >>> place_later(found, late)[["keyword", "label"]].values.tolist()
    [['tents', 'big tent'], ['blue rope', 'rope']]
    """
    table = check_table(keywords, KEYWORDS, caller="place_later")
    chosen = settings or Settings()
    if table.empty or found.clusterer is None:
        return empty_table(TOPICS)
    rows = keyword_demand(table)[["segment", "keyword"]]
    texts = [str(keyword) for keyword in rows["keyword"]]
    rules = found.clusterer.rules_
    rows["normal"] = normal_forms(texts, rules)
    rows["topic"] = _topics(found, rows, texts)
    named = found.topics.drop_duplicates("topic")[OF_TOPIC]
    rows = rows.merge(named, on="topic", how="left")
    seen = found.topics[["segment", "keyword", "membership", "stability"]]
    rows = rows.merge(seen, on=["segment", "keyword"], how="left")
    rows["membership"] = rows["membership"].fillna(0.0)
    rows["language"] = languages_of(texts, [str(s) for s in rows["segment"]], chosen.languages)
    ordered = with_traits(rows, table, chosen).sort_values(
        ["segment", "topic", "keyword"], kind="stable"
    )
    return check_table(ordered, TOPICS, caller="place_later")


def _topics(found: Clustering, rows: pd.DataFrame, texts: list[str]) -> list[int]:
    """Return the topic of each row: that of its normal form where it was seen, else predicted."""
    assert found.clusterer is not None  # noqa: S101  the caller has looked
    known = dict(zip(found.topics["normal"], found.topics["topic"], strict=True))
    # the fit numbers by size, the table by demand: rows of both in one order tell which is which
    inorder = found.topics.sort_values(["segment", "keyword"], kind="stable")["topic"]
    pairs = zip(found.clusterer.labels_.tolist(), inorder, strict=True)
    ids = {label: int(topic) for label, topic in pairs}
    predicted = np.asarray(found.clusterer.predict(texts)).tolist()
    return [
        int(known.get(normal, ids[label]))
        for normal, label in zip(rows["normal"], predicted, strict=True)
    ]
