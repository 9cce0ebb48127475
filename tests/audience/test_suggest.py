"""Candidate segments: found where people want different things, not where they do not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from smo.audience import suggest_segments
from smo.audience.moments import DAYS

FOLDERS = ("shop", "blog")


TWICE = {"device": "country", "folder": "language"}  # columns of the same kind, drawn again


def site(seed: int, *, apart: float = 0.0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two folders, two devices, ten topics. `apart`: how far the folders' wishes differ.

    Half of the forms are searched on both devices, and these lie in the first topics. Countries
    are drawn as devices are, and languages as folders.
    """
    draw = np.random.default_rng(seed)
    topic = draw.integers(0, 10, 300)
    lean = 0.5 + apart * np.where(topic < 5, 0.5, -0.5)
    folder = np.where(draw.random(300) < lean, *FOLDERS)
    found = [_popular(draw, topic, ("mobile", "desktop"))]
    language = np.where(draw.random(300) < lean, "en", "de")
    found.append(_popular(draw, topic, ("at", "ch")))
    rows = [
        (f"word{i}", f"https://a.example/{folder[i]}/p", device, country, topic[i], language[i])
        for i in range(300)
        for device in found[0][i]
        for country in found[1][i]
    ]
    names = ["keyword", "page", "device", "country", "topic", "language"]
    words = pd.DataFrame(rows, columns=names).assign(segment="all", impressions=5.0)
    placed = words.drop_duplicates("keyword").assign(
        normal=lambda t: t["keyword"], pillar=0, pillar_label="p", membership=1.0,
        label=lambda t: "topic " + t["topic"].astype(str),
    )  # fmt: skip
    return words.drop(columns=["topic", "language"]), placed


def _popular(
    draw: np.random.Generator, topic: np.ndarray[Any, Any], names: tuple[str, str]
) -> list[tuple[str, ...]]:
    """Return where each form is searched: in both, mostly forms of the first topics, or in one."""
    both = draw.random(300) < np.where(topic < 5, 0.8, 0.2)
    first = draw.random(300) < 0.7
    return [names if b else names[:1] if f else names[1:] for b, f in zip(both, first, strict=True)]


def test_nothing_is_suggested_where_nobody_differs() -> None:
    """Also where popular forms lie in some topics: 5 % nominal in 200 runs, at most 9 %.

    Each of 100 sites is two runs, of which each has a column of each kind.
    """
    runs = [suggest_segments(words, topics=topics) for words, topics in map(site, range(100))]
    for column, again in TWICE.items():
        p = [
            run.loc[run["column"] == name, "p"].iloc[0] for run in runs for name in (column, again)
        ]
        assert len(p) == 200
        assert np.mean(np.array(p) <= 0.05) <= 0.09


def test_folders_that_differ_are_found_and_told_apart() -> None:
    words, topics = site(1, apart=0.8)
    found = suggest_segments(words, topics=topics)
    assert set(found["column"].iloc[:4]) == {"folder", "language"}
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
    first = words["keyword"].isin([f"word{i}" for i in range(29)])
    few = words.assign(device="mobile", page=pd.NA, country=np.where(first, "a", "b"))
    assert suggest_segments(few, topics=topics.assign(language="en")).empty


# channels and moments


