"""A batch of texts to their topics, and the fitted clusterer as bytes of its own file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Protocol, cast

import pandas as pd

from smo.errors import SmoError, quoted

TEXT_COLUMNS = ("keyword", "query", "text")


class Clusterer(Protocol):
    """What assigns: a fitted `smo.KeywordClusterer`."""

    embeddings_: Any

    def predict(self, texts: list[str]) -> Any:
        """Return the topic of each text."""

    def save(self, path: Path) -> Path:
        """Write it as one file, without pickle."""


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
