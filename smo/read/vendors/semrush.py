"""Semrush: keyword lists, organic positions, position tracking, and answers of its interface."""

from __future__ import annotations

import re
from dataclasses import replace

from smo.errors import quoted
from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.ranks import plain_intents, snapshot, tracked, without_gaps
from smo.tables import KEYWORDS

FAMILY = "Semrush"
# Semrush states the average number of searches a month for the very words.
EXACT = {"volume_kind": "exact"}
ORGANIC = "organic"
# "*.example.com/*_20230909", and beside it "..._type", "..._landing", "..._difference".
_DATED = re.compile(r"(?P<site>.+)_(?P<day>20\d{6})(?P<what>_[a-z]+)?")

KEYWORD = ("Keyword",)
DIFFICULTY = ("Keyword Difficulty", "Keyword Difficulty %")
# The currency stands in brackets: seen are (USD) and (GBP).
CPC = ("CPC (*)",)
RESULTS = ("Number of Results",)
FEATURES = ("SERP Features",)


def only_organic_ranks(draft: Draft) -> Draft:
    """Make the position NA where the row speaks of a search feature and not of a result."""
    if "_kind" not in draft.extra or "position" not in draft.frame:
        return draft
    kinds = draft.extra["_kind"].str.strip()
    feature = (kinds.str.casefold() != ORGANIC).fillna(value=False).astype(bool)
    if not feature.any():
        return draft
    names = quoted(sorted(kinds[feature].unique()))
    position = draft.frame["position"].mask(feature)
    draft = replace(draft, frame=draft.frame.assign(position=position))
    number = int(feature.sum())
    rows = "row tells its place" if number == 1 else "rows tell their place"
    return draft.note(f"{number} {rows} in {names}: no position among the results")


def no_rank_zero(draft: Draft) -> Draft:
    """Make a position of 0 NA: it stands for "not ranked"."""
    if "position" not in draft.frame:
        return draft
    position = draft.frame["position"].where(draft.frame["position"] > 0)
    return replace(draft, frame=draft.frame.assign(position=position))


def latest_of_own_site(draft: Draft) -> Draft:
    """Take the position and the page of the first site on the last day."""
    found = [
        (place, match["site"], day, match["what"])
        for place, cell in enumerate(draft.header_cells)
        if (match := _DATED.fullmatch(cell)) and (day := parse_day(match["day"]))
    ]
    ranks = [(place, site, day) for place, site, day, what in found if what is None]
    if not ranks:
        return draft.note("no column of positions names its day: the positions were left out")
    own = ranks[0][1]
    days = {day: place for place, site, day in ranks if site == own}
    last = max(days)
    pages = [p for p, site, day, what in found if (site, day, what) == (own, last, "_landing")]
    draft = tracked(draft, rank=days[last], page=pages[0] if pages else None, days=list(days))
    others = dict.fromkeys(site for _, site, _ in ranks if site != own)
    draft = draft.note(f"the position is that of {own} on {last}, the last of {len(days)} days")
    return draft.note(f"other sites were left out: {quoted(others)}") if others else draft


FORMATS: tuple[Format, ...] = (
    Format(
        name="Semrush keywords",
        family=FAMILY,
        spec=KEYWORDS,
        # Keyword Magic, and Keyword Overview of many words: people switch columns on and off.
        words={
            "keyword": KEYWORD,
            "intent": ("Intent",),
            "volume": ("Volume",),
            "trend": ("Trend",),
            "difficulty": DIFFICULTY,
            "cpc": CPC,
            "density": ("Competitive Density",),
            "features": FEATURES,
            "results": RESULTS,
        },
        required=("keyword", "volume"),
        any_of=("difficulty", "cpc", "density"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, snapshot),
    ),
    Format(
        name="Semrush keyword strategy",
        family=FAMILY,
        spec=KEYWORDS,
        # "Page" is no address here but the main keyword of a page to be written.
        words={
            "country": ("Database",),
            "keyword": KEYWORD,
            "seed": ("Seed keyword",),
            "planned_page": ("Page",),
            "topic": ("Topic",),
            "page_type": ("Page type",),
            "tags": ("Tags",),
            "volume": ("Volume",),
            "difficulty": DIFFICULTY,
            "cpc": CPC,
            "density": ("Competitive Density",),
            "results": RESULTS,
            "intent": ("Intent",),
            "features": FEATURES,
            "trend": ("Trend",),
            "potential": ("Click potential",),
            "references": ("Content references",),
            "competitors": ("Competitors",),
        },
        required=("keyword", "volume", "seed"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, snapshot),
    ),
    Format(
        name="Semrush organic positions",
        family=FAMILY,
        spec=KEYWORDS,
        # Traffic is an estimate from position and volume: no clicks.
        words={
            "keyword": KEYWORD,
            "position": ("Position",),
            "previous": ("Previous position",),
            "change": ("Position Difference",),
            "volume": ("Search Volume",),
            "difficulty": DIFFICULTY,
            "cpc": ("CPC", *CPC),
            "page": ("URL",),
            "traffic": ("Traffic",),
            "traffic_share": ("Traffic (%)",),
            "traffic_cost": ("Traffic Cost", "Traffic Cost (%)"),
            "competition": ("Competition",),
            "results": RESULTS,
            "trend": ("Trends",),
            "_seen": ("Timestamp",),
            "features": ("SERP Features by Keyword",),
            "intent": ("Keyword Intents",),
            "_kind": ("Position Type",),
        },
        required=("keyword", "position", "volume", "page"),
        any_of=("traffic_share", "features", "intent", "_kind", "results", "_seen"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, only_organic_ranks, no_rank_zero, without_gaps, snapshot),
    ),
    Format(
        name="Semrush position tracking",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "landing": ("*_landing",),
            "kind": ("*_type",),
            "change": ("*_difference",),
            "tags": ("Tags",),
            "intent": ("Intents",),
            "cpc": ("CPC", *CPC),
            "volume": ("Search Volume",),
            "difficulty": DIFFICULTY,
        },
        required=("keyword", "landing"),
        any_of=("kind", "change", "intent", "volume"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, latest_of_own_site),
        fills=("page", "position"),
    ),
    Format(
        name="Semrush interface",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "country": ("Database",),
            "keyword": KEYWORD,
            "volume": ("Search Volume",),
            "cpc": ("CPC",),
            "competition": ("Competition",),
            "results": RESULTS,
            "trend": ("Trends",),
            "index": ("Keyword Difficulty Index",),
            "intent": ("Intent", "Intents"),
        },
        required=("keyword", "volume"),
        any_of=("results", "index"),
        evidence="C",
        constants=EXACT,
        mends=(plain_intents, snapshot),
    ),
)
SHAPES: tuple[JsonShape, ...] = ()
