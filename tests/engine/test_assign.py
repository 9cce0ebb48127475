"""Topics of many texts are those of `predict`, whatever the source and the batches."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

import smo.engine.assign as room
from smo import KeywordClusterer
from smo.engine import assign_topics
from smo.engine.topics import load_saved, saved_bytes
from smo.errors import SmoError

WORDS = ["red rope", "climbing rope", "ropes", "tent", "big tents", "красная верёвка", "верёвки"]
TEXTS = [f"{w} {n}" for n in range(40) for w in WORDS] + ["never seen", "", None, "red rope"] * 5


@pytest.fixture(scope="module")
def fitted() -> KeywordClusterer:
    return KeywordClusterer(n_topics=3).fit(WORDS)


def wanted(fitted: KeywordClusterer) -> list[int]:
    return [-1 if t is None else int(fitted.predict([t])[0]) for t in TEXTS]


@pytest.mark.parametrize("size", [1000, 37])
@pytest.mark.parametrize("kind", ["frame", "parquet"])
def test_topics_are_those_of_predict(
    fitted: KeywordClusterer, kind: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "BATCH_TEXTS", size)
    frame = pd.DataFrame({"Query": TEXTS})
    source: object = frame
    if kind == "parquet":
        source = tmp_path / "q.parquet"
        duckdb.from_df(frame).write_parquet(str(source))
    batches = list(assign_topics(source, fitted))
    assert max(map(len, batches)) <= size
    found = pd.concat(batches)
    assert found["topic"].tolist() == wanted(fitted)
    assert [None if pd.isna(t) else t for t in found["text"]] == TEXTS


def test_the_clusterer_travels_as_its_own_file(fitted: KeywordClusterer) -> None:
    data = saved_bytes(fitted)
    assert data.startswith(b"PK")  # a zip of arrays and JSON
    back = load_saved(KeywordClusterer, data)
    assert back.predict(WORDS).tolist() == fitted.predict(WORDS).tolist()


def test_what_does_not_fit_is_refused(fitted: KeywordClusterer) -> None:
    with pytest.raises(SmoError, match="not fitted"):
        assign_topics(pd.DataFrame({"text": ["a"]}), KeywordClusterer())
    with pytest.raises(SmoError, match="a list names files"):
        assign_topics(["red rope"], fitted)
    with pytest.raises(SmoError, match="no column of texts"):
        list(assign_topics(pd.DataFrame({"a": ["b"]}), fitted))
    with pytest.raises(SmoError, match="KeywordClusterer"):
        assign_topics(pd.DataFrame({"text": ["a"]}), "clusterer")
