from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.normal import clean, normal_form, normal_forms, stop_word, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Red\tSHOES \n", "red shoes"),
        ("long query that was \nwrapped", "long query that was wrapped"),
        ("Ёлка", "елка"),
        ("е\u0308лка", "елка"),
        ("ＫＥＹ\u3000ｗｏｒｄ", "key word"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eabc\u202c", "abc"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("żółw", "żółw"),
        ("z\u0307o\u0301łw", "żółw"),
        ("", ""),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c++ vs c#", ["c++", "vs", "c#"]),
        ("men's t-shirts", ["mens", "t", "shirts"]),
        ("what’s new", ["whats", "new"]),
        ("l'avocat d'entreprise", ["avocat", "entreprise"]),
        ("snake_case", ["snake", "case"]),
        ("2.5 mm", ["2", "5", "mm"]),
        ("手机壳", ["手机", "机壳"]),
        ("壳", ["壳"]),
        ("iphone手机", ["iphone", "手机"]),
        ("スマホケース 安い", ["スマ", "マホ", "ホケ", "ケー", "ース", "安い"]),
        ("휴대폰 케이스", ["휴대폰", "케이스"]),
        ("हिन्दी गाने", ["हिन्दी", "गाने"]),
        ("🔥🔥 ?!", []),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Running Shoes", "run shoe"),
        ("the shoe for running", "shoe run"),
        ("how to", "how to"),
        ("who is", "who is"),
        ("how to tie a tie", "tie tie"),
        ("buy free best shoes not red", "buy free best shoe not red"),
        ("купить кроссовки в Москве", "куп кроссовк москв"),
        ("Кроссовки купить недорого", "кроссовк куп недор"),
        ("abogado de la familia", "abogado la familia"),
        ("🔥", "🔥"),
        ("???", "???"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_normal_form(text, expected):
    assert normal_form(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red shoe", "RED  shoes"),
        ("men's hats", "mens hat"),
        ("ёлка купить", "Елку купить"),
        ("shoes", "the shoes"),
        ("prescripción de multas", "prescripcion multa"),
        ("crème brûlée", "creme brulee"),
        ("œuvre", "oeuvre"),
    ],
)
def test_spellings_of_one_demand_are_equal(one, other):
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(("one", "other"), [("año", "ano"), ("schön", "schon"), ("йод", "иод")])
def test_letters_of_their_own_keep_their_marks(one, other):
    assert normal_form(one) != normal_form(other)


@pytest.mark.parametrize(
    "word", ["buy", "free", "best", "near", "not", "without", "cheap", "купить", "без"]
)
def test_demand_words_are_no_stop_words(word):
    assert not stop_word(word)


@pytest.mark.parametrize(
    "word",
    ["van", "door", "la", "os", "se", "die", "hat", "war", "con", "son", "come", "pour", "den"],
)
def test_foreign_function_words_that_english_means_stay(word):
    assert not stop_word(word)


@given(st.text(max_size=60))
def test_clean_is_idempotent(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=60))
def test_any_text_has_a_normal_form(text):
    normal = normal_form(text)
    assert normal == normal_forms([text, "x"])[0]
    assert (normal == "") == (clean(text) == "")
    assert "\n" not in normal


@given(st.text(max_size=40))
def test_spelling_that_clean_folds_does_not_matter(text):
    assert normal_form(f"  {text}\n") == normal_form(clean(text))
