from __future__ import annotations

import pandas as pd
import pytest

from benchmarks.evidence import make_world
from smo.evidence import diagnose, score_topics
from smo.settings import Settings
from tests.evidence.tables import keywords_of, topics_of

TOPICS = topics_of([("tent", 0)])


def facts(words: pd.DataFrame, reads: pd.DataFrame | None = None, **chosen: object) -> pd.DataFrame:
    settings = Settings(null_worlds=0, **chosen)  # type: ignore[arg-type]
    scores = score_topics(TOPICS, keywords=words, settings=settings)
    found = diagnose(scores=scores, topics=TOPICS, keywords=words, reads=reads, settings=settings)
    return found.set_index("code")


def read(
    source: str, start: str, end: str, form: str = "Search Console queries"
) -> dict[str, object]:
    return {
        "source": source, "file": "a.zip", "table": "keywords", "format": form, "rows_read": 1,
        "rows_kept": 1, "period_start": start, "period_end": end,
    }  # fmt: skip


WORDS = keywords_of([("tent", 900.0)], "impressions", source="s1")


@pytest.mark.parametrize(
    ("start", "end", "form", "days"),
    [
        ("2025-08-20", "2025-09-20", "Search Console queries", ["2025-09-12"]),
        ("2025-09-12", "2025-10-20", "Search Console queries", []),
        ("2025-08-20", "2025-09-20", "Bing keywords", []),
        ("2025-05-01", "2025-12-01", "Search Console rows", ["2025-05-13", "2025-09-12"]),
    ],
)
def test_a_period_across_a_break_is_a_warning(
    start: str, end: str, form: str, days: list[str]
) -> None:
    found = facts(WORDS, pd.DataFrame([read("s1", start, end, form)]))
    assert ("break" in found.index) == bool(days)
    if days:
        assert found.loc["break", "level"] == "warning"
        assert [day for day in days if day in found.loc["break", "message"]] == days
        assert found.loc["break", "value"] == len(days)


def test_two_exports_on_both_sides_of_a_break_span_it() -> None:
    words = keywords_of([("tent", 900.0), ("tent", 90.0)], "impressions", source=["s1", "s2"])
    reads = [read("s1", "2025-08-01", "2025-08-28"), read("s2", "2025-10-01", "2025-10-28")]
    assert "break" in facts(words, pd.DataFrame(reads)).index
    assert "break" not in facts(words, pd.DataFrame(reads[:1])).index


def test_own_breaks_are_held_against_dated_rows_of_no_known_source() -> None:
    words = keywords_of(
        [("tent", 9.0, "2025-09-01"), ("tent", 9.0, "2025-09-20")], "impressions", "date"
    )
    assert "break" not in facts(words).index
    found = facts(words, breaks={"2025-09-10": "новый счётчик"}, report_language="ru")
    assert "2025-09-10 (новый счётчик)" in found.loc["break", "message"]


def test_the_weight_of_a_curve_brought_along_is_said() -> None:
    world = make_world(3, n_queries=300, n_topics=20, impressions=3e4)
    settings = Settings(null_worlds=0, prior_curve={1: 0.3, 5: 0.06}, prior_impressions=500)
    scores = score_topics(world.topics, keywords=world.keywords, settings=settings)
    found = diagnose(scores=scores, topics=world.topics, keywords=world.keywords, settings=settings)
    row = found.set_index("code").loc["curve_prior"]
    assert 0.01 < row["value"] < 0.5
    assert "%" in row["message"]
