"""A log of millions of rows reduced and joined, by smo's engine and by what else one would type.

    python benchmarks/engine.py --rows 2000000 5000000
    python benchmarks/engine.py --rows 1000000 --texts queries.txt   # one a line

Each method runs alone in a process; seconds are of CPU (own and children), memory is the peak of
the process. The log is Zipf-distributed over addresses in English and Russian spelled in many
ways, with campaigns, dead clicks and sessions; it is joined with a keyword x page table of a
tenth of its rows. Results of all methods must be equal.
"""

# ruff: noqa: E501, PLC0415 - SQL on one line; each method loads only what it needs

from __future__ import annotations

import argparse
import json
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

HERE = Path(__file__).resolve().parent
MEMORY = "2GB"
TEXT_METHODS = ("assign", "TfidfVectorizer")
METHODS = ("smo", "plain SQL", "plain SQL, clicks alone", "pandas", "polars")
# Cleaning in SQL, for the methods that clean each row: enough for the addresses of this log.
CLEAN = (
    "regexp_replace(regexp_replace(regexp_replace(lower(url), "
    "'^https?://(www\\.)?', ''), '#.*$', ''), '[?&](utm_[a-z]+|gclid|yclid)=[^&#]*', '', 'g')"
)


def write_log(folder: Path, rows: int) -> None:
    """Write the log and the keyword x page table as Parquet."""
    with duckdb.connect() as base:
        base.execute("SET threads = 2")
        base.execute("SELECT setseed(0.5)")
        page = "['bags', 'ropes', 'tents', 'верёвки', 'палатки', 'карабины', 'boots', 'maps']"
        base.execute(f"""
            CREATE MACRO site(k) AS 'shop.example/' || ({page})[1 + k % 8] || '/' || (k // 8);
            COPY (
                WITH drawn AS (
                    SELECT i, CAST(floor(exp(random() * ln(60000))) AS BIGINT) - 1 AS k,
                        random() AS spelled, random() AS told, random() AS tag,
                        CAST(random() * {rows} / 12 AS BIGINT) AS sid
                    FROM range({rows}) t(i)
                )
                SELECT CASE WHEN spelled < 0.3 THEN 'https://www.' WHEN spelled < 0.4 THEN 'http://'
                        ELSE 'https://' END || site(k)
                    || CASE WHEN tag < 0.15 THEN '?utm_source=mail&utm_campaign=c' || (i % 40)
                        WHEN tag < 0.18 THEN '?gclid=g' || i WHEN tag < 0.25 THEN '#part' || (i % 9)
                        ELSE '' END AS url,
                    CASE WHEN told < 0.45 THEN '' ELSE 'a.item-' || (i * 7919 % 23) END AS selector,
                    CASE WHEN told > 0.97 THEN 'true' ELSE 'false' END AS dead,
                    CASE i % 3 WHEN 0 THEN 'mobile' WHEN 1 THEN 'desktop' ELSE 'tablet' END AS device,
                    's' || sid AS session, DATE '2026-01-01' + CAST(i % 28 AS INTEGER) AS day
                FROM drawn
            ) TO '{folder}/log.parquet' (FORMAT parquet);
            COPY (
                SELECT ({page})[1 + i % 8] || ' ' || (i // 60000) AS query,
                    'https://' || site(i % 60000) AS page, 1 + i % 97 AS impressions, i % 5 AS clicks
                FROM range({rows // 10}) t(i)
            ) TO '{folder}/words.parquet' (FORMAT parquet)
        """)


def joined(base: duckdb.DuckDBPyConnection, clicks: str, words: str) -> list[Any]:
    """Return the sums of the join of clicks and searches by page."""
    rows = base.execute(f"""
        WITH c AS (SELECT page, sum(clicks) AS clicks, sum(visits) AS visits, sum(dead) AS dead
                   FROM {clicks} GROUP BY page),
        w AS (SELECT page, sum(impressions) AS shown FROM {words} GROUP BY page)
        SELECT count(*), sum(c.clicks)::BIGINT, sum(c.visits)::BIGINT, sum(c.dead)::BIGINT,
            sum(w.shown)::BIGINT, sum((hash(c.page) % 1000) * c.visits)::BIGINT
        FROM c JOIN w USING (page)
    """).fetchone()
    return [int(value) for value in rows or ()]


def run_smo(folder: Path) -> list[Any]:
    """Run smo's engine."""
    from smo.engine import aggregate_clicks, aggregate_keywords

    names = {"page": "url", "element": "selector", "device": "device", "session": "session",
             "date": "day", "dead": "dead"}  # fmt: skip
    taps = aggregate_clicks(folder / "log.parquet", columns=names, memory_limit=MEMORY)
    words = aggregate_keywords(folder / "words.parquet", memory_limit=MEMORY)
    with duckdb.connect() as base:
        base.register("t", taps[["page", "clicks", "clicked_pageviews", "dead_clicks"]])
        base.register("words", words[["page", "impressions"]])
        base.execute("CREATE VIEW taps AS SELECT page, clicks, clicked_pageviews AS visits, "
                     "dead_clicks AS dead FROM t")  # fmt: skip
        return joined(base, "taps", "words")


