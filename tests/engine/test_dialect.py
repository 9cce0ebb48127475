"""The one text in other dialects: golden files; only that of Spark is run."""

# ruff: noqa: E501 - heads of files are one line

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smo.engine.base import sql_text
from smo.engine.dialect import QUERIES, all_queries, written_for

pytest.importorskip(
    "sqlglot", reason="no sqlglot (extra: spark): its golden files are not compared"
)
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "sql"
HEADS = {
    "spark": "-- Spark SQL, written by sqlglot from smo/engine/*.sql; run by tests/engine/test_spark.py\n\n",
    "bigquery": "-- BigQuery SQL, generated, not run: written by sqlglot from smo/engine/*.sql\n-- clicks_ga4 cannot run there as it is: BigQuery has no ARRAY_MAX and TRANSFORM\n\n",
    "snowflake": "-- Snowflake SQL, generated, not run: written by sqlglot from smo/engine/*.sql\n-- REGEXP_LIKE matches whole texts there: write REGEXP_INSTR(text, pattern) > 0 in its place\n\n",
}


@pytest.mark.parametrize("dialect", sorted(HEADS))
def test_the_text_is_the_golden_one(dialect: str) -> None:
    path = GOLDEN / f"{dialect}.sql"
    text = HEADS[dialect] + all_queries(dialect)
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_says_what_it_is_and_keeps_the_rules(name: str) -> None:
    text = sql_text(name)
    assert text.startswith("-- ")
    flat = " ".join(text.split()).casefold()
    assert "count(distinct" not in flat
    assert flat.count("sum(") == flat.count("cast(sum(")
    assert flat.count("count(*)") == flat.count("cast(count(*)")
    for query in ("regexp_extract(",):
        assert flat.count(query) == flat.count(f"coalesce({query}")


def test_tables_are_renamed_and_columns_are_not() -> None:
    text = written_for(
        "WITH a AS (SELECT hits.x FROM hits) SELECT a.x FROM a", "spark", {"hits": "h1", "a": "h2"}
    )
    assert " ".join(text.split()) == "WITH a AS ( SELECT hits.x FROM h1 AS hits ) SELECT a.x FROM a"
