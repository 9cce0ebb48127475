"""A small segment leans on the shape of the other segments' curves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from benchmarks.borrow import BROKEN, Floats, judged, segment, world
from smo.checks import check_table
from smo.evidence.borrow import BORROWED_IMPRESSIONS, FEW_TOPICS, borrowed_curve
from smo.evidence.ctr import judge_ctr, prior_curve
from smo.evidence.curve import CtrRows
from smo.evidence.diagnose import diagnose
from smo.evidence.score import score_topics
from smo.settings import Settings
from smo.tables import KEYWORDS, TOPICS

N_SMALL = 10
HEALTHY = np.ones(N_SMALL)
FIRST_BROKEN = np.where(np.arange(N_SMALL) == 0, BROKEN, 1.0)


def _runs(name: str, ratio: Floats, *, lent: bool, n: int = 6) -> Floats:
    found = []
    for seed in range(n):
        own, lenders = world(seed, name, ratio, first_alone=True)
        prior = borrowed_curve(own, lenders) if lent else None
        rows = CtrRows(own.clicks, own.shown, own.log_position, own.topic, own.strata, prior)
        found.append(judged(rows, ratio))
    means: Floats = np.array(found).mean(axis=0)
    return means


@pytest.mark.parametrize("name", ["equal shapes", "other levels"])
def test_a_topic_alone_at_the_best_ranks_is_judged_by_the_others_curve(name: str) -> None:
    false_act, _, coverage, first, ratio, share = _runs(name, HEALTHY, lent=True)
    assert false_act <= 0.01
    assert 0.75 <= coverage <= 0.92
    assert first >= 0.75
    assert 0.8 < ratio < 1.2
    assert 0.0 < share < 0.1
    alone = _runs(name, HEALTHY, lent=False)
    assert alone[3] < 0.3  # nothing borrowed: the interval misses what is fine
    assert alone[4] > 2.0


def test_other_slopes_do_no_harm() -> None:
    lent, alone = (_runs("other slopes", HEALTHY, lent=how) for how in (True, False))
    assert lent[0] <= max(alone[0], 0.01)
    assert lent[2] >= alone[2] - 0.02
    assert abs(np.log(lent[4])) < abs(np.log(alone[4]))


def test_a_broken_topic_alone_at_the_best_ranks_looks_broken() -> None:
    lent, alone = (_runs("equal shapes", FIRST_BROKEN, lent=how) for how in (True, False))
    assert abs(np.log(lent[4] / BROKEN)) < 0.5 * abs(np.log(alone[4] / BROKEN))
    assert lent[0] <= 0.01


def test_only_few_topics_borrow_and_only_from_enough() -> None:
    own, lenders = world(0, "equal shapes", HEALTHY, first_alone=True)
    prior = borrowed_curve(own, lenders)
    assert prior is not None
    assert prior.shown == BORROWED_IMPRESSIONS
    assert (np.diff(prior.rate) <= 0.0).all()
    many = segment(np.random.default_rng(0), (0.3, 1.3), np.ones(FEW_TOPICS))
    assert borrowed_curve(many, lenders) is None
    assert borrowed_curve(own, []) is None
    few = segment(np.random.default_rng(0), (0.3, 1.3), np.ones(FEW_TOPICS - 1))
    assert borrowed_curve(own, [(few, lenders[0][1])]) is None


def _tables(parts: Sequence[tuple[str, CtrRows]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    words = pd.concat(
        [
            pd.DataFrame(
                {
                    "segment": name, "topic": rows.topic, "clicks": rows.clicks,
                    "keyword": [f"query {n}" for n in range(rows.shown.size)],
                    "impressions": rows.shown, "position": np.exp(rows.log_position),
                }
            )
            for name, rows in parts
        ],
        ignore_index=True,
    ).assign(period_days=28.0, source="world")  # fmt: skip
    topics = words[["segment", "keyword", "topic"]].assign(
        normal=words["keyword"], pillar=0, label="topic " + words["topic"].astype(str),
        pillar_label="p", membership=1.0,
    )  # fmt: skip
    return topics, words.drop(columns="topic")


@pytest.fixture(scope="module")
def tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    own, lenders = world(1, "other levels", HEALTHY, first_alone=True)
    return _tables([("small", own), *zip(("one", "two"), (r for r, _ in lenders), strict=True)])


@pytest.mark.parametrize("seed", [1])
def test_the_order_of_rows_changes_nothing(
    tables: tuple[pd.DataFrame, pd.DataFrame], seed: int
) -> None:
    topics, words = (table[table["segment"] != "two"] for table in tables)
    mixed = words.sample(frac=1, random_state=seed)
    pd.testing.assert_frame_equal(
        score_topics(topics, keywords=words), score_topics(topics, keywords=mixed)
    )


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_plan_says_how_much_is_borrowed(
    tables: tuple[pd.DataFrame, pd.DataFrame], language: str
) -> None:
    topics, words = tables
    settings = Settings(report_language=language, null_worlds=0)
    scores = score_topics(topics, keywords=words, settings=settings)
    facts = diagnose(scores=scores, topics=topics, keywords=words, settings=settings)
    told = facts[facts["code"] == "curve_borrowed"]
    assert told["segment"].tolist() == ["small"]
    assert 0.0 < told["value"].item() < 0.1
    first = scores.set_index(["segment", "topic"]).loc[("small", 0)]
    assert first["effect_low"] < 1.0 < first["effect_high"]


def test_large_segments_are_fitted_as_if_alone(
    tables: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    topics, words = tables
    scores = score_topics(topics, keywords=words)
    alone = score_topics(
        topics[topics["segment"] == "one"], keywords=words[words["segment"] == "one"]
    )
    shown = scores[scores["segment"] == "one"]["effect"].to_numpy(float)
    np.testing.assert_allclose(shown, alone["effect"].to_numpy(float), rtol=1e-12)


def test_a_curve_of_the_users_own_comes_first(
    tables: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    topics, words = (
        check_table(table, spec, caller="t")
        for table, spec in zip(tables, (TOPICS, KEYWORDS), strict=True)
    )
    brought = prior_curve(Settings(prior_curve={1: 0.3, 10: 0.02}, prior_impressions=50))
    priors = {one.segment: one.prior for one in judge_ctr(topics, words, brought)}
    assert all(prior is brought for prior in priors.values())
    lent = {one.segment: one.prior is not None for one in judge_ctr(topics, words)}
    assert lent == {"one": False, "small": True, "two": False}
