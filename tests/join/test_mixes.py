from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table
from smo.join import join_clicks
from smo.join.mixes import native_pairs
from smo.tables import KEYWORDS, TOPICS
from tests.join.worlds import MEMBERS, click, clicks_table, topics_table


def pairs(**columns: object) -> pd.DataFrame:
    frame = pd.DataFrame({"segment": "all", "page": "/new", **columns})
    keywords = check_table(frame, KEYWORDS, caller="test")
    topics = check_table(topics_table(), TOPICS, caller="test")
    return native_pairs(keywords.assign(page_key=keywords["page"]), topics)


def test_weight_is_clicks_plus_impressions_at_the_segments_rate() -> None:
    found = pairs(keyword=["bag", "hat"], clicks=[9.0, 1.0], impressions=[50.0, 50.0])
    assert found["weight"].tolist() == pytest.approx([9 + 5, 1 + 5])


@pytest.mark.parametrize(
    "counts",
    [
        {"impressions": [30.0, 10.0]},
        {"volume": [30.0, 10.0]},
        {"impressions": [30.0, 10.0], "clicks": [0.0, 0.0]},
    ],
)
def test_without_clicks_impressions_or_volume_weigh(counts: dict) -> None:
    assert pairs(keyword=["bag", "hat"], **counts)["weight"].tolist() == [30.0, 10.0]


def test_keywords_without_topic_have_no_pair() -> None:
    assert pairs(keyword=["unheard of"], impressions=[3.0]).empty


def test_small_parts_of_a_mix_are_left_out_and_shares_sum_to_one() -> None:
    keywords = pd.DataFrame(
        {
            "segment": "all",
            "page": "/new",
            "keyword": [members[0] for members in MEMBERS.values()],
            "impressions": [70.0, 27.0, 2.0, 1.0],
        }
    )
    found = join_clicks(
        clicks_table(click(page="/new", element="a > b")), topics_table(), keywords=keywords
    )
    assert found["topic"].tolist() == [0, 1]
    assert found["share"].tolist() == pytest.approx([70 / 97, 27 / 97])
