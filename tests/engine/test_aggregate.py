"""Logs of every layout reduced: the same from every kind of source, every row accounted for."""

# ruff: noqa: E501, PLR0911 - rows of data are read best on one line

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from smo.checks import key_hash
from smo.engine import aggregate_clicks, aggregate_keywords
from smo.engine.duck import open_duck
from smo.engine.reduce import clean_written
from smo.errors import SmoError
from smo.read import read_clicks, read_export, reads_of
from smo.tables import CLICKS
from smo.text.urls import canonical_url
from tests.engine.logs import (
    FRAMES,
    LAYOUTS,
    PLAIN,
    draws,
    plain_log,
    posthog,
    search_console,
    write_log,
)

REDUCE: dict[str, Any] = {"clicks": aggregate_clicks, "keywords": aggregate_keywords}
TRAPS = (
    ("https://www.Shop.example:443/Bags/?utm_source=x&b=2&a=1#top", ""), ("//shop.example/a", ""),
    ("../up?q=1", "http://shop.example/a/b/c"), ("buy.html", "http://shop.example/a/"),
    ("android-app://com.shop/https/shop.example/b?gclid=1", ""), ("ios-app://1/x", ""),
    ("(not set)", ""), ("javascript:void(0)", ""), ("mailto:a@b.example", ""), ("/", ""),
    ("https://shop.example/%d0%ba%d0%be%d1%82", ""), ("xn--e1afmkfd.xn--p1ai/x", ""),
    ("^https://x\\.example/page/(\\?.*)?$", ""), ("https://s.example/_next/image?url=%2Fa.png&w=1", ""),
    ("https://shop.example/a b?x=%zz&y=+", ""), ("https://s.example/_next/im%61ge?url=%2Fa.png", ""), ("http://[::1]:80/", ""), ("localhost:8080/x", ""),
    ("https://shop.example/%FF%FE", ""), ("\u200bhttps://shop.example/", ""), ("a\x00b", ""),
)  # fmt: skip


def rows_of(table: pd.DataFrame) -> pd.DataFrame:
    return table.drop(columns="source")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("logs")
    rows = draws(3000)
    return {name: write_log(name, rows, folder / f"{name}.parquet") for name in LAYOUTS}


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_every_row_is_kept_or_accounted_for(name: str, files: dict[str, Path]) -> None:
    table, columns = LAYOUTS[name]
    found = REDUCE[table](files[name], columns=columns)
    (report,) = reads_of(found).to_dict("records")
    left = sum(int(number) for number in re.findall(r"(?:^|; )(\d+) ", report["dropped"]))
    assert report["rows_read"] == 3000 == report["rows_kept"] + left
    assert 0 < len(found) == report["rows_kept"]
    assert report["period_days"] == 30
    assert found["clicks"].sum() == report["sum_clicks"]


def test_clicks_of_a_plain_log_are_those_pandas_counts(files: dict[str, Path]) -> None:
    log = plain_log(draws(3000))
    log["page"] = log["url"].map(canonical_url)
    log["target"] = [
        canonical_url(to, page) if to else None
        for to, page in zip(log["to"], log["url"], strict=True)
    ]
    element = log["selector"].where(log["selector"] != "", log["target"]).fillna(log["to"])
    log["element"] = element.where(element != "")
    hit = log[log["page"].notna() & log["element"].notna()]
    key = ["page", "element", "target", "device"]
    groups = hit.assign(target=hit["target"].fillna("")).groupby(key)
    wanted = groups.agg(
        clicks=("sid", "size"), dead=("is_dead", lambda s: (s == "true").sum()),
        visits=("sid", "nunique"),
    )  # fmt: skip
    found = aggregate_clicks(files["plain"], columns=PLAIN)
    told = found.assign(target=found["target"].fillna(""), device=found["device"].fillna(""))
    told = told.set_index(key)[["clicks", "dead_clicks", "clicked_pageviews"]].sort_index()
    assert told.astype(int).values.tolist() == wanted.sort_index().values.tolist()
    assert told.index.tolist() == wanted.sort_index().index.tolist()
    views = log[log["element"].isna() & log["page"].notna()].groupby(["page", "device"]).size()
    for (page, device), number in found.groupby(["page", found["device"].fillna("")])["pageviews"]:
        assert set(number.fillna(0)) == {views.get((page, device), 0)}


def test_posthog_is_counted_as_the_reader_counts(tmp_path: Path, files: dict[str, Path]) -> None:
    rows = draws(3000)
    posthog(rows).to_csv(tmp_path / "events.csv", index=False)
    read = read_clicks(tmp_path / "events.csv")
    found = aggregate_clicks(files["posthog"])
    counts = ["clicks", "dead_clicks", "rage_clicks"]
    page = read["page"].map(canonical_url)
    kept = read[page.notna()]
    wanted = kept.groupby([page[page.notna()], "element"])[counts].sum()
    told = found.groupby(["page", "element"])[counts].sum()
    assert told.sort_index().values.tolist() == wanted.sort_index().values.tolist()


