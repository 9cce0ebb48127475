from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table
from smo.evidence.failing import topic_failures
from smo.tables import MATCHES, TOPICS
from tests.evidence.tables import matches_of, topics_of

N_TOPICS, N_ELEMENTS, CLICKS, BASE, KAPPA = 60, 4, 250, 0.03, 120.0


def topics(n: int = N_TOPICS) -> pd.DataFrame:
    return check_table(topics_of([(f"word{i}", i) for i in range(n)]), TOPICS, caller="t")


def world(seed: int, worse: float = 1.0, n_broken: int = 0) -> pd.DataFrame:
    """Elements of 60 topics on two devices; phones fail twice as often; some topics are broken."""
    draw = np.random.RandomState(seed)
    topic = np.repeat(np.arange(N_TOPICS), N_ELEMENTS)
    device = np.where(np.arange(topic.size) % 2, "mobile", "desktop")
    clicks = 1 + draw.poisson(CLICKS * draw.gamma(1.0, 1.0, topic.size))
    mean = BASE * np.where(device == "mobile", 2.0, 1.0) * np.where(topic < n_broken, worse, 1.0)
    dead = draw.binomial(clicks, draw.beta(KAPPA * mean, KAPPA * (1 - mean)))
    rows = pd.DataFrame(
        {"topic": topic, "clicks": clicks, "dead_clicks": dead, "device": device,
         "rage_clicks": draw.binomial(dead, 0.3)}
    )  # fmt: skip
    return matches_of(rows.astype({"clicks": float}).to_dict("records"))


def failures(rows: pd.DataFrame, n: int = N_TOPICS) -> pd.DataFrame:
    matches = check_table(rows, MATCHES, caller="t")
    return topic_failures(matches, topics(n), interval=0.8, fdr=0.05)


def test_equal_rates_are_silent() -> None:
    found = pd.concat([failures(world(seed)) for seed in range(20)])
    assert len(found) == 20 * N_TOPICS
    assert (found["fix_verdict"] == "act").mean() <= 0.01
    assert (found["fix_p"] <= 0.05).mean() <= 0.065
    inside = (found["failed_rate_low"] <= found["failed_base"]) & (
        found["failed_base"] <= found["failed_rate_high"]
    )
    assert 0.75 <= inside.mean() <= 0.88


def test_elements_four_times_more_dead_are_found() -> None:
    power, false, covered = [], [], []
    for seed in range(10):
        found = failures(world(seed, worse=4.0, n_broken=12))
        act = (found["fix_verdict"] == "act").to_numpy(dtype=bool)
        broken = found["topic"].to_numpy(dtype=int) < 12
        power.append(act[broken].mean())
        false.append((act & ~broken).sum() / max(act.sum(), 1))
        truth = np.where(broken, 4.0, 1.0) * found["failed_base"]
        inside = (found["failed_rate_low"] <= truth) & (truth <= found["failed_rate_high"])
        covered.append(inside[broken].mean())
    assert np.mean(power) >= 0.9
    assert np.mean(false) <= 0.065
    assert np.mean(covered) >= 0.7


def test_base_is_of_the_same_device() -> None:
    rows = [
        {"topic": n, "clicks": 1000.0, "dead_clicks": 100.0 if n % 2 else 10.0,
         "device": "mobile" if n % 2 else "desktop"}
        for n in range(24)
    ]  # fmt: skip
    found = failures(matches_of(rows), 24)
    assert found["failed_base"].round(2).tolist() == [0.01, 0.1] * 12
    assert (found["fix_verdict"] != "act").all()


def test_rage_clicks_alone_count_and_are_not_added_to_dead_ones() -> None:
    quiet = [{"topic": n, "clicks": 500.0, "dead_clicks": 10.0} for n in range(1, 12)]
    angry = {"topic": 0, "clicks": 500.0, "dead_clicks": 10.0, "rage_clicks": 200.0}
    found = failures(matches_of([angry, *quiet]), 12).set_index("topic")
    assert found.loc[0, "failed"] == 200.0
    assert found.loc[0, "fix_verdict"] == "act"
    assert 150 < found.loc[0, "failed_excess"] < 200
    assert (found.loc[1:, "fix_verdict"] != "act").all()


def test_a_large_clean_element_is_skipped() -> None:
    rows = [{"topic": n, "clicks": 50_000.0, "dead_clicks": 500.0} for n in range(8)]
    assert failures(matches_of(rows), 8)["fix_verdict"].tolist() == ["skip"] * 8


@pytest.mark.parametrize("others", [2, 5])
def test_five_others_are_needed(others: int) -> None:
    rows = [{"topic": n, "clicks": 500.0, "dead_clicks": 50.0} for n in range(others + 1)]
    found = failures(matches_of(rows), others + 1)
    assert found["fix_verdict"].isna().all() == (others < 5)
    assert found["failed_rate"].isna().all() == (others < 5)


def test_elements_without_a_topic_help_to_tell_the_base() -> None:
    rows = [{"topic": 0, "clicks": 500.0, "dead_clicks": 200.0, "page": "https://a.example/x/"}]
    rows += [
        {"topic": pd.NA, "via": "none", "clicks": 500.0, "dead_clicks": 10.0,
         "page": f"https://a.example/{n}/"}
        for n in range(5)
    ]  # fmt: skip
    found = failures(matches_of(rows), 1)
    assert found["fix_verdict"].tolist() == ["act"]
    assert found["failed_base"].round(2).tolist() == [0.02]


def test_what_tells_no_dead_clicks_says_nothing() -> None:
    assert failures(matches_of([{"topic": 0, "clicks": 5.0}]), 1).empty


def test_order_of_rows_changes_nothing() -> None:
    rows = world(3, worse=4.0, n_broken=6)
    mixed = rows.sample(frac=1.0, random_state=1)
    pd.testing.assert_frame_equal(failures(rows), failures(mixed), check_exact=True)
