"""What a report shows, in the order it shows it: tables in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from smo.report.choices import setting_pairs
from smo.report.coverage import coverage_grid, links_left_out
from smo.report.evidence import said_by_clicks
from smo.report.findings import LevelView, finding_grid, level_views
from smo.report.grid import Grid
from smo.report.numbers import percent
from smo.report.proposals import (
    FULL,
    SHORT,
    ProposalView,
    proposal_views,
    with_spans,
    with_terms,
)
from smo.report.reads import ReadView, read_views, reads_summary
from smo.report.scent import ScentTable, scent_table
from smo.report.summary import summary_line
from smo.report.topics import SHOWN, TopicTable, topic_table
from smo.report.verdicts import segment_note, verdict_meanings
from smo.report.words import segment_name, word
from smo.settings import Settings

HEAD_TOPICS = 12  # rows of a topics table before the fold
TAIL_TOPICS = 100  # rows behind the fold
FEW_TOPICS = 5  # rows even where segments are many
MANY_PROPOSALS = 150  # beyond, their lists are cut shorter
ALL_TOPICS = 400  # rows over all segments: about 400 bytes each in the page


class Plan(Protocol):
    """What a report needs of a plan: its tables, its settings, its version."""

    @property
    def proposals(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def scores(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def topics(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def matches(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def keywords(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def clicks(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def reads(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def coverage(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def scent(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def diagnostics(self) -> pd.DataFrame: ...  # noqa: D102

    @property
    def settings(self) -> Settings: ...  # noqa: D102

    @property
    def version(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class SegmentView:
    """One segment: a line about it, its proposals, its topics."""

    name: str
    anchor: str
    note: str
    order: str
    meanings: str
    proposals: tuple[ProposalView, ...]
    topics: TopicTable
    scent: ScentTable | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """A whole report: what the data can say, then each segment, then how it came about."""

    language: str
    interval: str
    version: str
    summary: str
    levels: tuple[LevelView, ...]
    findings: Grid | None
    coverage: Grid | None
    links_left_out: str
    reads: tuple[ReadView, ...]
    reads_summary: str
    segments: tuple[SegmentView, ...]
    settings: tuple[tuple[str, str], ...]


def plan_view(plan: Plan) -> PlanView:
    """Return what a report of the plan shows.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.

    Returns
    -------
    PlanView
        Texts as they are in the tables, not yet escaped; numbers as words.
    """
    settings = plan.settings
    language = settings.report_language
    proposals, scores, reads = plan.proposals, plan.scores, plan.reads
    diagnostics, coverage = plan.diagnostics, plan.coverage
    everyone = frozenset({*proposals["segment"], *scores["segment"]})
    return PlanView(
        language=language,
        interval=percent(settings.interval, language),
        version=plan.version,
        summary=summary_line(len(everyone), plan.keywords, plan.clicks, reads, language),
        levels=level_views(diagnostics, everyone, language),
        findings=finding_grid(diagnostics, scores, coverage, language),
        coverage=coverage_grid(coverage, language),
        links_left_out=links_left_out(coverage, language),
        reads=read_views(reads, language),
        reads_summary=reads_summary(reads, diagnostics, language),
        segments=_segment_views(
            with_terms(with_spans(proposals, diagnostics, plan.matches), plan.topics),
            scores,
            settings,
            said_by_clicks(proposals, plan.matches, plan.clicks),
            plan.scent,
        ),
        settings=setting_pairs(settings),
    )


def _segment_views(
    proposals: pd.DataFrame,
    scores: pd.DataFrame,
    settings: Settings,
    said: Mapping[str, str],
    scent: pd.DataFrame,
) -> tuple[SegmentView, ...]:
    language = settings.report_language
    names = sorted({*proposals["segment"], *scores["segment"]})
    kept = min(HEAD_TOPICS + TAIL_TOPICS, max(FEW_TOPICS, ALL_TOPICS // max(len(names), 1)))
    limits = FULL if len(proposals) <= MANY_PROPOSALS else SHORT
    parts = {
        "proposals": proposals.sort_values("rank", kind="stable"),
        # a segment's columns are taken one by one: those that no report shows take as long
        "scores": scores[list(SHOWN)].sort_values(
            ["demand", "topic"], ascending=[False, True], kind="stable"
        ),
        "scent": scent,
    }
    own = {part: dict(iter(table.groupby("segment"))) for part, table in parts.items()}
    views = []
    for number, name in enumerate(names, start=1):
        anchor = f"segment-{number}"
        chosen, topics, broken = (own[part].get(name, table[:0]) for part, table in parts.items())
        view = SegmentView(
            name=segment_name(name, language),
            anchor=anchor,
            note=segment_note(chosen, len(topics), language),
            meanings=verdict_meanings(chosen, settings.fdr, language),
            order=word("order_rule", language) if len(chosen) > 1 else "",
            proposals=proposal_views(chosen, anchor, limits, settings, said),
            topics=topic_table(topics, HEAD_TOPICS, kept, language),
            scent=scent_table(broken, percent(settings.interval, language), language),
        )
        views.append(view)
    return tuple(views)


def topics_caption(topics: TopicTable, segment: str, view: PlanView) -> str:
    """Return what the table of topics shows, and which columns nothing is known of."""
    language = view.language
    caption = word("topics_caption", language).format(segment=segment, interval=view.interval)
    if not topics.unknown:
        return caption
    names = ", ".join(word(name, language).lower() for name in topics.unknown)
    return f"{caption} {word('topics_unknown', language).format(names=names)}"
