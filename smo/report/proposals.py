"""A proposal as a report shows it: words, a size with its interval, lists, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from smo.report.evidence import EvidenceRow
from smo.report.nouns import NOUNS
from smo.report.numbers import decimal, number_or_none, percent, size
from smo.report.words import count_word, known_word, word
from smo.settings import Settings

# items of one list and evidence of one proposal: a page of 500 proposals stays under 2 MB
FULL, SHORT = (10, 30), (3, 1)
BAR_WIDTH = 1000
KNOWN_VERDICTS = ("act", "wait", "skip", "suggest", "explore")
# items of each list that a card shows before its fold
HEADS = {"keywords": 4, "questions": 1, "pages": 2, "elements": 2, "hashtags": 3}


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval drawn on a scale of `BAR_WIDTH`; its numbers stand beside it as text."""

    low: int
    median: int
    high: int
    zero: int
    start: str
    end: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of texts, cut, with what was left out told."""

    name: str
    label: str
    items: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal, ready but for escaping."""

    anchor: str
    rank: str
    title: str
    action: str
    verdict: str
    verdict_word: str
    reason: str
    size: str
    size_range: str
    bar: Bar | None
    steady: str
    lists: tuple[ItemList, ...]
    heads: tuple[ItemList, ...]
    notes: tuple[tuple[str, str], ...]
    evidence: tuple[EvidenceRow, ...]
    evidence_label: str
    evidence_more: str

    @property
    def folded(self) -> tuple[ItemList, ...]:
        """What the lists hold beyond their heads."""
        pairs = zip(self.lists, self.heads, strict=True)
        rests = (replace(full, items=full.items[len(head.items) :]) for full, head in pairs)
        return tuple(rest for rest in rests if rest.items)


def proposal_views(
    proposals: pd.DataFrame,
    anchor: str,
    limits: tuple[int, int],
    settings: Settings,
    said: Mapping[str, str],
) -> tuple[ProposalView, ...]:
    """Return the proposals of one segment; sizes of one unit share one scale.

    Parameters
    ----------
    proposals : DataFrame
        Rows of the proposals table of one segment, in order, with `per_28_days`.
    anchor : str
        Name of the segment's place in the page.
    limits : tuple of int
        Most items of one list, most evidence of one proposal.
    settings : Settings
        Language, interval mass, length of the list.
    said : mapping
        What the click rows say, by their evidence id, as `said_by_clicks` returns it.

    Returns
    -------
    tuple of ProposalView
        One for each row, in the same order.
    """
    records = proposals.to_dict("records")
    scales = {unit: _scale(rows) for unit, rows in proposals.groupby("size_unit", sort=True)}
    views = []
    for row in records:
        place = f"{anchor}-{row['rank']}"
        view = _proposal_view(row, place, scales[row["size_unit"]], limits, settings)
        rows = tuple(replace(one, said=said.get(one.id, "")) for one in view.evidence)
        views.append(replace(view, evidence=rows))
    return tuple(views)


def with_spans(
    proposals: pd.DataFrame, diagnostics: pd.DataFrame, matches: pd.DataFrame
) -> pd.DataFrame:
    """Return the proposals with `per_28_days`: whether the size is scaled to 28 days.

    Search counts are, unless the diagnostics say `period_unknown`; searches a month always;
    clicks on the map where every click row of the segment, or shared by all, has its days.
    """
    unknown = diagnostics.loc[diagnostics["code"] == "period_unknown", "segment"]
    dayless = matches.loc[matches["period_days"].isna(), "segment"]
    shared = set(dayless) - set(proposals["segment"])
    on_map = proposals["action"].isin(["fix", "share"])
    searched = proposals["segment"].isin(unknown) & (proposals["size_unit"] != "searches")
    clicked = proposals["segment"].isin(dayless) | bool(shared)
    return proposals.assign(per_28_days=~searched.mask(on_map, clicked))


