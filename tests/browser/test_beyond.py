"""What stands beside a plan, in a real browser: shown, fetching nothing, narrow enough, inert."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from smo.extras import EXTRA_TABLES
from tests.browser.conftest import CHROMIUM
from tests.browser.test_page import HOSTILE, watched
from tests.report.handmade import handmade_plan
from tests.report.test_beyond import ROWS, SHOWN, TITLES, hostile_extras, made

pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
# Texts under a title: of the tables with this caption, and of the section with this heading.
UNDER = """title => [...document.querySelectorAll('section > h2, caption')].filter(words =>
    words.textContent.includes(title)).map(words => words.parentElement.innerText)"""
Opened = tuple[Any, list[str]]


@pytest.fixture(scope="module")
def opened(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Give a page with every extra and what it asked for or complained of."""
    path = tmp_path_factory.mktemp("page") / "plan.html"
    page, noted = watched(browser)
    page.goto(handmade_plan().to_html(path, extras=made(*ROWS)).as_uri())
    page.evaluate(OPEN_ALL)
    yield page, noted
    page.close()


@pytest.fixture(scope="module")
def hostile(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Give the same page with a text that wants to act in every text of every extra."""
    path = tmp_path_factory.mktemp("page") / "plan.html"
    page, noted = watched(browser)
    page.goto(handmade_plan().to_html(path, extras=hostile_extras(HOSTILE)).as_uri())
    page.evaluate(OPEN_ALL)
    yield page, noted
    page.close()


@pytest.mark.parametrize("name", sorted(EXTRA_TABLES))
def test_each_section_is_shown(opened: Opened, name: str) -> None:
    page, _ = opened
    assert page.get_by_text(TITLES[name]).first.is_visible()
    text = page.locator("body").inner_text()
    assert [words for words in SHOWN[name] if words not in text] == []


def test_nothing_is_fetched_and_nothing_complains(opened: Opened) -> None:
    page, noted = opened
    links = page.locator("a[href^='#']")
    missing = links.evaluate_all(
        "all => all.map(a => a.getAttribute('href').slice(1)).filter(id => id && "
        "!document.getElementById(decodeURIComponent(id)))"
    )
    assert links.count() > len(ROWS)
    assert missing == []
    assert noted == []


@pytest.mark.parametrize("which", ["opened", "hostile"])
def test_a_narrow_screen_scrolls_down_alone(which: str, request: pytest.FixtureRequest) -> None:
    page, _ = request.getfixturevalue(which)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1200, "height": 900})


def test_hostile_text_is_text_in_every_table(hostile: Opened) -> None:
    page, noted = hostile
    page.locator("#tools input").fill("img")
    page.locator("#tools input").fill("")
    page.locator("table thead button").evaluate_all("all => all.forEach(one => one.click())")
    assert noted == []
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    acting = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(own => [...own.attributes])"
        ".filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))"
        ".map(a => a.name + '=' + a.value)"
    )
    assert acting == []
    for title in TITLES.values():
        texts = page.evaluate(UNDER, title)
        assert texts, title
        assert all("<img src=x" in text for text in texts), title
