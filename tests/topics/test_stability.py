from __future__ import annotations

import random

import numpy as np
import pytest
import scipy.sparse as sp

from smo.topics import KeywordClusterer
from smo.topics.polish import SHARPNESS, Mixture
from smo.topics.stability import stability
from tests.topics.worlds import planted

NAMES = ["rope", "tent", "boots", "stove"]
TRUTH = planted(NAMES)


def rows_of(sizes, seed=0, width=12):
    """Return unit rows of four own words of each topic's twelve, and the labels."""
    draw = np.random.RandomState(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    dense = np.zeros((len(labels), width * len(sizes)), np.float32)
    for row, label in enumerate(labels):
        dense[row, label * width + draw.permutation(width)[:4]] = 0.5
    return sp.csr_matrix(dense), labels


def test_planted_topics_are_stable():
    model = KeywordClusterer(4).fit(list(TRUTH))
    assert model.stability_.shape == (4,)
    assert model.stability_.dtype == np.float32
    assert model.stability_.min() > 0.8


def test_a_topic_split_at_random_is_not_and_the_others_are():
    rows, labels = rows_of([60, 60, 60])
    split = labels.copy()
    split[labels == 2] = np.random.RandomState(1).permutation(np.repeat([2, 3], 30))
    found = stability(rows, split, 4, random_state=0)
    assert found[:2].min() > 0.95
    assert found[2:].max() < 0.6
    assert found[2:].mean() == pytest.approx(1 / 3, abs=0.15)


def test_labels_drawn_at_random_are_worth_one_over_twice_their_number_less_one():
    rows, _ = rows_of([400])
    labels = np.random.RandomState(3).permutation(np.arange(400) % 4)
    found = stability(rows, labels, 4, random_state=0)
    assert found.mean() == pytest.approx(1 / 7, abs=0.05)


@pytest.mark.parametrize("texts", [["rope"], ["red rope", "blue rope", "tent"]])
def test_one_topic_has_none_to_lose_a_text_to(texts):
    assert KeywordClusterer(1).fit(texts).stability_.tolist() == [1.0]


def test_nothing_speaks_for_a_topic_of_one():
    rows, _ = rows_of([30, 1])
    found = stability(rows, np.repeat([0, 1], [30, 1]), 2, random_state=0)
    assert found[1] == 0.0
    assert found[0] > 0.9


@pytest.mark.parametrize("sizes", [[1, 1], [1, 1, 1], [2, 1]])
def test_tiny_topics_have_numbers(sizes):
    rows, labels = rows_of(sizes)
    found = stability(rows, labels, len(sizes), random_state=0)
    assert np.all((found >= 0) & (found <= 1))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    rows, labels = rows_of([40, 40])
    labels = np.random.RandomState(0).permutation(labels)
    one, other = (stability(rows, labels, 2, random_state=5) for _ in range(2))
    assert one.tobytes() == other.tobytes()
    assert one.tolist() != stability(rows, labels, 2, random_state=6).tolist()


def test_the_order_of_the_texts_changes_nothing():
    texts = list(TRUTH)
    mixed = random.Random(1).sample(texts, len(texts))
    one, other = (KeywordClusterer(6).fit(listed) for listed in (texts, mixed * 2))
    assert one.stability_.tobytes() == other.stability_.tobytes()


def test_many_rows_are_told_by_some():
    few, labels = rows_of([300, 300, 300])
    many = sp.csr_matrix(sp.vstack([few] * 30))  # 27,000 rows: above what is looked at
    found = stability(many, np.tile(labels, 30), 3, random_state=0)
    assert found.min() > 0.95
    mixed = np.tile(labels, 30) * np.repeat([0, 1], 13_500)
    assert stability(many, mixed, 3, random_state=0)[0] < 0.7


def test_a_large_topic_that_is_thinned_out_still_swamps_a_small_one():
    rows, _ = rows_of([30_000])
    labels = np.zeros(30_000, int)
    labels[np.random.RandomState(2).permutation(30_000)[:600]] = 1  # one of fifty, of no own words
    assert stability(rows, labels, 2, random_state=0)[1] < 0.1


def test_others_win_rows_too():
    rows, labels = rows_of([40, 40])
    alone = stability(rows, labels, 2, random_state=0)
    same = Mixture(
        sp.csr_matrix(rows[labels == 0].sum(axis=0)) * SHARPNESS * 10, np.full(1, 400, np.float32)
    )
    beside = stability(rows, labels, 2, random_state=0, others=same)
    assert alone.min() > 0.95
    assert beside[0] < 0.3
    assert beside[1] > 0.95


def test_an_update_keeps_the_old_numbers_and_adds_those_of_new_topics():
    texts = [text for text, thing in TRUTH.items() if thing != "stove"]
    old = KeywordClusterer(3).fit(texts)
    new = old.update([text for text in TRUTH if text not in set(texts)])
    assert new.n_topics_ > 3
    assert new.stability_.shape == (new.n_topics_,)
    assert new.stability_[:3].tolist() == old.stability_.tolist()
    assert np.all((new.stability_ >= 0) & (new.stability_ <= 1))
