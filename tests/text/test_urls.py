from __future__ import annotations

import time

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smo.text.urls import canonical_url, canonical_urls, only_host, url_host, url_words

SAME_PAGE = [
    "https://shop.example/Bags",
    "http://shop.example/Bags",
    "HTTPS://WWW.SHOP.EXAMPLE/Bags",
    "https://shop.example:443/Bags",
    "http://shop.example:80/Bags/",
    "https://user:secret@shop.example/Bags",
    "https://shop.example./Bags",
    "//shop.example/Bags",
    "shop.example/Bags",
    "www.shop.example/Bags/",
    "shop.example:443/Bags",
    "https://shop.example//Bags//",
    "https://shop.example/x/../Bags/./",
    "https://shop.example/%42ags",
    "https://shop.example/Bags?",
    "https://shop.example/Bags#colors",
    "https://shop.example/Bags?utm_source=a&UTM_Medium=b&gclid=1",
    "https://shop.example/Bags?fbclid=1&yclid=2&msclkid=3&li_ed=4&_openstat=5&ysclid=6",
    "https://shop.example/Bags?_ga=1&_gl=2&mc_cid=3&srsltid=4&gbraid=5#x",
    "  https://shop.example/Bags \n",
    "https://shop.exam \nple/Bags",
    "\ufeffhttps://shop.example/Bags",
    r"^https://shop\.example/Bags/(\?.*)?$",
    r"^https?://(www\.)?shop\.example/Bags/?(\?.*)?(#.*)?$",
    r"^https://shop\.example/Bags(?:/)?(?:\?[^#]*)?$",
    "android-app://com.shop.app/https/www.shop.example/Bags",
    "https://shop.example/_next/image?url=%2FBags&w=640&q=75",
    "https://shop.example/_next/image?w=640&url=https%3A%2F%2Fwww.shop.example%2FBags%3Futm_id%3D1",
]

