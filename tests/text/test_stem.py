from __future__ import annotations

import subprocess
import sys

import pytest

from smo.errors import SmoError
from smo.text.stem import SNOWBALL, stem_language, stem_word


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("shoes", "en", "shoe"),
        ("running", "en", "run"),
        ("обувью", "ru", "обув"),
        ("schuhe", "de", "schuh"),
        ("c++", "en", "c++"),
        ("mp3s", "en", "mp3s"),
        ("2024", "ru", "2024"),
    ],
)
def test_stem_word(word, language, expected):
    assert stem_word(word, language) == expected


@pytest.mark.parametrize(
    ("word", "language"), [("shoes", "en"), ("обувь", "ru"), ("手机", "en"), ("", "en")]
)
def test_stem_language_is_told_by_script(word, language):
    assert stem_language(word) == language


@pytest.mark.parametrize("language", sorted(SNOWBALL))
def test_every_language_named_has_a_stemmer(language):
    assert stem_word("salamanders", language)


def test_unknown_language_is_refused():
    with pytest.raises(SmoError, match=r"stem_word: 'language' must be one of 'ar'.*got 'xx'"):
        stem_word("word", "xx")


def test_import_loads_neither_nltk_nor_sklearn():
    code = (
        "import sys, smo.text.normal, smo.text.language; "
        "sys.exit(bool({'nltk', 'sklearn', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