def visits(seed: int, *, apart: float = 0.0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Clicks on 240 elements of ten topics in eight weeks, every six hours, from two channels.

    `apart`: how far mail, weekends and evenings lean to the first topics. Evenings have three
    times the clicks, popular elements lie in the first topics, and on one Sunday everybody
    clicks elements of topic 9.
    """
    draw = np.random.default_rng(seed)
    topic = draw.integers(0, 10, 240)
    liked = draw.gamma(0.5, np.where(topic < 5, 3.0, 1.0))
    mail = draw.random(240) < 0.5 + apart * np.where(topic < 5, 0.5, -0.5)
    rows = []
    for moment in pd.date_range("2025-01-06", periods=56 * 4, freq="6h"):
        evening, weekend = moment.hour == 18, moment.day_of_week > 4
        lean = 1.0 + 4.0 * apart * (topic < 5) * (evening + weekend)
        if moment.normalize() == pd.Timestamp("2025-02-02"):
            lean = lean + 60.0 * (topic == 9)
        chance = liked * lean / (liked * lean).sum()
        own = np.unique(draw.choice(240, 36 if evening else 12, p=chance))
        rows += [(f"e{i}", topic[i], "mail" if mail[i] else "x", moment) for i in own]
    taps = pd.DataFrame(rows, columns=["element", "topic", "channel", "date"]).assign(
        segment="all", page="https://a.example/", kind="post", clicks=2.0, period_days=1.0,
        click_id=[f"c{n}" for n in range(len(rows))],
    )  # fmt: skip
    met = taps.assign(share=1.0, via="text", furniture=False)
    columns = ["click_id", "segment", "topic", "share", "clicks", "via", "furniture"]
    return taps.drop(columns="topic"), met[columns]


def suggested_by(taps: pd.DataFrame, met: pd.DataFrame) -> pd.DataFrame:
    words, topics = site(0)
    bare = words.drop(columns=["device", "country"]).assign(page=pd.NA).drop_duplicates("keyword")
    topics = topics.drop(columns="language")
    return suggest_segments(bare, topics=topics, clicks=taps, matches=met)


def test_channels_and_moments_that_differ_are_found() -> None:
    taps, met = visits(0, apart=0.9)
    found = suggested_by(taps, met)
    assert set(found["column"]) == {"channel", "weekday", "hours"}
    assert (found["q"] <= 0.05).all()
    own = found.set_index("value")
    assert set(own.loc["mail", "values"].split(", ")) <= {f"topic {i}" for i in range(5)}
    assert set(found.loc[found["column"] == "weekday", "value"]) <= set(DAYS)
    shares = found.groupby("column")["impressions_share"].sum()
    assert shares.tolist() == pytest.approx([1.0] * 3)
    mixed = suggested_by(taps.sample(frac=1, random_state=0), met.iloc[::-1])
    pd.testing.assert_frame_equal(found, mixed)


def test_no_moment_is_suggested_for_one_loud_day_or_busy_evenings() -> None:
    runs = [suggested_by(*visits(seed)) for seed in range(40)]
    for column in ("channel", "weekday", "hours"):
        p = [run.loc[run["column"] == column, "p"].iloc[0] for run in runs]
        assert np.mean(np.array(p) <= 0.05) <= 0.125, column


def test_days_of_few_weeks_and_counts_of_months_tell_no_moment() -> None:
    taps, met = visits(0, apart=0.9)
    early = taps[taps["date"] < "2025-02-10"]  # five weeks
    assert set(suggested_by(early, met)["column"]) == {"channel", "hours"}
    days = taps.assign(date=taps["date"].dt.normalize())
    assert set(suggested_by(days, met)["column"]) == {"channel", "weekday"}
    assert set(suggested_by(taps.assign(period_days=28.0), met)["column"]) == {"channel"}


def test_a_channel_is_told_by_the_address_too() -> None:
    taps, met = visits(0, apart=0.9)
    page = "https://a.example/?utm_source=" + taps["channel"].map({"mail": "email", "x": "x.com"})
    found = suggested_by(taps.assign(page=page, channel=pd.NA), met)
    assert set(found.loc[found["column"] == "channel", "value"]) == {"email", "x"}


def test_days_of_searches_tell_weekdays_first() -> None:
    taps, met = visits(0, apart=0.9)
    words = taps.assign(keyword=taps["element"], impressions=4.0)
    words["date"] = words["date"].dt.normalize()
    words = words.drop_duplicates(["keyword", "date"])[
        ["segment", "keyword", "date", "impressions"]
    ]
    of = (
        met.assign(element=taps["element"]).drop_duplicates("element").set_index("element")["topic"]
    )
    placed = words.drop_duplicates("keyword").assign(
        normal=lambda t: t["keyword"], topic=lambda t: t["keyword"].map(of), pillar=0,
        pillar_label="p", membership=1.0, label=lambda t: "topic " + t["topic"].astype(str),
    )  # fmt: skip
    found = suggest_segments(words, topics=placed)
    assert set(found["column"]) == {"weekday"}
    both = suggest_segments(words, topics=placed, clicks=taps, matches=met)
    own = both[both["column"] == "weekday"].drop(columns="q").reset_index(drop=True)
    pd.testing.assert_frame_equal(own, found.drop(columns="q"))
