from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.text.normal import normal_forms
from smo.topics import label
from smo.topics.label import choose_names, tidy
from smo.topics.merit import as_typed


class Surface(NamedTuple):
    text: str
    normal: str
    demand: float


def surfaces(**demand: float) -> list[Surface]:
    return [
        Surface(text.replace("_", " "), text.replace("_", " "), n) for text, n in demand.items()
    ]


def choose_name(group) -> str:
    texts, normals, demand = zip(*group, strict=True)
    (name,) = set(choose_names(as_typed(texts, normals, demand), np.zeros(len(texts), np.int64)))
    return name


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (surfaces(rope=5), "rope"),
        (surfaces(rope=5, red_rope=9, blue_rope=4, long_rope=6), "rope"),
        (surfaces(rope=0, red_rope=90, blue_rope=4), "red rope"),
        (surfaces(red_rope=0, rope=0, big_rope=0), "rope"),
        (surfaces(b=1, a=1), "a"),
        ([Surface("?", "", 3.0)], "?"),
    ],
)
def test_choose_name(group, expected):
    assert choose_name(group) == expected
    assert choose_name(reversed(group)) == expected


def test_spelling_is_the_most_demanded_one():
    group = [Surface("RED ROPES", "red rope", 2.0), Surface("red rope", "red rope", 9.0)]
    assert choose_name(group) == "red rope"


def test_long_names_and_operators_lose():
    long = "how to choose a red climbing rope for two people"
    group = [
        Surface(long, "choos red climb rope two people", 30.0),
        Surface("rope -site:a.example", "rope site a example", 30.0),
        Surface("climbing rope", "climb rope", 20.0),
    ]
    assert choose_name(group) == "climbing rope"
    assert choose_name(group[:1]) == long


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[red  rope]", "red rope"),
        ('"red rope"', "red rope"),
        ("c++", "c++"),
        ("•fire", "fire"),
        ("🔥", "🔥"),
        ("yahoo!", "yahoo!"),
    ],
)
def test_tidy(text, expected):
    assert tidy(text) == expected


def test_a_misspelling_does_not_name_the_topic():
    listed = [
        Surface("морксие узлы", "моркс узл", 1908.0),
        Surface("морские узлы", "морск узл", 592.0),
        Surface("морские узлы видео", "морск узл виде", 900.0),
        Surface("морские узлы схема", "морск узл схем", 247.0),
    ]
    assert choose_name(listed) == "морские узлы"
