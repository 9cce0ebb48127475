from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import empty_table
from smo.errors import SmoError
from smo.join import coverage_table, join_clicks
from smo.tables import CLICKS, COVERAGE
from tests.join.worlds import click, clicks_table, topics_table

TOPICS = topics_table()
PAGES = pd.DataFrame({"segment": "all", "page": ["/", "/sale"], "title": [None, "Winter hats"]})
KEYWORDS = pd.DataFrame(
    {"segment": "all", "keyword": ["bag"], "page": ["/new"], "impressions": [10.0]}
)
CLICK_ROWS = clicks_table(
    click(page="/", text="T-shirts", clicks=10.0),
    click(page="/", text="News", target="/new", clicks=5.0),
    click(page="/sale", element="main > a", clicks=3.0),
    click(page="/terms", element="main > p", clicks=2.0),
    click(page="/", text="Log in", clicks=20.0),
)


def covered(clicks: pd.DataFrame, **tables: pd.DataFrame) -> pd.DataFrame:
    matches = join_clicks(clicks, TOPICS, **tables)
    return coverage_table(matches, clicks, TOPICS, **tables)


def test_links_are_counted_with_the_clicks_they_carry() -> None:
    table = covered(CLICK_ROWS, keywords=KEYWORDS, pages=PAGES)
    found = {row.link: (row.possible, row.found, row.clicks) for row in table.itertuples()}
    assert found == {
        "map page - page row": (5, 4, 38),
        "map page - query": (5, 0, 0),
        "text - topic": (2, 1, 10),
        "target - topic": (1, 1, 5),
        "page - topic": (4, 1, 3),
        "inferred from words of the page": (2, 1, 3),
        "furniture": (5, 1, 20),
        "no topic": (4, 1, 2),
    }


def test_ways_of_attribution_sum_to_all_clicks() -> None:
    table = covered(CLICK_ROWS, keywords=KEYWORDS, pages=PAGES).set_index("link")
    ways = ["text - topic", "target - topic", "page - topic", "furniture", "no topic"]
    assert table.loc[ways, "clicks"].sum() == CLICK_ROWS["clicks"].sum()
    assert table.loc[ways, "click_share"].sum() == pytest.approx(1)


def test_segments_are_counted_apart_in_order() -> None:
    clicks = pd.concat([CLICK_ROWS.assign(segment="b"), CLICK_ROWS.iloc[:1].assign(segment="a")])
    table = covered(clicks)
    assert table["segment"].drop_duplicates().tolist() == ["a", "b"]
    assert table.groupby("segment")["link"].nunique().tolist() == [8, 8]


def test_no_clicks_no_rows_and_no_share_of_nothing() -> None:
    empty = covered(empty_table(CLICKS))
    assert empty.empty
    assert list(empty.columns) == list(COVERAGE.names)
    zero = covered(CLICK_ROWS.assign(clicks=0.0))
    assert zero["click_share"].isna().all()


def test_missing_column_is_named() -> None:
    with pytest.raises(SmoError, match="matches table has no column"):
        coverage_table(pd.DataFrame({"x": [1]}), CLICK_ROWS, TOPICS)
