"""Real exports of keyword tools: recognized unnamed, sums as the csv module alone makes them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from smo.read import read_export

pytestmark = pytest.mark.corpus


def test_every_export_of_semrush_is_tested(corpus: Path) -> None:
    files = sorted((corpus / "exports" / "semrush").glob("*/*"))
    assert [path.name for path in files] == ["semrush.csv"]


def test_semrush_organic_positions(corpus: Path) -> None:
    path = corpus / "exports" / "semrush" / "example" / "semrush.csv"
    with path.open(encoding="utf-8-sig", newline="") as handle:
        body = list(csv.DictReader(handle))
    export = read_export(path)
    table, report = export.keywords, export.report.iloc[0]
    assert report["format"] == "Semrush organic positions"
    assert report["rows_read"] == len(table) == len(body)
    assert table["volume"].sum() == sum(int(row["Search Volume"]) for row in body)
    assert table["volume_kind"].unique().tolist() == ["exact"]
    organic = [row for row in body if row["Position Type"] == "Organic"]
    assert table["position"].count() == len(organic)
    assert table["position"].sum() == sum(int(row["Position"]) for row in organic)
    pairs = zip(table["keyword"], table["page"], strict=True)
    assert set(pairs) == {(row["Keyword"], row["URL"]) for row in body}
    assert set(table["intent"]) == {row["Keyword Intents"] for row in body}
    assert table["clicks"].isna().all()
    days = sorted(row["Timestamp"] for row in body)
    assert str(report["period_start"].date()) == days[0]
    assert str(report["period_end"].date()) == days[-1]
