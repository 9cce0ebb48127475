"""What one segment asks for more often than the others, and in which words."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from smo.checks import check_table, empty_table
from smo.settings import Settings
from smo.stats.log_odds import log_odds, two_sided_q
from smo.tables import DIALECT, KEYWORDS, TOPICS
from smo.text.learn import learn_rules
from smo.text.normal import normal_forms, tokens

BY_KEYWORD = "keyword"
LEAST_FORMS = 3  # normal forms with a word, below which no difference could be told


def distinctive_topics(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return how far each topic of a segment is from the segment's mean interest.

    Counted are distinct normal forms: clicks and impressions come in lumps, one query bringing
    thousands, and would make any two samples of one audience look different.

    Parameters
    ----------
    topics, keywords : DataFrame
        Checked tables.

    Returns
    -------
    DataFrame
        One row = a segment and topic: segment, topic, distinctiveness (log-odds against all
        other segments together), distinctiveness_z, distinctiveness_q. Nothing of segments that
        were made by their keywords, which differ by construction, nor of a lone segment.
    """
    judged = comparable_segments(topics, keywords)
    forms = topics.drop_duplicates(["segment", "topic", "normal"])
    parts = [_segment(forms, segment) for segment in judged]
    columns = ["segment", "topic", "distinctiveness", "distinctiveness_z", "distinctiveness_q"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def comparable_segments(topics: pd.DataFrame, keywords: pd.DataFrame) -> list[str]:
    """Return the segments that may be compared: two at least, none made by its keywords."""
    by = keywords.groupby("segment")["segment_by"].agg(lambda told: ", ".join(told.dropna()))
    made = {str(segment) for segment, told in by.items() if BY_KEYWORD in told.split(", ")}
    segments = {str(segment) for segment in topics["segment"].unique()} - made
    return sorted(segments) if len(segments) > 1 else []


def _segment(forms: pd.DataFrame, segment: str) -> pd.DataFrame:
    mine = forms["segment"] == segment
    own = forms[mine].groupby("topic").size()
    rest = forms[~mine].drop_duplicates(["topic", "normal"]).groupby("topic").size()
    counts = pd.DataFrame({"own": own, "rest": rest}).fillna(0.0).sort_index()
    found = log_odds(counts["own"].to_numpy(), counts["rest"].to_numpy())
    return pd.DataFrame(
        {
            "segment": segment,
            "topic": counts.index.to_numpy(),
            "distinctiveness": found.delta,
            "distinctiveness_z": found.z,
            "distinctiveness_q": found.q,
        }
    )


def find_dialect(
    topics: object, *, keywords: object, settings: Settings | None = None
) -> pd.DataFrame:
    """Return the words by which a segment speaks of a topic, where others use other words.

    Parameters
    ----------
    topics : frame
        Topics table: one row = a keyword of a segment in its topic.
    keywords : frame
        Keywords table the topics were made from; it tells how the segments were made.
    settings : Settings, optional
        `languages` and `fdr` are used.

    Returns
    -------
    DataFrame
        Dialect table: one row = a segment, topic and word that the segment uses more often
        inside this topic than the other segments do, at the false discovery rate over the words
        of the segment. Most distinctive first within a topic; empty where nothing differs.

    Raises
    ------
    SmoError
        When a table is no table of its kind.

    Examples
    --------
    >>> sofas = [f"sofa {word}" for word in "red blue green grey cheap small corner".split()]
    >>> couches = [f"couch {word}" for word in "red blue green grey cheap small corner".split()]
    >>> rows = [("buyers", text) for text in sofas] + [("readers", text) for text in couches]
    >>> topics = pd.DataFrame(rows, columns=["segment", "keyword"]).assign(
    ...     normal=[text for _, text in rows], topic=0, pillar=0, label="sofa",
    ...     pillar_label="sofa", membership=1.0)
    >>> words = topics[["segment", "keyword"]].assign(volume=10)
    >>> find_dialect(topics, keywords=words)[["segment", "word", "own", "rest"]]
       segment   word  own  rest
    0   buyers   sofa  7.0   0.0
    1  readers  couch  7.0   0.0
    """
    caller, chosen = "find_dialect", settings or Settings()
    placed = check_table(topics, TOPICS, caller=caller)
    words = check_table(keywords, KEYWORDS, caller=caller)
    judged = comparable_segments(placed, words)
    if not judged:
        return empty_table(DIALECT)
    used = _words(placed, chosen)
    parts = [part for segment in judged if len(part := _spoken(used, segment, chosen.fdr))]
    if not parts:
        return empty_table(DIALECT)
    table = pd.concat(parts, ignore_index=True)
    order = {"segment": True, "topic": True, "z": False, "word": True}
    table = table.sort_values(list(order), ascending=list(order.values()), kind="stable")
    return check_table(table, DIALECT, caller=caller)


def _words(topics: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return one row per segment, topic, normal form and stem, with the stem as people type it."""
    texts = [str(text) for text in topics["keyword"].unique()]
    rules = learn_rules(texts, settings.languages, settings.word_forms)
    typed = Counter(word for text in texts for word in tokens(text))
    names: dict[str, str] = {}
    spelled = sorted(typed, key=lambda word: (-typed[word], word))
    for word, stem in zip(spelled, normal_forms(spelled, rules), strict=True):
        names.setdefault(stem, word)
    forms = topics.drop_duplicates(["segment", "topic", "normal"])
    forms = forms[["segment", "topic", "normal"]]
    split = forms.assign(stem=forms["normal"].str.split(" ")).explode("stem")
    split = split.drop_duplicates(["segment", "topic", "normal", "stem"])
    return split.assign(word=[names.get(stem, stem) for stem in split["stem"]])


def _spoken(used: pd.DataFrame, segment: str, fdr: float) -> pd.DataFrame:
    """Return the words a segment uses more often, tested together over all its topics."""
    key = ["topic", "stem"]
    mine = used["segment"] == segment
    rest = used[~mine].drop_duplicates(["topic", "normal", "stem"])
    counts = pd.DataFrame(
        {
            "own": used[mine].groupby(key).size(),
            "rest": rest.groupby(key).size(),
            "word": used.groupby(key)["word"].first(),
        }
    )
    counts = counts.fillna({"own": 0.0, "rest": 0.0}).sort_index().reset_index()
    shared = counts.groupby("topic")[["own", "rest"]].transform("sum").min(axis=1) > 0
    enough = shared & (counts["own"] + counts["rest"] >= LEAST_FORMS)
    parts = [_in_topic(rows) for _, rows in counts[enough].groupby("topic", sort=True)]
    if not parts:
        return pd.DataFrame()
    tested = pd.concat(parts, ignore_index=True)
    tested["q"] = two_sided_q(tested["z"].to_numpy())
    found = tested[(tested["q"] <= fdr) & (tested["z"] > 0)]
    return found.assign(segment=segment)


def _in_topic(rows: pd.DataFrame) -> pd.DataFrame:
    found = log_odds(rows["own"].to_numpy(), rows["rest"].to_numpy())
    return rows.assign(delta=found.delta, z=found.z)
