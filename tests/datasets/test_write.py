"""The demo's files: the vendors' shapes, read back here without the library's readers."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from smo.datasets import DemoFiles, World, load_demo, write_demo
from smo.datasets.search_console import percent, wrapped
from smo.errors import SmoError

DATA = Path(__file__).resolve().parents[2] / "examples" / "data"
SEGMENTS = ("buyers", "readers", "russian")
MEMBERS = {
    "en": ["Chart", "Queries", "Pages", "Countries", "Devices", "Search appearance", "Filters"],
    "ru": ["График", "Запросы", "Страницы", "Страны", "Устройства", "Вид в поиске", "Фильтры"],
}


@pytest.fixture(scope="module")
def world() -> World:
    return load_demo()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return write_demo(tmp_path_factory.mktemp("demo") / "new" / "folder")


def _member(path: Path, number: int) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.infolist()[number])


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_committed_files_are_what_is_written_now(files: DemoFiles) -> None:
    committed = sorted(p.name for p in DATA.iterdir() if not p.name.startswith("."))
    assert committed == [path.name for path in files.paths]
    for path in files.paths:
        assert (DATA / path.name).read_bytes() == path.read_bytes(), path.name
    assert sum(path.stat().st_size for path in files.paths) < 400_000


def test_other_seed_other_files(files: DemoFiles, tmp_path: Path) -> None:
    others = write_demo(tmp_path, seed=1)
    for path, other in zip(files.paths, others.paths, strict=True):
        assert path.name == other.name
        assert path.read_bytes() != other.read_bytes()


@pytest.mark.parametrize("segment", SEGMENTS)
def test_members_of_the_zip(files: DemoFiles, segment: str) -> None:
    with zipfile.ZipFile(files.search[segment]) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    names = MEMBERS["ru" if segment == "russian" else "en"]
    assert [info.filename for info in infos] == [f"{name}.csv" for name in names]
    assert {info.date_time for info in infos} == {(2026, 6, 2, 9, 30, 0)}
    for number in range(len(infos)):
        data = _member(files.search[segment], number)
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert not data.endswith(b"\n")


@pytest.mark.parametrize("segment", SEGMENTS)
def test_queries_hold_the_world(files: DemoFiles, world: World, segment: str) -> None:
    rows = _rows(_member(files.search[segment], 1))[1:]
    expected = world.keywords[world.keywords["segment"] == segment].set_index("keyword")
    assert 500 <= len(rows) <= 1000
    assert len(rows) == len(expected)
    for keyword, clicks, shown, ctr, position in rows:
        row = expected.loc[keyword.replace(" \n", " ")]
        assert (int(clicks), int(shown)) == (row["clicks"], row["impressions"])
        assert float(position) == row["position"]
        assert ctr.endswith("%")
        assert float(ctr[:-1]) == pytest.approx(100 * int(clicks) / int(shown), abs=0.005001)
    assert [int(r[1]) for r in rows] == sorted((int(r[1]) for r in rows), reverse=True)
    assert any(int(r[1]) == 0 for r in rows)


@pytest.mark.parametrize("segment", SEGMENTS)
def test_long_cells_are_wrapped(files: DemoFiles, segment: str) -> None:
    cells = [row[0] for row in _rows(_member(files.search[segment], 1))]
    broken = [cell for cell in cells if "\n" in cell]
    assert len(broken) >= 3
    for cell in cells:
        lines = cell.split("\n")
        assert all(line.endswith(" ") for line in lines[:-1])
        assert all(len(line) <= 76 for line in lines)


def test_russian_headers_to_the_byte(files: DemoFiles) -> None:
    clicks = b"\x4b\xd0\xbb\xd0\xb8\xd0\xba\xd0\xb8"  # a Latin K, as in the real export
    head = _member(files.search["russian"], 1).split(b"\n")[0]
    assert head == "Популярные запросы,".encode() + clicks + ",Показы,CTR,Позиция".encode()
    assert _rows(_member(files.search["russian"], 6))[0] == ["Фильтр", "Значение"]


def test_english_headers(files: DemoFiles) -> None:
    heads = [_rows(_member(files.search["buyers"], n))[0] for n in range(7)]
    metrics = ["Clicks", "Impressions", "CTR", "Position"]
    firsts = ["Date", "Top queries", "Top pages", "Country", "Device", "Search Appearance"]
    assert heads == [[first, *metrics] for first in firsts] + [["Filter", "Value"]]
    assert _rows(_member(files.search["buyers"], 6))[1:] == [
        ["Search type", "Web"],
        ["Date", "Last 3 months"],
    ]


@pytest.mark.parametrize("segment", SEGMENTS)
def test_totals_agree_across_members(files: DemoFiles, segment: str) -> None:
    sums = [
        [sum(int(row[column]) for row in _rows(_member(files.search[segment], n))[1:])
         for column in (1, 2)]
        for n in (0, 1, 2, 3, 4)
    ]  # fmt: skip
    chart, queries, pages, countries, devices = sums
    assert chart == countries == devices
    assert queries[0] < chart[0]
    assert queries[1] < 0.7 * chart[1]
    assert pages[0] == chart[0]
    days = [row[0] for row in _rows(_member(files.search[segment], 0))[1:]]
    assert (days[0], days[-1], len(days)) == ("2026-03-01", "2026-05-31", 92)


@pytest.mark.parametrize("segment", SEGMENTS)
def test_element_list(files: DemoFiles, world: World, segment: str) -> None:
    rows = _rows(files.clicks[segment].read_bytes())
    assert rows[0] == [
        "Element ID", "Tag name", "Name", "No. clicks", "Visible?", "Snapshot information",
    ]  # fmt: skip
    assert [len(row) for row in rows[1:]] == [6, 6] + [5] * (len(rows) - 3)
    title, separator, page = rows[1][5].partition("   •   ")
    assert title
    assert separator
    home = world.clicks[world.clicks["page"] == page]
    assert home["segment"].eq(segment).all()
    total = int(home["clicks"].sum())
    assert sum(int(row[3]) for row in rows[1:]) == total
    visits = int(home["pageviews"].iloc[0])
    assert rows[2][5] == (
        f"created 3-1-2026   •   92 days 0 hours 0 mins   •   {visits} visits, {total} clicks"
    )
    names = {row[2] for row in rows[1:]}
    assert "s.q" in names
    assert any(name.startswith("velmarok.example/") for name in names)
    assert names & set(home["text"].dropna())


def test_page_report(files: DemoFiles, world: World) -> None:
    data = files.pages.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.decode("utf-8").split("\r\n")
    assert [line for line in lines if line.startswith("#")] == lines[:9]
    assert lines[7:9] == ["# Start date: 20260301", "# End date: 20260531"]
    rows = list(csv.DictReader(lines[9:]))
    views = {row["Page path and screen class"]: int(row["Views"]) for row in rows}
    for page, expected in zip(world.pages["page"], world.pages["views"], strict=True):
        assert views[page.removeprefix("https://velmarok.example")] == expected
    assert "(not set)" in views
    assert list(views.values()) == sorted(views.values(), reverse=True)


@pytest.mark.parametrize(
    ("clicks", "impressions", "text"),
    [(0, 5, "0%"), (1, 1, "100%"), (1, 8, "12.5%"), (1, 65, "1.54%"), (3, 10, "30%")],
)
def test_percent(clicks: int, impressions: int, text: str) -> None:
    assert percent(clicks, impressions) == text


def test_wrapping_loses_nothing() -> None:
    text = "how to choose a tent " * 12 + "x" * 90
    assert wrapped(text).replace(" \n", " ") == text
    assert wrapped("x" * 200) == "x" * 200


def test_a_file_for_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(SmoError, match=r"taken' is a file. Remedy: give the name of a folder"):
        write_demo(tmp_path / "taken")
