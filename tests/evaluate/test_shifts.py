"""Planted changes of topics are recognized through the real clusterer, not in tables alone."""

from __future__ import annotations

import numpy as np

from tests.evaluate.shifts import FORMS, KINDS, MERGED, SPLIT, recognized, two_months

SEEDS = 12  # of the 100 of benchmarks/changes.py


def test_planted_changes_are_recognized_in_words() -> None:
    runs = [recognized(seed) for seed in range(SEEDS)]
    rates = {kind: np.mean([run[kind] for run in runs]) for kind in (*KINDS, "same")}
    assert min(rates.values()) >= 0.9, rates


def test_the_months_share_most_searches_of_what_stayed() -> None:
    before, after = two_months(0)
    stayed = [text for text in before if text.endswith("tent")]
    assert len(stayed) == FORMS
    assert 0.6 <= np.mean([text in after for text in stayed]) < 1.0
    assert {before[t] for t in before if t.endswith(SPLIT)} == {"rope"}
    assert {after[t] for t in after if t.endswith(MERGED)} == {"table"}
