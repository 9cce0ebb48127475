from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.report.inert import inert, is_address, markdown_link, markdown_paragraph, markdown_text

ADDRESSES = [
    ("https://shop.example/a?b=c#d", True),
    ("http://shop.example", True),
    ("HTTPS://Shop.Example/", True),
    ("https://магазин.рф/путь", True),
    ("https://shop.example:8080/", True),
    ("https://shop.example/a b", False),
    ("https://shop.example:port/", False),
    ("https://[::1/", False),
    ("https://", False),
    ("https:///path", False),
    ("https://bank.example@evil.example/", False),
    ("https://shop.example/\u202egpj.exe", False),
    ("https://shop.example/\x00", False),
    ("https://shop.example/`x`", False),
    ("https://shop.example\\@evil.example", False),
    ("javascript:alert(1)", False),
    ("java\nscript:alert(1)", False),
    ("JaVaScRiPt://https://shop.example", False),
    ("data:text/html,<script>", False),
    ("//shop.example/", False),
    ("/bare/path", False),
    ("ftp://shop.example/", False),
    (" https://shop.example/", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_only_plain_web_addresses_are_links(text: str, expected: bool) -> None:
    assert is_address(text) is expected


INERT = [
    ("a\r\n b\tc", "a b c"),
    ("nul\x00bel\x07", "nul\ufffdbel\ufffd"),
    ("\u202egnp.exe", "\ufffdgnp.exe"),
    ("\u2067x\u2069", "\ufffdx\ufffd"),
    ("lone \ud800", "lone \ufffd"),
    ("שלום", "שלום"),
    ("👩\u200d👧", "👩\u200d👧"),
    ("1\u00a0234", "1\u00a0234"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), INERT)
def test_inert(text: str, expected: str) -> None:
    assert inert(text) == expected


@given(st.text(max_size=400), st.integers(1, 300))
def test_inert_is_bounded_and_settled(text: str, limit: int) -> None:
    once = inert(text, limit=limit)
    assert len(once) <= limit
    assert "\n" not in once
    assert inert(once, limit=limit) == once
    once.encode("utf-8")


MARKDOWN = [
    ("a|b", r"a\|b"),
    ("`code`", r"\`code\`"),
    ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
    ("![x](https://evil.example/p.png)", r"!\[x\](https://evil.example/p.png)"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
    ("black & decker", "black & decker"),
    ("snake_case *bold* ~~x~~", r"snake\_case \*bold\* \~\~x\~\~"),
    ("{: onclick=x }", r"\{: onclick=x \}"),
    ("a\n# b", "a # b"),
    ("\\", r"\\"),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown_text(text: str, expected: str) -> None:
    assert markdown_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("# x", r"\# x"), ("12) x", r"12\) x"), ("- x", r"\- x"), ("=====", r"\====="), ("a.", "a.")],
)
def test_nothing_starts_in_a_paragraph(text: str, expected: str) -> None:
    assert markdown_paragraph(text) == expected


def test_markdown_link_escapes_what_is_no_address() -> None:
    assert markdown_link("javascript:alert(1)") == "javascript:alert(1)"
    assert markdown_link("https://a.example/<b>") == "https://a.example/&lt;b&gt;"
    assert markdown_link("https://a.example/b_c") == "<https://a.example/b_c>"
