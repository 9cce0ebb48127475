"""Logs larger than memory to a plan: files on disk, reduced by the engine in bounded memory.

Writes an invented event log and an invented export of searches as Parquet, in parts, and reads
them as a folder. The same calls take a billion rows; with engine=spark_session, a cluster's.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb

import smo
from smo.engine import aggregate_clicks, aggregate_keywords, assign_topics
from smo.read import reads_of

EVENTS = """
SELECT 'https://' || ['', 'www.'][1 + i % 2] || 'shop.example/' || topic
        || ['', '?utm_source=mail', '#top', '/'][1 + i % 4] AS url,
    CASE WHEN i % 3 = 0 THEN '' ELSE 'a.' || topic || '-' || (i % 5) END AS selector,
    topic || ' ' || (i % 5) AS words, 's' || (i // 6) AS session, i % 41 = 0 AS dead,
    DATE '2026-03-01' + CAST(i % 28 AS INTEGER) AS day
FROM (SELECT i, ['ropes', 'tents', 'boots', 'maps'][1 + (i * i) % 7 % 4] AS topic
      FROM range({start}, {stop}) t(i))
"""
SEARCHES = """
SELECT DATE '2026-03-01' + CAST(i % 28 AS INTEGER) AS data_date,
    'https://shop.example/' || topic AS url,
    ['cheap', 'best', 'red', 'light'][1 + i % 4] || ' ' || topic || ' ' || (i % 9) AS query,
    i % 10 = 0 AS is_anonymized_query, 'WEB' AS search_type, 'MOBILE' AS device,
    20 + i % 90 AS impressions, i % 7 AS clicks, (20 + i % 90) * (i % 9) AS sum_position
FROM (SELECT i, ['ropes', 'tents', 'boots', 'maps'][1 + i // 3 % 4] AS topic
      FROM range({start}, {stop}) t(i))
"""
ROWS, PARTS = 200_000, 4
COLUMNS = {"page": "url", "element": "selector", "text": "words", "session": "session",
           "dead": "dead", "date": "day"}  # fmt: skip


def write_parts(query: str, folder: Path) -> Path:
    """Write the rows of a query as several Parquet files, and return their folder."""
    folder.mkdir()
    step = ROWS // PARTS
    for part in range(PARTS):
        rows = query.format(start=part * step, stop=(part + 1) * step)
        duckdb.execute(f"COPY ({rows}) TO '{folder / f'part-{part}.parquet'}'")
    return folder


with tempfile.TemporaryDirectory() as place:
    events = write_parts(EVENTS, Path(place) / "events")
    searches = write_parts(SEARCHES, Path(place) / "searches")

    # %% Reduce: a click is summed by page, element and device; every row is accounted for
    clicks = aggregate_clicks(events, columns=COLUMNS, memory_limit="500MB")
    keywords = aggregate_keywords(searches, memory_limit="500MB")
    for table in (clicks, keywords):
        print(reads_of(table)[["rows_read", "rows_kept", "dropped"]].to_string(index=False))

    # %% Analyze what is left
    plan = smo.analyze(keywords, clicks)
    print(plan.proposals[["action", "title", "verdict"]].head(3).to_string(index=False))

    # %% Assign the topics of any number of texts, batch by batch
    clusterer = smo.KeywordClusterer(n_topics=4).fit(keywords["keyword"].unique())
    sizes = sum(batch["topic"].value_counts() for batch in assign_topics(searches, clusterer))
    print(sizes.to_string())
