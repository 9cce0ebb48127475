"""Segments by rules inside a plan: accounts, demand, notes and what is said of them."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo

# Nothing here speaks of verdicts: no worlds are simulated for their rate of false alarms.
QUIET = smo.Settings(null_worlds=0)
RULES = {"buyers": {"page": "/shop/*"}, "readers": {"page": "/magazine/*"}}
quick = settings(max_examples=10, deadline=None, derandomize=True)


def _csv(rows: pd.DataFrame) -> bytes:
    return rows.to_csv(index=False).encode()


def _words() -> pd.DataFrame:
    """Return query x page x device rows: "rope" is shown by both parts of the site."""
    rows = [
        ("red rope", "https://acme.example/shop/ropes", "MOBILE", 5, 100, 2.0),
        ("red rope", "https://acme.example/shop/ropes", "DESKTOP", 2, 50, 3.0),
        ("red rope", "https://acme.example/magazine/ropes", "MOBILE", 1, 30, 8.0),
        ("tie a knot", "https://acme.example/magazine/knots", "MOBILE", 9, 200, 4.0),
        ("tent", "https://acme.example/about", "DESKTOP", 0, 20, 9.0),
    ]
    names = ["query", "page", "device", "clicks", "impressions", "position"]
    return pd.DataFrame(rows, columns=names)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> smo.TopicPlan:
    path = tmp_path_factory.mktemp("read") / "rows.csv"
    path.write_bytes(_csv(_words()))
    words = smo.read_keywords(path)
    clusterer = smo.KeywordClusterer(n_topics=3)
    return smo.analyze(smo.assign_segments(words, RULES), clusterer=clusterer, settings=QUIET)


def test_a_keyword_of_two_pages_counts_in_each_segment_with_its_own_rows(
    plan: smo.TopicPlan,
) -> None:
    found = plan.topics.merge(plan.scores, on=["segment", "topic"])
    rope = found[found["keyword"] == "red rope"].set_index("segment")["demand"]
    assert rope.to_dict() == {"buyers": 150.0, "readers": 30.0}
    assert plan.scores["demand"].sum() == _words()["impressions"].sum()


def test_the_read_says_what_the_rules_decided(plan: smo.TopicPlan) -> None:
    read = plan.reads.iloc[0]
    assert read["segment"] == "buyers, readers, unassigned"
    assert (
        "segments by rules on page: buyers 2 rows, 7 clicks, 150 impressions; readers 2 rows, "
        "10 clicks, 230 impressions; in none (unassigned) 1 row, 0 clicks, 20 impressions"
    ) in read["notes"]


def test_the_diagnostics_say_how_segments_were_made(plan: smo.TopicPlan) -> None:
    told = plan.diagnostics.set_index(["segment", "code"])["message"]
    assert told["buyers", "segment_by"] == "The segment is defined by rules on: page."
    assert "Keyword rows that no rule took: 1 (20% of all)." in told["unassigned", "no_segment"]
    assert "defined by rules on: page" in plan.to_markdown()


def test_a_saved_plan_keeps_what_made_the_segments(plan: smo.TopicPlan, tmp_path: object) -> None:
    loaded = smo.load_plan(plan.save(f"{tmp_path}/plan"))
    assert loaded.keywords["segment_by"].tolist() == ["page"] * 5


def test_segments_named_by_hand_are_not_told_as_made_by_rules() -> None:
    words = _words().rename(columns={"query": "keyword"}).assign(segment="buyers")
    hand = smo.analyze(words, settings=QUIET)
    assert not {"segment_by", "no_segment"} & set(hand.diagnostics["code"])


clicks_of = st.lists(
    st.tuples(
        st.sampled_from(["/shop/ropes", "/magazine/knots", "/about", "/"]),
        st.sampled_from(["Red rope", "Tie a knot", "Sign in", "Tents"]),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:2],
)


@quick
@given(clicks_of)
def test_clicks_in_no_segment_speak_in_all_and_count_once(rows: list[tuple[str, str, int]]) -> None:
    clicks = pd.DataFrame(rows, columns=["page", "text", "clicks"])
    clicks = clicks.assign(element=clicks["text"], kind="element")
    clicks["page"] = "https://acme.example" + clicks["page"]
    words = smo.assign_segments(_words().rename(columns={"query": "keyword"}), RULES)
    taps = smo.assign_segments(clicks, RULES)
    found = smo.analyze(words, taps, settings=QUIET)
    read, told = (t.groupby("segment")["clicks"].sum().to_dict() for t in (taps, found.matches))
    assert told == pytest.approx({name: float(total) for name, total in read.items()})
    assert found.matches["clicks"].sum() == pytest.approx(clicks["clicks"].sum())
    said = found.diagnostics[found.diagnostics["code"] == "clicks_shared"]
    assert said["value"].tolist() == ([read["shared"]] if "shared" in read else [])
    assert "segment_unknown" not in set(found.diagnostics["code"])


def test_shared_clicks_meet_the_topics_of_every_segment() -> None:
    words = smo.assign_segments(_words().rename(columns={"query": "keyword"}), RULES)
    clicks = pd.DataFrame(
        {"page": "https://acme.example/", "element": ["a", "b"], "kind": "element",
         "text": ["Red rope", "Tie a knot"], "clicks": [40, 60]}
    )  # fmt: skip
    clusterer = smo.KeywordClusterer(n_topics=3)
    found = smo.analyze(
        words, smo.assign_segments(clicks, RULES), clusterer=clusterer, settings=QUIET
    )
    assert set(found.matches["segment"]) == {"shared"}
    assert set(found.matches["via"]) == {"text"}
    topics = found.topics.set_index(["segment", "keyword"])["topic"]
    on_map = found.scores.set_index(["segment", "topic"])["map_clicks"]
    for segment in ("buyers", "readers"):
        assert on_map[segment, topics[segment, "red rope"]] == 40.0
    assert on_map["readers", topics["readers", "tie a knot"]] == 60.0
