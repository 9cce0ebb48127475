from __future__ import annotations

import pandas as pd

from smo.checks import check_table
from smo.tables import KEYWORDS
from smo.topics.identity import keyword_demand, number_by_demand


def table(**columns: list[object]) -> pd.DataFrame:
    return check_table(pd.DataFrame(columns), KEYWORDS, caller="test")


def test_impressions_add_up_and_volume_repeats():
    words = table(
        segment=["a", "a", "b"], keyword=["x", "x", "x"], impressions=[1, 2, None], volume=[9, 9, 4]
    )
    demand = keyword_demand(words)
    assert demand["impressions"].tolist() == [3.0, 0.0]
    assert demand["volume"].tolist() == [9.0, 4.0]


def test_rows_with_a_page_are_the_same_searches_again():
    words = table(
        segment=["a", "a", "a", "b"],
        keyword=["x", "x", "y", "x"],
        page=[None, "p", "p", "p"],
        impressions=[10, 8, 5, 7],
    )
    demand = keyword_demand(words)
    assert demand["keyword"].tolist() == ["x", "y", "x"]
    assert demand["impressions"].tolist() == [10.0, 0.0, 7.0]


def test_numbers_follow_impressions_then_volume_then_name():
    demand = pd.DataFrame({"impressions": [1, 9, 0, 0, 0], "volume": [0, 0, 5, 3, 3]})
    names = {10: "one", 11: "nine", 12: "five", 13: "b", 14: "a"}
    ids = number_by_demand([10, 11, 12, 13, 14], names, demand)
    assert sorted(ids, key=ids.get) == [11, 10, 12, 14, 13]
