from __future__ import annotations

import numpy as np
import pytest

from smo.topics.pillars import group_topics


@pytest.mark.parametrize(("n", "expected"), [(1, 1), (2, 1), (3, 2), (9, 3), (64, 8)])
def test_about_the_square_root_of_the_topics(n, expected):
    vectors = np.random.default_rng(0).normal(size=(n, 12)).astype(np.float32)
    pillars = group_topics(vectors)
    assert sorted(set(pillars)) == list(range(expected))


def test_topics_that_point_the_same_way_share_a_pillar():
    vectors = np.repeat(np.eye(3), 3, axis=0) + 0.01
    pillars = group_topics(vectors.astype(np.float32)).reshape(3, 3)
    assert (pillars == pillars[:, :1]).all()
    assert len(set(pillars[:, 0])) == 3
