"""Samples: LinkedIn. The vendor saves .xls; its content is written as .xlsx and .csv here."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited, workbook

COLUMNS = ("page", "element", "channel", "text", "hashtags", "target", "campaign", "date",
           "exposed", "clicks")  # fmt: skip
ABOUT_POSTS = ("Engagement metrics for individual posts of your page in the period: organic "
               "posts and, where you sponsored them, sponsored content, in UTC")  # fmt: skip
ABOUT_DAYS = "Aggregated engagement metrics for both organic and sponsored posts by day"
POSTS = [
    ["Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date",
     "Campaign start date", "Campaign end date", "Audience", "Impressions", "Views",
     "Offsite Views", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts",
     "Follows", "Engagement rate", "Content Type"],
    ["How to fit trail shoes\n\nRead on: https://shop.example/fit?utm_campaign=fit "
     "#running #Footwear", "https://www.linkedin.com/feed/update/urn:li:activity:7100000000000001",
     "Organic", "", "A. Writer", "03/04/2026", "", "", "All followers", 1540, "", "", 61,
     0.0396103896103896, 20, 2, 1, 0, 0.0545, "Article"],
    ["We are hiring", "https://www.linkedin.com/feed/update/urn:li:ugcPost:7100000000000002",
     "Sponsored", "Spring hiring", "A. Writer", "03/25/2026", "03/26/2026", "03/30/2026", "",
     800, 310, 4, 0, 0.0, 3, 0, 0, 1, 0.00375, ""],
    ["", "https://www.linkedin.com/feed/update/urn:li:share:7100000000000003", "Organic", "",
     "B. Writer", "03/28/2026", "", "", "All followers", 90, "", "", 2, 0.0222222222222222, 1, 0,
     0, 0, 0.0333, "Image"],
]  # fmt: skip
WALL = "https://www.linkedin.com/feed/update/urn:li:"
POST_ROWS = [
    (f"{WALL}activity:7100000000000001", "7100000000000001", "linkedin",
     "How to fit trail shoes Read on:", "running footwear",
     "https://shop.example/fit?utm_campaign=fit", "fit", "2026-03-04", 1540, 61),
    (f"{WALL}ugcPost:7100000000000002", "7100000000000002", "linkedin", "We are hiring", None,
     None, "Spring hiring", "2026-03-25", 800, 0),
    (f"{WALL}share:7100000000000003", "7100000000000003", "linkedin", None, None, None, None,
     "2026-03-28", 90, 2),
]  # fmt: skip
DAYS = [
    ["Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)",
     "Unique impressions (organic)", "Clicks (organic)", "Clicks (sponsored)", "Clicks (total)",
     "Reactions (total)", "Engagement rate (total)"],
    ["03/01/2026", 100, 20, 120, 80, 4, 1, 5, 2, 0.0583],
    ["03/02/2026", 0, 0, 0, 0, 0, 0, 0, 0, 0.0],
    ["03/13/2026", "1,250", 0, "1,250", 900, 31, 0, 31, 8, 0.0312],
]  # fmt: skip
DAY_ROWS = [
    ("day", "03/01/2026", "2026-03-01", 5, 120),
    ("day", "03/02/2026", "2026-03-02", 0, 0),
    ("day", "03/13/2026", "2026-03-13", 31, 1250),
]
PEOPLE = "personal data left out: Posted by"

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="linkedin-workbook",
        format="LinkedIn posts",
        file="shop_content_1774000000000.xlsx",
        data=workbook({"Metrics": [[ABOUT_DAYS], *DAYS], "All posts": [[ABOUT_POSTS], *POSTS]}),
        table="clicks",
        columns=COLUMNS,
        expected=POST_ROWS,
        report={"rows_read": 3, "rows_kept": 3, "sum_clicks": 63, "unused": ("Posted by",),
                "notes": (PEOPLE, "clicks are all on the post")},
        also={"totals": 3},
    ),
    Sample(
        name="linkedin-posts-csv",
        format="LinkedIn posts",
        file="shop_content_1774000000000.csv",
        data=delimited([[ABOUT_POSTS], *POSTS], end="\r\n", mark=b"\xef\xbb\xbf"),
        table="clicks",
        columns=COLUMNS,
        expected=POST_ROWS,
        report={"sum_clicks": 63, "notes": (PEOPLE,)},
    ),
    Sample(
        name="linkedin-days-csv",
        format="LinkedIn days",
        file="shop_metrics.csv",
        data=delimited([[ABOUT_DAYS], *DAYS]),
        table="totals",
        columns=("kind", "name", "date", "clicks", "impressions"),
        expected=DAY_ROWS,
        report={"rows_kept": 3, "sum_clicks": 36, "period_days": 13},
    ),
)  # fmt: skip
