from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from smo.checks import check_table
from smo.report.evidence import said_by_clicks
from smo.report.html import render_html
from smo.tables import CLICKS, MATCHES
from tests.report.handmade import handmade_plan, proposal
from tests.report.pages import read_page

PAGE = "https://shop.example/boots/"
TARGETS = check_table(
    pd.DataFrame(
        {"click_id": ["2e", None], "segment": "a", "page": PAGE, "element": "#e1", "clicks": 1.0,
         "kind": "element", "target": "https://shop.example/sale"}
    ),
    CLICKS,
    caller="t",
)  # fmt: skip


def match(click: str, **given: Any) -> dict[str, Any]:
    plain = {
        "click_id": click, "segment": "a", "topic": 0, "share": 1.0, "clicks": 4.0, "via": "text",
        "furniture": False, "page": PAGE, "element": "#e1", "text": "Boots",
    }  # fmt: skip
    return plain | given


def said(*rows: dict[str, Any]) -> dict[str, str]:
    names = [f"click:{row['click_id']}" for row in rows]
    table = check_table(pd.DataFrame(list(rows)), MATCHES, caller="t")
    return dict(
        said_by_clicks(pd.DataFrame({"evidence": [["keyword:boots", *names]]}), table, TARGETS)
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "Boots (shop.example/boots/)"),
        ({"text": None}, "#e1 (shop.example/boots/)"),
        ({"page": None}, "Boots"),
        ({"page": "/boots/"}, "Boots (/boots/)"),
        ({"text": None, "element": None}, "shop.example/boots/"),
        ({"text": None, "element": None, "page": None}, ""),
    ],
)
def test_what_a_click_says(given: dict[str, Any], expected: str) -> None:
    assert said(match("1f", **given)) == {"click:1f": expected}


def test_an_id_that_pages_share_tells_them() -> None:
    rows = [match("1f", page=f"https://shop.example/{name}") for name in ("c", "a", "b")]
    expected = {"click:1f": "Boots (shop.example/a); Boots (shop.example/b) …"}
    assert said(*rows) == said(*rows[::-1]) == expected


def test_topics_of_one_click_say_it_once() -> None:
    rows = [match("1f", topic=topic, share=0.5) for topic in (0, 1)]
    assert said(*rows) == {"click:1f": "Boots (shop.example/boots/)"}


def test_only_clicks_that_are_evidence_are_told() -> None:
    table = check_table(pd.DataFrame([match("1f")]), MATCHES, caller="t")
    assert not said_by_clicks(pd.DataFrame({"evidence": [["click:2e"], []]}), table, TARGETS)


def test_an_element_without_words_is_named_by_where_it_leads() -> None:
    told = {"click:2e": "#e1 → shop.example/sale (shop.example/boots/)"}
    assert said(match("2e", text=None)) == told
    assert said(match("2e"))["click:2e"].startswith("Boots")


def test_the_id_stays_beside_the_words() -> None:
    rows = [proposal("a", 1, 0, evidence=["keyword:boots", "click:1f"])]
    plan = handmade_plan(proposals=pd.DataFrame(rows), matches=pd.DataFrame([match("1f")]))
    text = read_page(render_html(plan)).text
    assert re.search(r"click:1f\s+Boots \(shop\.example/boots/\)", text)


def test_long_addresses_are_links_with_a_short_text() -> None:
    address = "https://shop.example/" + "a-long-folder/" * 30 + "red-boots"
    cyrillic = "https://shop.example/%D0%B2%D0%B5%D1%80%D1%91%D0%B2%D0%BA%D0%B0"
    plan = handmade_plan(
        proposals=pd.DataFrame([proposal("a", 1, 0, pages=[address, cyrillic, "/boots/"])])
    )
    page = read_page(render_html(plan))
    links = {str(link["href"]) for link in page.all("a")}
    assert {address, cyrillic} <= links
    assert "/boots/" not in links
    assert "shop.example/верёвка" in page.text
    assert address.split("://")[1] not in page.text
    assert re.search(r"shop\.example/…/[a-z/-]*/red-boots", page.text)
