from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.patterns import page_of_pattern

PAGE = "https://x.example/page/"


@pytest.mark.parametrize(
    ("pattern", "page"),
    [
        (r"^https://x\.example/page/(\?.*)?$", PAGE),
        (r"^https:\/\/x\.example\/page\/(\?.*)?$", PAGE),
        (r"^https://x\.example/page/(\?.*)?(#.*)?$", PAGE),
        (r"^https://x\.example/page/(?:\?[^#]*)?(?:\#.*)?$", PAGE),
        (r"^https://x\.example/page/(\?.*|#.*)?$", PAGE),
        (r"^https://x\.example/page/($|\?)", PAGE),
        (r"^https://x\.example/page/(\?|$)", PAGE),
        (r"^https://x\.example/page/[?#].*", PAGE),
        (r"^https?://x\.example/page/$", PAGE),
        (r"^https://x\.example/page/?$", PAGE[:-1]),
        (r"^https://x\.example/page\/?(\?.*)?$", PAGE[:-1]),
        (r"^https://x\.example/page(/)?$", PAGE[:-1]),
        (r"^https://x\.example/a\+b/(\?.*)?$", "https://x.example/a+b/"),
        ("https://x.example/page/", PAGE),
        ("https://x.example/find?q=boots", "https://x.example/find?q=boots"),
        ("/page/", "/page/"),
    ],
)
def test_a_filter_of_one_address(pattern: str, page: str) -> None:
    assert page_of_pattern(pattern) == (page, None)


@pytest.mark.parametrize(
    "pattern",
    [
        r"^https://x\.example/(a|b)$",
        r"^https://x\.example/\d+$",
        r"^https://x\.example/blog/.*$",
        r"^https://x\.example/(blog/.*)?$",
        r"^https://x\.example/page/(\?.*|print)?$",
        r"^https://(www\.)?x\.example/page/$",
        r"^https://x\.example/[a-z]+/$",
        ".*",
        "^$",
    ],
)
def test_a_filter_of_many_addresses_is_kept_and_told(pattern: str) -> None:
    page, note = page_of_pattern(pattern)
    assert page == pattern
    assert note is not None
    assert "stands for many addresses" in note
    assert "page=" in note


@given(st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9+._-]{0,12}[a-z0-9]", fullmatch=True))
def test_any_escaped_address_comes_back(address: str) -> None:
    pattern = "^" + re.escape(address) + r"(\?.*)?$"
    assert page_of_pattern(pattern) == (address, None)
