"""The byte layer: whatever holds the table, the table is the same."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import archives, read_export, read_keywords, read_pages
from smo.read.delimited import find_delimiter
from tests.read import writers

TEXTS = {row[0] for row in writers.QUERY_ROWS}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
cell = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), min_size=1
).filter(str.strip)


def _facts(table: pd.DataFrame) -> list[list[object]]:
    return (
        table.drop(columns="source").astype(object).where(table.notna(), None).to_numpy().tolist()
    )


@pytest.fixture
def plain() -> list[list[object]]:
    return _facts(read_keywords(io.StringIO(writers.csv_text(writers.query_table()))))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bytes_do_not_matter(
    plain: list[list[object]], encoding: str, delimiter: str, end: str
) -> None:
    text = writers.csv_text(writers.query_table(), delimiter=delimiter, end=end)
    assert _facts(read_keywords(io.BytesIO(text.encode(encoding)))) == plain


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(cell, st.integers(0, 10**6), min_size=1, max_size=8),
    st.sampled_from(ENCODINGS),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.randoms(use_true_random=False),
)
def test_any_text_comes_back_as_exported(
    counts: dict[str, int], encoding: str, delimiter: str, end: str, random: object
) -> None:
    rows = [[key, value, "x"] for key, value in counts.items()]
    random.shuffle(rows)  # type: ignore[attr-defined]
    text = writers.csv_text(
        [["keyword", "impressions", "intent"], *rows], delimiter=delimiter, end=end
    )
    table = read_keywords(io.BytesIO(text.encode(encoding)))
    assert dict(zip(table["keyword"], table["impressions"], strict=True)) == counts


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", ["купить красную обувь в москве", "лучшие детские книги", "как выбрать мяч"]),
        (
            "cp1252",
            ["cuánto tiempo prescribe una deuda", "posesión efectiva en línea", "niño pequeño"],
        ),
        ("koi8_r", ["купить красную обувь в москве", "лучшие детские книги", "как выбрать мяч"]),
        ("cp1250", ["jak wybrać rower górski", "najlepsze książki dla dzieci", "żółta łódź"]),
    ],
)
def test_a_legacy_encoding_is_guessed(encoding: str, words: list[str]) -> None:
    rows = [[word, number] for number, word in enumerate(words * 4)]
    data = writers.csv_text([["keyword", "impressions"], *rows]).encode(encoding)
    table = read_keywords(io.BytesIO(data))
    assert set(table["keyword"]) == set(words)


def test_every_way_to_hold_an_export_gives_the_same(tmp_path: Path) -> None:
    sheets = writers.search_console()
    folder = tmp_path / "export"
    folder.mkdir()
    for name, rows in sheets.items():
        (folder / name).write_text(writers.csv_text(rows), encoding="utf-8")
    (folder / "readme.txt").write_text("hello", encoding="utf-8")
    zipped = writers.search_console_zip(tmp_path / "export.zip")
    book = writers.workbook(
        tmp_path / "e.xlsx", {n.removesuffix(".csv"): r for n, r in sheets.items()}
    )
    # A zip unpacked on the wrong code page, and packed again: names are noise.
    garbled = tmp_path / "garbled.zip"
    garbled.write_bytes(
        writers.zip_bytes(
            {f"x/P+í{i}.csv": writers.csv_text(r).encode() for i, r in enumerate(sheets.values())}
        )
    )
    expected = _facts(read_keywords(zipped))
    assert {row[1] for row in expected} == TEXTS
    for source in (folder, str(folder), garbled, book, str(folder / "*.csv"), [zipped, zipped]):
        assert _facts(read_export(source).keywords) == expected, source
    assert len(read_export(zipped).totals) == 28 + 3


def test_gzip_and_file_objects(tmp_path: Path, plain: list[list[object]]) -> None:
    text = writers.csv_text(writers.query_table())
    path = tmp_path / "Queries.csv.gz"
    path.write_bytes(gzip.compress(text.encode()))
    assert _facts(read_keywords(path)) == plain
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        assert _facts(read_keywords(handle)) == plain
    with path.open("rb") as handle:
        table = read_keywords(handle)
    assert _facts(table) == plain
    assert table["source"].str.fullmatch(r"Queries\.csv(\.gz)?#[0-9a-f]{8}").all()


def test_the_source_is_independent_of_the_folder(tmp_path: Path) -> None:
    sources = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "Queries.csv"
        path.write_text(writers.csv_text(writers.query_table()), encoding="utf-8")
        sources.append(read_keywords(path)["source"].iloc[0])
    assert sources[0] == sources[1]


def test_wrapped_cells_are_mended() -> None:
    long = (
        "house clearance service in carlisle -site:a.example \n-site:b.example \r\n-site:c.example"
    )
    text = writers.csv_text(writers.query_table(rows=[(long, 1, 2, 3.0), ("x", 0, 1, 1.0)]))
    words = read_keywords(io.BytesIO(text.encode()))["keyword"].tolist()
    assert words[0] == (
        "house clearance service in carlisle -site:a.example -site:b.example -site:c.example"
    )


def test_a_huge_cell_is_read_and_the_limit_of_csv_stays() -> None:
    before = csv.field_size_limit()
    text = writers.csv_text([["keyword", "impressions"], ["x" * 10_000_000, 1]])
    assert read_keywords(io.StringIO(text))["keyword"].str.len().tolist() == [10_000_000]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Период;Число запросов;Доля, %;Динамика «Пиво», по месяцам, 01.01.2018\r"
         "январь 2018;1 810 608;0,023;\rфевраль 2018;2 115 137;0,027;\r", ";"),
        ('a\tb\n"x, y"\t1,5\n"z, w"\t2,5\n', "\t"),
        ("title only\nfrom, to\na,b,c\n1,2,3\n4,5,6\n", ","),
        ("one\ntwo\n", "\t"),
    ],
)  # fmt: skip
def test_find_delimiter(text: str, expected: str) -> None:
    assert find_delimiter(text) == expected


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.csv", b"", r"empty\.csv: the file is empty"),
        ("blank.csv", b"\xef\xbb\xbf \r\n", r"blank\.csv: the file is empty"),
        ("photo.csv", PNG, r"photo\.csv: this is a PNG picture, not a table"),
        ("x.csv", b"PAR1aaaa", r"x\.csv: the Parquet file is damaged"),
        ("x.csv", b"keyword,clicks\na\x00b,1\n", r"these bytes are no text"),
        ("cut.csv", b"\xff\xfek\x00e\x00y", r"begins like utf-16 but byte"),
        ("x.zip", b"PK\x03\x04 broken", r"x\.zip: the zip is damaged"),
        ("x.xlsx", b"\xd0\xcf\x11\xe0 broken", r"x\.xlsx: the workbook is damaged"),
        ("x.gz", b"\x1f\x8b broken", r"x\.gz: the gzip file is damaged"),
        ("x.json", b'{"rows": [', r"x\.json: this is no JSON"),
        ("x.json", b'{"a": 1}', r"x\.json: this JSON holds no rows"),
    ],
)
def test_what_is_no_table_says_what_it_is(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SmoError, match=message):
        read_keywords(path)


def test_a_damaged_member_is_named(tmp_path: Path) -> None:
    data = bytearray(writers.zip_bytes({"Queries.csv": b"keyword,impressions\n" + b"a,1\n" * 999}))
    data[60] ^= 0xFF
    path = tmp_path / "x.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(SmoError, match=r"x\.zip: the zip is damaged"):
        read_keywords(path)


def test_a_zip_without_a_table(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(writers.zip_bytes({"photo.png": PNG, "empty.csv": b""}))
    with pytest.raises(SmoError, match=r"x\.zip: the zip holds no table.*Remedy"):
        read_keywords(path)
    path.write_bytes(writers.zip_bytes({"note.txt": b"just words, and more\nnothing else\n"}))
    with pytest.raises(SmoError, match=r"x\.zip/note\.txt: the table has no keyword column"):
        read_keywords(path)


def test_a_workbook_cut_short(tmp_path: Path) -> None:
    good = writers.workbook(tmp_path / "good.xlsx", {"Queries": writers.query_table()})
    with zipfile.ZipFile(good) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/workbook.xml"] = b"<broken"
    path = tmp_path / "bad.xlsx"
    path.write_bytes(writers.zip_bytes(members))
    with pytest.raises(SmoError, match=r"bad\.xlsx: the workbook is damaged"):
        read_keywords(path)


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_MEMBERS", 1, r"it holds 2 files, more than 1"),
        ("MAX_BYTES", 100, r"it unpacks to 400,000 bytes, more than 100"),
        ("RATIO_FROM_BYTES", 1000, r"times its size, more than 300"),
    ],
)
def test_a_zip_bomb_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, message: str
) -> None:
    monkeypatch.setattr(archives, limit, value)
    path = tmp_path / "bomb.zip"
    path.write_bytes(writers.zip_bytes({"a.csv": bytes(200_000), "b.csv": bytes(200_000)}))
    with pytest.raises(SmoError, match=message):
        read_keywords(path)


def test_a_gzip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "RATIO_FROM_BYTES", 1000)
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(bytes(2_000_000)))
    with pytest.raises(SmoError, match=r"it unpacks to more than [\d,]+ bytes"):
        read_keywords(path)


def test_a_missing_file_suggests_its_neighbor(tmp_path: Path) -> None:
    (tmp_path / "Queries.csv").write_text("x", encoding="utf-8")
    with pytest.raises(SmoError, match=r"there is no such file.*did you mean 'Queries\.csv'"):
        read_keywords(tmp_path / "Querys.csv")
    (tmp_path / "broken.zip").write_text("x", encoding="utf-8")
    (tmp_path / "Queries.zip").write_text("x", encoding="utf-8")
    (tmp_path / ".Querys.csv").write_text("x", encoding="utf-8")
    for name, message in (
        ("nope.zip", r"Remedy: check the spelling"),
        ("Querys.csv", r"did you mean 'Queries\.csv'"),
        ("Querys.zip", r"did you mean 'Queries\.zip'"),
        ("broken.csv", r"did you mean 'broken\.zip'"),
    ):
        with pytest.raises(SmoError, match=rf"there is no such file.*{message}"):
            read_keywords(tmp_path / name)
    with pytest.raises(SmoError, match=r"there is no folder"):
        read_keywords(tmp_path / "none" / "Queries.csv")
    with pytest.raises(SmoError, match=r"no file has a name like this"):
        read_keywords(str(tmp_path / "*.tsv"))
    with pytest.raises(SmoError, match=r"the text given is no path.*io\.StringIO"):
        read_keywords("keyword,impressions\nx,1\n")


def test_an_empty_folder_and_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        SmoError, match=r"the folder holds no file\. Remedy: give the folder or the"
    ):
        read_keywords(tmp_path)
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SmoError, match=r"no file, only folders.*a pattern such as '\*/\*\.csv'"):
        read_keywords(".")
    with pytest.raises(SmoError, match=r"the list of sources is empty"):
        read_keywords([])
    with pytest.raises(SmoError, match=r"expected a table, got int"):
        read_keywords(7)


def test_frames_of_any_kind_are_read_and_not_changed() -> None:
    polars = pytest.importorskip("polars")
    frame = pd.DataFrame(
        {"keyword": ["NA", "null", "b"], "impressions": [1, 2, 3], "clicks": [0.0, None, 1.0]}
    )
    before = frame.copy(deep=True)
    table = read_keywords(frame)
    assert table["keyword"].tolist() == ["NA", "b", "null"]
    assert table["clicks"].isna().tolist() == [False, False, True]
    pd.testing.assert_frame_equal(frame, before)
    assert _facts(
        read_keywords(polars.DataFrame(frame.to_dict("list"), strict=False, nan_to_null=True))
    ) == _facts(table)


def test_a_checked_table_reads_as_itself() -> None:
    table = read_keywords(io.StringIO("segment,keyword,impressions\na,x,1\nb,y,2\n"))
    again = read_keywords(table)
    assert _facts(again) == _facts(table)
    assert again["segment"].tolist() == ["a", "b"]


def test_a_workbook_keeps_barcodes_and_dates(tmp_path: Path) -> None:
    rows = [["date", "keyword", "impressions"], ["2026-01-05", 4580295034776, 3]]
    book = writers.workbook(tmp_path / "x.xlsx", {"one": rows})
    table = read_keywords(book)
    assert table["keyword"].tolist() == ["4580295034776"]
    assert str(table["date"].iloc[0].date()) == "2026-01-05"


def test_pages_of_a_folder_of_two_vendors(tmp_path: Path) -> None:
    (tmp_path / "Pages.csv").write_text(writers.csv_text(writers.page_table()), encoding="utf-8")
    head = ["Page path and screen class", "Views"]
    (tmp_path / "ga.csv").write_text(writers.analytics([["/1/", 5]], head), encoding="utf-8")
    pages = read_pages(tmp_path)
    assert pages["views"].sum() == 5
    assert pages["clicks"].sum() == 10


def test_a_quotation_mark_left_open_is_found() -> None:
    text = 'keyword,impressions\n"a \nb",1\nc,1\n"27 inch,3\nd,4\n'
    with pytest.raises(SmoError, match=r"the quotation mark opened in line 5 is never closed"):
        read_keywords(io.StringIO(text))
    assert len(read_keywords(io.StringIO('keyword,impressions\n27" screen,3\nd,4\n'))) == 2


@pytest.mark.parametrize("source", [pd.DataFrame(), {"rows": []}, [{}]])
def test_what_holds_no_rows_says_so(source: object) -> None:
    with pytest.raises(SmoError, match=r"it holds no rows"):
        read_keywords(source)
