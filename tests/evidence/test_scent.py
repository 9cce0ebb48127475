from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.errors import SmoError
from smo.evidence import find_scent
from smo.tables import SCENT
from smo.text.urls import canonical_url
from tests.evidence.tables import matches_of, topics_of

N_PAGES, N_TOPICS = 20, 6
SHARES = np.array([0.4, 0.25, 0.15, 0.1, 0.06, 0.04])
TOPICS = topics_of([(f"word{n}", n) for n in range(N_TOPICS)])


def page(n: int) -> str:
    return f"https://a.example/p{n}"


BROKEN = [canonical_url(page(n)) for n in range(5)]


def world(seed: int, broken: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """On each page the topics bring people and are clicked alike, but the first on some pages."""
    draw = np.random.RandomState(seed)
    words, rows = [], []
    for n in range(N_PAGES):
        there = SHARES.copy()
        if n < broken:
            there[0] *= 0.3
        came = draw.multinomial(300, SHARES)
        went = draw.multinomial(250, there / there.sum())
        words += [(f"word{t}", page(n), 20 * came[t], came[t]) for t in range(N_TOPICS)]
        rows += [{"topic": t, "clicks": float(went[t]), "page": page(n)} for t in range(N_TOPICS)]
    table = pd.DataFrame(words, columns=["keyword", "page", "impressions", "clicks"])
    return table.assign(segment="all"), matches_of(rows)


def scent(words: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    return find_scent(TOPICS, keywords=words, matches=matches)


def test_equal_shares_are_silent() -> None:
    found = [len(scent(*world(seed))) for seed in range(40)]
    assert np.mean(np.asarray(found) > 0) <= 0.09  # a run with any finding; nominal 5 %, 40 runs


def test_a_topic_that_brings_people_and_is_passed_over_is_found() -> None:
    power, wrong = [], []
    for seed in range(10):
        found = scent(*world(seed, broken=5))
        passed = found[found["finding"] == "passed over"]
        hits = passed[passed["topic"] == 0]["page"].isin(BROKEN)
        power.append(hits.sum() / 5)
        wrong.append((~found["page"].isin(BROKEN)).sum() / len(found))
    assert np.mean(power) >= 0.9
    assert np.mean(wrong) <= 0.065


def test_what_no_element_speaks_for_is_not_offered_rather_than_passed_over() -> None:
    words = pd.DataFrame(
        {"segment": "all", "keyword": ["word0", "word1"], "page": page(0),
         "impressions": 900, "clicks": [80, 20]}
    )  # fmt: skip
    found = scent(words, matches_of([{"topic": 1, "clicks": 100.0, "page": page(0)}]))
    assert found[["topic", "finding"]].to_numpy().tolist() == [
        [0, "not offered"], [1, "sought besides"],
    ]  # fmt: skip
    row = found.iloc[0]
    assert (row["arrived"], row["clicked"], row["arrived_by"]) == (80.0, 0.0, "clicks")
    assert row["arrived_share_low"] < row["arrived_share"] < row["arrived_share_high"]


def test_impressions_stand_in_where_no_clicks_are_told() -> None:
    words, matches = world(0, broken=5)
    found = scent(words.drop(columns="clicks"), matches)
    assert set(found["arrived_by"]) == {"impressions"}


def test_pages_meet_in_one_spelling() -> None:
    words, matches = world(1, broken=5)
    other = words.assign(
        page=words["page"].str.replace("https://", "http://www.") + "/?utm_source=x"
    )
    pd.testing.assert_frame_equal(scent(other, matches), scent(words, matches))


@pytest.mark.parametrize("gone", ["page", "few"])
def test_little_is_not_compared(gone: str) -> None:
    words, matches = world(0, broken=5)
    words = words.assign(page=None) if gone == "page" else words.assign(clicks=1)
    found = scent(words, matches)
    assert found.empty
    assert tuple(found.columns) == SCENT.names


def test_order_of_rows_changes_nothing() -> None:
    words, matches = world(3, broken=5)
    mixed = scent(words.sample(frac=1.0, random_state=1), matches.sample(frac=1.0, random_state=2))
    pd.testing.assert_frame_equal(scent(words, matches), mixed, check_exact=True)


def test_a_wrong_table_is_named() -> None:
    with pytest.raises(SmoError, match="find_scent"):
        find_scent(pd.DataFrame({"a": [1]}), keywords=pd.DataFrame(), matches=None)
