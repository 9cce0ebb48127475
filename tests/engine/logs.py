"""Seeded logs in every layout: pages spelled in several ways, dead clicks, visits, gaps."""

# ruff: noqa: E501, S608 - rows of data are read best on one line; paths are our own

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

PAGES = (
    "https://www.shop.example/bags/?utm_source=x&b=2&a=1#top", "http://shop.example/bags?a=1&b=2",
    "https://shop.example/", "https://shop.example/%D0%BA%D0%BE%D1%82?gclid=9", "//shop.example/кот",
    "https://shop.example/a/../b/", "android-app://com.shop/https/shop.example/b", "/b", "",
    "(not set)", "https://shop.example/bags/?yclid=1&a=1&b=2",
)  # fmt: skip
TARGETS = ("https://shop.example/buy?utm_medium=q", "buy", "../help", "//other.example/x", "", "/buy",
           "mailto:a@shop.example", "https://other.example/x#y")  # fmt: skip
WORDS = ("Buy", "Купить", "it's", 'say "hi"', "50 % off", "", "a;b")
DEVICES = ("desktop", "mobile", "tablet", "")
QUERIES = ("red rope", "красная верёвка", "tent", "=cmd()", "tent for two", "O'Neill tent", "")


def draws(n: int, seed: int = 0) -> pd.DataFrame:
    """Return what happened, one row a hit; every layout is written from it."""
    random = np.random.default_rng(seed)

    def some(choices: tuple[str, ...]) -> list[str]:
        weights = 1 / np.arange(1, len(choices) + 1)
        return random.choice(np.array(choices, dtype=object), n, p=weights / weights.sum()).tolist()

    days = pd.Timestamp("2026-03-01") + pd.to_timedelta(random.integers(0, 30, n), unit="D")
    return pd.DataFrame(
        {
            "page": some(PAGES), "target": some(TARGETS), "text": some(WORDS),
            "device": some(DEVICES), "query": some(QUERIES), "day": days.strftime("%Y-%m-%d"),
            "visit": random.integers(0, max(n // 8, 2), n),
            "what": random.choice(["click", "view", "dead", "rage", "other"], n,
                                  p=[0.4, 0.35, 0.1, 0.05, 0.1]),
            "impressions": random.integers(0, 50, n), "rank": random.integers(0, 90, n),
            "x": random.integers(0, 120, n), "y": random.integers(0, 900, n),
        }
    )  # fmt: skip


def plain_log(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a log whose columns must be told; a view has no element."""
    hit = rows["what"] != "view"
    return pd.DataFrame(
        {
            "url": rows["page"], "to": rows["target"].where(hit, ""),
            "selector": ("#" + rows["text"]).where(hit & (rows["text"] != ""), ""),
            "device": rows["device"], "sid": rows["visit"].astype(str), "day": rows["day"],
            "is_dead": (rows["what"] == "dead").astype(str).str.lower(),
        }
    )  # fmt: skip


PLAIN = {"page": "url", "target": "to", "element": "selector", "device": "device",
         "session": "sid", "date": "day", "dead": "is_dead"}  # fmt: skip


def posthog(rows: pd.DataFrame) -> pd.DataFrame:
    events = {"click": "$autocapture", "view": "$pageview", "dead": "$dead_click",
              "rage": "$rageclick", "other": "signed up"}  # fmt: skip
    properties = [
        json.dumps({"$current_url": page, "$device_type": device.title(), "$session_id": f"s{visit}",
                    "utm_source": "mail", "$n": 1})
        for page, device, visit in zip(rows["page"], rows["device"], rows["visit"], strict=True)
    ]  # fmt: skip
    escaped = rows["text"].str.replace('"', '\\"')
    chains = 'span:text="' + escaped + '"nth-child="1";a.cta:href="' + rows["target"] + '"'
    return pd.DataFrame(
        {"event": rows["what"].map(events), "properties": properties,
         "elements_chain": chains.where(rows["what"] != "view", ""), "timestamp": rows["day"]}
    )  # fmt: skip


def heatmap(rows: pd.DataFrame) -> pd.DataFrame:
    kinds = {"click": "click", "view": "mousemove", "dead": "deadclick", "rage": "rageclick",
             "other": "scrolldepth"}  # fmt: skip
    return pd.DataFrame(
        {"session_id": rows["visit"].astype(str), "x": rows["x"], "y": rows["y"], "scale_factor": 16,
         "viewport_width": 100, "current_url": rows["page"], "type": rows["what"].map(kinds),
         "pointer_target_fixed": rows["rank"] % 7 == 0, "timestamp": rows["day"]}
    )  # fmt: skip


def metrica_hits(rows: pd.DataFrame) -> pd.DataFrame:
    link = rows["what"].isin(["click", "dead"])
    return pd.DataFrame(
        {"ym:pv:URL": rows["target"].where(link, rows["page"]), "ym:pv:referer": rows["page"],
         "ym:pv:link": link.astype(int), "ym:pv:download": 0,
         "ym:pv:isPageView": (rows["what"] == "view").astype(int), "ym:pv:date": rows["day"],
         "ym:pv:deviceCategory": (rows["rank"] % 4 + 1).astype(str), "ym:pv:visitID": rows["visit"]}
    )  # fmt: skip


def metrica_visits(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {"ym:s:lastSearchPhrase": rows["query"], "ym:s:startURL": rows["page"],
         "ym:s:date": rows["day"], "ym:s:deviceCategory": rows["device"]}
    )  # fmt: skip


def search_console(rows: pd.DataFrame) -> pd.DataFrame:
    kinds = np.where(rows["x"] % 9 == 0, "IMAGE", np.where(rows["x"] % 11 == 0, "DISCOVER", "WEB"))
    return pd.DataFrame(
        {"data_date": rows["day"], "site_url": "https://shop.example/", "url": rows["page"],
         "query": rows["query"], "is_anonymized_query": rows["query"] == "", "country": "rus",
         "search_type": kinds, "device": rows["device"].str.upper(),
         "impressions": rows["impressions"], "clicks": rows["impressions"] // 9,
         "sum_position": rows["impressions"] * rows["rank"]}
    )  # fmt: skip


def query_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {"Date": rows["day"], "Page": rows["page"], "Query": rows["query"],
         "Clicks": rows["impressions"] // 9, "Impressions": rows["impressions"],
         "Position": rows["rank"] / 7}
    )  # fmt: skip


def write_ga4(rows: pd.DataFrame, path: Path) -> None:
    """Write GA4 events with nested parameters, as BigQuery exports them."""
    names = {"click": "click", "view": "page_view", "dead": "file_download", "rage": "click",
             "other": "scroll"}  # fmt: skip
    flat = rows.assign(name=rows["what"].map(names), day=rows["day"].str.replace("-", ""))
    with duckdb.connect() as base:
        base.register("flat", flat)
        base.execute(
            f"""COPY (SELECT day AS event_date, name AS event_name,
            'u' || (visit % 97) AS user_pseudo_id,
            [{{'key': 'page_location', 'value': {{'string_value': page, 'int_value': NULL::BIGINT}}}},
             {{'key': 'link_url', 'value': {{'string_value': nullif(target, ''), 'int_value': NULL}}}},
             {{'key': 'link_text', 'value': {{'string_value': text, 'int_value': NULL}}}},
             {{'key': 'ga_session_id', 'value': {{'string_value': NULL, 'int_value': visit}}}}]
            AS event_params, {{'category': device}} AS device,
            {{'source': 'mail', 'name': 'spring'}} AS traffic_source
            FROM flat) TO '{path}' (FORMAT parquet)"""
        )


FRAMES: dict[str, tuple[Any, str, dict[str, str] | None]] = {
    "plain": (plain_log, "clicks", PLAIN),
    "posthog": (posthog, "clicks", None),
    "heatmap": (heatmap, "clicks", None),
    "metrica_hits": (metrica_hits, "clicks", None),
    "metrica_visits": (metrica_visits, "keywords", None),
    "search_console": (search_console, "keywords", None),
    "query_rows": (query_rows, "keywords", None),
}
LAYOUTS = {**{name: (table, columns) for name, (_, table, columns) in FRAMES.items()},
           "ga4": ("clicks", None)}  # fmt: skip


def write_log(name: str, rows: pd.DataFrame, path: Path) -> Path:
    """Write a log in a layout as one Parquet file, and return the path."""
    if name == "ga4":
        write_ga4(rows, path)
        return path
    make, _, _ = FRAMES[name]
    with duckdb.connect() as base:
        base.register("frame", make(rows))
        base.execute(f"COPY frame TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 10000)")
    return path
