from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table
from smo.errors import SmoError
from smo.evidence import score_topics
from smo.evidence.demand import topic_demand
from smo.evidence.volume import MONTH_DAYS
from smo.tables import KEYWORDS, TOPICS
from tests.evidence.tables import keywords_of, topics_of

MONTH = 28 / MONTH_DAYS


def demand(topics: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    return topic_demand(
        check_table(topics, TOPICS, caller="t"),
        check_table(keywords, KEYWORDS, caller="t"),
        interval=0.8,
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("a", 280, None, 28, "x")], 280, id="a period of 28 days"),
        pytest.param([("a", 280, None, 56, "x")], 140, id="two periods long"),
        pytest.param([("a", 280, None, 28, "x"), ("a", 140, None, 28, "y")], 210, id="two sources"),
        pytest.param(
            [("a", 280, "mobile", 28, "x"), ("a", 140, "desktop", 28, "y")], 420, id="two devices"
        ),
        pytest.param([("a", 280, None, None, "x")], 280, id="period unknown"),
        pytest.param(
            [("a", 280, None, 28, "x"), ("a", 140, None, None, "y")], 420, id="one unknown"
        ),
    ],
)
def test_impressions_per_28_days(rows: list[tuple[object, ...]], expected: float) -> None:
    words = keywords_of(rows, "impressions", "device", "period_days", "source")
    assert demand(topics_of([("a", 0)]), words)["demand"].tolist() == pytest.approx([expected])


def test_dates_tell_the_period() -> None:
    words = keywords_of(
        [("a", 10, "2026-01-01"), ("a", 4, "2026-01-14")], "impressions", "date", source="x"
    )
    assert demand(topics_of([("a", 0)]), words)["demand"].tolist() == [28.0]


def test_levels_are_never_mixed() -> None:
    words = keywords_of(
        [("a", 100, None), ("a", 90, "/x"), ("a", 40, "/y")], "impressions", "page", period_days=28
    )
    assert demand(topics_of([("a", 0)]), words)["demand"].tolist() == [100.0]
    paged = words[words["page"].notna()]
    assert demand(topics_of([("a", 0)]), paged)["demand"].tolist() == [130.0]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("red shoe", 10, "exact"), ("red shoes", 10, "exact")], 20, id="exact adds"),
        pytest.param([("red shoe", 10, None), ("red shoes", 10, None)], 10, id="unknown, repeated"),
        pytest.param([("red shoe", 10, None), ("red shoes", 7, None)], 17, id="unknown, differs"),
        pytest.param(
            [("red shoe", 10, "grouped"), ("shoes red", 10, "grouped"), ("red", 5, "grouped")],
            15,
            id="grouped: same words once",
        ),
        pytest.param(
            [
                ("книги", 100, "broad"),
                ("книги купить", 30, "broad"),
                ("книга в москве", 20, "broad"),
            ],
            100,
            id="broad contains longer",
        ),
        pytest.param(
            [("книги купить", 30, "broad"), ("книга москва", 20, "broad")], 50, id="broad, apart"
        ),
        pytest.param(
            [("книги", 100, "broad"), ("книги купить", 9, "exact")], 100, id="kinds mixed"
        ),
        pytest.param([("a1", 50, "bucket")], 90 / np.log(10), id="bucket mean"),
        pytest.param([("a1", 10, "exact"), ("a1", 90, "broad")], 10, id="best kind of a keyword"),
    ],
)
def test_volume_kinds(rows: list[tuple[str, float, str]], expected: float) -> None:
    topics = topics_of([(text, 0) for text in dict.fromkeys(row[0] for row in rows)])
    table = demand(topics, keywords_of(rows, "volume", "volume_kind"))
    assert table["demand"].tolist() == pytest.approx([expected * MONTH])
    assert table["demand_kind"].tolist() == ["volume"]


def test_bucket_interval_is_near_the_log_uniform() -> None:
    table = demand(
        topics_of([("a1", 0)]), keywords_of([("a1", 500.0, "bucket")], "volume", "volume_kind")
    ).iloc[0]
    low, high = (100 * 10**p * MONTH for p in (0.1, 0.9))
    assert table["demand_low"] == pytest.approx(low, rel=0.3)
    assert table["demand_high"] == pytest.approx(high, rel=0.3)


def test_impressions_and_volume_are_never_added() -> None:
    words = keywords_of(
        [("a", 280, 1000), ("b", None, 500), ("c", None, 100)], "impressions", "volume",
        period_days=28,
    )  # fmt: skip
    table = demand(topics_of([("a", 0), ("b", 0), ("c", 1)]), words)
    assert table["demand_kind"].tolist() == ["impressions", "volume"]
    assert table["demand"].tolist() == pytest.approx([280, 100 * MONTH])
    assert table["demand_share"].tolist() == [1.0, 1.0]


def test_segment_without_counts_is_refused() -> None:
    words = pd.concat(
        [
            keywords_of([("a", 5)], "volume"),
            keywords_of([("a", None)], "volume", segment="buyers"),
        ]
    )
    topics = pd.concat([topics_of([("a", 0)]), topics_of([("a", 0)], segment="buyers")])
    with pytest.raises(SmoError, match="segment 'buyers' has neither impressions nor volume"):
        score_topics(topics, keywords=words)


def test_what_a_source_holds_is_not_told_by_one_segment() -> None:
    # Both months hold both devices; of May, only a mobile row fell to the segment.
    months = [
        ("a", 280, "mobile", "may"),
        ("a", 140, "mobile", "june"),
        ("a", 140, "desktop", "june"),
    ]
    words = keywords_of(months, "impressions", "device", "source", period_days=28)
    rest = keywords_of([("b", 9, "desktop", "may")], "impressions", "device", "source")
    both = pd.concat([words.assign(segment="part"), rest.assign(segment="rest", period_days=28)])
    table = demand(
        pd.concat([topics_of([("a", 0)]).assign(segment="part"),
                   topics_of([("b", 1)]).assign(segment="rest")]), both,
    )  # fmt: skip
    assert table.set_index("segment").loc["part", "demand"] == pytest.approx(280.0)


def test_one_device_of_many_months_is_not_counted_twice() -> None:
    # May was exported for mobile alone, June for both; the segment is mobile by rule.
    words = keywords_of(
        [("a", 280, "mobile", "may"), ("a", 140, "mobile", "june")],
        "impressions", "device", "source", period_days=28,
    )  # fmt: skip
    other = keywords_of([("a", 9, "desktop", "june")], "impressions", "device", "source")
    both = pd.concat([words.assign(segment="mobile"), other.assign(segment="desktop")])
    topics = pd.concat([topics_of([("a", 0)]).assign(segment=s) for s in ("mobile", "desktop")])
    table = demand(topics, both.assign(period_days=28)).set_index("segment")
    assert table.loc["mobile", "demand"] == pytest.approx(210.0)
