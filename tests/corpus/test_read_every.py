"""No real export is left out: each is recognized unnamed, and every row is accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from smo.read import read_export, read_pages

pytestmark = pytest.mark.corpus


def test_every_file_is_recognized(corpus: Path) -> None:
    files = sorted(path for path in (corpus / "exports").rglob("*") if path.is_file())
    assert len(files) > 40
    plain = set()
    for path in files:
        if path.stat().st_size < 60 and path.suffix == ".csv":
            continue  # a header alone, or filters alone: read with their folder
        export = read_export(path)
        for row in export.report.itertuples():
            dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", row.dropped)
            assert row.rows_read == row.rows_kept + sum(map(int, dropped)), row
        plain |= {path.name for name in export.report["format"] if name.startswith("plain")}
    # Of the corpus these two alone are nobody's format.
    assert plain == {"merch_clicks.csv", "merch_pages.csv"}


def test_universal_analytics(corpus: Path) -> None:
    (path,) = (corpus / "exports" / "universal_analytics" / "msu-library").iterdir()
    pages = read_pages(path)
    book = CalamineWorkbook.from_path(str(path))
    body = book.get_sheet_by_name("Dataset1").to_python()[1:-1]
    assert len(pages) == len(body) == 50
    assert pages["views"].sum() == sum(row[1] for row in body)
    assert pages["engagement_time"].sum() == pytest.approx(sum(row[3] for row in body))
    assert pages["period_days"].unique().tolist() == [21]
    totals = read_export(path).totals
    days = book.get_sheet_by_name("Dataset2").to_python()[1:-1]
    assert totals["views"].sum() == sum(row[1] for row in days)
