"""Smaller keyword tools: Moz, Ubersuggest, Serpstat, SE Ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.numbers import parse_numbers
from smo.read.ranks import plain_intents, tracked, without_gaps, word_ranks
from smo.read.recognize import fold_header
from smo.spec import DTYPES
from smo.tables import KEYWORDS, PAGES

MOZ = "Moz"
UBERSUGGEST = "Ubersuggest"
SERPSTAT = "Serpstat"
SE_RANKING = "SE Ranking"
EXACT = {"volume_kind": "exact"}
# Where an answer of Serpstat's interface keeps its rows, by version.
SERPSTAT_LISTS = ("data", "hits", "top")
SERPSTAT_FIELDS = frozenset(["keyword", "region_queries_count"])

KEYWORD = ("Keyword", "Keywords")
FEATURES = ("SERP features",)


def middle_of_range(draft: Draft) -> Draft:
    """Take the middle of the range for the volume, and say that it is one."""
    high, _ = parse_numbers(draft.extra["_high"].fillna("").tolist(), kind="count")
    upper = pd.Series(high, index=draft.frame.index).astype(DTYPES["number"])
    volume = ((draft.frame["volume"] + upper) / 2).fillna(draft.frame["volume"])
    draft = replace(draft, frame=draft.frame.assign(volume=volume))
    return draft.note("volumes are the middle of the range that the tool gives")


def latest_day(draft: Draft) -> Draft:
    """Take the position of the last day, and the page of that day where it has one."""
    cells = draft.header_cells
    days = {place: day for place, cell in enumerate(cells) if (day := parse_day(cell))}
    if not days:
        return draft.note("no column of positions names its day: the positions were left out")
    rank = max(days, key=lambda place: days[place])
    ends = min([place for place in days if place > rank], default=len(cells))
    pages = [place for place in range(rank + 1, ends) if fold_header(cells[place]) == "url"]
    page = pages[0] if pages else None
    draft = tracked(draft, rank=rank, page=page, days=list(days.values()))
    return draft.note(f"the position is that of {days[rank]}, the last of {len(days)} days")


def is_serpstat(value: object) -> bool:
    """Return whether this is an answer of Serpstat's interface about keywords.

    Examples
    --------
    >>> is_serpstat({"result": {"data": [{"keyword": "tent", "region_queries_count": 90}]}})
    True
    >>> is_serpstat({"result": {"data": []}}), is_serpstat([1])
    (False, False)
    """
    result = value.get("result") if isinstance(value, Mapping) else None
    if not isinstance(result, Mapping):
        return False
    rows = _serpstat_list(result)
    return bool(rows) and all(isinstance(r, Mapping) and r.keys() >= SERPSTAT_FIELDS for r in rows)


def serpstat_tables(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the rows of an answer, header first; a list in a cell becomes a text.

    Examples
    --------
    >>> serpstat_tables({"result": {"hits": [{"keyword": "tent", "types": ["ads", "map"]}]}})
    {'': [['keyword', 'types'], ['tent', 'ads, map']]}
    """
    rows = _serpstat_list(value["result"])
    header = list(dict.fromkeys(str(key) for row in rows for key in row))
    return {"": [header, *([_flat(row.get(key)) for key in header] for row in rows)]}


def _serpstat_list(result: Mapping[str, Any]) -> Sequence[Any]:
    lists = (result.get(name) for name in SERPSTAT_LISTS)
    return next((rows for rows in lists if isinstance(rows, list)), [])


def _flat(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value) if isinstance(value, Mapping) else value


_MOZ_REST: Mapping[str, tuple[str, ...]] = {
    "difficulty": ("Difficulty",),
    "organic_ctr": ("Organic CTR",),
    "priority": ("Priority",),
    "relevance": ("Relevance", "Relevancy"),
}

