from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.language import detect_language, is_latin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how to tie a tie", "en"),
        ("best running shoes", "en"),
        ("security companies near me", "en"),
        ("купить кроссовки", "ru"),
        ("Nike кроссовки", "ru"),
        ("як купити взуття в києві", "uk"),
        ("abogado laboral en santiago", "es"),
        ("cuánto cuesta un divorcio", "es"),
        ("wie lange muss man ein ei kochen", "de"),
        ("günstige schuhe", "de"),
        ("chaussures pour le sport", "fr"),
        ("registre des entreprises du québec", "fr"),
        ("preço de um celular", "pt"),
        ("come fare il pane", "it"),
        ("grafieken maken in de klas", "nl"),
        ("手机壳", "zh"),
        ("計算機 ダウンロード", "ja"),
        ("휴대폰 케이스", "ko"),
        ("παπούτσια", "el"),
        ("נעליים", "he"),
        ("أحذية", "ar"),
        ("รองเท้า", "th"),
        ("जूते", "hi"),
        ("cara membuat layout", "id"),
        ("terminus x y z", "und"),
        ("google.com youtube.com", "und"),
        ("global garage door", "und"),
        ("zoro b2b", "und"),
        ("2024", "und"),
        ("🔥", "und"),
        ("", "und"),
    ],
)
def test_detect_language(text, expected):
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("comprar zapatos", ("es", "en"), "es"),
        ("comprar zapatos", ("ru",), "und"),
        ("купить обувь", ("en",), "und"),
        ("купити взуття в києві", ("en", "ru"), "ru"),
        ("купити взуття в києві", ("uk", "ru"), "uk"),
    ],
)
def test_only_the_given_languages_are_told(text, languages, expected):
    assert detect_language(text, languages) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("zoro b2b", True), ("обувь nike", False), ("2024", False), ("", False)]
)
def test_is_latin(text, expected):
    assert is_latin(text) is expected


@given(st.text(max_size=50))
def test_any_text_has_an_answer(text):
    assert detect_language(text).isalpha()
