"""Real exports: CTR judged, refused for its size, and refused because the export was cut."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from smo.evidence import diagnose, score_topics
from smo.propose import propose_topics
from smo.text.normal import normal_forms

pytestmark = pytest.mark.corpus

COLUMNS = {
    "Search Query": "keyword", "Top queries": "keyword", "Query": "keyword", "Page": "page",
    "Date": "date", "Clicks": "clicks", "Impressions": "impressions",
    "Average Position": "position", "Position": "position",
}  # fmt: skip


def read(path: Path) -> pd.DataFrame:
    table = pd.read_csv(path, thousands=",").rename(columns=COLUMNS)
    known = [name for name in dict.fromkeys(COLUMNS.values()) if name in table]
    return table[known].assign(segment="all", source=path.name)


def by_first_word(words: pd.DataFrame) -> pd.DataFrame:
    """A stand-in for topics: one for each of the 60 most demanded first words."""
    texts = words.groupby("keyword")["impressions"].sum().rename("shown").reset_index()
    texts["normal"] = normal_forms(texts["keyword"].tolist())
    first = texts["normal"].str.split().str[0].fillna("")
    order = texts.groupby(first)["shown"].sum().sort_values(ascending=False, kind="stable").index
    place = {word: min(n, 60) for n, word in enumerate(order)}
    return texts.assign(
        segment="all", topic=first.map(place), pillar=0, label=first + "*", pillar_label="all",
        membership=1.0,
    )  # fmt: skip


def plan(words: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    topics = by_first_word(words)
    scores = score_topics(topics, keywords=words)
    facts = diagnose(scores=scores, topics=topics, keywords=words).set_index("code")
    return scores, facts, propose_topics(scores, topics=topics, keywords=words)


def test_merchandise_shop_is_judged(corpus: Path) -> None:
    folder = corpus / "exports" / "search_console" / "google-merchandise-store"
    words = read(next(folder.glob("*.csv")))
    scores, facts, proposals = plan(words)
    assert facts.loc["ctr_judged", "value"] == words["clicks"].sum()
    assert scores["clicks"].sum() == words["clicks"].sum()
    assert scores["demand"].sum() == words["impressions"].sum()
    # A guard, not a truth: nobody knows the true effects here. 0.33 where the queries of two brand
    # words alone said what is typical, 0.73 as built; topics of one first word differ widely.
    assert 0.5 < scores["effect"].median() < 2.0
    assert len(proposals) == 10


def test_45_clicks_are_refused(corpus: Path) -> None:
    folder = corpus / "exports" / "search_console" / "globalsecuritysolutions.co.za"
    scores, facts, proposals = plan(read(folder / "Queries.csv"))
    assert "CTR cannot be judged here (45 clicks)" in facts.loc["ctr_few_clicks", "message"]
    assert scores["effect"].isna().all()
    assert (proposals["verdict"] == "explore").all()
    assert proposals["size_median"].iloc[0] == scores["demand"].max()


def test_cut_on_the_outcome_is_refused(corpus: Path) -> None:
    folder = corpus / "exports" / "search_console_query_page" / "flashcom"
    scores, facts, proposals = plan(read(folder / "gsc_data.csv"))
    assert facts.loc["ctr_cut_on_outcome", "level"] == "warning"
    assert scores["ctr"].isna().all()
    assert (proposals["verdict"] == "explore").all()
    assert (proposals["pages"].str.len() > 0).all()