def run_sql(folder: Path) -> list[Any]:
    """Run one pass of SQL to the same tables: every row cleaned, distinct counted in one step."""
    spill = folder / "spill"
    with duckdb.connect() as base:
        base.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = '{spill}'; "
                     "SET preserve_insertion_order = false")  # fmt: skip
        clean = CLEAN
        base.execute(f"""
            CREATE TABLE hits AS SELECT {clean} AS page, selector, device, count(*) AS clicks,
                count(DISTINCT session) AS visits, sum((dead = 'true')::INT) AS dead,
                min(day) AS first_day, max(day) AS last_day
            FROM read_parquet('{folder}/log.parquet') GROUP BY ALL;
            CREATE VIEW taps AS SELECT c.page, c.selector, c.device, c.clicks, v.clicks AS pageviews,
                c.visits, c.dead
            FROM hits c LEFT JOIN hits v ON v.selector = '' AND v.page = c.page AND v.device = c.device
            WHERE c.selector <> '';
            CREATE TABLE words AS SELECT query, {clean.replace("url", "page")} AS page,
                sum(impressions) AS impressions, sum(clicks) AS clicks
            FROM read_parquet('{folder}/words.parquet') GROUP BY ALL
        """)
        read = (
            "SELECT selector <> '', sum(clicks), min(first_day), max(last_day) FROM hits GROUP BY 1"
        )
        base.execute(read).fetchall()
        tables = base.execute("FROM taps").df(), base.execute("FROM words").df()
        base.register("t", tables[0])
        base.register("w", tables[1])
        return joined(base, "t", "w")


def run_sql_bare(folder: Path) -> list[Any]:
    """Run one pass of SQL over the clicks alone: no views, no days, no frames out."""
    spill = folder / "spill"
    with duckdb.connect() as base:
        base.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = '{spill}'; "
                     "SET preserve_insertion_order = false")  # fmt: skip
        clean = CLEAN
        base.execute(f"""
            CREATE TABLE taps AS SELECT {clean} AS page, selector, device, count(*) AS clicks,
                count(DISTINCT session) AS visits, sum((dead = 'true')::INT) AS dead
            FROM read_parquet('{folder}/log.parquet') WHERE selector <> '' GROUP BY ALL;
            CREATE TABLE words AS SELECT query, {clean.replace("url", "page")} AS page,
                sum(impressions) AS impressions
            FROM read_parquet('{folder}/words.parquet') GROUP BY ALL
        """)
        return joined(base, "taps", "words")


def run_pandas(folder: Path) -> list[Any]:
    """Run pandas: every distinct address cleaned once by the same function."""
    import pandas as pd

    from smo.text.urls import canonical_urls

    log = pd.read_parquet(folder / "log.parquet")
    log["page"] = canonical_urls(log["url"])
    log = log[log["selector"] != ""].assign(dead=log["dead"] == "true")
    groups = log.groupby(["page", "selector", "device"])
    taps = groups.agg(clicks=("dead", "size"), visits=("session", "nunique"), dead=("dead", "sum"))
    words = pd.read_parquet(folder / "words.parquet")
    words["page"] = canonical_urls(words["page"])
    shown = words.groupby(["query", "page"])[["impressions"]].sum().reset_index()
    with duckdb.connect() as base:
        base.register("taps", taps.reset_index())
        base.register("words", shown)
        return joined(base, "taps", "words")


def run_polars(folder: Path) -> list[Any]:
    """Run polars, lazily and streaming, every row cleaned by its expressions."""
    import polars as pl

    def clean(name: str) -> pl.Expr:
        text = pl.col(name).str.to_lowercase().str.replace(r"^https?://(www\.)?", "")
        return text.str.replace("#.*$", "").str.replace_all(
            r"[?&](utm_[a-z]+|gclid|yclid)=[^&#]*", ""
        )

    taps = (
        pl.scan_parquet(folder / "log.parquet")
        .filter(pl.col("selector") != "")
        .with_columns(page=clean("url"), dead=(pl.col("dead") == "true").cast(pl.Int64))
        .group_by("page", "selector", "device")
        .agg(clicks=pl.len(), visits=pl.col("session").n_unique(), dead=pl.col("dead").sum())
        .collect(engine="streaming")
    )
    words = (
        pl.scan_parquet(folder / "words.parquet")
        .with_columns(page=clean("page"))
        .group_by("query", "page")
        .agg(pl.col("impressions").sum())
        .collect(engine="streaming")
    )
    with duckdb.connect() as base:
        base.register("taps", taps.to_arrow())
        base.register("words", words.to_arrow())
        return joined(base, "taps", "words")


