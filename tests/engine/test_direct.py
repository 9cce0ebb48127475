"""`analyze` takes files and relations of any size directly, and its plan says what was reduced."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

import smo
from smo.engine import aggregate_clicks, aggregate_keywords
from smo.errors import SmoError
from tests.engine.logs import draws, write_log


def test_a_plan_from_files_and_a_relation(tmp_path: Path) -> None:
    words = write_log("search_console", draws(2000), tmp_path / "searches.parquet")
    taps = write_log("posthog", draws(2000), tmp_path / "events.parquet")
    wanted = smo.analyze(aggregate_keywords(words), aggregate_clicks(taps))
    found = smo.analyze(words, str(taps))
    pd.testing.assert_frame_equal(found.proposals, wanted.proposals)
    notes = found.reads.set_index("file")["notes"]
    assert notes["searches.parquet"].startswith("2000 rows reduced to ")
    assert "by DuckDB" in notes["events.parquet"]
    with duckdb.connect() as base:
        relation = base.read_parquet(str(words))
        again = smo.analyze(relation, taps)
    columns = [name for name in again.scores if name != "source"]
    pd.testing.assert_frame_equal(again.scores[columns], wanted.scores[columns])


def test_segments_of_query_rows_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("segment,query,impressions\nbuyers,red rope,9\nreaders,tent,5\n", "utf-8")
    assert aggregate_keywords(path)["segment"].tolist() == ["buyers", "readers"]


def test_other_files_are_still_to_be_read_first() -> None:
    with pytest.raises(SmoError, match="read the file first"):
        smo.analyze("search-console.zip")
    with pytest.raises(SmoError, match="no such file"):
        smo.analyze("none.parquet")
