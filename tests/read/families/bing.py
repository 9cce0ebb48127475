"""Samples: Bing Webmaster."""

from __future__ import annotations

import codecs

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

HEAD = '"Keyword","Impressions","Clicks","CTR","Avg. Position"'
METRICS = ("clicks", "impressions", "position")
KEYWORDS = ("keyword", *METRICS)
# Inch marks and quoted phrases as Bing writes them: not doubled.
INCHES = [
    '"garden shed","1200","14","1.17%","5.79988620478234"',
    '"27" tv","10","1","10%","3.2"',
    '"tv stand 27"","4","0","0%","12"',
    '"8" x 6" shed, wood","5","0","0%","632"',
    '""exact phrase"","1","2","200%","1"',
    '"shed, 8x6","3","0","0%","4.5"',
    '"never seen","0","0","0%","0"',
]
INCH_ROWS = [
    ("garden shed", 14, 1200, 5.79988620478234),
    ('27" tv', 1, 10, 3.2),
    ('tv stand 27"', 0, 4, 12),
    ('8" x 6" shed, wood', 0, 5, 632),
    ('"exact phrase"', 2, 1, 1),
    ("shed, 8x6", 0, 3, 4.5),
    ("never seen", 0, 0, None),
]
PAGES = [
    ["Page", "Impressions", "Clicks", "CTR", "Avg. Position"],
    ["https://sheds.example/", "8155", "26", "0.32%", "5.79988620478234"],
    ["https://sheds.example/paint, red", "0", "1", "0%", "1"],
]
DAYS = [
    ["Date", "Clicks", "Impressions", "Avg. CTR"],
    ["7/1/2025 12:00:00 AM", "3", "120", "2.5%"],
    ["7/2/2025 12:00:00 AM", "0", "90", "0%"],
]


def _inches() -> bytes:
    return codecs.BOM_UTF8 + "\r\n".join([HEAD, *INCHES, ""]).encode()


def _japanese(impressions: str) -> Sample:
    rows = [["キーワード", impressions, "クリック", "CTR", "平均掲載順位"],
            ["物置 小屋", "1,234", "5", "0.41%", "7.25"]]  # fmt: skip
    return Sample(
        name=f"bing keywords, Japanese ({impressions})",
        format="Bing keywords",
        file="sheds.example_KeywordReport_2026_8_20.csv",
        data=delimited(rows, mark=codecs.BOM_UTF8, end="\r\n", quoted=True),
        table="keywords",
        columns=KEYWORDS,
        expected=[("物置 小屋", 5, 1234, 7.25)],
    )


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="bing keywords with inch marks",
        format="Bing keywords",
        file="sheds.example_KeywordReport_7_18_2026.csv",
        data=_inches,
        table="keywords",
        columns=KEYWORDS,
        expected=INCH_ROWS,
        report={"encoding": "utf-8-sig", "rows_read": 7, "unused": ("CTR",), "period_days": None,
                "sum_clicks": 17, "notes": ("1 row has more clicks than impressions",)},
    ),
    _japanese("表示回数"),
    _japanese("感想"),
    Sample(
        name="bing pages",
        format="Bing pages",
        file="sheds.example_PageTrafficReport_2026. 9. 30..csv",
        data=delimited(PAGES, mark=codecs.BOM_UTF8, end="\r\n", quoted=True),
        table="pages",
        columns=("page", *METRICS),
        expected=[
            ("https://sheds.example/", 26, 8155, 5.79988620478234),
            ("https://sheds.example/paint, red", 1, 0, None),
        ],
        report={"notes": ("1 row has more clicks than impressions",), "period_days": None},
    ),
    Sample(
        name="bing days",
        format="Bing days",
        file="sheds.example_SearchPerformanceOverview_All_7_3_2025.csv",
        data=delimited(DAYS, mark=codecs.BOM_UTF8, end="\r\n", quoted=True),
        table="totals",
        columns=("kind", "date", "clicks", "impressions"),
        expected=[("day", "2025-07-01", 3, 120), ("day", "2025-07-02", 0, 90)],
    ),
    Sample(
        name="bing grounding queries",
        format="Bing grounding queries",
        file="sheds.example_AISearchQueriesReport_8_4_2026.csv",
        data=delimited(
            [["Grounding Query", "Intent", "Topic", "Citations", "Citation Share"],
             ["how to lay a shed base", "Learn and Solve", "Sheds", "233", "6.20%"],
             ["best shed paint 2026", "", "", "5", "46.02%"]],
            mark=codecs.BOM_UTF8, end="\r\n", quoted=True,
        ),
        table="keywords",
        columns=("keyword", "intent", "clicks", "impressions", "volume"),
        expected=[
            ("how to lay a shed base", "Learn and Solve", None, None, None),
            ("best shed paint 2026", None, None, None, None),
        ],
        report={"unused": ("Citations",),
                "notes": ("what the assistant searched by", "citations in answers")},
    ),
    Sample(
        name="bing grounding queries of two columns",
        format="Bing grounding queries",
        file="sheds.example_AISearchQueriesReport_5_4_2026.csv",
        data=delimited([["Grounding Query", "Citations"], ["shed base", "3"]], quoted=True),
        table="keywords",
        columns=("keyword", "volume"),
        expected=[("shed base", None)],
    ),
    Sample(
        name="bing cited pages",
        format="Bing cited pages",
        file="sheds.example_AIPageStatsReport_8_4_2026.csv",
        data=delimited(
            [["Page", "Citations"], ["https://sheds.example/paint", "519"]],
            mark=codecs.BOM_UTF8, end="\r\n", quoted=True,
        ),
        table="pages",
        columns=("page", "clicks", "impressions", "views"),
        expected=[("https://sheds.example/paint", None, None, None)],
        report={"unused": ("Citations",), "notes": ("citations in answers",)},
    ),
    Sample(
        name="bing cited days",
        format="Bing cited days",
        file="sheds.example_AIPerformanceOverviewStats_8_4_2026.csv",
        data=delimited(
            [["Date", "Citations", "Cited Pages"], ["8/3/2026 12:00:00 AM", "133", "20"]],
            mark=codecs.BOM_UTF8, end="\r\n", quoted=True,
        ),
        table="totals",
        columns=("kind", "date", "clicks", "impressions"),
        expected=[("day of citations", "2026-08-03", None, None)],
    ),
)  # fmt: skip
