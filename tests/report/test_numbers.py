from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from smo.report.numbers import day, days, decimal, percent, size

SPACE = "\u00a0"
CASES = [
    (decimal, 1234567, "1,234,567", f"1{SPACE}234{SPACE}567"),
    (decimal, pd.NA, "—", "—"),
    (decimal, float("inf"), "—", "—"),
    (decimal, -0.2, "0", "0"),
    (size, pd.NA, "—", "—"),
    (size, 1234.6, "1,235", f"1{SPACE}235"),
    (size, 9.96, "10", "10"),
    (size, 3.14, "3.1", "3,1"),
    (size, 3.0, "3", "3"),
    (size, -12.4, "−12", "−12"),
    (size, 0.0, "0", "0"),
    (percent, 0.0, "0%", f"0{SPACE}%"),
    (percent, 1.0, "100%", f"100{SPACE}%"),
    (percent, 2.0, "200%", f"200{SPACE}%"),
    (percent, 0.0314, "3.1%", f"3,1{SPACE}%"),
    (percent, 0.0004, "0.04%", f"0,04{SPACE}%"),
    (percent, None, "—", "—"),
    (day, pd.Timestamp("2026-12-31"), "31 Dec 2026", "31.12.2026"),
    (day, pd.NaT, "—", "—"),
]


@pytest.mark.parametrize(("write", "value", "english", "russian"), CASES)
def test_numbers(write: Any, value: object, english: str, russian: str) -> None:
    assert (write(value, "en"), write(value, "ru")) == (english, russian)


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        ("2026-03-01", "2026-05-31", "1 Mar – 31 May 2026", "01.03 – 31.05.2026"),
        ("2025-12-01", "2026-01-31", "1 Dec 2025 – 31 Jan 2026", "01.12.2025 – 31.01.2026"),
        ("2026-03-01", "2026-03-01", "1 Mar 2026", "01.03.2026"),
    ],
)
def test_days(start: str, end: str, english: str, russian: str) -> None:
    span = pd.Timestamp(start), pd.Timestamp(end)
    assert (days(*span, "en"), days(*span, "ru")) == (english, russian)
