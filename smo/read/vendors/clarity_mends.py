"""What is peculiar to Microsoft Clarity's tables: metric lines, facts above, patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Locate, Located
from smo.read.grid import Grid, is_comment
from smo.read.mends import device_name, sum_keys
from smo.read.numbers import parse_numbers
from smo.read.periods import range_in
from smo.read.recognize import fold_header
from smo.spec import DTYPES
from smo.text.patterns import page_of_pattern

# What the line `"Metric","..."` may say above a table of elements, and what its clicks are.
CLICK_METRICS = frozenset(
    ["click", "clicks", "all clicks", "tap", "taps", "all taps", "first click", "first clicks",
     "last click", "last clicks", "error click", "error clicks"]
)  # fmt: skip
DEAD_METRICS = frozenset(["dead click", "dead clicks", "dead tap", "dead taps"])
RAGE_METRICS = frozenset(["rage click", "rage clicks", "rage tap", "rage taps"])
# Names that the answer gives rows of a metric, as the request asked for them.
_ADDRESS = ("Url", "URL")
_DIMENSIONS = (*_ADDRESS, "Browser", "Device", "Country", "Country/Region", "OS", "Source",
               "Medium", "Campaign", "Channel")  # fmt: skip
_CLICK_COUNTS = frozenset(["DeadClickCount", "RageClickCount", "ErrorClickCount"])
INSIGHTS = ("Clarity metric", "Clarity name", "Clarity page", "sessionsCount", "clickCount",
            "scrollDepth")  # fmt: skip
_DEVICE = re.compile(r"_(pc|desktop|mobile|tablet)_", re.IGNORECASE)


def _metric_row(grid: Grid) -> tuple[int, str] | None:
    """Return the place of the line `"Metric","..."` and the metric."""
    for number, row in enumerate(grid.head):
        filled = [str(cell).strip() for cell in row if str(cell).strip()]
        if len(filled) == 2 and fold_header(filled[0]) == "metric":
            return number, fold_header(filled[1])
    return None


def _header_below(grid: Grid, number: int) -> int | None:
    rows = enumerate(grid.head[number + 1 :], number + 1)
    return next((place for place, row in rows if not is_comment(row)), None)


def locate(metrics: frozenset[str], places: Mapping[str, int]) -> Locate:
    """Return how to find a table under its metric: its header words are not confirmed."""

    def locate(grid: Grid) -> Located | None:
        found = _metric_row(grid)
        if found is None or found[1] not in {fold_header(metric) for metric in metrics}:
            return None
        header = _header_below(grid, found[0])
        if header is None or len(grid.head[header]) <= max(places.values()):
            return None
        return header, _by_words(grid.head[header], places)

    return locate


def _by_words(header: Sequence[Any], places: Mapping[str, int]) -> Mapping[str, int]:
    """Move the clicks to the first column that is named so and is no share."""
    words = [fold_header(str(cell)) for cell in header]
    named = [
        place for place, word in enumerate(words)
        if place != places.get("element") and ("click" in word or "tap" in word) and "%" not in word
    ]  # fmt: skip
    if "clicks" not in places or not named or places["clicks"] in named:
        return places
    return {**places, "clicks": named[0]}


def _facts(draft: Draft) -> dict[str, str]:
    """Return the lines above the table, by their first cell."""
    facts: dict[str, str] = {}
    for row in draft.grid.head[: draft.header]:
        filled = [str(cell).strip() for cell in row if str(cell).strip()]
        if len(filled) >= 2:
            facts[fold_header(filled[0])] = filled[1]
    return facts


def _number(text: str | None) -> float | None:
    value = parse_numbers([text or ""], kind="count")[0][0]
    return None if pd.isna(value) else float(value)


def preamble(draft: Draft) -> Draft:
    """Take period, page, page views, total and device from the lines above and the file name."""
    facts = _facts(draft)
    period = range_in(facts.get("date range", ""), day_first=False)
    draft = replace(draft, period=period) if period.known else draft
    frame = draft.frame.copy()
    names = [name for name in facts if name.startswith("visited url")]
    of_one_page = "page" in draft.spec.names and "page" not in frame
    if names and of_one_page:
        page, note = page_of_pattern(facts[names[0]])
        draft = draft.note(note) if note else draft
        frame["page"] = pd.Series(page, index=frame.index, dtype=DTYPES["text"])
    device = _DEVICE.search(draft.grid.name)
    if device and "device" in draft.spec.names:
        frame["device"] = pd.Series(device_name(device[1]), index=frame.index, dtype=DTYPES["text"])
    if "pageviews" in draft.spec.names:
        views = _number(facts.get(fold_header("Page views")))
        frame["pageviews"] = pd.Series(views, index=frame.index, dtype=DTYPES["number"])
    total = _number(facts.get(fold_header("Total clicks")))
    told = _TOLD | ({*names} if of_one_page else set())
    filters = [f"filter: {name} = {facts[name]}" for name in facts if name not in told]
    draft = replace(draft, frame=frame, total_clicks=total if total else draft.total_clicks)
    return draft.note("; ".join(filters)) if filters else draft


_TOLD = frozenset(
    map(fold_header, ("Project name", "Date range", "Page views", "Total clicks", "Visitors",
                      "Metric", "Sessions", "Total visitors"))
)  # fmt: skip


def also_counted(name: str) -> Any:
    """Return a mend that counts all clicks of a map as dead or rage clicks too."""

    def mend(draft: Draft) -> Draft:
        draft = replace(draft, frame=draft.frame.assign(**{name: draft.frame["clicks"]}))
        return draft.note(f"the map holds {name.replace('_', ' ')} only, so clicks are these alone")

    return mend


def words_of_area(draft: Draft) -> Draft:
    """Take the name a person gave an area for its words."""
    return replace(draft, frame=draft.frame.assign(text=draft.frame["element"]))


def depth(draft: Draft) -> Draft:
    """Read the depth, in percent of the page's height, as a share."""
    numbers, _ = parse_numbers(draft.frame["name"].fillna("").tolist())
    depth = pd.Series(numbers, index=draft.frame.index, dtype=DTYPES["number"])
    percent = not draft.frame["name"].fillna("").str.contains("%", regex=False).any()
    depth = depth / 100 if percent else depth
    return replace(draft, frame=draft.frame.assign(depth=depth.where(depth.between(0, 1))))


