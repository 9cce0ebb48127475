"""What must not change a plan: order, splitting, names of segments, segments without anybody.

One small world with everything in it: two segments, queries with pages and devices, a click map
with exposure, dead and rage clicks, shared rows. Each test changes the export and not its meaning.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

import smo
from smo.plan import TABLES

THINGS = (
    "rope", "tent", "boots", "stove", "lamp", "map", "knife", "bottle", "jacket", "socks",
    "sled", "kayak",
)  # fmt: skip
KINDS = ("red", "cheap", "light", "winter", "best", "small", "old", "blue")
SETTINGS = smo.Settings(n_proposals=8, null_worlds=1, brand=(), languages=("en",))
SAID = ("proposals", "scores", "topics", "matches", "coverage", "diagnostics", "dialect", "scent")

Frames = tuple[pd.DataFrame, pd.DataFrame]


def page(thing: str, part: int = 0) -> str:
    return f"https://camp.example/{thing}/{part}"


def _keywords(draw: np.random.RandomState) -> pd.DataFrame:
    rows = []
    for segment in ("buyers", "readers"):
        for n, thing in enumerate(THINGS):
            for m, kind in enumerate(KINDS[: 8 if segment == "buyers" else 6]):
                for part in range(1 + (m % 2)):
                    shown = 2 * int(100 + draw.poisson(200))
                    rank = 1.5 + m / 2
                    weak = 0.3 if n == 3 else 1.0
                    clicks = 2 * int(draw.binomial(shown // 2, weak * 0.3 / rank))
                    if m == 5:  # an export that keeps rows without a click
                        shown, clicks = 6, 0
                    device = "mobile" if m % 3 else "desktop"
                    text = f"{kind} {thing}"
                    rows.append((segment, text, page(thing, part), device, shown, clicks, rank))
    names = ["segment", "keyword", "page", "device", "impressions", "clicks", "position"]
    return pd.DataFrame(rows, columns=names).assign(period_days=28.0, source="s")


def _clicks(draw: np.random.RandomState) -> pd.DataFrame:
    rows = []
    for segment in ("buyers", "readers", "everybody"):
        for n, thing in enumerate(THINGS):
            for m, other in enumerate((thing, THINGS[(n + 1) % 12], THINGS[(n + 5) % 12])):
                seen = 2 * int(300 + draw.poisson(100))
                clicks = 2 * int(draw.binomial(seen // 2, 0.1))
                dead = 2 * int(draw.binomial(clicks // 2, 0.5 if n == 5 else 0.04))
                rows.append((segment, page(thing), f"e{m}", "element", clicks, f"see {other}", seen,
                             clicks, dead))  # fmt: skip
    names = ["segment", "page", "element", "kind", "clicks", "text", "exposed",
             "clicked_pageviews", "dead_clicks"]  # fmt: skip
    return pd.DataFrame(rows, columns=names).assign(period_days=28.0, source="m")


def plan_of(frames: Frames) -> smo.TopicPlan:
    clusterer = smo.KeywordClusterer(n_topics=12)
    return smo.analyze(frames[0], frames[1], clusterer=clusterer, settings=SETTINGS)


@pytest.fixture(scope="module")
def frames() -> Frames:
    draw = np.random.RandomState(7)
    return _keywords(draw), _clicks(draw)


@pytest.fixture(scope="module")
def plain(frames: Frames) -> smo.TopicPlan:
    return plan_of(frames)


def same(
    left: smo.TopicPlan, right: smo.TopicPlan, change: Callable[[pd.DataFrame], pd.DataFrame],
    *, but: tuple[str, ...] = (), names: tuple[str, ...] = SAID,
) -> None:  # fmt: skip
    """Compare the tables of two plans, those of the first changed, to nine digits."""
    for name in names:
        tables = [change(getattr(left, name)), getattr(right, name)]
        key = list(TABLES[name].key)
        told = [
            table.drop(columns=[column for column in but if column in table.columns])
            .sort_values(key, kind="stable")
            .reset_index(drop=True)
            for table in tables
        ]
        pd.testing.assert_frame_equal(*told, rtol=1e-7, atol=1e-9, obj=name)


def unchanged(table: pd.DataFrame) -> pd.DataFrame:
    return table


def test_the_world_says_something(plain: smo.TopicPlan) -> None:
    assert {"fix", "improve"} <= set(plain.scores["action"])
    assert (plain.scores["verdict"] == "act").any()
    assert plain.scores["consolidate_verdict"].notna().any()
    assert plain.scores["failed_rate"].notna().all()
    assert len(plain.scent)
    assert plain.scores["potential"].notna().any()


def test_order_of_rows(frames: Frames, plain: smo.TopicPlan) -> None:
    mixed = tuple(frame.sample(frac=1.0, random_state=3) for frame in frames)
    other = plan_of((mixed[0], mixed[1]))
    for name in SAID:
        pd.testing.assert_frame_equal(
            getattr(plain, name), getattr(other, name), check_exact=True, obj=name
        )
    assert other.to_markdown() == plain.to_markdown()


def _halves(frame: pd.DataFrame, counts: list[str]) -> list[pd.DataFrame]:
    return [frame.assign(**{name: frame[name] / 2 for name in counts})] * 2


def test_click_rows_split_in_two(frames: Frames, plain: smo.TopicPlan) -> None:
    counts = ["clicks", "exposed", "clicked_pageviews", "dead_clicks"]
    same(plain, plan_of((frames[0], pd.concat(_halves(frames[1], counts)))), unchanged)


def test_keyword_rows_split_by_days(frames: Frames, plain: smo.TopicPlan) -> None:
    first, second = _halves(frames[0], ["impressions", "clicks"])
    days = pd.concat([first.assign(date="2024-03-01"), second.assign(date="2024-03-02")])
    same(plain, plan_of((days, frames[1])), unchanged)


def test_segments_renamed_and_turned(frames: Frames, plain: smo.TopicPlan) -> None:
    names = {"buyers": "z", "readers": "b"}
    renamed = [frame.assign(segment=frame["segment"].replace(names)) for frame in frames]

    def change(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(segment=table["segment"].replace(names))

    same(plain, plan_of((renamed[0], renamed[1])), change, but=("click_id", "evidence"),
         names=tuple(name for name in SAID if name != "matches"))  # fmt: skip


def test_a_segment_that_nobody_is_in(frames: Frames, plain: smo.TopicPlan) -> None:
    both = frames[0][frames[0]["keyword"] == "red rope"].head(1)
    nobody = both.assign(segment="zero", impressions=0.0, clicks=0.0)
    other = plan_of((pd.concat([frames[0], nobody]), frames[1]))
    for name in ("proposals", "scores", "dialect", "scent"):
        left, right = getattr(plain, name), getattr(other, name)
        right = right[right["segment"] != "zero"].reset_index(drop=True)
        pd.testing.assert_frame_equal(left, right, rtol=1e-7, atol=1e-9, obj=name)
    zero = other.scores[other.scores["segment"] == "zero"]
    assert (zero["demand"] == 0).all()
    assert (zero["verdict"] != "act").all()


def test_twice_the_counts_in_twice_the_days_is_the_same_demand(
    frames: Frames, plain: smo.TopicPlan
) -> None:
    words = frames[0]
    longer = words.assign(
        impressions=words["impressions"] * 2, clicks=words["clicks"] * 2, period_days=56.0
    )
    found = plan_of((longer, frames[1])).scores
    for name in ("segment", "topic", "label", "demand", "demand_share", "ctr", "position"):
        pd.testing.assert_series_equal(plain.scores[name], found[name], rtol=1e-9)


def test_scaled_volumes_scale_demand_and_nothing_else(frames: Frames) -> None:
    volumes = frames[0].drop_duplicates(["segment", "keyword"])[["segment", "keyword"]]
    volumes = volumes.assign(volume=np.arange(1, len(volumes) + 1) * 8)
    small, large = (
        plan_of((volumes.assign(volume=volumes["volume"] * k), frames[1])) for k in (1, 1000)
    )
    sizes = ["demand", "demand_low", "demand_high"]

    def grown(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(**{name: table[name] * 1000 for name in sizes if name in table.columns})

    same(small, large, grown, names=("scores", "topics", "dialect", "scent", "matches"))
    ranks = ["segment", "rank", "topic", "action", "verdict", "elements"]
    pd.testing.assert_frame_equal(small.proposals[ranks], large.proposals[ranks])
