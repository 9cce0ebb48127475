"""No e-mail address or phone number of the tables is shown in a report; the tables keep them."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.plan import TopicPlan
from smo.report.html import render_html, render_snippet
from smo.report.inert import MAX_ADDRESS, brief_address, markdown_link, shown
from smo.report.markdown import render_markdown
from tests.report.handmade import SHOP, handmade_plan, proposal
from tests.report.pages import read_page
from tests.report.test_hostile import everywhere

SECRETS = {
    "e-mail": "ivan.petrov@mail.example",
    "e-mail among words": "shoes ivan.petrov@mail.example red",
    "e-mail in an address": f"{SHOP}/leave?email=ivan.petrov%40mail.example",
    "e-mail all in codes": f"{SHOP}/leave?email=%69van.petrov%2540mail%2Eexample",
    "e-mail behind a long text": "q" * 230 + " ivan.petrov@mail.example",
    "e-mail of Russia": "ivan.petrov@почта.рф",
    "phone": "+7 916 123-45-67",
    "phone in an address": f"{SHOP}/call?to=%2B7%20916%20123-45-67",
    "phone on two lines": "+7 916\n123-45-67",
}
LEAKS = re.compile(r"petrov|mail.{0,3}example|почта|\b916\b|123.45.6", re.IGNORECASE)
RENDERERS = {"html": render_html, "snippet": render_snippet, "markdown": render_markdown}


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize("renderer", RENDERERS.values(), ids=RENDERERS)
def test_no_report_shows_them(secret: str, renderer: object) -> None:
    plan = everywhere(secret)
    text = renderer(plan)  # type: ignore[operator]
    assert LEAKS.search(text) is None
    assert "***" in text.replace("\\", "")
    assert set(plan.keywords["keyword"]) == {secret}


@pytest.mark.parametrize(
    "secret", [SECRETS["e-mail in an address"], SECRETS["phone in an address"]]
)
def test_an_address_that_holds_them_is_no_link(secret: str) -> None:
    rows = [proposal("buyers", 1, 0, pages=[secret, f"{SHOP}/boots/"])]
    plan = handmade_plan(proposals=pd.DataFrame(rows))
    links = [str(link["href"]) for link in read_page(render_html(plan)).all("a")]
    assert f"{SHOP}/boots/" in links
    assert [link for link in links if "leave" in link or "call" in link] == []
    assert shown(secret).link is None
    assert "***" in shown(secret).text
    assert not markdown_link(secret).startswith("<")
    assert LEAKS.search(brief_address(secret, limit=500)) is None


def test_numbers_of_products_and_handles_stay() -> None:
    said = "4580295034776 +keyword @name a@b"
    for render in RENDERERS.values():
        text = render(everywhere(said)).replace("\\", "")
        assert said in text


@pytest.mark.parametrize("length", [MAX_ADDRESS - 1, MAX_ADDRESS, MAX_ADDRESS + 1])
def test_no_link_is_cut(length: int) -> None:
    address = f"{SHOP}/".ljust(length, "q")
    rows = [proposal("buyers", 1, 0, pages=[address])]
    page = read_page(render_html(handmade_plan(proposals=pd.DataFrame(rows))))
    links = [str(link["href"]) for link in page.all("a") if str(link["href"]).startswith("http")]
    assert links == ([address] if length <= MAX_ADDRESS else [])


@pytest.fixture(scope="module")
def analyzed() -> TopicPlan:
    """Return a plan of searches, clicks and pages that all hold personal data."""
    mails = [f"ivan.petrov{n}@mail.example" for n in range(6)]
    phones = [f"+7 916 123-45-6{n}" for n in range(6)]
    plain = ["red rope", "red rope price", "light tent", "light tent sale", "wool hat", "wool cap"]
    words = [*mails, *phones, *plain]
    counts = {"impressions": 900.0, "clicks": 9.0, "position": 3.0}
    page = {"segment": "all", "page": f"{SHOP}/?to={mails[0]}"}
    keywords = pd.DataFrame({**page, "keyword": words, **counts})
    elements = {"element": [f"a[href='mailto:{word}']" for word in words], "text": words}
    clicks = pd.DataFrame({**page, "kind": "element", **elements, "clicks": 40.0})
    return smo.analyze(keywords, clicks)


def test_an_analysis_brings_none_to_light(analyzed: TopicPlan, tmp_path: Path) -> None:
    for render in RENDERERS.values():
        assert LEAKS.search(render(analyzed)) is None
    assert r"+7\*\*\* (900)" in render_markdown(analyzed)
    assert not any("petrov" in tag for tags in analyzed.proposals["hashtags"] for tag in tags)
    again = smo.load_plan(analyzed.save(tmp_path / "plan"))
    assert "ivan.petrov0@mail.example" in set(again.keywords["keyword"])
    assert "+7 916 123-45-60" in set(again.keywords["keyword"])
