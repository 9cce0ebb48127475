from __future__ import annotations

import pytest

from smo.topics.attributes import is_question, languages_of, names_brand


@pytest.mark.parametrize(
    "keyword",
    [
        "how to tie a tie",
        "What's a rope",
        "python how to install",
        "is rope strong",
        "can dogs eat rope",
        "rope vs cord?",
        "как выбрать палатку",
        "сколько стоит палатка",
        "палатка сколько весит",
        "стоит ли покупать палатку",
        "wie lange kochen eier",
        "combien coûte un divorce",
        "qu'est ce que la tva",
        "cómo cobrar finiquito",
        "que es spa",
        "o que é mei",
        "perché il cielo è blu",
        "wat is een factuur",
        "手机壳怎么选",
        "dimonaとは",
    ],
)
def test_questions(keyword):
    assert is_question(keyword)


@pytest.mark.parametrize(
    "keyword",
    [
        "red rope",
        "can opener",
        "will smith",
        "show rope",
        "howard",
        "палатка",
        "чемодан",
        "hoes",
        "",
    ],
)
def test_no_questions(keyword):
    assert not is_question(keyword)


@pytest.mark.parametrize(
    ("keyword", "brand", "expected"),
    [
        ("acme rope", ("acme",), True),
        ("ACME's rope", ("acme",), False),
        ("acmes rope", ("acme",), False),
        ("www.acme.example", ("acme",), True),
        ("global security solutions", ("globalsecuritysolutions",), True),
        ("globalsecuritysolutions.co.za", ("globalsecuritysolutions",), True),
        ("globalsecuritysolutionscoza", ("globalsecuritysolutions",), True),
        ("global security", ("globalsecuritysolutions",), False),
        ("acme-tools hammer", ("acme tools",), True),
        ("acmetools hammer", ("acme tools",), True),
        ("pineapple", ("apple",), False),
        ("палатка альпина", ("Альпина", "acme"), True),
        ("rope", ("",), False),
        ("rope", ("!",), False),
    ],
)
def test_names_brand(keyword, brand, expected):
    assert names_brand(keyword, brand) is expected


def test_a_keyword_that_does_not_tell_speaks_as_its_group():
    keywords = ["como vender un auto", "para los autos", "notaria", "палатка", "2024", "notaria"]
    groups = ["a", "a", "a", "a", "a", "b"]
    assert languages_of(keywords, groups) == ["es", "es", "es", "ru", "und", "und"]
    assert languages_of(keywords[:3], groups[:3], ("en",)) == ["und", "und", "und"]
