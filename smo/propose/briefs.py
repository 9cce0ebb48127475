"""What a writer gets with a topic: keywords, questions, pages, elements, hashtags, channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smo.levels import counts_once
from smo.propose.hashtags import Lexicon, hashtags, lexicon
from smo.rare import RARE, rare_keywords
from smo.settings import Settings
from smo.text.numbers import amount_text, count_text, counted

N_KEYWORDS, N_QUESTIONS, N_PAGES, N_ELEMENTS = 8, 5, 3, 5
KEY = ["segment", "topic"]
FAILED = {"en": "failed {failed} of {clicks}", "ru": "неудачных {failed} из {clicks}"}
NO_WORDS = {"en": "no words, element ", "ru": "без слов, элемент "}


@dataclass(frozen=True)
class Brief:
    """Lists and facts of one proposal; an absent fact is None."""

    keywords: list[str]
    questions: list[str]
    pages: list[str]
    elements: list[str]
    hashtags: list[str]
    channel: str | None
    format: str | None
    evidence: list[str]


@dataclass(frozen=True)
class Sources:
    """The rows that briefs are written from, each with the topic it speaks for."""

    keywords: pd.DataFrame
    matches: pd.DataFrame
    serving: Mapping[tuple[str, int], list[str]]
    labels: Mapping[tuple[str, int], str]
    lexicon: Lexicon
    language: str


def gather(
    chosen: pd.DataFrame, topics: pd.DataFrame, keywords: pd.DataFrame, matches: pd.DataFrame,
    *, settings: Settings,
) -> Sources:  # fmt: skip
    """Return the rows of the chosen topics; a keyword's demand is scaled as its topic's is.

    Impressions are per 28 days like the topic's; search volumes stay as exported, a month.
    """
    wanted = chosen[[*KEY, "demand", "demand_kind"]]
    placed = topics.merge(wanted, on=KEY)
    known = placed[["segment", "keyword", "topic"]]
    counted = keywords.assign(counts=counts_once(keywords))
    rows = counted.merge(known, on=["segment", "keyword"])
    counts = _keyword_counts(rows, placed)
    rare = rare_keywords(keywords, settings.k_anonymity)
    counts["rare"] = pd.MultiIndex.from_frame(counts[["segment", "keyword"]]).isin(rare)
    own = set(topics["segment"])
    said = matches[matches["topic"].notna() & ~matches["furniture"].astype(bool)]
    here = said[said["segment"].isin(own)].merge(wanted[KEY], on=KEY)
    shared = said[~said["segment"].isin(own)].drop(columns="segment").merge(wanted[KEY], on="topic")
    return Sources(
        keywords=counts,
        matches=pd.concat([here, shared[here.columns]], ignore_index=True),
        serving={
            (segment, int(topic)): pages
            for segment, topic, pages in _named_pages(chosen).itertuples(index=False)
        },
        labels={
            (segment, int(topic)): label
            for segment, topic, label in chosen[[*KEY, "label"]].itertuples(index=False)
        },
        lexicon=lexicon(topics, settings.languages, settings.word_forms),
        language=settings.report_language,
    )


def _keyword_counts(rows: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Return each keyword of the chosen topics with its demand, most demanded first."""
    level = rows[rows["counts"]]
    key = ["segment", "keyword"]
    table = placed.set_index(key)[["topic", "normal", "question", "demand", "demand_kind"]]
    table["impressions"] = level.groupby(key)["impressions"].sum().astype(float)
    table["volume"] = rows.groupby(key)["volume"].max().astype(float)
    table = table.reset_index()
    total = table.groupby(KEY)["impressions"].transform("sum")
    scale = table["demand"] / total.where(total > 0)
    by_volume = table["demand_kind"] == "volume"
    count = (table["impressions"] * scale).astype("Float64").mask(by_volume, table["volume"])
    return table.assign(count=count.fillna(0.0).astype(float)).sort_values(
        [*KEY, "count", "keyword"], ascending=[True, True, False, True], ignore_index=True
    )


