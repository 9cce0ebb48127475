"""X, formerly Twitter: posts.

Clicks are those on the address in the post (`URL Clicks`); clicks on hashtags, profiles, details
and the permalink are left out, and so are promoted counts, which the old export tells apart.
"""

from __future__ import annotations

from smo.read.format import Format, JsonShape
from smo.read.posts import POSTS, with_fills
from smo.tables import CLICKS

# Words seen in code that reads real files (2024+) and in real files (until 2023).
FORMATS: tuple[Format, ...] = (
    with_fills(
        Format(
            name="X posts",
            family="X",
            spec=CLICKS,
            words={
                "element": ("Post id",),
                "date": ("Date",),
                "text": ("Post text",),
                "page": ("Post Link",),
                "exposed": ("Impressions",),
                "clicks": ("URL Clicks",),
                "likes": ("Likes",),
                "engagements": ("Engagements",),
                "bookmarks": ("Bookmarks",),
                "shares": ("Shares",),
                "follows": ("New follows",),
                "replies": ("Replies",),
                "reposts": ("Reposts",),
                "profile_visits": ("Profile visits",),
                "detail_expands": ("Detail Expands",),
                "hashtag_clicks": ("Hashtag Clicks",),
                "permalink_clicks": ("Permalink Clicks",),
            },
            required=("element", "text", "page", "exposed"),
            evidence="C",
            constants={"kind": "post", "channel": "x"},
            mends=POSTS,
            day_first=False,
        )
    ),
    with_fills(
        Format(
            name="Twitter tweet activity",
            family="X",
            spec=CLICKS,
            words={
                "element": ("Tweet id",),
                "page": ("Tweet permalink",),
                "text": ("Tweet text",),
                "date": ("time",),
                "exposed": ("impressions",),
                "clicks": ("url clicks",),
                "engagements": ("engagements",),
                "engagement_rate": ("engagement rate",),
                "retweets": ("retweets",),
                "replies": ("replies",),
                "likes": ("likes", "favorites"),
                "profile_clicks": ("user profile clicks",),
                "hashtag_clicks": ("hashtag clicks",),
                "detail_expands": ("detail expands",),
                "permalink_clicks": ("permalink clicks",),
                "app_opens": ("app opens",),
                "promoted": ("promoted impressions",),
            },
            required=("element", "text", "exposed", "clicks"),
            evidence="R",
            constants={"kind": "post", "channel": "x"},
            mends=POSTS,
        )
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
