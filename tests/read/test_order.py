from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.read import order
from smo.read.order import sort_with_ties

VALUE = st.one_of(st.none(), st.text("ab\u0451Z", max_size=2))


@pytest.mark.parametrize("largest", [order.LARGEST, 100, 2])
@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.tuples(VALUE, VALUE, st.one_of(st.none(), st.integers(0, 3)))))
def test_rows_stand_as_pandas_sorts_them(
    largest: int, rows: list[tuple[str | None, str | None, int | None]]
) -> None:
    frame = pd.DataFrame(rows, columns=["a", "b", "n"]).astype(
        {"a": "string", "b": "string", "n": "Float64"}
    )
    frame = frame.assign(place=range(len(frame)))
    keys = ["a", "n", "b"]
    wanted = frame.sort_values(keys, na_position="first", ignore_index=True, kind="stable")
    before = frame.copy(deep=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "LARGEST", largest)
        found, ties = sort_with_ties(frame, keys)
    pd.testing.assert_frame_equal(found, wanted)
    told = wanted[keys].astype("object").where(wanted[keys].notna(), None)
    above = [row == other for row, other in pairwise(told.itertuples(index=False, name=None))]
    assert ties.tolist() == [place for place, same in enumerate(above, 1) if same]
    pd.testing.assert_frame_equal(frame, before)
