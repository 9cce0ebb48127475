"""Keywords of all segments into one set of topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from smo.checks import check_table, empty_table
from smo.errors import SmoError
from smo.settings import Settings
from smo.stats.hopkins import Tendency, tendency
from smo.tables import CURVE, KEYWORDS, TOPICS
from smo.text.learn import learn_rules
from smo.text.normal import normal_forms
from smo.text.rules import BY_SCRIPT, WordRules
from smo.topics.attributes import languages_of
from smo.topics.choose_k import best_k
from smo.topics.clusterer import KeywordClusterer
from smo.topics.fit import bags_of
from smo.topics.identity import keyword_demand, number_by_demand
from smo.topics.label import choose_names, names_inside
from smo.topics.merit import as_typed
from smo.topics.nearness import own_similarities
from smo.topics.pillar_names import name_pillars
from smo.topics.pillars import group_topics
from smo.topics.terms import distinctive_terms
from smo.topics.traits import with_traits
from smo.topics.vectorize import Ints, count_words

# Share of keywords that name the brand from which its word is left out of the features. At 28 %
# (a merchandise shop) that turns 23 mixed topics into 64 clear ones; at 1.3 % (planted worlds) it
# mixes brand queries into other topics, and 0.71 instead of 0.79 of the broken ones are found.
_BRAND_OUTWEIGHS = 0.1


@dataclass(frozen=True)
class Clustering:
    """Topics, and what speaks for them.

    Parameters
    ----------
    topics : DataFrame
        Topics table: one row = a distinct (segment, keyword).
    curve : DataFrame
        Curve table: one row = a number of topics that was tried; empty where it was given.
    tendency : Tendency or None
        Whether the keywords group at all; None without keywords.
    clusterer : KeywordClusterer or None
        The fit, its labels in the order of the distinct (segment, keyword); None without keywords.
    """

    topics: pd.DataFrame
    curve: pd.DataFrame
    tendency: Tendency | None
    clusterer: KeywordClusterer | None = None


def cluster_keywords(
    keywords: object,
    *,
    clusterer: KeywordClusterer | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Give every keyword a topic, fitted once over all segments so that ids compare.

    Parameters
    ----------
    keywords : frame
        Keywords table: one row = a keyword of a segment, with its page and day where the export
        has them.
    clusterer : KeywordClusterer, optional
        How keywords become topics; a copy of it is fitted, with the settings' languages where it
        has none of its own. By default the number of topics is
        found and the seed is `settings.random_state`.
    settings : Settings, optional
        Languages, brand and seed.

    Returns
    -------
    DataFrame
        Topics table: one row = a distinct (segment, keyword), sorted by segment, topic, keyword.
        Topic and pillar ids count from the most demanded (most impressions, then most volume,
        then by label) over all segments; labels are keywords that people typed. `membership` is
        the cosine between a keyword and its topic's mean, over words and characters; `stability`
        the share of the topic that comes back when half of its keywords are all that is known.
        `intent` is the export's where it has one, else told by words (`intent_from` says which).
        `brand` is NA where the settings name no brand. Where a tenth of the keywords or more name
        it, one-word brand names make no topic: "acme rope" belongs with "rope". Equal normal
        form, equal topic.

    Raises
    ------
    SmoError
        When the table is no keywords table, or the clusterer no `KeywordClusterer`.

    Examples
    --------
    >>> words = pd.DataFrame(
    ...     {
    ...         "segment": "buyers",
    ...         "keyword": ["climbing rope", "red rope", "tent for two", "big tent"],
    ...         "impressions": [90, 10, 60, 20],
    ...     }
    ... )
    >>> topics = cluster_keywords(words, clusterer=KeywordClusterer(2))
    >>> topics[["keyword", "topic", "label"]]
             keyword  topic          label
    0  climbing rope      0  climbing rope
    1       red rope      0  climbing rope
    2       big tent      1   tent for two
    3   tent for two      1   tent for two
    """
    return fit_topics(keywords, clusterer=clusterer, settings=settings).topics


def fit_topics(
    keywords: object,
    *,
    clusterer: KeywordClusterer | None = None,
    settings: Settings | None = None,
) -> Clustering:
    """Give every keyword a topic, as `cluster_keywords` does, and tell what speaks for them.

    Parameters
    ----------
    keywords, clusterer, settings
        As of `cluster_keywords`.

    Returns
    -------
    Clustering
        The topics table, the curve of the numbers of topics tried, and whether the keywords
        group at all.

    Raises
    ------
    SmoError
        As `cluster_keywords`.

    Examples
    --------
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["red rope", "tent"], "volume": [9, 5]})
    >>> fit_topics(words).curve.empty
    True
    """
    table = check_table(keywords, KEYWORDS, caller="cluster_keywords")
    chosen = settings or Settings()
    if table.empty:
        return Clustering(empty_table(TOPICS), empty_table(CURVE), None)
    rows = keyword_demand(table)
    texts = [str(keyword) for keyword in rows["keyword"]]
    rules = learn_rules(texts, chosen.languages, chosen.word_forms)
    rows["normal"] = normal_forms(texts, rules)
    told = _without_brand(texts, rows["normal"].tolist(), chosen.brand, rules)
    fitted = _own_copy(clusterer, chosen).fit(told)
    bags = bags_of(told, fitted.rules_)
    rows["membership"] = _memberships(fitted, told, bags)
    rows["stability"] = fitted.stability_.astype(np.float64)[fitted.labels_].round(6)
    rows["language"] = languages_of(texts, [str(s) for s in rows["segment"]], chosen.languages)
    rows = _named(rows, fitted, rules)
    told_of = with_traits(rows, table, chosen)
    ordered = told_of.sort_values(["segment", "topic", "keyword"], kind="stable")
    return Clustering(
        topics=check_table(ordered, TOPICS, caller="cluster_keywords"),
        curve=_curve(fitted),
        tendency=tendency(count_words(sorted(set(bags)))[0], random_state=chosen.random_state),
        clusterer=fitted,
    )


