from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.text.normal import normal_forms
from smo.topics import label
from smo.topics.label import choose_names, names_inside, tidy
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


def test_a_topic_is_named_by_what_others_do_not_share():
    words = ["acme rope", "acme red rope", "acme blue rope", "acme tent", "acme big tent", "acme"]
    named = choose_names(
        as_typed(words, normal_forms(words), [9.0, 1.0, 1.0, 8.0, 1.0, 2.0]),
        np.array([0, 0, 0, 1, 1, 1]),
    )
    assert named == ["acme rope"] * 3 + ["acme tent"] * 3


def test_no_name_is_cut_inside_a_phrase():
    words = ["acme t", "acme t shirt", "red t shirt", "t shirt", "big t shirt", "acme tee"]
    group = [Surface(word, word, n) for word, n in zip(words, [90, 9, 8, 7, 6, 5], strict=True)]
    assert choose_name(group) == "t shirt"
    assert choose_name(group[:1]) == "acme t"


def test_no_name_lacks_the_middle_of_a_phrase():
    long = [f"book without registration {n}" for n in range(30)]
    group = [Surface("book registration", "book registration", 900.0)]
    group += [Surface(text, text, 1.0) for text in ["book without registration", *long]]
    assert choose_name(group) == "book without registration"
    assert choose_name(group[:20]) == "book registration"


def test_the_name_is_in_the_language_of_most_demand():
    words = ["веревка", "веревка 2", "rope", "red rope", "long rope"]
    demand, topics = [100.0, 30.0, 20.0, 60.0, 60.0], np.zeros(5, np.int64)
    assert choose_names(as_typed(words, words, demand), topics)[0] == "веревка"
    told = as_typed(words, words, demand, ["ru", "ru", "en", "en", "en"])
    assert choose_names(told, topics)[0] == "rope"


def test_a_term_names_a_topic_of_long_texts():
    long = [f"{n} is what everybody who has climbing rope says of it" for n in "abc"]
    typed, topics = as_typed(long, normal_forms(long), [1.0] * 3), np.zeros(3, np.int64)
    assert set(choose_names(typed, topics, terms=[("climbing rope",)])) == {"climbing rope"}
    assert choose_names(typed, topics)[0] in long
    # a term that one text alone holds does not speak for the topic
    assert choose_names(typed, topics, terms=[("a is", "what")])[0] == "what"


def test_equal_texts_but_for_signs_make_two_names():
    words = ["🔥", "•🔥", "«🔥»"]
    named = choose_names(as_typed(words, words, [1.0, 9.0, 5.0]), np.arange(3))
    assert named == words


def test_one_name_for_one_topic_of_a_scope():
    typed = as_typed(
        ["a rope", "b rope", "a rope"], ["a rope", "b rope", "a rope"], [1.0, 2.0, 3.0]
    )
    terms = [("rope",), ("rope",)]
    topics, scopes = np.array([0, 1, 0]), np.array([0, 0, 1])
    assert choose_names(typed, topics, scopes=scopes, terms=terms) == ["a rope", "b rope", "a rope"]


