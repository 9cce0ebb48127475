from __future__ import annotations

import numpy as np
import pytest

from smo.topics import cluster
from smo.topics.cluster import assign, kmeans, mean_vectors, members


def test_a_sample_gives_the_clusters_of_the_whole(monkeypatch):
    draw = np.random.default_rng(0)
    truth = np.repeat(np.arange(4), 100)
    points = np.eye(4, 8, dtype=np.float32)[truth] + draw.normal(0, 0.01, (400, 8))
    monkeypatch.setattr(cluster, "_SAMPLE", 150)
    monkeypatch.setattr(cluster, "_CELLS", 256)
    labels = kmeans(points.astype(np.float32), 4, random_state=0)
    assert len({(a, b) for a, b in zip(truth, labels, strict=True)}) == 4


def test_equal_vectors_raise_no_warning():
    labels = kmeans(np.ones((5, 2), np.float32), 3, random_state=0)
    assert len(set(labels)) == 1


def test_assign_takes_the_nearest_center():
    centers = np.array([[0, 0], [2, 0]], np.float32)
    points = np.array([[0.9, 5], [1.1, -5]], np.float32)
    assert assign(points, centers).tolist() == [0, 1]


def test_means_and_members():
    points = np.array([[1, 0], [3, 0], [0, 2]], np.float32)
    labels = np.array([0, 0, 2])
    assert mean_vectors(points, labels, 3).tolist() == [[2, 0], [0, 0], [0, 2]]
    assert members(labels, 3).toarray().tolist() == [[1, 1, 0], [0, 0, 0], [0, 0, 1]]


@pytest.mark.parametrize("seed", [0, 1])
def test_equal_seed_equal_labels(seed):
    points = np.random.default_rng(5).normal(size=(60, 4)).astype(np.float32)
    first = kmeans(points, 5, random_state=seed)
    assert (first == kmeans(points, 5, random_state=seed)).all()
