"""Ahrefs: keywords explorer, organic keywords, top pages, content gap.

The same report comes as UTF-16 with TABs or as UTF-8 with commas.
"""

from __future__ import annotations

from smo.errors import quoted
from smo.read.format import Draft, Format, JsonShape
from smo.read.ranks import flagged_intents, plain_intents, snapshot, without_gaps, word_ranks
from smo.read.recognize import fold_header
from smo.tables import KEYWORDS, PAGES

FAMILY = "Ahrefs"
# Ahrefs states the average number of searches a month for the very words, in one country.
EXACT = {"volume_kind": "exact"}
SITE_PAGE = ": URL"
SITE_RANKS = (": Position", ": Organic Position")

KEYWORD = ("Keyword",)
VOLUME = ("Volume",)
INTENTS = ("Intents",)
FEATURES = ("SERP Features",)


def name_sites(draft: Draft) -> Draft:
    """Say whose columns are left out: which site is the reader's own is not told."""
    cells = draft.header_cells
    ends = fold_header(SITE_PAGE)
    sites = [cell[: -len(SITE_PAGE)] for cell in cells if fold_header(cell).endswith(ends)]
    if not sites:
        return draft
    rank = next((cell for cell in cells if cell.startswith(sites[0]) and cell.endswith(SITE_RANKS)),
                f"{sites[0]}{SITE_RANKS[0]}")  # fmt: skip
    return draft.note(
        f"positions of {quoted(sites)} were left out: whose they are you must say, e.g. "
        f'columns={{"keyword": "Keyword", "volume": "Volume", "position": "{rank}"}}'
    )


FORMATS: tuple[Format, ...] = (
    Format(
        name="Ahrefs keywords explorer",
        family=FAMILY,
        spec=KEYWORDS,
        # Clicks (until 2022) are those of all searchers on all results, by a panel: not ours.
        words={
            "row": ("#",),
            "keyword": KEYWORD,
            "country": ("Country",),
            "difficulty": ("Difficulty", "KD"),
            "volume": VOLUME,
            "cpc": ("CPC",),
            "cps": ("CPS",),
            "searcher_clicks": ("Clicks",),
            "return_rate": ("Return Rate",),
            "parent": ("Parent Keyword", "Parent Topic"),
            "updated": ("Last Update",),
            "features": FEATURES,
            "global_volume": ("Global volume",),
            "potential": ("Traffic potential",),
            "global_potential": ("Global traffic potential",),
            "first_seen": ("First seen",),
            "intent": INTENTS,
            "languages": ("Languages",),
            "trend": ("SV trend*",),
            "forecast": ("SV Forecasting trend*",),
            "category": ("Category",),
        },
        required=("keyword", "volume"),
        any_of=("cps", "parent", "potential", "global_volume"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, snapshot),
    ),
    Format(
        name="Ahrefs organic keywords",
        family=FAMILY,
        spec=KEYWORDS,
        # Traffic is an estimate: no clicks. Compare mode has Previous and Current columns.
        words={
            "keyword": KEYWORD,
            "country": ("Country code", "Country"),
            "location": ("Location",),
            "language": ("Language",),
            "entities": ("Entities",),
            "features": FEATURES,
            "volume": VOLUME,
            "difficulty": ("KD", "Difficulty"),
            "cpc": ("CPC",),
            "traffic": ("Organic traffic", "Current organic traffic"),
            "previous_traffic": ("Previous organic traffic",),
            "traffic_change": ("Organic traffic change",),
            "paid": ("Paid traffic", "Current paid traffic"),
            "_position": ("Current position", "Current average position"),
            "previous": ("Previous position", "Previous average position"),
            "change": ("Position change",),
            "kind": ("Current position kind",),
            "previous_kind": ("Previous position kind",),
            "page": ("Current URL",),
            "inside": ("Current URL inside",),
            "previous_page": ("Previous URL",),
            "previous_inside": ("Previous URL inside",),
            "_seen": ("Updated", "Current date"),
            "previous_seen": ("Previous date",),
            "_navigational": ("Navigational",),
            "_informational": ("Informational",),
            "_commercial": ("Commercial",),
            "_transactional": ("Transactional",),
            "branded": ("Branded",),
            "local": ("Local",),
        },
        required=("keyword", "volume"),
        any_of=("_position", "page"),
        evidence="R",
        constants=EXACT,
        mends=(flagged_intents, word_ranks, without_gaps, snapshot),
        fills=("position", "intent"),
    ),
    Format(
        name="Ahrefs top pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": ("URL", "Page URL"),
            "rating": ("UR",),
            "traffic": ("Traffic", "Current traffic"),
            "previous_traffic": ("Previous traffic",),
            "change": ("Traffic change",),
            "value": ("Traffic value", "Current traffic value"),
            "domains": ("Referring domains", "Current referring domains"),
            "keywords": ("Keywords", "Current # of keywords"),
            "top": ("Top keyword", "Current top keyword"),
            "top_country": ("Top keyword: Country", "Current top keyword: Country"),
            "top_volume": ("Top keyword: Volume", "Current top keyword: Volume"),
            "top_position": ("Top keyword: Position", "Current top keyword: Position"),
            "page_type": ("Page type",),
        },
        required=("page", "top"),
        evidence="R",
        mends=(snapshot,),
        also=(
            Format(
                name="Ahrefs top keywords of pages",
                family=FAMILY,
                spec=KEYWORDS,
                words={
                    "page": ("URL", "Page URL"),
                    "keyword": ("Top keyword", "Current top keyword"),
                    "country": ("Top keyword: Country", "Current top keyword: Country"),
                    "volume": ("Top keyword: Volume", "Current top keyword: Volume"),
                    "_position": ("Top keyword: Position", "Current top keyword: Position"),
                },
                required=("page", "keyword"),
                evidence="R",
                constants=EXACT,
                mends=(word_ranks, snapshot),
                fills=("position",),
            ),
        ),
    ),
    Format(
        name="Ahrefs content gap",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "intent": INTENTS,
            "features": FEATURES,
            "volume": VOLUME,
            "difficulty": ("KD",),
            "cpc": ("CPC",),
            "site_page": (f"*{SITE_PAGE}",),
            "site_position": tuple(f"*{end}" for end in SITE_RANKS),
            "site_traffic": ("*: Traffic", "*: Organic Traffic"),
        },
        required=("keyword", "volume", "site_page"),
        any_of=("site_position", "site_traffic"),
        evidence="R",
        constants=EXACT,
        mends=(plain_intents, name_sites, snapshot),
    ),
)
SHAPES: tuple[JsonShape, ...] = ()
