"""Events of PostHog to clicks on elements and views of pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft
from smo.read.mends import device_name, sum_keys
from smo.spec import DTYPES
from smo.text.elements_chain import clicked, element_key, parse_elements

# A finger's touch is a click too; change, submit and copy are none.
_CLICK_TYPES = ("click", "touch")
_COUNTED = {"$autocapture": "clicks", "$rageclick": "rage_clicks", "$dead_click": "dead_clicks",
            "$deadclick": "dead_clicks"}  # fmt: skip
_PROPERTY = {
    "_url": "$current_url", "_path": "$pathname", "_text": "$el_text", "_type": "$event_type",
    "_device": "$device_type", "_utm_source": "utm_source", "_utm_campaign": "utm_campaign",
    "_chain": "$elements_chain",
}  # fmt: skip


MAX_WRAPS = 3


def click_events(draft: Draft) -> Draft:
    """Turn autocaptured clicks into elements with counts; other events are accounted for.

    Rage and dead clicks are events of their own beside the clicks they consist of, so they add
    to their own columns only. Page views become the `pageviews` of their page and device.
    """
    told = _told(draft)
    event = told["_event"].fillna("")
    views = told[event == "$pageview"].groupby(["page", "device"], dropna=False).size()
    draft = draft.drop(event == "$pageview", "page view, counted in pageviews")
    event = event[draft.frame.index]
    other = ~told["_type"][event.index].fillna("click").isin(_CLICK_TYPES)
    draft = draft.drop(~event.isin(list(_COUNTED)), "event is no click")
    draft = draft.drop((event == "$autocapture")[draft.frame.index] & other[draft.frame.index],
                       "change or submission of a field, no click")  # fmt: skip
    draft = draft.drop(told["page"][draft.frame.index].isna(), "click without an address")
    told = told.loc[draft.frame.index]
    elements = [clicked(parse_elements(chain)) for chain in told["_chain"].fillna("")]
    frame = told[["page", "device", "channel", "campaign"]].assign(
        element=_texts([element_key(e) if e else "(unknown element)" for e in elements], told),
        text=_texts([e.text if e else None for e in elements], told).fillna(told["_text"]),
        target=_texts([e.href if e else None for e in elements], told),
        role=_texts([e.tag if e else None for e in elements], told),
        **{
            name: told["_event"].map(_COUNTED).eq(name).astype(float).astype(DTYPES["number"])
            for name in ("clicks", "rage_clicks", "dead_clicks")
        },
    )
    return _with_views(sum_keys(replace(draft, frame=frame)), views)


def page_views(draft: Draft) -> Draft:
    """Sum the page views of each page."""
    told = _told(draft)
    draft = draft.drop(told["_event"].fillna("") != "$pageview", "event is no page view")
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    page = told["page"][draft.frame.index]
    return sum_keys(replace(draft, frame=draft.frame.assign(page=page, views=one)))


def _with_views(draft: Draft, views: pd.Series[Any]) -> Draft:
    if not len(views):
        return draft
    table = views.rename("pageviews").astype(float).reset_index()
    keys = draft.frame[["page", "device"]]
    found = keys.merge(table, on=["page", "device"], how="left")["pageviews"]
    pageviews = pd.Series(found.to_numpy(), index=keys.index, dtype=DTYPES["number"])
    return replace(draft, frame=draft.frame.assign(pageviews=pageviews))


def _told(draft: Draft) -> pd.DataFrame:
    """Return what each event tells: columns of the export, else its properties."""
    index = draft.frame.index
    empty = pd.Series(pd.NA, index=index, dtype=DTYPES["text"])
    properties = [_object(text) for text in draft.extra.get("_properties", empty).fillna("")]
    chains = draft.extra.get("_chain", empty).map(_chain, na_action="ignore").astype(empty.dtype)
    told = pd.DataFrame({"_event": draft.extra["_event"]}, index=index)
    lists = _texts([_list(known.get("$elements")) for known in properties], told)
    for name, inside in _PROPERTY.items():
        values = _texts([_plain(known.get(inside)) for known in properties], told)
        own = chains if name == "_chain" else draft.extra.get(name, empty)
        told[name] = own.fillna(values)
    # Events on their way to the interface carry a list where stored ones have a chain.
    told["_chain"] = told["_chain"].fillna(lists)
    return told.assign(
        page=told["_url"].fillna(told["_path"]),
        device=told["_device"].map(device_name, na_action="ignore").astype(DTYPES["text"]),
        channel=told["_utm_source"],
        campaign=told["_utm_campaign"],
    )


def _object(text: str) -> Mapping[str, Any]:
    value = _unpacked(text)
    return value if isinstance(value, Mapping) else {}


def _chain(text: str) -> str | None:
    """Return a chain; exports to databases wrap it in JSON once or twice, and keep empty ones."""
    return _plain(_unpacked(text) if text[:1] == '"' or text in ("null", "[]") else text)


def _list(value: object) -> str | None:
    return json.dumps(value) if isinstance(value, list) and value else None


def _unpacked(text: str) -> object:
    """Return what a JSON text holds, also where it is packed in JSON texts itself."""
    value: object = text
    for _ in range(MAX_WRAPS):
        if not isinstance(value, str) or not value:
            break
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            break
    return value


def _plain(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _texts(values: list[str | None], like: pd.DataFrame) -> pd.Series[Any]:
    return pd.Series(values, index=like.index, dtype=DTYPES["text"])
