from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from smo.stats import benjamini_hochberg

ps = st.lists(st.floats(0, 1), min_size=1, max_size=80)


@given(ps)
def test_is_scipys(p: list[float]) -> None:
    np.testing.assert_allclose(benjamini_hochberg(p), false_discovery_control(p, method="bh"))


@given(ps)
def test_untested_do_not_count(p: list[float]) -> None:
    with_gaps = benjamini_hochberg([np.nan, *p, np.nan])
    np.testing.assert_array_equal(with_gaps[1:-1], benjamini_hochberg(p))
    assert np.isnan(with_gaps[[0, -1]]).all()


def test_empty() -> None:
    assert benjamini_hochberg([]).size == 0
