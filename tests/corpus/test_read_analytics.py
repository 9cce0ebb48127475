"""Real exports of Analytics 4 and Universal Analytics: totals as a plain sum of the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from smo.read import read_export

pytestmark = pytest.mark.corpus


def test_analytics_4_pages(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "ga4" / "pyr").iterdir()
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.reader(handle) if row and not row[0].startswith("#")]
    export = read_export(path)
    assert export.report["format"].tolist() == ["Analytics 4 pages and screens"]
    report = export.report.iloc[0]
    assert (report["rows_read"], report["rows_kept"]) == (len(rows) - 1, len(export.pages))
    views = dict(zip(export.pages["page"], export.pages["views"], strict=True))
    assert views == {row[0]: int(row[1]) for row in rows[1:]}
    times = dict(zip(export.pages["page"], export.pages["engagement_time"], strict=True))
    assert times == pytest.approx({row[0]: float(row[4]) for row in rows[1:]})
    assert (str(report["period_start"].date()), report["period_days"]) == ("2026-02-24", 28)


def test_universal_analytics_pages_and_days(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "universal_analytics" / "msu-library").iterdir()
    book = CalamineWorkbook.from_path(str(path))
    pages, days = (book.get_sheet_by_name(name).to_python() for name in ("Dataset1", "Dataset2"))
    export = read_export(path)
    report = export.report.set_index("format")
    assert set(report.index) == {"Universal Analytics pages", "Universal Analytics days"}
    # Fifty pages are exported, and a total of all: it sums up no column.
    assert report.loc["Universal Analytics pages", "dropped"] == "1 total row"
    views = dict(zip(export.pages["page"], export.pages["views"], strict=True))
    assert views == {row[0]: row[1] for row in pages[1:-1]}
    told = dict(zip(export.totals["date"].dt.date, export.totals["views"], strict=True))
    assert told == {row[0]: row[1] for row in days[1:-1]}
    assert report["period_days"].tolist() == [21, 21]
    assert "Summary" in str(report["notes"].iloc[0])
