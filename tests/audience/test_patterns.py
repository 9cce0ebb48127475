"""What a pattern fits, condition by condition."""

from __future__ import annotations

import pandas as pd
import pytest

import smo
from smo.audience.values import Values


def fits(column: str, condition: str, pattern: object, value: str | None) -> bool:
    """Tell whether a rule of one condition takes a row with one value."""
    plain = {"keyword": "zzz", "page": "https://acme.example/", "device": "tablet"}
    rows = pd.DataFrame([{**plain, column: value}, {**plain, column: "zzz"}])
    segments = smo.assign_segments(rows.astype("string"), {"in": {condition: pattern}})["segment"]
    return bool(segments.iloc[0] == "in")


@pytest.mark.parametrize(
    ("pattern", "keyword", "fine"),
    [
        ("rope", "Red ROPES", True),
        ("ropes", "rope", True),
        ("rope", "europe", False),
        ("climbing rope", "ropes for climbing", True),
        ("climbing rope", "climbing shoes", False),
        ("ropes for climbing", "climbing rope", True),
        ("how to", "how to tie a knot", True),
        ("how to", "to know how", True),
        ("how to", "knots", False),
        ("купить", "где купить верёвку", True),
        ("веревка", "верёвки оптом", True),
        ("купить", "покупки", False),
        ("notaria", "notaría cerca", True),
        ("t-shirt", "mens t shirts", True),
        ("c++", "c++ books", True),
        ("c++", "c books", False),
        ("手机", "手机壳", True),
        ("climb*", "climber gear", True),
        ("climb* gear", "gears of a climber", True),
        ("climb*", "bouldering", False),
        ("t-sh*", "t shorts", True),
        ("*壳", "手机壳", True),
        ("re:^(how|why) ", "How to tie", True),
        ("re:^(how|why) ", "know how to", False),
        (r"re:([^ ]+\s){3,}", "how to tie a knot", True),
        (["tent", "rope"], "a tent", True),
        (["tent", "rope"], "a stove", False),
    ],
)
def test_keywords(pattern: object, keyword: str, fine: bool) -> None:
    assert fits("keyword", "keyword", pattern, keyword) is fine


@pytest.mark.parametrize(
    ("pattern", "page", "fine"),
    [
        ("/shop/*", "https://www.acme.example/Shop/bags/", True),
        ("/shop/*", "https://acme.example/shop", True),
        ("/shop/*", "https://acme.example/shop/?utm_source=x", True),
        ("/shop/*", "https://acme.example/shopping", False),
        ("/shop/*", "https://acme.example/en/shop/a", False),
        ("/shop/*", "/shop/a", True),
        ("/shop", "https://acme.example/shop/", True),
        ("/shop", "https://acme.example/shop/a", False),
        ("/shop*", "https://acme.example/shopping", True),
        ("shop/*", "https://acme.example/shop/a", True),
        ("/", "https://acme.example", True),
        ("/", "https://acme.example/a", False),
        ("/*", "https://acme.example/a", True),
        ("acme.example", "https://www.acme.example/any/page?a=1", True),
        ("acme.example", "https://blog.acme.example/", False),
        ("*.acme.example/*", "https://blog.acme.example/", True),
        ("https://acme.example/", "http://acme.example", True),
        ("https://acme.example/", "http://acme.example/a", False),
        ("acme.example/shop/*", "https://acme.example/shop/a", True),
        ("acme.example/shop/*", "https://other.example/shop/a", False),
        ("*.pdf", "https://acme.example/files/a.PDF?x=1", True),
        ("*/sale/*", "https://acme.example/en/sale/a", True),
        ("index.html", "https://acme.example/index.html", True),
        ("/a?color=*", "https://acme.example/a?color=red", True),
        ("/a?color=*", "https://acme.example/a", False),
        ("/магазин/*", "https://acme.example/%D0%BC%D0%B0%D0%B3%D0%B0%D0%B7%D0%B8%D0%BD/1", True),
        ("bags", "https://acme.example/shop/summer-bag.html", True),
        ("bags", "https://bags.example/shop/hats", False),
        ("re:^/(shop|sale)/", "https://acme.example/sale/a", True),
        (r"re:^acme\.example/$", "https://acme.example/", True),
        ("re:^/$", "https://acme.example/a", False),
    ],
)
def test_pages(pattern: str, page: str, fine: bool) -> None:
    assert fits("page", "page", pattern, page) is fine


@pytest.mark.parametrize(
    ("condition", "pattern", "page", "fine"),
    [
        ("utm_campaign", "spring*", "/?utm_campaign=Spring+Sale", True),
        ("utm_campaign", "spring", "/?utm_campaign=Spring+Sale", False),
        ("utm_source", "fb", "/?utm_source=FB&utm_medium=cpc", True),
        ("utm_medium", "cpc", "/?utm_source=FB&utm_medium=CPC", True),
        ("utm_term", "red rope", "/?utm_term=red%20rope", True),
        ("utm_content", "re:^a[0-9]$", "/?utm_content=a1", True),
        ("channel", "facebook", "/?utm_source=fb", True),
        ("channel", "email", "/?utm_source=spring&utm_medium=email", True),
    ],
)
def test_campaigns(condition: str, pattern: str, page: str, fine: bool) -> None:
    assert fits("page", condition, pattern, page) is fine


@pytest.mark.parametrize(
    ("column", "condition", "pattern", "value", "fine"),
    [
        ("device", "device", "Mobile", "mobile", True),
        ("device", "device", "mob", "mobile", False),
        ("device", "device", "mob*", "mobile", True),
        ("device", "device", "mobile", None, False),
        ("country", "country", ["usa", "United States"], "united states", True),
        ("country", "country", "us", "usa", False),
        ("keyword", "language", "RU", "где купить верёвку", True),
        ("keyword", "language", "ru", "where to buy ropes", False),
        ("keyword", "language", "und", "zoro b2b", True),
    ],
)
def test_other_values(
    column: str, condition: str, pattern: object, value: str | None, fine: bool
) -> None:
    assert fits(column, condition, pattern, value) is fine


def test_a_lone_surrogate_and_a_zero_byte_are_searched() -> None:
    assert Values(["a\ud800b", "a\x00b", ""]).search("b").tolist() == [True, True, False]


def test_an_expression_that_blows_up_elsewhere_takes_linear_time() -> None:
    # A backtracking engine needs 2**5000 steps here; this test would never end.
    assert Values(["a" * 5000 + "!"]).search("^(a+)+$").tolist() == [False]
