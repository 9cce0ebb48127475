"""Samples: Moz, Ubersuggest, Serpstat, SE Ranking."""

from __future__ import annotations

import codecs
import json

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

VOLUMES = ("keyword", "volume", "volume_kind", "position")
RANKS = ("keyword", "page", "volume", "volume_kind", "intent", "position", "date")

SERPSTAT_ROWS = [
    {"keyword": "kayak paddle", "keyword_length": 2, "domain": "kayak.example",
     "url": "https://kayak.example/paddles", "position": 6, "date": "2026-01-05",
     "types": ["ads_top", "related_search"], "geo_names": ["usa"], "cost": 1.02,
     "concurrency": 86, "found_results": 1270000, "region_queries_count": 5400,
     "region_queries_count_wide": 22200, "traff": 190, "difficulty": 21,
     "intents": ["commercial", "transactional"]},
    {"keyword": "kayak rack", "keyword_length": 2, "url": None, "position": None, "types": [],
     "geo_names": None, "cost": 0, "concurrency": 0, "found_results": 98,
     "region_queries_count": 880, "region_queries_count_wide": 0, "difficulty": 4,
     "intents": []},
]  # fmt: skip
SERPSTAT_KEYWORDS = [
    ("kayak paddle", "https://kayak.example/paddles", 5400, "exact", "commercial, transactional",
     6, None),
    ("kayak rack", None, 880, "exact", None, None, None),
]  # fmt: skip


def answer() -> bytes:
    """Write an answer of Serpstat's interface."""
    value = {"id": "1", "result": {"data": SERPSTAT_ROWS, "summary_info": {"page": 1}}}
    return json.dumps(value).encode()


def old_answer() -> bytes:
    """Write an answer of the third version of Serpstat's interface."""
    return json.dumps({"status_code": 200, "result": {"hits": SERPSTAT_ROWS}}).encode()


