from __future__ import annotations

import random

import numpy as np
import pytest
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_mutual_info_score

from smo.errors import SmoError
from smo.topics import KeywordClusterer
from tests.topics.worlds import planted

OLD = ["rope", "tent", "boots", "stove", "lamp", "kayak"]
BORN = ["bicycle", "piano"]
TRUTH = planted([*OLD, *BORN])
SHUFFLED = random.Random(1).sample(sorted(TRUTH), len(TRUTH))
FIRST = [text for text in SHUFFLED if TRUTH[text] in OLD][:200]
LATER = [text for text in SHUFFLED if text not in set(FIRST)]


@pytest.fixture(scope="module")
def fitted():
    return KeywordClusterer().fit(FIRST)


@pytest.fixture(scope="module")
def updated(fitted):
    return fitted.update(LATER)


def ami(model, texts):
    return adjusted_mutual_info_score([TRUTH[text] for text in texts], model.predict(texts))


def test_the_world_has_what_the_tests_need():
    assert (len(FIRST), len(LATER)) == (200, 120)
    assert {TRUTH[text] for text in FIRST} == set(OLD)
    assert {TRUTH[text] for text in LATER} > set(BORN)


def test_old_texts_keep_their_topics(fitted, updated):
    assert updated.labels_[: len(FIRST)].tolist() == fitted.labels_.tolist()
    assert updated.predict(FIRST).tolist() == fitted.labels_.tolist()
    assert updated.labels_[len(FIRST) :].tolist() == updated.predict(LATER).tolist()


def test_new_topics_are_found_with_the_next_ids(fitted, updated):
    assert updated.n_topics_ == fitted.n_topics_ + 2
    for thing in BORN:
        own = {int(t) for t in updated.predict([x for x in LATER if TRUTH[x] == thing])}
        assert len(own) == 1
        assert own < set(range(fitted.n_topics_, updated.n_topics_))
    others = [text for text in LATER if TRUTH[text] in OLD]
    assert updated.predict(others).max() < fitted.n_topics_


def test_it_is_about_as_good_as_one_fit_of_all(updated):
    assert (
        ami(updated, [*FIRST, *LATER]) > ami(KeywordClusterer().fit([*FIRST, *LATER]), LATER) - 0.1
    )
    assert ami(updated, LATER) > 0.9


def test_new_words_speak_for_new_topics(fitted, updated):
    assert updated.predict(["pianos", "second hand bicycle"]).min() >= fitted.n_topics_
    assert updated.transform(["piano"])[0].argmax() >= fitted.n_topics_
    assert fitted.transform(["piano"]).max() < 0.5
    assert updated.topic_vectors_.shape[0] == updated.n_topics_
    assert len(updated.get_feature_names_out()) == updated.n_topics_


def test_nothing_it_was_made_from_changes(fitted):
    before = KeywordClusterer().fit(FIRST)
    texts = list(LATER)
    model = fitted.update(texts)
    assert model is not fitted
    assert texts == LATER
    assert fitted.n_topics_ == before.n_topics_
    assert fitted.labels_.tolist() == before.labels_.tolist()
    assert fitted.transform(LATER).tobytes() == before.transform(LATER).tobytes()
    assert model.get_params() == fitted.get_params()


def test_order_and_copies_change_nothing(fitted, updated):
    mixed = random.Random(9).sample(LATER * 2, 2 * len(LATER))
    again = fitted.update(mixed)
    assert again.predict(SHUFFLED).tolist() == updated.predict(SHUFFLED).tolist()
    assert again.transform(SHUFFLED).tobytes() == updated.transform(SHUFFLED).tobytes()


def test_what_is_known_teaches_nothing(fitted):
    same = fitted.update(FIRST[:50])
    assert same.transform(LATER).tobytes() == fitted.transform(LATER).tobytes()
    assert same.labels_.tolist() == [*fitted.labels_, *fitted.labels_[:50]]


def test_update_after_update_keeps_every_topic(fitted):
    one = fitted.update([text for text in LATER if TRUTH[text] != "piano"])
    two = one.update([text for text in LATER if TRUTH[text] == "piano"])
    assert fitted.n_topics_ < one.n_topics_ < two.n_topics_
    assert ami(two, LATER) > 0.8  # 1.0 where both come at once: alone, one of them is split
    assert two.labels_[: len(one.labels_)].tolist() == one.labels_.tolist()
    assert two.predict(LATER).tolist() == two.update(["rope"]).predict(LATER).tolist()


def test_a_few_strays_make_no_topic(fitted):
    strays = ["purple xylophone", "xylophone", "ancient xylophone", "quartz"]
    model = fitted.update(strays)
    assert model.n_topics_ == fitted.n_topics_
    assert set(model.predict(strays)) <= set(range(fitted.n_topics_))


def test_what_was_updated_is_saved_and_loaded(updated, tmp_path):
    again = KeywordClusterer.load(updated.save(tmp_path / "t.zip"))
    assert again.predict(SHUFFLED).tolist() == updated.predict(SHUFFLED).tolist()
    assert again.transform(SHUFFLED).tobytes() == updated.transform(SHUFFLED).tobytes()
    grown = again.update(["red grand harp"] * 3)
    assert (
        grown.transform(SHUFFLED).tobytes()
        == updated.update(["red grand harp"]).transform(SHUFFLED).tobytes()
    )


def test_with_an_embedding(fitted):
    model = KeywordClusterer(6, embeddings=TfidfVectorizer(analyzer="char_wb")).fit(FIRST)
    grown = model.update(LATER)
    assert grown.embeddings_ is model.embeddings_
    assert grown.predict(FIRST).tolist() == model.labels_.tolist()
    assert grown.n_topics_ > model.n_topics_
    assert ami(grown, LATER) > 0.8


@pytest.mark.parametrize("first", [["shoes"], ["?", "!"], ["手机壳", "手机壳 透明"], ["the", "of"]])
@pytest.mark.parametrize(
    "later", [["shoes"], ["🔥"] * 9, [f"hat {i}" for i in range(9)], [str(i) for i in range(60)]]
)
def test_short_and_odd_lists(first, later):
    model = KeywordClusterer().fit(first)
    grown = model.update(later)
    assert grown.predict(first).tolist() == model.labels_.tolist()
    assert len(grown.labels_) == len(first) + len(later)
    assert grown.labels_.max() < grown.n_topics_
    assert np.isfinite(grown.transform(later)).all()


def test_what_cannot_be_updated():
    with pytest.raises(NotFittedError):
        KeywordClusterer().update(["rope"])
    with pytest.raises(SmoError, match=r"KeywordClusterer\.update: there are no texts"):
        KeywordClusterer().fit(["rope"]).update([])
