"""Samples: Google Ads."""

from __future__ import annotations

from tests.read.families.google_planner import tabbed
from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

COUNTS = ("keyword", "clicks", "impressions")
OF_ADS = "clicks and impressions are those of ads"
TERMS_TITLE = "Search terms report\n"
KEYWORDS_TITLE = "Search keyword report\n"

TERMS = [
    ["Search term", "Match type", "Added/Excluded", "Campaign", "Ad group", "Clicks", "Impr.",
     "CTR", "Currency code", "Avg. CPC", "Cost", "Campaign type", "Conv. rate", "Conversions",
     "Cost / conv."],
    ["garden shed", "Broad match", "None", "Sheds", "Ad group 1", "2", "9,380", "0.02%", "EUR",
     "0.5", "1.00", "Search", "0.00%", "0.00", " --"],
    ["garden shed", "AI Max", "None", "Sheds", "Ad group 2", "1", "20", "5.00%", "EUR", "0.5",
     "0.50", "Search", "0.00%", "0.00", " --"],
    ['"shed 8x6"', "Phrase match", "Excluded", "Sheds", "Ad group 1", "0", "3", "< 10%", "EUR",
     " --", "0.00", "Search", " --", "0.00", " --"],
    ["total", "Broad match", "None", "Sheds", "Ad group 1", "0", "1", "0.00%", "EUR", "0", "0.00",
     "Search", "0.00%", "0.00", "0.00"],
    ["Total: Search terms", "", "", "", "", "3", "9,404", "0.03%", "EUR", "0.5", "1.50", "",
     "0.00%", "0.00", "0.00"],
    ["Total: Other search terms", "", "", "", "", "0", "8", "0.00%", "EUR", "0", "0.00", "",
     "0.00%", "0.00", "0.00"],
    ["Total: Account", "", "", "", "", "54", "20,708", "0.26%", "EUR", "0.5", "27.00", "",
     "12.96%", "7.00", "3.86"],
    ["Total: Search", "", "", "", "", "3", "9,412", "0.03%", "EUR", "0.5", "1.50", "Search",
     "0.00%", "0.00", "0.00"],
]  # fmt: skip
TERM_ROWS = [("garden shed", 3, 9400), ('"shed 8x6"', 0, 3), ("total", 0, 1)]
WIDE_TERMS = [
    ["Search term", "Keyword", "Search terms match type", "Account", "Device", "Day", "Impr.",
     "Interactions", "Interaction rate", "Cost", "Avg. CPM",
     "Cost (Converted currency)"],
    ["shed paint", "[shed paint]", "Exact match", "Shop", "Mobile phones", "2026-05-02", "40", "4",
     "10.00%", "1.20", "30.00", "1.30"],
    ["shed paint", '"paint"', "Phrase match", "Shop", "Computers", "2026-05-02", "5", "1",
     "20.00%", "0.20", "40.00", "0.22"],
    ["shed felt", "[shed paint]", "Exact match (close variant)", "Shop",
     "Tablets with full browsers", "2026-05-03", "2", " --", "> 90%", "0.00", " --", "0.00"],
    ["", "Total: Filtered search terms", "", "", "", "", "47", "5", "10.64%", "1.40", "29.79",
     "1.52"],
]  # fmt: skip
GERMAN = [
    ["Suchbegriff", "Klicks", "Impr.", "Klickrate", "Kosten"],
    ["gartenhaus", "3", "1.200", "0,25 %", "4,20"],
    ["gerätehaus metall", "0", "17", "0,00 %", "0,00"],
    ["Gesamt: Suchbegriffe", "3", "1.217", "0,25 %", "4,20"],
]  # fmt: skip
COSTS = [["Suchbegriff", "Kosten"], ["gartenhaus", "4,20"], ["gartenhaus holz", "12,35"]]
KEYWORDS = [
    ["Keyword status", "Keyword", "Match type", "Campaign", "Ad group", "Status",
     "Status reasons", "Final URL", "Impr.", "Interactions", "Clicks", "Cost"],
    ["Enabled", "[garden shed]", "Exact match", "Sheds", "A", "Eligible", "",
     "https://sheds.example/", "1,200", "30", "30", "9.00"],
    ["Enabled", '"garden shed"', "Phrase match", "Sheds", "A", "Eligible", "",
     "https://sheds.example/", "800", "8", "8", "3.00"],
    ["Paused", "+garden +shed", "Broad match", "Sheds", "B", "Paused", "paused", " --", "10", "0",
     "0", " --"],
    ["Enabled", "shed, 8x6", "Broad match", "Sheds", "B", "Eligible", "", " --", "4", " --", " --",
     " --"],
    ["Enabled", "-free", "Broad match", "Sheds", "B", "Eligible", "", " --", "0", "0", "0", " --"],
    ["Enabled", '-"second hand"', "Phrase match", "Sheds", "B", "Eligible", "", " --", "0", "0",
     "0", " --"],
    ["Total: Keywords", " --", "", "", "", "", "", "", "2,014", "38", "38", "12.00"],
    ["Total: Account", " --", "", "", "", "", "", "", "9,014", "138", "138", "52.00"],
]  # fmt: skip
INTERACTIONS = [
    ["Keyword status", "Keyword", "Match type", "Campaign", "Ad group", "Status",
     "Status reasons", "Final URL", "Impr.", "Interactions"],
    ["Enabled", "[shed base]", "Exact match", "Sheds", "A", "Eligible", "",
     "https://sheds.example/base", "12", "3"],
    ["Total: Search", "", "", "", "", "", "", "", "12", "3"],
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="google ads search terms, UTF-16 with TABs",
        format="Google Ads search terms",
        file="Search terms report.csv",
        data=tabbed(TERMS, TERMS_TITLE + "1 May 2026 - 8 May 2026\n"),
        table="keywords",
        columns=COUNTS,
        expected=TERM_ROWS,
        report={
            "encoding": "utf-16", "rows_read": 8, "period_start": "2026-05-01", "period_days": 8,
            "total_clicks": 3, "total_impressions": 9404, "sum_impressions": 9404,
            "dropped": ("4 total row", "1 row summed into another"), "notes": (OF_ADS,),
            "unused": ("Match type", "Cost", "Conversions"),
        },
    ),
    Sample(
        name="google ads search terms, commas and a quoted date line",
        format="Google Ads search terms",
        file="Search terms report (1).csv",
        data=delimited(TERMS, end="\r\n", above=TERMS_TITLE + '"May 1, 2026 - May 31, 2026"\r\n'),
        table="keywords",
        columns=COUNTS,
        expected=TERM_ROWS,
        report={"encoding": "utf-8", "period_end": "2026-05-31", "total_impressions": 9404},
    ),
    Sample(
        name="google ads search terms by day and device",
        format="Google Ads search terms",
        file="Search terms report (2).csv",
        data=tabbed(WIDE_TERMS, TERMS_TITLE + "May 1, 2026 - May 8, 2026\n"),
        table="keywords",
        columns=("keyword", "date", "device", "clicks", "impressions"),
        expected=[
            ("shed paint", "2026-05-02", "mobile", None, 40),
            ("shed paint", "2026-05-02", "desktop", None, 5),
            ("shed felt", "2026-05-03", "tablet", None, 2),
        ],
        report={"dropped": ("1 total row",), "total_impressions": 47,
                "notes": ("add the column Clicks",), "period_days": 8},
    ),
    Sample(
        name="google ads search terms, German",
        format="Google Ads search terms",
        file="Bericht zu Suchbegriffen.csv",
        data=tabbed(GERMAN, "Bericht zu Suchbegriffen\n1. Mai 2026 - 31. Mai 2026\n"),
        table="keywords",
        columns=COUNTS,
        expected=[("gartenhaus", 3, 1200), ("gerätehaus metall", 0, 17)],
        report={"total_clicks": 3, "total_impressions": 1217, "period_days": 31},
    ),
    Sample(
        name="google ads search terms with costs alone",
        format="Google Ads search terms",
        file="suchbegriffe.csv",
        data=delimited(COSTS, delimiter=";"),
        table="keywords",
        columns=COUNTS,
        expected=[("gartenhaus", None, None), ("gartenhaus holz", None, None)],
        report={"unused": ("Kosten",)},
    ),
    Sample(
        name="google ads keywords with match types",
        format="Google Ads keywords",
        file="Search keyword report.csv",
        data=delimited(KEYWORDS, above=KEYWORDS_TITLE + '"May 1, 2026 - May 31, 2026"\n'),
        table="keywords",
        columns=("keyword", "page", "clicks", "impressions", "position"),
        expected=[
            ("garden shed", "https://sheds.example/", 38, 2000, None),
            ("garden shed", None, 0, 10, None),
            ("shed, 8x6", None, None, 4, None),
        ],
        report={
            "rows_read": 8, "total_clicks": 38, "total_impressions": 2014, "sum_clicks": 38,
            "sum_impressions": 2014,
            "dropped": ("2 total row", "2 negative keyword", "1 row summed into another"),
            "notes": ("marks of match types were taken off 3 keywords", OF_ADS),
        },
    ),
    Sample(
        name="google ads keywords with interactions, UTF-16 with TABs",
        format="Google Ads keywords",
        file="Search keyword report (1).csv",
        data=tabbed(INTERACTIONS, KEYWORDS_TITLE + "May 1, 2026 - May 31, 2026\n"),
        table="keywords",
        columns=("keyword", "page", "clicks", "impressions"),
        expected=[("shed base", "https://sheds.example/base", None, 12)],
        report={"total_clicks": None, "total_impressions": 12,
                "notes": ("interactions are clicks and views of videos alike",)},
    ),
)  # fmt: skip
