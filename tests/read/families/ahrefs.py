"""Samples: Ahrefs."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited

VOLUMES = ("keyword", "country", "volume", "volume_kind", "intent", "position")
RANKS = ("keyword", "page", "country", "volume", "volume_kind", "intent", "position")


def tabbed(rows: Cells) -> Callable[[], bytes]:
    """Return a writer of UTF-16 with TABs, every cell quoted: what Ahrefs calls CSV."""
    return delimited(
        rows, delimiter="\t", encoding="utf-16-le", mark=codecs.BOM_UTF16_LE, quoted=True
    )


EXPLORER_OLD = [
    ["#", "Keyword", "Country", "Difficulty", "Volume", "CPC", "CPS", "Parent Keyword",
     "Last Update", "SERP Features", "Global volume", "Traffic potential"],
    ["1", "garden shed", "gb", "41", "90500", "0.60", "0.98", "garden shed",
     "2022-04-02 11:20:05", "Shopping results,Thumbnail", "131000", "24000"],
    ["2", 'shed "8x6"', "gb", "12", "1900", "", "", "8x6 shed", "2022-03-30 04:10:00", "", "2000",
     "2900"],
]  # fmt: skip
EXPLORER_2020 = [
    ["#", "Keyword", "Country", "Difficulty", "Volume", "CPC", "Clicks", "CPS", "Return Rate",
     "Parent Keyword", "Last Update", "SERP Features"],
    ["1", "garden shed", "gb", "41", "90500", "0.60", "88412", "0.98", "1.61", "garden shed",
     "2020-04-02 11:20:05", "Shopping results"],
]  # fmt: skip
EXPLORER_NEW = [
    ["#", "Keyword", "Country", "Difficulty", "Volume", "CPC", "CPS", "Parent Keyword",
     "Last Update", "SERP Features", "Global volume", "Traffic potential",
     "Global traffic potential", "First seen", "Intents", "Languages",
     "SV trend (01-2024 - 12-2025)", "SV Forecasting trend (01-2026 - 12-2026)"],
    ["1", "garden shed", "gb", "41", "90500", "0.60", "0.98", "garden shed",
     "2026-01-02 11:20:05", "People also ask,Thumbnail", "131000", "24000", "31000",
     "2015-09-01 00:00:00", "Commercial,Transactional,Non-branded,Non-local", "en",
     "80500,90500", "91000,92000"],
    ["2", "sheds near me", "gb", "3", "5400", "", "", "garden shed", "2026-01-05 07:00:00", "",
     "5400", "700", "700", "", "Informational,Non-branded,Local", "en", "", ""],
    ["3", "acme shed", "gb", "", "", "", "", "", "", "", "", "", "", "", "Branded,Non-local", "",
     "", ""],
]  # fmt: skip
ORGANIC = [
    ["Keyword", "Country code", "Location", "Language", "Entities", "SERP features", "Volume",
     "KD", "CPC", "Organic traffic", "Paid traffic", "Current position", "Current URL",
     "Current URL inside", "Updated", "Navigational", "Informational", "Commercial",
     "Transactional", "Branded", "Local"],
    ["shed roof felt", "GB", "United Kingdom", "English", "", "Sitelinks,Video", "8100", "7",
     "0.35", "1630", "0", "2", "https://sheds.example/roof-felt", "Sitelinks",
     "2026-01-12 03:04:05", "false", "true", "true", "false", "false", "false"],
    ["sheds example", "GB", "United Kingdom", "English", "", "", "70", "0", "", "61", "0", "1",
     "https://sheds.example/", "", "2026-01-14 22:10:00", "true", "false", "false", "false",
     "true", "false"],
    ["felt", "GB", "United Kingdom", "English", "", "", "2400", "55", "0.1", "0", "12", "", "",
     "", "2026-01-13 00:00:00", "false", "false", "false", "false", "false", "false"],
]  # fmt: skip
ORGANIC_ROWS = [
    ("shed roof felt", "https://sheds.example/roof-felt", "GB", 8100, "exact",
     "Informational, Commercial", 2),
    ("sheds example", "https://sheds.example/", "GB", 70, "exact", "Navigational", 1),
    ("felt", None, "GB", 2400, "exact", None, None),
]  # fmt: skip
COMPARED = [
    ["Keyword", "SERP features", "Volume", "KD", "CPC", "Previous organic traffic",
     "Current organic traffic", "Organic traffic change", "Current paid traffic",
     "Previous position", "Current position", "Position change", "Previous URL", "Current URL",
     "Previous date", "Current date", "Branded", "Local", "Navigational", "Informational",
     "Commercial", "Transactional"],
    ["shed paint", "Thumbnail", "3600", "9", "0.5", "120", "310", "190", "0", "9", "4", "5",
     "https://sheds.example/paint", "https://sheds.example/paint-guide", "2025-12-01",
     "2026-01-10", "false", "false", "false", "true", "false", "false"],
    ["shed base", "", "1900", "4", "0.4", "55", "0", "-55", "0", "11", "Lost", "Lost",
     "https://sheds.example/base", "", "2025-12-02", "2026-01-11", "false", "false", "false",
     "false", "true", "true"],
]  # fmt: skip
TOP_PAGES = [
    ["URL", "UR", "Traffic", "Traffic value", "Referring domains", "Keywords", "Top keyword",
     "Top keyword: Volume", "Top keyword: Position", "Page type"],
    ["https://sheds.example/", "18", "2100", "900", "44", "310", "sheds example", "70", "1",
     "Homepage"],
    ["https://sheds.example/roof-felt", "9", "1630", "410", "3", "95", "shed roof felt", "8100",
     "2", "Article"],
    ["https://sheds.example/legal", "2", "0", "0", "0", "0", "", "", "", ""],
]  # fmt: skip
TOP_PAGES_COMPARED = [
    ["URL", "Previous traffic", "Current traffic", "Traffic change", "Current traffic value",
     "Current # of keywords", "Current top keyword", "Current top keyword: Country",
     "Current top keyword: Volume", "Current top keyword: Position"],
    ["https://sheds.example/base", "55", "0", "-55", "0", "4", "shed base", "GB", "1900", "Lost"],
    ["https://sheds.example/paint", "120", "310", "190", "60", "40", "shed paint", "GB", "3600",
     "4"],
]  # fmt: skip
PAGES = [
    ("https://sheds.example/", None, None),
    ("https://sheds.example/roof-felt", None, None),
    ("https://sheds.example/legal", None, None),
]
GAP = [
    ["Keyword", "SERP features", "Volume", "KD", "CPC", "sheds.example/: Traffic",
     "sheds.example/: Position", "sheds.example/: URL", "rival.example/: Traffic",
     "rival.example/: Position", "rival.example/: URL"],
    ["shed insulation", "Video", "6600", "11", "0.45", "", "", "", "820", "3",
     "https://rival.example/insulation"],
    ["shed, plastic", "", "9900", "20", "0.7", "12", "44", "https://sheds.example/p", "2100", "2",
     "https://rival.example/plastic"],
]  # fmt: skip
GAP_NEW = [
    ["Keyword", "Intents", "SERP features", "Volume", "KD", "CPC",
     "www.sheds.example/: Organic Traffic", "www.sheds.example/: Organic Position",
     "www.sheds.example/: URL", "Updated"],
    ["shed lock", '"Informational","Commercial"', "", "2400", "2", "0.3", "4", "18",
     "https://www.sheds.example/lock", "2026-02-02 00:00:00"],
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="ahrefs matching terms of 2022",
        format="Ahrefs keywords explorer",
        file="google_gb_shed_matching-terms_2022-04-11_10-20-30.csv",
        data=tabbed(EXPLORER_OLD),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("garden shed", "gb", 90500, "exact", None, None),
            ('shed "8x6"', "gb", 1900, "exact", None, None),
        ],
        report={"rows_read": 2, "encoding": "utf-16", "unused": ("Global volume", "CPC"),
                "period_start": None, "period_days": None},
    ),
    Sample(
        name="ahrefs matching terms of 2020, with clicks of all searchers",
        format="Ahrefs keywords explorer",
        file="google_gb_shed_matching-terms_2020-04-11_10-20-30.csv",
        data=tabbed(EXPLORER_2020),
        table="keywords",
        columns=("keyword", "volume", "clicks"),
        expected=[("garden shed", 90500, None)],
        report={"sum_clicks": None, "unused": ("Clicks", "Return Rate")},
    ),
    Sample(
        name="ahrefs matching terms of 2026",
        format="Ahrefs keywords explorer",
        file="google_gb_shed_matching-terms_2026-01-11_20-26-30.csv",
        data=tabbed(EXPLORER_NEW),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("garden shed", "gb", 90500, "exact", "Commercial, Transactional", None),
            ("sheds near me", "gb", 5400, "exact", "Informational", None),
            ("acme shed", "gb", None, "exact", None, None),
        ],
    ),
    Sample(
        name="ahrefs matching terms, commas",
        format="Ahrefs keywords explorer",
        file="google_gb_shed_matching-terms_2026-01-11_20-26-30 (1).csv",
        data=delimited(EXPLORER_NEW),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("garden shed", "gb", 90500, "exact", "Commercial, Transactional", None),
            ("sheds near me", "gb", 5400, "exact", "Informational", None),
            ("acme shed", "gb", None, "exact", None, None),
        ],
    ),
    Sample(
        name="ahrefs organic keywords",
        format="Ahrefs organic keywords",
        file="sheds.example-organic-keywords-subdomains-gb-_2026-01-15_09-08-07.csv",
        data=tabbed(ORGANIC),
        table="keywords",
        columns=RANKS,
        expected=ORGANIC_ROWS,
        report={
            "period_start": "2026-01-12",
            "period_end": "2026-01-14",
            "period_days": None,
            "sum_clicks": None,
            "unused": ("Organic traffic", "Paid traffic", "Branded"),
        },
    ),
    Sample(
        name="ahrefs organic keywords, commas",
        format="Ahrefs organic keywords",
        file="sheds.example-organic-keywords-subdomains-gb-_2026-01-15_09-08-08.csv",
        data=delimited(ORGANIC),
        table="keywords",
        columns=RANKS,
        expected=ORGANIC_ROWS,
    ),
    Sample(
        name="ahrefs organic keywords compared",
        format="Ahrefs organic keywords",
        file="sheds.example-organic-keywords-subdomains-gb-compare_2026-01-15_09-08-07.csv",
        data=tabbed(COMPARED),
        table="keywords",
        columns=RANKS,
        expected=[
            ("shed paint", "https://sheds.example/paint-guide", None, 3600, "exact",
             "Informational", 4),
            ("shed base", None, None, 1900, "exact", "Commercial, Transactional", None),
        ],
        report={"period_start": "2026-01-10", "period_end": "2026-01-11", "notes": None,
                "unused": ("Previous position", "Position change", "Previous URL")},
    ),
    Sample(
        name="ahrefs top pages",
        format="Ahrefs top pages",
        file="sheds.example-top-pages-subdomains-gb_2026-01-15_09-08-07.csv",
        data=tabbed(TOP_PAGES),
        table="pages",
        columns=("page", "views", "position"),
        expected=PAGES,
        also={"keywords": 2},
        report={"unused": ("Traffic",), "sum_clicks": None},
    ),
    Sample(
        name="ahrefs top pages compared, commas",
        format="Ahrefs top pages",
        file="sheds.example-top-pages-subdomains-gb_2026-01-15_09-08-09.csv",
        data=delimited(TOP_PAGES_COMPARED),
        table="pages",
        columns=("page", "views"),
        expected=[("https://sheds.example/base", None), ("https://sheds.example/paint", None)],
        also={"keywords": 2},
    ),
    Sample(
        name="ahrefs content gap",
        format="Ahrefs content gap",
        file="sheds.example-content-gap-s_2026-01-15_09-08-07.csv",
        data=tabbed(GAP),
        table="keywords",
        columns=RANKS,
        expected=[
            ("shed insulation", None, None, 6600, "exact", None, None),
            ("shed, plastic", None, None, 9900, "exact", None, None),
        ],
        report={
            "unused": ("rival.example/: Position",),
            "notes": ("positions of 'sheds.example/', 'rival.example/' were left out",
                      '"position": "sheds.example/: Position"'),
        },
    ),
    Sample(
        name="ahrefs content gap with intents",
        format="Ahrefs content gap",
        file="www.sheds.example-content-gap-s_2026-02-15_09-08-07.csv",
        data=delimited(GAP_NEW),
        table="keywords",
        columns=RANKS,
        expected=[("shed lock", None, None, 2400, "exact", "Informational, Commercial", None)],
        report={"notes": ('"position": "www.sheds.example/: Organic Position"',)},
    ),
)  # fmt: skip
