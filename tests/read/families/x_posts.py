"""Samples: X posts."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

COLUMNS = ("page", "element", "kind", "channel", "text", "hashtags", "target", "campaign", "date",
           "exposed", "clicks", "period_days")  # fmt: skip
POSTS = [
    ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements",
     "Bookmarks", "Shares", "New follows", "Replies", "Reposts", "Profile visits",
     "Detail Expands", "URL Clicks", "Hashtag Clicks", "Permalink Clicks"],
    ["1944000000000000001", "Tue, Jul 14, 2026",
     "Trail shoes, \"waterproof\"\n\n#TrailRunning #Обувь "
     "https://shop.example/trail?utm_source=twitter&utm_campaign=july",
     "https://x.com/shop/status/1944000000000000001", 5210, 31, 80, 2, 1, 0, 4, 3, 9, 20, 17, 2, 0],
    ["1945000000000000002", "Fri, Jul 17, 2026", "We are #1 in C#! \U0001f389",
     "https://x.com/shop/status/1945000000000000002", 312, 3, 5, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0],
    ["1946000000000000003", "Sat, Jul 18, 2026", "#sale https://t.co/aBcD (https://t.co/eFgH)",
     "https://x.com/shop/status/1946000000000000003", "1,204", 0, 9, 0, 0, 0, 0, 0, 0, 2, 6, 1, 0],
]  # fmt: skip
POST_ROWS = [
    ("https://x.com/shop/status/1944000000000000001", "1944000000000000001", "post", "x",
     'Trail shoes, "waterproof"', "trailrunning обувь",
     "https://shop.example/trail?utm_source=twitter&utm_campaign=july", "july", "2026-07-14",
     5210, 17, 28),
    ("https://x.com/shop/status/1945000000000000002", "1945000000000000002", "post", "x",
     "We are #1 in C#! \U0001f389", None, None, None, "2026-07-17", 312, 0, 28),
    ("https://x.com/shop/status/1946000000000000003", "1946000000000000003", "post", "x", None,
     "sale", "https://t.co/aBcD", None, "2026-07-18", 1204, 6, 28),
]  # fmt: skip
TWEETS = [
    ["Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements",
     "engagement rate", "retweets", "replies", "likes", "user profile clicks", "url clicks",
     "hashtag clicks", "detail expands", "permalink clicks", "app opens", "app installs",
     "follows", "email tweet", "dial phone", "media views", "media engagements",
     "promoted impressions", "promoted engagements", "promoted url clicks"],
    ["6.49E+17", "https://twitter.com/shop/status/816946000000000001",
     "Le café est prêt \x96 dégustez-le à Orléans\n#café #été2017 http://bit.example/a",
     "2017-01-05 10:00 +0000", "1250.0", "12.0", "0.0096", "1.0", "0.0", "5.0", "0.0", "4.0",
     "1.0", "1.0", "0.0", "0", "0", "0", "0", "0", "0", "0", "-", "-", "-"],
    ["6.49E+17", "https://twitter.com/shop/status/817000000000000002",
     "L\x92été dernier, nous étions fermés: désolés!", "2017-01-06 18:30 +0000", "88.0", "0.0",
     "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "0", "0", "0", "0", "0", "0",
     "0", "-", "-", "-"],
    ["6.50E+17", "", "Réponse à tous, très bientôt", "2017-01-09 09:15 +0000", "40.0", "1.0",
     "0.025", "0.0", "0.0", "0.0", "0.0", "1.0", "0.0", "0.0", "0.0", "0", "0", "0", "0", "0",
     "0", "0", "-", "-", "-"],
]  # fmt: skip
TWEET_ROWS = [
    ("https://twitter.com/shop/status/816946000000000001", "816946000000000001", "post", "x",
     "Le café est prêt – dégustez-le à Orléans", "café été2017", "http://bit.example/a", None,
     "2017-01-05", 1250, 4, 31),
    ("https://twitter.com/shop/status/817000000000000002", "817000000000000002", "post", "x",
     "L’été dernier, nous étions fermés: désolés!", None, None, None, "2017-01-06", 88, 0, 31),
    ("x:65624405", "65624405", "post", "x", "Réponse à tous, très bientôt", None, None, None,
     "2017-01-09", 40, 1, 31),
]  # fmt: skip


def _cp1252(rows: list[list[object]]) -> bytes:
    # The control characters above stand for cp1252's dash and apostrophe.
    return delimited(rows, quoted=True)().decode().encode("latin-1")


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="x-posts",
        format="X posts",
        file="account_analytics_content_2026-07-01_2026-07-28.csv",
        data=delimited(POSTS),
        table="clicks",
        columns=COLUMNS,
        expected=POST_ROWS,
        report={"encoding": "utf-8", "rows_read": 3, "rows_kept": 3, "sum_clicks": 23,
                "period_days": 28, "unused": ("Hashtag Clicks", "Permalink Clicks")},
    ),
    Sample(
        name="x-posts-without-clicks",
        format="X posts",
        file="content.csv",
        data=delimited([row[:14] for row in POSTS], mark=b"\xef\xbb\xbf", end="\r\n"),
        table="clicks",
        columns=("element", "clicks", "derived", "exposed", "period_days"),
        expected=[(row[1], 0, True, row[9], None) for row in POST_ROWS],
        report={"notes": ("counts no clicks", "the period is unknown")},
    ),
    Sample(
        name="x-tweet-activity-cp1252",
        format="Twitter tweet activity",
        file="tweet_activity_metrics_shop_20170101_20170131_en.csv",
        data=lambda: _cp1252(TWEETS),
        table="clicks",
        columns=COLUMNS,
        expected=TWEET_ROWS,
        report={"encoding": "cp1252", "rows_kept": 3, "sum_clicks": 5,
                "notes": ("3 post ids were destroyed by a spreadsheet",)},
    ),
)  # fmt: skip
