"""Progress is told on a terminal, after a while; interrupted work leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest

from smo.topics import KeywordClusterer, fit, progress

TEXTS = ["red rope", "climbing rope", "ropes", "tent", "big tents", "old tent"]


class Terminal(io.StringIO):
    """A standard error stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def _told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, delay: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY", delay)
    with progress.steps("topics", 2) as step:
        step("words")
        step("clusters")
    return stream.getvalue()


def test_a_terminal_is_told_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "topics: " in _told(monkeypatch, Terminal(), 1e-9)


def test_short_work_is_not_worth_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "topics" not in _told(monkeypatch, Terminal(), 60.0)


def test_a_script_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, io.StringIO(), 1e-9) == ""


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_interrupted_fit_leaves_the_clusterer_unfitted(monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer = KeywordClusterer(2)
    monkeypatch.setattr(fit, "polish", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        clusterer.fit(TEXTS)
    assert [name for name in vars(clusterer) if name.endswith("_")] == []


def test_an_interrupted_refit_leaves_the_earlier_fit_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer = KeywordClusterer(2).fit(TEXTS)
    before, labels = clusterer.state_, clusterer.labels_.tolist()
    monkeypatch.setattr(fit, "polish", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        clusterer.fit(TEXTS[:4])
    assert clusterer.state_ is before
    assert clusterer.predict(TEXTS).tolist() == labels
