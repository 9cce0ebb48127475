from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from smo.checks import check_table
from smo.report.reads import reads_summary
from smo.report.summary import summary_line
from smo.report.verdicts import segment_note
from smo.tables import CLICKS, DIAGNOSTICS, KEYWORDS, READS, Table
from tests.report.handmade import diagnostics, proposal, reads


def table(spec: Table, *rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(rows) if rows else pd.DataFrame(columns=spec.names)
    return check_table(frame, spec, caller="t")


def keyword(text: str, **given: Any) -> dict[str, Any]:
    return {"segment": "a", "keyword": text, "impressions": 100.0, "clicks": 4.0} | given


def line(keywords: pd.DataFrame, clicks: pd.DataFrame, language: str = "en") -> str:
    own = reads().assign(period_start=pd.Timestamp("2026-03-01"))
    own["period_end"] = pd.Timestamp("2026-05-31")
    return summary_line(1, keywords, clicks, check_table(own, READS, caller="t"), language)


CLICK = {"segment": "a", "page": "https://a.example/", "element": "x", "clicks": 7.0}
MAP = table(CLICKS, CLICK | {"kind": "element"}, CLICK | {"kind": "post", "clicks": 1.0})


def test_what_a_plan_rests_on() -> None:
    words = table(
        KEYWORDS, keyword("red rope"), keyword("rope"), keyword("rope", date="2026-03-02")
    )
    assert line(words, MAP) == (
        "1 segment · 2 keywords · 12 search clicks · 7 clicks on page elements · "
        "1 click on posts · 1 Mar – 31 May 2026"
    )
    assert line(words, MAP, "ru").startswith("1 сегмент · 2 запроса · 12 кликов в поиске · ")


def test_rows_with_pages_are_not_counted_again() -> None:
    paged = {"page": "https://a.example/"}
    both = table(KEYWORDS, keyword("rope"), keyword("rope", **paged))
    assert "4 search clicks" in line(both, MAP)
    assert "4 search clicks" in line(table(KEYWORDS, keyword("rope", **paged)), MAP)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "1 segment · 1 keyword · 4 search clicks"),
        ({"clicks": None}, "1 segment · 1 keyword"),
        ({"period_days": 92.0}, "1 segment · 1 keyword · 4 search clicks · 92 days"),
        ({"date": "2025-12-31"}, "1 segment · 1 keyword · 4 search clicks · 31 Dec 2025"),
    ],
)
def test_what_is_unknown_is_left_out(given: dict[str, Any], expected: str) -> None:
    words = table(KEYWORDS, keyword("rope", **given))
    assert summary_line(1, words, table(CLICKS), table(READS), "en") == expected


def test_reads_in_one_line() -> None:
    facts = check_table(diagnostics("en"), DIAGNOSTICS, caller="t")
    own = check_table(reads(), READS, caller="t")
    assert reads_summary(own, facts, "en") == (
        "2 tables · 1,045 rows read · 3 left out · 60% of the impressions hidden by the exports"
    )
    twice = pd.concat([facts, facts.assign(value=0.2, segment="readers")])
    assert reads_summary(own, twice, "en").endswith(
        "20% to 60% of the impressions hidden by the exports"
    )


def note(*rows: dict[str, Any], known: bool = True) -> str:
    frame = pd.DataFrame([proposal("a", rank, rank, **row) for rank, row in enumerate(rows, 1)])
    return segment_note(frame.assign(per_28_days=known), 23, "en")


ACT = {"size_median": 100.4}
WAIT = {"verdict": "wait", "size_median": 900.0}


def test_verdicts_and_what_those_to_act_on_miss() -> None:
    assert note(ACT, ACT, WAIT, {"verdict": "suggest", "action": "create"}) == (
        "4 proposals out of 23 topics. Of the proposals: 2 to act on, 1 undecided, 1 suggestion. "
        "Those to act on miss together about 201 clicks per 28 days at today's positions (sum of "
        "the medians)."
    )
    assert "in the period of the export" in note(ACT, ACT, known=False)


@pytest.mark.parametrize("rows", [(ACT, WAIT), (ACT, {"size_median": None}), (WAIT, WAIT)])
def test_no_sum_of_less_than_two(rows: tuple[dict[str, Any], ...]) -> None:
    assert "together" not in note(*rows)


def test_a_verdict_without_a_word_is_shown_as_it_is() -> None:
    assert note({"verdict": "prune"}) == (
        "1 proposal out of 23 topics. Of the proposals: prune: 1."
    )
