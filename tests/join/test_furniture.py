from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table, empty_table
from smo.datasets import make_world
from smo.join.furniture import furniture_flags
from smo.join.rows import sum_rows, with_addresses
from smo.tables import CLICKS, KEYWORDS, PAGES
from tests.join.worlds import click, clicks_table, menu_site


def flagged(table: pd.DataFrame) -> pd.DataFrame:
    rows = sum_rows(check_table(table, CLICKS, caller="test"))
    rows, _, _ = with_addresses(rows, empty_table(KEYWORDS), empty_table(PAGES))
    return rows.assign(furniture=furniture_flags(rows))


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Search"},
        {"text": "  SEARCH! "},
        {"text": "s.q"},
        {"text": "Log in"},
        {"text": "Sign-in"},
        {"text": "Next »"},
        {"text": "Home"},
        {"text": "☰ Menu"},
        {"text": "Accept all cookies"},
        {"text": "Принять куки"},
        {"text": "Войти"},
        {"text": "Корзина"},
        {"text": "Главная"},
        {"text": "Ещё"},
        {"text": "Colors", "role": "select"},
        {"text": "Bags", "role": "NAV"},
        {"text": "Bags", "element": "html > body > nav > ul > li > a"},
        {"element": "body > div.footer > a"},
    ],
)
def test_furniture(row: dict) -> None:
    assert flagged(clicks_table(click(**row)))["furniture"].tolist() == [True]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Home decor"},
        {"text": "Next-day delivery"},
        {"text": "Search engine optimization"},
        {"text": "How to bake cookies that stay soft for a whole week at home"},
        {"text": "Bags"},
        {"text": "Contact"},
        {"text": "Menu of the week", "kind": "post"},
        {"text": "Search", "kind": "post"},
        {"element": "main > div.navy > a"},
        {"text": None},
        {"text": ""},
    ],
)
def test_no_furniture(row: dict) -> None:
    assert flagged(clicks_table(click(**row)))["furniture"].tolist() == [False]


@pytest.mark.parametrize(("n_pages", "recall"), [(5, 0.8), (12, 0.95), (60, 1.0)])
@pytest.mark.parametrize("seed", range(3))
def test_menu_is_found_and_content_left_alone(n_pages: int, recall: float, seed: int) -> None:
    table, menu, stock = menu_site(n_pages, seed, seen=0.8)
    found = flagged(table).groupby("text")["furniture"].mean()
    assert found[found.index.isin(menu)].mean() >= recall
    assert found[found.index.isin(stock)].mean() == 0


def test_two_pages_tell_nothing() -> None:
    table, _, _ = menu_site(2, seed=0, seen=1.0)
    assert not flagged(table)["furniture"].any()


def test_repetition_counts_inside_a_segment_and_by_target() -> None:
    table = clicks_table(
        *(click(page=f"/{n}", text="Bags", segment=f"s{n}") for n in range(6)),
        *(
            click(page=f"/{n}", text="More here", target=f"/{n}/more", segment="t")
            for n in range(6)
        ),
        *(click(page=f"/{n}", element="logo", target="/", segment="t") for n in range(6)),
    )
    found = flagged(table)
    assert set(found.loc[found["furniture"], "element"]) == {"logo"}


def test_variants_of_one_address_are_one_page() -> None:
    spellings = ["https://x.example/a", "http://www.x.example/a/", "//x.example/a#b"]
    table = clicks_table(*(click(page=page, text="Bags") for page in spellings))
    assert not flagged(table)["furniture"].any()


def test_tile_with_the_words_of_the_menu_is_no_menu() -> None:
    menu = [click(page=f"/{n}", text="Bags", target="/bags", element="menu-1") for n in range(5)]
    tile = click(page="/0", text="Bags", target="/bags", element="tile-3")
    found = flagged(clicks_table(*menu, tile)).set_index("element")["furniture"]
    assert found["menu-1"].all()
    assert not found["tile-3"]


def test_menu_named_anew_on_each_page_is_found_by_its_words() -> None:
    menu = [click(page=f"/{n}", text="Bags", target="/bags", element=str(n)) for n in range(5)]
    assert flagged(clicks_table(*menu))["furniture"].all()


def test_planted_world_has_its_furniture_found_and_nothing_else() -> None:
    world = make_world(seed=0)
    found = flagged(world.clicks).set_index("click_id")["furniture"]
    truth = world.truth.elements.set_index("click_id")["furniture"]
    assert found.eq(truth.reindex(found.index)).all()
