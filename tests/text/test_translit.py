from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.rules import BY_SCRIPT
from smo.text.translit import folded, in_russian, russian_stems

SPELLINGS = {
    "ремонт": ["remont"],
    "айфонов": ["ayfonov", "aifonov", "ajfonov"],
    "хлеб": ["hleb", "khleb", "xleb"],
    "цены": ["ceny", "tseny", "tceny", "ceni", "czeny"],
    "щётки": ["schetki", "shchetki", "shchyotki", "shhetki", "schyotki"],
    "шины": ["shiny", "shini", "šiny"],
    "юбки": ["yubki", "jubki", "iubki", "ubki"],
    "ялта": ["yalta", "jalta", "ialta"],
    "жалюзи": ["zhalyuzi", "jalyuzi", "zhaljuzi", "jaluzi", "žaluzi"],
    "эмаль": ["emal", "emal'"],
    "подъезд": ["podezd", "podyezd", "podjezd"],
    "новый": ["novyy", "novyj", "noviy", "novyi", "novy"],
    "объявление": ["obyavlenie", "objavlenije", "obiavleniye"],
    "ванна": ["vanna", "vana"],
    "чехлы": ["chehly", "chekhly", "čehly"],
    "такси": ["taksi", "taxi"],
    "электрический": ["elektricheskiy", "elektricheskij", "elektricheskii"],
    "ёлка": ["elka", "yolka", "jolka"],
    "йога": ["yoga", "joga", "ioga"],
    "детский": ["detskiy", "detskij", "detski"],
    "швейная": ["shveynaya", "shvejnaja", "shveinaia"],
}


@pytest.mark.parametrize(
    ("word", "latin"), [(word, one) for word, many in SPELLINGS.items() for one in many]
)
def test_every_usual_spelling_meets(word: str, latin: str) -> None:
    assert set(folded(word)) & set(folded(latin))


def test_different_words_stay_apart() -> None:
    forms = [form for word in SPELLINGS for form in folded(word)]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("one", "other"),
    [("диван", "divo"), ("кровать", "krov"), ("щука", "suka"), ("часы", "kasy"), ("холл", "gol")],
)
def test_near_words_do_not_meet(one: str, other: str) -> None:
    assert not set(folded(one)) & set(folded(other))


@given(st.text(alphabet="abcjkxyzшщжя-1", max_size=12))
def test_words_fold_alike_in_either_case(word: str) -> None:
    assert folded(word)
    assert folded(word) == folded(word.upper())


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшэюя", min_size=1, max_size=10))
def test_cyrillic_has_one_form(word: str) -> None:
    assert len(folded(word)) == 1
    assert folded(word) == folded(word.upper())


STEMS = russian_stems(
    ["ремонт айфонов", "детские велосипеды", "красная шапка", "дом", "red rope"], BY_SCRIPT
)


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("remont ayfonov", "ремонт айфонов"),
        ("remont ayfona", "ремонт айфонов"),
        ("detskij velosiped", "детские велосипеды"),
        ("shop krasnaja shapka 15", "shop красная шапка 15"),
        ("remontnik", ""),  # another word, no ending
        ("red rope", ""),
        ("dom", ""),  # too short to tell
        ("ремонт", ""),  # says it already
        ("", ""),
    ],
)
def test_slugs_in_russian(slug: str, said: str) -> None:
    assert in_russian(slug, STEMS) == said


def test_the_order_of_keywords_changes_nothing() -> None:
    words = ["ремонт айфонов", "ремонты айфона", "велосипед", "велосипеды"]
    assert russian_stems(words, BY_SCRIPT) == russian_stems(words[::-1], BY_SCRIPT)
