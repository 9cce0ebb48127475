from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from smo.checks import check_table
from smo.report.findings import finding_grid, level_views
from smo.tables import COVERAGE, DIAGNOSTICS, SCORES

FEW = "CTR cannot be judged here ({n} clicks): below 100 no weak topic stands out."


def facts(*rows: tuple[str, str, float | None, str, str]) -> pd.DataFrame:
    names = ["segment", "code", "value", "message", "level"]
    return check_table(pd.DataFrame(rows, columns=names).assign(unit=""), DIAGNOSTICS, caller="t")


def few(segment: str, clicks: float) -> tuple[str, str, float, str, str]:
    return segment, "ctr_few_clicks", clicks, FEW.format(n=int(clicks)), "warning"


def said(table: pd.DataFrame, *everyone: str) -> list[tuple[str, str, str]]:
    views = level_views(table, frozenset(everyone), "en")
    return [(view.level_word, one.segments, one.text) for view in views for one in view.sentences]


def cells(table: pd.DataFrame, scores: Any = (), coverage: Any = ()) -> dict[str, tuple[str, ...]]:
    grid = finding_grid(
        table,
        check_table(pd.DataFrame(list(scores), columns=SCORES.names), SCORES, caller="t"),
        check_table(pd.DataFrame(list(coverage), columns=COVERAGE.names), COVERAGE, caller="t"),
        "en",
    )
    assert grid is not None
    return dict(grid.rows)


def test_cautions_come_first_then_next_steps_then_facts() -> None:
    table = facts(
        ("a", "x", None, "A fact.", "fact"),
        ("a", "y", None, "A step.", "cure"),
        ("a", "z", None, "A caution.", "warning"),
    )
    assert said(table, "a") == [
        ("Caution", "", "A caution."), ("Next step", "", "A step."), ("Fact", "", "A fact."),
    ]  # fmt: skip


def test_equal_sentences_are_said_once_with_their_segments() -> None:
    table = facts(few("a", 45), few("b", 45))
    assert said(table, "a", "b", "c") == [("Caution", "a, b", FEW.format(n=45))]
    assert said(table, "a", "b") == [("Caution", "", FEW.format(n=45))]


def test_sentences_that_differ_by_a_number_are_said_once_without_it() -> None:
    sentences = said(facts(few("a", 45), few("b", 60)), "a", "b", "c")
    assert [segments for _, segments, _ in sentences] == ["a, b"]
    assert "(counts in the table)" in sentences[0][2]


def test_differing_sentences_of_an_unknown_code_all_stay() -> None:
    table = facts(("a", "x", 1.0, "One.", "warning"), ("b", "x", 2.0, "Two.", "warning"))
    assert said(table, "a", "b") == [("Caution", "a", "One."), ("Caution", "b", "Two.")]


def test_many_segments_are_counted() -> None:
    table = facts(*(few(f"s{number}", 45) for number in range(9)))
    everyone = [f"s{number}" for number in range(10)]
    assert said(table, *everyone)[0][1] == "s0, s1, s2, s3, s4, s5, and 3 more"


def test_numbers_stand_in_the_table_and_not_in_the_sentences() -> None:
    table = facts(
        ("a", "hidden", 0.35, "35% hidden.", "fact"),
        ("b", "hidden_unknown", None, "Hidden share unknown.", "fact"),
        ("a", "ctr_judged", 16257.0, "CTR is judged.", "fact"),
        few("b", 1),
        ("a", "period", 92.0, "92 days.", "fact"),
    )
    assert [text for _, _, text in said(table, "a", "b")] == [FEW.format(n=1)]
    assert cells(table) == {
        "CTR judged": ("yes, 16,257 clicks", "no, 1 click only"),
        "Impressions of hidden queries": ("35%", "unknown: no totals"),
        "Period of the search counts": ("92 days", "—"),
    }


def test_a_number_that_is_missing_leaves_its_sentence() -> None:
    table = facts(("a", "hidden", None, "Hidden, but how much?", "fact"))
    assert said(table, "a") == [("Fact", "", "Hidden, but how much?")]


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        (facts(), False),
        (facts(("a", "unheard of", 1.0, "Something.", "fact")), False),
        (facts(few("a", 45)), False),
        (facts(few("a", 45), few("b", 60)), True),
        (facts(("a", "furniture", 0.4, "Furniture.", "fact")), True),
    ],
    ids=["nothing", "unknown code", "one caution", "two segments", "a number"],
)
def test_the_table_stands_where_it_tells_more_than_the_sentences(
    table: pd.DataFrame, shown: bool
) -> None:
    nothing = check_table(pd.DataFrame(columns=SCORES.names), SCORES, caller="t")
    links = check_table(pd.DataFrame(columns=COVERAGE.names), COVERAGE, caller="t")
    assert (finding_grid(table, nothing, links, "en") is not None) is shown


def test_verdicts_of_the_tested_and_ways_of_the_joined() -> None:
    plain = {"n_keywords": 1, "demand": 1.0, "demand_kind": "impressions", "label": "x",
             "action": "improve", "demand_share": 0.1}  # fmt: skip
    scores = [
        plain | {"segment": "a", "topic": topic, "effect": effect, "verdict": verdict}
        for topic, (effect, verdict) in enumerate(
            [(0.5, "act"), (0.9, "wait"), (0.8, "wait"), (None, "wait"), (1.2, "skip")]
        )
    ]
    coverage = [
        {"segment": "a", "link": link, "possible": 9, "found": 5, "clicks": 5.0,
         "click_share": share}
        for link, share in [("text - topic", 0.46), ("target - topic", 0.0), ("no topic", 0.41)]
    ]  # fmt: skip
    table = facts(
        ("a", "tested", 4.0, "4 topics tested.", "fact"), ("a", "via", 0.46, "46%.", "fact")
    )
    assert cells(table, scores, coverage) == {
        "All topics tested / to act on / undecided": ("4 / 1 / 2",),
        "Clicks on the map joined to topics": ("46% (text 46%)",),
    }
    assert cells(table)["Clicks on the map joined to topics"] == ("46%",)
