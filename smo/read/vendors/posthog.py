"""PostHog: events with element chains, heatmap rows, answers of its heatmap interface."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import sum_keys
from smo.read.vendors.posthog_events import click_events, page_views
from smo.spec import DTYPES
from smo.tables import CLICKS, PAGES

FAMILY = "PostHog"
# Columns of events as exported, and of their properties where those are columns of their own.
_EVENT = {
    "_event": ("event",),
    "_properties": ("properties",),
    "_chain": ("elements_chain", "elements", "properties.$elements_chain", "$elements_chain",
               "properties.$elements", "$elements"),
    "_url": ("properties.$current_url", "$current_url", "current_url"),
    "_path": ("properties.$pathname", "$pathname"),
    "_text": ("properties.$el_text", "$el_text"),
    "_type": ("properties.$event_type", "$event_type"),
    "_device": ("properties.$device_type", "$device_type"),
    "_utm_source": ("properties.utm_source", "utm_source"),
    "_utm_campaign": ("properties.utm_campaign", "utm_campaign"),
    "_date": ("timestamp",),
}  # fmt: skip
_HITS = {"click": "clicks", "rageclick": "rage_clicks", "deadclick": "dead_clicks"}


def _points(draft: Draft) -> Draft:
    """Turn stored coordinates, divided by the scale factor, into shares and pixels; sum points."""
    kinds = draft.extra["_type"].fillna("").str.casefold()
    draft = draft.drop(~kinds.isin(list(_HITS)), "mouse move or scroll depth, no click")
    frame, kinds = draft.frame, kinds[draft.frame.index]
    width, scale = (pd.to_numeric(draft.extra[name], errors="coerce").astype(DTYPES["number"])
                    for name in ("_width", "_scale"))  # fmt: skip
    share = (frame["x"] / width.where(width > 0)).clip(lower=0, upper=1)
    frame = frame.assign(x=share, y=frame["y"] * scale)
    hits = {
        name: (kinds == kind).astype(float).astype(DTYPES["number"]) for kind, name in _HITS.items()
    }
    return sum_keys(_point_keys(replace(draft, frame=frame.assign(**hits))))


def _point_keys(draft: Draft) -> Draft:
    """Name a point by its place, to a hundredth of the width and ten pixels.

    What is fixed to the window stands at a height of the window, not of the page.
    """
    x, y = draft.frame["x"].round(2), (draft.frame["y"] / 10).round() * 10
    none: pd.Series[Any] = pd.Series(pd.NA, index=x.index, dtype=DTYPES["text"])
    fixed = draft.extra.get("_fixed", none).fillna("").str.casefold().isin(["true", "1", "1.0"])
    keys = [
        ("fixed point" if of_window else "point")
        + ("" if pd.isna(a) or pd.isna(b) else f" {float(a):.2f}, {float(b):g}")
        for a, b, of_window in zip(x, y, fixed, strict=True)
    ]
    element = pd.Series(keys, index=x.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(element=element, x=x, y=y.where(~fixed)))


def _fits_answer(value: object) -> bool:
    if not isinstance(value, Mapping) or not isinstance(value.get("results"), list):
        return False
    rows = value["results"]
    return bool(rows) and all(isinstance(row, Mapping) and "pointer_y" in row for row in rows)


def _answer(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    names = ("count", "pointer_relative_x", "pointer_y", "pointer_target_fixed")
    return {"": [names, *([row.get(name) for name in names] for row in value["results"])]}


_EVENT_PARTS = ("event", "timestamp", "properties", "elements_chain")


def _fits_events(value: object) -> bool:
    if not isinstance(value, Mapping) or not isinstance(value.get("results"), list):
        return False
    rows = value["results"]
    return bool(rows) and all(
        isinstance(row, Mapping) and {"event", "timestamp", "properties"} <= set(row)
        for row in rows
    )


def _events(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the events of an answer; where a chain is empty the list of elements stands for it."""
    rows = [
        [row["event"], row["timestamp"], json.dumps(row["properties"]),
         row.get("elements_chain") or (json.dumps(row["elements"]) if row.get("elements") else "")]
        for row in value["results"]
    ]  # fmt: skip
    return {"": [_EVENT_PARTS, *rows]}


FORMATS: tuple[Format, ...] = (
    Format(
        name="PostHog events",
        family=FAMILY,
        spec=CLICKS,
        words=_EVENT,
        required=("_event", "_date"),
        any_of=("_chain", "_properties"),
        evidence="C",
        fills=("page", "element", "clicks", "text", "target", "role", "device", "channel",
               "campaign", "pageviews", "dead_clicks", "rage_clicks"),
        constants={"kind": "element"},
        mends=(click_events,),
        told_by="event, timestamp, properties or elements_chain",
        also=(
            Format(
                name="PostHog page views",
                family=FAMILY,
                spec=PAGES,
                words=_EVENT,
                required=("_event", "_date"),
                any_of=("_chain", "_properties"),
                evidence="C",
                fills=("page", "views"),
                mends=(page_views,),
                told_by="$pageview among its events",
            ),
        ),
    ),
    Format(
        name="PostHog heatmap rows",
        family=FAMILY,
        spec=CLICKS,
        words={
            "x": ("x",), "y": ("y",), "_scale": ("scale_factor",), "_width": ("viewport_width",),
            "page": ("current_url",), "_type": ("type",), "_date": ("timestamp",),
            "_fixed": ("pointer_target_fixed",), "height": ("viewport_height",),
        },
        required=("x", "y", "_scale", "_width", "_type"),
        evidence="C",
        fills=("element", "clicks", "dead_clicks", "rage_clicks",),
        constants={"kind": "element"},
        mends=(_points,),
    ),
    Format(
        name="PostHog heatmap answer",
        family=FAMILY,
        spec=CLICKS,
        words={"clicks": ("count",), "x": ("pointer_relative_x",), "y": ("pointer_y",),
               "_fixed": ("pointer_target_fixed",)},
        required=("clicks", "x", "y"),
        evidence="D",
        fills=("element",),
        constants={"kind": "element"},
        mends=(_point_keys, sum_keys),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = (
    JsonShape("an answer of PostHog's heatmaps", _fits_answer, _answer),
    JsonShape("an answer of PostHog's events", _fits_events, _events),
)
