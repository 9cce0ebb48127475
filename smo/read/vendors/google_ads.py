"""Google Ads: Keyword Planner, search terms and keyword reports."""

from __future__ import annotations

from dataclasses import replace

from smo.read.format import Draft, Format, JsonShape
from smo.tables import KEYWORDS

# Mid-labels of the ranges that accounts without spend get; 500 is no exact Planner figure.
BUCKETS = frozenset([0.0, 50.0, 500.0, 5e3, 5e4, 5e5, 5e6, 5e7])

SEARCHES = (
    "Avg. monthly searches", "Avg. Monthly Searches (exact match only)",
    "Среднее число запросов в месяц",
)  # fmt: skip


def volume_kind(draft: Draft) -> Draft:
    """Tell exact-looking grouped volumes from the mid-labels of wide ranges."""
    volume = draft.frame["volume"].dropna()
    bucketed = bool(len(volume)) and set(volume.unique()) <= BUCKETS
    kind = "bucket" if bucketed else "grouped"
    draft = replace(draft, frame=draft.frame.assign(volume_kind=kind))
    if not bucketed:
        return draft
    return draft.note("volumes are mid-labels of wide ranges (account without spend)")


FORMATS = (
    Format(
        name="Keyword Planner",
        family="Google Ads",
        spec=KEYWORDS,
        words={
            "keyword": ("Keyword", "Ключевое слово"),
            "volume": SEARCHES,
            "currency": ("Currency",),
            "segmentation": ("Segmentation",),
            "competition": ("Competition",),
            "competition_index": ("Competition (indexed value)",),
            "cpc_low": ("Top of page bid (low range)",),
            "cpc_high": ("Top of page bid (high range)", "Suggested bid"),
        },
        required=("keyword", "volume"),
        evidence="R",
        unconfirmed=("Russian",),
        mends=(volume_kind,),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
