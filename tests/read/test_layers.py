from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from tests.read.families.clarity import FILE, HEADER, _map

A, B, C = "main > a.buy", "main > img.hero", "main > p.note"
ALL = [["1", A, "41", ""], ["2", B, "30", ""]]
DEAD = [["1", B, "12", ""], ["2", C, "5", ""]]
RAGE = [["1", B, "4", ""], ["2", C, "2", ""]]


def _file(
    folder: Path, metric: str, rows: list[list[str]], *, device: str = "PC", views: str = "900"
) -> Path:
    path = folder / FILE.format(metric, device)
    path.write_bytes(_map(metric, rows, HEADER, views=views))
    return path


def _counts(table: pd.DataFrame) -> dict[str, tuple[float | None, ...]]:
    names = ["clicks", "dead_clicks", "rage_clicks"]
    rows = table.set_index("element")[names].astype(object)
    return {
        str(element): tuple(None if pd.isna(value) else value for value in row)
        for element, row in zip(rows.index, rows.to_numpy(), strict=True)
    }


def test_three_maps_of_a_page_are_one_table_whatever_their_order(tmp_path: Path) -> None:
    files = [
        _file(tmp_path, "Click", ALL),
        _file(tmp_path, "Dead clicks", DEAD),
        _file(tmp_path, "Rage clicks", RAGE),
    ]
    whole = smo.read_export(tmp_path)
    assert _counts(whole.clicks) == {A: (41, 0, 0), B: (30, 12, 4), C: (5, 5, 2)}
    for order in permutations(files):
        pd.testing.assert_frame_equal(smo.read_clicks(list(order)), whole.clicks)


def test_every_row_of_the_three_maps_is_accounted_for(tmp_path: Path) -> None:
    for metric, rows in (("Click", ALL), ("Dead clicks", DEAD), ("Rage clicks", RAGE)):
        _file(tmp_path, metric, rows)
    report = smo.read_export(tmp_path).report
    told = {str(row["format"]): row for row in report.to_dict("records")}
    click, dead, rage = (told[f"Clarity {kind}click map"] for kind in ("", "dead ", "rage "))
    assert [row["rows_read"] for row in (click, dead, rage)] == [2, 2, 2]
    assert [row["rows_kept"] for row in (click, dead, rage)] == [2, 1, 0]
    assert dead["dropped"].startswith("1 dead clicks counted beside the clicks of ")
    assert "1 elements are not in" in dead["notes"]
    assert rage["dropped"].count("counted beside") == 2
    assert "does not hold 1 of the elements: they count 0" in click["notes"]


def test_dead_and_rage_clicks_without_the_click_map(tmp_path: Path) -> None:
    _file(tmp_path, "Dead clicks", DEAD)
    _file(tmp_path, "Rage clicks", [["1", B, "15", ""], ["2", A, "2", ""]])
    table = smo.read_clicks(tmp_path)
    assert _counts(table) == {A: (2, None, 2), B: (15, 12, 15), C: (5, 5, 0)}


def test_maps_of_two_devices_are_not_joined(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", DEAD, device="Mobile")
    table = smo.read_clicks(tmp_path)
    assert len(table) == 4
    assert table["dead_clicks"].sum() == 17


def test_more_dead_clicks_than_clicks_are_told(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", [["1", B, "31", ""]])
    assert smo.read_export(tmp_path).report["notes"].str.contains(
        "1 elements have more dead clicks than clicks"
    ).any()  # fmt: skip


def test_two_click_maps_that_disagree_stay_refused(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", DEAD)
    _file(tmp_path, "All clicks", [["1", A, "40", ""]])
    with pytest.raises(SmoError, match=r"clicks 40 and 41|clicks 41 and 40"):
        smo.read_clicks(tmp_path)


def test_two_dead_click_maps_that_disagree_are_refused(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", DEAD)
    _file(tmp_path, "Dead click", [["1", B, "11", ""]])
    with pytest.raises(SmoError, match=r"dead_clicks 1[12] and 1[12]"):
        smo.read_clicks(tmp_path)


def test_the_same_dead_click_map_twice_counts_once(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", DEAD)
    _file(tmp_path, "Dead click", DEAD)
    assert _counts(smo.read_clicks(tmp_path)) == {
        A: (41, 0, None),
        B: (30, 12, None),
        C: (5, 5, None),
    }


def test_maps_with_different_views_of_the_page_are_refused(tmp_path: Path) -> None:
    _file(tmp_path, "Click", ALL)
    _file(tmp_path, "Dead clicks", DEAD, views="700")
    with pytest.raises(SmoError, match=r"pageviews 900 and 700"):
        smo.read_clicks(tmp_path)
