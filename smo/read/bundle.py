"""What the sheets of one export tell about each other: filter, period, totals, segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

import smo.read.vendors.search_console_words as words
from smo.read.format import Draft
from smo.read.mends import device_name
from smo.read.periods import Period, in_filter
from smo.read.recognize import fold_header
from smo.read.vendors.search_console import SEARCH_CONSOLE
from smo.spec import DTYPES


def _folded(*groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_header(word) for group in groups for word in group)


_DATE = _folded(words.DATE)
_DEVICE = _folded(words.DEVICE)
_COUNTRY = _folded(words.COUNTRY)
_PAGE = _folded(words.FILTER_PAGE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the filter sheet and the chart of one export say."""

    filtered: Period = field(default_factory=Period)
    charted: Period = field(default_factory=Period)
    segment: str | None = None
    page: str | None = None
    clicks: float | None = None
    impressions: float | None = None
    notes: tuple[str, ...] = ()


def with_bundle_facts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those of one Search Console export knowing its filter and chart."""
    bundles = dict.fromkeys(d.grid.bundle for d in drafts if d.format.family == SEARCH_CONSOLE)
    facts = {bundle: _facts([d for d in drafts if d.grid.bundle == bundle]) for bundle in bundles}
    return [
        _told(draft, facts[draft.grid.bundle]) if draft.format.family == SEARCH_CONSOLE else draft
        for draft in drafts
    ]


def _facts(drafts: Sequence[Draft]) -> Facts:
    filters = [d for d in drafts if d.spec.name == "filters"]
    charts = [d for d in drafts if d.format.constants.get("kind") == "day"]
    facts = _filter_facts(filters[0]) if len(filters) == 1 else Facts()
    if len(charts) != 1:
        return facts
    chart = charts[0]
    return Facts(
        facts.filtered,
        chart.period,
        facts.segment,
        facts.page,
        float(chart.frame["clicks"].sum()),
        float(chart.frame["impressions"].sum()),
        facts.notes,
    )


def _filter_facts(draft: Draft) -> Facts:
    period, segment, page, notes = Period(), {}, None, []
    if "value" not in draft.frame:
        return Facts()
    for name, value in zip(draft.frame["name"], draft.frame["value"], strict=True):
        if pd.isna(value):
            continue
        key = fold_header(name)
        if key in _DATE:
            period = in_filter(str(value))
        elif key in _DEVICE:
            segment["device"] = device_name(str(value))
        elif key in _COUNTRY:
            segment["country"] = str(value)
        elif key in _PAGE:
            segment["page"] = str(value).removeprefix("+").removeprefix("=")
            page = segment["page"] if not str(value).startswith("+") else None
        else:
            notes.append(f"filter: {name} = {value}")
    named = ", ".join(segment[key] for key in ("device", "country", "page") if key in segment)
    exact = page if page and page.startswith(("http://", "https://")) else None
    return Facts(period, Period(), named or None, exact, None, None, tuple(notes))


def _told(draft: Draft, facts: Facts) -> Draft:
    draft = replace(draft, segment=facts.segment, notes=(*draft.notes, *facts.notes))
    draft = _with_best_period(draft, facts)
    if draft.spec.name != "keywords":
        return draft
    frame = draft.frame
    if facts.page and "page" not in frame:
        page = pd.Series(facts.page, index=frame.index, dtype=DTYPES["text"])
        return replace(draft, frame=frame.assign(page=page))
    if "page" in frame or "date" in frame:
        return draft
    return replace(draft, total_clicks=facts.clicks, total_impressions=facts.impressions)


def _with_best_period(draft: Draft, facts: Facts) -> Draft:
    """Take two dates in the filter, else dated rows, else the chart, else a bare length."""
    if facts.filtered.start is not None:
        return replace(draft, period=facts.filtered)
    if draft.period.known:
        return draft
    period = facts.charted if facts.charted.known else facts.filtered
    draft = replace(draft, period=period)
    return draft.note(period.note) if period.note else draft
