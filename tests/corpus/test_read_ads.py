"""Real exports of Google Ads, Trends and Bing: recognized unnamed, sums as a plain sum's."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from smo.read import read_export

pytestmark = pytest.mark.corpus


def _rows(path: Path, encoding: str, delimiter: str) -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as handle:
        return [row for row in csv.reader(handle, delimiter=delimiter) if any(row)]


def _accounted(report: pd.DataFrame) -> None:
    for row in report.itertuples():
        dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", str(row.dropped))
        assert row.rows_read == row.rows_kept + sum(map(int, dropped)), row


def test_search_terms(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "google_ads" / "towing").iterdir()
    export = read_export(path)
    body = _rows(path, "utf-16", "\t")[3:]
    terms = [row for row in body if not row[0].startswith("Total: ")]
    assert len(body) - len(terms) == 5
    wanted: Counter[str] = Counter()
    for row in terms:
        wanted[row[0]] += int(row[6].replace(",", ""))
    table = export.keywords.set_index("keyword")
    assert table["impressions"].to_dict() == dict(wanted)
    assert table["clicks"].sum() == sum(int(row[5]) for row in terms)
    report = export.report.iloc[0]
    assert report["format"] == "Google Ads search terms"
    (own,) = [row for row in body if row[0] == "Total: Search terms"]
    assert (report["total_clicks"], report["total_impressions"]) == (int(own[5]), int(own[6]))
    assert (report["sum_clicks"], report["sum_impressions"]) == (int(own[5]), int(own[6]))
    assert (report["period_days"], report["rows_read"]) == (8, len(body))
    _accounted(export.report)


def test_queries_searched_with_a_term(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "google_trends" / "towing").iterdir()
    export = read_export(path)
    body = _rows(path, "utf-8", ",")[1:]
    assert set(export.keywords["keyword"]) == {row[0] for row in body}
    assert len(export.keywords) == len(body)
    assert export.keywords[["impressions", "clicks", "volume"]].isna().all().all()
    report = export.report.iloc[0]
    assert report["format"] == "Google Trends queries searched with a term"
    assert (str(report["period_start"])[:10], report["period_days"]) == ("2026-02-22", 90)


def test_bing_pages(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "bing_webmaster" / "quebec").iterdir()
    export = read_export(path)
    body = _rows(path, "utf-8-sig", ",")[1:]
    assert export.report["format"].tolist() == ["Bing pages"]
    assert len(export.pages) == len(body)
    assert export.pages["impressions"].sum() == sum(int(row[1]) for row in body)
    assert export.pages["clicks"].sum() == sum(int(row[2]) for row in body)
    assert set(export.pages["page"]) == {row[0] for row in body}
    shown = {row[0]: float(row[4]) for row in body if int(row[1]) and float(row[4])}
    position = export.pages.set_index("page")["position"].dropna()
    assert position.to_dict() == pytest.approx(shown)


def test_keyword_planner(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "keyword_planner" / "nail-art").iterdir()
    export = read_export(path)
    body = _rows(path, "utf-16", "\t")[3:]
    volumes = {row[0]: float(row[2]) for row in body}
    assert len(volumes) == len(body) == len(export.keywords)
    assert export.keywords.set_index("keyword")["volume"].to_dict() == volumes
    assert export.keywords["volume_kind"].unique().tolist() == ["bucket"]
    assert export.report["format"].tolist() == ["Keyword Planner"]
    _accounted(export.report)
