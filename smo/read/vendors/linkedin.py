"""LinkedIn: posts of a page, and its daily metrics.

Clicks are all that LinkedIn counts as clicks on a post (content, name and logo of the page): the
export has no column of link clicks alone. Of the days the totals, organic and sponsored, are
taken. The person a post was written by is left out.
"""

from __future__ import annotations

from smo.read.format import Draft, Format, JsonShape
from smo.read.posts import POSTS, day_totals, with_fills
from smo.read.specs import TOTALS
from smo.tables import CLICKS


def all_clicks(draft: Draft) -> Draft:
    """Say what a click on a post is."""
    return draft.note("clicks are all on the post: content, name and logo of the page")


FORMATS: tuple[Format, ...] = (
    with_fills(
        Format(
            name="LinkedIn posts",
            family="LinkedIn",
            spec=CLICKS,
            words={
                # "Update ..." until 2022: by analogy.
                "text": ("Post title", "Update title"),
                "page": ("Post link", "Update link"),
                "type": ("Post type", "Update type"),
                "campaign": ("Campaign name",),
                "date": ("Created date",),
                "exposed": ("Impressions",),
                "clicks": ("Clicks",),
                "campaign_start": ("Campaign start date",),
                "campaign_end": ("Campaign end date",),
                "audience": ("Audience",),
                "views": ("Views",),
                "offsite_views": ("Offsite Views",),
                "ctr": ("Click through rate (CTR)",),
                "likes": ("Likes",),
                "comments": ("Comments",),
                "reposts": ("Reposts",),
                "follows": ("Follows",),
                "engagement_rate": ("Engagement rate",),
                "content_type": ("Content Type",),
            },
            required=("text", "page", "exposed", "clicks"),
            evidence="C",
            constants={"kind": "post", "channel": "linkedin"},
            mends=(*POSTS, all_clicks),
            day_first=False,
        )
    ),
    Format(
        name="LinkedIn days",
        family="LinkedIn",
        spec=TOTALS,
        words={
            "name": ("Date",),
            "impressions": ("Impressions (total)",),
            "clicks": ("Clicks (total)",),
            "impressions_organic": ("Impressions (organic)",),
            "impressions_sponsored": ("Impressions (sponsored)",),
            "clicks_organic": ("Clicks (organic)",),
            "clicks_sponsored": ("Clicks (sponsored)",),
        },
        required=("name", "impressions", "clicks"),
        evidence="C",
        constants={"kind": "day"},
        mends=(day_totals,),
        day_first=False,
        fills=("date",),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