def test_search_console_is_counted_by_hand(files: dict[str, Path]) -> None:
    rows = search_console(draws(3000))
    seen = rows[(rows["search_type"] != "DISCOVER") & (rows["query"] != "")]
    page = seen["url"].map(canonical_url).fillna("")
    segment = seen["search_type"].map({"WEB": "all", "IMAGE": "image search"})
    groups = seen.groupby([segment, "query", page, seen["device"].str.lower()])
    sums = groups[["impressions", "clicks", "sum_position"]].sum()
    found = aggregate_keywords(files["search_console"])
    keys = ["segment", "keyword", "page", "device"]
    told = found.assign(**{k: found[k].fillna("") for k in keys}).set_index(keys).sort_index()
    assert told["impressions"].tolist() == sums["impressions"].tolist()
    assert told["clicks"].tolist() == sums["clicks"].tolist()
    rank = sums["sum_position"] / sums["impressions"].where(sums["impressions"] > 0) + 1
    assert told["position"].astype(float).to_numpy() == pytest.approx(rank.to_numpy(), nan_ok=True)
    (report,) = reads_of(found).to_dict("records")
    searched = rows[rows["search_type"] != "DISCOVER"]
    assert report["total_impressions"] == searched["impressions"].sum()
    assert report["sum_impressions"] == seen["impressions"].sum() < report["total_impressions"]


@pytest.mark.corpus
def test_a_real_bulk_export_has_the_readers_totals(corpus: Path) -> None:
    path = next((corpus / "exports" / "search_console_bulk").rglob("*.parquet"))
    export = read_export(path)
    found = aggregate_keywords(path)
    totals = ["total_clicks", "total_impressions", "sum_clicks", "sum_impressions"]
    wanted = reads_of(export.keywords).set_index("table").loc["keywords", totals].tolist()
    assert reads_of(found)[totals].iloc[0].tolist() == wanted
    theirs = export.keywords.groupby("keyword")["impressions"].sum()
    ours = found.groupby("keyword")["impressions"].sum()
    assert ours.sort_index().tolist() == theirs.sort_index().tolist()


@pytest.mark.parametrize(
    "kind", ["csv", "gz", "tsv", "folder", "pattern", "pandas", "polars", "lazy", "relation",
             "shuffled", "list"]
)  # fmt: skip
@pytest.mark.parametrize("name", ["plain", "search_console", "query_rows"])
def test_the_kind_of_source_changes_nothing(
    name: str, kind: str, files: dict[str, Path], tmp_path: Path
) -> None:
    make, table, columns = FRAMES[name]
    frame = make(draws(3000))
    wanted = REDUCE[table](files[name], columns=columns)
    with duckdb.connect() as base:
        source = _source(kind, frame, tmp_path, base)
        found = REDUCE[table](source, columns=columns)
    pd.testing.assert_frame_equal(rows_of(found), rows_of(wanted))


def _source(
    kind: str, frame: pd.DataFrame, folder: Path, base: duckdb.DuckDBPyConnection
) -> object:
    parts = [frame.iloc[1200:], frame.iloc[:1200]]
    if kind in ("csv", "tsv"):
        path = folder / f"log.{kind}"
        frame.to_csv(path, index=False, sep="\t" if kind == "tsv" else ",")
        return path
    if kind == "gz":
        (folder / "it's 50%.csv.gz").write_bytes(gzip.compress(frame.to_csv(index=False).encode()))
        return folder / "it's 50%.csv.gz"
    if kind in ("folder", "pattern", "list"):
        for number, part in enumerate(parts):
            base.register("part", part)
            (folder / "segment=b").mkdir(exist_ok=True)
            base.execute(f"COPY part TO '{folder}/segment=b/{number}.parquet' (FORMAT parquet)")
        inside = str(folder / "segment=b" / "*.parquet")
        return {"folder": folder, "pattern": inside,
                "list": [folder / "segment=b" / f"{n}.parquet" for n in (1, 0)]}[kind]  # fmt: skip
    if kind == "relation":
        base.register("frame", frame)
        return base.sql("SELECT * FROM frame")
    if kind == "shuffled":
        return frame.sample(frac=1.0, random_state=1)
    if kind == "pandas":
        return frame
    polars = pl.DataFrame({name: frame[name].tolist() for name in frame})
    return polars.lazy() if kind == "lazy" else polars


