from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.read.html_page import with_places
from smo.read.html_selectors import readings, steps_of

lexbor = pytest.importorskip("selectolax.lexbor", reason="needs the extra html")


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        ("a", ["a"]),
        ("HTML>BODY>DIV:nth-of-type(2)", ['HTML > BODY > DIV[smo-type="2"]']),
        ("li:NTH-CHILD( 03 )", ['li[smo-child="3"]']),
        ("li:nth-child(2n + 1)", ["li:nth-child(2n + 1)"]),
        ("li:not(:nth-child(2))", ['li:not([smo-child="2"])']),
        ('a[title=":nth-child(2) > b"]', ['a[title=":nth-child(2) > b"]']),
        (r"#a\:b + p", [r"#a\:b + p"]),
        (r"#\31 x ~ p", [r"#\31 x ~ p"]),
        ("#a.b", ["#a.b", '[id="a.b"]']),
        ("DIV.lg:flex.x:nth-of-type(1)>A",
         ['DIV.lg:flex.x[smo-type="1"] > A',
          'DIV[class~="lg:flex"][class~="x"][smo-type="1"] > A']),
        ("main ul li a", ["ul li a"]),
        ("main > ul li a b", ["li a b"]),
        ("div:has(a)", []),
        ("a >", []),
        ("> a", []),
        ("a[b", []),
        ("a:not(b", []),
        ("", []),
        ("x" * 10_001, []),
    ],
)  # fmt: skip
def test_readings(selector: str, meant: list[str]) -> None:
    assert list(readings(selector, 2)) == meant


@given(st.text(max_size=80))
def test_any_text_may_be_a_selector(text: str) -> None:
    assert len(list(readings(text, 2))) <= 2


@given(st.text(st.sampled_from("a>+~ .#[]()\"'\\:1"), max_size=400))
def test_marks_in_any_order(text: str) -> None:
    assert all(step.compound.strip() for step in steps_of(text))


TAGS = st.sampled_from(["div", "p", "a"])
TREES = st.recursive(
    TAGS.map(lambda tag: f"<{tag}></{tag}>"),
    lambda inner: st.builds(
        lambda parts: f"<div>{''.join(parts)}</div>", st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)
COMPOUNDS = st.builds(
    lambda tag, place, n: f"{tag}:{place}({n})",
    TAGS,
    st.sampled_from(["nth-child", "nth-of-type"]),
    st.integers(1, 3),
)


@settings(max_examples=200, deadline=None)
@given(TREES, st.lists(COMPOUNDS, min_size=1, max_size=3), st.sampled_from([">", " ", "+", "~"]))
def test_places_are_those_the_parser_counts(tree: str, compounds: list[str], mark: str) -> None:
    selector = f" {mark} ".join(compounds)
    plain, placed = (lexbor.LexborHTMLParser(f"<body>{tree}</body>") for _ in range(2))
    with_places(placed, "page.html")
    expected = [node.parent.tag for node in plain.css(selector)]
    assert [n.parent.tag for n in placed.css(next(readings(selector, 9)))] == expected