def with_terms(proposals: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Return the proposals with `terms` of their topic, or NA, and `n_keywords` of its segment."""
    terms = topics.drop_duplicates("topic").set_index("topic")["terms"]
    held = topics.groupby(["segment", "topic"]).size().rename("n_keywords")
    known = proposals.join(held, on=["segment", "topic"])
    return known.assign(terms=proposals["topic"].map(terms))


def _scale(rows: pd.DataFrame) -> tuple[float, float]:
    names = ["size_low", "size_median", "size_high"]
    ends = rows[names].to_numpy(dtype=float, na_value=np.nan)
    return float(np.nanmin(ends, initial=0.0)), float(np.nanmax(ends, initial=0.0))


def _proposal_view(
    row: Mapping[Any, Any],
    anchor: str,
    scale: tuple[float, float],
    limits: tuple[int, int],
    settings: Settings,
) -> ProposalView:
    language = settings.report_language
    text, interval = _size_texts(row, settings)
    told = [name for name in HEADS if len(row[name]) > 0]
    in_topic = 0 if pd.isna(row["n_keywords"]) else int(row["n_keywords"])

    def listed(name: str, limit: int) -> ItemList:
        held = in_topic if name == "keywords" else 0
        return _item_list(name, row[name], limit, language, held)

    evidence = _item_list("evidence_rows", row["evidence"], limits[1], language)
    return ProposalView(
        anchor=anchor,
        rank=str(row["rank"]),
        title=row["title"],
        action=""
        if row["action"] == row["verdict"]
        else known_word("action", row["action"], language),
        verdict=row["verdict"] if row["verdict"] in KNOWN_VERDICTS else "other",
        verdict_word=known_word("verdict", row["verdict"], language),
        reason=row["reason"],
        size=text,
        size_range=interval,
        bar=_bar(row, scale, language),
        steady=_steady(row, settings),
        lists=tuple(listed(name, limits[0]) for name in told),
        heads=tuple(listed(name, HEADS[name]) for name in told),
        notes=tuple(_notes(row, language)),
        evidence=tuple(map(EvidenceRow, evidence.items)),
        evidence_label=evidence.label,
        evidence_more=evidence.more,
    )


def _size_texts(row: Mapping[Any, Any], settings: Settings) -> tuple[str, str]:
    language = settings.report_language
    if pd.isna(row["size_median"]):
        return word("size_unknown", language), ""
    key = "size_text" if row["per_28_days"] else "size_text_period"
    text = word(key, language).format(size=_counted_size(row, language))
    if pd.isna(row["size_low"]) or pd.isna(row["size_high"]):
        return text, ""
    if row["size_low"] == row["size_high"]:  # counted, nothing about it is uncertain
        return text, ""
    interval = word("size_range", language).format(
        interval=percent(settings.interval, language),
        low=size(row["size_low"], language),
        high=size(row["size_high"], language),
    )
    return text, interval


def _counted_size(row: Mapping[Any, Any], language: str) -> str:
    kind, median = f"about_{row['size_unit']}", float(row["size_median"])
    if kind == "about_clicks" and row["action"] in ("improve", "consolidate"):
        kind = "about_missed"
    if kind in NOUNS:
        return count_word(kind, median, language)
    return f"{size(median, language)} {row['size_unit']}"


def _bar(row: Mapping[Any, Any], scale: tuple[float, float], language: str) -> Bar | None:
    median = number_or_none(row["size_median"])
    start, end = scale
    if median is None or end <= start:
        return None
    low, high = number_or_none(row["size_low"]), number_or_none(row["size_high"])

    ends = {"low": size(start, language), "high": size(end, language)}

    def place(value: float) -> int:
        return round(BAR_WIDTH * (min(max(value, start), end) - start) / (end - start))

    return Bar(
        low=place(median if low is None else low),
        median=place(median),
        high=place(median if high is None else high),
        zero=place(0.0),
        start=ends["low"],
        end=ends["high"],
        text=word("bar", language).format(**ends),
    )


def _steady(row: Mapping[Any, Any], settings: Settings) -> str:
    language = settings.report_language
    if pd.isna(row["rank_low"]) or pd.isna(row["rank_high"]):
        return ""
    ranks = f"{row['rank_low']}–{row['rank_high']}"
    if row["rank_low"] == row["rank_high"]:
        ranks = str(row["rank_low"])
    if pd.isna(row["p_top"]):
        return word("steady_ranks", language).format(ranks=ranks)
    return word("steady", language).format(
        ranks=ranks,
        top=decimal(settings.n_proposals, language),
        share=percent(row["p_top"], language),
    )


def _item_list(name: str, items: list[str], limit: int, language: str, held: int = 0) -> ItemList:
    """Return the first items; of those `held` in all the list may be the head."""
    rest = max(len(items), held) - min(len(items), limit)
    more = word("more", language).format(n=decimal(rest, language)) if rest > 0 else ""
    shown = items[:limit]
    return ItemList(name, word(name, language), tuple(shown), more)


def _notes(row: Mapping[Any, Any], language: str) -> list[tuple[str, str]]:
    named = (("terms", "terms"), ("channel", "channel"), ("content_format", "format"))
    return [(word(label, language), row[name]) for label, name in named if not pd.isna(row[name])]
