"""The methods that `clustering.py` compares: each takes texts and a number, and gives labels.

Settings are the packages' own unless said otherwise. Features of all but smo, string_grouper and
PolyFuzz are `TfidfVectorizer` with English stop words, sublinear counts, words of two texts or more
(as in scikit-learn's example of clustering texts), and LSA: 100 components of unit length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from sklearn.cluster import HDBSCAN, BisectingKMeans, KMeans, MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

Texts = list[str]
Labels = np.ndarray[Any, np.dtype[np.int64]]

LSA_COMPONENTS = 100
SIMILAR = 0.5  # of two strings; PolyFuzz's 0.75 leaves most alone: tweet AMI 0.15, not 0.36


@dataclass(frozen=True)
class Method:
    """One method: how it is called, which modules it loads, whether it is told the number."""

    title: str
    label: Callable[[Texts, int], Any]
    package: str = "scikit-learn"
    modules: tuple[str, ...] = ()
    given: bool = True


def tfidf(texts: Texts) -> Any:
    model = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2, max_df=0.5)
    return model.fit_transform(texts)


def lsa(texts: Texts) -> Any:
    words = tfidf(texts)
    size = min(LSA_COMPONENTS, words.shape[1] - 1)
    return normalize(TruncatedSVD(size, random_state=0).fit_transform(words))


def floor(texts: Texts, _: int) -> Any:
    """Make the features, and put all texts into one topic."""
    return np.zeros(tfidf(texts).shape[0], dtype=np.int64)


def lsa_kmeans(texts: Texts, k: int, *, starts: int) -> Any:
    return KMeans(k, n_init=starts, random_state=0).fit_predict(lsa(texts))


def bisecting(texts: Texts, k: int) -> Any:
    return BisectingKMeans(k, random_state=0).fit_predict(lsa(texts))


def lsa_minibatch(texts: Texts, k: int) -> Any:
    return MiniBatchKMeans(k, random_state=0).fit_predict(lsa(texts))


def tfidf_minibatch(texts: Texts, k: int) -> Any:
    return MiniBatchKMeans(k, random_state=0).fit_predict(tfidf(texts))


def hdbscan_lsa(texts: Texts, _: int) -> Any:
    return HDBSCAN(copy=True).fit_predict(lsa(texts))


def bertopic(texts: Texts, _: int, *, features: Callable[[Texts], Any]) -> Any:
    """BERTopic's own UMAP and HDBSCAN, seeded, in one process, on features instead of a model."""
    import hdbscan  # noqa: PLC0415 - loaded alone
    from bertopic import BERTopic  # noqa: PLC0415 - loaded alone
    from umap import UMAP  # noqa: PLC0415 - loaded alone

    flat = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0)
    tree = hdbscan.HDBSCAN(min_cluster_size=10, prediction_data=True, core_dist_n_jobs=1)
    model = BERTopic(umap_model=flat, hdbscan_model=tree)
    return model.fit_transform(texts, embeddings=features(texts))[0]


def string_grouper(texts: Texts, _: int) -> Any:
    """Label by the place of each group's representative."""
    import pandas as pd  # noqa: PLC0415 - loaded alone
    from string_grouper import group_similar_strings  # noqa: PLC0415 - loaded alone

    groups = group_similar_strings(pd.Series(texts), min_similarity=SIMILAR, number_of_processes=1)
    return groups["group_rep_index"].to_numpy()


def polyfuzz(texts: Texts, _: int) -> Any:
    """Label by the group of each text; a text in no group is one of its own."""
    from polyfuzz import PolyFuzz  # noqa: PLC0415 - loaded alone

    distinct = list(dict.fromkeys(texts))
    model = PolyFuzz("TF-IDF").match(distinct)
    model.group(link_min_similarity=SIMILAR, group_all_strings=True)
    groups = dict(model.get_cluster_mappings())
    alone = max(groups.values(), default=-1) + 1
    for place, text in enumerate(distinct):
        groups.setdefault(text, alone + place)
    return np.array([groups[text] for text in texts])


def smo(texts: Texts, k: int) -> Any:
    from smo.topics import KeywordClusterer  # noqa: PLC0415 - loaded alone

    return KeywordClusterer(k).fit(texts).labels_


def smo_auto(texts: Texts, _: int) -> Any:
    from smo.topics import KeywordClusterer  # noqa: PLC0415 - loaded alone

    return KeywordClusterer().fit(texts).labels_


_BERTOPIC = ("bertopic", "umap", "hdbscan")
METHODS = {
    "floor": Method("TF-IDF alone, one topic", floor),
    "lsa_kmeans": Method("LSA + KMeans", partial(lsa_kmeans, starts=1)),
    "lsa_kmeans10": Method("LSA + KMeans, 10 starts", partial(lsa_kmeans, starts=10)),
    "bisecting": Method("LSA + BisectingKMeans", bisecting),
    "lsa_minibatch": Method("LSA + MiniBatchKMeans", lsa_minibatch),
    "tfidf_minibatch": Method("TF-IDF + MiniBatchKMeans", tfidf_minibatch),
    "smo": Method("**smo**", smo, "smo", ("smo.topics",)),
    "hdbscan": Method("LSA + HDBSCAN", hdbscan_lsa, given=False),
    "bertopic": Method(
        "BERTopic, TF-IDF", partial(bertopic, features=tfidf), "bertopic", _BERTOPIC, given=False
    ),
    "bertopic_lsa": Method(
        "BERTopic, LSA", partial(bertopic, features=lsa), "bertopic", _BERTOPIC, given=False
    ),
    "string_grouper": Method(
        "string_grouper", string_grouper, "string_grouper", ("string_grouper",), given=False
    ),
    "polyfuzz": Method("PolyFuzz", polyfuzz, "polyfuzz", ("polyfuzz",), given=False),
    "smo_auto": Method("**smo**, automatic k", smo_auto, "smo", ("smo.topics",), given=False),
}


def checked(labels: Any, texts: Texts) -> Labels:
    """Return the labels as whole numbers, one for each text, or say what is wrong with them."""
    found = np.asarray(labels)
    if found.shape != (len(texts),) or not np.issubdtype(found.dtype, np.integer):
        raise ValueError(f"{len(texts)} texts, but labels {found.dtype} of shape {found.shape}")
    return found.astype(np.int64)
