from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read.dates import parse_day, parse_days
from smo.read.periods import duration, in_filter, in_name, last_in, range_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-28", date(2026, 2, 28)),
        ("2026/2/8", date(2026, 2, 8)),
        ("20260228", date(2026, 2, 28)),
        ("2026年2月28日", date(2026, 2, 28)),
        ("2026. 9. 30.", date(2026, 9, 30)),
        ("2026년 2월 28일", date(2026, 2, 28)),
        ("28 de fevereiro de 2026", date(2026, 2, 28)),
        ("1 September 2024", date(2024, 9, 1)),
        ("Feb 28, 2026", date(2026, 2, 28)),
        ("Sat, Feb 28, 2026", date(2026, 2, 28)),
        ("сб., 28 февраля 2026", date(2026, 2, 28)),
        ("2017-01-05 10:00 +0000", date(2017, 1, 5)),
        ("1 janv. 2025", date(2025, 1, 1)),
        ("3 août 2025", date(2025, 8, 3)),
        ("15 января 2026", date(2026, 1, 15)),
        ("28.02.2026", date(2026, 2, 28)),
        ("2026-01-05T13:00:00+05:30", date(2026, 1, 5)),
        ("03/04/2026", None),
        ("31.02.2026", None),
        ("Foo 3, 2026", None),
        ("last week", None),
    ],
)
def test_one_day(text: str, expected: date | None) -> None:
    assert parse_day(text) == expected


def test_one_day_above_twelve_tells_the_order_of_a_column() -> None:
    read = parse_days(["03/04/2026", "25/04/2026", ""], where="t")
    assert read.astype("datetime64[D]").astype(str).tolist() == ["2026-04-03", "2026-04-25", "NaT"]
    read = parse_days(["03/04/2026", "04/25/2026"], where="t")
    assert read.astype("datetime64[D]").astype(str).tolist() == ["2026-03-04", "2026-04-25"]


def test_native_dates_and_ranges() -> None:
    cells = [date(2026, 1, 5), datetime(2026, 1, 6, 12), 20260107.0, "2026-01-08 - 2026-01-14"]
    days = parse_days(cells, where="t").astype("datetime64[D]")
    assert np.diff(days).astype(int).tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["soon"], r"t: 'soon' is no date.*YYYY-MM-DD"),
        (["03/04/2026", "05/06/2026"], r"day and month cannot be told apart.*'03/04/2026'"),
        (["25/04/2026", "04/25/2026"], r"day and month cannot be told apart"),
    ],
)
def test_what_is_no_day_for_certain_is_refused(cells: list[str], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        parse_days(cells, where="t")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1 September 2024 - 31 August 2025", 365),
        ("January 28, 2026 - February 24, 2026", 28),
        ("Mar 1, 2026-Mar 31, 2026", 31),
        ("1 Jan 2025-31 Dec 2025", 365),
        ("1 de abril de 2025 - 31 de marzo de 2026", 365),
        ("2025-12-08 - 2025-12-13", 6),
        ("25.09.2024 — 25.10.2024", 31),
        ("Keyword Stats 2025-09-30 at 23_47_46", None),
        ("Last 3 months", None),
    ],
)
def test_a_range_in_a_text(text: str, days: int | None) -> None:
    assert range_in(text).days == days


@pytest.mark.parametrize(
    ("text", "days", "exact"),
    [
        ("Last 28 days", 28, True),
        ("Last 7 days", 7, True),
        ("Last 24 hours", 1, True),
        ("Últimos 28\u00a0días", 28, True),
        ("Les 28 derniers jours", 28, True),
        ("Les 3\u00a0derniers mois", 91, False),
        ("过去 28 天", 28, True),
        ("过去 3 个月", 91, False),
        ("Last 3 months", 91, False),
        ("Últimos 3\u00a0meses", 91, False),
        ("Последние 3 месяца", 91, False),
        ("過去 3 か月間", 91, False),
        ("지난 3개월", 91, False),
        ("Son 3 ay", 91, False),
        ("Laatste 3 maanden", 91, False),
        ("Last 16 months", 487, False),
        ("Letzte 3 Monate", 91, False),
        ("Web", None, True),
    ],
)
def test_a_length_in_a_text(text: str, days: float | None, exact: bool) -> None:
    period = last_in(text)
    assert period.days == days
    assert (period.note is None) is exact


