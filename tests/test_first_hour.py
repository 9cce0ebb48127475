"""An analyst's first hour: a search export, and a map of the main page in one of three states.

The map names the words of elements, or CSS selectors alone, or these with a saved copy of the
page. Run with SMO_UPDATE_GOLDEN=1 to accept a change, then read the diff.
"""

from __future__ import annotations

import html
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.datasets.search_console import search_console_zip
from smo.datasets.site_tools import element_list
from tests.read.families.clarity import HEADER, _map
from tests.read.writers import csv_text, query_table, search_console, zip_bytes

GOLDEN = Path(__file__).parent / "golden"
PAGE = "https://velmarok.example/shop/"
MAP_NAME = "Clarity_Velmarok_Click_PC_06-02-2026 10 15 AM.csv"
# The place of each row of the element list on the page: menu, tiles of pictures, links, the rest.
MENU, PICTURES = range(9), ("img",)
Read = Callable[[], pd.DataFrame]


@cache
def _world() -> smo.datasets.World:
    return smo.datasets.make_world(seed=0)


def _elements(folder: Path) -> pd.DataFrame:
    path = folder / "elements.csv"
    path.write_bytes(element_list(_world(), "buyers"))
    table = smo.read_clicks(path, segment="buyers")
    return table.sort_values("element", key=lambda ids: ids.astype(int), ignore_index=True)


def _markup(row: pd.Series[str]) -> str:
    """Write one element as a page would: words inside, or a picture that says what it shows."""
    words = "" if pd.isna(row["text"]) else html.escape(row["text"])
    slug = words.lower().replace(" ", "-")
    if row["role"] == "img":
        return '<a href="hammocks/"><img src="h.jpg" alt="Hammocks"></a>'
    if row["role"] == "input":
        return '<input name="s.q" placeholder="Search">'
    if row["role"] == "a":
        return f'<a href="{slug}/"><span>{words}</span></a>'
    return f"<{row['role']}>{words}</{row['role']}>"


def _saved_page(elements: pd.DataFrame, folder: Path) -> Path:
    rows = [_markup(row) for _, row in elements.iterrows()]
    menu = "".join(f"<li>{rows[place]}" for place in MENU)
    tiles = "".join(f"<div class='md:flex tile'>{row}</div>\n" for row in rows[len(MENU) :])
    path = folder / "shop.html"
    path.write_text(
        "<!doctype html><html><head><title>Shop</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><p>All for the trail</p>{tiles}</main></body></html>",
        encoding="utf-8",
    )
    return path


def _selector_map(elements: pd.DataFrame, folder: Path) -> Path:
    inner = {"a": "A > SPAN", "img": "A > IMG"}
    rows = []
    for place, (_, row) in enumerate(elements.iterrows()):
        tag = inner.get(row["role"], row["role"].upper())
        number = place - len(MENU) + 1
        above = "MAIN" if place not in MENU else "NAV > UL"
        item = (
            f"DIV.md:flex.tile:nth-of-type({number})"
            if place not in MENU
            else (f"LI:nth-of-type({place + 1})")
        )
        selector = f"HTML > BODY > {above} > {item} > {tag}"
        rows.append([str(place + 1), selector, str(int(row["clicks"])), ""])
    path = folder / MAP_NAME
    total = str(int(elements["clicks"].sum()))
    path.write_bytes(_map("Click", rows, HEADER, regex=PAGE, views="22,113", total=total))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hour")


@pytest.fixture(scope="module")
def elements(folder: Path) -> pd.DataFrame:
    return _elements(folder)


@pytest.fixture(scope="module")
def search(folder: Path) -> smo.read.Exports:
    path = folder / "velmarok-Performance-on-Search-2026-06-02.zip"
    path.write_bytes(search_console_zip(_world(), "buyers"))
    return smo.read_export(path, segment="buyers")


def _plan(search: smo.read.Exports, clicks: pd.DataFrame) -> smo.TopicPlan:
    chosen = smo.Settings(n_proposals=2)
    return smo.analyze(search.keywords, clicks, pages=search.pages, settings=chosen)


def _compare(name: str, plan: smo.TopicPlan) -> str:
    path, text = GOLDEN / f"first_hour_{name}.md", plan.to_markdown()
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
    return text.partition("## Segment")[0]


def _unattributed(plan: smo.TopicPlan) -> float:
    clicks = plan.matches.groupby("via")["clicks"].sum()
    return float(clicks.get("none", 0.0) / clicks.sum())


def _joined(plan: smo.TopicPlan) -> float:
    return float(plan.matches.loc[plan.matches["topic"].notna(), "clicks"].sum())


def test_a_map_with_texts(search: smo.read.Exports, elements: pd.DataFrame) -> None:
    plan = _plan(search, elements)
    first = _compare("texts", plan)
    assert "Two cures" not in first
    assert _joined(plan) > 9_000


def test_a_map_of_selectors(search: smo.read.Exports, elements: pd.DataFrame, folder: Path) -> None:
    plan = _plan(search, smo.read_clicks(_selector_map(elements, folder), segment="buyers"))
    first = _compare("selectors", plan)
    assert "About all clicks are unattributed, because the export has no texts." in first
    assert "html=" in first
    assert "filter by page" in first
    assert _joined(plan) == 0
    assert _unattributed(plan) == 1


def test_a_map_of_selectors_with_its_saved_page(
    search: smo.read.Exports, elements: pd.DataFrame, folder: Path
) -> None:
    pytest.importorskip("selectolax", reason="needs the extra html")
    page = _saved_page(elements, folder)
    clicks = smo.read_clicks(_selector_map(elements, folder), segment="buyers", html=page)
    plan = _plan(search, clicks)
    first = _compare("saved_page", plan)
    assert "Two cures" not in first
    assert f"has words for {len(elements)} (21342) of {len(elements)} sel" in plan.to_markdown()
    assert clicks["clicks"].sum() == elements["clicks"].sum()
    # The menu, which the element list does not tell from tiles, is furniture here.
    menu = elements.loc[list(MENU), "clicks"].sum()
    assert _joined(plan) > 0.9 * (_joined(_plan(search, elements)) - menu)


def test_the_other_cure_joins_clicks_by_their_page(
    search: smo.read.Exports, elements: pd.DataFrame, folder: Path
) -> None:
    head = search.keywords.nlargest(30, "impressions")
    rows = [
        (row["keyword"], int(row["clicks"]), int(row["impressions"]), float(row["position"]))
        for row in head.to_dict("records")
    ]
    sheets = {**search_console(filters=[("Search type", "Web"), ("Page", PAGE)]),
              "Queries.csv": query_table(rows=rows)}  # fmt: skip
    path = folder / "of-one-page.zip"
    path.write_bytes(zip_bytes({name: csv_text(cells).encode() for name, cells in sheets.items()}))
    of_page = smo.read_keywords(path, segment="buyers")
    assert of_page["page"].unique().tolist() == [PAGE]
    clicks = smo.read_clicks(_selector_map(elements, folder), segment="buyers")
    plan = smo.analyze(pd.concat([search.keywords, of_page]), clicks, pages=search.pages)
    assert _unattributed(plan) < 0.6
    assert "by the page they fell on" in plan.to_markdown()
