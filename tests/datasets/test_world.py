"""Planted worlds: the same every time, consistent with their truth, broken as they say."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table
from smo.datasets import World, WorldShape, load_demo, make_null_world, make_world
from smo.datasets.demand import true_ctr
from smo.errors import SmoError
from smo.tables import CLICKS, KEYWORDS, PAGES, Table

TABLES = ("keywords", "clicks", "pages", "totals")
TRUTHS = ("keywords", "topics", "curve", "elements", "pages")
SEEDS = tuple(range(12))


@pytest.fixture(scope="module")
def world() -> World:
    return load_demo()


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    return [make_world(seed=seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def nulls() -> list[World]:
    return [make_null_world(seed=seed) for seed in SEEDS]


def _frames(world: World) -> list[pd.DataFrame]:
    return [getattr(world, n) for n in TABLES] + [getattr(world.truth, n) for n in TRUTHS]


def test_same_seed_same_world(world: World) -> None:
    for first, second in zip(_frames(world), _frames(make_world(seed=0)), strict=True):
        pd.testing.assert_frame_equal(first, second)


def test_other_seed_other_world(worlds: list[World]) -> None:
    for name in ("keywords", "clicks", "pages"):
        assert not getattr(worlds[0], name).equals(getattr(worlds[1], name))
    broken = {tuple(w.truth.topics.query("broken")["topic"]) for w in worlds}
    assert len(broken) == len(worlds)


def test_a_world_is_made_quickly() -> None:
    began = time.process_time()
    make_world(seed=99)
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize(
    ("name", "spec"), [("keywords", KEYWORDS), ("clicks", CLICKS), ("pages", PAGES)]
)
def test_tables_are_canonical(world: World, name: str, spec: Table) -> None:
    table = getattr(world, name)
    pd.testing.assert_frame_equal(table, check_table(table, spec, caller="test"))
    assert not table.duplicated(list(spec.key)).any()


def test_rows_are_sorted_as_said(world: World) -> None:
    keys = {
        "keywords": (["segment", "impressions", "keyword"], [True, False, True]),
        "clicks": (["segment", "page", "element"], [True, True, True]),
        "pages": (["segment", "page"], [True, True]),
        "totals": (["segment", "date"], [True, True]),
    }
    for name, (columns, ascending) in keys.items():
        table = getattr(world, name)
        ordered = table.sort_values(columns, ascending=ascending, ignore_index=True)
        pd.testing.assert_frame_equal(table, ordered)


def test_truth_of_keywords_matches_the_table(world: World) -> None:
    truth = world.truth.keywords
    pd.testing.assert_frame_equal(
        truth[["segment", "keyword"]], world.keywords[["segment", "keyword"]]
    )
    healthy = truth[~truth["brand"]]
    expected = (healthy["curve"] * healthy["effect"]).to_numpy(dtype=float)
    np.testing.assert_allclose(healthy["expected_ctr"].to_numpy(dtype=float), expected)
    position = world.keywords["position"].to_numpy(dtype=float)
    np.testing.assert_allclose(truth["curve"].to_numpy(dtype=float), true_ctr(position))


def test_truth_of_topics_is_the_sum_of_its_keywords(world: World) -> None:
    rows = world.keywords.assign(topic=world.truth.keywords["topic"])
    sums = rows[rows["topic"] != "brand"].groupby(["segment", "topic"])[["impressions", "clicks"]]
    truth = world.truth.topics.set_index(["segment", "topic"])
    pd.testing.assert_frame_equal(truth[["impressions", "clicks"]], sums.sum())
    assert (truth["effect"].lt(1) == truth["broken"]).all()
    per_segment = truth.groupby("segment")["broken"].sum()
    assert per_segment.eq(5).all()
    served = world.truth.pages.dropna().groupby(["segment", "topic"]).size()
    assert served.reindex(truth.index).fillna(0).eq(truth["pages"]).all()
    assert truth["pages"].eq(0).any()
    assert truth["pages"].eq(2).any()


def test_numbers_are_in_range(worlds: list[World]) -> None:
    for world in worlds:
        rows = world.keywords
        assert (rows["clicks"] <= rows["impressions"]).all()
        assert rows["position"].between(1, 95).all()
        assert (rows["position"] == rows["position"].round(2)).all()
        assert (rows["impressions"] == rows["impressions"].round()).all()
        rates = world.truth.keywords["expected_ctr"]
        assert rates.between(0, 0.9, inclusive="neither").all()
        sizes = rows.groupby("segment").size()
        assert sizes.between(500, 900).all()
        assert rows["period_days"].eq(92).all()


def test_life_is_in_the_keywords(world: World) -> None:
    rows, truth = world.keywords, world.truth.keywords
    assert 0.2 < rows["clicks"].eq(0).mean() < 0.6
    assert truth["question"].mean() > 0.1
    assert truth["misspelt"].mean() > 0.03
    assert rows["keyword"].str.len().max() > 75
    assert not rows["position"].eq(rows["position"].round()).all()
    shown = rows["impressions"].sort_values(ascending=False)
    assert shown.head(len(shown) // 10).sum() > 0.4 * shown.sum()
    brand = rows[truth["brand"]]
    assert brand["clicks"].sum() / brand["impressions"].sum() > 0.3
    russian = rows.loc[rows["segment"] == "russian", "keyword"]
    assert russian.str.contains("[а-я]").all()
    assert not russian.str.contains("ё").any()


def test_chart_exceeds_the_queries_by_what_is_hidden(world: World) -> None:
    chart = world.totals.groupby("segment")[["clicks", "impressions"]].sum()
    shown = world.keywords.groupby("segment")[["clicks", "impressions"]].sum()
    np.testing.assert_allclose((shown / chart).to_numpy(dtype=float), 0.65, atol=1e-3)
    assert world.totals.groupby("segment").size().eq(92).all()
    pages = world.pages.groupby("segment")["clicks"].sum()
    assert pages.eq(chart["clicks"]).all()


def test_clicks_of_elements(world: World) -> None:
    rows, truth = world.clicks, world.truth.elements
    assert rows["click_id"].is_unique
    assert truth["click_id"].equals(rows["click_id"])
    for less, more in [
        ("exposed", "pageviews"),
        ("clicked_pageviews", "exposed"),
        ("clicked_pageviews", "clicks"),
        ("dead_clicks", "clicks"),
        ("rage_clicks", "dead_clicks"),
    ]:
        assert (rows[less] <= rows[more]).all(), less
    assert rows["clicks"].eq(0).any()
    views = world.pages.set_index("page")["views"]
    assert rows["pageviews"].eq(rows["page"].map(views)).all()
    known = world.truth.topics.groupby("segment")["topic"].agg(set)
    for segment, part in truth.dropna(subset="topic").groupby("segment"):
        assert set(part["topic"]) <= known[segment]


def test_exposure_falls_with_depth(world: World) -> None:
    rows = world.clicks
    seen = (rows["exposed"] / rows["pageviews"]).astype(float)
    bins = pd.cut(rows["depth"].astype(float), [-1, 0.05, 0.3, 0.6, 1])
    assert seen.groupby(bins, observed=True).mean().is_monotonic_decreasing


def test_furniture_stands_on_every_page(world: World) -> None:
    truth = world.truth.elements
    for _, part in truth.groupby("segment"):
        pages = part["page"].nunique()
        counts = part.groupby("element")["page"].nunique()
        everywhere = set(counts.index[counts == pages])
        assert everywhere == set(part.loc[part["furniture"], "element"])
        assert {"search", "cookies", "menu-1", "footer-1"} <= everywhere


def test_dead_elements_are_dead(world: World) -> None:
    rows = world.clicks.assign(dead_share=world.truth.elements["dead_share"])
    sums = rows.groupby("dead_share")[["dead_clicks", "clicks"]].sum()
    rates = (sums["dead_clicks"] / sums["clicks"]).astype(float)
    np.testing.assert_allclose(rates, [0.02, 0.95], atol=0.02)


def test_true_curve_decreases() -> None:
    ctr = true_ctr(np.linspace(1, 100, 500))
    assert (np.diff(ctr) < 0).all()
    assert 0 < ctr[-1] < ctr[0] < 1
    grid = load_demo().truth.curve
    assert grid["ctr"].is_monotonic_decreasing


def _ratio(worlds: list[World], *, broken: bool) -> float:
    topics = pd.concat([world.truth.topics for world in worlds])
    topics = topics[topics["broken"] == broken]
    return float(topics["clicks"].sum() / topics["healthy_clicks"].sum())


def test_broken_topics_are_clicked_at_the_factor(worlds: list[World]) -> None:
    assert _ratio(worlds, broken=True) == pytest.approx(0.4, abs=0.04)
    assert _ratio(worlds, broken=False) == pytest.approx(1.0, abs=0.04)


def test_null_worlds_have_no_broken_topic(nulls: list[World], worlds: list[World]) -> None:
    assert _ratio(nulls, broken=False) == pytest.approx(1.0, abs=0.04)
    for null, world in zip(nulls, worlds, strict=True):
        assert not null.truth.topics["broken"].any()
        assert null.truth.topics["effect"].eq(1).all()
        same = ["segment", "keyword", "impressions", "position"]
        pd.testing.assert_frame_equal(null.keywords[same], world.keywords[same])
        assert (null.keywords["clicks"] >= world.keywords["clicks"]).all()


def test_noise_is_as_wide_as_kappa_says(nulls: list[World]) -> None:
    rows = pd.concat([world.keywords for world in nulls], ignore_index=True)
    rate = pd.concat([world.truth.keywords for world in nulls])["expected_ctr"]
    n, mean = rows["impressions"].to_numpy(dtype=float), rate.to_numpy(dtype=float)
    spread = n * mean * (1 - mean) * (1 + (n - 1) / 41)
    z = (rows["clicks"].to_numpy(dtype=float) - n * mean) / np.sqrt(spread)
    assert abs(z.mean()) < 0.03
    assert z.var() == pytest.approx(1.0, abs=0.06)


def test_shape_is_kept() -> None:
    shape = WorldShape(
        segments=("russian",), n_topics=6, keywords_per_topic=20, broken_share=0.5,
        broken_factor=0.7, impressions=50_000, hidden_share=0.0,
    )  # fmt: skip
    world = make_world(seed=3, shape=shape)
    assert world.shape == shape
    assert world.keywords["segment"].unique().tolist() == ["russian"]
    assert world.truth.topics["effect"].value_counts().to_dict() == {0.7: 3, 1.0: 3}
    assert world.truth.topics["n_keywords"].eq(20).all()
    assert world.keywords["impressions"].sum() == pytest.approx(50_000, rel=0.01)
    assert world.totals["impressions"].sum() == world.keywords["impressions"].sum()


def test_world_is_frozen(world: World) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        world.seed = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"segments": ("sellers",)}, r"'segments' must be one of 'buyers', .*got 'sellers'"),
        ({"segments": ()}, r"'segments' must name different segments; got \(\)"),
        ({"segments": ("buyers", "buyers")}, r"must name different segments"),
        ({"n_topics": 19}, r"'n_topics' must be between 2 and 18; got 19"),
        ({"broken_share": 1.5}, r"'broken_share' must be between 0 and 1; got 1.5"),
        ({"broken_factor": 0.0}, r"'broken_factor' must be between 0.01 and 1; got 0.0"),
        ({"kappa": 0.5}, r"'kappa' must be between 1 and 1e\+06; got 0.5"),
        ({"hidden_share": 1.0}, r"'hidden_share' must be between 0 and 0.95; got 1.0"),
        ({"n_topics": True}, r"'n_topics' must be between 2 and 18; got True"),
        ({"keywords_per_topic": 51}, r"'keywords_per_topic' must be between 5 and 50; got 51"),
        ({"impressions": 10}, r"'impressions' must be between 1000 and 1e\+08; got 10"),
    ],
)  # fmt: skip
def test_wrong_shapes_are_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        WorldShape(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [-1, 1.5, "0", True])
def test_wrong_seeds_are_refused(seed: object) -> None:
    with pytest.raises(SmoError, match="'seed' must be a whole number >= 0; got"):
        make_world(seed=seed)  # type: ignore[arg-type]
