from __future__ import annotations

import pickle
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.metrics import adjusted_mutual_info_score

from smo.errors import SmoError
from smo.topics import KeywordClusterer
from tests.topics.worlds import THINGS

TEXTS = [f"{word} {thing}" for thing, words in THINGS.items() for word in words]
TRUTH = [thing for thing, words in THINGS.items() for _ in words]


@pytest.fixture(scope="module")
def fitted():
    return KeywordClusterer().fit(TEXTS)


def test_planted_topics_are_found(fitted):
    assert adjusted_mutual_info_score(TRUTH, fitted.labels_) == pytest.approx(1.0)
    assert fitted.n_topics_ == 4
    assert fitted.silhouette_curve_[4] > fitted.silhouette_curve_[2] + 0.3


def test_fitted_texts_get_their_labels_again(fitted):
    assert fitted.predict(TEXTS).tolist() == fitted.labels_.tolist()
    assert KeywordClusterer().fit_predict(TEXTS).tolist() == fitted.labels_.tolist()


def test_new_texts_go_where_their_words_are(fitted):
    blue, zelt, unknown = fitted.predict(["blue ropes", "палатки", "qqqq"])
    assert blue == fitted.labels_[0]
    assert zelt == fitted.labels_[-1]
    assert unknown == 0


def test_transform_gives_cosines(fitted):
    near = fitted.transform([*TEXTS, "qqqq"])
    assert near.shape == (len(TEXTS) + 1, fitted.n_topics_)
    assert near.min() >= 0
    assert near.max() <= 1
    assert near[:-1].argmax(axis=1).tolist() == fitted.labels_.tolist()
    assert near[-1].tolist() == [0.0] * fitted.n_topics_


@pytest.mark.parametrize("make", [list, tuple, pd.Series, lambda x: np.array(x, dtype=object)])
def test_lists_series_and_arrays_are_texts(make, fitted):
    assert KeywordClusterer().fit(make(TEXTS)).labels_.tolist() == fitted.labels_.tolist()


def test_order_and_repeats_change_nothing(fitted):
    mixed = [*TEXTS, *TEXTS[:7]]
    random.Random(1).shuffle(mixed)
    label = dict(zip(mixed, KeywordClusterer().fit(mixed).labels_.tolist(), strict=True))
    assert [label[text] for text in TEXTS] == fitted.labels_.tolist()


def test_threads_change_nothing():
    code = (
        f"texts = {many()!r}; from smo.topics.clusterer import KeywordClusterer; "
        "print(KeywordClusterer().fit(texts).labels_.tolist())"
    )
    outputs = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[2],
            env={"OMP_NUM_THREADS": n, "OPENBLAS_NUM_THREADS": n, "PYTHONPATH": "."},
        ).stdout
        for n in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"[")


def many(n: int = 400) -> list[str]:
    draw = random.Random(0)
    words = [f"{a}{b}" for a in ("bo", "ti", "ra", "se", "lu") for b in ("lt", "nk", "mp", "rd")]
    return [" ".join(draw.choices(words, k=draw.randint(1, 4))) for _ in range(n)]


def test_equal_normal_form_equal_topic():
    texts = ["Red ropes", "the red rope", "rope red", "RED ROPE!", "tent", "tents", "boot"]
    labels = KeywordClusterer(3).fit(texts).labels_
    assert len(set(labels[:4])) == 1
    assert labels[4] == labels[5]


MANY = "single words"
EDGES = {
    "one": ["shoes"],
    "two": ["shoes", "hats"],
    "three": ["red rope", "climbing rope", "tent for two"],
    "all equal": ["shoes"] * 50,
    "one normal form": ["shoe", "shoes", "the shoe"],
    "stop words only": ["how to", "who is", "the", "of the", "what are"],
    "punctuation": ["?", "!!", "...", "🔥", "🔥🔥", "-"],
    "nothing to see": ["", " ", "\u200b"],
    "nothing and something": ["", "shoes", "red shoes"],
    "chinese": ["手机壳", "手机壳 透明", "苹果手机壳", "红色连衣裙", "连衣裙 夏天", "长款连衣裙"],
    MANY: [f"word{i:04d}x" for i in range(3000)],
    "real single words": [a + b + c for a in "bcdfgklm" for b in "aeiou" for c in "nrstxzpd"],
    "long": [" ".join(f"w{(i * j) % 97}" for j in range(200)) for i in range(1, 40)],
    "same words, other order": ["a1 b1 c1", "c1 b1 a1", "b1 a1 c1", "x1 y1"],
    "numbers": [str(i) for i in range(60)],
}


