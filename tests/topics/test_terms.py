from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.text.normal import tokens
from smo.text.rules import WordRules
from smo.topics import terms
from smo.topics.phrases import find_phrases, read_words
from smo.topics.terms import ctfidf, distinctive_terms

ROPES = [
    "climbing rope",
    "climbing ropes",
    "climbing rope bag",
    "rope bag",
    "red rope",
    "best rope",
]
TENTS = ["red tent", "best tent", "tent pegs", "big tents", "tents for two", "two person tent"]
TEXTS = [*ROPES, *TENTS]
TOPICS = np.array([0] * len(ROPES) + [1] * len(TENTS))


def test_the_words_of_one_topic_and_no_other_come_first():
    ropes, tents = distinctive_terms(TEXTS, TOPICS)
    assert ropes[0] == "rope"
    assert tents[0] == "tent"
    assert not {"rope", "ropes"} & set(tents)


def test_what_every_topic_shares_tells_none():
    texts = ["acme rope", "acme red rope", "acme tent", "acme big tent"]
    for own in distinctive_terms(texts, np.array([0, 0, 1, 1])):
        assert own[0] in ("rope", "tent")
        assert own[-1] != own[0]
    ropes, _ = distinctive_terms([*texts, "acme tent two"], np.array([0, 0, 1, 1, 1]))
    assert "rope" in ropes


def test_a_word_below_its_usual_share_is_no_term():
    texts = ["rope a1", "rope b1", "rope c1", "rope tent", "tent d1", "tent e1"]
    _, tents = distinctive_terms(texts, np.array([0, 0, 0, 1, 1, 1]))
    assert tents[0] == "tent"
    assert "rope" not in tents


def test_a_phrase_stands_for_its_words():
    texts = [f"{word} new york" for word in ("hotel", "taxi", "map", "visit", "weather")]
    others = [f"{word} rope" for word in ("new", "red", "best", "old", "long")]
    cities, _ = distinctive_terms([*texts, *others], np.array([0] * 5 + [1] * 5))
    assert cities[0] == "new york"
    assert not {"new", "york"} & set(cities)


def test_a_phrase_may_hold_a_stop_word():
    texts = ["bank of america", "bank of america hours", "my bank of america", "a rope", "ropes"]
    banks, ropes = distinctive_terms(texts, np.array([0, 0, 0, 1, 1]))
    assert banks[0] == "bank of america"
    assert ropes == ("rope",)


def test_three_words_that_belong_together():
    texts = [f"{word} wide mouth flask" for word in ("red", "big", "steel", "small")]
    flasks, _ = distinctive_terms([*texts, *TENTS], np.array([0] * 4 + [1] * len(TENTS)))
    assert flasks[0] == "wide mouth flask"


def test_words_side_by_side_by_chance_are_no_phrase():
    rest = [f"{one} {two}" for one in ("red", "big", "old") for two in ("rope", "tent", "map")]
    assert all(" " not in term for term in distinctive_terms(rest, np.zeros(9, np.int64))[0])


@pytest.mark.parametrize(
    "text", ["2024", "1 2 3", "the of", "?!", "🔥", "a", "not", "ivan@mail.example", "79161234567"]
)
def test_what_names_nothing_is_no_term(text):
    assert distinctive_terms([text, "rope"], np.array([0, 1])) == [(), ("rope",)]


def test_addresses_and_numbers_of_people_are_no_terms():
    texts = [f"call {name} +7 916 123-45-6{name}" for name in range(4)]
    assert distinctive_terms(texts, np.zeros(4, np.int64)) == [("call",)]


def test_a_number_may_stand_in_a_phrase():
    texts = [
        "windows 10 price",
        "windows 10",
        "buy windows 10",
        "key windows 10",
        "rope",
        "red rope",
    ]
    first, _ = distinctive_terms(texts, np.array([0, 0, 0, 0, 1, 1]))
    assert first[0] == "windows 10"


def test_a_negation_ends_no_phrase_and_is_no_term():
    texts = ["карта работает без", "карта работает без", "работает без сбоев"]
    for term in distinctive_terms(texts, np.zeros(3, np.int64))[0]:
        assert term.split()[-1] != "без"


