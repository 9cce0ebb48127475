from __future__ import annotations

import random
import re
import sys
import types
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.decomposition import TruncatedSVD
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import HashingVectorizer, TfidfVectorizer
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import adjusted_mutual_info_score
from sklearn.pipeline import make_pipeline
from sklearn.utils.validation import check_is_fitted

from smo import analyze
from smo.errors import SmoError
from smo.topics import KeywordClusterer, cluster_keywords
from tests.topics.worlds import THINGS

MEANINGS = {
    "seat": ["sofa", "couch", "settee", "divan"],
    "light": ["lamp", "lantern", "sconce", "chandelier"],
    "floor": ["rug", "carpet", "mat", "runner"],
}
ADJECTIVES = ["blue", "small", "cheap", "vintage", "modern"]
MEANING = {word: meaning for meaning, words in MEANINGS.items() for word in words}
TEXTS = [f"{adjective} {word}" for word in MEANING for adjective in ADJECTIVES]
TRUTH = [MEANING[text.split()[1]] for text in TEXTS]


class Synonyms(TransformerMixin, BaseEstimator):
    """A table that knows which words mean the same, as a pretrained model would."""

    def __init__(self, scale=1.0):
        self.scale = scale

    def fit(self, texts, y=None):  # noqa: ARG002
        self.seen_ = list(texts)
        return self

    def transform(self, texts):
        check_is_fitted(self)
        found = [[MEANING.get(word) for word in text.lower().split()] for text in texts]
        return self.scale * np.array([[float(m in f) for m in MEANINGS] for f in found])


@pytest.fixture(scope="module")
def fitted():
    return KeywordClusterer(3, embeddings=Synonyms()).fit(TEXTS)


def test_synonyms_land_together_with_an_embedding_alone(fitted):
    without = KeywordClusterer(3).fit(TEXTS)
    assert adjusted_mutual_info_score(TRUTH, fitted.labels_) == pytest.approx(1.0)
    assert adjusted_mutual_info_score(TRUTH, without.labels_) < 0.5


def test_fitted_texts_get_their_labels_again(fitted):
    assert fitted.predict(TEXTS).tolist() == fitted.labels_.tolist()
    assert fitted.predict([t.upper() + "s" for t in TEXTS]).tolist() == fitted.labels_.tolist()


def test_the_embedding_has_a_say_about_new_texts(fitted):
    label = dict(zip(TRUTH, fitted.labels_.tolist(), strict=True))
    assert fitted.predict(["divan", "retro chandelier"]).tolist() == [label["seat"], label["light"]]
    unseen = KeywordClusterer(3, embeddings=Synonyms()).fit([t for t in TEXTS if "divan" not in t])
    seat = unseen.predict(["vintage sofa"])[0]
    assert unseen.predict(["vintage divan", "divan", "divan xyz"]).tolist() == [seat] * 3
    assert unseen.transform(["divan"]).argmax() == seat


def test_a_text_is_placed_alike_alone_and_among_others(fitted):
    new = ["retro divan", "RETRO divans", "blue mats", "qqqq", "sofa lamp"]
    together = fitted.predict(new).tolist()
    assert [int(fitted.predict([text])[0]) for text in new] == together
    apart = np.vstack([fitted.transform([text]) for text in new])
    np.testing.assert_allclose(fitted.transform(new), apart, atol=1e-6)


def test_order_of_texts_changes_nothing(fitted):
    mixed = random.Random(5).sample(TEXTS, len(TEXTS))
    label = dict(zip(mixed, clone(fitted).fit(mixed).labels_.tolist(), strict=True))
    assert [label[text] for text in TEXTS] == fitted.labels_.tolist()


def test_one_spelling_of_each_normal_form_is_asked_for():
    texts = ["Red sofas", "red sofa", "red sofa", "lamp", "LAMP"]
    model = KeywordClusterer(2, embeddings=Synonyms()).fit(texts)
    assert sorted(model.embeddings_.seen_) == ["LAMP", "red sofa"]


def test_what_is_not_fitted_is_cloned_and_what_is_stays():
    unfitted, ready = Synonyms(2.0), Synonyms().fit(["its own"])
    model = KeywordClusterer(3, embeddings=unfitted).fit(TEXTS)
    assert not hasattr(unfitted, "seen_")
    assert model.embeddings is unfitted
    assert model.embeddings_ is not unfitted
    assert KeywordClusterer(3, embeddings=ready).fit(TEXTS).embeddings_ is ready
    assert ready.seen_ == ["its own"]


def test_parameters_of_the_embedding_are_parameters_of_the_clusterer():
    model = KeywordClusterer(3, embeddings=Synonyms()).set_params(embeddings__scale=3.0)
    twin = clone(model)
    assert twin.get_params()["embeddings__scale"] == 3.0
    assert twin.embeddings is not model.embeddings
    assert twin.set_params(embeddings=None).fit(TEXTS).embeddings_ is None


