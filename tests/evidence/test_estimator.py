from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone

from benchmarks.evidence import make_world
from smo.errors import SmoError
from smo.evidence import CtrCurve, score_topics
from smo.settings import Settings

POSITIONS = np.array([1.0, 2.0, 4.0, 8.0])
TRUTH = np.array([0.3, 0.16, 0.07, 0.03])


def counts(seed: int, shown: int) -> tuple[np.ndarray, ...]:
    draw = np.random.RandomState(seed)
    topics = np.repeat(np.arange(30), 4)
    rate = draw.beta(200 * np.tile(TRUTH, 30), 200 * (1 - np.tile(TRUTH, 30)))
    impressions = np.full(120, shown)
    return np.tile(POSITIONS, 30), draw.binomial(impressions, rate), impressions, topics


def test_the_curve_is_recovered_and_falls() -> None:
    curve = CtrCurve().fit(*counts(0, 500))
    np.testing.assert_allclose(curve.predict(POSITIONS), TRUTH, rtol=0.12)
    everywhere = curve.predict(np.linspace(1, 40, 200))
    assert (np.diff(everywhere) <= 1e-12).all()
    assert curve.prior_share_ == 0.0
    assert curve.expected_.shape == (120,)


def test_it_is_an_estimator() -> None:
    curve = CtrCurve(prior={1: 0.2}, prior_impressions=50.0)
    twin = clone(curve)
    assert twin.get_params() == {"prior": {1: 0.2}, "prior_impressions": 50.0}
    assert not hasattr(clone(curve.fit(*counts(1, 100))), "curve_")


def test_a_prior_draws_a_small_site_towards_it_and_says_how_far() -> None:
    prior = dict(zip(POSITIONS, [0.6, 0.4, 0.3, 0.2], strict=True))
    plain = CtrCurve().fit(*counts(2, 20)).predict(POSITIONS)
    shares, distance = [], []
    for worth in (1.0, 100.0, 1e6):
        curve = CtrCurve(prior=prior, prior_impressions=worth).fit(*counts(2, 20))
        shares.append(curve.prior_share_)
        distance.append(np.abs(curve.predict(POSITIONS) - list(prior.values())).max())
    assert 0.0 < shares[0] < shares[1] < shares[2] < 1.0
    assert np.abs(plain - list(prior.values())).max() > distance[1] > distance[2]
    assert distance[2] < 0.01


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"positions": [0.5, 2.0]}, "positions are 1 or more"),
        ({"clicks": [9, 1]}, "clicks between 0 and them"),
        ({"topics": [0, 0]}, "two topics are the least"),
        ({"clicks": [1]}, "lists of one length"),
    ],
)
def test_what_is_no_count_is_refused(change: dict[str, list[float]], message: str) -> None:
    given = {"positions": [1.0, 2.0], "clicks": [1, 1], "impressions": [5, 5], "topics": [0, 1]}
    with pytest.raises(SmoError, match=message):
        CtrCurve().fit(**(given | change))


def test_a_prior_in_the_settings_moves_the_expectation() -> None:
    world = make_world(3, n_queries=300, n_topics=20, impressions=3e4)
    plain = score_topics(world.topics, keywords=world.keywords)
    high = Settings(prior_curve={n: 0.9 / n**0.2 for n in range(1, 40)}, prior_impressions=10**6)
    leaning = score_topics(world.topics, keywords=world.keywords, settings=high)
    assert (leaning["ctr_expected"] > plain["ctr_expected"]).all()


def test_potential_is_a_step_on_the_curve_and_never_a_verdict() -> None:
    world = make_world(1, planted=0.2, n_queries=900, n_topics=60, impressions=4e5)
    scores = score_topics(world.topics, keywords=world.keywords)
    assert set(scores["potential_from"]) == {"assumed"}
    assert (scores["potential_low"] <= scores["potential"]).all()
    assert (scores["potential"] <= scores["potential_high"]).all()
    assert (scores["potential"] >= 0).all()
    top = world.keywords.assign(position=1.0)
    found = score_topics(world.topics, keywords=top)
    assert (found["potential"] == 0).all()
