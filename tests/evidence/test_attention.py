from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table
from smo.evidence.attention import spoken_clicks, topic_attention
from smo.tables import MATCHES, TOPICS
from tests.evidence.tables import matches_of, topics_of

TOPICS_TABLE = check_table(
    pd.concat(
        [
            topics_of([("rope", 0), ("tent", 1), ("sock", 2)]),
            topics_of([("rope", 0)], segment="buyers"),
        ]
    ),
    TOPICS,
    caller="t",
)


def attention(rows: list[dict[str, object]]) -> pd.DataFrame:
    matches = check_table(matches_of(rows), MATCHES, caller="t")
    return topic_attention(matches, TOPICS_TABLE, interval=0.8).set_index(["segment", "topic"])


def test_only_elements_that_speak_count() -> None:
    rows = [
        {"topic": 0, "clicks": 5.0},
        {"topic": 0, "clicks": 7.0, "via": "page"},
        {"topic": 0, "clicks": 9.0, "furniture": True},
        {"topic": 0, "clicks": 11.0, "kind": "post"},
        {"topic": pd.NA, "clicks": 13.0, "via": "none"},
        {"topic": 1, "clicks": 3.0, "via": "target"},
    ]
    table = attention(rows)
    assert table["map_clicks"].tolist() == [5.0, 3.0]
    assert table["attention_share"].tolist() == [0.625, 0.375]
    assert table["attention"].isna().all()


def test_shared_clicks_speak_in_every_segment_that_has_the_topic() -> None:
    matches = matches_of([
        {"topic": 0, "clicks": 5.0, "segment": "site"},
        {"topic": 1, "clicks": 2.0, "segment": "site"},
    ])  # fmt: skip
    said = spoken_clicks(check_table(matches, MATCHES, caller="t"), TOPICS_TABLE)
    assert said[["segment", "topic"]].to_numpy().tolist() == [["all", 0], ["all", 1], ["buyers", 0]]


def test_attention_is_shrunk_to_the_mean_of_its_device() -> None:
    rows = [
        {"topic": 0, "clicks": 300.0, "exposed": 1000.0, "device": "desktop"},
        {"topic": 1, "clicks": 100.0, "exposed": 1000.0, "device": "desktop"},
        {"topic": 2, "clicks": 1.0, "exposed": 2.0, "device": "desktop"},
    ]
    table = attention(rows).loc["all"]
    assert table["attention"].is_monotonic_decreasing is False
    assert 0.25 < table["attention"][0] < 0.30
    assert 0.10 < table["attention"][1] < 0.13
    assert 0.15 < table["attention"][2] < 0.45  # half by the raw rate, little by evidence
    assert (table["attention_low"] < table["attention"]).all()
    assert (table["attention"] < table["attention_high"]).all()
    width = table["attention_high"] - table["attention_low"]
    assert width[2] > 3 * width[0]


def test_clicked_pageviews_count_before_clicks() -> None:
    rage = [
        {"topic": 0, "clicks": 900.0, "clicked_pageviews": 100.0, "exposed": 1000.0},
        {"topic": 1, "clicks": 100.0, "exposed": 1000.0},
    ]
    table = attention(rage).loc["all"]
    assert table["attention"][0] == pytest.approx(table["attention"][1])


def test_pageviews_alone_give_no_attention() -> None:
    table = attention([{"topic": 0, "clicks": 9.0, "pageviews": 1000.0}])
    assert table["attention"].isna().all()
    assert table["attention_share"].tolist() == [1.0]


def test_dead_rate() -> None:
    rows = [
        {"topic": 0, "clicks": 10.0, "dead_clicks": 4.0},
        {"topic": 0, "clicks": 10.0},
        {"topic": 1, "clicks": 10.0},
    ]
    assert attention(rows)["dead_rate"].tolist() == [0.4, pd.NA]