def test_a_frozen_embedding_keeps_its_fit_through_a_clone():
    ready = FrozenEstimator(Synonyms().fit(["its own"]))
    model = clone(KeywordClusterer(3, embeddings=ready)).fit(TEXTS)
    assert model.embeddings_.seen_ == ["its own"]


class Duck:
    """No estimator at all, only a method; sparse or dense."""

    def __init__(self, make=np.asarray):
        self.make = make

    def transform(self, texts):
        return self.make(Synonyms().fit([]).transform(texts))


@pytest.mark.parametrize(
    "make", [np.asarray, sp.csr_matrix, sp.coo_array, pd.DataFrame, np.float32]
)
def test_any_output_of_rows_will_do(make, fitted):
    model = KeywordClusterer(3, embeddings=Duck(make)).fit(TEXTS)
    assert model.labels_.tolist() == fitted.labels_.tolist()


@pytest.mark.parametrize(
    "embeddings",
    [
        make_pipeline(TfidfVectorizer(), TruncatedSVD(5, random_state=0)),
        HashingVectorizer(),  # a million sparse columns
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4)),
    ],
)
def test_transformers_of_the_library_fit_in(embeddings):
    texts = [f"{word} {thing}" for thing, words in THINGS.items() for word in words]
    things = [thing for thing, words in THINGS.items() for _ in words]
    model = KeywordClusterer(4, embeddings=embeddings).fit(texts)
    assert adjusted_mutual_info_score(things, model.labels_) == pytest.approx(1.0)
    assert model.predict(texts).tolist() == model.labels_.tolist()
    if not isinstance(embeddings, HashingVectorizer):  # it needs no fit
        with pytest.raises(NotFittedError):
            embeddings.transform(["rope"])


class Wrong:
    def __init__(self, rows):
        self.rows = rows

    def transform(self, texts):  # noqa: ARG002
        return self.rows


@pytest.mark.parametrize(
    ("embeddings", "message"),
    [
        ("minilm", r"KeywordClusterer\(embeddings=...\): a str has no method 'transform'\. Remedy"),
        (TfidfVectorizer, "a type has no method 'transform'"),
        (Wrong(np.ones((2, 3))), r"Wrong turned 3 texts into an array of shape \(2, 3\)"),
        (Wrong(np.ones(3)), r"array of shape \(3,\)"),
        (Wrong(np.ones((3, 0))), r"array of shape \(3, 0\)"),
        (Wrong(np.full((3, 2), np.nan)), r"no finite numbers \(type float64\)"),
        (Wrong(np.array([["a"]] * 3)), r"no finite numbers \(type <U1\)"),
    ],
)
def test_what_is_no_embedding_is_refused(embeddings, message):
    with pytest.raises(SmoError, match=message):
        KeywordClusterer(embeddings=embeddings).fit(["sofa", "couch", "lamp"])


@pytest.mark.parametrize(
    "texts", [["sofa"], ["qqqq"], ["sofa"] * 9, ["?", "!"], ["qq", "ww", "ee"]]
)
def test_short_lists_and_unknown_words(texts):
    model = KeywordClusterer(embeddings=Synonyms()).fit(texts)
    assert model.predict(texts).tolist() == model.labels_.tolist()


def test_tables_and_plans_are_made_with_an_embedding():
    words = pd.DataFrame({"segment": "all", "keyword": TEXTS, "volume": range(10, 10 + len(TEXTS))})
    ready = Synonyms().fit(["its own"])
    clusterer = KeywordClusterer(3, embeddings=ready)
    topics = cluster_keywords(words, clusterer=clusterer)
    plan = analyze(words, clusterer=clusterer)
    found = topics.set_index("keyword")["topic"]
    assert adjusted_mutual_info_score(TRUTH, found[TEXTS]) == pytest.approx(1.0)
    assert plan.topics["topic"].tolist() == topics["topic"].tolist()
    assert ready.seen_ == ["its own"]
    assert not hasattr(clusterer, "state_")


def test_the_adapter_of_the_guide_works(monkeypatch):
    class SentenceTransformer:
        def __init__(self, folder, *, local_files_only):
            assert (folder, local_files_only) == ("models/x", True)

        def encode(self, texts, *, batch_size):
            assert batch_size > 1
            return Synonyms().fit([]).transform(texts).astype(np.float32)

    module = types.ModuleType("sentence_transformers")
    module.SentenceTransformer = SentenceTransformer
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    guide = (Path(__file__).parents[2] / "docs" / "embeddings.md").read_text(encoding="utf-8")
    scope = {}
    exec(re.search(r"```python\n(.*?)```", guide, re.DOTALL)[1], scope)  # noqa: S102 - our guide
    model = clone(KeywordClusterer(3, embeddings=scope["LocalModel"]("models/x"))).fit(TEXTS)
    assert adjusted_mutual_info_score(TRUTH, model.labels_) == pytest.approx(1.0)
