"""Hostile input: a clear error or a right result, within bounds, never another kind of crash."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import Exports, read_clicks, read_export, read_keywords
from smo.read.workbooks import MAX_CELLS
from tests.read import writers
from tests.read.families.every import SAMPLES

PLAIN = "keyword,impressions,clicks\n"


def _keywords(text: str) -> pd.DataFrame:
    return read_keywords(io.StringIO(text))


def _right_or_refused(data: bytes) -> None:
    """Read, and accept a table whose rows are accounted for, or an error that helps."""
    try:
        export = read_export(io.BytesIO(data))
    except SmoError as error:
        assert error.where  # noqa: PT017 - either way is right
        return
    _accounted(export)


def _accounted(export: Exports) -> None:
    for row in export.report.itertuples():
        dropped = "" if pd.isna(row.dropped) else str(row.dropped)
        told = sum(map(int, re.findall(r"(?:^|; )(\d+) ", dropped)))
        assert row.rows_read == row.rows_kept + told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PLAIN + "a,1e309,1\n", r"'impressions' is '1e309', which is no number"),
        (PLAIN + "a,-1,1\n", r"'impressions' is '-1', below 0"),
        (PLAIN + "a,12x,1\n", r"'impressions' is '12x', which is no number"),
        ("keyword,impressions,date\na,1,2026-13-45\n", r"'2026-13-45' is no date"),
        ("keyword,impressions,date\na,1,99999-01-01\n", r"'99999-01-01' is no date"),
    ],
)
def test_impossible_values_are_named(text: str, message: str) -> None:
    with pytest.raises(SmoError, match=message):
        _keywords(text)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("--", None), ("٣", 3.0), ("1 234", 1234.0), ("1e3", 1000.0), ("∞", None), ("< 10", None)],
)
def test_odd_numbers_are_read_right(cell: str, expected: float | None) -> None:
    value = _keywords(f"{PLAIN}a,{cell},0\n")["impressions"].iloc[0]
    assert (None if pd.isna(value) else value) == expected


def test_a_cell_of_ten_megabytes() -> None:
    table = _keywords(f'{PLAIN}"{"long " * 2_000_000}",1,0\nshort,2,0\n')
    assert table["keyword"].str.len().max() == 10_000_000
    assert table["impressions"].sum() == 3


@pytest.mark.parametrize("columns", [2_001, 100_000])
def test_a_hundred_thousand_columns(columns: int) -> None:
    head = ",".join(["keyword", "impressions", *(f"c{i}" for i in range(columns))])
    with pytest.raises(SmoError, match=r"columns are 'keyword', 'impressions', 'c0'.*more"):
        _keywords(f"{head}\n{'a,1,' + ',' * columns}\n")


def test_nulls_are_refused() -> None:
    with pytest.raises(SmoError, match=r"no text in any encoding"):
        read_keywords(io.BytesIO(b"keyword,impressions\na\x00b,1\n"))


def test_a_quotation_mark_never_closed_in_a_long_file() -> None:
    rows = "".join(f"word {i},{i},0\n" for i in range(5_000))
    with pytest.raises(SmoError, match=r"opened in line 5002 is never closed"):
        _keywords(f'{PLAIN}{rows}"open,1,0\n{rows}')


def test_two_encodings_in_one_file_are_refused() -> None:
    good = "".join(f"купить обувь {i},1,0\n" for i in range(50)).encode()
    with pytest.raises(SmoError, match=r"line 52 is not UTF-8 as the rest"):
        read_keywords(io.BytesIO(PLAIN.encode() + good + "ёж,1,0\n".encode("cp1251") + good))


@pytest.mark.parametrize("cut", [1, 3, 4])
def test_a_file_cut_in_the_middle_of_a_row_is_refused(cut: int) -> None:
    rows = "".join(f"word {i},{i},0\n" for i in range(50))
    whole = f"{PLAIN}{rows}last word,1234,5\n"
    # With the last cell cut nobody can tell: 5 may be all there was.
    text = whole[: -(cut + 2)]
    with pytest.raises(SmoError, match=r"it ends in the middle of line 52: the file was cut"):
        _keywords(text)
    assert len(_keywords(whole[:-1])) == 51


def test_a_zip_inside_a_zip_is_told_and_names_that_climb_are_harmless(tmp_path: Path) -> None:
    table = writers.csv_text(writers.query_table()).encode()
    inner = writers.zip_bytes({"Queries.csv": table})
    path = tmp_path / "deep.zip"
    path.write_bytes(writers.zip_bytes({"a/inner.zip": inner}))
    with pytest.raises(SmoError, match=r"a zip inside a zip is not opened"):
        read_keywords(path)
    path.write_bytes(writers.zip_bytes({"../../evil/Queries.csv": table, "/etc/passwd": table[:0]}))
    before = sorted(tmp_path.rglob("*"))
    assert len(read_keywords(path)) == len(writers.QUERY_ROWS)
    assert sorted(tmp_path.rglob("*")) == before


def _workbook(sheet: str) -> bytes:
    """Write the least workbook with this sheet data."""
    kinds = "http://schemas.openxmlformats.org/package/2006/"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{kinds}relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{kinds}relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    }
    return writers.zip_bytes({name: text.encode() for name, text in members.items()})


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<row r="1">{_cell("A1", "keyword")}{_cell("B1", "impressions")}</row>'


@pytest.mark.parametrize("equals", ["=", " =", "= ", "\n=\t"])
@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("place", ["XFD1048576", "A99999999999", "Z1200000", "ZZ1048576"])
def test_two_cells_far_apart_are_refused_before_they_unfold(
    place: str, quote: str, equals: str
) -> None:
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    sheet = f'{HEAD}<row r="{row}">{_cell(place, "x")}</row>'
    data = _workbook(sheet.replace('"', quote).replace("=", equals))
    assert MAX_CELLS < 16_384 * 1_048_576
    with pytest.raises(SmoError, match=r"a sheet reaches to row .* which is no export's"):
        read_keywords(io.BytesIO(data))


def test_cells_without_a_place_of_their_own_count_by_their_row() -> None:
    cell = '<c t="inlineStr"><is><t>x</t></is></c>'
    data = _workbook(f'{HEAD}<row r="2000000">{cell}</row>')
    with pytest.raises(SmoError, match="reaches to row 2,000,000"):
        read_keywords(io.BytesIO(data))


def test_texts_with_equals_signs_are_read_as_they_are() -> None:
    row = f'<row r="2">{_cell("A2", "x = y, r = 7")}<c r="B2"><v>5</v></c></row>'
    table = read_keywords(io.BytesIO(_workbook(HEAD + row)))
    assert table["keyword"].tolist() == ["x = y, r = 7"]


def test_digits_near_a_reference_are_no_reference() -> None:
    row = f'<row r="2">{_cell("A2", "1234567 boots")}<c r="B2"><v>1234567</v></c></row>'
    table = read_keywords(io.BytesIO(_workbook(HEAD + row)))
    assert table["impressions"].tolist() == [1234567]


def test_a_workbook_with_a_million_empty_rows() -> None:
    body = f'<row r="2">{_cell("A2", "shoes")}<c r="B2"><v>5</v></c></row>'
    empty = "".join(f'<row r="{r}"><c r="A{r}" s="0"/></row>' for r in range(3, 200_000))
    last = f'<row r="1048576">{_cell("A1048576", "boots")}<c r="B1048576"><v>7</v></c></row>'
    table = read_keywords(io.BytesIO(_workbook(HEAD + body + empty + last)))
    assert table["impressions"].tolist() == [7, 5]


def test_formulas_give_their_last_value_and_reach_nothing() -> None:
    body = (
        f'<row r="2">{_cell("A2", "shoes")}<c r="B2"><f>[1]Other!A1+2</f><v>5</v></c></row>'
        f'<row r="3">{_cell("A3", "=cmd()")}<c r="B3"><f>WEBSERVICE("http://x.example")</f></c></row>'
    )
    table = read_keywords(io.BytesIO(_workbook(HEAD + body)))
    assert table["keyword"].tolist() == ["=cmd()", "shoes"]
    assert table["impressions"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    "value",
    [
        [{"keyword": "a", "impressions": 10**400}],
        [{"keyword": "a", "impressions": [1, 2]}],
        [{"keyword": {"b": 1}, "impressions": 1}],
        {"rows": [{"keys": ["a"], "clicks": {}, "impressions": 1}]},
        {"rows": [{"keys": "abc", "clicks": 1, "impressions": 1}]},
        {"rows": [{"keys": None, "clicks": 1}]},
        [{}],
        [[1, 2]],
        {"results": []},
        {"data": None},
    ],
)
def test_odd_answers_of_interfaces(value: object) -> None:
    _right_or_refused(json.dumps(value).encode())


def test_json_nested_very_deeply() -> None:
    with pytest.raises(SmoError, match=r"nested too deeply|no JSON|columns"):
        read_export(io.BytesIO(b"[" * 200_000))


@pytest.mark.parametrize("sample", [pytest.param(s, id=s.name) for s in SAMPLES])
def test_a_sample_cut_anywhere_or_with_broken_bytes(sample: object) -> None:
    data = sample.data()  # type: ignore[attr-defined]
    draw = random.Random(len(data))
    _right_or_refused(data[: draw.randrange(len(data))])
    place = draw.randrange(len(data))
    noise = bytes(draw.randrange(256) for _ in range(draw.randrange(1, 5)))
    _right_or_refused(data[:place] + noise + data[place + draw.randrange(3) :])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    _right_or_refused(data)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(
                    ["Keyword", "Clicks", "Impressions", "Page", "Date", "Total", "Element ID",
                     "Name", "No. clicks", "Metric", "Click", "#", "URL", "Volume", "Запрос"]
                ),
                st.text(max_size=8),
                st.integers(-5, 10**6).map(str),
            ),
            max_size=6,
        ),
        max_size=8,
    )
)  # fmt: skip
def test_any_table(rows: list[list[str]]) -> None:
    _right_or_refused(writers.csv_text(rows).encode("utf-8", "replace"))


def test_a_zip_whose_member_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(writers.zip_bytes({"Queries.csv": b"keyword,impressions\n" + b"a,1\n" * 999}))
    start = data.rfind(b"PK\x01\x02")
    data[start + 24 : start + 28] = (10).to_bytes(4, "little")
    path = tmp_path / "x.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(SmoError, match=r"x\.zip"):
        read_clicks(path)
    assert zipfile.is_zipfile(path)


def test_a_workbook_that_lost_bytes_is_damaged() -> None:
    draw = random.Random(0)
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole) as book:
        sheet = book.add_worksheet("Queries")
        for row in range(2_000):
            sheet.write_row(row, 0, [draw.random(), draw.random()])
    data = whole.getvalue()
    with pytest.raises(SmoError, match="damaged"):
        read_export(io.BytesIO(data[:100] + data[9_000:]))


@pytest.mark.parametrize("event", ["", "None"])
def test_an_event_without_a_name_is_accounted_for(event: str) -> None:
    rows = ["$pageview,,/a", f"{event},,/a", "$autocapture,button,/a"]
    head = "event,elements_chain,$current_url,timestamp\n"
    text = head + "".join(f"{row},2026-03-01T10:00:00Z\n" for row in rows)
    export = read_export(io.StringIO(text))
    _accounted(export)
    assert export.report["rows_read"].tolist() == [3.0, 3.0]
    assert export.clicks["clicks"].tolist() == [1.0]


def test_links_by_region_that_are_all_empty() -> None:
    text = "Link By Region,Link Clicks\n,5\n,6\n"
    with pytest.raises(SmoError):
        read_clicks(io.StringIO(text), page="https://a.example/")
