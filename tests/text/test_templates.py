"""Templates of addresses: what is alike becomes one, what is a room stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.templates import MIN_LIKE, url_templates

SLUGS = [f"thing-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ([f"a.ru/p/{slug}" for slug in SLUGS], {"a.ru/p/{slug}"}),
        ([f"a.ru/p/{slug}" for slug in SLUGS[: MIN_LIKE - 1]], None),
        (["a.ru/order/1", "a.ru/order/2"], {"a.ru/order/{id}"}),
        (["a.ru/order/1"], None),
        (["a.ru/2024/05/x", "a.ru/2025/06/x"], {"a.ru/{id}/{id}/x"}),
        (["a.ru/i?id=5&sort=up", "a.ru/i?sort=down&id=7"], {"a.ru/i?id={value}&sort={value}"}),
        ([f"a.ru/{slug}/reviews" for slug in SLUGS], {"a.ru/{slug}/reviews"}),
        (["a.ru/u/9f8e7d6c", "a.ru/u/0a1b2c3d"], {"a.ru/u/{id}"}),
        ([f"a.ru/{letter}" for letter in "abc"], None),
        (["a.ru", "b.ru", ""], None),
        ([], set()),
    ],
)
def test_templates(addresses: list[str], expected: set[str] | None) -> None:
    found = url_templates(addresses)
    assert set(found) == set(addresses)
    # None: every address is a page of its own.
    assert set(found.values()) == (set(addresses) if expected is None else expected)


def test_a_room_among_many_pages_stays_a_room() -> None:
    shop = [f"a.ru/shop/{slug}" for slug in SLUGS]
    found = url_templates([*shop, *(f"a.ru/{slug}" for slug in SLUGS)])
    assert set(found.values()) == {"a.ru/shop/{slug}", "a.ru/{slug}"}


def test_pages_of_two_sites_are_never_alike() -> None:
    found = url_templates(f"{host}/p/{slug}" for host in ("a.ru", "b.ru") for slug in SLUGS)
    assert set(found.values()) == {"a.ru/p/{slug}", "b.ru/p/{slug}"}


def test_a_path_of_thousands_of_parts_is_no_trouble() -> None:
    deep = "a.ru" + "/x" * 5_000
    assert url_templates([deep]) == {deep: deep}


@given(st.lists(st.text(alphabet="ab1/?=&", max_size=12), max_size=30))
def test_order_and_repeats_do_not_matter(addresses: list[str]) -> None:
    found = url_templates(addresses)
    assert url_templates([*reversed(addresses), *addresses]) == found
    assert set(found) == set(addresses)