@pytest.mark.parametrize(
    ("name", "n_topics"),
    [(name, n) for name in EDGES for n in ("auto", 1, 3, 10_000) if n == "auto" or name != MANY],
)
def test_edges(name, n_topics):
    texts = EDGES[name]
    model = KeywordClusterer(n_topics).fit(texts)
    assert len(model.labels_) == len(texts)
    assert sorted(set(model.labels_)) == list(range(model.n_topics_))
    assert n_topics == "auto" or model.n_topics_ <= n_topics
    assert model.predict(texts).tolist() == model.labels_.tolist()
    assert model.transform(texts).shape == (len(texts), model.n_topics_)


def test_chinese_keywords_cluster_by_shared_characters():
    labels = KeywordClusterer(2).fit(EDGES["chinese"]).labels_
    assert len(set(labels[:3])) == len(set(labels[3:])) == 1
    assert labels[0] != labels[3]


def test_as_many_topics_as_texts():
    assert KeywordClusterer(10_000).fit(["red rope", "big tent", "warm boots"]).n_topics_ == 3


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=12))
def test_any_texts_have_topics(texts):
    model = KeywordClusterer().fit(texts)
    assert sorted(set(model.labels_)) == list(range(model.n_topics_))
    assert model.predict(texts).tolist() == model.labels_.tolist()


def test_an_estimator_keeps_its_parameters():
    model = KeywordClusterer(7, random_state=3)
    told = {
        "n_topics": 7,
        "languages": "auto",
        "word_forms": "stems",
        "embeddings": None,
        "random_state": 3,
    }
    assert model.get_params() == told
    assert clone(model).get_params() == model.get_params()
    untouched = {
        "n_topics": "nonsense",
        "languages": "auto",
        "word_forms": "stems",
        "embeddings": None,
        "random_state": 0,
    }
    assert vars(KeywordClusterer("nonsense")) == untouched
    assert repr(model) == "KeywordClusterer(n_topics=7, random_state=3)"


def test_pickle_keeps_the_fit(fitted):
    again = pickle.loads(pickle.dumps(fitted))  # noqa: S301
    assert again.predict(TEXTS).tolist() == fitted.labels_.tolist()


@pytest.mark.parametrize("method", ["predict", "transform"])
def test_unfitted_is_refused(method):
    with pytest.raises(NotFittedError, match="KeywordClusterer instance is not fitted yet"):
        getattr(KeywordClusterer(), method)(["shoes"])


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ("shoes", r"KeywordClusterer\.fit: expected texts, got one str\. Remedy: give a list"),
        (5, "expected texts, got one int"),
        ([], r"there are no texts\. Remedy: give at least one"),
        (["shoes", None], "row 1 is None, which is no text"),
        (["shoes", 3.5], "row 1 is 3.5, which is no text"),
        (np.array([["a", "b"]]), "expected texts, got a table"),
        (pd.DataFrame({"a": ["b"]}), "expected texts, got a table"),
    ],
)
def test_what_is_no_text_is_refused(texts, message):
    with pytest.raises(SmoError, match=message):
        KeywordClusterer().fit(texts)


@pytest.mark.parametrize("n_topics", [0, -1, 2.5, "many", None, True])
def test_impossible_numbers_of_topics_are_refused(n_topics):
    with pytest.raises(SmoError, match=r"'n_topics' must be 'auto' or a whole number >= 1; got"):
        KeywordClusterer(n_topics).fit(["shoes"])


@pytest.mark.parametrize("random_state", [-1, None, 0.5, "a"])
def test_impossible_seeds_are_refused(random_state):
    with pytest.raises(SmoError, match=r"'random_state' must be a whole number >= 0; got"):
        KeywordClusterer(random_state=random_state).fit(["shoes"])
