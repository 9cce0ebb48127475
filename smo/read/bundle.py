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
from smo.read.vendors.search_console import SHEET_NAMES
from smo.read.vendors.search_console_bulk import DISCOVER, refuse_both
from smo.read.vendors.search_console_compare import COMPARED
from smo.read.vendors.search_console_mends import search_type
from smo.spec import DTYPES


def _folded(*groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_header(word) for group in groups for word in group)


_DATE = _folded(words.DATE)
_DEVICE = _folded(words.DEVICE)
_COUNTRY = _folded(words.COUNTRY)
_PAGE = _folded(words.FILTER_PAGE)
_TYPE = _folded(words.FILTER_TYPE)
_DISCOVER = _folded(words.DISCOVER_APPEARANCE)
# Only the file's name and a sheet without a table tell the days of its sheets else.
UNIVERSAL = "Universal Analytics "
# "Last 3 months" is taken as 91 days and has 89 to 92.
NEAR_DAYS = 0.1
_ADDRESS = ("http://", "https://")


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
    """Return the drafts, the sheets of one Search Console export knowing its filter and chart.

    Raises
    ------
    SmoError
        When two tables hold the same clicks.
    """
    refuse_both(drafts)
    drafts = _with_days_beside(drafts)
    sheets = [draft for draft in drafts if draft.format.name in SHEET_NAMES]
    bundles = dict.fromkeys(draft.grid.bundle for draft in sheets)
    facts = {bundle: _facts([d for d in sheets if d.grid.bundle == bundle]) for bundle in bundles}
    return [
        _told(draft, facts[draft.grid.bundle]) if draft.format.name in SHEET_NAMES else draft
        for draft in drafts
    ]


def _with_days_beside(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the sheets of a Universal Analytics workbook that tell no days those of its chart."""
    told = [draft for draft in drafts if draft.format.name.startswith(UNIVERSAL)]
    days: dict[str, list[Period]] = {}
    for draft in told:
        if "date" in draft.frame and draft.period.known and draft.grid.kind == "sheet":
            days.setdefault(_workbook(draft), []).append(draft.period)
    return [
        replace(draft, period=days[_workbook(draft)][0]).note("the period is that of the chart")
        if draft in told and not draft.period.known and len(days.get(_workbook(draft), ())) == 1
        else draft
        for draft in drafts
    ]


def _workbook(draft: Draft) -> str:
    return f"{draft.grid.bundle}/{draft.grid.name.rpartition('/')[0]}"


def _facts(drafts: Sequence[Draft]) -> Facts:
    filters = [draft for draft in drafts if draft.spec.name == "filters"]
    facts = _filter_facts(filters[0]) if len(filters) == 1 else Facts()
    if len(filters) > 1:
        text = f"{len(filters)} filter sheets lie together and none was believed: give one export"
        facts = replace(facts, notes=(text,))
    discover = any(fold_header(draft.header_cells[0]) in _DISCOVER for draft in drafts)
    if discover and facts.segment is None:
        facts = replace(facts, segment=DISCOVER)
    if discover or DISCOVER in (facts.segment or "").split(", "):
        text = "clicks and impressions are of Discover, not of search: no queries and no rank"
        facts = replace(facts, notes=(*facts.notes, text))
    # A chart of both periods would count the earlier one too.
    compared = any(draft.format.name.endswith(COMPARED) for draft in drafts)
    charts = [
        draft
        for draft in drafts
        if draft.format.constants.get("kind") == "day"
        and draft.format.name.endswith(COMPARED) is compared
    ]
    if len(charts) != 1:
        return facts
    return replace(
        facts,
        charted=charts[0].period,
        clicks=float(charts[0].frame["clicks"].sum()),
        impressions=float(charts[0].frame["impressions"].sum()),
    )


def _filter_facts(draft: Draft) -> Facts:
    """Return what each line of the filter sheet means, every one of them as a note too."""
    period, page = Period(), None
    parts: dict[str, list[str]] = {"device": [], "country": [], "page": [], "type": []}
    notes = []
    for name, cell in zip(draft.frame["name"], draft.frame["value"], strict=True):
        if pd.isna(cell):
            continue
        key, value = fold_header(name), str(cell).strip()
        notes.append(f"filter: {name} = {value}")
        if key in _DATE:
            period = in_filter(value)
        elif key in _DEVICE:
            parts["device"].append(device_name(value))
        elif key in _COUNTRY:
            parts["country"].append(value)
        elif key in _PAGE:
            shown, exact = page_filter(value)
            parts["page"].append(shown)
            page = exact or page
        elif key in _TYPE and (kind := search_type(value)):
            parts["type"].append(kind)
    named = ", ".join(part for kind in parts.values() for part in kind)
    return Facts(period, Period(), named or None, page, None, None, tuple(notes))


def page_filter(value: str) -> tuple[str, str | None]:
    """Return what a filter of pages lets through, in words, and the address if it is one page.

    Examples
    --------
    >>> page_filter("+/blog/"), page_filter("-/tag/")
    (('/blog/', None), ('not /tag/', None))
    >>> page_filter("https://shop.example/a")
    ('https://shop.example/a', 'https://shop.example/a')
    """
    if value.startswith("+"):
        return value[1:], None
    if value.startswith("-"):
        return f"not {value[1:]}", None
    plain = value.removeprefix("=")
    # Signs that no address holds bare are those of a pattern.
    exact = plain.startswith(_ADDRESS) and not set(plain) & set("*^$|()[]\\ ")
    return plain, plain if exact else None


def _told(draft: Draft, facts: Facts) -> Draft:
    draft = replace(draft, segment=facts.segment, notes=(*draft.notes, *facts.notes))
    draft = _with_best_period(draft, facts)
    if draft.spec.name != "keywords":
        return draft
    draft = replace(draft, total_clicks=facts.clicks, total_impressions=facts.impressions)
    if not facts.page:
        return draft
    page = pd.Series(facts.page, index=draft.frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(page=page))


def _with_best_period(draft: Draft, facts: Facts) -> Draft:
    """Take two dates (of the table, the filter, the chart), else a bare length."""
    compared = draft.format.name.endswith(COMPARED)
    own, chosen = draft.period, [facts.filtered, draft.period, facts.charted]
    if compared:
        # The filter of a comparison speaks of two periods, its header of each.
        chosen = [draft.period, facts.charted, facts.filtered]
    told = [period for period in chosen if period.start is not None]
    bare = [period for period in (own, facts.charted, facts.filtered) if period.known]
    period = next(iter([*told, *bare]), Period())
    draft = replace(draft, period=period)
    length, days = facts.filtered.days, facts.charted.days
    if length and days and not facts.filtered.start and abs(days - length) > NEAR_DAYS * length:
        draft = draft.note(f"the filter names {length:g} days, the chart holds {days:g}")
    return draft.note(period.note) if period.note else draft
