"""Samples: Semrush."""

from __future__ import annotations

from datetime import datetime

from tests.read.families.sample import Sample
from tests.read.families.semrush_rows import (
    ABOVE,
    MAGIC,
    MAGIC_NEW,
    MAGIC_ROWS,
    OTHER,
    OVERVIEW,
    OVERVIEW_ROWS,
    OWN,
    POSITION_ROWS,
    POSITIONS,
    POSITIONS_2026,
    STRATEGY,
    TRACKING,
    TRACKING_RIVAL,
    TRACKING_ROWS,
)
from tests.read.families.seo_writers import delimited, workbook

VOLUMES = ("keyword", "volume", "volume_kind", "intent", "position")
RANKS = ("keyword", "page", "volume", "volume_kind", "intent", "position", "date")
SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="semrush keyword magic, commas",
        format="Semrush keywords",
        file="tents_broad-match_us_2023-09-09.csv",
        data=delimited(MAGIC),
        table="keywords",
        columns=VOLUMES,
        expected=MAGIC_ROWS,
        report={"rows_read": 5, "unused": ("Keyword Difficulty", "CPC (USD)", "SERP Features"),
                "period_days": None},
    ),
    Sample(
        name="semrush keyword magic, semicolons",
        format="Semrush keywords",
        file="tents_phrase-match_uk_2023-09-09.csv",
        data=delimited(
            [[str(cell).replace("USD", "GBP") for cell in row] for row in MAGIC], delimiter=";"
        ),
        table="keywords",
        columns=VOLUMES,
        expected=MAGIC_ROWS,
        report={"unused": ("CPC (GBP)",)},
    ),
    Sample(
        name="semrush keyword magic with intents",
        format="Semrush keywords",
        file="tents_all-keywords_us_2026-05-04.xlsx",
        data=workbook({"Keywords": MAGIC_NEW}, plain=True),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("camping tent", 49500, "exact", "Commercial, Transactional", None),
            ("how to pitch a tent", 590, "exact", "Informational", None),
            ("tent", 0, "exact", None, None),
        ],
    ),
    Sample(
        name="semrush keyword overview",
        format="Semrush keywords",
        file="bell tent_bulk_us_2023-09-09_10-11-12.csv",
        data=delimited(OVERVIEW),
        table="keywords",
        columns=VOLUMES,
        expected=OVERVIEW_ROWS,
        report={"period_days": None, "unused": ("Trend",)},
    ),
    Sample(
        name="semrush keyword overview workbook",
        format="Semrush keywords",
        file="bell tent_bulk_us_2023-09-09_10-11-12.xlsx",
        data=workbook({"Keywords": OVERVIEW}, plain=True),
        table="keywords",
        columns=VOLUMES,
        expected=OVERVIEW_ROWS,
    ),
    Sample(
        name="semrush organic positions",
        format="Semrush organic positions",
        file="bakery.example-organic.Positions-uk-20230911-2023-09-12T20_48_27Z.csv",
        data=delimited(POSITIONS),
        table="keywords",
        columns=RANKS,
        expected=POSITION_ROWS,
        report={
            "period_start": "2023-09-04",
            "period_end": "2023-09-10",
            "period_days": None,
            "sum_clicks": None,
            "unused": ("Traffic", "Traffic (%)", "Trends"),
            "notes": ("1 row tells its place in 'People also ask'",),
        },
    ),
    Sample(
        name="semrush organic positions workbook",
        format="Semrush organic positions",
        file="bakery.example-organic.Positions-uk-20230911-2023-09-12T20_48_27Z.xlsx",
        data=workbook(
            {
                "Sheet 1": [
                    POSITIONS[0],
                    *(
                        [*row[:13], datetime.fromisoformat(str(row[13])), *row[14:]]
                        for row in POSITIONS[1:]
                    ),
                ]
            },
            plain=True,
        ),
        table="keywords",
        columns=RANKS,
        expected=POSITION_ROWS,
        report={"period_start": "2023-09-04", "period_end": "2023-09-10"},
    ),
    Sample(
        name="semrush organic positions, few columns",
        format="Semrush organic positions",
        file="bakery.example-organic.Positions-us-20260911-2026-09-12T20_48_27Z.csv",
        data=delimited(POSITIONS_2026),
        table="keywords",
        columns=RANKS,
        expected=[
            ("rye flour", "https://bakery.example/rye", 1300, "exact", "commercial", 7, None)
        ],
        # Two dates in the name are that of the data base and that of the download.
        report={"period_start": None, "period_days": None},
    ),
    Sample(
        name="semrush keyword strategy",
        format="Semrush keyword strategy",
        file="Content_list_2026-02-03.csv",
        data=delimited(STRATEGY),
        table="keywords",
        columns=("keyword", "country", "page", "volume", "volume_kind", "intent"),
        expected=[
            ("yoga mat cleaner", "us", None, 1600, "exact", "Commercial"),
            ("yoga mat cleaner", "au", None, 210, "exact", "Informational, Commercial"),
        ],
        report={"unused": ("Page", "Content references")},
    ),
    Sample(
        name="semrush position tracking",
        format="Semrush position tracking",
        file="1234567_89_position_tracking_rankings_overview_20230909.csv.xls",
        data=delimited(TRACKING, delimiter=";", above=ABOVE),
        table="keywords",
        columns=RANKS,
        expected=TRACKING_ROWS,
        report={
            "period_start": "2023-09-08",
            "period_end": "2023-09-09",
            "period_days": 2,
            "rows_read": 3,
            "unused": (f"{OWN}_20230908_landing", "Tags"),
            "notes": (f"that of {OWN} on 2023-09-09",),
        },
    ),
    Sample(
        name="semrush position tracking with a rival",
        format="Semrush position tracking",
        file="1234567_position_tracking_rankings_overview_20260313.csv",
        data=delimited(TRACKING_RIVAL, above=ABOVE, end="\r\n"),
        table="keywords",
        columns=RANKS,
        expected=[
            ("honey, raw", "https://bakery.example/raw", 2400, "exact",
             "Informational, Commercial", 2, None)
        ],
        report={
            "period_start": "2026-03-10",
            "period_end": "2026-03-12",
            "notes": (f"other sites were left out: '{OTHER}'",),
        },
    ),
    Sample(
        name="semrush interface",
        format="Semrush interface",
        file="phrase_related.csv",
        data=delimited(
            [
                ["Keyword", "Search Volume", "CPC", "Competition", "Number of Results"],
                ["rope ladder", 5400, "0.55", "1.00", 32100000],
                ["rope; braided", 320, "0.71", "0.98", 4400000],
            ],
            delimiter=";",
            end="\r\n",
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("rope ladder", 5400, "exact", None, None),
            ("rope; braided", 320, "exact", None, None),
        ],
    ),
    Sample(
        name="semrush interface with codes of intents",
        format="Semrush interface",
        file="phrase_these.csv",
        data=delimited(
            [
                ["database", "Keyword", "Search Volume", "Keyword Difficulty Index", "Intent"],
                ["us", "rope ladder", 5400, 33, "1,0"],
                ["us", "rope shop login", 40, 9, "2"],
            ],
            delimiter=";",
            end="\r\n",
        ),
        table="keywords",
        columns=("keyword", "country", "volume", "intent"),
        expected=[
            ("rope ladder", "us", 5400, "Informational, Commercial"),
            ("rope shop login", "us", 40, "Navigational"),
        ],
    ),
)  # fmt: skip