def write_texts(folder: Path, rows: int, file: Path) -> None:
    """Write texts: those of a file, one a line, and from the second time on each with a number."""
    with duckdb.connect() as base:
        base.execute(f"""
            COPY (
                WITH t AS (SELECT text, row_number() OVER () - 1 AS i FROM
                    read_csv('{file}', columns = {{'text': 'VARCHAR'}}, delim = '\x07', quote = '',
                             header = false)),
                n AS (SELECT count(*) AS n FROM t)
                SELECT text || CASE WHEN k = 0 THEN '' ELSE ' ' || ((i * 7919 + k) % 997) END AS text
                FROM t, n, range((SELECT CAST(ceil({rows} / count(*)) AS BIGINT) FROM t)) r(k)
                WHERE k * n + i < {rows}
            ) TO '{folder}/texts.parquet' (FORMAT parquet)
        """)


def run_assign(folder: Path) -> list[Any]:
    """Assign a topic to every text, batch by batch, by a clusterer fitted on 2,000 of them."""
    import smo
    from smo.engine import assign_topics

    with duckdb.connect() as base:
        query = f"SELECT text FROM '{folder}/texts.parquet' ORDER BY hash(text) LIMIT 2000"
        texts = sorted(row[0] for row in base.execute(query).fetchall())
    fitted = smo.KeywordClusterer(n_topics=50).fit(texts)
    start = time.process_time()
    rows = sum(len(batch) for batch in assign_topics(folder / "texts.parquet", fitted))
    return [rows, round(time.process_time() - start, 2)]


def run_tfidf(folder: Path) -> list[Any]:
    """Run scikit-learn's TfidfVectorizer over the same texts."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    with duckdb.connect() as base:
        texts = base.execute(f"SELECT text FROM '{folder}/texts.parquet'").fetchnumpy()["text"]
    start = time.process_time()
    rows = TfidfVectorizer().fit_transform(texts).shape[0]
    return [rows, round(time.process_time() - start, 2)]


RUNS = {"smo": run_smo, "plain SQL": run_sql, "plain SQL, clicks alone": run_sql_bare,
        "pandas": run_pandas, "polars": run_polars,
        "assign": run_assign, "TfidfVectorizer": run_tfidf}  # fmt: skip


def run_alone(method: str, folder: Path) -> dict[str, Any]:
    """Run one method in a process of its own, and return its cost and result."""
    done = subprocess.run(
        [sys.executable, __file__, "--alone", method, "--folder", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        lines = done.stderr.splitlines()
        return {"error": lines[-1] if lines else f"exit {done.returncode}"}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def alone(method: str, folder: Path) -> None:
    start = time.perf_counter()
    result = RUNS[method](folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        "cpu": round(used.ru_utime + used.ru_stime, 1), "wall": round(time.perf_counter() - start, 1),
        "peak_mb": round(used.ru_maxrss / 1024), "result": result,
    }))  # fmt: skip


def measure(rows: int, methods: list[str], repeats: int, texts: Path | None) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="smo-benchmark-"))
    try:
        if texts:
            write_texts(folder, rows, texts)
        else:
            write_log(folder, rows)
        found: dict[str, Any] = {}
        for method in methods:
            runs = [run_alone(method, folder) for _ in range(repeats)]
            good = [run for run in runs if "error" not in run]
            if not good:
                found[method] = runs[0]
                continue
            found[method] = {
                name: statistics.median(run[name] for run in good)
                for name in ("cpu", "wall", "peak_mb")
            } | {"result": good[0]["result"]}
            print(f"{rows:>10,} {method:<24} {found[method]}", flush=True)
        results = [f["result"] for m, f in found.items() if m not in TEXT_METHODS and "result" in f]
        return {"rows": rows, "repeats": repeats, "methods": found,
                "equal": all(one == results[0] for one in results)}  # fmt: skip
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[2_000_000])
    parser.add_argument("--methods", nargs="*", default=list(METHODS))
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--texts", type=Path, help="texts for the methods assign, TfidfVectorizer")
    parser.add_argument("--alone")
    parser.add_argument("--folder", type=Path)
    told = parser.parse_args()
    if told.alone:
        alone(told.alone, told.folder)
        return
    path = HERE / "engine.json"
    known = json.loads(path.read_text()) if path.exists() else {"sizes": []}
    for rows in told.rows:
        methods = list(TEXT_METHODS) if told.texts else told.methods
        size = measure(rows, methods, told.repeats, told.texts)
        kept = "texts" if told.texts else "sizes"
        known[kept] = sorted(
            [s for s in known.get(kept, []) if s["rows"] != rows] + [size],
            key=lambda s: int(s["rows"]),
        )
        known["machine"] = f"Python {platform.python_version()}, duckdb {duckdb.__version__}"
        path.write_text(json.dumps(known, indent=1) + "\n")
        print(f"{rows:,} rows: equal results: {size['equal']}")


if __name__ == "__main__":
    main()
