"""The clusterer as scikit-learn's tools use it: its own checks, and what texts add to them."""

from __future__ import annotations

import copy
import pickle
import random

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError, SkipTestWarning
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import estimator_checks
from sklearn.utils.estimator_checks import check_estimator
from sklearn.utils.validation import check_is_fitted, validate_data

from smo.errors import SmoError
from smo.topics import KeywordClusterer
from tests.topics.worlds import THINGS

TEXTS = [f"{word} {thing}" for thing, words in THINGS.items() for word in words]
FITTED = KeywordClusterer(4).fit(TEXTS)
LABELS = FITTED.labels_.tolist()

NOT_APPLICABLE = {
    "check_array_api_input": "runs under SCIPY_ARRAY_API=1 alone, and texts are no numeric array",
}


class RowsAsTexts(KeywordClusterer):
    """Rows of numbers as texts of their values, so that checks that give numbers can run."""

    def fit(self, texts, y=None):  # noqa: ARG002
        return super().fit(written(validate_data(self, texts)))

    def predict(self, texts):
        check_is_fitted(self)
        return super().predict(written(validate_data(self, texts, reset=False)))

    def transform(self, texts):
        check_is_fitted(self)
        return super().transform(written(validate_data(self, texts, reset=False)))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = True
        tags.input_tags.string = False
        return tags


def written(rows):
    names = str.maketrans({"-": "m", ".": "p"})
    return [" ".join(f"c{j}v{v:.3f}".translate(names) for j, v in enumerate(row)) for row in rows]


def test_checks_for_estimators_of_texts():
    with pytest.warns(SkipTestWarning, match="Can't test estimator KeywordClusterer"):
        results = check_estimator(KeywordClusterer(), on_fail=None, on_skip=None)
    assert [result["status"] for result in results] == ["passed"] * len(results)


# scikit-learn gives estimators of texts none of its checks of data: here they run, on rows
@pytest.mark.parametrize("n_topics", [2, "auto"])
def test_checks_for_estimators_of_rows(n_topics):
    results = check_estimator(RowsAsTexts(n_topics), on_fail=None, on_skip=None)
    passed = {result["check_name"] for result in results if result["status"] == "passed"}
    others = {r["check_name"]: r["exception"] for r in results if r["status"] != "passed"}
    assert {name: others[name] for name in others.keys() - NOT_APPLICABLE} == {}
    assert {"check_clustering", "check_transformer_general", "check_fit_idempotent"} <= passed
    assert {"check_methods_sample_order_invariance", "check_methods_subset_invariance"} <= passed
    assert len(passed) > 45


# Checks that scikit-learn gives its own estimators alone. Those of set_output with frames need
# the frame itself, which RowsAsTexts hides: test_features_have_names stands for them.
@pytest.mark.parametrize(
    "check",
    [
        estimator_checks.check_dataframe_column_names_consistency,
        estimator_checks.check_inplace_ensure_writeable,
        estimator_checks.check_n_features_in_after_fitting,
        estimator_checks.check_set_output_transform,
        estimator_checks.check_transformer_get_feature_names_out,
        estimator_checks.check_transformer_get_feature_names_out_pandas,
    ],
    ids=lambda check: check.__name__,
)
def test_checks_for_estimators_of_the_library_itself(check):
    check("RowsAsTexts", RowsAsTexts(2))


def test_it_says_what_it_takes_and_gives():
    tags = KeywordClusterer().__sklearn_tags__()
    assert tags.estimator_type == "clusterer"
    assert tags.input_tags.string
    assert not tags.input_tags.two_d_array
    assert tags.transformer_tags is not None
    assert not tags.target_tags.required


def test_a_clone_is_unfitted_and_alike():
    twin = clone(FITTED)
    assert twin.get_params() == FITTED.get_params()
    with pytest.raises(NotFittedError):
        twin.predict(["rope"])


def test_parameters_are_set_and_refused():
    model = KeywordClusterer().set_params(n_topics=3, random_state=5)
    told = {
        "n_topics": 3,
        "languages": "auto",
        "word_forms": "stems",
        "embeddings": None,
        "random_state": 5,
    }
    assert model.get_params() == told
    with pytest.raises(ValueError, match="Invalid parameter 'n_clusters'"):
        model.set_params(n_clusters=3)


def test_a_second_fit_leaves_nothing_of_the_first():
    model = KeywordClusterer("auto").fit(TEXTS)
    model.set_params(n_topics=2).fit(["red shoes", "old shoes", "big hats", "new hats"])
    fresh = KeywordClusterer(2).fit(["red shoes", "old shoes", "big hats", "new hats"])
    assert vars(model).keys() == vars(fresh).keys()
    assert model.silhouette_curve_ == {}
    assert model.labels_.tolist() == fresh.labels_.tolist()
    assert model.topic_vectors_.tobytes() == fresh.topic_vectors_.tobytes()
    assert model.transform(TEXTS).tobytes() == fresh.transform(TEXTS).tobytes()


