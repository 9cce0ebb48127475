from __future__ import annotations

import re
import string

import pandas as pd
import pytest

from smo.evidence import diagnose, score_topics
from smo.evidence.messages import MESSAGES
from smo.settings import REPORT_LANGUAGES, Settings
from tests.evidence.tables import keywords_of, matches_of, topics_of


def facts(
    words: pd.DataFrame, *, language: str = "en", matches: pd.DataFrame | None = None,
    reads: pd.DataFrame | None = None,
) -> pd.DataFrame:  # fmt: skip
    texts = sorted(words["keyword"].unique())
    table = topics_of([(text, i % 12) for i, text in enumerate(texts)])
    chosen = Settings(report_language=language)
    scores = score_topics(table, keywords=words, matches=matches, settings=chosen)
    result = diagnose(
        scores=scores, topics=table, keywords=words, matches=matches, reads=reads, settings=chosen
    )
    return result.set_index("code")


def many(n: int, clicks: object, **more: object) -> pd.DataFrame:
    return keywords_of(
        [(f"word{i}",) for i in range(n)],
        impressions=50, clicks=clicks, source="x", **{"position": 3.0, "period_days": 92, **more},
    )  # fmt: skip


FEW = many(288, [0] * 243 + [1] * 45)


def test_45_clicks() -> None:
    table = facts(FEW)
    assert table.loc["ctr_few_clicks", "message"].startswith(
        "CTR cannot be judged here (45 clicks): below 100"
    )
    assert table.loc["ctr_few_clicks", "value"] == 45
    assert table.loc["ctr_few_clicks", "level"] == "warning"
    assert "ctr_cure" in table.index
    assert "curve" not in table.index
    assert table.loc["period", "message"] == (
        "The search counts cover 92 days; all sizes are per 28 days."
    )


CLICKED = [0, 9] * 30
PLANNED = keywords_of([("a", 5.0, "bucket")], "volume", "volume_kind")


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (many(60, 3), "ctr_cut_on_outcome", "none of the 60 keyword rows"),
        (many(60, pd.NA), "ctr_no_clicks", "tell no clicks"),
        (many(60, CLICKED, position=pd.NA), "ctr_no_positions", "no positions"),
        (many(4, [0, 90, 9, 9]), "ctr_few_topics", "(4 topics)"),
        (many(60, CLICKED), "ctr_judged", "270 clicks"),
        (many(60, CLICKED, period_days=pd.NA), "period_unknown", "unknown"),
        (many(60, CLICKED, page="/a"), "page_level", "per page"),
        (PLANNED, "volume_bucket", "ranges"),
        (PLANNED, "ctr_no_impressions", "search volumes only"),
        (PLANNED, "no_map", "click map next"),
        (PLANNED, "no_pages", "pages are unknown"),
        (PLANNED, "brand_unknown", "not separated"),
    ],
)
def test_facts(words: pd.DataFrame, code: str, part: str) -> None:
    assert part in facts(words).loc[code, "message"]


def test_hidden_share() -> None:
    reads = pd.DataFrame({
        "source": ["x"], "file": "q.zip", "table": "keywords", "format": "gsc", "rows_read": 288,
        "rows_kept": 288, "total_impressions": [36000.0], "sum_impressions": [14400.0],
    })  # fmt: skip
    assert facts(FEW, reads=reads).loc["hidden", "value"] == pytest.approx(0.6)
    assert "60% of the search impressions" in facts(FEW, reads=reads).loc["hidden", "message"]
    assert "hidden_unknown" in facts(FEW).index


def test_clicks_by_via() -> None:
    matches = matches_of(
        [
            {"topic": 0, "clicks": 60.0, "text": "a"},
            {"topic": 1, "clicks": 20.0, "via": "page", "furniture": True},
            {"topic": pd.NA, "clicks": 20.0, "via": "none"},
        ]
    )
    table = facts(FEW, matches=matches)
    assert table.loc["via", "message"] == (
        "Clicks on the map: 60% joined to topics by text, 0% by target, 20% by page, 20% not "
        "attributed."
    )
    assert table.loc["via", "value"] == pytest.approx(0.8)
    assert table.loc["furniture", "value"] == pytest.approx(0.2)
    assert "no_exposure" in table.index
    assert "no_map" not in table.index


def test_map_without_texts_names_the_two_cures() -> None:
    matches = matches_of([{"topic": pd.NA, "clicks": 20.0, "via": "none"}])
    table = facts(FEW, matches=matches)
    assert "because the export has no texts" in table.loc["no_texts", "message"]
    cure = table.loc["no_texts_cure", "message"]
    assert "save the mapped page" in cure
    assert "html=" in cure
    assert "queries of that page" in cure


def test_a_map_told_by_its_page_alone_names_them_too() -> None:
    rows = [
        {"topic": 1, "clicks": 15.0, "via": "page"},
        {"topic": pd.NA, "clicks": 5.0, "via": "none"},
    ]
    table = facts(FEW, matches=matches_of(rows))
    assert "by the page they fell on (75%)" in table.loc["texts_by_page", "message"]
    assert "no_texts" not in table.index
    assert "no_texts_cure" in table.index
    worded = matches_of([{**row, "text": "Red boots"} for row in rows])
    assert {"texts_by_page", "no_texts_cure"}.isdisjoint(facts(FEW, matches=worded).index)


def test_borrowed_share_and_tests_are_told() -> None:
    table = facts(many(60, [0, 9] * 30))
    assert 0 < table.loc["prior_weight", "value"] < 1
    assert re.match(r"\d+ topics tested for missed clicks", table.loc["tested", "message"])
    assert "if our curve is right" in table.loc["curve", "message"]


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_in_every_language(code: str) -> None:
    assert set(MESSAGES[code]) == set(REPORT_LANGUAGES)
    assert all(text.endswith(".") for text in MESSAGES[code].values())
    cyrillic = re.search("[а-яё]", MESSAGES[code]["ru"])
    assert cyrillic
    assert not re.search("[а-яё]", MESSAGES[code]["en"])
    for text in MESSAGES[code].values():
        assert all(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_russian() -> None:
    table = facts(FEW, language="ru")
    assert table.loc["ctr_few_clicks", "message"].startswith(
        "CTR здесь оценить нельзя (кликов: 45)"
    )


def test_nothing_depends_on_row_order() -> None:
    mixed = FEW.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(facts(FEW), facts(mixed))
