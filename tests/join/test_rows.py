from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table, empty_table, key_hash
from smo.join.rows import slug_words, sum_rows, text_words, with_addresses
from smo.tables import CLICKS, KEYWORDS, PAGES
from tests.join.worlds import click, clicks_table


def checked(*rows: dict) -> pd.DataFrame:
    return check_table(clicks_table(*rows), CLICKS, caller="test")


def test_equal_keys_are_summed_and_days_add_over_sources() -> None:
    rows = checked(
        click(text="Bags", clicks=2.0, pageviews=50.0, period_days=28.0, source="jan"),
        click(text="Bags", clicks=3.0, pageviews=60.0, period_days=28.0, source="feb"),
        click(text="Bags", clicks=1.0, pageviews=10.0, period_days=28.0, source="feb"),
        click(text="Hats", clicks=4.0),
    )
    found = sum_rows(rows).set_index("text")
    assert found["clicks"].to_dict() == {"Bags": 6.0, "Hats": 4.0}
    assert found.loc["Bags", "pageviews"] == 120
    assert found.loc["Bags", "period_days"] == 56
    assert found["exposed"].isna().all()
    assert pd.isna(found.loc["Hats", "period_days"])


def test_click_id_is_the_hash_of_the_key() -> None:
    rows = checked(click(text="Bags"), click(text="Hats", device="mobile"))
    assert sorted(sum_rows(rows)["click_id"]) == sorted(key_hash(rows, CLICKS.key))


def test_words_come_from_the_row_with_most_clicks() -> None:
    rows = checked(
        click(element="e", text="Old bags", clicks=1.0),
        click(element="e", text="New bags", clicks=5.0),
        click(element="e", clicks=9.0),
    )
    assert sum_rows(rows)["text"].tolist() == ["New bags"]


def test_bare_paths_meet_the_only_host_and_posts_do_not_disturb() -> None:
    rows = sum_rows(
        checked(
            click(page="/bags", target="blue"),
            click(page="https://social.example/1", kind="post", target="https://shop.example/bags"),
        )
    )
    pages = check_table(
        pd.DataFrame({"segment": ["all"], "page": ["https://www.shop.example/bags/"]}),
        PAGES,
        caller="test",
    )
    located, _, sites = with_addresses(rows, empty_table(KEYWORDS), pages)
    keys = located.set_index("kind")
    assert keys.loc["element", "page_key"] == sites["page_key"].iloc[0] == "shop.example/bags"
    assert keys.loc["element", "target_key"] == "shop.example/blue"
    assert keys.loc["post", "target_key"] == "shop.example/bags"


def test_page_without_address_keeps_what_the_export_says() -> None:
    rows = sum_rows(checked(click(page="(not set)", target="javascript:void(0)")))
    located, _, _ = with_addresses(rows, empty_table(KEYWORDS), empty_table(PAGES))
    assert located["page_key"].tolist() == ["(not set)"]
    assert located["target_key"].isna().all()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lib.example.edu/find/books", "find books"),
        ("https://x.example/red-shoes", "red shoes"),
        ("/red-shoes", "red shoes"),
        ("and/or", "and/or"),
        ("Node.js", "Node.js"),
        ("Red shoes", "Red shoes"),
        (None, ""),
    ],
)
def test_address_shown_as_text_gives_its_words(text: str | None, words: str) -> None:
    assert text_words(pd.Series([text], dtype="string")).tolist() == [words]


def test_words_of_nearly_every_address_are_left_out() -> None:
    addresses = [f"x.example/en/store/thing{letter}" for letter in "abcdefghijkl"]
    assert set(slug_words(addresses).values()) == {f"thing{letter}" for letter in "abcdefghijkl"}
    assert slug_words(addresses[:3])[addresses[0]] == "en store thinga"


@pytest.mark.parametrize(
    ("second", "names"),
    [
        ({"source": "june"}, {"a.new": 7.0}),
        ({"source": "may"}, {"a.old": 2.0, "a.new": 5.0}),
        ({"source": "june", "text": "Hats"}, {"a.old": 2.0, "a.new": 5.0}),
        ({"source": "june", "role": "button"}, {"a.old": 2.0, "a.new": 5.0}),
        ({"source": "june", "target": "/hats"}, {"a.old": 2.0, "a.new": 5.0}),
        ({"source": "june", "device": "mobile"}, {"a.old": 2.0, "a.new": 5.0}),
        ({"source": "june", "page": "/other"}, {"a.old": 2.0, "a.new": 5.0}),
    ],
)
def test_an_element_whose_selector_changed_is_one_element(
    second: dict[str, str], names: dict[str, float]
) -> None:
    facts = {"text": "Bags", "role": "a", "target": "/bags", "page": "/"}
    rows = checked(
        click(element="a.old", clicks=2.0, source="may", **facts),
        click(element="a.new", clicks=5.0, **{**facts, **second}),
    )
    assert sum_rows(rows).set_index("element")["clicks"].to_dict() == names


def test_two_links_alike_in_one_export_are_never_made_one() -> None:
    rows = checked(
        click(element="a.top", text="Bags", clicks=2.0, source="may"),
        click(element="a.foot", text="Bags", clicks=1.0, source="may"),
        click(element="a.new", text="Bags", clicks=5.0, source="june"),
    )
    assert sorted(sum_rows(rows)["element"]) == ["a.foot", "a.new", "a.top"]
