from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.read.selectors import last_tag


@pytest.mark.parametrize(
    ("selector", "tag"),
    [
        ("body > main > a.cta", "a"),
        ("BODY>DIV>A.cta", "a"),
        ("ul>li~a.b", "a"),
        ("h2 + p", "p"),
        ('a[title="Buy > now"]', "a"),
        ("nav a[href='/a b/']", "a"),
        ("li:not(.a .b)", "li"),
        ("li:not(:nth-child(2n + 1)) ", "li"),
        ('main > my-card[data-x="\\"] > b"]', "my-card"),
        ("div::before", "div"),
        ("#search", None),
        ("main > .card", None),
        ("*", None),
        ("", None),
        (" > ", None),
    ],
)
def test_the_tag_a_selector_leads_to(selector: str, tag: str | None) -> None:
    assert last_tag(selector) == tag


@given(st.text(max_size=60))
def test_any_text_is_a_selector(text: str) -> None:
    tag = last_tag(text)
    assert tag is None or tag == tag.casefold()
