from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.checks import check_table, empty_table, key_hash
from smo.errors import SmoError
from smo.tables import ALL_TABLES, DTYPES, KEYWORDS, TOPICS, Table

GOOD = {"segment": ["a", "b"], "keyword": ["x", "y"], "impressions": [1, None]}


@pytest.mark.parametrize("spec", ALL_TABLES, ids=lambda spec: spec.name)
def test_specs_hang_together(spec: Table) -> None:
    assert len(set(spec.names)) == len(spec.names)
    assert set(spec.key) <= set(spec.names)
    assert all(column.means for column in spec.columns)
    table = check_table(empty_table(spec), spec, caller="t")
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == {
        column.name: str(DTYPES[column.kind]) for column in spec.columns
    }


@pytest.mark.parametrize(
    "make",
    [pd.DataFrame, pl.DataFrame, lambda rows: duckdb.from_df(pd.DataFrame(rows))],
    ids=["pandas", "polars", "duckdb"],
)
def test_any_frame_becomes_the_same_table(make: Callable[[object], object]) -> None:
    table = check_table(make(GOOD), KEYWORDS, caller="t")
    assert list(table.columns) == list(KEYWORDS.names)
    assert table["impressions"].isna().tolist() == [False, True]
    assert table["impressions"].dtype == "Float64"
    assert table["volume"].isna().all()


def _as_it_is(table: pd.DataFrame) -> pd.DataFrame:
    return table


def _pickled(table: pd.DataFrame) -> pd.DataFrame:
    return pickle.loads(pickle.dumps(table))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("through", [_as_it_is, _pickled, copy.deepcopy, pd.DataFrame.copy])
def test_a_value_written_to_a_column_that_was_absent_is_in_no_other(
    through: Callable[[pd.DataFrame], pd.DataFrame],
) -> None:
    table = check_table(pd.DataFrame(GOOD), KEYWORDS, caller="t")
    written = through(table)
    written.loc[1, "device"] = "mobile"
    written.loc[0, "clicks"] = 3.0
    told = {name: written[name].dropna().to_dict() for name in written}
    assert {name: values for name, values in told.items() if values} == {
        "segment": {0: "a", 1: "b"},
        "keyword": {0: "x", 1: "y"},
        "impressions": {0: 1.0},
        "device": {1: "mobile"},
        "clicks": {0: 3.0},
    }


@pytest.mark.parametrize(
    ("column", "values", "message"),
    [
        ("impressions", [1, -2], r"t: keywords table: row 1: 'impressions' is -2, below 0"),
        ("impressions", ["5", "many"], r"row 1: 'impressions' is 'many', which is no number"),
        ("clicks", [float("inf"), 1.0], r"row 0: 'clicks' is inf, which is no number"),
        ("keyword", ["x", None], r"row 1: 'keyword' is missing"),
        ("date", ["2024-01-01", "soon"], r"row 1: 'date' is 'soon', which is no date"),
    ],
)
def test_bad_values_name_row_and_value(column: str, values: list[object], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        check_table(pd.DataFrame({**GOOD, column: values}), KEYWORDS, caller="t")


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"segment": ["a"], "keywrd": ["x"]}, r"no column 'keyword'.*rename 'keywrd'"),
        ({"keyword": ["x"]}, r"no column 'segment'; it has 'keyword'"),
    ],
)
def test_missing_columns_name_what_is_there(frame: dict[str, object], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        check_table(pd.DataFrame(frame), KEYWORDS, caller="t")


def test_columns_twice_are_refused() -> None:
    frame = pd.DataFrame([["a", "x", "y"]], columns=["segment", "keyword", "keyword"])
    with pytest.raises(SmoError, match=r"columns 'keyword' appear twice"):
        check_table(frame, KEYWORDS, caller="t")


@pytest.mark.parametrize("thing", [3, "q.csv", None, {"a": [1]}])
def test_what_is_no_frame_is_refused(thing: object) -> None:
    with pytest.raises(SmoError, match=r"t: expected a table, got"):
        check_table(thing, TOPICS, caller="t")


def test_shares_have_an_upper_end() -> None:
    row = {"segment": "a", "keyword": "x", "normal": "x", "topic": 0, "pillar": 0}
    frame = pd.DataFrame([{**row, "label": "x", "pillar_label": "x", "membership": 1.5}])
    with pytest.raises(SmoError, match=r"row 0: 'membership' is 1.5, above 1"):
        check_table(frame, TOPICS, caller="t")


@given(st.lists(st.tuples(st.text(), st.floats(0, 1e12)), max_size=5))
def test_input_is_never_changed(rows: list[tuple[str, float]]) -> None:
    frame = pd.DataFrame(
        {"segment": "s", "keyword": [r[0] for r in rows], "clicks": [r[1] for r in rows]}
    )
    before = frame.copy(deep=True)
    table = check_table(frame, KEYWORDS, caller="t")
    pd.testing.assert_frame_equal(frame, before)
    assert table["clicks"].tolist() == frame["clicks"].tolist()


@given(st.lists(st.tuples(st.text(), st.text()), unique=True, max_size=20))
def test_key_hash_tells_keys_apart(keys: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(keys, columns=["a", "b"], dtype="string")
    assert key_hash(frame, ["a", "b"]).nunique() == len(keys)


def _nan_that_is_no_na() -> pd.Series:
    return pd.Series(pd.arrays.FloatingArray(np.array([1.0, np.nan]), np.array([False, False])))


@pytest.mark.parametrize(
    ("column", "values", "message"),
    [
        (
            "impressions",
            pd.Series([1.0, -2.0], dtype="Float64"),
            "row 1: 'impressions' is -2.0",
        ),
        (
            "clicks",
            pd.Series([np.inf, None], dtype="Float64"),
            "row 0: 'clicks' is inf, which",
        ),
        ("clicks", _nan_that_is_no_na(), "row 1: 'clicks' is nan, which is no number"),
        ("keyword", pd.Series(["x", None], dtype=DTYPES["text"]), "row 1: 'keyword' is missing"),
    ],
)
def test_a_table_checked_before_is_checked_again(
    column: str, values: pd.Series, message: str
) -> None:
    table = check_table(pd.DataFrame(GOOD), KEYWORDS, caller="t")
    changed = table.assign(**{column: values})
    assert (changed.dtypes == table.dtypes).all()
    with pytest.raises(SmoError, match=message):
        check_table(changed, KEYWORDS, caller="t")


def test_a_table_checked_before_comes_back_as_a_table_of_its_own() -> None:
    table = check_table(pd.DataFrame(GOOD), KEYWORDS, caller="t")
    table.attrs["note"] = "mine"
    again = check_table(table, KEYWORDS, caller="t")
    pd.testing.assert_frame_equal(again, table)
    again.loc[0, "impressions"] = 7.0
    again["clicks"] = 1.0
    assert table["impressions"].tolist()[0] == 1.0
    assert table["clicks"].isna().all()
    assert table.attrs == {"note": "mine"}
    assert again.attrs == {}
    moved = check_table(table.iloc[::-1], KEYWORDS, caller="t")
    assert moved.index.tolist() == [0, 1]
    assert moved["keyword"].tolist() == ["y", "x"]
