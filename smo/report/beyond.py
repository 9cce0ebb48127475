"""What a report shows beyond the plan: the extras, each part only where its data are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smo.extras import Extras
from smo.report.draw import Figure
from smo.report.numbers import percent
from smo.report.part import Part, Section
from smo.report.people import EVERY, people_part
from smo.report.replayed import replay_part
from smo.report.shifts import changes_part, measurement_part, suggested_part, valued_part
from smo.report.view import Plan
from smo.report.ways import ways_part
from smo.report.weighing import tactics_part
from smo.report.words import word

MOST_DRAWN, MANY_SEGMENTS = 6, 8  # as the page's other figures and tables


@dataclass(frozen=True, slots=True)
class SegmentParts:
    """What stands in a segment's own section: after its proposals, clicks and influence."""

    measurement: Part
    ways: Part
    people: Part


@dataclass(frozen=True, slots=True)
class Beyond:
    """Parts by segment, and the sections that follow all segments."""

    segments: dict[str, SegmentParts]
    sections: tuple[Section, ...]


def beyond_plan(plan: Plan, extras: Extras | None) -> Beyond:
    """Return what is shown beyond the plan.

    Parameters
    ----------
    plan : Plan
        Names its segments and topics; its settings say the language and the intervals.
    extras : Extras, optional
        Tables made beside the plan.

    Returns
    -------
    Beyond
        Empty where there are no extras.
    """
    if extras is None or not extras.tables():
        return Beyond({}, ())
    language = plan.settings.report_language
    names = sorted({*plan.proposals["segment"], *plan.scores["segment"]})
    scores = plan.scores.drop_duplicates("topic")
    labels = dict(zip(scores["topic"].astype(int), scores["label"], strict=True))
    measured, people = extras.measurement, extras.influencers
    flows, reach = extras.flows, extras.reach
    segments = {
        str(name): SegmentParts(
            measurement_part(measured, name, language),
            ways_part(flows, reach, labels, name, language),
            people_part(people, name, language),
        )
        for name in names
    }
    return Beyond(segments, tuple(_sections(plan, extras, {*map(str, names)})))


def _sections(plan: Plan, extras: Extras, names: set[str]) -> Iterator[Section]:
    settings = plan.settings
    language = settings.report_language
    interval = percent(settings.interval, language)
    people = Part() if EVERY in names else people_part(extras.influencers, EVERY, language)
    parts = {
        "changes": changes_part(extras.changes, language),
        "influencers": people,
        "tactics": tactics_part(extras.tactics, language),
        "replay": replay_part(extras.replay, interval, language),
        "valued": valued_part(extras.valued, settings.fdr, language),
        "suggested": suggested_part(extras.suggested, settings.fdr, language),
    }
    for name, part in parts.items():
        if part:
            yield Section(name, word(f"beyond.{name}", language), part)


def for_page(found: Beyond) -> list[SegmentParts]:
    """Return the parts of the segments as one page has room for them, in the segments' order.

    The first six segments have figures; where there are more than eight, each has the first
    table of a part: a page of 50 segments stays under 2 MB, the workbook holds all.
    """
    few = len(found.segments) <= MANY_SEGMENTS
    return [
        SegmentParts(*(
            replace(
                part,
                tables=part.tables if few else part.tables[:1],
                figures=part.figures if number < MOST_DRAWN else (),
            )
            for part in (own.measurement, own.ways, own.people)
        ))
        for number, own in enumerate(found.segments.values())
    ]  # fmt: skip


def extra_figures(plan: Plan, extras: Extras | None) -> dict[str, Figure]:
    """Return the figures of the extras by name: `flows/SEGMENT`, `tactics`, `replay/SEGMENT`."""
    found = beyond_plan(plan, extras)
    parts = [own.ways for own in found.segments.values()]
    parts += [section.part for section in found.sections]
    return {figure.name: figure for part in parts for figure in part.figures}
