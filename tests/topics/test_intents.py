import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.topics.attributes import is_question
from smo.topics.intents import WORDS, IntentWords, intents_of

TOLD = [
    ("buy running shoes", "transactional"),
    ("shoes for sale", "transactional"),
    ("Купить кроссовки недорого", "transactional"),
    ("сколько стоит палатка", "transactional"),
    ("laufschuhe kaufen", "transactional"),
    ("zapatos baratos precio", "transactional"),
    ("best running shoes", "commercial"),
    ("nike vs adidas", "commercial"),
    ("палатка отзывы", "commercial"),
    ("какой лучше телефон", "commercial"),
    ("best price for boots", "transactional"),
    ("how to clean shoes", "informational"),
    ("что такое палатка", "informational"),
    ("pasta recipe", "informational"),
    ("acme login", "navigational"),
    ("личный кабинет мтс", "navigational"),
    ("running shoes", None),
    ("salesforce", None),
    ("order", "transactional"),
    ("", None),
    ("?!", None),
    ("東京 ホテル", None),
]


@pytest.mark.parametrize(("keyword", "intent"), TOLD)
def test_intent_of_a_keyword(keyword: str, intent: str | None) -> None:
    assert IntentWords().intent(keyword) == intent


@pytest.mark.parametrize(
    ("more", "keyword", "intent"),
    [
        ({"transactional": ["lease"]}, "lease a car", "transactional"),
        ({"local": ["near me"]}, "buy pizza near me", "local"),
        ({"none": ["top"]}, "tank top", None),
        ({"none": ["top"]}, "best tank top", "commercial"),
        ({"commercial": ["buy"]}, "buy pizza", "commercial"),
        ({"urgent": ["срочный ремонт"]}, "Срочный  ремонт часов", "urgent"),
        ({"empty": []}, "buy pizza", "transactional"),
        ({"blank": [" "]}, "pizza", None),
    ],
)
def test_words_of_the_user(more: dict[str, list[str]], keyword: str, intent: str | None) -> None:
    assert IntentWords(more).intent(keyword) == intent


def test_no_word_tells_two_intents() -> None:
    listed = [word for words in WORDS.values() for word in words]
    assert sorted(listed) == sorted(set(listed))


@given(st.text())
def test_any_text_has_an_intent_or_none(text: str) -> None:
    assert IntentWords().intent(text) in {*WORDS, None}


@pytest.mark.parametrize(
    ("question", "brand", "keyword", "intent"),
    [
        (False, True, "acme", "navigational"),
        (False, True, "acme shop price", "transactional"),
        (True, False, "is a tent waterproof", "informational"),
        (True, False, "where to buy tents", "transactional"),
        (False, None, "tent", None),
    ],
)
def test_a_question_or_a_bare_brand_tells_where_words_do_not(
    question: bool, brand: bool | None, keyword: str, intent: str | None
) -> None:
    assert intents_of([keyword], [question], [brand], IntentWords()) == [intent]


@pytest.mark.parametrize(
    ("keyword", "starts", "asks"),
    [
        ("jak wiązać krawat", ["jak"], True),
        ("jakość krawata", ["jak"], False),
        ("Tell me about ropes", ["tell  ME"], True),
        ("rope tell me", ["tell me"], False),
        ("rope", [""], False),
    ],
)
def test_question_words_of_the_user(keyword: str, starts: list[str], asks: bool) -> None:
    assert is_question(keyword, starts) is asks
