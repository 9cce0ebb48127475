"""Click maps of Hotjar, Mouseflow, Contentsquare, Amplitude and Adobe Activity Map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import plain_devices, sum_keys
from smo.read.noise import without_noise
from smo.read.numbers import parse_numbers
from smo.read.selectors import role_of_selector
from smo.spec import DTYPES
from smo.tables import CLICKS

PAGE = ("Page URL", "Page", "URL", "[Amplitude] Page URL", "Page address")


def _hidden(draft: Draft) -> Draft:
    """Say how many clicks fell on elements that the picture does not show."""
    if "_visible" not in draft.extra:
        return draft
    hidden = draft.extra["_visible"].fillna("").str.casefold().isin(["no", "false", "нет"])
    clicks = float(draft.frame.loc[hidden.to_numpy(dtype=bool), "clicks"].sum())
    return draft.note(f"{clicks:g} clicks fell on elements hidden in the picture, menus mostly")


def _rates(draft: Draft) -> Draft:
    """Turn rates per page view into exposed and clicked page views; clicks too where none are."""
    frame = draft.frame
    none: pd.Series[Any] = pd.Series(pd.NA, index=frame.index, dtype=DTYPES["number"])
    missing = frame.get("clicks", none).isna()
    if "pageviews" not in frame or frame["pageviews"].isna().all():
        if not missing.all() or frame.empty:
            return draft.note("rates cannot be turned into counts: no page views are told")
        raise SmoError(
            "it tells rates of clicks only, and no page views to make counts of them",
            where=draft.grid.name,
            remedy="export the page views of the page, or the number of clicks, beside the rates",
        )
    rates = _shares(draft)
    made = {name: (frame["pageviews"] * rates[name]).round(6) for name in rates}
    if missing.any():
        made["clicks"] = frame.get("clicks", none).fillna(made["clicked_pageviews"])
        made["derived"] = missing.astype(DTYPES["flag"])
        draft = draft.note(
            f"clicks of {int(missing.sum())} rows are computed: page views x click rate"
        )
    return replace(draft, frame=frame.assign(**made))


def _shares(draft: Draft) -> dict[str, pd.Series[Any]]:
    """Read rates as shares: with a percent sign, in percent without one, or as fractions.

    A click rate seldom exceeds one percent, so the columns tell together what they are in.
    """
    told = {"exposed": "_exposure", "clicked_pageviews": "_click_rate"}
    texts = {name: draft.extra[column].fillna("") for name, column in told.items()}
    signed = any(bool(column.str.contains("%", regex=False).any()) for column in texts.values())
    rates = {
        name: pd.Series(
            parse_numbers(column.tolist())[0], index=column.index, dtype=DTYPES["number"]
        )
        for name, column in texts.items()
    }
    percent = not signed and any(bool((rate > 1).any()) for rate in rates.values())
    return {name: rate / 100 if percent else rate for name, rate in rates.items()}


def _link_key(draft: Draft) -> Draft:
    """Name a link by its words and its region, as the map itself does."""
    frame = draft.frame
    none: pd.Series[Any] = pd.Series(pd.NA, index=frame.index, dtype=DTYPES["text"])
    region = draft.extra.get("_region", none)
    by_region = (frame["text"] + " | " + region).where(region.notna(), frame["text"])
    draft = replace(draft, frame=frame.assign(element=by_region, role=region))
    # Only now the rows have the names by which totals are told.
    return sum_keys(without_noise(draft, {"element": by_region.fillna("").tolist()}))


def _by_region(draft: Draft) -> Draft:
    """Part "link | region" into its two halves."""
    if "text" in draft.frame:
        return draft
    parts = draft.extra["_both"].str.extract(r"(?s)^(.*?)(?:\|([^|]*))?$")
    text, region = (parts[half].str.strip().astype(DTYPES["text"]) for half in (0, 1))
    draft = replace(draft, frame=draft.frame.assign(text=text))
    return replace(draft, extra={**draft.extra, "_region": region})


def _point_or_selector(draft: Draft) -> Draft:
    """Place rows that are named by a coordinate instead of a selector."""
    found = draft.frame["element"].str.extract(r"^\(?\s*([\d.]+)\s*[,;]\s*([\d.]+)\s*\)?$")
    if found[0].isna().all():
        return role_of_selector(draft)
    x, y = (pd.to_numeric(found[i], errors="coerce").astype(DTYPES["number"]) for i in (0, 1))
    x = x / 100 if bool((x > 1).any()) else x
    return role_of_selector(replace(draft, frame=draft.frame.assign(x=x, y=y)))


_ADOBE = {
    "_region": ("Activity Map Region", "clickmapregion", "ClickMap Region"),
    "_both": ("Activity Map Link By Region", "clickmaplinkbyregion", "Link By Region"),
    "page": ("Activity Map Page", "clickmappage", "ClickMap Page"),
    "clicks": ("Activity Map Link Instances", "Link instances", "Occurrences", "Instances",
               "Clicks", "Link clicks", "Activity Map Instances", "Activity Map"),
    "visits": ("Visits",), "visitors": ("Unique Visitors",),
}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format(
        name="Hotjar click map",
        family="Hotjar",
        spec=CLICKS,
        words={"element": ("Element CSS selector",), "clicks": ("Total # of clicks",),
               "share": ("% of total",), "_visible": ("Visible in image",)},
        required=("element", "clicks"),
        evidence="C",
        fills=("role",),
        constants={"kind": "element"},
        mends=(role_of_selector, _hidden),
        selectors=True,
    ),
    Format(
        name="Mouseflow click map",
        family="Mouseflow",
        spec=CLICKS,
        words={
            "element": ("Element", "Selector", "CSS selector", "Element selector", "CSS path"),
            "text": ("Text", "Element text", "Link text"), "target": ("Href", "Link URL"),
            "page": PAGE, "clicks": ("Clicks", "Number of clicks", "Click count", "# of clicks"),
            "hovers": ("Hovers", "Hover", "Hover rate", "Hover time", "Avg. hover time",
                       "Hover count", "Mouse hovers"),
            "share": ("Clicks %", "% of clicks", "Click %"),
            "device": ("Device",), "pageviews": ("Page views", "Pageviews"),
        },
        required=("element", "clicks", "hovers"),
        evidence="K",
        fills=("role",),
        constants={"kind": "element"},
        mends=(plain_devices, role_of_selector),
        selectors=True,
    ),
    Format(
        name="Contentsquare zones",
        family="Contentsquare",
        spec=CLICKS,
        words={
            "element": ("zoneName", "Zone name", "Zone", "zoneId", "Zone ID"), "page": PAGE,
            "clicks": ("clicks", "Number of clicks", "totalClicks"), "device": ("device", "Device"),
            "pageviews": ("pageviews", "Page views", "views", "Number of pageviews"),
            "_click_rate": ("clickRate", "Click rate"),
            "_exposure": ("exposureRate", "Exposure rate"),
            "attractiveness": ("attractivenessRate", "attractiveness", "Attractiveness rate",
                               "attractivityRate"),
            "recurrence": ("clickRecurrence", "Click recurrence", "clickRepetition"),
            "time": ("exposureTime", "Exposure time", "hesitationTime", "Time before first click"),
        },
        required=("element", "_click_rate", "_exposure"),
        evidence="D",
        fills=("exposed", "clicked_pageviews", "derived",),
        constants={"kind": "element"},
        mends=(plain_devices, _rates),
    ),
    Format(
        name="Amplitude click map",
        family="Amplitude",
        spec=CLICKS,
        words={
            "element": ("CSS selector", "[Amplitude] Element Selector", "Element selector",
                        "[Amplitude] Element Hierarchy", "Coordinate", "Coordinates"),
            "text": ("[Amplitude] Element Text", "Element text"),
            "target": ("[Amplitude] Element Href", "Element href"),
            "page": ("[Amplitude] Page URL", "Page URL", "[Amplitude] Page Path"),
            "clicks": ("Clicks", "Total clicks", "Event totals", "Totals", "Count"),
            "users": ("Users", "Unique users", "Uniques"), "share": ("% of clicks", "Percent"),
        },
        required=("element", "clicks"),
        any_of=("users", "text", "target", "share"),
        evidence="D",
        fills=("role", "x", "y",),
        constants={"kind": "element"},
        mends=(_point_or_selector, sum_keys),
        selectors=True,
    ),
    Format(
        name="Adobe Activity Map links",
        family="Adobe Analytics",
        spec=CLICKS,
        words={"text": ("Activity Map Link", "clickmaplink", "ClickMap Link"), **_ADOBE},
        required=("text", "clicks"),
        evidence="D",
        fills=("element", "role",),
        constants={"kind": "link"},
        mends=(_link_key,),
    ),
    Format(
        name="Adobe Activity Map links by region",
        family="Adobe Analytics",
        spec=CLICKS,
        words=_ADOBE,
        required=("_both", "clicks"),
        evidence="D",
        fills=("element", "text", "role",),
        constants={"kind": "link"},
        mends=(_by_region, _link_key),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
