"""Amounts as interfaces shorten them, totals of volumes, and folders in a folder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from smo.read import read_export, read_keywords


@pytest.mark.parametrize(
    ("cell", "volume"),
    [
        ("1000+", 1000.0),
        ("10K+", 10_000.0),
        (">1 тыс.", 1000.0),
        ("≥ 500", 500.0),
        ("1.5K", 1500.0),
        ("100-1K", 500.0),
    ],
)
def test_a_volume_of_a_class_or_with_a_unit(cell: str, volume: float) -> None:
    table = read_keywords(io.StringIO(f"keyword;search volume\nboots;{cell}\ntent;7\n"))
    assert table.set_index("keyword")["volume"].to_dict() == {"boots": volume, "tent": 7.0}


def test_a_class_without_an_upper_end_is_a_bucket_and_said_to_be_one() -> None:
    exports = read_export(io.StringIO("keyword;search volume\nboots;1000+\ntent;7\n"))
    assert exports.keywords is not None
    kinds = exports.keywords.set_index("keyword")["volume_kind"]
    assert kinds["boots"] == "bucket"
    assert kinds.isna()["tent"]
    assert "1 of 2 volumes are ranges" in exports.report["notes"].iloc[0]


@pytest.mark.parametrize("name", ["Total", "Итого", "TOTAL"])
def test_a_total_of_volumes_alone_is_no_keyword(name: str) -> None:
    table = f"keyword,search volume\nred rope,10\ntent,30\n{name},40\n"
    exports = read_export(io.StringIO(table))
    assert exports.keywords is not None
    assert exports.keywords["keyword"].tolist() == ["red rope", "tent"]
    assert exports.report["dropped"].iloc[0] == "1 total row"


def test_who_searches_total_is_kept() -> None:
    table = read_keywords(io.StringIO("keyword,search volume\nred rope,10\ntent,30\ntotal,41\n"))
    assert "total" in table["keyword"].tolist()


def test_folders_in_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "older" / "a.csv").write_text("keyword,impressions\nrope,5\n")
    (tmp_path / "b.csv").write_text("keyword,impressions\ntent,5\n")
    report = read_export(tmp_path).report
    assert report["notes"].str.contains("older: a folder inside the folder is not opened").all()
    assert not report["notes"].str.contains("hidden").any()
