"""Event logs and bulk exports of any size to the small tables of an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd

from smo.checks import check_table
from smo.engine.account import Told, read_days, read_row, source_key
from smo.engine.duck import DuckEngine, open_duck
from smo.engine.files import Files, refuse_changed
from smo.engine.layouts import Layout, TableName, mapped, recognize
from smo.engine.reduce import Counted, Reduced, read_source, reduce_clicks, reduce_keywords
from smo.engine.sources import find_bad_number, find_culprit, is_number, open_in_duck
from smo.engine.spark import is_number as is_spark_number
from smo.engine.spark import is_spark_frame, open_spark
from smo.ledger import record_read
from smo.tables import CLICKS, DTYPES, KEYWORDS

REDUCTIONS = {"clicks": reduce_clicks, "keywords": reduce_keywords}


def aggregate_clicks(
    source: object,
    *,
    engine: object | None = None,
    columns: Mapping[str, str] | None = None,
    memory_limit: str = "2GB",
) -> pd.DataFrame:
    """Reduce an event log to a clicks table, in bounded memory.

    Layouts are recognized by their columns: GA4 export to BigQuery (nested `event_params`),
    PostHog events and heatmap rows, Yandex.Metrica's Logs API (hits). Addresses are put into
    their canonical form, each distinct one once.

    Parameters
    ----------
    source : path, list of paths, DuckDB relation or frame
        Parquet or csv files (also compressed), a folder or a pattern of them, `s3://`, `gs://`
        and `az://` by the engine's readers; or a DuckDB relation, a pandas, polars, pyarrow or
        Spark frame.
    engine : SparkSession, optional
        Where the queries run; by default DuckDB in this process.
    columns : mapping of str to str, optional
        Our names to those of a plain log: page, and element, target, text, role, kind, device,
        channel, campaign, date, session, dead (true for a dead click), clicks (count of the row).
        A row without element, target and text is a view of its page.
    memory_limit : str
        Most memory DuckDB takes; what does not fit goes to a temporary folder.

    Returns
    -------
    DataFrame
        Clicks table: one row is an element or link of a page, by device and channel; texts are
        the commonest ones. `clicked_pageviews` counts distinct visits with a click. The read
        report is in `smo.read.reads_of(table)`: rows read = rows kept + rows left out by reason.

    Raises
    ------
    SmoError
        When a file cannot be read or changes meanwhile, a column has the wrong type, no layout
        fits, or memory and disk do not suffice.

    Examples
    --------
    >>> log = pd.DataFrame({
    ...     "url": ["https://a.example/?utm_source=x", "http://www.a.example"],
    ...     "button": ["buy", "buy"], "session": ["1", "1"]})
    >>> names = {"page": "url", "element": "button", "session": "session"}
    >>> table = aggregate_clicks(log, columns=names)
    >>> table[["page", "element", "clicks", "clicked_pageviews"]].values.tolist()
    [['a.example/', 'buy', 2.0, 1.0]]
    """
    return _aggregate(source, "clicks", engine, columns, memory_limit)


def aggregate_keywords(
    source: object,
    *,
    engine: object | None = None,
    columns: Mapping[str, str] | None = None,
    memory_limit: str = "2GB",
) -> pd.DataFrame:
    """Reduce a bulk export of searches to a keywords table, in bounded memory.

    Layouts are recognized by their columns: Search Console's bulk export by address or by site,
    rows of query, page and day as its interface answers them, and Yandex.Metrica's Logs API
    (visits). Days and countries are summed; other searches than the web are segments.

    Parameters
    ----------
    source : path, list of paths, DuckDB relation or frame
        As for `aggregate_clicks`.
    engine : SparkSession, optional
        Where the queries run; by default DuckDB in this process.
    columns : mapping of str to str, optional
        Our names to those of the source: keyword, impressions, and page, device, date, segment,
        clicks, position (mean rank, 1 = top).
    memory_limit : str
        Most memory DuckDB takes; what does not fit goes to a temporary folder.

    Returns
    -------
    DataFrame
        Keywords table: one row is a keyword on a page, by device. Anonymized rows are demand
        that is hidden: no row here, but in the totals of the read report
        (`smo.read.reads_of(table)`), from which the share of hidden demand is told.

    Raises
    ------
    SmoError
        When a file cannot be read or changes meanwhile, a column has the wrong type, no layout
        fits, or memory and disk do not suffice.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "query": ["red rope", "red rope"], "page": ["https://a.example/rope"] * 2,
    ...     "impressions": [90, 10], "clicks": [9, 1], "position": [2.0, 12.0]})
    >>> table = aggregate_keywords(rows)
    >>> table[["keyword", "page", "impressions", "position"]].values.tolist()
    [['red rope', 'a.example/rope', 100.0, 3.0]]
    """
    return _aggregate(source, "keywords", engine, columns, memory_limit)


def _aggregate(
    source: object,
    table: TableName,
    engine: Any,
    columns: Mapping[str, str] | None,
    memory_limit: str,
) -> pd.DataFrame:
    caller = f"aggregate_{table}"
    if engine is None and is_spark_frame(source):
        engine = getattr(source, "sparkSession", None)
    if engine is not None:
        return _on_spark(source, table, engine, columns)
    with open_duck(memory_limit, caller=caller) as duck:
        files = open_in_duck(duck, source, caller=caller)
        name = files.name if files else "frame"
        where = files.paths[0] if files else caller
        layout = _layout(list(duck.kinds()), table, columns, where=where)
        used = read_source(duck, layout, is_number, where=where)
        counted = _reduced(duck, layout, files, used)
        if files:
            refuse_changed(files)
        told = Told(name, layout, duck.name)
    return finish(counted.made(), told)


def _on_spark(
    source: object, table: TableName, session: Any, columns: Mapping[str, str] | None
) -> pd.DataFrame:
    caller = f"aggregate_{table}"
    with open_spark(session, caller=caller) as spark:
        files = spark.open(source, caller=caller)
        where = files.paths[0] if files else caller
        layout = _layout(list(spark.kinds()), table, columns, where=where)
        read_source(spark, layout, is_spark_number, where=where)
        counted = REDUCTIONS[table](spark, layout)
        if files:
            refuse_changed(files)
        told = Told(files.name if files else "frame", layout, spark.name)
    return finish(counted.made(), told)


def _layout(
    names: list[str], table: TableName, columns: Mapping[str, str] | None, *, where: str
) -> Layout:
    if columns is not None:
        return mapped(columns, names, table)
    return recognize(names, table, caller=f"aggregate_{table}", where=where)


def _reduced(duck: DuckEngine, layout: Layout, files: Files | None, used: list[str]) -> Counted:
    """Return the reduction; an error of DuckDB is traced to the file it comes from."""
    try:
        return REDUCTIONS[layout.table](duck, layout)
    except (duckdb.InterruptException, duckdb.OutOfMemoryException):
        raise
    except duckdb.Error as error:
        if files is None:
            raise
        refuse_changed(files)
        found = None
        if not duck.typed and isinstance(error, duckdb.ConversionException):
            numbers = [p for f in layout.fields if f.kind == "number" for p in f.paths if p in used]
            found = find_bad_number(duck, files, numbers)
        found = found or find_culprit(duck, files, used)
        if found is None:
            raise
        raise found from error


def finish(reduced: Reduced, told: Told) -> pd.DataFrame:
    """Return the rows as a checked table with its source, and keep the read report."""
    spec = CLICKS if told.layout.table == "clicks" else KEYWORDS
    rows = reduced.rows.assign(period_days=read_days(reduced)[3])
    table = check_table(rows, spec, caller=f"aggregate_{told.layout.table}")
    # of the checked table: its types are the same on every engine
    source = source_key(table, told.file)
    table["source"] = pd.array([source] * len(table), dtype=DTYPES["text"])
    record_read(read_row(reduced, told, source))
    return table
