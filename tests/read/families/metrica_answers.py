"""Samples: answers of Yandex.Metrica's reporting interface, as saved to JSON files."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.read.families.sample import Sample

SITE = "https://shop.example"


def answer(
    dimensions: Sequence[str],
    metrics: Sequence[str],
    *rows: tuple[Sequence[object], Sequence[float | None]],
    **more: Any,
) -> Callable[[], bytes]:
    """Write an answer: the query with its days, and rows of dimensions and metrics."""
    value = {
        "query": {"ids": [17], "dimensions": list(dimensions), "metrics": list(metrics),
                  "date1": "2026-03-01", "date2": "2026-03-28", "limit": 100},
        "data": [{"dimensions": [{"name": name, "id": "5"} for name in names],
                  "metrics": list(counts)} for names, counts in rows],
        "total_rows": len(rows), "total_rows_rounded": False, "sampled": False,
        "sample_share": 1.0, "data_lag": 0, "totals": [1.0 for _ in metrics],
        **more,
    }  # fmt: skip
    return lambda: json.dumps(value, ensure_ascii=False).encode()


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="metrica-answer-phrases", format="Metrica answer: search phrases", file="data.json",
        data=answer(
            ["ym:s:lastsignSearchPhrase", "ym:s:lastsignSearchEngine"],
            ["ym:s:visits", "ym:s:users", "ym:s:bounceRate"],
            (["красные ботинки", "Яндекс"], [40.0, 38.0, 20.5]),
            (["красные ботинки", "Mail.ru"], [5.0, 5.0, 0.0]),
            ([None, "Google"], [100.0, 95.0, 21.0]),
            total_rows=12, sampled=True, sample_share=0.25,
        ),
        table="keywords", columns=("keyword", "clicks", "impressions", "period_days"),
        expected=[("красные ботинки", 45, None, 28)],
        report={"period_start": "2026-03-01", "period_end": "2026-03-28",
                "dropped": ("1 keyword is empty", "1 row summed"),
                "notes": ("holds 3 of 12 rows", "sample of the visits: 0.25",
                          "nobody counted how often it was shown")},
    ),
    Sample(
        name="metrica-answer-pages", format="Metrica answer: pages", file="pages.json",
        data=answer(["ym:pv:URL", "ym:pv:title"], ["ym:pv:pageviews", "ym:pv:users"],
                    ([f"{SITE}/boots", "Boots"], [70.0, 60.0]), ([f"{SITE}/", None], [9.0, 8.0])),
        table="pages", columns=("page", "title", "views", "period_days"),
        expected=[(f"{SITE}/boots", "Boots", 70, 28), (f"{SITE}/", None, 9, 28)],
    ),
    Sample(
        name="metrica-answer-landing", format="Metrica answer: landing pages", file="start.json",
        data=answer(["ym:s:startURL"],
                    ["ym:s:visits", "ym:s:avgVisitDurationSeconds", "ym:s:pageviews"],
                    ([f"{SITE}/boots"], [30.0, 61.5, 90.0])),
        table="pages", columns=("page", "sessions", "engagement_time", "views"),
        expected=[(f"{SITE}/boots", 30, 61.5, None)],
    ),
    Sample(
        name="metrica-answer-links", format="Metrica answer: links", file="links.json",
        data=answer(["ym:el:externalLink"], ["ym:el:links", "ym:el:users"],
                    (["https://maps.example/"], [7.0, 5.0])),
        table="clicks", columns=("page", "element", "target", "kind", "clicks", "period_days"),
        expected=[(f"{SITE}/", "https://maps.example/", "https://maps.example/", "link", 7, 28)],
        page=f"{SITE}/",
    ),
    Sample(
        name="metrica-answer-sources", format="Metrica answer: sources", file="sources.json",
        data=answer(["ym:s:<attribution>TrafficSource"], ["ym:s:visits", "ym:s:pageDepth"],
                    (["Search engine traffic"], [20.0, 2.5]), (["Direct traffic"], [10.0, 1.5])),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("source", "Search engine traffic", 20), ("source", "Direct traffic", 10)],
    ),
    Sample(
        name="metrica-answer-days", format="Metrica answer: days", file="days.json",
        data=answer(["ym:s:date"], ["ym:s:visits", "ym:s:pageviews"],
                    (["2026-03-02"], [20.0, 44.0]), (["2026-03-09"], [10.0, 12.0])),
        table="totals", columns=("kind", "date", "sessions", "views"),
        expected=[("day", "2026-03-02", 20, 44), ("day", "2026-03-09", 10, 12)],
    ),
)  # fmt: skip