CASES = [
    ("https://x.example", "x.example/"),
    ("https://x.example/", "x.example/"),
    ("x.example?b=2&a=1", "x.example/?a=1&b=2"),
    ("https://x.example/a?b=2&a=1&a=0", "x.example/a?a=0&a=1&b=2"),
    ("https://x.example/a?flag&empty=", "x.example/a?empty&flag"),
    ("https://x.example/a?q=red+shoes", "x.example/a?q=red%20shoes"),
    ("https://x.example/a?q=red%20shoes", "x.example/a?q=red%20shoes"),
    ("https://x.example/a?q=c%2B%2B", "x.example/a?q=c%2B%2B"),
    ("https://x.example/google+redesign/bags", "x.example/google+redesign/bags"),
    ("https://x.example/google%2Bredesign/bags", "x.example/google+redesign/bags"),
    ("https://x.example/a%2Fb", "x.example/a%2Fb"),
    ("https://x.example/50%", "x.example/50%25"),
    ("https://x.example/50%25", "x.example/50%25"),
    ("https://x.example/%2541", "x.example/%2541"),
    ("https://x.example/a b", "x.example/a%20b"),
    ("https://x.example/%D0%BA%D0%BE%D1%82", "x.example/кот"),
    ("https://x.example/%d0%ba%d0%be%d1%82", "x.example/кот"),
    ("https://x.example/кот", "x.example/кот"),
    ("https://x.example/й", "x.example/й"),
    ("https://x.example/%EA%EE%F2", "x.example/%EA%EE%F2"),
    ("https://x.example/a%00b", "x.example/a%00b"),
    ("https://x.example/%E2%80%8Fa", "x.example/%E2%80%8Fa"),
    ("https://xn--e1afmkfd.xn--p1ai/x", "пример.рф/x"),
    ("https://ПРИМЕР.РФ/x", "пример.рф/x"),
    ("https://xn--strae-oqa.example/", "straße.example/"),
    ("https://xn--999999999/", "//xn--999999999/"),
    ("https://x.example/index.html", "x.example/index.html"),
    ("https://x.example/index.php", "x.example/index.php"),
    ("https://x.example/index2.php", "x.example/index2.php"),
    ("https://m.x.example/", "m.x.example/"),
    ("https://x.example:8080/a", "x.example:8080/a"),
    ("https://x.example:080/a", "x.example/a"),
    ("x.example:8080/a", "x.example:8080/a"),
    ("localhost:3000/a", "localhost:3000/a"),
    ("http://intranet/a/", "//intranet/a"),
    ("http://127.0.0.1:8000/a", "127.0.0.1:8000/a"),
    ("http://[::1]:8000/a", "//[::1]:8000/a"),
    ("www.com", "www.com/"),
    ("www.www.x.example", "x.example/"),
    ("/bags/", "/bags"),
    ("/", "/"),
    ("/a.example/b", "/a.example/b"),
    ("bags/blue", "/bags/blue"),
    ("index.html", "/index.html"),
    ("#top", None),
    ("?page=2", None),
    (r"^https://x\.example/blog/.*$", "x.example/blog/*"),
    (r"^https://x\.example/a\?b=1$", "x.example/a?b=1"),
    ("android-app://com.Shop.App/", "android-app://com.shop.app/"),
    ("android-app://com.shop/http/x.example/p?id=1", "x.example/p?id=1"),
    ("ios-app://123/https/x.example/p", "x.example/p"),
    ("android-app://", None),
    ("(not set)", None),
    ("(other)", None),
    ("(data not available)", None),
    ("", None),
    ("  ", None),
    ("-", None),
    ("NaN", None),
    (None, None),
    (float("nan"), None),
    (pd.NA, None),
    (7, None),
    ("javascript:void(0)", None),
    ("JavaScript:alert('x')", None),
    ("mailto:a@x.example", None),
    ("tel:112", None),
    ("data:text/html,<script>", None),
    ("about:blank", None),
    ("chrome-extension://abc/x", None),
    ("http://", None),
    ("http:///a", None),
    ("http://[::1", None),
    ("http://[bad]/a", None),
    ("http://]/", None),
    ("http://a b/", None),
    ("http://a..b/", None),
    ("http://x.example:99999/", None),
    ("http://x.example:abc/", None),
    ("\x00", None),
]

WITH_BASE = [
    ("/bags", "https://www.shop.example/home", "shop.example/bags"),
    ("/bags", "shop.example", "shop.example/bags"),
    ("blue", "shop.example/bags/all", "shop.example/bags/blue"),
    ("blue", "shop.example/bags/", "shop.example/bags/blue"),
    ("../hats", "shop.example/bags/all/", "shop.example/bags/hats"),
    ("?page=2", "shop.example/bags?page=1", "shop.example/bags?page=2"),
    ("#top", "shop.example/bags", "shop.example/bags"),
    ("//cdn.example/a", "shop.example", "cdn.example/a"),
    ("other.example/a", "shop.example", "other.example/a"),
    ("page.html", "shop.example/bags/", "shop.example/bags/page.html"),
    ("b", "/dir/a", "/dir/b"),
    ("/b", "//intranet/a", "//intranet/b"),
    ("/b", "(not set)", "/b"),
    ("/b", "android-app://com.shop/", "/b"),
    ("(not set)", "shop.example", None),
    ("", "shop.example", None),
]

WORDS = [
    ("https://shop.example/mens/t-shirts_and+more.html", "mens t shirts and more"),
    ("/google+redesign/shop+by+brand/youtube", "google redesign shop by brand youtube"),
    ("/p/GGOEGBRJ037299", "p"),
    ("/product/1234567/blue-bag", "product blue bag"),
    ("/iphone-15-pro", "iphone 15 pro"),
    ("/%D1%81%D1%83%D0%BC%D0%BA%D0%B8", "сумки"),
    ("https://shop.example/search?q=red+shoes&page=2", "search red shoes"),
    ("https://shop.example/index.php", ""),
    ("https://shop.example/", ""),
    ("node.js", "node"),
    ("javascript:void(0)", ""),
    ("android-app://com.shop/x", ""),
    (None, ""),
]

