from __future__ import annotations

import pandas as pd
import pytest

import smo
from smo.levels import counts_once


@pytest.mark.parametrize(
    ("pages", "impressions", "counted"),
    [
        ([None, None], [5, 4], [True, True]),
        (["/a", "/b"], [5, 4], [True, True]),
        ([None, "/a"], [5, 4], [True, False]),
        ([None, "/a"], [None, 4], [False, True]),
        ([None, "/a"], [0, 4], [True, False]),
    ],
)
def test_one_level_counts(
    pages: list[str | None], impressions: list[float | None], counted: list[bool]
) -> None:
    rows = pd.DataFrame({"segment": "s", "page": pages, "impressions": impressions})
    assert counts_once(rows).tolist() == counted


def test_volumes_without_pages_do_not_hide_the_impressions_of_pages() -> None:
    words = pd.DataFrame(
        {"segment": "s", "keyword": ["rope", "tent", "lamp"], "page": ["/rope", "/tent", None],
         "impressions": [5.0, 400.0, None], "volume": [None, None, 10.0]}
    )  # fmt: skip
    topics = smo.cluster_keywords(words, clusterer=smo.KeywordClusterer(3))
    assert topics.sort_values("topic")["keyword"].tolist() == ["tent", "rope", "lamp"]
