"""Rows of the samples of Semrush, and what reading them must give."""

from __future__ import annotations

TREND = "0.66,0.54,0.66,0.81,1.00,0.81,0.66,0.54,0.44,0.36,0.44,0.54"

MAGIC = [
    ["Keyword", "Volume", "Keyword Difficulty", "CPC (USD)", "SERP Features"],
    ["camping tent", 49500, 61, "0.87", "Image pack, Reviews, People also ask"],
    ["tent, 4 person", 1900, 38, "0.91", "Shopping ads"],
    ['tent "pop up"', 880, "n/a", "", ""],
    ["=tent+tarp", 0, "", "0.00", ""],
    ["tent repair", "n/a", "-", "-", ""],
]
MAGIC_ROWS = [
    ("camping tent", 49500, "exact", None, None),
    ("tent, 4 person", 1900, "exact", None, None),
    ('tent "pop up"', 880, "exact", None, None),
    ("=tent+tarp", 0, "exact", None, None),
    ("tent repair", None, "exact", None, None),
]
MAGIC_NEW = [
    ["Keyword", "Intent", "Volume", "Trend", "Keyword Difficulty", "CPC (USD)",
     "Competitive Density", "SERP Features", "Number of Results"],
    ["camping tent", "Commercial, Transactional", 49500, TREND, 61, "0.87", "1.00",
     "Image pack, Reviews", "214000000"],
    ["how to pitch a tent", "Informational", 590, TREND, 24, "0.00", "0.05", "Video", "8100000"],
    ["tent", "", 0, "", "", "", "", "", ""],
]  # fmt: skip
OVERVIEW = [
    ["Keyword", "Intent", "Volume", "Trend", "Keyword Difficulty", "CPC (GBP)", "SERP Features"],
    ["bell tent", "Informational, Commercial", 12100, TREND, 40, 1.1, "Image pack, Sitelinks"],
    ["bell tent hire", "Transactional", 720, TREND, 12, 1.75, ""],
]
OVERVIEW_ROWS = [
    ("bell tent", 12100, "exact", "Informational, Commercial", None),
    ("bell tent hire", 720, "exact", "Transactional", None),
]
POSITIONS = [
    ["Keyword", "Position", "Previous position", "Search Volume", "Keyword Difficulty", "CPC",
     "URL", "Traffic", "Traffic (%)", "Traffic Cost", "Competition", "Number of Results",
     "Trends", "Timestamp", "SERP Features by Keyword", "Keyword Intents", "Position Type"],
    ["honey bread", 3, 42, 2900, 18, 1.26, "https://bakery.example/blog/honey-bread/", 210, 0.06,
     265.0, 0.01, 6900000, "[0,0,3,0,0,10,5,3,3,100,36,29]", "2023-09-09",
     "Image pack, Sitelinks, Reviews", "informational", "Organic"],
    ["honey bread", 9, 0, 2900, 18, 1.26, "https://bakery.example/shop/bread/?v=2", 12, 0.0,
     15.0, 0.01, 6900000, "[0,0,3,0,0,10,5,3,3,100,36,29]", "2023-09-04",
     "Image pack, Sitelinks, Reviews", "informational", "Organic"],
    ["rye flour", 1, 1, 1300, 27, 0.4, "https://bakery.example/rye", 40, 0.01, 16.0, 1.0, 98,
     "[1,2,3,4,5,6,7,8,9,10,11,12]", "2023-09-10", "People also ask",
     "informational, transactional", "People also ask"],
    ["sour dough", 0, 12, 90, "", "", "https://bakery.example/sour", 0, 0.0, 0.0, 0.0, "", "",
     "2023-09-07", "", "", "Organic"],
]  # fmt: skip
POSITION_ROWS = [
    ("honey bread", "https://bakery.example/blog/honey-bread/", 2900, "exact", "informational", 3,
     None),
    ("honey bread", "https://bakery.example/shop/bread/?v=2", 2900, "exact", "informational", 9,
     None),
    ("rye flour", "https://bakery.example/rye", 1300, "exact", "informational, transactional",
     None, None),
    ("sour dough", "https://bakery.example/sour", 90, "exact", None, None, None),
]  # fmt: skip
POSITIONS_2026 = [
    ["Keyword", "Position", "Search Volume", "Traffic", "URL", "Keyword Difficulty", "CPC",
     "Keyword Intents", "SERP Features by Keyword"],
    ["rye flour", 7, 1300, 40, "https://bakery.example/rye", 27, 0.4, "commercial",
     "people_also_ask,organic"],
]  # fmt: skip
STRATEGY = [
    ["Database", "Keyword", "Seed keyword", "Page", "Topic", "Page type", "Tags", "Volume",
     "Keyword Difficulty", "CPC (USD)", "Competitive Density", "Number of Results", "Intent",
     "SERP Features", "Trend", "Click potential", "Content references", "Competitors"],
    ["us", "yoga mat cleaner", "yoga mat", "yoga mat cleaner", "Yoga mats", "Sub page", "", 1600,
     21, "0.95", "1.00", "9200000", "Commercial", "Site Links, People Also Ask", TREND, "60",
     '"a.example":"https://a.example/1"\n"b.example":"https://b.example/2"', '"a.example":"1"'],
    ["au", "yoga mat cleaner", "yoga mat", "", "", "", "", 210, "", "", "", "",
     "Informational, Commercial", "", "", "", "", ""],
]  # fmt: skip
# Five lines and a blank one stand above the header of position tracking.
ABOVE = (
    "----------------------------------------\n"
    "ID: 1234567_89\n"
    "Report Type: Position Tracking: Rankings Overview\n"
    "Period: 20230908 - 20230909\n"
    "----------------------------------------\n"
    "\n"
)
OWN, OTHER = "*.bakery.example/*", "*.rival.example/*"


def _days(site: str, *days: str) -> list[str]:
    ends = ("", "_type", "_landing", "_difference")
    return [f"{site}_{day}{end}" for day in days for end in ends]


TRACKING = [
    ["Keyword", *_days(OWN, "20230908", "20230909"), "Tags", "Intents", "CPC", "Search Volume",
     "Keyword Difficulty"],
    ["honey bread", "5", "organic", "https://bakery.example/h", "0", "4", "organic",
     "https://bakery.example/honey", "1", "seed", "i", "1.26", "2900", "18"],
    ["rye flour", "-", "n/a", "-", "-", "12", "organic", "https://bakery.example/rye", "n/a",
     "", "c, t", "0.40", "1300", "27"],
    ["sour dough", "8", "organic", "https://bakery.example/s", "0", "-", "n/a", "-", "-", "",
     "n", "n/a", "n/a", "n/a"],
]  # fmt: skip
TRACKING_ROWS = [
    ("honey bread", "https://bakery.example/honey", 2900, "exact", "Informational", 4, None),
    ("rye flour", "https://bakery.example/rye", 1300, "exact", "Commercial, Transactional", 12,
     None),
    ("sour dough", None, None, "exact", "Navigational", None, None),
]  # fmt: skip
# Extended: a rival beside the own site, commas, the last day first.
TRACKING_RIVAL = [
    ["Keyword", "Tags", "Intents", "Search Volume", *_days(OWN, "20260312", "20260310"),
     *_days(OTHER, "20260312", "20260313")],
    ["honey, raw", "a,b", "ic", "2400", "2", "organic", "https://bakery.example/raw", "1",
     "3", "organic", "https://bakery.example/raw", "0", "1", "organic",
     "https://rival.example/", "0", "1", "organic", "https://rival.example/", "0"],
]  # fmt: skip
