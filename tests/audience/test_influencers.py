"""Who is listened to: PageRank against exact solutions, planted influencers, intervals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.audience import mentions_from_clicks, rank_influencers
from smo.audience.influencers import DAMPING, page_rank
from smo.errors import SmoError


def graph(seed: int, n: int = 40, m: int = 90) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Edges with weights, some parallel; a quarter of the nodes point at nobody."""
    draw = np.random.default_rng(seed)
    return draw.integers(0, 3 * n // 4, m), draw.integers(0, n, m), draw.uniform(0.1, 5, m)


@pytest.mark.parametrize("seed", range(10))
def test_page_rank_solves_its_equation(seed: int) -> None:
    sources, targets, weights = graph(seed)
    n = 40
    flow = np.zeros((n, n))
    np.add.at(flow, (targets, sources), weights)
    restart = np.random.default_rng(seed).dirichlet(np.ones(n)) if seed % 2 else np.full(n, 1 / n)
    out = flow.sum(axis=0)
    flow = np.where(out > 0, flow / np.where(out > 0, out, 1), restart[:, None])
    exact = np.linalg.solve(np.eye(n) - DAMPING * flow, (1 - DAMPING) * restart)
    found = page_rank((sources, targets, weights), n, restart=restart)
    assert found == pytest.approx(exact, abs=1e-8)


@pytest.mark.parametrize("seed", range(10))
def test_page_rank_is_that_of_networkx(seed: int) -> None:
    networkx = pytest.importorskip("networkx")
    sources, targets, weights = graph(seed)
    peer = networkx.DiGraph()
    peer.add_nodes_from(range(40))
    for source, target, weight in zip(sources, targets, weights, strict=True):
        old = peer.get_edge_data(source, target, {"weight": 0.0})["weight"]
        peer.add_edge(source, target, weight=old + weight)
    want = networkx.pagerank(peer, alpha=DAMPING, tol=1e-12, max_iter=500)
    found = page_rank((sources, targets, weights), 40)
    assert found == pytest.approx([want[i] for i in range(40)], abs=1e-8)


def planted(seed: int = 0) -> pd.DataFrame:
    """Three topics; each has one account that half of its mentions are of."""
    draw = np.random.default_rng(seed)
    rows = []
    for topic in ("ropes", "tents", "stoves"):
        for _ in range(150):
            star = draw.random() < 0.5
            target = f"star of {topic}" if star else f"user{draw.integers(60)}"
            segment = draw.choice(["buyers", "readers"])
            rows.append((segment, topic, f"user{draw.integers(60)}", target))
    return pd.DataFrame(rows, columns=["segment", "topic", "source", "target"])


def test_planted_influencers_lead_their_topics() -> None:
    found = rank_influencers(planted())
    first = found[found["rank"] == 1].set_index(["segment", "topic"])
    for segment in ("all", "buyers", "readers"):
        for topic in ("ropes", "tents", "stoves"):
            row = first.loc[(segment, topic)]
            assert row["name"] == f"star of {topic}"
            assert row["p_top"] == 1.0
            assert row["values"] == topic
    whole = found[(found["segment"] == "all") & (found["topic"] == "all")]
    assert set(whole["name"].head(3)) == {"star of ropes", "star of tents", "star of stoves"}
    assert whole["values"].iloc[5:].isna().all()
    assert (found["score_low"] <= found["score"]).all()
    assert (found["score"] <= found["score_high"]).all()


def test_order_and_weights_of_rows_change_nothing() -> None:
    rows = planted()
    one = rank_influencers(rows)
    two = rank_influencers(rows.sample(frac=1, random_state=3))
    pd.testing.assert_frame_equal(one, two)
    keys = ["segment", "topic", "source", "target"]
    summed = rows.assign(weight=1.0).groupby(keys, as_index=False)["weight"].sum()
    pd.testing.assert_frame_equal(one, rank_influencers(summed))


def test_intervals_narrow_with_more_mentions() -> None:
    rows = planted()
    few = rank_influencers(rows).iloc[0]
    many = rank_influencers(rows.assign(weight=25.0)).iloc[0]
    assert many["score_high"] - many["score_low"] < 0.4 * (few["score_high"] - few["score_low"])


def test_senders_are_ranked_by_topic() -> None:
    clicks = pd.DataFrame(
        {"segment": "all", "page": ["/a", "/a", "/b"], "element": list("xyz"), "kind": "post",
         "clicks": [5, 50, 3], "channel": ["mail", "forum", None], "campaign": [None, None, "may"],
         "click_id": ["1", "2", "3"]}
    )  # fmt: skip
    matches = pd.DataFrame(
        {"click_id": ["1", "2", "2"], "segment": "all", "topic": [4, 4, 5], "share": [1, 0.5, 0.5],
         "clicks": [5, 25, 25], "via": "text", "furniture": False}
    )  # fmt: skip
    told = mentions_from_clicks(clicks, matches=matches)
    assert told["weight"].sum() == 58
    found = rank_influencers(told)
    own = found[found["topic"] == "4"].set_index("name")["mentions"].to_dict()
    assert own == {"forum": 25.0, "mail": 5.0, "/a": 0.0}


@pytest.mark.parametrize(
    ("table", "wrong", "match"),
    [
        (pd.DataFrame({"source": ["a"], "target": ["a"]}), {}, "nobody mentions anybody else"),
        (pd.DataFrame({"source": ["a"]}), {}, "no column 'target'"),
        (planted(), {"n": 0}, "'n' must be a whole number"),
        (planted(), {"interval": 1.0}, "'interval' must be a number inside"),
        (planted().assign(weight=-1), {}, "below 0"),
    ],
)
def test_wrong_input_is_refused(table: pd.DataFrame, wrong: dict[str, object], match: str) -> None:
    with pytest.raises(SmoError, match=match):
        rank_influencers(table, **wrong)  # type: ignore[arg-type]


def test_clicks_without_senders_are_refused() -> None:
    clicks = pd.DataFrame(
        {"segment": ["a"], "page": "/", "element": "e", "kind": "link", "clicks": 1}
    )
    with pytest.raises(SmoError, match="no clicked row has a channel or a campaign"):
        mentions_from_clicks(clicks)


def test_a_utm_source_of_the_page_is_a_sender() -> None:
    pages = ["https://a.example/?utm_source=mail", "https://a.example/b"]
    clicks = pd.DataFrame({"page": pages, "element": ["x", "y"], "clicks": 4})
    clicks = clicks.assign(segment="all", kind="element")
    assert mentions_from_clicks(clicks)["target"].tolist() == ["mail"]


def test_topics_of_senders_have_their_names() -> None:
    clicks = pd.DataFrame({"click_id": ["1"], "segment": "all", "page": "/a", "element": "x",
                           "kind": "post", "clicks": 4, "channel": "mail"})  # fmt: skip
    met = clicks.assign(topic=3, share=1.0, via="text", furniture=False)
    topics = pd.DataFrame({"keyword": ["rope", "tent"], "topic": [3, 4], "label": "ropes"})
    topics = topics.assign(normal=topics["keyword"], segment="all", pillar=0, pillar_label="p",
                           membership=1.0)  # fmt: skip
    named = mentions_from_clicks(clicks, matches=met, topics=topics.head(1))
    assert named["topic"].tolist() == ["ropes"]
    assert mentions_from_clicks(clicks, matches=met, topics=topics)["topic"].tolist() == [
        "ropes (3)"
    ]