def _curve(fitted: KeywordClusterer) -> pd.DataFrame:
    curve = fitted.silhouette_curve_
    if not curve:
        return empty_table(CURVE)
    rows = {"n_topics": list(curve), "silhouette": [round(score, 6) for score in curve.values()]}
    frame = pd.DataFrame(rows).assign(chosen=lambda told: told["n_topics"] == best_k(curve))
    return check_table(frame, CURVE, caller="cluster_keywords")


def _own_copy(clusterer: KeywordClusterer | None, settings: Settings) -> KeywordClusterer:
    if clusterer is None:
        return KeywordClusterer(
            languages=settings.languages,
            word_forms=settings.word_forms,
            random_state=settings.random_state,
        )
    if not isinstance(clusterer, KeywordClusterer):
        raise SmoError(
            f"'clusterer' must be a KeywordClusterer; got {type(clusterer).__name__}",
            where="cluster_keywords",
        )
    # `clone` would take its fit from an embedding
    parameters = clusterer.get_params(deep=False)
    if parameters["languages"] == "auto":
        parameters["languages"] = settings.languages
    parameters["word_forms"] = settings.word_forms
    return type(clusterer)(**parameters)


def _memberships(
    fitted: KeywordClusterer, texts: Sequence[str], bags: Sequence[str]
) -> np.ndarray[Any, Any]:
    state = fitted.state_
    own = own_similarities(state.rows(texts, bags), fitted.labels_, state.mixture)
    return np.clip(own.astype(np.float64).round(6), 0.0, 1.0)


def _named(rows: pd.DataFrame, fitted: KeywordClusterer, rules: WordRules) -> pd.DataFrame:
    """Return the rows with topic, pillar, their names and the topic's terms."""
    found, demand = fitted.labels_, _one_demand(rows)
    texts, segments = rows["keyword"].tolist(), rows["segment"].factorize()[0].astype(np.int64)
    member = rows["membership"].tolist()
    typed = as_typed(texts, rows["normal"].tolist(), demand, rows["language"].tolist(), member)
    listed = _terms(rows, found, np.asarray(demand), rules)
    names = choose_names(typed, found, terms=listed)
    topic = _numbered(rows, found, names)
    pillars = group_topics(fitted.topic_vectors_)[found]
    offered = choose_names(typed, pillars, terms=_together(listed, found, pillars, topic))
    pillar_names = name_pillars(typed, found, pillars, names, offered)
    inside = names_inside(typed, found, segments, names, terms=listed)
    return rows.assign(
        topic=topic,
        label=names,
        pillar=_numbered(rows, pillars, pillar_names),
        pillar_label=pillar_names,
        segment_label=inside,
        terms=pd.Series([", ".join(own) or None for own in listed], dtype="object")[found].array,
    )


def _numbered(rows: pd.DataFrame, groups: Ints, names: Sequence[str]) -> list[int]:
    """Return each row's id, by the demand of its group."""
    listed = groups.tolist()
    ids = number_by_demand(listed, dict(zip(listed, names, strict=True)), rows)
    return [ids[group] for group in listed]


def _terms(
    rows: pd.DataFrame, found: Ints, demand: np.ndarray[Any, Any], rules: WordRules
) -> list[tuple[str, ...]]:
    """Return the terms of each topic; a keyword of several segments counts once."""
    texts = pd.DataFrame({"text": rows["keyword"], "topic": found, "demand": demand})
    once = texts.groupby("text", sort=True, as_index=False).agg({"topic": "first", "demand": "sum"})
    return distinctive_terms(
        once["text"].tolist(),
        once["topic"].to_numpy(dtype=np.int64),
        rules,
        demand=once["demand"].to_numpy(dtype=float),
    )


def _together(
    terms: Sequence[tuple[str, ...]], found: Ints, pillars: Ints, topic: Sequence[int]
) -> list[tuple[str, ...]]:
    """Return the terms of each pillar: those of its topics, most demanded topic first."""
    listed: list[tuple[str, ...]] = [()] * (int(pillars.max()) + 1)
    for _, pillar, number in sorted({*zip(topic, pillars.tolist(), found.tolist(), strict=True)}):
        listed[pillar] += terms[number]
    return listed


def _one_demand(rows: pd.DataFrame) -> list[float]:
    """Return impressions, or volume in a segment without any: the two are never added."""
    shown = rows["impressions"].groupby(rows["segment"]).transform("sum") > 0
    return [float(size) for size in rows["impressions"].where(shown, rows["volume"])]


def _without_brand(
    texts: list[str],
    normals: Sequence[str],
    brand: str | tuple[str, ...],
    rules: WordRules = BY_SCRIPT,
) -> list[str]:
    """Return the texts without one-word brand names where those outweigh what people ask for.

    A text of nothing else keeps them.
    """
    names = () if isinstance(brand, str) else brand
    stems = {stem for stem in normal_forms(names, rules) if " " not in stem}
    named = [not stems.isdisjoint(normal.split(" ")) for normal in normals]
    if sum(named) < _BRAND_OUTWEIGHS * len(named) or not stems:
        return texts
    return [
        " ".join(stem for stem in normal.split(" ") if stem not in stems) or normal
        for normal in normals
    ]
