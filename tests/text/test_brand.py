from __future__ import annotations

import pytest

from smo.text.brand import brand_words, host_label


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
    assert brand_words(hosts, ["rope", "acme"]) == ("acme",)


def test_equal_hosts_are_told_apart_by_name_not_by_order() -> None:
    assert brand_words(["b12.example", "a12.example"], []) == ("a12",)
    assert brand_words(["a12.example", "b12.example"], []) == ("a12",)


@pytest.mark.parametrize("hosts", [[], ["x.example"], ["127.0.0.1"]])
def test_no_name_no_brand(hosts: list[str]) -> None:
    assert brand_words(hosts, ["rope"]) == ()


def test_a_word_of_most_keywords_names_the_trade() -> None:
    assert brand_words(["books.example"], ["books", "buy books", "maps"]) == ()
    assert brand_words(["books.example"], ["books", "atlas", "maps"]) == ("books",)