PIECES = (
    "http:// https:// // / \\ . .. ? & = + # % %2F %25 %D0 %B1 %C3%89 %CC%88 www. a.example b "
    "A xn-- xn--p1ai [ ] : :80 :443 @ ^ $ ( ) \\. .* url= _next/image?url= utm_x=1 q=1 \u0307 "
    "й İ \u200b \x00 android-app://a /http/ %68ttp intranet 。 \n ß"
)
ADDRESSES = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(PIECES.split(" ")), max_size=10).map("".join)
)


@pytest.mark.parametrize("url", SAME_PAGE)
def test_spellings_of_one_page_are_equal(url: str) -> None:
    assert canonical_url(url) == "shop.example/Bags"


@pytest.mark.parametrize(("url", "expected"), CASES)
def test_canonical_form(url: object, expected: str | None) -> None:
    assert canonical_url(url) == expected


@pytest.mark.parametrize(("url", "base", "expected"), WITH_BASE)
def test_address_without_host_takes_the_base(url: str, base: str, expected: str | None) -> None:
    assert canonical_url(url, base) == expected


@pytest.mark.parametrize(("url", "expected"), WORDS)
def test_words_of_an_address(url: object, expected: str) -> None:
    assert url_words(url) == expected


@settings(max_examples=800, deadline=None)
@given(ADDRESSES)
@example("android-app://p//%68ttp/x")
@example("http://www.%77ww.a.b")
@example("https://a.example/%2E%2E/%D0%D0%B1")
def test_canonical_form_is_idempotent(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once
    assert once is None or once.isprintable()
    assert url_words(once) == url_words(url)


@settings(max_examples=300, deadline=None)
@given(ADDRESSES, ADDRESSES)
def test_no_address_and_no_base_raises(url: str, base: str) -> None:
    once = canonical_url(url, base)
    assert canonical_url(once, base) == once


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/" + "a" * 10_000,
        "https://x.example/" + "../" * 4_000,
        "https://" + "a." * 5_000 + "example",
        "https://x.example/?" + "a=1&" * 3_000,
        "^" + "(" * 5_000 + ")?" * 5_000,
        "/_next/image?url=" * 600,
        "%" * 10_000,
        "[" * 10_000,
    ],
)
def test_long_addresses_are_quick_and_stable(url: str) -> None:
    start = time.process_time()
    once = canonical_url(url)
    assert time.process_time() - start < 2
    assert canonical_url(once) == once


def test_series_keeps_index_and_missing() -> None:
    values = pd.Series(["http://a.example", None, "(not set)"], index=[3, 1, 2], name="page")
    before = values.copy()
    found = canonical_urls(values)
    assert found.index.tolist() == [3, 1, 2]
    assert found.isna().tolist() == [False, True, True]
    assert found.dtype == "string"
    pd.testing.assert_series_equal(values, before)


def test_empty_series() -> None:
    assert canonical_urls(pd.Series([], dtype="string")).empty


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.a.example/x?u=http://b.example", "a.example"),
        ("a.example?x", "a.example"),
        ("//intranet/x", "intranet"),
        ("/x", None),
        ("android-app://com.shop/", None),
        (None, None),
    ],
)
def test_host(url: object, host: str | None) -> None:
    assert url_host(url) == host


def test_bare_paths_meet_full_addresses_of_the_only_host() -> None:
    paths = pd.Series(["/a/", "/b", None])
    full = pd.Series(["https://www.x.example/a?utm_id=1", "http://x.example/b"])
    host = only_host(paths, full)
    assert host == "x.example"
    assert canonical_urls(paths, host).dropna().tolist() == canonical_urls(full).tolist()


@pytest.mark.parametrize("values", [["/a"], ["https://a.example", "https://b.example"], []])
def test_no_only_host(values: list[str]) -> None:
    assert only_host(pd.Series(values, dtype="string")) is None