def cleaned(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what the engine's queries make of addresses, cut into parts and put together."""
    with open_duck("200MB", caller="test") as duck:
        pages = pd.DataFrame({"what": "view", "page": [raw for raw, base in pairs if not base]})
        told = pd.DataFrame(
            {"told_target": [raw for raw, base in pairs if base],
             "base": [base for _, base in pairs if base]}, dtype="str",
        )  # fmt: skip
        duck.base.register("places", pages.astype("str"))
        duck.base.register("aimed", told)
        clean_written(duck, "clicks_written")
        return {(raw, base): clean for raw, base, clean in
                duck.base.execute("SELECT raw, base, clean FROM addresses").fetchall()}  # fmt: skip


@pytest.mark.parametrize(("raw", "base"), TRAPS)
def test_addresses_are_cleaned_as_the_canonicalizer_does(raw: str, base: str) -> None:
    wanted = canonical_url(raw, base or None) or ""
    assert cleaned([(raw, base)]) == {(raw, base): wanted}
    log = pd.DataFrame({"url": [base or "https://p.example/"], "to": [raw]})
    found = aggregate_clicks(log, columns={"page": "url", "target": "to"})
    told = canonical_url(raw, None if raw.startswith("http") else log["url"][0])
    assert found["target"].fillna("").tolist() == [told or ""]


PARTS = (
    "a", "Б", "/", "//", ".", "..", "?", "&", "=", "#", "%D0%BA", "%FF", "+", "utm_source=x", "gclid",
     "_next/image", "url=%2Fb", "www.", "@", ":443", ":8080", "(", ")", "^", "\\", "*", " ", "\n", "\xa0",
     "https://", "index.html", "image", "im%61ge", "i%6Dage?url=%2Fa",
)  # fmt: skip


def some_addresses(number: int) -> list[str]:
    random = np.random.default_rng(0)
    heads = ["https://www.shop.example", "http://shop.example/", "http://", ""]
    return sorted({
        heads[random.integers(4)] + "".join(random.choice(PARTS, random.integers(9)))
        for _ in range(number)
    } - {""})  # fmt: skip


def test_any_address_is_cleaned_as_the_canonicalizer_does() -> None:
    wanted = {(raw, ""): canonical_url(raw) or "" for raw in some_addresses(6000)}
    assert cleaned(list(wanted)) == wanted


def test_any_target_is_read_from_its_page_as_the_canonicalizer_does() -> None:
    pages = some_addresses(4000)
    ways = ("buy", "../up?q=1", "//other.example/y", "?q=1", "/b", ".", "x y")
    log = pd.DataFrame({"url": pages, "to": [ways[n % len(ways)] for n in range(len(pages))]})
    found = aggregate_clicks(log, columns={"page": "url", "target": "to"})
    wanted = {
        (canonical_url(page), canonical_url(to, page))
        for page, to in zip(log["url"], log["to"], strict=True) if canonical_url(page)
    }  # fmt: skip
    assert set(zip(found["page"], found["target"], strict=True)) == wanted


def test_click_ids_are_hashes_of_the_key() -> None:
    found = aggregate_clicks(posthog(draws(300)))
    assert found["click_id"].tolist() == key_hash(found, list(CLICKS.key)).tolist()


def test_ties_and_missing_cells_are_told_alike() -> None:
    log = pd.DataFrame(
        {"u": ["a.example"] * 4, "e": ["x"] * 4, "t": ["b", "a", None, None], "s": [None] * 4}
    )
    names = {"page": "u", "element": "e", "text": "t", "session": "s"}
    found = aggregate_clicks(log, columns=names)
    assert found["text"].isna().tolist() == [True]  # the commonest: none
    assert aggregate_clicks(log[:2], columns=names)["text"].tolist() == ["a"]
    assert found["clicked_pageviews"].isna().all()


@pytest.mark.parametrize(
    ("columns", "match"),
    [
        ({"page": "nope"}, "no column 'nope'"),
        ({"pgae": "url"}, "did you mean 'page'"),
        ({"element": "selector"}, "does not tell 'page'"),
        (None, "no layout known"),
    ],
)
def test_columns_that_do_not_fit_are_refused(columns: dict[str, str] | None, match: str) -> None:
    with pytest.raises(SmoError, match=match):
        aggregate_clicks(plain_log(draws(5)), columns=columns)


def test_a_log_of_the_other_table_names_its_door() -> None:
    with pytest.raises(SmoError, match=r"use smo\.engine\.aggregate_keywords"):
        aggregate_clicks(search_console(draws(5)))
    with pytest.raises(SmoError, match=r"use smo\.engine\.aggregate_clicks"):
        aggregate_keywords(posthog(draws(5)))


def test_names_of_users_are_quoted() -> None:
    odd = 'x" FROM given; DROP TABLE given; --'
    log = pd.DataFrame({odd: ["a.example"], "e'": ["b"]})
    found = aggregate_clicks(log, columns={"page": odd, "element": "e'"})
    assert found["element"].tolist() == ["b"]
