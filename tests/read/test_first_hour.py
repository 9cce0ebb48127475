"""What people try in their first hour: an answer they can act on, and never a wrong number."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages

MAPS = [
    "Selector,Clicks,Percentage\n#buy,1234,45.2\nnav > a:nth-child(2),400,14.7\n",
    "Rank,Element,Clicks,Click percentage\n1,BUTTON#buy,1234,45.2%\n2,A.more,400,14.7%\n",
]


@pytest.mark.parametrize("text", MAPS)
@pytest.mark.parametrize("reader", [read_clicks, read_export, read_keywords, read_pages])
def test_a_map_that_only_lacks_its_page_asks_for_it(reader: Any, text: str) -> None:
    with pytest.raises(SmoError, match=r"click map.*page='https"):
        reader(io.StringIO(text))


@pytest.mark.parametrize("text", MAPS)
def test_that_map_is_right_with_its_page(text: str) -> None:
    table = read_clicks(io.StringIO(text), page="https://a.example/")
    assert sorted(table["clicks"]) == [400.0, 1234.0]


def test_a_guess_takes_no_share_for_a_count_and_no_text_for_a_page() -> None:
    text = "Thing,Seen,Rate\nbuy now,12,45.2%\nmore,4,14.7%\n"
    with pytest.raises(SmoError) as caught:
        read_clicks(io.StringIO(text))
    assert "Rate" not in str(caught.value.remedy)
    assert '"page"' not in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("text", "clicks", "impressions"),
    [
        ("Top queries;Clicks;Impressions;CTR;Position\n"
         "a;1.204;15.300;7.87%;3.2\nb;12;410;2.93%;8.1\n",
         [1204.0, 12.0], [15300.0, 410.0]),
        ("Top queries,Clicks,Impressions,CTR,Position\n"
         'a,"1,204","15,300",7%,"3,2"\nb,12,410,3%,"8,1"\n',
         [1204.0, 12.0], [15300.0, 410.0]),
        ("Top queries,Clicks,Impressions,CTR,Position\n"
         "a,12.000,150.000,8%,3.2\nb,7.000,90.000,8%,8.1\n",
         [12.0, 7.0], [150.0, 90.0]),
    ],
    ids=["points", "commas", "fixed decimals"],
)  # fmt: skip
def test_counts_are_whole_where_whole_ones_stand_beside_them(
    text: str, clicks: list[float], impressions: list[float]
) -> None:
    table = read_keywords(io.StringIO(text))
    assert table["clicks"].tolist() == clicks
    assert table["impressions"].tolist() == impressions


def _opened_as_text(folder: Path) -> Any:
    path = folder / "q.csv"
    path.write_bytes("keyword,impressions\nобувь,3\n".encode("cp1251"))
    return path.open(encoding="utf-8")


def _closed(folder: Path) -> Any:
    file = (folder / "q.csv").open("w+")
    file.close()
    return file


def _write_only(folder: Path) -> Any:
    return (folder / "q.csv").open("w")


def _in_parts(folder: Path) -> Any:
    path = folder / "q.csv"
    path.write_text("keyword,impressions\na,3\nb,4\n")
    return pd.read_csv(path, chunksize=1)


@pytest.mark.parametrize("opened", [_opened_as_text, _closed, _write_only, _in_parts])
def test_file_objects_that_cannot_be_read(tmp_path: Path, opened: Any) -> None:
    source = opened(tmp_path)
    try:
        with pytest.raises(SmoError, match="Remedy"):
            read_keywords(source)
    finally:
        source.close()


@pytest.mark.parametrize(
    "source", ["https://a.example/q.csv", "s3://bucket/q.csv", "file:///q.csv"]
)
def test_addresses_are_not_fetched(source: str) -> None:
    with pytest.raises(SmoError, match="not fetched") as caught:
        read_keywords(source)
    assert caught.value.where == source


def test_bytes_and_generators_of_paths_are_sources(tmp_path: Path) -> None:
    data = b"keyword,impressions\na,3\n"
    (tmp_path / "q.csv").write_bytes(data)
    assert read_keywords(data)["keyword"].tolist() == ["a"]
    assert read_keywords(tmp_path.glob("*.csv"))["keyword"].tolist() == ["a"]


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html>\n<html><body>Sign in</body></html>", " <table><tr><td>1"]
)
def test_a_web_page_is_no_table(text: str) -> None:
    with pytest.raises(SmoError, match="web page"):
        read_keywords(io.StringIO(text))


def test_a_guessed_encoding_is_told() -> None:
    data = "keyword,impressions\nкупить обувь в москве,3\nзимние ботинки,4\n".encode("cp1251")
    export = read_export(io.BytesIO(data))
    assert "taken for cp1251" in export.report["notes"].iloc[0]


def test_rows_repeated_in_files_without_a_period_are_told_so(tmp_path: Path) -> None:
    for name in ("jan.csv", "feb.csv"):
        (tmp_path / name).write_text("keyword,clicks,impressions\nred boots,10,100\n")
    export = read_export([tmp_path / "jan.csv", tmp_path / "feb.csv"])
    assert export.report["dropped"].dropna().tolist() == [
        "1 identical row in another file, whose period is unknown too"
    ]
