from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smo.text.personal import holds_personal, mask_personal, without_personal

MASKED = [
    ("ivan@mail.example", "i***@***"),
    ("I.Petrov+shop@sub.mail.co.example", "I***@***"),
    ("<ivan@mail.example>, (olga@mail.example).", "<i***@***>, (o***@***)."),
    ("'ivan@mail.example'", "'i***@***'"),
    ("mailto:ivan@mail.example?subject=x", "mailto:i***@***?subject=x"),
    ("write to ivan@mail.example.", "write to i***@***."),
    ("иван@почта.рф", "и***@***"),
    ("ivan@xn--80a1acny.xn--p1ai", "i***@***"),
    ("o'brien_x@mail.example", "o***@***"),
    ("ivan＠mail．example", "i***@***"),
    ("ivan\u200b@mail.exam\u200bple", "i***@***"),
    ("ivan@localhost@mail.example", "i***@***"),
    ("/leave?email=a%40b.example", "/leave?email=a***@***"),
    ("/leave?email=a%40b.example&step=2#top", "/leave?email=a***@***&step=2#top"),
    ("/leave?email=a%2540b%252Eexample", "/leave?email=a***@***"),
    ("/leave?email=%D0%B8%40%D0%BF%D0%BE.%D1%80%D1%84", "/leave?email=и***@***"),
    ("/u/ivan@mail.example/cart", "/u/i***@***/cart"),
    ("https://ivan:secret@shop.example/", "https://ivan:s***@***/"),
    ("+79161234567", "+7***"),
    ("+7 (916) 123-45-67", "+7***"),
    ("+1 212.555.0100, ext. 7", "+1***, ext. 7"),
    ("+7 (916) 123-45-67 (900)", "+7*** (900)"),
    ("+683 4000 (900)", "+6*** (900)"),
    ("+44\u00a020\u20117946\u20110958", "+4***"),
    ("+ 49 30 123456", "+4***"),
    ("＋79161234567", "+7***"),
    ("tel:+7-916-123-45-67", "tel:+7***"),
    ("call+79161234567", "call+7***"),
    ("?phone=%2B7%20916%20123%2045%2067&x=1", "?phone=+7***&x=1"),
    ("?phone=%2B7%28916%291234567", "?phone=+7***"),
    ("?phone=+7+916+123+45+67", "?phone=+7***"),
    ("+79161234567+79161234568", "+7***"),
    ("+79161234567, +79161234568", "+7***, +7***"),
    ("ivan@mail.example+79161234567", "i***@***+7***"),
]
KEPT = [
    "",
    "red shoes",
    "4580295034776",
    "4580295034776 4580295034777",
    "/search?q=4580295034776+4580295034777",
    "8 916 123-45-67",
    "+1",
    "+1 000",
    "+keyword +other",
    "+2024 +2025 +calendar",
    "c++ 11 14 17",
    "a@b",
    "name@localhost",
    "@name",
    "@name.surname",
    "https://video.example/@name/4580295034776",
    "https://map.example/@55.7512,37.6184,12z",
    "https://code.example/react@18.2.0/index.js",
    "logo@2x.png",
    "50% off @ shop",
    "mail.example@",
    "i***@***",
    "+7***",
    "lone \ud800 surrogate",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_personal_data_are_masked(text: str, masked: str) -> None:
    assert mask_personal(text) == masked
    assert mask_personal(masked) == masked
    assert holds_personal(text)
    assert not holds_personal(masked)


@pytest.mark.parametrize("text", KEPT)
def test_other_texts_stay(text: str) -> None:
    assert mask_personal(text) == text
    assert not holds_personal(text)


@pytest.mark.parametrize("codings", [1, 2, 3])
def test_an_address_all_in_codes_is_found(codings: int) -> None:
    coded = "".join(f"%{ord(letter):02x}" for letter in "ivan@mail.example")
    for _ in range(codings - 1):
        coded = quote(coded)
    assert holds_personal(f"https://shop.example/?to={coded}")


def test_something_else_may_stand_instead() -> None:
    text = "shoes ivan@mail.example boots +79161234567"
    assert without_personal(text, instead="0") == "shoes 0 boots 0"
    assert without_personal("shoes +red", instead="0") == "shoes +red"


NAMES = st.text("abcdefxyzабв0123456789._-", min_size=1, max_size=30).map(lambda t: f"q{t}q")
HOSTS = st.lists(st.text("abcxyz", min_size=2, max_size=9), min_size=2, max_size=4).map(".".join)
AROUND = st.sampled_from(["", " ", "?email=", "/", "<", "«", ","])
PARTS = st.sampled_from(
    ["@", "%40", "%2540", ".", "+", "%2B", "7", "123", " ", "a", "b.example", "*", "***", "-",
     "\u200b", "2x.png", "(", "=", "%", "\ud800", "й", "+79161234567", "x@y.example"]
)  # fmt: skip
MIXED = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=14).map("".join))


@given(NAMES, HOSTS, AROUND, AROUND, st.sampled_from(["@", "%40", "＠"]))
def test_no_address_gets_through(name: str, host: str, before: str, after: str, at: str) -> None:
    masked = mask_personal(f"{before}{name}{at}{host}{after}")
    assert masked == f"{before}q***@***{after}"


@given(
    st.text("0123456789", min_size=7, max_size=15),
    st.lists(st.sampled_from(["", " ", "-", ") ", "%20", "\u00a0"]), min_size=15),
    st.sampled_from(["+", "%2B", "%2b", "＋"]),
)
def test_no_number_gets_through(digits: str, gaps: list[str], plus: str) -> None:
    number = "".join(digit + gap for digit, gap in zip(digits, gaps, strict=False))
    masked = mask_personal(f"call {plus}{number}")
    assert masked.startswith(f"call +{digits[0]}***")
    assert not any(letter.isdigit() for letter in masked[len("call +7") :].replace("%20", ""))


@given(MIXED)
@example("a@b.example\u200b@c.example")
@example("12\u200b+79161234567")
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask_personal(text)
    assert mask_personal(once) == once
    assert (once == text) or ("***" in once)


@given(MIXED)
def test_texts_that_hold_nothing_have_no_mask(text: str) -> None:
    if not holds_personal(text):
        assert mask_personal(text) == text


@given(st.text("0123456789 -.,", max_size=60))
def test_plain_digits_stay(text: str) -> None:
    assert mask_personal(text) == text
