"""Keywords of the planted worlds: one topic each, and forms that people type."""

from __future__ import annotations

import re

import numpy as np
import pytest

from smo.datasets.demand import mistype
from smo.datasets.draws import binomial, split_total, uniforms
from smo.datasets.phrases import is_question, lexicons

SEGMENTS = ("buyers", "readers", "russian")


@pytest.mark.parametrize("segment", SEGMENTS)
def test_every_topic_has_words_enough(segment: str) -> None:
    known = lexicons(segment)
    assert len(known) == 18
    for lexicon in known:
        assert len(lexicon.keywords) >= 52, lexicon.name
        assert len(lexicon.links) >= 8
        assert len(lexicon.long) > 75


@pytest.mark.parametrize("segment", SEGMENTS)
def test_a_keyword_has_one_topic(segment: str) -> None:
    owner: dict[str, str] = {}
    for lexicon in lexicons(segment):
        for keyword in (*lexicon.keywords, lexicon.long):
            assert owner.setdefault(keyword, lexicon.name) == lexicon.name


@pytest.mark.parametrize("segment", SEGMENTS)
def test_keywords_look_typed(segment: str) -> None:
    letters = "а-я" if segment == "russian" else ""
    typed = re.compile(rf"[a-z0-9{letters}]+( [a-z0-9{letters}]+)*")
    for lexicon in lexicons(segment):
        for keyword in lexicon.keywords:
            assert typed.fullmatch(keyword), keyword
            assert not re.search(r"\b(\w+) \1\b", keyword), keyword
            assert not re.search(r"\b(buy|best|cheap|купить|лучшие) (how|what|как|что)", keyword)


@pytest.mark.parametrize(
    ("keyword", "asks"),
    [
        ("how to tie a knot", True),
        ("can you wash a dry bag", True),
        ("best tents", False),
        ("как выбрать палатку", True),
        ("палатки для похода", False),
        ("для чего нужен узел булинь", True),
        ("чем пропитать кожаные ботинки", True),
    ],
)
def test_questions(keyword: str, asks: bool) -> None:
    assert is_question(keyword) is asks


@pytest.mark.parametrize("u", [0.0, 0.2, 0.49, 0.5, 0.7, 0.999])
def test_a_slip_changes_one_word(u: float) -> None:
    wrong = mistype("waterproof hiking boots", u)
    assert wrong.split(" ")[1:] == ["hiking", "boots"]
    assert len(wrong.split(" ")[0]) in (9, 10)
    assert mistype("tents", u) == "tents"


def test_streams_are_independent_and_fixed() -> None:
    assert uniforms(7, "a", 3).tolist() == uniforms(7, "a", 3).tolist()
    assert abs(np.corrcoef(uniforms(7, "a", 4000), uniforms(7, "b", 4000))[0, 1]) < 0.05
    # A value to compare machines by: PCG64 and its seeding are fixed for good.
    assert uniforms(0, "fixed", 1)[0] == pytest.approx(FIXED, abs=1e-15)


FIXED = 0.6809969616603502


def test_binomial_quantiles_have_the_right_moments() -> None:
    u = uniforms(1, "moments", 40_000)
    for n, p in [(1, 0.3), (10, 0.05), (500, 0.02), (20_000, 0.4)]:
        counts = binomial(u, n, p)
        assert counts.min() >= 0
        assert counts.max() <= n
        assert counts.mean() == pytest.approx(n * p, rel=0.03)
        assert counts.var() == pytest.approx(n * p * (1 - p), rel=0.05)
    assert binomial(u[:3], 0, 0.5).tolist() == [0, 0, 0]
    assert binomial(np.array([0.0, 0.999999]), 5, np.array([1e-9, 1.0])).tolist() == [0, 5]


@pytest.mark.parametrize(
    ("total", "weights"), [(0, [1.0, 2.0]), (7, [0.0, 0.0]), (100, [1.0, 1.0, 1.0]), (5, [9.0])]
)
def test_split_keeps_the_total(total: int, weights: list[float]) -> None:
    shares = split_total(total, np.array(weights))
    assert shares.sum() == total
    assert (shares >= 0).all()
