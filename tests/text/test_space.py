from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.text import space as module
from smo.text.normal import normal_forms
from smo.text.space import (
    HIGHEST_THRESHOLD,
    LOWEST_THRESHOLD,
    UNCALIBRATED,
    calibrate_threshold,
    fit_space,
    match_texts,
)

KEYWORDS = {
    0: ["google bags", "backpack", "leather bag", "youtube backpack", "tote bags", "bag for men"],
    1: ["womens t shirts", "women's google t-shirt", "ladies tee", "t shirt women"],
    2: ["water bottle", "glass water bottle", "drinkware", "travel mug"],
    3: ["сумка женская", "купить сумку", "кожаные сумки"],
}


def planted_space() -> module.TopicSpace:
    texts = [text for members in KEYWORDS.values() for text in members]
    topics = [topic for topic, members in KEYWORDS.items() for _ in members]
    return fit_space(normal_forms(texts), topics)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bags", 0),
        ("Backpacks", 0),
        ("Women's T-shirts", 1),
        ("Womens Google Tee", 1),
        ("Drinkware", 2),
        ("Bottles", 2),
        ("Женские сумки", 3),
        ("BAGS!", 0),
    ],
)
def test_short_element_text_finds_its_topic(text: str, topic: int) -> None:
    found = match_texts(planted_space(), [text], 0.4)
    assert found["topic"].iloc[0] == topic


@pytest.mark.parametrize(
    "text",
    ["", "  ", "Careers", "Read our annual report about bottle deposits in Norway", "🎒", "\x00"],
)
def test_other_text_finds_none(text: str) -> None:
    assert match_texts(planted_space(), [text], 0.4).empty


def test_breadth_of_a_topic_does_not_hide_an_exact_keyword() -> None:
    broad = ["bag"] + [f"thing{number} other{number}" for number in range(500)]
    space = fit_space([*broad, "wool hat"], [0] * len(broad) + [1])
    assert match_texts(space, ["bags"], 0.4)["topic"].tolist() == [0]


def test_rows_repeat_for_repeated_texts_and_keep_places() -> None:
    found = match_texts(planted_space(), ["Bags", "nothing", "bag", "Bags"], 0.4, top=1)
    assert found["text"].tolist() == [0, 2, 3]
    assert found["similarity"].nunique() == 1


def test_top_limits_and_ties_go_to_the_lower_id() -> None:
    space = fit_space(["cup red", "cup blue", "cup green"], [5, 3, 9])
    found = match_texts(space, ["cup"], 0.1, top=2)
    assert found["topic"].tolist() == [3, 5]


def test_restricted_space_only_knows_its_topics() -> None:
    space = planted_space().restrict([2, 3])
    assert space.topics.tolist() == [2, 3]
    assert match_texts(space, ["Bags"], 0.3).empty
    assert match_texts(space, ["Bottles"], 0.3)["topic"].tolist() == [2]


def test_empty_space_and_empty_texts() -> None:
    space = fit_space([], [])
    assert match_texts(space, ["bag"], 0.1).empty
    assert match_texts(planted_space(), [], 0.1).empty
    assert calibrate_threshold(space, ["bag"], 0.001, 0) == UNCALIBRATED
    assert list(match_texts(space, [], 0.1).columns) == ["text", "topic", "similarity"]


def test_order_and_repetition_of_keywords_change_nothing() -> None:
    rng = np.random.default_rng(0)
    words = [f"w{number}" for number in range(30)]
    normals = [" ".join(rng.choice(words, 3)) for _ in range(200)]
    topics = rng.integers(0, 12, 200).tolist()
    order = rng.permutation(200)
    once = fit_space(normals, topics)
    again = fit_space(
        [normals[i] for i in order] + normals[:50], [topics[i] for i in order] + topics[:50]
    )
    assert once.vectors.data.tobytes() == again.vectors.data.tobytes()
    assert once.members.data.tobytes() == again.members.data.tobytes()


def random_world(n_texts: int, n_topics: int) -> tuple[module.TopicSpace, list[str]]:
    rng = np.random.default_rng(1)
    words = np.array([f"w{number}" for number in range(300)])
    weights = 1 / np.arange(1, 301)
    draw = rng.choice(words, (20 * n_topics, 3), p=weights / weights.sum())
    space = fit_space([" ".join(row) for row in draw], np.repeat(np.arange(n_topics), 20))
    texts = rng.choice(words, (n_texts, 4), p=weights / weights.sum())
    return space, [" ".join(row) for row in texts]


def test_threshold_is_passed_by_the_asked_share_of_random_pairs() -> None:
    space, texts = random_world(400, 60)
    rate = 0.02
    threshold = calibrate_threshold(space, texts, rate, seed=0)
    assert LOWEST_THRESHOLD < threshold < HIGHEST_THRESHOLD
    everything = match_texts(space, sorted(set(texts)), 0.0, top=60)
    best = everything.groupby("text")["similarity"].transform("max")
    random = everything[everything["similarity"] < module.NEAR_TIE * best]
    distinct = normal_forms(sorted(set(texts)))
    pairs = len(set(distinct)) * 60
    passed = random.assign(normal=[distinct[i] for i in random["text"]])
    passed = passed.drop_duplicates(["normal", "topic"])
    assert (passed["similarity"] >= threshold).sum() <= rate * pairs
    assert (passed["similarity"] >= threshold).sum() >= 0.9 * rate * (pairs - len(everything))


def test_threshold_ignores_order_and_repetition() -> None:
    space, texts = random_world(300, 40)
    once = calibrate_threshold(space, texts, 0.01, seed=3)
    assert calibrate_threshold(space, texts[::-1] + texts[:100], 0.01, seed=3) == once


def test_threshold_on_many_texts_is_drawn_by_the_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CALIBRATION_TEXTS", 100)
    space, texts = random_world(400, 40)
    found = [calibrate_threshold(space, texts, 0.02, seed) for seed in (0, 0, 1)]
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_blocks_do_not_change_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    space, texts = random_world(200, 40)
    whole = match_texts(space, texts, 0.2)
    monkeypatch.setattr("smo.text.similarity.BLOCK_CELLS", 500)
    assert match_texts(space, texts, 0.2).equals(whole)


def test_large_topics_keep_their_shortest_keywords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_MEMBERS", 4)
    normals = ["bag", "bag red big", "bag blue", "hat", "hat wool warm", "mug tea hot", "mug"]
    space = fit_space(normals, [0, 0, 0, 1, 1, 2, 2])
    assert np.bincount(space.owners).tolist() == [2, 1, 1]
    assert match_texts(space, ["hat", "mug"], 0.7, top=1)["topic"].tolist() == [1, 2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=8), st.lists(st.text(max_size=12), max_size=8))
def test_any_text_gives_similarities_between_zero_and_one(
    keywords: list[str], texts: list[str]
) -> None:
    space = fit_space(normal_forms(keywords), range(len(keywords)))
    found = match_texts(space, texts, 0.0)
    assert found["similarity"].between(0, 1 + 1e-9).all()
    assert found.groupby("text").size().le(3).all()
