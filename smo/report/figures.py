"""The figures of a plan, one by one: what each shows and of which columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from smo.extras import Extras
from smo.pictures import Picture
from smo.report.beyond import extra_figures
from smo.report.clickmap import MAX_PAGES, element_figures
from smo.report.draw import CHARACTER, WIDTH, Canvas, Figure, Scale, name_beside
from smo.report.heat import page_pictures
from smo.report.numbers import decimal, number_or_none, percent, size
from smo.report.topicmap import topic_map
from smo.report.view import Plan
from smo.report.words import known_word, segment_name, word

CORNERS = {
    "wanted and clicked": "c2", "wanted, not clicked": "c1", "clicked, not searched": "c0",
    "neither": "c6",
}  # fmt: skip
UNITS = ("clicks", "impressions", "searches")
LABELED = 12  # topics of a matrix that are named, where their names find room
MAX_TOPICS = 200  # dots of a matrix
MAX_BARS = 30  # proposals of a forest plot
LEFT, RIGHT, ROW = 260.0, 24.0, 24.0


def plan_figures(
    plan: Plan, segments: Sequence[str] | None = None, extras: Extras | None = None
) -> dict[str, Figure]:
    """Return the figures of a plan by name, those alone whose data the plan has.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.
    segments : sequence of str, optional
        Segments to draw; all where none is named.
    extras : Extras, optional
        Tables made beside the plan, and screenshots of pages of its click map.

    Returns
    -------
    dict of str to Figure
        `matrix/SEGMENT`, `opportunity/SEGMENT`, `topics`, `curve`, `elements/SEGMENT/PAGE` and
        `heat/SEGMENT/PAGE`, then those of the extras, in the order a report shows them. The same
        plan gives the same bytes.

    Raises
    ------
    SmoError
        When a screenshot is of no page with coordinates of clicks.
    """
    pictures = {} if extras is None else page_pictures(extras.pictures, plan.clicks)
    own = {figure.name: figure for figure in own_figures(plan, segments, pictures)}
    return own | extra_figures(plan, extras)


def own_figures(
    plan: Plan, segments: Sequence[str] | None, pictures: Mapping[str, Picture]
) -> Iterator[Figure]:
    """Yield the figures of the plan's own tables, of pages with screenshots over those."""
    language = plan.settings.report_language
    proposals, scores = plan.proposals, plan.scores
    names = sorted({*proposals["segment"], *scores["segment"]})
    chosen = [name for name in names if segments is None or name in segments]
    for segment in chosen:
        own = scores[scores["segment"] == segment]
        for figure in (
            matrix_figure(own, segment, language),
            forest_figure(
                proposals[proposals["segment"] == segment].sort_values("rank"),
                segment,
                percent(plan.settings.interval, language),
                language,
            ),
        ):
            if figure is not None:
                yield figure
    for figure in (
        topic_map(plan.topics, scores, language),
        curve_figure(getattr(plan, "curve", None), language),
    ):
        if figure is not None:
            yield figure
    clicks = plan.clicks
    if segments is not None:
        clicks = clicks[clicks["segment"].isin(segments)]
    yield from element_figures(clicks, plan.matches, language, most=MAX_PAGES, pictures=pictures)


def matrix_figure(scores: pd.DataFrame, segment: str, language: str) -> Figure | None:
    """Return demand against attention, a dot for each topic on the map; None below two."""
    shown = scores[(scores["attention"] > 0) & (scores["demand"] > 0)]
    shown = shown.sort_values(["demand", "topic"], ascending=[False, True]).head(MAX_TOPICS)
    if len(shown) < 2:
        return None
    across = Scale(float(shown["demand"].min()), float(shown["demand"].max()), 70, 700, log=True)
    high = Scale(0.0, float(shown["attention"].max()) * 1.1, 350, 40)
    canvas = Canvas()
    _axes(canvas, across, high, language)
    records = shown.to_dict("records")
    spots = [(across(row["demand"]), high(row["attention"])) for row in records]
    taken = [(x - 5, x + 5, y) for x, y in spots]
    for place, row in enumerate(records):
        x, y = spots[place]
        told = f"{size(row['demand'], language)}, {percent(row['attention'], language)}"
        corner = row["corner"]
        canvas.dot(
            x,
            y,
            5.0,
            CORNERS.get("" if pd.isna(corner) else corner, "c6"),
            f"{row['label']}: {told}",
        )
        if place < LABELED:
            name_beside(canvas, taken, x, y, row["label"])
    _legend(canvas, shown["corner"], language)
    name = segment_name(segment, language)
    title = word("fig.matrix", language).format(segment=name)
    told = word("fig.matrix_told", language).format(
        n=decimal(len(shown), language), rest=decimal(len(scores) - len(shown), language)
    )
    return canvas.figure(f"matrix/{segment}", title, told, 430.0)


