"""Real exports of Search Console: its bulk export, and filters told of the interface's."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from smo.read import read_export

pytestmark = pytest.mark.corpus

SHEETS = {
    "globalsecuritysolutions.co.za": ("Queries.csv", "Filters.csv"),
    "site_alma": ("Queries.csv", "Filters.csv"),
    "legalhelp-chile-es": ("Consultas.csv", "Filtros.csv"),
}


def test_the_bulk_export(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "search_console_bulk" / "advertools-docs").iterdir()
    export = read_export(path)
    with duckdb.connect() as base:
        table = base.read_parquet(str(path))
        sums = "sum(clicks), sum(impressions), sum(sum_position)"
        rows, clicks, shown = table.aggregate(f"count(*), {sums}").fetchall()[0][:3]
        known = table.filter("query IS NOT NULL")
        n_known = len(known)
        told = known.aggregate(sums).fetchall()[0]
        keys = known.project("data_date, query, url, country, device, search_type").distinct()
        n_keys = len(keys)
        pages = dict(table.aggregate("url, sum(clicks) AS n", "url").fetchall())
    assert export.report["format"].tolist() == [
        "Search Console bulk export by address", "Search Console bulk export pages",
    ]  # fmt: skip
    keywords = export.keywords
    assert len(keywords) == n_keys
    ranks = ((keywords["position"] - 1) * keywords["impressions"]).sum()
    assert (keywords["clicks"].sum(), keywords["impressions"].sum()) == told[:2]
    assert ranks == pytest.approx(float(told[2]))
    report = export.report.set_index("table").loc["keywords"]
    assert (report["rows_read"], report["total_clicks"]) == (rows, clicks)
    assert report["total_impressions"] == shown
    assert f"{rows - n_known} anonymized query" in report["dropped"]
    assert set(keywords["device"]) == {"desktop", "mobile", "tablet"}
    assert export.pages.groupby("page")["clicks"].sum().to_dict() == pages
    assert export.pages["impressions"].sum() == shown
    # One address shown among pictures stands in both segments.
    assert set(export.pages["segment"]) == {"all", "image search"}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_every_filter_is_told(corpus: Path, name: str) -> None:
    folder = corpus / "exports" / "search_console" / name
    queries, filters = SHEETS[name]
    notes = str(read_export(folder).report.set_index("file").loc[queries, "notes"])
    with (folder / filters).open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))[1:]
    assert lines
    for key, value in lines:
        assert f"filter: {key} = {value}" in notes
