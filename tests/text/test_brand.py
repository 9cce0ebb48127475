from __future__ import annotations

import pytest

from smo.text.brand import brand_words, host_label, in_cyrillic, one_slip


@pytest.mark.parametrize(
    ("host", "label"),
    [
        ("acme.example", "acme"),
        ("www.shop.acme.example", "acme"),
        ("globalsecurity.co.za", "globalsecurity"),
        ("acme.com.au", "acme"),
        ("co.example", "co"),
        ("лыжи.example", "лыжи"),
        ("10.0.0.1", None),
        ("localhost", None),
        ("", None),
    ],
)
def test_host_label(host: str, label: str | None) -> None:
    assert host_label(host) == label


def test_the_most_frequent_host_names_the_brand() -> None:
    hosts = ["cdn.example", "acme.example", "www.acme.example"]
    assert brand_words(hosts, ["rope", "acme"]) == ("acme", "акме")


def test_equal_hosts_are_told_apart_by_name_not_by_order() -> None:
    assert brand_words(["b12.example", "a12.example"], []) == ("a12", "а12")
    assert brand_words(["a12.example", "b12.example"], []) == ("a12", "а12")


@pytest.mark.parametrize("hosts", [[], ["x.example"], ["127.0.0.1"]])
def test_no_name_no_brand(hosts: list[str]) -> None:
    assert brand_words(hosts, ["rope"]) == ()


def test_a_word_of_most_keywords_names_the_trade() -> None:
    assert brand_words(["books.example"], ["books", "buy books", "maps"]) == ()
    assert brand_words(["books.example"], ["books", "atlas", "maps"]) == ("books", "букс")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("velmarok", "велмарок"), ("shchuka", "щука"), ("лыжи", "лыжи"), ("x-ray", "кс-раи")],
)
def test_names_as_russians_hear_them(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("acme", "acme", True),
        ("acme", "acm", True),
        ("acme", "aacme", True),
        ("acme", "akme", True),
        ("acme", "amce", True),
        ("acme", "acem", True),
        ("acme", "came", True),
        ("acme", "ac", False),
        ("acme", "emca", False),
        ("acme", "akmi", False),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_one_slip(left: str, right: str, near: bool) -> None:
    assert one_slip(left, right) is near
    assert one_slip(right, left) is near
