"""The workbook reads back as the tables, holds no formula, and opens in LibreOffice."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from smo.errors import SmoError
from smo.plan import TABLES, TopicPlan
from smo.report import excel
from smo.report.cells import LINE, MAX_CELL, Losses, cell_text
from smo.report.excel import render_excel
from tests.report.handmade import handmade_plan, keywords
from tests.report.test_hostile import everywhere


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def as_read(value: object, kind: str) -> object:
    """Return what a reader of the sheet must find for a value of the table."""
    if kind == "texts":
        return LINE.join(value)  # type: ignore[arg-type]
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if kind == "date":
        return pd.Timestamp(value).date()  # type: ignore[arg-type]
    return float(value) if kind in ("number", "whole") else value  # type: ignore[arg-type]


def bare(value: object) -> object:
    return value if isinstance(value, bool | str | date) else float(value)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plan() -> TopicPlan:
    matches = {"click_id": ["1"], "segment": ["buyers"], "share": [1.0], "clicks": [3.0],
               "via": ["text"], "furniture": [True]}  # fmt: skip
    return handmade_plan(matches=pd.DataFrame(matches))


@pytest.mark.parametrize("name", TABLES)
def test_reads_back_equal(plan: TopicPlan, name: str) -> None:
    frame, spec, read = getattr(plan, name), TABLES[name], sheets(render_excel(plan))
    if frame.empty:
        assert name not in read
        return
    head, *rows = read[name]
    assert head == list(spec.names)
    expected = [
        [as_read(row[column.name], column.kind) for column in spec.columns]
        for row in frame.to_dict("records")
    ]
    assert [[bare(cell) for cell in row] for row in rows] == expected


def test_cover_tells_sheets_settings_and_what_the_data_say(plan: TopicPlan) -> None:
    told = {str(cell) for row in sheets(render_excel(plan))["plan"] for cell in row}
    for words in ("Content topics plan", "Most proposals a segment", "80%",
                  "CTR cannot be judged here (45 clicks).", "proposals", "Made by smo 0.1.0",
                  "Impressions of hidden queries"):  # fmt: skip
        assert words in told
    assert not any("Shown otherwise" in words for words in told)


def test_every_column_is_explained(plan: TopicPlan) -> None:
    rows = sheets(render_excel(plan))["columns"][1:]
    expected = [[s.name, c.name, c.kind, c.means] for s in TABLES.values() for c in s.columns]
    assert sorted(rows) == sorted(expected)


def test_russian_cover() -> None:
    told = [row[0] for row in sheets(render_excel(handmade_plan("ru")))["plan"]]
    assert told[0] == "План тем для контента"
    assert "Листы" in told


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_frozen_heads_filters_bars_and_links(plan: TopicPlan) -> None:
    files = parts(render_excel(plan))
    assert 'name="proposals"' in files["xl/workbook.xml"]
    proposals = files["xl/worksheets/sheet2.xml"]
    for part in ('state="frozen"', "<autoFilter ", "<dataBar", 'operator="equal"'):
        assert part in proposals
    targets = re.findall(r'Target="([^"]*)"', "".join(v for k, v in files.items() if "rels" in k))
    assert "https://shop.example/boots/" in targets


def test_nothing_is_a_formula_or_a_link_elsewhere(hostile: str) -> None:
    files = parts(render_excel(everywhere(hostile)))
    for name, text in files.items():
        assert not re.search(r"<f[ >]", text), name
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)
        for target in re.findall(r'TargetMode="External".*?|Target="([^"]*)" TargetMode', text):
            assert target.startswith("https://shop.example/")


def test_hostile_text_stands_as_text(hostile: str) -> None:
    read = sheets(render_excel(everywhere(hostile)))
    assert {"plan", "proposals", "scores", "keywords", "columns"} <= set(read)
    shown = cell_text(hostile, Losses())
    place = TABLES["keywords"].names.index("keyword")
    assert [row[place] for row in read["keywords"][1:]] == [shown] * 3


ODD = ["<r><t>x</t></r>", "_x0041_", " space ", "a\tb\nc", "&amp;", "=1+1", "😀", "x" * MAX_CELL]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_read_back(text: str) -> None:
    table = keywords().assign(keyword=text, segment=["a", "b", "c"])
    read = sheets(render_excel(handmade_plan(keywords=table)))["keywords"]
    assert {row[1] for row in read[1:]} == {text}


def test_changes_are_counted_on_the_cover() -> None:
    texts = ["😀" * 20_000, "a\x00b", "mail ivan@mail.example"]
    plan = handmade_plan(keywords=keywords().assign(keyword=texts))
    read = sheets(render_excel(plan))
    told = [row[2] for row in read["plan"]]
    assert sum("cut at 32,767" in str(words) for words in told) == 1
    assert any(str(words).endswith("masked: 1.") for words in told)
    assert any("control characters" in str(words) for words in told)
    cells = [str(row[1]) for row in read["keywords"][1:]]
    assert cells[0].endswith("😀…")
    assert len(cells[0].encode("utf-16-le")) // 2 <= MAX_CELL
    assert cells[1:] == ["a\ufffdb", "mail i***@***"]


def test_a_table_beyond_the_rows_of_a_sheet_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MAX_ROWS", 3)
    read = sheets(render_excel(handmade_plan()))
    assert [len(read[name]) for name in ("keywords", "keywords (2)")] == [3, 2]
    assert any(
        "The table “keywords” does not fit one sheet; it stands on 2." in row
        for row in read["plan"]
    )


def test_links_beyond_the_limit_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MAX_LINKS", 0)
    data = render_excel(handmade_plan())
    assert "shop.example" not in "".join(t for n, t in parts(data).items() if "rels" in n)
    assert any("left as plain text" in str(row[2]) for row in sheets(data)["plan"])


def test_same_plan_same_bytes(plan: TopicPlan) -> None:
    assert render_excel(plan) == render_excel(plan)


def test_written_whole_or_not_at_all(plan: TopicPlan, tmp_path: Path) -> None:
    path = plan.to_excel(tmp_path / "new" / "plan.xlsx")
    assert sheets(path.read_bytes()).keys() == sheets(render_excel(plan)).keys()
    assert [child.name for child in path.parent.iterdir()] == ["plan.xlsx"]
    with pytest.raises(SmoError, match=r"there is a folder of this name\. Remedy: name a file"):
        plan.to_excel(tmp_path)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_opens_in_libreoffice(tmp_path: Path) -> None:
    plan = everywhere("=1+1 <r>&")
    path = plan.to_excel(tmp_path / "plan.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", every_sheet, "--outdir", str(tmp_path), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)  # noqa: S603 - LibreOffice itself
    with (tmp_path / "plan-proposals.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reason"] for row in rows] == ["=1+1 <r>&"] * len(plan.proposals)
    assert [float(row["rank"]) for row in rows] == plan.proposals["rank"].tolist()
    assert (tmp_path / "plan-columns.csv").is_file()
