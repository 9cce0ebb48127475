"""Topics: keywords into groups that mean one thing, with names people typed."""

from smo.topics.clusterer import KeywordClusterer
from smo.topics.table import cluster_keywords

__all__ = ["KeywordClusterer", "cluster_keywords"]
