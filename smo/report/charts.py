"""Figures that answer a mouse, for notebooks: charts of Altair (the extra `viz`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from smo.errors import SmoError
from smo.report.draw import WIDTH
from smo.report.figures import MAX_BARS, UNITS
from smo.report.inert import inert
from smo.report.numbers import percent, size
from smo.report.topicmap import HEIGHT, PILLARS, topic_circles
from smo.report.view import Plan
from smo.report.words import known_word, segment_name, word

if TYPE_CHECKING:
    import altair

COLORS = ("#1f7a8c", "#c8553d", "#5b8c5a", "#7b5ea7", "#b8860b", "#4a6fa5", "#8d8f93")
ROW = 22  # pixels of a proposal
LONGEST = 36  # characters of a name beside its row


def interactive_figures(plan: Plan) -> dict[str, Any]:
    """Return the sizes of the proposals and the map of the topics as charts of Altair.

    Parameters
    ----------
    plan : Plan
        What `smo.analyze` returned.

    Returns
    -------
    dict of str to altair.Chart or altair.VConcatChart
        `opportunity/SEGMENT` and `topics`, by the names of `TopicPlan.figures`. A mouse that rests
        on a mark reads its label, its demand or size, and the interval; the map is moved and made
        larger by the wheel. The same plan gives the same chart; texts are shown, never run.

    Raises
    ------
    SmoError
        When the extra is not installed.

    Notes
    -----
    Vega-Lite: Satyanarayan, A. et al. (2017). Vega-Lite: a grammar of interactive graphics. IEEE
    Transactions on Visualization and Computer Graphics 23, 341-350. JupyterLab and VS Code draw
    such charts without a network; a chart saved as HTML fetches the scripts of Vega.

    Examples
    --------
    >>> import smo
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["rope", "tent"], "volume": [9, 5]})
    >>> list(interactive_figures(smo.analyze(words)))  # doctest: +SKIP
    ['opportunity/all']
    """
    _altair()
    return dict(_charts(plan))


def _altair() -> Any:
    try:
        import altair  # noqa: PLC0415 - an extra
    except ImportError:
        raise SmoError(
            "interactive figures need the package altair",
            where="interactive_figures",
            remedy="pip install 'smo-analyzer[viz]', or use plan.figures()",
        ) from None
    return altair


def _charts(plan: Plan) -> Iterator[tuple[str, Any]]:
    proposals = plan.proposals.sort_values(["segment", "rank"])
    for segment, rows in proposals[proposals["size_median"].notna()].groupby("segment", sort=True):
        yield f"opportunity/{segment}", _forest(rows.head(MAX_BARS), str(segment), plan)
    circles = topic_circles(plan.topics, plan.scores)
    if len(circles):
        yield "topics", _map(circles, plan)


def _forest(rows: pd.DataFrame, segment: str, plan: Plan) -> altair.VConcatChart:
    alt, language = _altair(), plan.settings.report_language
    interval = percent(plan.settings.interval, language)
    names = [word("chart.label", language), word("chart.size", language),
             word("chart.interval", language).format(interval=interval),
             word("chart.action", language)]  # fmt: skip
    units = [*UNITS, *sorted(set(rows["size_unit"]) - set(UNITS))]
    parts = []
    for unit in units:
        own = rows[rows["size_unit"] == unit]
        if len(own):
            table = _forest_rows(own, language)
            parts.append(_bars(table, known_word("fig.unit", unit, language), names))
    name = inert(segment_name(segment, language))
    return alt.vconcat(*parts, title=word("fig.forest", language).format(segment=name))


def _forest_rows(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    return pd.DataFrame([
        {
            "name": f"{row['rank']}. {inert(row['title'], limit=LONGEST)}",
            "label": inert(row["title"]),
            "low": _number(row["size_low"]), "median": float(row["size_median"]),
            "high": _number(row["size_high"]), "size": size(row["size_median"], language),
            "interval": f"{size(row['size_low'], language)} – {size(row['size_high'], language)}",
            "action": inert(known_word("action", row["action"], language)),
        }
        for row in rows.to_dict("records")
    ])  # fmt: skip


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def _bars(table: pd.DataFrame, unit: str, names: list[str]) -> altair.LayerChart:
    alt = _altair()
    told = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in zip(("label", "size", "interval", "action"), names, strict=True)
    ]
    rows = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=300))
    across = alt.X("low:Q", title=unit, scale=alt.Scale(zero=True))
    base = alt.Chart(table)
    whiskers = base.mark_rule(strokeWidth=3, color=COLORS[0]).encode(
        x=across, x2="high:Q", y=rows, tooltip=told
    )
    dots = base.mark_circle(size=90, color=COLORS[0], opacity=1).encode(
        x="median:Q", y=rows, tooltip=told
    )
    return alt.layer(whiskers, dots).properties(width=int(WIDTH) - 260, height=ROW * len(table))


def _map(circles: pd.DataFrame, plan: Plan) -> altair.Chart:
    alt, language = _altair(), plan.settings.report_language
    best = plan.scores.sort_values(["demand", "segment"], ascending=[False, True])
    best = best.drop_duplicates("topic").set_index("topic").loc[circles["topic"]]
    table = pd.DataFrame({
        "label": [inert(name) for name in circles["label"]],
        "pillar": [inert(name) for name in circles["pillar_label"]],
        "color": circles["pillar"].clip(upper=PILLARS).astype(int),
        "x": circles["x"], "y": circles["y"], "area": 3.1416 * circles["radius"] ** 2,
        "demand": [size(value, language) for value in circles["demand"]],
        "interval": [f"{size(low, language)} – {size(high, language)}" for low, high
                     in zip(best["demand_low"], best["demand_high"], strict=True)],
    })  # fmt: skip
    interval = percent(plan.settings.interval, language)
    titles = {"label": "chart.label", "demand": "chart.demand", "interval": "chart.interval",
              "pillar": "chart.pillar"}  # fmt: skip
    told = [
        alt.Tooltip(field=f, type="nominal", title=word(key, language).format(interval=interval))
        for f, key in titles.items()
    ]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[HEIGHT, 0], nice=False))
    colors = alt.Scale(domain=list(range(PILLARS + 1)), range=list(COLORS))
    color = alt.Color("color:N", legend=None, scale=colors)
    area = alt.Size("area:Q", legend=None, scale=None)
    dots = alt.Chart(table).mark_circle(opacity=0.8)
    dots = dots.encode(x=x, y=y, color=color, size=area, tooltip=told)
    zoom = alt.selection_interval(bind="scales", name="zoom")
    return dots.add_params(zoom).properties(
        width=WIDTH, height=HEIGHT, title=word("fig.topics", language), name="topics"
    )
