from __future__ import annotations

import numpy as np
import pytest

from smo.topics.choose_k import best_k, bounds, silhouette_curve


def blobs(k: int, each: int) -> np.ndarray:
    draw = np.random.default_rng(0)
    centers = np.eye(k, 40)
    points = np.repeat(centers, each, axis=0) + draw.normal(0, 0.02, (k * each, 40))
    return (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("k", [8, 16, 32])
def test_the_number_of_planted_blobs_is_best(k):
    curve = silhouette_curve(blobs(k, 20), most=20 * k, random_state=0)
    assert best_k(curve) == k
    assert list(curve) == sorted(curve)


def test_no_more_clusters_than_distinct_vectors():
    curve = silhouette_curve(
        np.repeat(np.eye(4, 9, dtype=np.float32), 5, axis=0), most=4, random_state=0
    )
    assert max(curve) <= 3


@pytest.mark.parametrize("n", [3, 10, 199, 200, 1_000, 8_000, 10**6])
def test_bounds_are_in_order(n):
    low, high = bounds(n)
    assert 2 <= low <= high <= max(2, n)


def test_a_difference_in_the_fourth_digit_prefers_fewer():
    assert best_k({4: 0.9988, 5: 0.9993}) == 4
    assert best_k({4: 0.9978, 5: 0.9993}) == 5
