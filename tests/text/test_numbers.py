from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.numbers import amount_text, count_text, grouped, plural_form, share_text

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (0.0, "0%", f"0{SPACE}%"),
        (1.0, "100%", f"100{SPACE}%"),
        (2.0, "200%", f"200{SPACE}%"),
        (0.0994, "9.9%", f"9,9{SPACE}%"),
        (0.0995, "10%", f"10{SPACE}%"),
        (0.03, "3%", f"3{SPACE}%"),
        (0.0314, "3.1%", f"3,1{SPACE}%"),
        (0.004, "0.4%", f"0,4{SPACE}%"),
        (0.0042, "0.42%", f"0,42{SPACE}%"),
        (0.0004, "0.04%", f"0,04{SPACE}%"),
        (0.00005, "0.01%", f"0,01{SPACE}%"),
        (0.00004, "<0.01%", f"<0,01{SPACE}%"),
    ],
)
def test_shares(value: float, english: str, russian: str) -> None:
    assert (share_text(value, "en"), share_text(value, "ru")) == (english, russian)


@given(st.floats(1e-12, 1.0))
def test_a_share_above_zero_is_never_told_as_none(value: float) -> None:
    assert share_text(value, "en") != "0%"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.03, "<1"), (0.99, "<1"), (1, "1"), (12.6, "13")]
)
def test_amounts(value: float, text: str) -> None:
    assert amount_text(value, "en") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.02, "0"), (-12.4, "−12"), (-1.5, "−1.5"), (9.96, "10"), (1234.5, "1,234")],
)
def test_counts(value: float, text: str) -> None:
    assert count_text(value, "en") == text


def test_thousands() -> None:
    assert grouped(1234567, "ru") == f"1{SPACE}234{SPACE}567"


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0, "many"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (11, "many"), (12, "many"),
        (14, "many"), (21, "one"), (22, "few"), (111, "many"), (112, "many"), (1001, "one"),
        (2.5, "part"), (20.6, "one"), (0.4, "part"), (9.96, "many"),
    ],
)  # fmt: skip
def test_russian_forms(value: float, form: str) -> None:
    assert plural_form(value, "ru") == form
