from __future__ import annotations

from pathlib import Path

import pytest

import smo
from smo.errors import SmoError
from tests.read.families.clarity import FILE, HEADER, _map

HOME = "https://shop.example/"
OUTLINKS = "Label,Clicks,Unique Clicks\nhttps://a.example/,7,5\nhttps://b.example/,3,3\n"
ROWS = [["1", "main > a.buy", "41", ""]]


def _clarity(folder: Path, name: str, device: str = "PC") -> None:
    regex = rf"^https://shop\.example/{name}/(\?.*)?$"
    data = _map("Click", ROWS, HEADER, regex=regex)
    (folder / FILE.format("Click", f"{device}_{name}")).write_bytes(data)


def _outlinks(folder: Path) -> None:
    (folder / "Export Outlinks 2026-03-01,2026-03-31.csv").write_text(OUTLINKS)


def test_a_folder_with_links_of_an_untold_page(tmp_path: Path) -> None:
    _outlinks(tmp_path)
    (tmp_path / "words.csv").write_text("keyword,impressions\nrope,9\n")
    with pytest.raises(SmoError, match=r"page='https://"):
        smo.read_export(tmp_path)
    export = smo.read_export(tmp_path, page=HOME)
    assert export.clicks["page"].unique().tolist() == [HOME]
    assert (export.clicks["clicks"].sum(), len(export.keywords)) == (10, 1)


def test_a_map_that_names_its_page_keeps_it_beside_one_that_does_not(tmp_path: Path) -> None:
    _outlinks(tmp_path)
    _clarity(tmp_path, "boots")
    export = smo.read_export(tmp_path, page=HOME)
    pages = export.clicks.groupby("kind")["page"].unique().map(list).to_dict()
    assert pages == {"element": ["https://shop.example/boots/"], "link": [HOME]}
    assert export.report["notes"].str.contains("given page 'https://shop.example/'").any()


def test_maps_of_two_pages_are_not_renamed_to_one(tmp_path: Path) -> None:
    _clarity(tmp_path, "boots")
    _clarity(tmp_path, "hats")
    assert smo.read_clicks(tmp_path, page=HOME)["page"].nunique() == 2


def test_maps_of_one_page_are_renamed_together(tmp_path: Path) -> None:
    _clarity(tmp_path, "boots")
    _clarity(tmp_path, "boots", "Mobile")
    assert smo.read_clicks(tmp_path, page=HOME)["page"].unique().tolist() == [HOME]