def card_name(draft: Draft) -> Draft:
    """Take the card's own name, in its header, for the kind of its totals."""
    card = draft.header_cells[1] if len(draft.header_cells) > 1 else "card"
    kind = pd.Series(card.casefold(), index=draft.frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(kind=kind))


def entries(draft: Draft) -> Draft:
    """Count each recording as a session that began on its entry page."""
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    draft = replace(draft, frame=draft.frame.assign(sessions=one))
    return sum_keys(draft).note("one recording = one session that began on the page")


def insights(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the tables of a data export answer: popular pages, and each metric by its rows."""
    pages: list[list[Any]] = [["Clarity popular page", "visitsCount"]]
    totals: list[list[Any]] = [list(INSIGHTS)]
    for metric in value:
        for row in metric["information"]:
            if metric["metricName"] == "PopularPages":
                pages.append([row.get("url"), row.get("visitsCount")])
            else:
                totals.append(_insight(metric["metricName"], row))
    tables = {"PopularPages": pages, "metrics": totals}
    return {name: rows for name, rows in tables.items() if len(rows) > 1}


def _insight(metric: str, row: Mapping[str, Any]) -> list[Any]:
    """Return a row of a metric, named by the dimensions that the request asked for."""
    named = [row[name] for name in _DIMENSIONS if row.get(name)]
    page = next((row[name] for name in _ADDRESS if row.get(name)), None)
    name = " | ".join(map(str, named)) or row.get("name") or "all"
    # The sum of other metrics counts errors or scrolls, not clicks.
    clicks = row.get("subTotal") if metric in _CLICK_COUNTS else None
    depth = row.get("averageScrollDepth")
    share = None if depth is None else f"{depth}%"
    sessions = row.get("sessionsCount", row.get("totalSessionCount"))
    return [metric, name, page, sessions, clicks, share]


def is_insights(value: object) -> bool:
    """Return whether a value is an answer of the data export: metrics with their rows."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(row, Mapping) and "metricName" in row and "information" in row
                for row in value)
    )  # fmt: skip
