"""What the page shows beyond the plan's text: figures, strategies, segments side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from smo.extras import Extras
from smo.report.backdrop import Backdrop
from smo.report.draw import Figure
from smo.report.drill import drill_tables
from smo.report.figures import own_figures
from smo.report.grid import Grid
from smo.report.heat import page_pictures, screenshot_figures
from smo.report.overview import short_lines, side_by_side
from smo.report.strategy import MANY_SEGMENTS, Mini, Strategy, done_when, strategies
from smo.report.verdicts import verdict_meanings
from smo.report.view import MANY_PROPOSALS, Plan, PlanView
from smo.report.words import word
from smo.settings import Settings

MOST_SEGMENTS, FEW_SEGMENTS = 6, 1  # with figures in the page; `plan.figures()` has all
GENERAL = ("topics", "curve")


@dataclass(frozen=True, slots=True)
class Shared:
    """What would be the same words in each of many segments, said once above them."""

    stops: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of the page, those of a segment by its anchor, of a proposal by its own."""

    short: tuple[str, ...]
    beside: Grid | None
    shared: Shared | None
    strategy: dict[str, Strategy]
    matrices: dict[str, Figure]
    forests: dict[str, Figure]
    pictures: dict[str, list[Figure]]
    backdrops: tuple[Backdrop, ...]
    general: tuple[Figure, ...]
    drill: dict[str, Mini]


def page_parts(plan: Plan, view: PlanView, extras: Extras | None = None) -> Parts:
    """Return what the page shows beyond the plan's text.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.
    view : PlanView
        The plan's text, whose segments give the anchors.
    extras : Extras, optional
        Screenshots of pages, each shown for its six most clicked segments.

    Returns
    -------
    Parts
        Figures of the first segments alone: each segment adds 40 kB to the page.
    """
    language = plan.settings.report_language
    proposals, scores = plan.proposals, plan.scores
    names = sorted({*proposals["segment"], *scores["segment"]})
    anchors = {str(name): part.anchor for name, part in zip(names, view.segments, strict=True)}
    most = MOST_SEGMENTS if len(proposals) <= MANY_PROPOSALS else FEW_SEGMENTS
    drawn = dict(list(anchors.items())[:most])
    shots = {} if extras is None else page_pictures(extras.pictures, plan.clicks)
    figures = {figure.name: figure for figure in own_figures(plan, tuple(drawn), shots)}
    pictures = {
        anchor: own
        for name, anchor in drawn.items()
        if (own := [f for key, f in figures.items() if _is_picture(key, name)])
    }
    general = [figures[name] for name in GENERAL if name in figures]
    for name, figure in screenshot_figures(plan.clicks, shots, language, most=MOST_SEGMENTS):
        if name not in anchors:  # a map of everyone, beside segments of searches alone
            general.append(figure)
        elif name not in drawn:
            pictures.setdefault(anchors[name], []).append(figure)
    tables = drill_tables(plan)
    ranked = proposals[["segment", "rank", "topic"]].itertuples(index=False)
    return Parts(
        short=short_lines(plan.diagnostics, len(names), language),
        beside=side_by_side(scores, proposals, plan.keywords, language),
        shared=_shared(proposals, len(names), plan.settings),
        strategy={anchors[name]: found for name, found in strategies(plan).items()},
        matrices=_of_kind(figures, "matrix", drawn),
        forests=_of_kind(figures, "opportunity", drawn),
        pictures=pictures,
        backdrops=_backdrops(chain(*pictures.values(), general)),
        general=tuple(general),
        drill={
            f"{anchors[segment]}-{rank}": tables[segment, topic]
            for segment, rank, topic in ranked
            if (segment, topic) in tables
        },
    )


def _shared(proposals: pd.DataFrame, segments: int, settings: Settings) -> Shared | None:
    if segments <= MANY_SEGMENTS:
        return None
    language = settings.report_language
    meanings = verdict_meanings(proposals, settings.fdr, language)
    notes = (word("order_rule", language), meanings) if len(proposals) else ()
    return Shared(done_when(proposals, language), notes)


def _backdrops(figures: Iterable[Figure]) -> tuple[Backdrop, ...]:
    found = {figure.backdrop.key: figure.backdrop for figure in figures if figure.backdrop}
    return tuple(found.values())


def _of_kind(figures: dict[str, Figure], kind: str, anchors: dict[str, str]) -> dict[str, Figure]:
    keys = {anchor: f"{kind}/{name}" for name, anchor in anchors.items()}
    return {anchor: figures[key] for anchor, key in keys.items() if key in figures}


def _is_picture(key: str, segment: str) -> bool:
    return key.startswith((f"elements/{segment}/", f"heat/{segment}/"))
