"""Topics of any number of texts: the fitted clusterer goes where the texts are."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, cast

import pandas as pd

from smo.engine.base import quote_name
from smo.engine.duck import DuckEngine, open_duck
from smo.engine.files import Files, refuse_changed
from smo.engine.sources import find_culprit, open_in_duck
from smo.errors import SmoError, quoted

TEXT_COLUMNS = ("keyword", "query", "text")
BATCH_TEXTS = 50_000
MEMORY_LIMIT = "512MB"


class Clusterer(Protocol):
    """What assigns: a fitted `smo.KeywordClusterer`."""

    embeddings_: Any

    def predict(self, texts: list[str]) -> Any:
        """Return the topic of each text."""

    def save(self, path: Path) -> Path:
        """Write it as one file, without pickle."""


def assign_topics(
    source: object, clusterer: object, engine: object | None = None
) -> Iterator[pd.DataFrame]:
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
    iterator of DataFrame
        Columns text and topic (-1 where the text is missing); one row is one row of the source,
        in its order. Up to 50,000 rows a frame.

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
    if engine is not None:
        raise SmoError(f"'engine' must be a SparkSession; got {engine!r}", where="assign_topics")
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


def checked_clusterer(clusterer: object) -> Clusterer:
    """Return the clusterer, which must be fitted.

    Raises
    ------
    SmoError
        When it is none, or not fitted.
    """
    if not hasattr(clusterer, "predict") or not hasattr(clusterer, "save"):
        problem = f"'clusterer' must be a fitted KeywordClusterer; got {type(clusterer).__name__}"
        raise SmoError(problem, where="assign_topics")
    if not hasattr(clusterer, "state_"):
        raise SmoError(
            "the clusterer is not fitted", where="assign_topics", remedy="call its fit first"
        )
    return cast("Clusterer", clusterer)


def text_column(names: list[str]) -> str:
    """Return the column that holds the texts.

    Raises
    ------
    SmoError
        When there is none.

    Examples
    --------
    >>> text_column(["page", "Query"])
    'Query'
    """
    folded = {name.casefold(): name for name in reversed(names)}
    found = next((folded[name] for name in TEXT_COLUMNS if name in folded), None)
    if found is None:
        raise SmoError(
            f"the source has no column of texts; it has {quoted(names)}",
            where="assign_topics",
            remedy="name the column 'text'",
        )
    return found


def assign_batch(texts: list[str | None], clusterer: Clusterer) -> pd.DataFrame:
    """Return one batch of texts with their topics, each distinct text assigned once."""
    distinct = sorted({text for text in texts if text is not None})
    topics = clusterer.predict(distinct).tolist() if distinct else []
    known = dict(zip(distinct, topics, strict=True))
    found = [-1 if text is None else known[text] for text in texts]
    return pd.DataFrame(
        {"text": pd.Series(texts, dtype="str"), "topic": pd.Series(found, dtype="int64")}
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


def saved_bytes(clusterer: Clusterer) -> bytes:
    """Return the fitted clusterer as the bytes of its own file: arrays and JSON, no pickle.

    Raises
    ------
    SmoError
        When it rests on an embedding, which its file does not hold.
    """
    if clusterer.embeddings_ is not None:
        raise SmoError(
            "the clusterer rests on embeddings, which do not travel",
            where="assign_topics",
            remedy="assign without engine=, or fit a clusterer without embeddings",
        )
    with tempfile.TemporaryDirectory(prefix="smo-engine-") as folder:
        return clusterer.save(Path(folder) / "clusterer").read_bytes()


def load_saved(kind: Any, data: bytes) -> Clusterer:
    """Return the clusterer that `saved_bytes` gave, of its class."""
    with tempfile.TemporaryDirectory(prefix="smo-engine-") as folder:
        path = Path(folder) / "clusterer"
        path.write_bytes(data)
        return cast("Clusterer", kind.load(path))
