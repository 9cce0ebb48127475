"""Crazy Egg: the element list of a snapshot."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pandas as pd

from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.periods import duration, since
from smo.spec import DTYPES
from smo.tables import CLICKS

_FIELD_TAGS = frozenset(["input", "select", "textarea", "form"])
_EMBEDDED_TAGS = frozenset(["object", "embed", "iframe", "video"])
_FIELD = re.compile(r"[\w\[\]-]+\.[\w\[\]-]+")
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?"
_ADDRESS = re.compile(rf"(?:[a-z][a-z0-9+.-]*://)?{_HOST}(?:[/?#]\S*)?", re.IGNORECASE)
_FILE = re.compile(r"[\w-]+\.(?:php\d?|html?|aspx?|jsp|cgi|cfm)(?:[?#]\S*)?", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)(?![a-z0-9])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_VISITS = re.compile(r"([\d,.\s]+) visits?", re.IGNORECASE)
_CLICKS = re.compile(r"([\d,.\s]+) clicks?", re.IGNORECASE)
_CREATED = re.compile(r"created\s+(\S+)", re.IGNORECASE)


def sort_out_name(tag: str, name: str) -> tuple[str | None, str | None]:
    """Return text and target that one element name stands for.

    The name is the words of a link, `form.field`, or host and path of what it leads to. An
    image is named by the page it leads to, or by its own file, which leads nowhere; what is
    embedded is named by its source.

    Examples
    --------
    >>> sort_out_name("a", "Advanced Search")
    ('Advanced Search', None)
    >>> sort_out_name("a", "lib.example.edu/find/")
    (None, 'lib.example.edu/find/')
    >>> sort_out_name("img", "shop.example/hammocks/"), sort_out_name("img", "shop.example/a.png")
    ((None, 'shop.example/hammocks/'), (None, None))
    >>> sort_out_name("input", "s.q")
    (None, None)
    """
    name = name.strip()
    if not _WORD.search(name) or (tag in _FIELD_TAGS and _FIELD.fullmatch(name)):
        return None, None
    if _FILE.fullmatch(name):
        return None, name
    if not _ADDRESS.fullmatch(name):
        return name, None
    if tag in _EMBEDDED_TAGS or "/data:" in name or (tag == "img" and _PICTURE.search(name)):
        return None, None
    return None, name


def _snapshot(draft: Draft) -> Draft:
    """Take page, period and visits from the two rows that carry the snapshot's facts."""
    if "_snapshot" not in draft.extra:
        return draft
    told = draft.extra["_snapshot"].dropna().tolist()
    parts = [part.strip() for text in told for part in text.split("•") if part.strip()]
    page = next((part for part in parts if re.match(r"https?://\S+$", part)), None)
    visits = next((_whole(m[1]) for part in parts if (m := _VISITS.search(part))), None)
    clicks = next((_whole(m[1]) for part in parts if (m := _CLICKS.search(part))), None)
    created = next((_us_day(m[1]) for part in parts if (m := _CREATED.search(part))), None)
    days = next((d for part in parts if (d := duration(part)) is not None), None)
    frame = draft.frame.copy()
    frame["page"] = pd.Series(page, index=frame.index, dtype=DTYPES["text"])
    frame["pageviews"] = pd.Series(visits, index=frame.index, dtype=DTYPES["number"])
    draft = replace(draft, frame=frame, total_clicks=clicks)
    if visits is not None:
        draft = draft.note("visits are taken for the page views of every element")
    return draft if days is None else replace(draft, period=since(created, days))


def _named(draft: Draft) -> Draft:
    """Sort out what each name stands for."""
    tags = draft.frame["role"].fillna("") if "role" in draft.frame else None
    names = draft.extra["_name"].fillna("")
    pairs = [
        sort_out_name(str(tag).casefold(), name)
        for tag, name in zip(tags if tags is not None else [""] * len(names), names, strict=True)
    ]
    texts = pd.Series([t for t, _ in pairs], index=names.index, dtype=DTYPES["text"])
    targets = pd.Series([t for _, t in pairs], index=names.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(text=texts, target=targets))


def _hidden(draft: Draft) -> Draft:
    """Say how many clicks fell on elements that the picture does not show."""
    if "_visible" not in draft.extra:
        return draft
    hidden = draft.extra["_visible"].fillna("").str.casefold() == "false"
    clicks = float(draft.frame.loc[hidden.to_numpy(dtype=bool), "clicks"].sum())
    return draft.note(f"{clicks:g} clicks fell on elements hidden in the picture, menus mostly")


def _us_day(text: str) -> date | None:
    return parse_day(text, day_first=False) or parse_day(text, day_first=True)


def _whole(text: str) -> float:
    return float(re.sub(r"\D", "", text))


FORMATS = (
    Format(
        name="Crazy Egg element list",
        family="Crazy Egg",
        spec=CLICKS,
        words={
            "element": ("Element ID",),
            "role": ("Tag name",),
            "_name": ("Name",),
            "clicks": ("No. clicks",),
            "_visible": ("Visible?",),
            "_snapshot": ("Snapshot information",),
        },
        required=("element", "_name", "clicks"),
        evidence="R",
        fills=(
            "page",
            "text",
            "target",
            "pageviews",
        ),
        constants={"kind": "element"},
        mends=(_snapshot, _named, _hidden),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
