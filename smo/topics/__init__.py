"""Topics: keywords into groups that mean one thing, with names people typed."""

from smo.topics.carry import keep_ids
from smo.topics.clusterer import KeywordClusterer
from smo.topics.later import place_later
from smo.topics.table import Clustering, cluster_keywords, fit_topics

__all__ = [
    "Clustering",
    "KeywordClusterer",
    "cluster_keywords",
    "fit_topics",
    "keep_ids",
    "place_later",
]
