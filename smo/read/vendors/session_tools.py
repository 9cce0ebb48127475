"""Umami: its event table as exported; OpenReplay documents no export of clicks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import sum_keys
from smo.spec import DTYPES
from smo.tables import CLICKS, PAGES

# Kinds of rows in its event table.
PAGE_VIEW, CUSTOM = "1", "2"
_EVENT = {
    "page": ("url_path",), "_type": ("event_type",), "_name": ("event_name",),
    "_date": ("created_at",), "_query": ("url_query",), "_campaign": ("utm_campaign",),
    "_source": ("utm_source",), "title": ("page_title",), "referrer": ("referrer_domain",),
}  # fmt: skip


def _named_events(draft: Draft) -> Draft:
    """Count the events that the site names: clicks, most of them, but only it knows."""
    kind = draft.extra["_type"].fillna("")
    draft = draft.drop(kind != CUSTOM, "page view or other row, no named event")
    name = draft.extra["_name"]
    frame = draft.frame.assign(
        element=name, text=name, clicks=pd.Series(1.0, index=name.index, dtype=DTYPES["number"])
    )
    for column, told in (("channel", "_source"), ("campaign", "_campaign")):
        if told in draft.extra:
            frame[column] = draft.extra[told]
    draft = sum_keys(replace(draft, frame=frame))
    return draft.note("every named event counts as a click on an element of its name")


def _views(draft: Draft) -> Draft:
    kind = draft.extra["_type"].fillna("")
    draft = draft.drop(kind != PAGE_VIEW, "named event or other row, no page view")
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    return sum_keys(replace(draft, frame=draft.frame.assign(views=one)))


FORMATS: tuple[Format, ...] = (
    Format(
        name="Umami events",
        family="Umami",
        spec=CLICKS,
        words=_EVENT,
        required=("page", "_type", "_name", "_date"),
        evidence="C",
        fills=(
            "element",
            "clicks",
            "text",
            "channel",
            "campaign",
        ),
        constants={"kind": "element"},
        mends=(_named_events,),
        also=(
            Format(
                name="Umami page views",
                family="Umami",
                spec=PAGES,
                words=_EVENT,
                required=("page", "_type", "_name", "_date"),
                evidence="C",
                fills=("views",),
                mends=(_views,),
            ),
        ),
    ),
)
SHAPES: tuple[JsonShape, ...] = ()
