"""What a replay found: lists against what came, as tables and a figure."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from smo.report.draw import WIDTH, Canvas, Figure, Scale
from smo.report.grid import Grid
from smo.report.numbers import decimal, percent
from smo.report.part import Part, grid_of
from smo.report.spans import plain, with_ends
from smo.report.words import known_word, segment_name, word

MEASURES = {"spearman": ("spearman", "gain"), "precision_at_10": ("precision", "gain_top")}
TARGETS = ("shortfall", "demand", "position", "map_clicks")
LEFT, ROW, TOP = 190.0, 24.0, 30.0
PANELS = {"spearman": (LEFT, 420.0, -1.0), "precision_at_10": (480.0, WIDTH - 20, 0.0)}
MOST_SEGMENTS = 6
PLAN = "plan"


def replay_part(replay: pd.DataFrame, interval: str, language: str) -> Part:
    """Return what `smo.evaluate.backtest` measured over all cuts.

    Parameters
    ----------
    replay : DataFrame
        Checked table of `backtest`.
    interval : str
        Mass of the intervals, as the report says it.
    language : {"en", "ru"}
        Language of the report.
    """
    whole = replay[replay["cut"].isna()]
    names = sorted(whole["segment"].unique())[:MOST_SEGMENTS]
    notes, tables, figures = [word("replay_note", language)], [], []
    for name in names:
        own = whole[whole["segment"] == name]
        shown = segment_name(name, language)
        notes += [*_sentences(own, shown, interval, language)]
        for target in TARGETS:
            part = own[(own["target"] == target) & own["value"].notna()]
            if len(part):
                caption = word("replay_caption", language).format(
                    target=word(f"target.{target}", language), segment=shown, interval=interval
                )
                tables.append((caption, _grid(part, language)))
        figure = replay_figure(own, name, interval, language)
        figures += [figure] if figure is not None else []
    told = len(notes) > 1 or bool(tables)
    if not told:
        return Part()
    return Part(" ".join(notes), tuple(tables), tuple(figures))


def _sentences(own: pd.DataFrame, segment: str, interval: str, language: str) -> Iterator[str]:
    for row in own[own["measure"] == "coverage"].to_dict("records"):
        span = word("range", language).format(
            low=percent(row["low"], language), high=percent(row["high"], language)
        )
        yield word("replay_coverage", language).format(
            segment=segment, share=percent(row["value"], language), interval=interval, span=span,
            n=decimal(row["topics"], language),
        )  # fmt: skip
    for row in own[own["measure"] == "refused"].to_dict("records"):
        yield word("replay_refused", language).format(
            segment=segment, target=known_word("target", row["target"], language), note=row["note"]
        )


def _grid(part: pd.DataFrame, language: str) -> Grid:
    values = ["value", "low", "high", "gain", "gain_low", "gain_high"]
    rows = []
    for ranking in dict.fromkeys(part["ranking"]):
        row: dict[str, object] = {"ranking": ranking}
        for measure, (name, gain) in MEASURES.items():
            found = part[(part["ranking"] == ranking) & (part["measure"] == measure)]
            told = found[values].iloc[0].tolist() if len(found) else [None] * len(values)
            keys = [f"{key}{end}" for key in (name, gain) for end in ("", "_low", "_high")]
            row |= dict(zip(keys, told, strict=True))
        rows.append(row)
    return grid_of(
        pd.DataFrame(rows),
        "ranking",
        lambda row: known_word("ranking", row["ranking"], language),
        {
            "spearman": lambda row: with_ends(row, "spearman", language, plain),
            "precision": lambda row: with_ends(row, "precision", language, plain),
            "gain": lambda row: with_ends(row, "gain", language, plain),
            "gain_top": lambda row: with_ends(row, "gain_top", language, plain),
        },
        language,
    )


def replay_figure(whole: pd.DataFrame, segment: str, interval: str, language: str) -> Figure | None:
    """Return how each list of clicks missed agreed with what came; None where CTR was refused.

    Parameters
    ----------
    whole : DataFrame
        Rows of `backtest` over all cuts, of one segment.
    segment : str
        Whose.
    interval : str
        Mass of the intervals, as the report says it.
    language : {"en", "ru"}
        Language of the figure.
    """
    rows = whole[(whole["target"] == "shortfall") & whole["value"].notna()]
    lists = list(dict.fromkeys(rows["ranking"]))
    if not lists:
        return None
    canvas = Canvas()
    bottom = TOP + ROW * len(lists)
    for place, name in enumerate(lists):
        canvas.text(
            LEFT - 10, TOP + ROW * (place + 0.5) + 4, known_word("ranking", name, language), "end"
        )
    for measure, (start, end, low) in PANELS.items():
        scale = Scale(low, 1.0, start, end)
        canvas.text(start, 18, word(f"head.{MEASURES[measure][0]}", language), "soft")
        for tick in scale.ticks():
            canvas.line(scale(tick), TOP, scale(tick), bottom, "axis" if tick == 0 else "grid")
            canvas.text(scale(tick), bottom + 15, plain(tick, language), "soft mid")
        own = rows[rows["measure"] == measure].set_index("ranking")
        for place, name in enumerate(lists):
            if name in own.index:
                row = own.loc[name]
                told = f"{known_word('ranking', name, language)}: {plain(row['value'], language)}"
                _mark(canvas, row, scale, TOP + ROW * (place + 0.5), told)
    title = word("fig.replay", language).format(segment=segment_name(segment, language))
    told = word("fig.replay_told", language).format(interval=interval)
    return canvas.figure(f"replay/{segment}", title, told, bottom + 28)


def _mark(canvas: Canvas, row: pd.Series[float], scale: Scale, y: float, named: str) -> None:
    if not pd.isna(row["low"]) and not pd.isna(row["high"]):
        canvas.line(scale(float(row["low"])), y, scale(float(row["high"])), y, "whisker")
    canvas.dot(scale(float(row["value"])), y, 5.0, "c1" if row.name == PLAN else "c0", named)
