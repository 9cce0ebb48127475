"""What a segment's section shows around its proposals, each part from the columns it names."""

from __future__ import annotations

import functools

import pandas as pd

from smo.plan import TopicPlan
from smo.report.drill import drill_tables
from smo.report.html import render_html
from smo.report.overview import short_lines, side_by_side
from smo.report.strategy import strategies
from tests.report.handmade import handmade_plan, scores, topics
from tests.report.pages import read_page
from tests.report.test_scent import ROW


@functools.cache
def rich() -> TopicPlan:
    """Return the handmade plan with every column the sections are made of."""
    table = scores()
    table.loc[0, ["dead_rate", "map_clicks", "distinctiveness", "distinctiveness_z",
                  "distinctiveness_q"]] = [0.2, 50.0, 1.5, 4.0, 0.001]  # fmt: skip
    named = topics().assign(intent=["transactional", None], question=[True, False])
    dialect = pd.DataFrame([{"segment": "buyers", "topic": 0, "word": "wellies", "own": 4.0,
                             "rest": 0.0, "delta": 2.0, "z": 3.0, "q": 0.01}])  # fmt: skip
    row = {"click_id": "1", "segment": "buyers", "share": 1.0, "clicks": 7.0, "via": "text",
           "furniture": False, "channel": "telegram"}  # fmt: skip
    taps = {"segment": "buyers", "page": "https://shop.example/", "element": "tile",
            "kind": "element", "clicks": 7.0, "exposed": 70.0, "text": "Boots"}  # fmt: skip
    curve = pd.DataFrame({"n_topics": [2, 3, 4], "silhouette": [0.1, 0.3, 0.2],
                          "chosen": [False, True, False]})  # fmt: skip
    return handmade_plan(
        scores=table, topics=named, dialect=dialect, matches=pd.DataFrame([row]),
        clicks=pd.DataFrame([taps]), curve=curve,
    )  # fmt: skip


def titles(part: tuple[object, ...]) -> list[str]:
    return [table.title for table in part]  # type: ignore[attr-defined]


def test_each_part_is_made_of_its_columns() -> None:
    found = strategies(rich())["buyers"]
    assert titles(found.awareness) == ["Pillars", "Intents told", "Questions typed"]
    assert titles(found.observation) == ["Wanted, not clicked", "Clicks that change nothing"]
    assert titles(found.interaction) == [
        "Most attention", "Channels", "Asked for more than elsewhere", "Dialect",
    ]  # fmt: skip
    assert found.awareness[1].rows == (("to buy", ("50%",)),)
    assert found.awareness[2].rows == (("hiking boots", ("6,200",)),)
    assert found.observation[0].rows == (("hiking boots", ("12,400", "3.1%")),)
    assert found.interaction[1].rows == (("telegram", ("7",)),)
    assert found.interaction[3].rows == (("wellies", ("hiking boots", "4 / 0", "1%")),)
    assert found.hashtags == ("#hikingboots", "#waterproof")
    assert [stop.split(":")[0] for stop in found.stops] == [
        "Improve what is there",
        "Create a page",
    ]


def test_broken_scent_is_a_gap() -> None:
    found = strategies(handmade_plan(scent=pd.DataFrame([ROW])))
    table = found["buyers"].observation[-1]
    assert table.title == "What brings people to a page, and what they click there"
    assert table.heads == ("Page", "Topic", "Brings people", "Clicked there", "Finding")
    assert table.rows[0][0] == "shop.example/|x"
    assert table.rows[0][1][0] == "red rope"
    assert table.title not in titles(found["visitors"].observation)


def test_each_action_proposed_says_when_it_is_done() -> None:
    actions = ("fix", "consolidate", "improve", "create", "share", "explore")
    rows = pd.concat([handmade_plan().proposals.iloc[:1]] * len(actions), ignore_index=True)
    rows = rows.assign(action=actions, topic=range(len(actions)), rank=range(1, len(actions) + 1))
    stops = strategies(handmade_plan(proposals=rows))["buyers"].stops
    assert len(stops) == len(actions)
    assert stops[0].startswith("Repair its elements: its elements fail no more often")


def test_a_part_without_data_is_left_out() -> None:
    plain = strategies(handmade_plan())
    assert plain["buyers"].interaction[0].title == "Most attention"
    assert plain["visitors"].observation == plain["visitors"].interaction == ()
    page = read_page(render_html(handmade_plan())).text
    for words in ("Influence", "Dialect", "Channels", "How many topics"):
        assert words not in page
    page = read_page(render_html(rich())).text
    for words in ("Awareness", "Observation", "Ideation", "Interaction", "Dialect",
                  "How many topics", "Segments side by side", "most clicked pages"):  # fmt: skip
        assert words in page


def test_drill_down_sums_the_rows_of_each_keyword() -> None:
    words = handmade_plan().keywords
    again = words[words["keyword"] == "hiking boots"].assign(
        page="https://shop.example/b/", impressions=3800.0, clicks=70.0, position=2.0
    )
    plan = handmade_plan(keywords=pd.concat([words, again]))
    tables = drill_tables(plan)
    assert set(tables) == {("buyers", 0), ("buyers", 1)}
    boots = tables["buyers", 0]
    assert boots.heads == ("Keyword", "Impressions", "Clicks", "CTR", "Position")
    position = (6200 * 4.2 + 3800 * 2.0) / 10_000
    assert boots.rows == (("hiking boots", ("10,000", "200", "2%", f"{position:.1f}")),)


def test_short_lines_are_five_at_most() -> None:
    codes = ["ctr_judged", "via", "hidden", "prior_weight", "false_alarms"]
    facts = pd.DataFrame(
        [(s, c, 0.1 * n, "", "", "fact") for c in codes for n, s in enumerate("ab", start=1)],
        columns=["segment", "code", "value", "unit", "message", "level"],
    )
    lines = short_lines(facts, 3, "en")
    assert len(lines) == 5
    assert lines[0].startswith("CTR is judged in 2 of 3 segments")
    assert "10% to 20%" in lines[1]
    assert short_lines(facts.iloc[:0], 1, "ru")[1:] == (
        "Клики карты к темам не отнесены.",
        "Сколько показов скрыто в выгрузках, неизвестно.",
    )
    assert short_lines(facts, 0, "en") == ()


def test_segments_side_by_side() -> None:
    plan = handmade_plan()
    grid = side_by_side(plan.scores, plan.proposals, plan.keywords, "en")
    assert grid is not None
    told = dict(grid.rows)
    assert grid.columns == ("buyers", "readers", "visitors")
    assert told["Keywords"] == ("2", "1", "0")
    assert told["Act"] == ("1", "0", "0")
    assert told["First proposals"][1] == "Packing list for two days; Mountain maps"
    skipped = plan.proposals.assign(verdict="skip")
    grid = side_by_side(plan.scores, skipped, plan.keywords, "en")
    assert grid is not None
    own = skipped["segment"].value_counts()
    assert dict(grid.rows)["Skip"] == tuple(str(own.get(name, 0)) for name in grid.columns)
    one = plan.scores[plan.scores["segment"] == "buyers"]
    own = plan.proposals[plan.proposals["segment"] == "buyers"]
    assert side_by_side(one, own, plan.keywords, "en") is None
