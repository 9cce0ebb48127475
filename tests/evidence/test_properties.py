"""What must not change a score: order, splitting, scale, and the caller's own tables."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.evidence import World, make_world
from smo.evidence import score_topics
from tests.evidence.tables import keywords_of, topics_of


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(5, planted=0.2, n_queries=400, n_topics=30, impressions=1e5)


def score(world: World, keywords: pd.DataFrame) -> pd.DataFrame:
    return score_topics(world.topics, keywords=keywords)


def same(left: pd.DataFrame, right: pd.DataFrame, rtol: float) -> None:
    pd.testing.assert_frame_equal(left, right, rtol=rtol, atol=1e-9)


def test_row_order_changes_no_byte(world: World) -> None:
    plain = score(world, world.keywords)
    for seed in range(3):
        mixed = world.keywords.sample(frac=1, random_state=seed)
        turned = World(world.topics.sample(frac=1, random_state=seed), mixed, world.ratio)
        pd.testing.assert_frame_equal(plain, score(turned, mixed), check_exact=True)


def test_a_row_split_in_two_changes_nothing(world: World) -> None:
    rows = world.keywords
    even = rows[(rows["impressions"] % 2 == 0) & (rows["clicks"] % 2 == 0)]
    rest = rows.drop(even.index)
    half = even.assign(impressions=even["impressions"] / 2, clicks=even["clicks"] / 2)
    days = [half.assign(date=f"2026-01-0{day}") for day in (1, 2)]
    same(score(world, rows), score(world, pd.concat([rest, *days])), rtol=1e-6)


def test_inputs_are_not_changed(world: World) -> None:
    before = world.topics.copy(), world.keywords.copy()
    score(world, world.keywords)
    pd.testing.assert_frame_equal(before[0], world.topics)
    pd.testing.assert_frame_equal(before[1], world.keywords)


def test_more_impressions_at_the_same_rates_narrow_intervals() -> None:
    sizes = {"n_queries": 600, "n_topics": 40, "planted": 0.2}
    few, many = (
        score(world, world.keywords)
        for world in (make_world(5, impressions=n, **sizes) for n in (5e4, 1e6))
    )
    width_few = (few["effect_high"] - few["effect_low"]).astype(float)
    width_many = (many["effect_high"] - many["effect_low"]).astype(float)
    assert (width_many < width_few).mean() > 0.9
    assert (many["verdict"] == "wait").sum() < (few["verdict"] == "wait").sum()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 10_000), min_size=2, max_size=12),
    st.sampled_from([0.01, 3.0, 1e4]),
    st.sampled_from(["exact", "broad", "grouped", "bucket", None]),
)
def test_scaling_all_volumes_changes_no_share(
    volumes: list[int], scale: float, kind: str | None
) -> None:
    topics = topics_of([(f"word{i}", i % 3) for i in range(len(volumes))])
    shares = []
    for factor in (1.0, scale):
        rows = [(f"word{i}", v * factor, kind) for i, v in enumerate(volumes)]
        words = keywords_of(rows, "volume", "volume_kind")
        shares.append(score_topics(topics, keywords=words)["demand_share"].astype(float))
    np.testing.assert_allclose(shares[0], shares[1], rtol=1e-9)
