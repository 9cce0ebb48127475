"""Chunks: in order, each row once, the same numbers on any number of threads."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.topics import KeywordClusterer, chunks
from smo.topics.chunks import in_chunks


@given(n=st.integers(0, 200), size=st.integers(1, 50), threads=st.integers(1, 5))
def test_every_row_is_worked_on_once_and_in_order(n: int, size: int, threads: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "thread_count", lambda: threads)
        seen = in_chunks(lambda part: list(range(n))[part], n, size)
    assert [row for part in seen for row in part] == list(range(n))
    assert all(len(part) <= size for part in seen)


@pytest.mark.parametrize(
    ("told", "expected"), [("1", 1), ("3", 3), ("900", chunks._MOST_THREADS), ("no", None)]
)
def test_threads_are_bounded(
    monkeypatch: pytest.MonkeyPatch, told: str, expected: int | None
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", told)
    found = chunks.thread_count()
    assert 1 <= found <= chunks._MOST_THREADS
    assert expected is None or found == expected


def _many_texts() -> list[str]:
    draw = random.Random(3)
    heads = [f"head{i}" for i in range(120)]
    return [
        f"{draw.choice(heads)} {draw.choice(heads)} tail{draw.randrange(900)}" for _ in range(9_000)
    ]


def test_labels_are_the_same_on_any_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _many_texts()
    found = []
    for threads in (1, 2, 3):
        asked: list[int] = []
        monkeypatch.setattr(chunks, "thread_count", lambda t=threads, a=asked: a.append(t) or t)
        fitted = KeywordClusterer(120).fit(texts)
        assert asked
        found.append((fitted.labels_, fitted.topic_vectors_))
    for labels, vectors in found[1:]:
        assert np.array_equal(labels, found[0][0])
        assert vectors.tobytes() == found[0][1].tobytes()
