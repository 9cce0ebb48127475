from __future__ import annotations

import numpy as np
import pytest

from smo.text.normal import normal_forms
from smo.topics.merit import as_typed
from smo.topics.pillar_names import name_pillars


def named(pillars, offered):
    """Return the names of pillars, each {topic name: (keyword, demand), ...}."""
    rows = [
        (p, name, text, n)
        for p, topics in enumerate(pillars)
        for name, words in topics.items()
        for text, n in words.items()
    ]
    names = [name for _, name, _, _ in rows]
    ids = {name: i for i, name in enumerate(dict.fromkeys(names))}
    texts = [text for _, _, text, _ in rows]
    typed = as_typed(texts, normal_forms(texts), [float(n) for *_, n in rows])
    found = name_pillars(
        typed,
        np.array([ids[name] for name in names]),
        np.array([p for p, *_ in rows]),
        names,
        [offered[p] for p, *_ in rows],
    )
    return [found[[p for p, *_ in rows].index(p)] for p in range(len(pillars))]


GIFTS = {
    "coffee gifts": {"coffee gifts": 30},
    "espresso grinder": {"espresso grinder": 20, "hand grinder": 9},
    "kitchen scales": {"kitchen scales": 10},
}
ROPES = {
    "red rope": {"red rope": 9, "red ropes": 2},
    "climbing rope": {"climbing rope": 5},
    "rope bag": {"rope bag": 3, "rope": 1},
}


@pytest.mark.parametrize(
    ("pillars", "offered", "expected"),
    [
        ([GIFTS], ["coffee gifts"], ["coffee gifts + espresso grinder + kitchen scales"]),
        ([ROPES], ["red rope"], ["rope"]),
        ([ROPES, GIFTS], ["rope", "coffee gifts"], ["rope", " + ".join(GIFTS)]),
        ([{"tent": {"tent": 1, "big tent": 9}}], ["big tent"], ["tent"]),
    ],
)
def test_a_pillar_is_named_by_what_its_topics_share(pillars, offered, expected):
    assert named(pillars, offered) == expected


def test_long_names_are_joined_by_two():
    long = {f"{word} and everything that goes with it": {word: n} for word, n in
            (("lamps", 3), ("baskets", 2), ("detectors", 1))}  # fmt: skip
    assert named([long], ["lamps"]) == [" + ".join(list(long)[:2])]


def test_a_word_that_all_pillars_share_names_none():
    one = {f"{word} coffee": {f"{word} coffee": 5 - n} for n, word in enumerate(("red", "hot"))}
    two = {f"{word} coffee": {f"{word} coffee": 3 - 2 * n} for n, word in enumerate(("old", "big"))}
    two["big coffee"]["coffee"] = 1
    assert named([one, two], ["red coffee", "coffee"]) == [
        "red coffee + hot coffee",
        "old coffee + big coffee",
    ]


def test_two_pillars_of_one_word_have_two_names():
    most = {f"{word} rope": {f"{word} rope": 5.0 - 3 * n} for n, word in enumerate(("red", "hot"))}
    most["hot rope"]["rope"] = 1.0
    alone = {"rope": {"ropes": 9.0}}
    assert named([most, alone], ["rope", "rope"]) == ["red rope + hot rope", "rope"]


def test_a_shared_word_does_not_drop_a_shared_negation():
    topics = {
        "not correct": {"not correct": 3, "correct": 1},
        "not correct answer": {"not correct answer": 3},
    }
    assert named([topics], ["correct"]) == ["correct"]  # as offered: that is chosen by label
    assert named([topics], ["answer, sorry"]) == ["not correct"]