WORDS = st.lists(
    st.sampled_from(
        ["rope", "ropes", "Rope", "t", "shirt", "the", "•", "+", "веревка", "手机壳", "7"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(WORDS, st.integers(0, 4), st.integers(0, 9)), min_size=1, max_size=25),
    st.permutations(range(25)),
)
def test_names_are_typed_unique_and_independent_of_order(rows, order):
    texts = sorted({text for text, _, _ in rows})
    normals = normal_forms(texts)
    drawn = {normal: topic for normal, (_, topic, _) in zip(normals, rows, strict=False)}
    numbers = {topic: i for i, topic in enumerate(sorted(set(drawn.values())))}
    topics = np.array([numbers[drawn[normal]] for normal in normals])
    demand = [float(n) for _, (_, _, n) in zip(texts, rows, strict=False)]
    names = choose_names(as_typed(texts, normals, demand), topics)
    assert set(names) <= set(texts) | set(map(tidy, texts))
    assert len(set(zip(names, topics.tolist(), strict=True))) == len(numbers) == len(set(names))
    mixed = [i for i in order if i < len(texts)]
    again = choose_names(
        as_typed(
            [texts[i] for i in mixed], [normals[i] for i in mixed], [demand[i] for i in mixed]
        ),
        topics[mixed],
    )
    assert again == [names[i] for i in mixed]


def test_spellings_are_compared_only_where_they_may_name_a_topic(monkeypatch):
    looked = []
    spelling = label._spelling
    monkeypatch.setattr(
        label, "_spelling", lambda typed, rows: looked.extend(rows) or spelling(typed, rows)
    )
    texts = [f"rope {n}" for n in range(3000)]
    choose_names(as_typed(texts, texts, [1.0] * 3000), np.arange(3000) % 3)
    assert len(looked) == 3 * label._CANDIDATES


@pytest.mark.parametrize(
    "texts",
    [
        ["that is correct", "that is not correct", "not right, sorry", "not the correct one"],
        ["it works", "it doesn’t work", "it isn't working", "it does not work"],
        ["чай с сахаром", "чай без сахара", "зеленый чай без сахара", "черный чай без сахара"],
        ["интернет работает", "интернет не работает", "нет интернета", "ни интернета"],
        ["sugar tea", "tea without sugar", "never sugar in tea", "no sugar tea"],
    ],
)
def test_a_name_keeps_the_negation_its_topic_shares(texts):
    demand, topics = [5.0, 3.0, 3.0, 3.0], np.zeros(4, np.int64)
    (name,) = set(choose_names(as_typed(texts, normal_forms(texts), demand), topics))
    assert name in texts[1:]
    most = [50.0, 3.0, 3.0, 3.0]
    assert set(choose_names(as_typed(texts, normal_forms(texts), most), topics)) == {texts[0]}


def test_a_spelling_without_the_negation_does_not_stand_for_one_with_it():
    texts, demand = ["will work", "won't work"], [3.0, 4.0]
    typed = as_typed(texts, ["work", "work"], demand)
    assert set(choose_names(typed, np.zeros(2, np.int64))) == {"won't work"}


def test_a_term_without_the_negation_does_not_name_long_texts_with_it():
    long = [f"{n} i am sorry but that is not the correct answer" for n in "abc"]
    typed, topics = as_typed(long, normal_forms(long), [1.0] * 3), np.zeros(3, np.int64)
    terms = [("correct answer", "not the correct")]
    assert set(choose_names(typed, topics, terms=terms)) == {"not the correct"}


STRAYS = ["rope", "red rope", "rope bag", "invoice portal", "tent", "tent pole"]
STRAY_TOPICS = np.array([0, 0, 0, 0, 1, 1])


@pytest.mark.parametrize(("membership", "expected"), [(0.0, "rope"), (0.2, "invoice portal")])
def test_a_keyword_that_shares_nothing_with_its_topic_does_not_name_it(membership, expected):
    demand = [5.0, 4.0, 3.0, 900.0, 9.0, 2.0]
    member = [0.9, 0.8, 0.7, membership, 0.9, 0.8]
    typed = as_typed(STRAYS, normal_forms(STRAYS), demand, None, member)
    assert choose_names(typed, STRAY_TOPICS)[0] == expected


def test_a_segment_with_nothing_that_fits_takes_the_name_of_all():
    member = [0.9, 0.8, 0.7, 0.0, 0.9, 0.8]
    typed = as_typed(STRAYS, normal_forms(STRAYS), [5.0] * 6, None, member)
    names = choose_names(typed, STRAY_TOPICS)
    segments = np.array([0, 0, 0, 1, 1, 1])
    inside = names_inside(typed, STRAY_TOPICS, segments, names)
    assert inside[3] == names[3] != "invoice portal"
    assert inside[4] in ("tent", "tent pole")
    assert names_inside(typed, STRAY_TOPICS, segments * 0, names) == names
