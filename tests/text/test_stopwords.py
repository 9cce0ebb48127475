from __future__ import annotations

import pytest

from smo.text.normal import clean
from smo.text.stopwords import FUNCTION_WORDS, STOP_WORDS


@pytest.mark.parametrize("language", sorted(STOP_WORDS))
def test_words_are_clean_single_words(language):
    words = STOP_WORDS[language]
    assert words
    assert all(word == clean(word) and word.isalpha() for word in words)
    assert words <= FUNCTION_WORDS[language]


@pytest.mark.parametrize("language", sorted(STOP_WORDS))
@pytest.mark.parametrize(
    "word", ["buy", "free", "best", "not", "no", "купить", "не", "без", "дешево", "comprar", "pas"]
)
def test_demand_words_are_never_dropped(language, word):
    assert word not in STOP_WORDS[language]


def test_both_house_languages_have_a_list():
    assert {"how", "to", "who", "is", "the"} <= STOP_WORDS["en"]
    assert {"как", "где", "для", "что"} <= STOP_WORDS["ru"]
