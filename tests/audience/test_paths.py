"""Flows, dead ends and topics out of reach, on a small site drawn by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from smo.audience import find_unreachable, trace_paths
from smo.errors import SmoError
from smo.tables import SCORES

HOST = "https://a.example"


def clicks() -> pd.DataFrame:
    """Home leads to ropes, ropes to knots, knots nowhere; tents lead only home."""
    rows = [
        ("1", "/", "menu", "/ropes", 50, 0),
        ("2", "/ropes", "card", "https://www.a.example/knots/", 20, 4),
        ("3", "/knots", "picture", None, 9, 9), ("4", "/tents", "logo", "/", 3, 0),
        ("5", "/knots", "top", "/knots#top", 2, 0),
    ]  # fmt: skip
    names = ["click_id", "page", "element", "target", "clicks", "dead_clicks"]
    table = pd.DataFrame(rows, columns=names).assign(segment="all", kind="link", text="words")
    return table.assign(page=HOST + table["page"])


def matches() -> pd.DataFrame:
    taps = clicks().drop(columns="dead_clicks").assign(via="text", furniture=False)
    one = taps.assign(topic=pd.array([1, 1, None, None, None], dtype="Int64"), share=1.0)
    half = one.iloc[[1]].assign(topic=2, share=0.25, clicks=5)
    one.loc[1, ["share", "clicks"]] = [0.75, 15]
    return pd.concat([one, half])


def test_flows_keep_the_clicks_and_know_dead_ends() -> None:
    found = trace_paths(matches(), clicks=clicks())
    assert found["clicks"].sum() == 84
    assert found["dead_clicks"].sum() == 13
    ends = found.set_index(["element", "topic"])
    assert not ends.loc[("menu", 1), "dead_end"]
    assert ends.loc[("card", 2), ["clicks", "dead_clicks"]].tolist() == [5.0, 1.0]
    knots = found[found["element"] == "card"]
    assert knots["dead_end"].all()
    assert found.loc[found["element"] == "picture", ["on_map", "dead_end"]].isna().all(axis=None)
    again = trace_paths(matches().iloc[::-1], clicks=clicks().iloc[::-1])
    pd.testing.assert_frame_equal(found, again)


def test_topics_out_of_reach_are_named_first() -> None:
    serving = [[f"{HOST}/"], [f"{HOST}/knots"], [f"{HOST}/tents"], [f"{HOST}/maps"]]
    scores = pd.DataFrame({"topic": range(4), "serving": serving}).assign(
        **{name: 1 for name in SCORES.required if name not in ("topic", "serving")}
    )
    scores = scores.assign(segment="all", label=["home", "knots", "tents", "maps"])
    words = pd.DataFrame(
        {"segment": "all", "keyword": ["a", "b"], "impressions": 1, "page": [f"{HOST}/", None]}
    )
    found = find_unreachable(scores, clicks=clicks(), keywords=words)
    assert found["label"].tolist() == ["tents", "knots", "home"]
    assert found["steps"].fillna(-1).tolist() == [-1, 2, 0]
    nowhere = find_unreachable(scores, clicks=clicks(), keywords=words.assign(page=None))
    assert nowhere.empty


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(SmoError, match="trace_paths"):
        trace_paths("matches", clicks=clicks())
    with pytest.raises(SmoError, match="find_unreachable"):
        find_unreachable(3, clicks=clicks(), keywords=clicks())
