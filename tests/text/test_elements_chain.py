from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.text.elements_chain import clicked, element_key, parse_chain

VALUE = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@pytest.mark.parametrize(
    ("chain", "tags"),
    [
        ("", []),
        ("a", ["a"]),
        ("a;div;body", ["a", "div", "body"]),
        ('a:href="/x;y"text="b;c:d";div:', ["a", "div"]),
        ('svg.icon.big:nth-child="1";button.b:text="Go"', ["svg", "button"]),
        (";;a;", ["a"]),
        ('broken:text="never closed', ["broken"]),
    ],
)
def test_elements(chain: str, tags: list[str]) -> None:
    assert [element.tag for element in parse_chain(chain)] == tags


@pytest.mark.parametrize(
    ("chain", "classes", "attributes"),
    [
        ('a.md:flex.btn:attr__id="go"text="Go"', ("md:flex", "btn"),
         {"attr__id": "go", "text": "Go"}),
        ('a.hover:focus:ring-2:href="/x"', ("hover:focus:ring-2",), {"href": "/x"}),
        ('a.w-1/2.[&_svg]:x:text="Go"', ("w-1/2", "[&_svg]:x"), {"text": "Go"}),
        ("a.md:flex:", ("md:flex",), {}),
        ("a.md:flex", ("md:flex",), {}),
        ('a:attr__@click="f(1)"attr__(x)="y"href="/x"', (),
         {"attr__@click": "f(1)", "attr__(x)": "y", "href": "/x"}),
        ('a:attr__v-on:click="go:\\"x\\""text="a=b: c"', (),
         {"attr__v-on:click": 'go:"x"', "text": "a=b: c"}),
        ('a:attr__x=""text="Go"', (), {"attr__x": "", "text": "Go"}),
        (r'a:text="C:\dir\\new\nline"', (), {"text": "C:\\dir\\new\nline"}),
    ],
)  # fmt: skip
def test_classes_and_attributes(
    chain: str, classes: tuple[str, ...], attributes: dict[str, str]
) -> None:
    (element,) = parse_chain(chain)
    assert (element.tag, element.classes, element.attributes) == ("a", classes, attributes)


@given(st.text(max_size=60))
def test_any_text_is_a_chain(text: str) -> None:
    element = clicked(parse_chain(text))
    assert element is None or element_key(element) is not None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(VALUE, VALUE), min_size=1, max_size=3))
def test_any_value_comes_back(pairs: list[tuple[str, str]]) -> None:
    def quoted(value: str) -> str:
        return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

    chain = ";".join(f'a.b:c.d:href="{quoted(h)}"text="{quoted(t)}"' for h, t in pairs)
    found = parse_chain(chain)
    assert [(e.attributes["href"], e.attributes["text"]) for e in found] == pairs


@pytest.mark.parametrize(
    ("chain", "key", "text", "href"),
    [
        ('img:;a:href="/x"text="Buy"', 'a[href="/x"] Buy', "Buy", "/x"),
        ('div.card.wide:nth-child="3"', "div.card.wide", None, None),
        ('div:nth-child="3"', "div:nth-child(3)", None, None),
        ('a:attr__data-attr="cta"href="/x"', "a#cta", None, "/x"),
        ('b:text="x";i:text="y";button:', "button y", "y", None),
    ],
)
def test_the_key_outlives_a_move(chain: str, key: str, text: str | None, href: str | None) -> None:
    element = clicked(parse_chain(chain))
    assert element is not None
    assert (element_key(element), element.text, element.href) == (key, text, href)