def test_spellings_are_words_as_typed_and_the_commonest():
    texts = ["red running shoes", "running shoes", "running shoe", "Running Shoes sale"]
    told = distinctive_terms(texts, np.zeros(4, np.int64))[0]
    assert told[0] == "running shoes"
    assert all(term in " ".join(texts).lower() for term in told)


def test_words_without_spaces_are_put_together_again():
    texts = ["手机壳", "手机壳 红", "大 手机壳", "手机壳 小"]
    phone = distinctive_terms([*texts, *TENTS], np.array([0] * 4 + [1] * len(TENTS)))[0]
    assert phone[0] == "手机壳"


def test_one_word_in_two_spellings_is_told_once():
    texts = ["youtube shop", "you tube shop", "youtube hat", "you tube hat"]
    told = distinctive_terms(texts, np.zeros(4, np.int64))[0]
    assert ("youtube" in told) != ("you tube" in told)


def test_the_more_demanded_of_two_equal_terms_comes_first():
    texts, topics = ["aa rope", "bb rope", "tent"], np.array([0, 0, 1])
    assert distinctive_terms(texts, topics, demand=np.array([1.0, 9.0, 1.0]))[0][1:] == ("bb", "aa")
    assert distinctive_terms(texts, topics, demand=np.array([9.0, 1.0, 1.0]))[0][1:] == ("aa", "bb")


def test_rules_give_the_stems():
    texts = ["grünes haus", "grüne häuser", "grüner hausschuh"]
    told = distinctive_terms(texts, np.zeros(3, np.int64), WordRules({"latin": "de"}))[0]
    assert len([term for term in told if term.startswith("grün")]) == 1


def test_signs_that_belong_to_a_word_stay():
    texts = ["c++ course", "c++ jobs", "(c++)", "+rope"]
    assert distinctive_terms(texts, np.array([0, 0, 0, 1])) == [
        ("c++", "course", "jobs"),
        ("rope",),
    ]


def test_no_texts_no_terms():
    assert distinctive_terms([], np.zeros(0, np.int64)) == []


def test_class_based_tfidf_is_that_of_the_paper():
    found = ctfidf(np.array([3, 1]), np.array([3, 10]), 5.0)
    assert found.tolist() == pytest.approx([3 * np.log(1 + 5 / 3), np.log(1 + 5 / 10)])


WORDS = st.lists(
    st.sampled_from(["rope", "ropes", "the", "red", "Tent", "手机壳", "•", "42"]), max_size=4
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(WORDS.map(" ".join), st.integers(0, 2), min_size=1, max_size=15),
    st.permutations(range(15)),
)
def test_terms_are_typed_in_their_topic_whatever_the_order(placed, order):
    texts, topics = list(placed), np.array(list(placed.values()))
    found = distinctive_terms(texts, topics)
    assert len(found) == topics.max() + 1
    for topic, own in enumerate(found):
        typed = {word for text in texts if placed[text] == topic for word in text.lower().split()}
        assert len(own) <= terms.MOST
        assert len(set(own)) == len(own)
        assert all(any(word in other for other in typed) for term in own for word in term.split())
    mixed = [i for i in order if i < len(texts)]
    assert distinctive_terms([texts[i] for i in mixed], topics[mixed]) == found


def test_places_grow_with_the_words_alone():
    one, two = (find_phrases(read_words(ROPES * n)) for n in (2, 4))
    assert len(two.phrase) == 2 * len(one.phrase)
    assert len(two.parts) == len(one.parts)


def test_few_terms_of_a_topic_are_looked_at_closely(monkeypatch):
    looked = []
    stands = terms._stands
    monkeypatch.setattr(terms, "_stands", lambda *given: looked.append(given[0]) or stands(*given))
    texts = [f"w{n} x{n}" for n in range(2000)]
    distinctive_terms(texts, np.arange(2000) % 2)
    assert len(looked) == 2 * terms._CONSIDERED


def test_pieces_of_words_are_no_words():
    assert read_words(["(red) rope,", "«red» rope!"]).spelled == ["red", "rope", "red", "rope"]
    assert tokens("red") == ["red"]
