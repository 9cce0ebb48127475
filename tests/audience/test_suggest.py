"""Candidate segments: found where people want different things, not where they do not."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.audience import suggest_segments

FOLDERS = ("shop", "blog")


def site(seed: int, *, apart: float = 0.0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two folders, two devices, ten topics. `apart`: how far the folders' wishes differ.

    Half of the forms are searched on both devices, and these lie in the first topics.
    """
    draw = np.random.default_rng(seed)
    topic = draw.integers(0, 10, 300)
    lean = 0.5 + apart * np.where(topic < 5, 0.5, -0.5)
    folder = np.where(draw.random(300) < lean, FOLDERS[0], FOLDERS[1])
    both = draw.random(300) < np.where(topic < 5, 0.8, 0.2)
    mobile = draw.random(300) < 0.7
    rows = []
    for i in range(300):
        devices = ("mobile", "desktop") if both[i] else ("mobile" if mobile[i] else "desktop",)
        rows += [(f"word{i}", f"https://a.example/{folder[i]}/p", d, topic[i]) for d in devices]
    words = pd.DataFrame(rows, columns=["keyword", "page", "device", "topic"]).assign(
        segment="all", impressions=5.0
    )
    placed = words.drop_duplicates("keyword").assign(
        normal=lambda t: t["keyword"], pillar=0, pillar_label="p", membership=1.0,
        label=lambda t: "topic " + t["topic"].astype(str),
    )  # fmt: skip
    return words.drop(columns="topic"), placed


def test_nothing_is_suggested_where_nobody_differs() -> None:
    """Also where popular forms lie in some topics: 5 % nominal in 200 runs, at most 9 %."""
    runs = [suggest_segments(words, topics=topics) for words, topics in map(site, range(200))]
    for column in ("device", "folder"):
        p = [run.loc[run["column"] == column, "p"].iloc[0] for run in runs]
        assert np.mean(np.array(p) <= 0.05) <= 0.09


def test_folders_that_differ_are_found_and_told_apart() -> None:
    words, topics = site(1, apart=0.8)
    found = suggest_segments(words, topics=topics)
    assert found["column"].iloc[0] == "folder"
    own = found[found["column"] == "folder"].set_index("value")
    assert (own["q"] <= 0.05).all()
    assert set(own.index) == {"/shop/*", "/blog/*"}
    shop = set(own.loc["/shop/*", "values"].split(", "))
    assert shop <= {f"topic {i}" for i in range(5)}
    assert own["impressions_share"].sum() == 1.0
    mixed = suggest_segments(words.sample(frac=1, random_state=0), topics=topics.iloc[::-1])
    pd.testing.assert_frame_equal(found, mixed)


def test_small_values_and_lone_values_are_no_candidates() -> None:
    words, topics = site(2)
    few = words.assign(device="mobile", page=pd.NA, country=["a"] * 29 + ["b"] * (len(words) - 29))
    assert suggest_segments(few, topics=topics).empty
