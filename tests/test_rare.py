from __future__ import annotations

import pandas as pd
import pytest

import smo
from smo.checks import check_table
from smo.rare import rare_keywords
from smo.settings import Settings
from smo.tables import KEYWORDS

ROWS = [
    ("red rope", 400.0), ("red rope for climbing", 90.0), ("how to tie jane doe knot", 3.0),
    ("rope of john smith", 4.0), ("blue tent", 300.0), ("tent", 250.0), ("tent of jane doe", 2.0),
]  # fmt: skip
NAMES = ("jane", "john", "smith")


def words(column: str = "impressions") -> pd.DataFrame:
    table = pd.DataFrame(ROWS, columns=["keyword", column])
    return table.assign(segment="all", period_days=28)


@pytest.mark.parametrize("column", ["impressions", "volume"])
def test_rare_is_fewer_than_k(column: str) -> None:
    table = check_table(words(column), KEYWORDS, caller="t")
    assert rare_keywords(table, 0).empty
    assert [word for _, word in rare_keywords(table, 4)] == [
        "how to tie jane doe knot", "tent of jane doe",
    ]  # fmt: skip


def test_a_keywords_rows_are_added_before_it_is_called_rare() -> None:
    half = pd.concat([words(), words()]).assign(device=["desktop"] * 7 + ["mobile"] * 7)
    table = check_table(half, KEYWORDS, caller="t")
    assert [word for _, word in rare_keywords(table, 5)] == ["tent of jane doe"]


@pytest.mark.parametrize(("language", "rare"), [("en", "(rare)"), ("ru", "(редкие)")])
@pytest.mark.parametrize("column", ["impressions", "volume"])
def test_lists_do_not_name_the_rare_and_keep_their_counts(
    column: str, language: str, rare: str
) -> None:
    plain = smo.analyze(words(column), settings=Settings(report_language=language))
    plan = smo.analyze(words(column), settings=Settings(report_language=language, k_anonymity=10))
    lists = plan.proposals[["title", "keywords", "questions", "hashtags", "evidence", "reason"]]
    text = str(lists.to_numpy().tolist()).casefold()
    assert not [name for name in NAMES if name in text]
    folded = [item for row in plan.proposals["keywords"] for item in row if rare in item]
    numbers = [float(item.rsplit("(", 1)[1].rstrip(")")) for item in folded]
    assert sum(numbers) == 9.0
    columns = ["topic", "demand", "demand_share", "verdict", "n_keywords"]
    pd.testing.assert_frame_equal(plan.scores[columns], plain.scores[columns])


def test_a_label_that_is_rare_gives_way() -> None:
    table = pd.DataFrame({"keyword": ["jane doe"], "volume": [2.0], "segment": "all"})
    plan = smo.analyze(table, settings=Settings(k_anonymity=5))
    assert plan.proposals["title"].tolist() == ["(rare)"]
    assert plan.scores["label"].tolist() == ["(rare)"]
