"""Google Ads: Keyword Planner, search terms and keyword reports."""

from __future__ import annotations

import re

import smo.read.vendors.google_ads_words as words
from smo.read.format import Format, JsonShape, Located
from smo.read.grid import Grid
from smo.read.mends import plain_devices
from smo.read.recognize import fold_header
from smo.read.vendors.google_ads_mends import (
    as_typed,
    forecast_left_out,
    largest,
    of_ads,
    other_totals,
    planner_totals,
    summed,
    without_placeholders,
)
from smo.read.vendors.google_ads_volumes import bounds, volumes
from smo.tables import KEYWORDS

FAMILY = "Google Ads"
# File name or title; the name stays English in a Portuguese account.
_FORECAST = re.compile(r"keyword forecasts|previs(ões|iones|ioni)|prévisions|prognosen")
TITLE_ROWS = 2
MIN_COLUMNS = 3


def forecast(grid: Grid) -> Located | None:
    """Return where the keywords of a forecast stand, else None: its title tells, no column."""
    head = grid.head
    titles = [grid.name, *(str(row[0]) for row in head[:TITLE_ROWS] if len(row) == 1)]
    if not any(_FORECAST.search(title.casefold()) for title in titles):
        return None
    known = {fold_header(word) for word in words.KEYWORD}
    for number, row in enumerate(head):
        cells = [fold_header(cell) for cell in row]
        place = next((place for place, cell in enumerate(cells) if cell in known), None)
        if place is not None and sum(map(bool, cells)) >= MIN_COLUMNS:
            return number, {"keyword": place}
    return None


FORMATS: tuple[Format, ...] = (
    Format(
        name="Keyword Planner",
        family=FAMILY,
        spec=KEYWORDS,
        words={**words.PLANNER, "_volume": words.SEARCHES},
        required=("keyword", "_volume"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_PLANNER,
        mends=(planner_totals, volumes, largest),
        fills=("volume", "volume_kind"),
    ),
    Format(
        name="Keyword Planner ranges",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            **words.PLANNER,
            "_least": ("Min search volume",),
            "_most": ("Max search volume",),
        },
        required=("keyword", "_least", "_most"),
        evidence="C",
        mends=(planner_totals, bounds, largest),
        fills=("volume", "volume_kind"),
    ),
    Format(
        name="Keyword Planner forecasts",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": words.KEYWORD},
        required=("keyword",),
        evidence="C",
        unconfirmed=words.UNCONFIRMED_PLANNER,
        mends=(other_totals, without_placeholders, as_typed, summed, forecast_left_out),
        totals=words.FORECAST_TOTALS,
        locate=forecast,
        told_by="Keyword, under a title or in a file named Keyword Forecasts",
    ),
    Format(
        name="Google Ads search terms",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": words.TERM,
            "bought": words.ADS_KEYWORD,
            "added": ("Added/Excluded", "Hinzugefügt/Ausgeschlossen", "Añadida/excluida"),
            **words.METRICS,
        },
        required=("keyword",),
        any_of=("impressions", "cost", "added", "match", "campaign"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_ADS,
        mends=(other_totals, without_placeholders, plain_devices, summed, of_ads),
        totals=words.TOTALS,
    ),
    Format(
        name="Google Ads keywords",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": words.ADS_KEYWORD,
            "keyword_status": ("Keyword status", "Keyword state", "Keyword-Status"),
            "status": ("Status",),
            "reasons": ("Status reasons",),
            "max_cpc": ("Max. CPC",),
            "quality": ("Quality Score",),
            **words.METRICS,
        },
        required=("keyword", "impressions"),
        any_of=("match", "ad_group", "campaign", "keyword_status", "reasons"),
        evidence="R",
        unconfirmed=words.UNCONFIRMED_ADS,
        mends=(other_totals, without_placeholders, as_typed, plain_devices, summed, of_ads),
        totals=words.TOTALS,
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
