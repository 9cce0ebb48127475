"""Real exports of social networks: recognized unnamed, sums as a plain sum of the file."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from smo.read import read_export

pytestmark = pytest.mark.corpus

TAG = re.compile(r"(?:^|\s)#[a-z]", re.IGNORECASE)


def test_videos(corpus: Path) -> None:
    path = corpus / "exports" / "youtube" / "channel-essay" / "Table data.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        header, total, *body = [row for row in csv.reader(handle) if any(row)]
    shown, rate, views = (
        header.index(name)
        for name in ("Impressions", "Impressions click-through rate (%)", "Views")
    )
    export = read_export(path)
    table, report = export.clicks, export.report.iloc[0]
    assert report["format"] == "YouTube videos"
    assert (report["rows_read"], report["rows_kept"]) == (len(body) + 1, len(body))
    assert report["dropped"] == "1 total row"
    assert set(table["element"]) == {row[0].strip() for row in body}
    assert table["exposed"].sum() == sum(int(row[shown] or 0) for row in body)
    assert table["pageviews"].sum() == sum(int(row[views] or 0) for row in body)
    clicks = [round(float(row[shown] or 0) * float(row[rate] or 0) / 100) for row in body]
    assert table["clicks"].sum() == sum(clicks)
    assert report["total_clicks"] == round(float(total[shown]) * float(total[rate]) / 100)
    assert table["derived"].all()
    tagged = [row for row in body if TAG.search(row[1])]
    assert table["hashtags"].notna().sum() == len(tagged) > 0
    assert not table["text"].str.contains(TAG).any()
