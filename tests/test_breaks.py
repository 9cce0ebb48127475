from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.breaks import breaks_between, known_breaks
from smo.errors import SmoError


def test_every_break_is_dated_told_in_two_languages_and_has_a_source() -> None:
    table = known_breaks()
    assert len(table) >= 5
    assert table["date"].is_monotonic_increasing
    assert (table[["source", "en", "ru", "told_by"]].map(len) > 0).all(axis=None)
    assert table["told_by"].str.contains("https://").all()
    assert table["ru"].str.contains("[а-я]").all()


@pytest.mark.parametrize(
    ("first", "last", "source", "days"),
    [
        ("2025-09-11", "2025-09-12", "Search Console rows", ["2025-09-12"]),
        ("2025-09-12", "2025-10-12", "Search Console rows", []),
        ("2025-09-01", "2025-09-11", "Search Console rows", []),
        ("2025-09-01", "2025-09-30", "Ahrefs keywords", []),
        ("2025-05-01", "2026-05-01", "search console", ["2025-05-13", "2025-09-12", "2026-04-28"]),
        ("2023-06-01", "2023-08-01", None, ["2023-07-01"]),
        ("2023-06-01", "2023-08-01", "Analytics 4 days", []),
        (date(2025, 9, 1), pd.Timestamp("2025-09-30 12:00"), None, ["2025-09-12"]),
    ],
)
def test_breaks_inside_a_span(
    first: object, last: object, source: str | None, days: list[str]
) -> None:
    found = breaks_between(first, last, source)
    assert found["date"].dt.strftime("%Y-%m-%d").tolist() == days


def test_a_users_break_concerns_every_source() -> None:
    own = {"2024-02-03": "new counter"}
    found = breaks_between("2024-02-01", "2024-03-01", "Ahrefs keywords", own=own)
    assert found[["source", "en", "ru"]].to_numpy().tolist() == [["", "new counter", "new counter"]]


@given(st.dates(date(2018, 1, 1), date(2026, 12, 31)), st.integers(0, 600), st.integers(0, 600))
def test_neighboring_spans_share_no_break_and_miss_none(day: date, before: int, after: int) -> None:
    first, middle, last = (pd.Timestamp(day) + pd.Timedelta(days=n) for n in (-before, 0, after))
    parts = pd.concat([breaks_between(first, middle), breaks_between(middle, last)])
    pd.testing.assert_frame_equal(parts.reset_index(drop=True), breaks_between(first, last))


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("2025-09-30", "2025-09-01", "the last day 2025-09-01 comes before the first day"),
        ("September", "2025-09-01", "must be a date; got 'September'"),
        (pd.NaT, "2025-09-01", "must be a date; got NaT"),
    ],
)
def test_no_span_is_refused(first: object, last: object, message: str) -> None:
    with pytest.raises(SmoError, match=message):
        breaks_between(first, last)
