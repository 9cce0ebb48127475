"""Samples: Crazy Egg's element list, whose first rows alone have a sixth cell."""

from __future__ import annotations

from tests.read import writers
from tests.read.families.sample import Sample

ROWS = [
    (128, "area", "Shop - Home", 1291, "false"),
    (69, "a", "FIND", 842, "true"),
    (61, "input", "s.q", 508, "true"),
    (67, "a", "lib.example.edu/find/", 166, "true"),
]
COLUMNS = ("page", "element", "role", "text", "target", "clicks", "pageviews")
PAGE = "http://www.lib.example.edu/index.php"

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="crazy-egg",
        format="Crazy Egg element list",
        file="Element list Home, 5-29-2013.csv",
        data=lambda: writers.crazy_egg(ROWS).encode(),
        table="clicks",
        columns=COLUMNS,
        expected=[
            (PAGE, "128", "area", "Shop - Home", None, 1291, 10283),
            (PAGE, "69", "a", "FIND", None, 842, 10283),
            (PAGE, "61", "input", None, None, 508, 10283),
            (PAGE, "67", "a", None, "lib.example.edu/find/", 166, 10283),
        ],
        report={"total_clicks": 2807, "sum_clicks": 2807, "period_start": "2013-05-29",
                "notes": ("1291 clicks fell on elements hidden", "visits are taken for")},
    ),
    Sample(
        name="crazy-egg-without-facts",
        format="Crazy Egg element list",
        file="list.csv",
        data=lambda: writers.crazy_egg(ROWS[:2], facts=False).encode(),
        table="clicks",
        columns=("page", "element", "clicks"),
        expected=[("https://x.example/", "128", 1291), ("https://x.example/", "69", 842)],
        page="https://x.example/",
    ),
)  # fmt: skip