def write_brief(sources: Sources, segment: str, topic: int, action: str = "explore") -> Brief:
    """Return the brief of one topic of one segment; to `fix`, the elements that fail most."""
    every = _of(sources.keywords, segment, topic)
    words = every[~every["rare"]]
    heads = words.head(N_KEYWORDS)
    met = _of(sources.matches, segment, topic)
    speaks = met[met["via"].isin(["text", "target"])]
    elements = speaks[speaks["kind"].fillna("element") != "post"]
    if action == "fix":
        elements = _failing(elements)
    strongest = (
        elements.groupby("click_id", sort=True)["failed" if action == "fix" else "clicks"]
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    return Brief(
        keywords=[
            *(_with_count(row, sources.language) for row in heads.itertuples()),
            *_rare_together(every[every["rare"]], sources.language),
        ],
        questions=words.loc[words["question"].fillna(value=False), "keyword"]
        .head(N_QUESTIONS)
        .tolist(),
        pages=_pages(sources, met, segment, topic),
        elements=_named_failing(elements, sources.language)
        if action == "fix"
        else _elements(elements, sources.language),
        hashtags=hashtags(
            sources.labels[segment, topic],
            words["keyword"].tolist(),
            words["count"].tolist(),
            sources.lexicon,
        ),
        channel=_leading(speaks, "channel", sources.language),
        format=_leading(speaks[speaks["kind"] != "element"], "kind", sources.language),
        evidence=[
            *(f"keyword:{text}" for text in heads["keyword"]),
            *(f"click:{name}" for name in strongest.index[:N_ELEMENTS]),
        ],
    )


def _of(rows: pd.DataFrame, segment: str, topic: int) -> pd.DataFrame:
    return rows[(rows["segment"] == segment) & (rows["topic"] == topic)]


def _with_count(row: object, language: str) -> str:
    keyword, count = getattr(row, "keyword", ""), float(getattr(row, "count", 0.0))
    return f"{keyword} ({amount_text(count, language)})"


def _rare_together(rows: pd.DataFrame, language: str) -> list[str]:
    """Return one item for all keywords too rare to be named, with their counts together."""
    if rows.empty:
        return []
    return [f"{RARE[language]} ({amount_text(float(rows['count'].sum()), language)})"]


def _pages(sources: Sources, met: pd.DataFrame, segment: str, topic: int) -> list[str]:
    """Return the pages that serve the topic, else those its elements lie on."""
    serving = sources.serving[segment, topic]
    if serving:
        return serving[:N_PAGES]
    clicks = met.groupby("page", sort=True)["clicks"].sum()
    return [str(page) for page in clicks.sort_values(ascending=False, kind="stable").index][
        :N_PAGES
    ]


def _elements(elements: pd.DataFrame, language: str) -> list[str]:
    names = elements["text"].fillna(NO_WORDS[language] + elements["element"])
    clicks = (
        elements.groupby(names, sort=True)["clicks"]
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    clicked = clicks[clicks > 0].head(N_ELEMENTS)
    return [f"{name} ({amount_text(float(n), language)})" for name, n in clicked.items()]


def _named_pages(chosen: pd.DataFrame) -> pd.DataFrame:
    """Return the pages to name for each topic: to consolidate, those that share its queries."""
    merged = chosen["action"] == "consolidate"
    return chosen[KEY].assign(serving=chosen["serving"].mask(merged, chosen["split_pages"]))


def _failing(elements: pd.DataFrame) -> pd.DataFrame:
    """Return the elements that tell dead or rage clicks, with the clicks that failed."""
    failed = elements[["dead_clicks", "rage_clicks"]].max(axis=1) * elements["share"]
    told = elements.assign(failed=failed.clip(upper=elements["clicks"]))
    return told[told["failed"].notna()]


def _named_failing(elements: pd.DataFrame, language: str) -> list[str]:
    names = elements["text"].fillna(NO_WORDS[language] + elements["element"])
    sums = elements.groupby(names, sort=True)[["failed", "clicks"]].sum()
    worst = sums.sort_values("failed", ascending=False, kind="stable")
    told = []
    for name, failed, clicks in worst[worst["failed"] > 0].head(N_ELEMENTS).itertuples():
        counts = {
            "failed": amount_text(float(failed), language),
            "clicks": amount_text(float(clicks), language),
        }
        told.append(f"{name} ({FAILED[language].format(**counts)})")
    return told


def _leading(rows: pd.DataFrame, column: str, language: str) -> str | None:
    """Return the value with most clicks and that count, None where the data name none."""
    clicks = rows[rows[column].notna()].groupby(column, sort=True)["clicks"].sum()
    if clicks.empty or float(clicks.max()) <= 0:
        return None
    n = float(clicks.max())
    said = counted(n, "click") if language == "en" else f"кликов: {count_text(n, language)}"
    return f"{clicks.index[int(np.argmax(clicks.to_numpy()))]} ({said})"