RANKING = [
    ["Keyword", "URL", "Tags", "Search vol.", "2026-02-01", "Dynamics", "2026-02-02", "Dynamics"],
    ["kayak hire", "https://kayak.example/hire", "hire, summer", "2400", "7", "-", "5", "2"],
    ["kayak shop", "-", "", "720", "3", "0", "-", "-3"],
    ["kayak, red", "", "", "-", "-", "-", "48", "-"],
]
# Each day has its own page; the last day stands first.
RANKING_PAGES = [
    ["Keyword", "Url", "Tags", "Search vol.", "Competition", "CPC", "Results",
     "2026-08-03", "Dynamics", "URL", "2026-08-01", "Dynamics", "URL"],
    ["kayak hire", "https://kayak.example/hire", "", "2400", "0.4", "0.9", "1", "2", "1",
     "https://kayak.example/hire-now", "3", "-", "https://kayak.example/hire"],
    ["kayak lake", "https://kayak.example/lake", "", "90", "", "", "", "-", "-", "-", ">100",
     "-", "-"],
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="moz keywords",
        format="Moz keywords",
        file="moz-keyword-suggestions.csv",
        data=delimited(
            [
                ["Keyword", "Monthly Volume", "Difficulty", "Organic CTR", "Priority"],
                ["kayak paddle", "1,100", 30, "0.35", 61],
                ["kayak, folding", 850, 40, "0.28", 55],
                ["kayak", "", "", "", ""],
            ]
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("kayak paddle", 1100, "exact", None),
            ("kayak, folding", 850, "exact", None),
            ("kayak", None, "exact", None),
        ],
        report={"unused": ("Organic CTR", "Difficulty")},
    ),
    Sample(
        name="moz keyword ranges",
        format="Moz keyword ranges",
        file="moz-keyword-ranges.csv",
        data=delimited(
            [
                ["Keyword", "Min Volume", "Max Volume", "Difficulty", "Organic CTR", "Priority"],
                ["kayak paddle", 501, 850, 30, 35, 61],
                ["kayak", "4301", "6,500", 40, 28, 55],
                ["kayak hat", "", "", "", "", ""],
            ]
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("kayak paddle", 675.5, "bucket", None),
            ("kayak", 5400.5, "bucket", None),
            ("kayak hat", None, "bucket", None),
        ],
        report={"notes": ("middle of the range",)},
    ),
    Sample(
        name="ubersuggest keywords",
        format="Ubersuggest keywords",
        file="ubersuggest_kayak.csv",
        data=delimited(
            [
                ["Keyword", "Search Volume", "SEO Difficulty", "Paid Difficulty", "CPC"],
                ["kayak paddle", 320, 28, 35, 4.5],
                ["kayak bag", 0, 18, 40, 2.5],
            ]
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[("kayak paddle", 320, "exact", None), ("kayak bag", 0, "exact", None)],
    ),
    Sample(
        name="ubersuggest keywords with row numbers",
        format="Ubersuggest keywords",
        file="ubersuggest_kayak (1).csv",
        data=delimited(
            [
                ["No", "Keyword", "Trend", "Search Volume", "CPC", "Paid Difficulty",
                 "Search Difficulty"],
                ["1", "kayak paddle", "320,390", 320, 4.5, 35, 28],
            ],
            end="\r\n",
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[("kayak paddle", 320, "exact", None)],
    ),
    Sample(
        name="ubersuggest ranking keywords",
        format="Ubersuggest ranking keywords",
        file="ubersuggest https_kayak.example_.csv",
        data=delimited(
            [
                ["Keywords", "Volume", "Position", "Est. Visits", "Seo Difficulty",
                 "Ranking Url"],
                ["kayak paddle", 2900, 4, 190, 33, "https://kayak.example/paddles"],
                ["kayak", 0, "", 0, 60, ""],
            ],
            end="\r\n",
            mark=codecs.BOM_UTF8,
        ),
        table="keywords",
        columns=RANKS,
        expected=[
            ("kayak paddle", "https://kayak.example/paddles", 2900, "exact", None, 4, None),
            ("kayak", None, 0, "exact", None, None, None),
        ],
        report={"sum_clicks": None, "unused": ("Est. Visits",)},
    ),
    Sample(
        name="ubersuggest top pages",
        format="Ubersuggest top pages",
        file="ubersuggest https_kayak.example_ pages.csv",
        data=delimited(
            [
                ["Title", "URL", "Est. Visits", "Backlinks"],
                ["Paddles, all", "https://kayak.example/paddles", 190, 4],
            ],
            end="\r\n",
            mark=codecs.BOM_UTF8,
        ),
        table="pages",
        columns=("page", "title", "views"),
        expected=[("https://kayak.example/paddles", "Paddles, all", None)],
    ),
    Sample(
        name="serpstat keywords",
        format="Serpstat keywords",
        file="keywords_kayak_g_us.csv",
        data=delimited(
            [
                ["Keyword", "Search volume", "Cost", "Competition in PPC, %", "Results",
                 "Position", "URL"],
                ["kayak paddle", "5 400", "1,02", "86", "1270000", "6",
                 "https://kayak.example/paddles"],
                ["kayak rack", "880", "0,5", "0", "98", "-", "-"],
            ],
            delimiter=";",
        ),
        table="keywords",
        columns=RANKS,
        expected=[
            ("kayak paddle", "https://kayak.example/paddles", 5400, "exact", None, 6, None),
            ("kayak rack", None, 880, "exact", None, None, None),
        ],
    ),
    Sample(
        name="serpstat keywords in russian",
        format="Serpstat keywords",
        file="keywords_baidarka_y_213.csv",
        data=delimited(
            [
                ["Ключевая фраза", "Частотность", "Стоимость, $", "Конкуренция в PPC, %",
                 "Сложность"],
                ["байдарка", "1810", "0.2", "12", "33"],
            ],
            mark=codecs.BOM_UTF8,
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[("байдарка", 1810, "exact", None)],
    ),
    Sample(
        name="serpstat fields as a table",
        format="Serpstat interface",
        file="result_serpstat_keys.csv",
        data=delimited(
            [
                ["keyword", "cost", "region_queries_count", "concurrency", "found_results"],
                ["kayak paddle", "1.02", "5400", "86", "1270000"],
            ]
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[("kayak paddle", 5400, "exact", None)],
    ),
    Sample(
        name="serpstat answer",
        format="Serpstat interface",
        file="serpstat.json",
        data=answer,
        table="keywords",
        columns=RANKS,
        expected=SERPSTAT_KEYWORDS,
        report={"sum_clicks": None, "unused": ("region_queries_count_wide", "traff")},
    ),
    Sample(
        name="serpstat answer of version 3",
        format="Serpstat interface",
        file="serpstat3.json",
        data=old_answer,
        table="keywords",
        columns=RANKS,
        expected=SERPSTAT_KEYWORDS,
    ),
    Sample(
        name="se ranking positions",
        format="SE Ranking positions",
        file="kayak.example_positions_detailed_2026-02-02.csv",
        data=delimited(
            RANKING,
            mark=codecs.BOM_UTF8,
            above='"Google Desktop United States, English"\n',
        ),
        table="keywords",
        columns=RANKS,
        expected=[
            ("kayak hire", "https://kayak.example/hire", 2400, "exact", None, 5, None),
            ("kayak shop", None, 720, "exact", None, None, None),
            ("kayak, red", None, None, "exact", None, 48, None),
        ],
        report={
            "period_start": "2026-02-01",
            "period_end": "2026-02-02",
            "period_days": 2,
            "rows_read": 3,
            "unused": ("2026-02-01", "Dynamics"),
            "notes": ("the position is that of 2026-02-02, the last of 2 days",),
        },
    ),
    Sample(
        name="se ranking positions with pages",
        format="SE Ranking positions",
        file="kayak.example_positions_detailed_2026-08-03.csv",
        data=delimited(RANKING_PAGES, mark=codecs.BOM_UTF8, above="Google Mobile Germany\n"),
        table="keywords",
        columns=RANKS,
        expected=[
            ("kayak hire", "https://kayak.example/hire-now", 2400, "exact", None, 2, None),
            ("kayak lake", "https://kayak.example/lake", 90, "exact", None, None, None),
        ],
        report={"period_start": "2026-08-01", "period_end": "2026-08-03", "period_days": 3},
    ),
    Sample(
        name="se ranking keywords",
        format="SE Ranking keywords",
        file="export_research_kayak_uk_related.csv",
        data=delimited(
            [
                ["Keyword", "Difficulty", "Search vol.", "Search intent", "SERP features",
                 "Relevance", "CPC", "Competition"],
                ["kayak paddle", "21", "5400", "C, T", "Images, Reviews", "88", "1.02", "0.9"],
                ["kayak how", "-", "0", "informational", "", "", "", ""],
            ],
            mark=codecs.BOM_UTF8,
        ),
        table="keywords",
        columns=RANKS,
        expected=[
            ("kayak paddle", None, 5400, "exact", "Commercial, Transactional", None, None),
            ("kayak how", None, 0, "exact", "informational", None, None),
        ],
    ),
)  # fmt: skip