FORMATS: tuple[Format, ...] = (
    Format(
        name="Moz keywords",
        family=MOZ,
        spec=KEYWORDS,
        words={"keyword": KEYWORD, "volume": ("Monthly Volume", "Volume"), **_MOZ_REST},
        required=("keyword", "volume", "organic_ctr"),
        evidence="C",
        constants=EXACT,
    ),
    Format(
        name="Moz keyword ranges",
        family=MOZ,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "volume": ("Min Volume", "Minimum Volume"),
            "_high": ("Max Volume", "Maximum Volume"),
            **_MOZ_REST,
        },
        required=("keyword", "volume", "_high"),
        evidence="K",
        # Of all kinds this is the one that claims no exact number.
        constants={"volume_kind": "bucket"},
        mends=(middle_of_range,),
    ),
    Format(
        name="Ubersuggest keywords",
        family=UBERSUGGEST,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "volume": ("Search Volume", "Volume"),
            "seo_difficulty": ("SEO Difficulty", "Search Difficulty"),
            "paid_difficulty": ("Paid Difficulty",),
            "cpc": ("CPC",),
            # These two are hearsay.
            "row": ("No", "#"),
            "trend": ("Trend",),
        },
        required=("keyword", "volume", "seo_difficulty"),
        evidence="C",
        constants=EXACT,
    ),
    Format(
        name="Ubersuggest ranking keywords",
        family=UBERSUGGEST,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "volume": ("Volume", "Search Volume"),
            "_position": ("Position",),
            "visits": ("Est. Visits", "Estimated Visits"),
            "seo_difficulty": ("SEO Difficulty",),
            "page": ("Ranking URL", "URL"),
        },
        required=("keyword", "volume", "_position"),
        any_of=("visits", "seo_difficulty"),
        evidence="C",
        constants=EXACT,
        mends=(word_ranks, without_gaps),
        fills=("position",),
    ),
    Format(
        name="Ubersuggest top pages",
        family=UBERSUGGEST,
        spec=PAGES,
        words={
            "title": ("Title",),
            "page": ("URL",),
            "visits": ("Est. Visits", "Estimated Visits"),
            "backlinks": ("Backlinks",),
        },
        required=("page", "title", "visits"),
        evidence="C",
    ),
    Format(
        name="Serpstat keywords",
        family=SERPSTAT,
        spec=KEYWORDS,
        words={
            "keyword": (*KEYWORD, "Ключевая фраза"),
            "volume": (
                "Region queries count",
                "Search volume",
                "Volume",
                "Number of queries",
                "Частотность",
            ),
            "cost": ("Cost", "CPC", "CPC, *", "Стоимость", "Стоимость, *"),
            "competition": ("Competition in PPC*", "PPC competition*", "Конкуренция в PPC*"),
            "results": ("Found results", "Results", "Результатов"),
            "difficulty": ("Keyword difficulty", "Difficulty", "Сложность"),
            "_position": ("Position", "Позиция"),
            "page": ("URL",),
            "intent": ("Intents", "Intent"),
        },
        required=("keyword", "volume", "competition"),
        evidence="K",
        unconfirmed=("Russian",),
        constants=EXACT,
        mends=(word_ranks, without_gaps, plain_intents),
        fills=("position",),
    ),
    Format(
        name="Serpstat interface",
        family=SERPSTAT,
        spec=KEYWORDS,
        # The wide count is of all phrases with these words: another volume.
        words={
            "keyword": ("keyword",),
            "volume": ("region_queries_count",),
            "wide": ("region_queries_count_wide",),
            "cost": ("cost",),
            "competition": ("concurrency",),
            "results": ("found_results",),
            "difficulty": ("difficulty",),
            "_position": ("position",),
            "page": ("url",),
            "traffic": ("traff",),
            "intent": ("intents",),
        },
        required=("keyword", "volume"),
        evidence="D",
        constants=EXACT,
        mends=(word_ranks, without_gaps, plain_intents),
        fills=("position",),
    ),
    Format(
        name="SE Ranking positions",
        family=SE_RANKING,
        spec=KEYWORDS,
        # One column of positions a day, each with "Dynamics" and sometimes the page of the day.
        words={
            "keyword": KEYWORD,
            "page": ("URL",),
            "tags": ("Tags",),
            "volume": ("Search vol.", "Search volume"),
            "dynamics": ("Dynamics",),
        },
        required=("keyword", "dynamics"),
        any_of=("volume", "page", "tags"),
        evidence="R",
        constants=EXACT,
        mends=(without_gaps, latest_day),
        fills=("position",),
    ),
    Format(
        name="SE Ranking keywords",
        family=SE_RANKING,
        spec=KEYWORDS,
        words={
            "keyword": KEYWORD,
            "difficulty": ("Difficulty",),
            "volume": ("Search vol.",),
            "intent": ("Search intent",),
            "features": FEATURES,
            "relevance": ("Relevance",),
            "cpc": ("CPC", "CPC (*)"),
            "competition": ("Competition",),
            "_position": ("Position",),
            "page": ("URL",),
            "traffic": ("Traffic",),
        },
        required=("keyword", "volume"),
        any_of=("difficulty", "intent", "cpc", "competition", "_position", "traffic"),
        evidence="C",
        constants=EXACT,
        mends=(word_ranks, without_gaps, plain_intents),
        fills=("position",),
    ),
)
SHAPES: tuple[JsonShape, ...] = (JsonShape("Serpstat answer", is_serpstat, serpstat_tables),)