def _axes(canvas: Canvas, across: Scale, high: Scale, language: str) -> None:
    for tick in across.ticks():
        canvas.line(across(tick), 40, across(tick), 350, "grid")
        canvas.text(across(tick), 366, size(tick, language), "soft mid")
    for tick in high.ticks():
        canvas.line(70, high(tick), 700, high(tick), "grid")
        canvas.text(64, high(tick) + 4, percent(tick, language), "soft end")
    canvas.text(700, 384, word("fig.demand_axis", language), "soft end", 80)
    canvas.text(8, 24, word("fig.attention_axis", language), "soft", 80)


def _legend(canvas: Canvas, corners: pd.Series[Any], language: str) -> None:
    x = 70.0
    for corner, kind in CORNERS.items():
        if bool((corners == corner).any()):
            text = known_word("corner", corner, language)
            canvas.dot(x, 408, 5.0, kind, text)
            canvas.text(x + 10, 412, text)
            x += 36 + CHARACTER * len(text)


def forest_figure(
    proposals: pd.DataFrame, segment: str, interval: str, language: str
) -> Figure | None:
    """Return sizes of proposals with their intervals, each unit on a scale of its own."""
    known = proposals[proposals["size_median"].notna()].head(MAX_BARS)
    if known.empty:
        return None
    canvas = Canvas()
    y = 16.0
    units = [*UNITS, *sorted(set(known["size_unit"]) - set(UNITS))]
    for unit in units:
        rows = known[known["size_unit"] == unit]
        if len(rows):
            y = _forest(canvas, rows, unit, y, language)
    name = segment_name(segment, language)
    title = word("fig.forest", language).format(segment=name)
    told = word("fig.forest_told", language).format(
        n=decimal(len(known), language), interval=interval
    )
    return canvas.figure(f"opportunity/{segment}", title, told, y)


def _forest(canvas: Canvas, rows: pd.DataFrame, unit: str, y: float, language: str) -> float:
    ends = [number_or_none(v) for n in ("low", "median", "high") for v in rows[f"size_{n}"]]
    values = [0.0, *(value for value in ends if value is not None)]
    scale = Scale(min(values), max(values), LEFT, WIDTH - RIGHT)
    bottom = y + ROW * len(rows)
    for tick in scale.ticks():
        canvas.line(scale(tick), y, scale(tick), bottom, "axis" if tick == 0 else "grid")
        canvas.text(scale(tick), bottom + 14, size(tick, language), "soft mid")
    for place, row in enumerate(rows.to_dict("records")):
        middle = y + ROW * (place + 0.5)
        median = float(row["size_median"])
        low, high = number_or_none(row["size_low"]), number_or_none(row["size_high"])
        canvas.text(LEFT - 12, middle + 4, f"{row['rank']}. {row['title']}", "end", 36)
        if low is not None and high is not None:
            canvas.line(scale(low), middle, scale(high), middle, "whisker")
        canvas.dot(scale(median), middle, 5.0, "c0", f"{row['title']}: {size(median, language)}")
    canvas.text(LEFT - 12, bottom + 14, known_word("fig.unit", unit, language), "soft end")
    return bottom + 34


def curve_figure(curve: pd.DataFrame | None, language: str) -> Figure | None:
    """Return the silhouette of each number of topics tried; None where fewer than two were."""
    if curve is None:
        return None
    known = curve[curve["silhouette"].notna()].sort_values("n_topics")
    if len(known) < 2:
        return None
    numbers, heights = known["n_topics"].astype(float), known["silhouette"].astype(float)
    across = Scale(float(numbers.min()), float(numbers.max()), 70, 700)
    high = Scale(min(float(heights.min()), 0.0), max(float(heights.max()), 0.01) * 1.1, 230, 40)
    canvas = Canvas()
    for tick in across.ticks():
        canvas.line(across(tick), 40, across(tick), 230, "grid")
        canvas.text(across(tick), 246, decimal(tick, language), "soft mid")
    for tick in high.ticks():
        canvas.line(70, high(tick), 700, high(tick), "grid")
        canvas.text(64, high(tick) + 4, _plain(tick, language), "soft end")
    points = [(across(n), high(h)) for n, h in zip(numbers, heights, strict=True)]
    canvas.path(points, "line")
    for row, (x, y) in zip(known.to_dict("records"), points, strict=True):
        chosen = bool(row["chosen"])
        told = f"{row['n_topics']}: {_plain(float(row['silhouette']), language)}"
        canvas.dot(x, y, 7.0 if chosen else 3.5, "c1" if chosen else "c0", told)
    canvas.text(700, 264, word("fig.curve_axis", language), "soft end", 80)
    taken = known[known["chosen"].astype(bool)]["n_topics"]
    told = word("fig.curve_told", language).format(
        n=decimal(taken.iloc[0], language) if len(taken) else word("unknown", language)
    )
    return canvas.figure("curve", word("fig.curve", language), told, 276.0)


def _plain(value: float, language: str) -> str:
    text = f"{value:.2f}"
    return text.replace(".", ",") if language == "ru" else text
