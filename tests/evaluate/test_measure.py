"""The effect of acting: planted effects covered, nothing found where nothing was done."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.evaluate import measure, plan_measurement
from smo.evaluate.effects import Effect, Units, estimate_effect
from smo.topics import KeywordClusterer


def site(seed: int, effect: float, *, worst: bool = True) -> Effect:
    """80 topics, 12 acted on: the worst by CTR, or any; everything rises 15 %, rates drift."""
    draw = np.random.default_rng(seed)
    shown = np.round(np.exp(draw.normal(8, 1, 80)))
    later = np.round(shown * draw.lognormal(0.1, 0.2, 80))
    mean = np.exp(draw.uniform(np.log(0.01), np.log(0.2), 80))
    rate = draw.beta(60 * mean, 60 * (1 - mean))
    clicks = draw.binomial(shown.astype(int), rate).astype(float)
    order = np.argsort(clicks / (shown * mean) if worst else draw.random(80))
    acted = np.isin(np.arange(80), order[:12])
    rate = rate * 1.15 * draw.gamma(100, 0.01, 80) * np.where(acted, 1 + effect, 1)
    after = draw.binomial(later.astype(int), np.minimum(rate, 1)).astype(float)
    return estimate_effect(Units(shown, clicks, later, after, mean, acted), interval=0.8)


@pytest.mark.parametrize("worst", [True, False])
def test_a_planted_effect_is_covered(worst: bool) -> None:
    runs = [site(seed, 0.3, worst=worst) for seed in range(1_000)]
    assert 0.77 <= np.mean([run.low <= 0.3 <= run.high for run in runs]) <= 0.83
    assert np.mean([run.effect for run in runs]) == pytest.approx(0.3, abs=0.02)


@pytest.mark.parametrize("worst", [True, False])
def test_no_effect_is_seldom_found(worst: bool) -> None:
    """Also where the worst were chosen: what comes back by itself is no effect."""
    runs = [site(seed, 0.0, worst=worst) for seed in range(1_000)]
    assert np.mean([run.low > 0 or run.high < 0 for run in runs]) <= 0.23
    assert np.mean([run.effect for run in runs]) == pytest.approx(0.0, abs=0.02)
    if worst:
        back = [run.expected.sum() / run.raw.sum() for run in runs]
        assert np.mean(back) > 1.01


def searches(*, ropes: float = 1.0) -> pd.DataFrame:
    draw = np.random.default_rng(1)
    words = ["rope", "tent", "stove", "boots", "lamp", "mug", "map", "knife"]
    topic = np.repeat(np.arange(8), 12)
    shown = draw.integers(200, 2_000, 96).astype(float)
    shown[11::12] = 2.0
    rate = np.where(topic == 0, 0.05 * ropes, 0.05)
    return pd.DataFrame(
        {"segment": "all", "impressions": shown, "clicks": np.floor(shown * rate), "position": 3.0,
         "keyword": [f"{w} {chr(97 + i) * 3}" for w in words for i in range(12)],
         "page": [f"https://a.example/{w}" for w in words for _ in range(12)], "period_days": 28}
    )  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> smo.TopicPlan:
    settings = smo.Settings(null_worlds=0)
    return smo.analyze(searches(), clusterer=KeywordClusterer(8), settings=settings)


def test_topics_and_pages_are_measured(plan: smo.TopicPlan) -> None:
    after = searches(ropes=1.6)
    topics = plan.topics.set_index("keyword")["topic"]
    by_topic = measure(plan, after, acted=[int(topics["rope aaa"])])
    by_page = measure(plan, after, acted=["https://a.example/rope"])
    for found in (by_topic, by_page):
        assert found["effect"].iloc[0] == pytest.approx(0.6, abs=0.05)
        assert found["effect_low"].iloc[0] > 0.3
        assert found["clicks_after"].iloc[0] - found["expected"].iloc[0] == pytest.approx(
            found["gained"].iloc[0]
        )
    new = pd.concat([after, after.head(1).assign(keyword="never heard", clicks=100)])
    pd.testing.assert_frame_equal(measure(plan, new, acted=["https://a.example/rope"]), by_page)


def test_a_measurement_is_planned() -> None:
    weak = searches(ropes=0.4)
    plan = smo.analyze(weak, clusterer=KeywordClusterer(8), settings=smo.Settings(null_worlds=0))
    found = plan_measurement(plan)
    assert len(found) == len(plan.proposals) >= 1
    assert (found["detectable"] > 0).all()
    assert found["hold_back"].map(len).min() >= 1
    own = plan.topics.drop_duplicates("topic").set_index("topic")["label"]
    assert not any(own[row.topic] in row.hold_back for row in found.itertuples())
    rich = weak.assign(clicks=lambda t: t["clicks"] * 10)
    more = plan_measurement(smo.analyze(rich, clusterer=KeywordClusterer(8)))
    assert more["detectable"].max() < found["detectable"].min()
    assert (more["weeks"].fillna(99) <= found["weeks"].fillna(99).max()).all()


@pytest.mark.parametrize(
    ("acted", "match"),
    [
        ([], "must be a list of topic ids or a list of pages"),
        ("3", "must be a list of topic ids or a list of pages"),
        ([1, "x"], "must be a list of topic ids or a list of pages"),
        ([99], "the plan has no topic '99'"),
        (["https://a.example/none"], "the plan has no page"),
        (list(range(6)), "2 others are left to compare with; 3 are needed"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    plan: smo.TopicPlan, acted: list[int | str], match: str
) -> None:
    with pytest.raises(SmoError, match=match):
        measure(plan, searches(), acted=acted)


def test_no_plan_and_no_clicks_are_refused() -> None:
    with pytest.raises(SmoError, match="'plan_before' must be a TopicPlan"):
        measure("plan", searches(), acted=[1])  # type: ignore[arg-type]
    with pytest.raises(SmoError, match="'plan' must be a TopicPlan"):
        plan_measurement("plan")  # type: ignore[arg-type]
    bare = smo.analyze(searches().drop(columns="clicks"), clusterer=KeywordClusterer(8))
    with pytest.raises(SmoError, match="tell no clicks"):
        plan_measurement(bare)
