"""Samples: Umami's event table."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

EVENTS = [
    [
        "event_id",
        "website_id",
        "session_id",
        "visit_id",
        "created_at",
        "url_path",
        "url_query",
        "utm_source",
        "utm_campaign",
        "referrer_domain",
        "page_title",
        "event_type",
        "event_name",
    ],
    ["e1", "w", "s1", "v1", "2026-03-01T10:00:00Z", "/boots", "", "", "", "", "Boots", "1", ""],
    ["e2", "w", "s1", "v1", "2026-03-01T10:01:00Z", "/boots", "", "", "", "", "Boots", "2", "buy"],
    ["e3", "w", "s2", "v2", "2026-03-14T09:00:00Z", "/boots", "", "", "", "", "Boots", "2", "buy"],
    ["e4", "w", "s2", "v2", "2026-03-14T09:00:00Z", "/", "", "mail", "may", "", "Home", "2", "buy"],
    ["e5", "w", "s2", "v2", "2026-03-14T09:00:00Z", "/", "", "", "", "", "Home", "1", ""],
]
COLUMNS = ("page", "element", "text", "channel", "campaign", "clicks", "period_days")

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="umami-events", format="Umami events", file="website_event.csv",
        data=delimited(EVENTS, quoted=True), table="clicks", columns=COLUMNS,
        expected=[("/boots", "buy", "buy", None, None, 2, 14),
                  ("/", "buy", "buy", "mail", "may", 1, 14)],
        report={"dropped": ("2 page view or other row", "1 row summed"),
                "notes": ("personal data left out: session_id",)},
        also={"pages": 2},
    ),
    Sample(
        name="umami-views", format="Umami page views", file="website_event.csv",
        data=delimited(EVENTS), table="pages", columns=("page", "title", "views"),
        expected=[("/boots", "Boots", 1), ("/", "Home", 1)], also={"clicks": 2},
    ),
)  # fmt: skip
