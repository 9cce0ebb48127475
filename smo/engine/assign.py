"""Topics of any number of texts: the fitted clusterer goes where the texts are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from smo.engine.base import quote_name
from smo.engine.duck import DuckEngine, open_duck
from smo.engine.files import Files, refuse_changed
from smo.engine.sources import find_culprit, open_in_duck
from smo.engine.spark import assign_on_spark, is_spark_frame
from smo.engine.topics import Clusterer, assign_batch, checked_clusterer, text_column
from smo.errors import SmoError

BATCH_TEXTS = 50_000
MEMORY_LIMIT = "512MB"


def assign_topics(source: object, clusterer: object, engine: object | None = None) -> Any:
    """Return the topics of any number of texts, batch by batch, in bounded memory.

    Parameters
    ----------
    source : path, list of paths, DuckDB relation, frame or list of str
        Parquet or csv files, a folder or pattern of them, a DuckDB relation, or a frame, with a
        column keyword, query or text.
    clusterer : KeywordClusterer
        Fitted; every text gets the topic that its `predict` gives.
    engine : SparkSession, optional
        Where to; by default this process.

    Returns
    -------
    iterator of DataFrame, or Spark DataFrame
        Columns text and topic (-1 where the text is missing); one row is one row of the source.
        Here: frames of up to 50,000 rows, in the order of the source. On Spark: a frame yet to
        be worked out, where the workers have `smo` installed too.

    Raises
    ------
    SmoError
        When the clusterer is not fitted, or the source has no texts or cannot be read.

    Examples
    --------
    >>> from smo import KeywordClusterer
    >>> fitted = KeywordClusterer(n_topics=2).fit(["red rope", "ropes", "big tent", "tents"])
    >>> (batch,) = assign_topics(pd.DataFrame({"query": ["blue rope", None]}), fitted)
    >>> batch["topic"].tolist() == [*fitted.predict(["blue rope"]), -1]
    True
    """
    fitted = checked_clusterer(clusterer)
    session = getattr(source, "sparkSession", None) if is_spark_frame(source) else engine
    if engine is not None or session is not None:
        return assign_on_spark(engine or session, source, fitted)
    if isinstance(source, list) and source and all(isinstance(one, str) for one in source):
        raise_if_files_are_meant(source)
    return _batches(source, fitted)


def raise_if_files_are_meant(source: list[Any]) -> None:
    """Raise for a list of texts: a list names files here.

    Raises
    ------
    SmoError
        When no entry ends like a file.
    """
    if not any("." in one or "/" in one for one in source):
        raise SmoError(
            "a list names files here, not texts",
            where="assign_topics",
            remedy="use clusterer.predict(texts), or give a frame with a column 'text'",
        )


def _batches(source: object, clusterer: Clusterer) -> Iterator[pd.DataFrame]:
    with open_duck(MEMORY_LIMIT, caller="assign_topics") as duck:
        duck.base.execute("SET preserve_insertion_order = true")
        files = open_in_duck(duck, source, caller="assign_topics")
        column = text_column(list(duck.kinds()))
        query = f"SELECT CAST({quote_name(column)} AS VARCHAR) FROM given"  # noqa: S608 - quoted
        try:
            reader = duck.base.execute(query)
            while rows := reader.fetchmany(BATCH_TEXTS):
                yield assign_batch([row[0] for row in rows], clusterer)
        except Exception as error:
            _trace(duck, files, column, error)
            raise
        if files:
            refuse_changed(files)


def _trace(duck: DuckEngine, files: Files | None, column: str, error: Exception) -> None:
    """Raise the error that names the file, where the error is of one."""
    if files is None or type(error).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
        return
    refuse_changed(files)
    found = find_culprit(duck, files, [column])
    if found is not None:
        raise found from error
