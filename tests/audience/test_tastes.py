"""What segments value: planted habits are found, and none where there are none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.audience import segment_values
from smo.errors import SmoError

SEGMENTS = ("buyers", "readers")


def words(seed: int, *, apart: float = 0.0) -> pd.DataFrame:
    """Topics tables of two segments, five pillars and two intents."""
    draw = np.random.default_rng(seed)
    parts = []
    for place, segment in enumerate(SEGMENTS):
        lean = np.full(5, 0.2)
        lean[place] += apart
        pillar = draw.choice(5, 200, p=lean / lean.sum())
        buys = draw.random(200) < 0.5 + apart * (0.5 - place)
        forms = [f"{segment}{i}" for i in range(200)]
        parts.append(
            pd.DataFrame(
                {"segment": segment, "keyword": forms, "normal": forms, "topic": pillar,
                 "pillar": pillar, "label": "x", "pillar_label": [f"p{n}" for n in pillar],
                 "membership": 1.0, "intent": np.where(buys, "transactional", "informational")}
            )
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def taps(seed: int, *, apart: float = 0.0, days: int = 28) -> pd.DataFrame:
    """Clicks of 40 elements an hour of days: crowds that come and go, and hours that differ."""
    draw = np.random.default_rng(seed)
    rows = []
    for place, segment in enumerate(SEGMENTS):
        for day in pd.date_range("2025-01-06", periods=days):
            for hour in range(0, 24, 3):
                crowd = draw.gamma(2.0, 20.0)
                usual = 1.0 + apart * 4 * (hour == (9 if place else 21))
                usual *= 1.0 + apart * 4 * (place == 0 and day.day_of_week == 6)
                rows.append((segment, day + pd.Timedelta(hours=hour), draw.poisson(crowd * usual)))
    frame = pd.DataFrame(rows, columns=["segment", "date", "clicks"])
    element = draw.integers(0, 40, len(frame))
    few = frame["segment"].eq("readers").to_numpy()
    mail = element < np.where(few, 8, 32) if apart else draw.random(len(frame)) < 0.5
    # by the element alone: what an element is does not change from click to click
    button = element < np.where(few, 32, 8) if apart else element % 2 == 0
    return frame.assign(
        page="https://a.example/", element=[f"e{n}" for n in element], kind="element",
        role=np.where(button, "button", "link"), channel=np.where(mail, "mail", "x"),
    )  # fmt: skip


def told(table: pd.DataFrame, kind: str) -> dict[str, list[str]]:
    own = table[(table["kind"] == kind) & table["distinct"]]
    return {str(s): part["value"].tolist() for s, part in own.groupby("segment")}


def test_planted_habits_are_found() -> None:
    found = segment_values(words(1, apart=0.5), clicks=taps(1, apart=1.0))
    assert told(found, "pillar") == {"buyers": ["p0"], "readers": ["p1"]}
    assert told(found, "intent") == {"buyers": ["transactional"], "readers": ["informational"]}
    assert told(found, "format") == {"buyers": ["link"], "readers": ["button"]}
    assert told(found, "channel") == {"buyers": ["mail"], "readers": ["x"]}
    hours = told(found, "hour")
    assert (hours["buyers"][0], hours["readers"][0]) == ("21", "09")
    assert "weekday" not in set(found["kind"])  # four weeks tell of none
    mixed = segment_values(
        words(1, apart=0.5).sample(frac=1, random_state=0), clicks=taps(1, apart=1.0).iloc[::-1]
    )
    pd.testing.assert_frame_equal(found, mixed)


def test_nothing_is_told_where_nobody_differs() -> None:
    """At a false discovery rate of 5 % a kind says anything in few of 40 worlds, crowds or not."""
    runs = [segment_values(words(seed), clicks=taps(seed)) for seed in range(40)]
    for kind in ("pillar", "intent", "format", "channel", "hour"):
        assert all(kind in set(run["kind"]) for run in runs)
        loud = np.mean([bool(told(run, kind)) for run in runs])
        assert loud <= 0.15, kind


def test_eight_weeks_tell_no_weekday_where_nobody_differs() -> None:
    """Of 240 worlds 7 % say anything, where a normal in place of Welch's t said it in 14 %."""
    bare = words(0)
    runs = [segment_values(bare, clicks=taps(seed, days=56)) for seed in range(100)]
    assert all("weekday" in set(run["kind"]) for run in runs)
    assert np.mean([bool(told(run, "weekday")) for run in runs]) <= 0.15


def test_days_alone_tell_weekdays_and_no_hours() -> None:
    months = [taps(seed, apart=1.0) for seed in range(3)]
    for n, month in enumerate(months):
        month["date"] = month["date"].dt.normalize() + pd.Timedelta(days=28 * n)
    weeks = pd.concat(months)
    found = segment_values(words(0), clicks=weeks)
    assert "hour" not in set(found["kind"])
    assert told(found, "weekday")["buyers"] == ["Sun"]


def test_what_is_clicked_is_its_kind_where_no_role_is_told() -> None:
    bare = taps(1, apart=1.0).assign(role=pd.NA)
    bare["kind"] = np.where(bare["segment"] == "buyers", "post", "link")
    found = segment_values(words(0), clicks=bare)
    assert told(found, "format") == {"buyers": ["post"], "readers": ["link"]}


def test_counts_of_weeks_tell_no_hours_and_no_weekdays() -> None:
    """The day of such a row is where its week begins, which says nothing of habits."""
    weekly = taps(1, apart=1.0, days=56).assign(period_days=7.0)
    found = segment_values(words(0), clicks=weekly)
    assert set(found["kind"]) == {"pillar", "intent", "format", "channel"}
    daily = segment_values(words(0), clicks=weekly.assign(period_days=1.0))
    assert set(daily["kind"]) - set(found["kind"]) == {"hour", "weekday"}


def test_one_segment_values_nothing_beside_itself() -> None:
    own = words(0, apart=0.5).query("segment == 'buyers'")
    assert segment_values(own).empty


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(SmoError, match="segment_values: expected a table, got int"):
        segment_values(3)
