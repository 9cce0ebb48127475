"""The table of formats tells the truth about them, and the page of formats is made from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import smo
from smo.errors import SmoError
from smo.read import formats_markdown, read_clicks, read_export
from smo.read.catalog import FORMATS, GRADES, formats
from smo.read.format import Format
from smo.read.formats_page import MEANS
from smo.read.specs import SPECS
from tests.read.families.every import SAMPLES
from tests.read.families.sample import Sample

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# What the table of the README calls a family, where not by its name; a family of totals alone
# gives nothing to analyze and is not named there.
CALLED = {
    "Adobe Analytics": "Adobe Activity Map",
    "Clustering tools": "clustering tables",
    "Meta": "Facebook and Instagram",
    "What people said": "comments and reviews",
}
EVERY = [other for fmt in FORMATS for other in (fmt, *fmt.also)]
OWN = {"segment", "source", "click_id", "period_days"}
COMPANIONS = [(fmt, other) for fmt in FORMATS for other in fmt.also]


def test_every_table_of_every_format_is_listed() -> None:
    table = formats()
    assert sorted(table["name"]) == sorted(fmt.name for fmt in EVERY)
    order = list(zip(table["family"], table["name"], strict=True))
    assert order == sorted(order)


def test_what_a_format_gives_are_columns_of_its_table_in_order() -> None:
    for row in formats().itertuples():
        given = str(row.gives).split(", ")
        assert given == [name for name in SPECS[str(row.table)].names if name in given]
        assert given


def test_nothing_is_left_unsaid() -> None:
    table = formats()
    assert (table.drop(columns="unconfirmed").map(len) > 0).all().all()


@pytest.mark.parametrize("fmt", [fmt for fmt in EVERY if fmt.fills], ids=lambda fmt: fmt.name)
def test_fills_are_columns_that_words_do_not_name(fmt: Format) -> None:
    assert set(fmt.fills) <= set(fmt.spec.names)
    assert not set(fmt.fills) & {*fmt.words, *fmt.constants}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_fills_no_other_columns(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / sample.file
    path.write_bytes(sample.data())
    if sample.page is not None:
        table = read_clicks(path, page=sample.page)
    else:
        table = getattr(read_export(path), sample.table)
    given = formats().set_index("name")["gives"][sample.format].split(", ")
    page = {"page"} if sample.page is not None else set()
    filled = {name for name in table.columns if bool(table[name].notna().any())}
    assert filled - OWN - page - set(given) == set(), "name them in `fills` of the format"


@pytest.mark.parametrize(("whole", "other"), COMPANIONS, ids=lambda fmt: fmt.name)
def test_a_companion_cannot_be_asked_for_alone(whole: Format, other: Format) -> None:
    with pytest.raises(SmoError, match=re.escape(f"write format={whole.name!r}")):
        smo.read_export("any.csv", format=other.name)


def test_the_page_tells_every_format_and_grade() -> None:
    page = formats_markdown()
    assert set(MEANS) == set(GRADES.values())
    assert all(f"| {grade} | " in page for grade in GRADES.values())
    for row in formats().itertuples():
        if row.family != "plain":
            plain = page.replace("\\", "")
            assert f"\n## {row.family}\n" in plain
            assert f"\n| {row.name} | {row.table} | {row.gives} | " in plain
    assert page == formats_markdown()


def test_tables_of_the_page_keep_their_columns() -> None:
    widths: list[int] = []
    for line in formats_markdown().splitlines():
        if not line.startswith("| "):
            widths = []
            continue
        widths.append(len(re.findall(r"(?<!\\)\|", line)))
        assert widths[-1] == widths[0], line


def test_the_page_on_disk_is_current() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert page == formats_markdown(), "write it anew: python docs/make_formats.py"


def test_the_readme_names_every_family() -> None:
    section = README.partition("## What it reads")[2].partition("\n## ")[0]
    table = formats()
    told = table[
        table["table"].isin(["keywords", "clicks", "pages"]) & (table["family"] != "plain")
    ]
    names = {CALLED.get(family, family) for family in told["family"]}
    assert sorted(name for name in names if name not in section) == []
    assert "docs/formats.md" in section
