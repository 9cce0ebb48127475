"""Bing Webmaster Tools: keywords, pages and days of searches and of answers by its assistant."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import no_rank_unseen
from smo.read.specs import TOTALS
from smo.tables import KEYWORDS, PAGES

FAMILY = "Bing Webmaster"
# Japanese words are from other people's code: 感想 is a slip of the interface for impressions.
JAPANESE = ("Japanese",)
IMPRESSIONS = ("Impressions", "表示回数", "感想")
CLICKS = ("Clicks", "クリック", "クリック数")
CTR = ("CTR", "Avg. CTR", "平均 CTR", "クリック率")
POSITION = ("Avg. Position", "平均掲載順位")
PAGE = ("Page", "ページ")
DATE = ("Date", "日付")
METRICS = {"impressions": IMPRESSIONS, "clicks": CLICKS, "ctr": CTR, "position": POSITION}


def days(draft: Draft) -> Draft:
    """Read the names of daily totals ("7/1/2025 12:00:00 AM") as days, of which they are."""
    names = draft.frame["name"].fillna("").tolist()
    try:
        found = parse_days(names, where=draft.grid.name, day_first=draft.format.day_first)
    except SmoError as error:
        return draft.note(f"days were not understood: {error.problem}")
    return replace(draft, frame=draft.frame.assign(date=pd.Series(found, index=draft.frame.index)))


def citations_left_out(draft: Draft) -> Draft:
    """Say that citations in answers of the assistant are no counts of ours."""
    return draft.note("citations in answers of the assistant are neither impressions nor clicks")


def machine_phrases(draft: Draft) -> Draft:
    """Say whose words grounding queries are."""
    return draft.note(
        "grounding queries are what the assistant searched by, often not what people typed"
    )


FORMATS: tuple[Format, ...] = (
    Format(
        name="Bing keywords",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": ("Keyword", "キーワード"), **METRICS},
        required=("keyword", "impressions", "clicks", "position"),
        evidence="C",
        unconfirmed=JAPANESE,
        mends=(no_rank_unseen,),
    ),
    Format(
        name="Bing pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": PAGE, **METRICS},
        required=("page", "impressions", "clicks", "position"),
        evidence="R",
        unconfirmed=JAPANESE,
        mends=(no_rank_unseen,),
    ),
    Format(
        name="Bing days",
        family=FAMILY,
        spec=TOTALS,
        words={
            "name": DATE,
            "impressions": IMPRESSIONS,
            "clicks": CLICKS,
            "ctr": ("Avg. CTR", "平均 CTR"),
            "position": POSITION,
        },
        required=("name", "impressions", "clicks", "ctr"),
        evidence="C",
        unconfirmed=JAPANESE,
        constants={"kind": "day"},
        mends=(days, no_rank_unseen),
        day_first=False,
        fills=("date",),
    ),
    Format(
        name="Bing grounding queries",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": ("Grounding Query",),
            "intent": ("Intent",),
            "topic": ("Topic",),
            "citations": ("Citations",),
            "share": ("Citation Share",),
        },
        required=("keyword", "citations"),
        evidence="C",
        mends=(machine_phrases, citations_left_out),
    ),
    Format(
        name="Bing cited pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": PAGE, "citations": ("Citations",)},
        required=("page", "citations"),
        evidence="C",
        mends=(citations_left_out,),
    ),
    Format(
        name="Bing cited days",
        family=FAMILY,
        spec=TOTALS,
        words={"name": DATE, "citations": ("Citations",), "pages": ("Cited Pages",)},
        required=("name", "citations"),
        evidence="C",
        constants={"kind": "day of citations"},
        mends=(days, citations_left_out),
        day_first=False,
        fills=("date",),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
