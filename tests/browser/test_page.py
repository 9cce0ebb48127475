"""The page in a real browser: nothing fetched, nothing wrong, everything usable.

One browser and one page for all tests. Needs the extra `browser` and a Chromium
(`SMO_CHROMIUM`, else the one on the path); without them the tests are skipped and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import smo
from tests.browser.conftest import CHROMIUM
from tests.report.handmade import handmade_plan
from tests.report.test_hostile import everywhere

pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>\"' javascript:alert(1)"


@pytest.fixture(scope="module")
def opened(
    browser: Any, plan: smo.TopicPlan, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Any, list[str]]]:
    """Give the page of the plan and what it asked for or complained of."""
    path = plan.to_html(tmp_path_factory.mktemp("page") / "plan.html")
    page, noted = watched(browser)
    page.goto(path.as_uri())
    yield page, noted
    page.close()


@pytest.fixture
def page(opened: tuple[Any, list[str]]) -> Any:
    found = opened[0]
    found.set_viewport_size({"width": 1200, "height": 900})
    found.reload()
    return found


def watched(browser: Any) -> tuple[Any, list[str]]:
    page, noted = browser.new_page(), []
    page.on("request", lambda r: noted.append(r.url) if not r.url.startswith("file:") else None)
    page.on("console", lambda m: noted.append(m.text))
    page.on("pageerror", lambda e: noted.append(str(e)))
    page.on("dialog", lambda d: (noted.append(d.message), d.dismiss()))
    return page, noted


def test_nothing_is_fetched_and_nothing_complains(opened: tuple[Any, list[str]]) -> None:
    page, noted = opened
    assert noted == []
    assert page.title() == "Content topics plan"


def test_filter_by_words_and_verdict(page: Any, plan: smo.TopicPlan) -> None:
    title = str(plan.proposals["title"].iloc[0])
    shown = page.locator(".cards > li:not([hidden])")
    assert shown.count() == len(plan.proposals)
    page.get_by_label("Filter by words").fill(title)
    assert 1 <= shown.count() < len(plan.proposals)
    assert all(title in text.lower() for text in shown.all_text_contents())
    page.get_by_label("Filter by words").press("Escape")
    page.get_by_label("Verdict").select_option("act")
    expected = int((plan.proposals["verdict"] == "act").sum())
    assert shown.count() == expected
    told = page.locator("#tools output").inner_text()
    assert told == f"{expected} of {len(plan.proposals)} proposals shown"


def test_sorting_by_keyboard(page: Any, plan: smo.TopicPlan) -> None:
    table = page.locator("#segment-1 table.topics").first
    head = table.locator("thead th").nth(1)
    own = plan.scores[plan.scores["segment"] == "buyers"].sort_values("demand", ascending=False)
    labels = own["label"].head(12).tolist()
    for order, expected in (("descending", labels), ("ascending", labels[::-1])):
        head.locator("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == order
        assert table.locator("tbody th").all_inner_texts() == expected
    table.locator("thead button").first.click()
    assert head.get_attribute("aria-sort") is None
    words = table.locator("tbody th").all_inner_texts()
    assert [word.casefold() for word in words] == sorted(map(str.casefold, labels), reverse=True)


def test_drill_down_shows_the_rows_of_the_topic(page: Any, plan: smo.TopicPlan) -> None:
    first = plan.proposals.iloc[0]
    card = page.locator(".cards > li").first
    table = card.locator("table.mini")
    assert not table.is_visible()
    card.locator("summary").click()
    assert table.is_visible()
    own = plan.topics[(plan.topics["segment"] == first["segment"])
                      & (plan.topics["topic"] == first["topic"])]  # fmt: skip
    shown = table.locator("tbody th").all_inner_texts()
    assert len(shown) == min(len(own), 12)
    assert set(shown) <= set(own["keyword"])
    rows = plan.keywords.query("segment == @first.segment and keyword == @shown[0]")
    cell = table.locator("tbody tr").first.locator("td").first.inner_text()
    assert cell == f"{rows['impressions'].sum():,.0f}"


@pytest.mark.parametrize(
    ("scheme", "options"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})]
)
def test_axe_finds_nothing_serious(page: Any, scheme: str, options: dict[str, Any]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.locator(".cards summary").first.click()
    page.locator("details.pictures summary").first.click()
    found = axe.Axe().run(page, options=options).response["violations"]
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == []


def test_a_narrow_screen_scrolls_down_alone(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
    assert page.get_by_label("Filter by words").is_visible()


def test_print_cuts_no_table(page: Any, tmp_path: Path) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})  # an A4 page within its margins
    cut = page.evaluate(
        "[...document.querySelectorAll('table')].filter(t => t.getBoundingClientRect().right > 722)"
        ".map(t => t.className + ' ' + t.caption.innerText)"
    )
    assert cut == []
    data = page.pdf(path=str(tmp_path / "plan.pdf"), format="A4")
    assert data.startswith(b"%PDF")
    page.emulate_media(media="screen")


def test_hostile_text_does_nothing(browser: Any, tmp_path: Path) -> None:
    page, noted = watched(browser)
    page.goto(everywhere(HOSTILE).to_html(tmp_path / "hostile.html").as_uri())
    page.locator("#tools input").fill("img")
    assert noted == []
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert "onerror=alert(1)" in page.locator("h4").first.inner_text()
    page.close()


def test_russian_numbers_sort(browser: Any, tmp_path: Path) -> None:
    demand = [1234567.0, 90.0, 2345.0, 3.5, 12.0, 700.0]
    table = handmade_plan("ru").scores.assign(demand=pd.array(demand, dtype="Float64"))
    plan = handmade_plan("ru", scores=table.assign(segment="buyers", topic=range(6)))
    page, noted = watched(browser)
    page.goto(plan.to_html(tmp_path / "ru.html").as_uri())
    found = page.locator("#segment-1 table.topics").first
    found.locator("thead button").nth(1).click()
    found.locator("thead button").nth(1).click()
    cells = found.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert cells[0].replace("\u00a0", " ") == "3,5"
    assert "1 234 567" in cells[-1].replace("\u00a0", " ").replace("\u202f", " ")
    assert noted == []
    page.close()
