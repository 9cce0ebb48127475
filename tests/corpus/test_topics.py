from __future__ import annotations

import pandas as pd
import pytest
from sklearn.metrics import adjusted_mutual_info_score

from smo.topics import KeywordClusterer, cluster_keywords
from smo.topics.label import tidy

# a margin of 0.02 below what was measured; all eight sets are in benchmarks/clustering.py
SETS = [("kdd2005", 0.09), ("wands480", 0.335), ("ru_titles", 0.09), ("tweet", 0.835)]


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "least"), SETS)
def test_own_number_of_topics_meets_human_labels(corpus, name, least):
    path = corpus / "labelled" / f"{name}.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    labels = KeywordClusterer().fit(table["text"]).labels_
    assert adjusted_mutual_info_score(table["label"], labels) >= least


def queries(corpus, folder: str, name: str, keyword: str, shown: str) -> pd.DataFrame:
    path = corpus / "exports" / "search_console" / folder / name
    raw = pd.read_csv(path)
    return pd.DataFrame({"segment": "all", "keyword": raw[keyword], "impressions": raw[shown]})


@pytest.mark.corpus
def test_accents_and_language_of_a_spanish_export(corpus):
    words = queries(
        corpus, "legalhelp-chile-es", "Consultas.csv", "Consultas principales", "Impresiones"
    )
    topics = cluster_keywords(words).set_index("keyword")
    assert topics.loc["notaría", "topic"] == topics.loc["notaria", "topic"]
    assert (topics["language"] == "es").mean() > 0.95
    assert topics.loc["poder simple", "label"] == "poder simple"


@pytest.mark.corpus
def test_labels_of_an_english_export_are_what_people_typed(corpus):
    words = queries(
        corpus, "globalsecuritysolutions.co.za", "Queries.csv", "Top queries", "Impressions"
    )
    topics = cluster_keywords(words)
    assert len(topics) == len(words)
    assert set(topics["label"]) <= {tidy(keyword) for keyword in words["keyword"]}
    assert topics["label"].nunique() == topics["topic"].nunique()
    assert 10 <= topics["topic"].nunique() <= 66
    assert 2 <= topics["pillar"].nunique() <= 9
