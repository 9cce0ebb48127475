"""Samples: PostHog events as CSV and JSON lines, heatmap rows, heatmap answer."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

PAGE = "https://shop.example/boots/"
BUY = (
    'span.x:text="Buy; \\"now\\""nth-child="1"nth-of-type="1";a.btn.primary:'
    'attr__class="btn primary"attr__href="/cart"href="/cart"nth-child="2"nth-of-type="1";div:'
)
GO = 'button.md:flex.go:attr__id="go"nth-child="1"text="Go: fast";form:nth-child="3"'


def _event(
    name: str, chain: str = "", kind: str = "click", device: str = "Mobile", **more: Any
) -> dict[str, Any]:
    properties = {"$current_url": PAGE, "$device_type": device, "$session_id": "s", **more}
    if name == "$autocapture":
        properties["$event_type"] = kind
    return {
        "uuid": f"u{len(chain)}{name}{kind}{device}", "event": name, "properties": properties,
        "timestamp": "2026-03-01T10:00:00.000Z", "team_id": 1, "distinct_id": "d1",
        "elements_chain": chain, "created_at": "2026-03-02T10:00:00Z", "person_id": "p1",
    }  # fmt: skip


EVENTS: list[dict[str, Any]] = [
    *[_event("$pageview") for _ in range(10)],
    *[_event("$pageview", device="Desktop") for _ in range(4)],
    *[_event("$autocapture", BUY) for _ in range(3)],
    _event("$autocapture", BUY, device="Desktop"),
    _event("$autocapture", GO),
    _event("$autocapture", GO, kind="submit"),
    _event("$autocapture", GO, kind="touch"),
    _event("$rageclick", BUY),
    _event("$dead_click", GO),
    _event("$pageleave"),
    {**_event("$autocapture", GO), "timestamp": "2026-03-28T10:00:00.000Z"},
    _event("$autocapture", GO, **{"$current_url": None}),
]
COLUMNS = ("page", "element", "text", "target", "role", "device", "clicks", "rage_clicks",
           "dead_clicks", "pageviews", "period_days")  # fmt: skip
ROWS = [
    (PAGE, 'a[href="/cart"] Buy; "now"', 'Buy; "now"', "/cart", "a", "mobile", 3, 1, 0, 10, 28),
    (PAGE, 'a[href="/cart"] Buy; "now"', 'Buy; "now"', "/cart", "a", "desktop", 1, 0, 0, 4, 28),
    (PAGE, "button#go", "Go: fast", None, "button", "mobile", 3, 0, 1, 10, 28),
]
REPORT: Mapping[str, object] = {
    "rows_read": 26,
    "sum_clicks": 7,
    "dropped": ("14 page view, counted in pageviews", "1 event is no click",
                "1 change or submission of a field", "1 click without an address"),
    "notes": ("personal data left out: distinct_id, person_id",),
}  # fmt: skip


def _csv() -> bytes:
    head = list(EVENTS[0])
    rows = [[json.dumps(v) if isinstance(v, dict) else v for v in e.values()] for e in EVENTS]
    return delimited([head, *rows])()


def _lines() -> bytes:
    return "\n".join(json.dumps(event) for event in EVENTS).encode()


def _flat() -> bytes:
    head = ["event", "timestamp", "properties.$current_url", "properties.$el_text",
            "properties.$event_type", "elements_chain", "properties.utm_source",
            "properties.utm_campaign"]  # fmt: skip
    return delimited(
        [head, ["$autocapture", "2026-03-01 10:00:00", PAGE, "Sale", "click", 'a:href="/sale"',
                "newsletter", "may"]]
    )()  # fmt: skip


def _database() -> bytes:
    """Write the table of a database: chains packed in JSON twice, properties once."""
    rows = [
        {"uuid": str(i), "event": e["event"], "properties": json.dumps(e["properties"]),
         "elements": json.dumps(json.dumps(e["elements_chain"])), "set": "{}", "set_once": "{}",
         "distinct_id": "d1", "team_id": 1, "ip": "192.0.2.1", "site_url": "",
         "timestamp": pd.Timestamp(e["timestamp"])}
        for i, e in enumerate(EVENTS)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = Path(folder) / "events.parquet"
        base.from_df(pd.DataFrame(rows)).write_parquet(str(path))
        return path.read_bytes()


# What the browser sends, and what the interface answers: lists of elements instead of a chain.
SENT = [
    {"tag_name": "span", "$el_text": 'Buy; "now"', "classes": ["x"], "nth_child": 1,
     "nth_of_type": 1},
    {"tag_name": "a", "classes": ["btn", "primary"], "attr__class": "btn primary",
     "attr__href": "/cart", "nth_child": 2, "nth_of_type": 1},
]  # fmt: skip
ANSWERED = [
    {"text": None, "tag_name": "form", "attr_class": None, "href": None, "attr_id": None,
     "nth_child": 3, "nth_of_type": 1, "attributes": {}, "order": 1},
    {"text": "Go: fast", "tag_name": "button", "attr_class": ["md:flex", "go"], "href": None,
     "attr_id": None, "nth_child": 1, "nth_of_type": 1, "attributes": {"attr__id": "go"},
     "order": 0},
]  # fmt: skip
LISTED: list[tuple[str, dict[str, Any], list[Any]]] = [
    ("$pageview", {}, []), ("$pageview", {}, []),
    ("$autocapture", {"$elements": SENT, "$event_type": "click"}, []),
    ("$autocapture", {"$elements": SENT, "$event_type": "submit"}, []),
    ("$autocapture", {"$event_type": "click"}, ANSWERED),
    ("$rageclick", {}, ANSWERED),
]  # fmt: skip
LISTED_ROWS = [
    (PAGE, 'a[href="/cart"] Buy; "now"', 'Buy; "now"', "/cart", "a", "mobile", 1, 0, 0, 2, 1),
    (PAGE, "button#go", "Go: fast", None, "button", "mobile", 1, 1, 0, 2, 1),
]


def _sent() -> list[dict[str, Any]]:
    """Return events that carry lists of elements."""
    told = {"$current_url": PAGE, "$device_type": "Mobile"}
    return [
        {"id": str(number), "distinct_id": "d1", "event": event, "elements": elements,
         "timestamp": "2026-03-01T10:00:00Z", "properties": {**told, **properties}}
        for number, (event, properties, elements) in enumerate(LISTED)
    ]  # fmt: skip


def _answered() -> bytes:
    return json.dumps({"next": None, "results": _sent()}).encode()


def _one_a_line() -> bytes:
    return "\n".join(map(json.dumps, _sent())).encode()


HEAT = [
    ["session_id", "team_id", "distinct_id", "timestamp", "x", "y", "scale_factor",
     "viewport_width", "viewport_height", "pointer_target_fixed", "current_url", "type"],
    ["s1", 1, "d1", "2026-03-01 10:00:00", 40, 20, 16, 80, 60, "false", PAGE, "click"],
    ["s2", 1, "d2", "2026-03-01 11:00:00", 40, 20, 16, 80, 60, "false", PAGE, "rageclick"],
    ["s2", 1, "d2", "2026-03-02 11:00:00", 20, 100, 16, 80, 60, "true", PAGE, "deadclick"],
    ["s2", 1, "d2", "2026-03-02 11:00:00", 1, 1, 16, 80, 60, "false", PAGE, "mousemove"],
    ["s2", 1, "d2", "2026-03-02 11:00:00", 0, 90, 16, 80, 60, "false", PAGE, "scrolldepth"],
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="posthog-events-csv", format="PostHog events", file="events.csv", data=_csv,
        table="clicks", columns=COLUMNS, expected=ROWS, report=REPORT, also={"pages": 1},
    ),
    Sample(
        name="posthog-events-lines", format="PostHog events", file="events.jsonl", data=_lines,
        table="clicks", columns=COLUMNS, expected=ROWS, report=REPORT, also={"pages": 1},
    ),
    Sample(
        name="posthog-events-database", format="PostHog events", file="events.parquet",
        data=_database, table="clicks", columns=COLUMNS, expected=ROWS,
        report={**REPORT, "notes": ("personal data left out: distinct_id, ip",)},
        also={"pages": 1},
    ),
    Sample(
        name="posthog-events-flat",
        format="PostHog events",
        file="export.csv",
        data=_flat,
        table="clicks",
        columns=("page", "element", "text", "target", "channel", "campaign", "clicks"),
        expected=[(PAGE, 'a[href="/sale"]', "Sale", "/sale", "newsletter", "may", 1)],
    ),
    Sample(
        name="posthog-events-answer", format="PostHog events", file="events.json",
        data=_answered, table="clicks", columns=COLUMNS, expected=LISTED_ROWS,
        report={"dropped": ("2 page view", "1 change or submission", "1 row summed")},
        also={"pages": 1},
    ),
    Sample(
        name="posthog-events-listed", format="PostHog events", file="listed.jsonl",
        data=_one_a_line, table="clicks", columns=COLUMNS, expected=LISTED_ROWS,
        also={"pages": 1},
    ),
    Sample(
        name="posthog-page-views", format="PostHog page views", file="events.csv", data=_csv,
        table="pages", columns=("page", "views"), expected=[(PAGE, 14)], also={"clicks": 3},
    ),
    Sample(
        name="posthog-heatmap-rows",
        format="PostHog heatmap rows",
        file="heatmaps.csv",
        data=delimited(HEAT),
        table="clicks",
        columns=("page", "element", "x", "y", "clicks", "rage_clicks", "dead_clicks",
                 "period_days"),
        expected=[(PAGE, "point 0.50, 320", 0.5, 320, 1, 1, 0, 2),
                  (PAGE, "fixed point 0.25, 1600", 0.25, None, 0, 0, 1, 2)],
        report={"dropped": ("2 mouse move or scroll depth", "1 row summed"),
                "notes": ("personal data left out: session_id, distinct_id",)},
    ),
    Sample(
        name="posthog-heatmap-answer",
        format="PostHog heatmap answer",
        file="heatmap.json",
        data=lambda: json.dumps(
            {"results": [
                {"count": 7, "pointer_y": 321, "pointer_relative_x": 0.251,
                 "pointer_target_fixed": False},
                {"count": 2, "pointer_y": 318, "pointer_relative_x": 0.249,
                 "pointer_target_fixed": False},
                {"count": 5, "pointer_y": 318, "pointer_relative_x": 0.249,
                 "pointer_target_fixed": True}]}
        ).encode(),
        table="clicks",
        columns=("page", "element", "x", "y", "clicks"),
        expected=[(PAGE, "point 0.25, 320", 0.25, 320, 9),
                  (PAGE, "fixed point 0.25, 320", 0.25, None, 5)],
        page=PAGE,
    ),
)  # fmt: skip
