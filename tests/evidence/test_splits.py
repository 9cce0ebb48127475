from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table
from smo.evidence.ctr import judge_ctr
from smo.evidence.splits import topic_splits
from smo.tables import KEYWORDS, TOPICS
from tests.evidence.tables import topics_of

N_TOPICS, N_QUERIES, KAPPA = 40, 60, 40.0


def world(
    seed: int, *, split_ratio: float = 1.0, n_broken: int = 0, weak: float = 1.0,
    listing: float = 1.0,
) -> tuple[pd.DataFrame, pd.DataFrame]:  # fmt: skip
    """Queries with one page and with two; the first topics lose where they are shared.

    `weak` multiplies every query of the first topics, `listing` every shared query of the site.
    """
    draw = np.random.RandomState(seed)
    topic = np.repeat(np.arange(N_TOPICS), N_QUERIES)
    shared = np.arange(topic.size) % 2 == 0
    shown = 100 + draw.poisson(600 * draw.gamma(1.0, 1.0, topic.size))
    position = np.exp(draw.uniform(0.0, 3.0, topic.size))
    first = topic < n_broken
    mean = 0.25 * position**-0.9 * np.where(first, weak, 1.0)
    mean = mean * np.where(shared, listing * np.where(first, split_ratio, 1.0), 1.0)
    rate = draw.beta(KAPPA * mean, KAPPA * (1.0 - mean))
    half = draw.binomial(shown, 0.4)
    rows = []
    for n in range(topic.size):
        parts = [shown[n] - half[n], half[n]] if shared[n] else [shown[n]]
        for page, part in enumerate(parts):
            rows.append((f"w{topic[n]} q{n}", f"https://a.example/{topic[n]}/{page}", int(part),
                         int(draw.binomial(part, rate[n])), position[n]))  # fmt: skip
    words = pd.DataFrame(rows, columns=["keyword", "page", "impressions", "clicks", "position"])
    topics = topics_of([(f"w{t} q{n}", int(t)) for n, t in enumerate(topic)])
    return topics, words.assign(segment="all", period_days=28, source="x")


def splits(made: tuple[pd.DataFrame, pd.DataFrame]) -> pd.DataFrame:
    topics = check_table(made[0], TOPICS, caller="t")
    words = check_table(made[1], KEYWORDS, caller="t")
    return topic_splits(judge_ctr(topics, words)[0], interval=0.8, fdr=0.05)


@pytest.mark.parametrize(
    "harmless",
    [{}, {"weak": 0.4, "n_broken": 8}, {"listing": 0.7}],
    ids=["equal", "weak topics", "every split draws less"],
)
def test_splits_that_harm_nobody_are_silent(harmless: dict[str, float]) -> None:
    found = pd.concat([splits(world(seed, **harmless)) for seed in range(4)])  # type: ignore[arg-type]
    assert len(found) == 4 * N_TOPICS
    assert found["consolidate_p"].notna().mean() > 0.9
    assert (found["consolidate_verdict"] == "act").mean() <= 0.01


def test_splits_that_cost_are_found_and_sized() -> None:
    power, false, claimed = [], [], []
    for seed in range(4):
        made = world(seed, split_ratio=0.4, n_broken=5)
        found = splits(made)
        act = (found["consolidate_verdict"] == "act").to_numpy(dtype=bool)
        broken = found["topic"].to_numpy(dtype=int) < 5
        power.append(act[broken].mean())
        false.append((act & ~broken).sum() / act.sum())
        words = made[1]
        of = words["keyword"].str.extract(r"w(\d+) q(\d+)").astype(int)
        hurt = words[(of[0] < 5) & (of[1] % 2 == 0)]
        expected = (hurt["impressions"] * 0.25 * hurt["position"] ** -0.9).sum()
        claimed.append(found.loc[broken, "split_missed"].sum() / (0.6 * expected))
    assert np.mean(power) >= 0.9
    assert np.mean(false) <= 0.065
    assert 0.85 <= np.mean(claimed) <= 1.15


@pytest.mark.parametrize("split_ratio", [0.3, 0.4, 0.6, 1.67, 2.5])
@pytest.mark.parametrize("n_broken", [4, 8, 10])
def test_the_curve_is_that_of_most_topics(n_broken: int, split_ratio: float) -> None:
    for seed in range(2):
        topics, words = world(seed, split_ratio=split_ratio, n_broken=n_broken)
        placed = check_table(topics, TOPICS, caller="t")
        fit = judge_ctr(placed, check_table(words, KEYWORDS, caller="t"))[0].fit
        assert fit is not None
        assert 0.93 < np.median(fit.effect.ratio[n_broken:]) < 1.07
        assert 25 < fit.kappa < 55


def test_the_pages_that_share_are_named() -> None:
    found = splits(world(1)).set_index("topic")
    assert found.loc[3, "split_pages"] == ["https://a.example/3/0", "https://a.example/3/1"]
    assert found.loc[3, "split_queries"] == N_QUERIES / 2


def test_a_stray_page_is_no_competitor() -> None:
    topics, words = world(1)
    second = words["page"].str.endswith("/1")
    few = words.assign(
        impressions=words["impressions"].where(~second, 5), clicks=words["clicks"].where(~second, 0)
    )
    assert splits((topics, few)).empty


def test_queries_without_pages_say_nothing() -> None:
    topics, words = world(1)
    assert splits((topics, words.assign(page=None))).empty


@pytest.mark.filterwarnings("error")
def test_nothing_does_worse_than_queries_without_a_click() -> None:
    topics, words = world(1)
    of = words["keyword"].str.extract(r"w(\d+) q(\d+)").astype(int)
    silent = words.assign(
        clicks=words["clicks"].where((of[0] > 1) | ((of[0] == 0) & (of[1] % 2 == 0)), 0)
    )
    found = splits((topics, silent)).set_index("topic")
    assert found.loc[[0, 1], "whole_ratio"].eq(0).all()
    assert found.loc[[0, 1], "consolidate_p"].isna().all()
    assert (found.loc[[0, 1], "consolidate_verdict"] != "act").all()


def test_order_of_rows_changes_nothing() -> None:
    topics, words = world(2, split_ratio=0.4, n_broken=5)
    mixed = (topics.sample(frac=1.0, random_state=1), words.sample(frac=1.0, random_state=2))
    pd.testing.assert_frame_equal(splits((topics, words)), splits(mixed), check_exact=True)
