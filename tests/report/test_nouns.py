from __future__ import annotations

import pytest

from smo.report.nouns import FORMS, NOUNS
from smo.report.words import count_word
from smo.settings import REPORT_LANGUAGES


@pytest.mark.parametrize("kind", sorted(NOUNS))
def test_every_noun_has_its_forms_with_one_place(kind: str) -> None:
    assert set(NOUNS[kind]) == set(REPORT_LANGUAGES)
    assert len(NOUNS[kind]["en"]) == len(FORMS["en"])
    assert len(NOUNS[kind]["ru"]) in (3, 4)
    assert all(form.count("{n}") == 1 for forms in NOUNS[kind].values() for form in forms)


@pytest.mark.parametrize(
    ("kind", "number", "english", "russian"),
    [
        ("clicks", 1, "1 click", "1 клик"),
        ("clicks", 446, "446 clicks", "446 кликов"),
        ("days", 92, "92 days", "92 дня"),
        ("segments", 21, "21 segments", "21 сегмент"),
        ("about_clicks", 21, "21 clicks", "21 клика"),
        ("about_clicks", 2, "2 clicks", "2 кликов"),
        ("about_clicks", 8.5, "8.5 clicks", "8,5 клика"),
        ("clicks", 2.5, "2.5 clicks", "2,5 клика"),
        ("of_topics", 27, "27 topics", "27 тем"),
    ],
)
def test_counts(kind: str, number: float, english: str, russian: str) -> None:
    assert (count_word(kind, number, "en"), count_word(kind, number, "ru")) == (english, russian)