def test_a_filter_with_two_dates_wins_over_a_length() -> None:
    period = in_filter("Mar 1, 2026-Mar 31, 2026")
    assert (period.start, period.end) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Search Queries 20180701-20180930.csv", 92),
        ("content_2026-01-01_2026-01-31.csv", 31),
        ("GMB insights (Performance Report) - 2026-1-1 - 2026-1-31 - ab12.csv", 31),
        ("Jan-01-2026_Jan-31-2026_1230000000000001.csv", 31),
        ("Foo-01-2026_Foo-31-2026.csv", None),
        ("shop.example-Performance-on-Search-2026-02-22.zip/Queries.csv", None),
        ("Keyword Stats 2025-09-30 at 23_47_46.csv", None),
        ("Export Outlinks 2026-03-01,2026-03-31.csv", 31),
        ("Outlinks 2026-03-01, 2026-03-31.csv", 31),
        ("q_20260301_20260331.csv", 31),
        ("q 20260301-20260331.csv", 31),
        ("Karte 01.03.2026-31.03.2026.csv", 31),
        ("Karte 01.03.2026 bis 02.04.2026.csv", 33),
        ("map 01-03-2026 - 31-03-2026.csv", 31),
        ("map 03-01-2026_03-31-2026.csv", 31),
        # Of the two ways to read it only one runs forward.
        ("map 03-12-2026 - 04-01-2026.csv", 21),
        ("map 01-03-2026 - 01-04-2026.csv", None),
        ("map 2026_03_01-2026_03_31.csv", 31),
        ("posts Mar 1 2026 - Mar 31 2026.csv", 31),
        ("posts Mar 1, 2026 - Mar 31, 2026.csv", 31),
        ("posts March-1-2026_March-31-2026.xlsx", 31),
        ("отчет 1 марта 2026 - 31 марта 2026.csv", 31),
        ("1-mars-2026_au_31-mars-2026.csv", 31),
        ("clicks 2026-03.csv", 31),
        ("clicks_2024_02.csv", 29),
        ("clicks 2025-11 - 2026-01.csv", 92),
        ("clicks 2026-13.csv", None),
        ("build 12026-03.csv", None),
        ("export 2026-03-1.csv", None),
        ("Clarity_Shop_Click_PC_11-02-2026 10 15 AM.csv", None),
        # The second day has another shape: that of the download.
        ("shop-organic.Positions-uk-20260224-2026-02-25T12_30_00Z.xlsx", None),
        ("2026-02-30_2026-03-31.csv", None),
    ],
)
def test_a_range_in_a_name(name: str, days: float | None) -> None:
    assert in_name(name).days == days


WRITTEN = {
    "iso": "{0:%Y-%m-%d}", "packed": "{0:%Y%m%d}", "points": "{0:%d.%m.%Y}",
    "underscores": "{0:%Y_%m_%d}", "words": "{0:%b} {0.day} {0.year}",
    "day and word": "{0.day} {0:%B} {0.year}", "hyphens": "{0:%b}-{0:%d}-{0.year}",
}  # fmt: skip


@given(
    start=st.dates(date(2000, 1, 1), date(2098, 12, 31)),
    days=st.integers(0, 364),
    shape=st.sampled_from(sorted(WRITTEN)),
    cut=st.sampled_from([",", "_", " - ", "-", " to ", ", ", " – "]),
    around=st.sampled_from([("", ".csv"), ("report ", " (1).csv"), ("a.b_", ".zip/Queries.csv")]),
)
def test_two_days_alike_in_a_name_are_its_period(
    start: date, days: int, shape: str, cut: str, around: tuple[str, str]
) -> None:
    end = start + timedelta(days=days)
    ends = cut.join(WRITTEN[shape].format(day) for day in (start, end))
    period = in_name(ends.join(around))
    assert (period.start, period.end, period.days) == (start, end, days + 1)


@given(st.text(max_size=60))
def test_no_name_breaks_the_search_for_a_period(name: str) -> None:
    period = in_name(name)
    assert period.known is (period.start is not None)


def test_a_duration() -> None:
    assert duration("20 days 4 hours 21 mins") == pytest.approx(20 + 4 / 24 + 21 / 1440)
    assert duration("10283 visits") is None
    assert duration("") is None