def test_a_refused_fit_keeps_the_last():
    model = KeywordClusterer(4).fit(TEXTS)
    with pytest.raises(SmoError):
        model.fit(["rope", 5])
    assert model.predict(TEXTS).tolist() == LABELS


@pytest.mark.parametrize("method", ["predict", "transform", "get_feature_names_out"])
def test_what_is_not_fitted_says_so(method):
    arguments = [] if method == "get_feature_names_out" else [["rope"]]
    with pytest.raises(NotFittedError, match="KeywordClusterer instance is not fitted yet"):
        getattr(KeywordClusterer(), method)(*arguments)
    assert not hasattr(KeywordClusterer(), "labels_")


def test_order_and_copies_of_texts_change_nothing():
    mixed = TEXTS * 3
    random.Random(4).shuffle(mixed)
    label = dict(zip(mixed, KeywordClusterer(4).fit(mixed).labels_.tolist(), strict=True))
    assert [label[text] for text in TEXTS] == LABELS


class Column:
    """Any frame's column: a name to list by, no array."""

    def __init__(self, texts):
        self.texts = texts

    def to_list(self):
        return list(self.texts)

    def __iter__(self):
        raise AssertionError("to_list was there")


CONTAINERS = {
    "tuple": tuple,
    "generator": lambda texts: (text for text in texts),
    "dict keys": lambda texts: dict.fromkeys(texts).keys(),
    "object array": lambda texts: np.array(texts, dtype=object),
    "string array": np.array,
    "Series": pd.Series,
    "Series of objects": lambda texts: pd.Series(texts, dtype=object, index=range(7, 31)),
    "Series of categories": lambda texts: pd.Series(texts, dtype="category"),
    "Index": pd.Index,
    "polars": pl.Series,
    "column": Column,
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_whatever_holds_texts_is_taken(name):
    make = CONTAINERS[name]
    model = KeywordClusterer(4).fit(make(TEXTS))
    assert model.labels_.tolist() == LABELS
    assert model.predict(make(TEXTS)).tolist() == LABELS
    assert model.transform(make(TEXTS)).shape == (len(TEXTS), 4)


@pytest.mark.parametrize(
    "texts", [pl.DataFrame({"a": ["b"]}), pd.Series(["a", None]), pl.Series(["a", None])]
)
def test_tables_and_gaps_are_refused(texts):
    with pytest.raises(SmoError, match=r"got a table|is no text"):
        KeywordClusterer().fit(texts)


def test_fit_changes_neither_its_parameters_nor_the_texts():
    texts, kept = np.array(TEXTS, dtype=object), list(TEXTS)
    texts.setflags(write=False)
    model = KeywordClusterer(np.int64(4))
    before = dict(model.get_params())
    model.fit(texts)
    model.transform(texts)
    assert texts.tolist() == kept
    assert model.get_params() == before
    assert type(model.n_topics) is np.int64


def test_features_have_names():
    names = ["keywordclusterer0", "keywordclusterer1", "keywordclusterer2", "keywordclusterer3"]
    assert FITTED.get_feature_names_out().tolist() == names
    model = KeywordClusterer(4).set_output(transform="pandas")
    frame = model.fit_transform(pd.Series(TEXTS, index=range(100, 100 + len(TEXTS))))
    assert frame.columns.tolist() == names
    assert frame.index.tolist() == list(range(100, 100 + len(TEXTS)))
    assert frame.to_numpy().tolist() == FITTED.transform(TEXTS).tolist()
    assert model.transform(TEXTS).columns.tolist() == names


def test_texts_have_no_columns_to_count():
    assert not hasattr(FITTED, "n_features_in_")
    assert not hasattr(FITTED, "feature_names_in_")


def lower(texts):
    return [text.lower().removeprefix("buy ") for text in texts]


def test_it_is_the_last_step_of_a_pipeline():
    pipeline = make_pipeline(FunctionTransformer(lower), KeywordClusterer(4))
    shouted = [f"BUY {text.upper()}" for text in TEXTS]
    assert pipeline.fit_predict(shouted).tolist() == LABELS
    assert pipeline.predict(shouted).tolist() == LABELS
    assert pipeline.fit_transform(shouted).shape == (len(TEXTS), 4)
    assert pipeline.set_params(keywordclusterer__n_topics=2).fit(shouted)[-1].n_topics_ == 2


def test_fit_and_use_in_one_call():
    assert KeywordClusterer(4).fit_predict(TEXTS).tolist() == LABELS
    assert KeywordClusterer(4).fit_predict(TEXTS, None).tolist() == LABELS
    both = KeywordClusterer(4).fit_transform(TEXTS, None)
    assert both.tobytes() == FITTED.transform(TEXTS).tobytes()


@pytest.mark.parametrize(
    "again",
    [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))],  # noqa: S301
)
def test_copies_are_fitted_alike(again):
    twin = again(FITTED)
    new = [*TEXTS, "blue ropes", "qqqq"]
    assert twin.labels_.tolist() == LABELS
    assert twin.predict(new).tolist() == FITTED.predict(new).tolist()
    assert twin.transform(new).tobytes() == FITTED.transform(new).tobytes()
    assert twin.get_params() == FITTED.get_params()
