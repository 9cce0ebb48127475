"""Whatever a stranger typed, wherever it stands in a plan, a report shows it and does nothing."""

from __future__ import annotations

import functools
import re

import pandas as pd

from smo.plan import TABLES, TopicPlan
from smo.report.html import render_html, render_snippet
from smo.report.markdown import render_markdown
from smo.settings import Settings
from tests.report.handmade import handmade_plan
from tests.report.pages import Page, read_page


@functools.cache
def everywhere(text: str) -> TopicPlan:
    """Return the handmade plan with the text in every text of every table."""
    plan = handmade_plan()
    tables = {}
    for name, spec in TABLES.items():
        frame: pd.DataFrame = getattr(plan, name)
        for column in spec.columns:
            if column.kind == "text":
                frame[column.name] = text
            elif column.kind == "texts":
                frame[column.name] = [[text, text] for _ in range(len(frame))]
        tables[name] = frame
    settings = Settings(brand=(text,), languages=(text,))
    return TopicPlan(**tables, settings=settings, version=text)


def _shape(page: Page) -> set[str]:
    return {tag for tag, _ in page.tags}


def test_html_stays_inert(hostile: str) -> None:
    page = read_page(render_html(everywhere(hostile)))
    assert _shape(page) <= _shape(read_page(render_html(handmade_plan())))
    for _, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
    for link in page.all("a"):
        assert re.match(r"#|https://shop\.example/", str(link["href"]))
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page.text)


def test_html_shows_the_words(hostile: str) -> None:
    start = " ".join(re.sub("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800]", " ", hostile).split())
    shown = " ".join(
        read_page(render_html(everywhere(hostile))).text.replace("\ufffd", " ").split()
    )
    assert start[:200] in shown


def test_snippet_stays_inert(hostile: str) -> None:
    page = read_page(render_snippet(everywhere(hostile)))
    assert _shape(page) <= {"div", "p", "strong", "table", "caption", "thead", "tbody", "tr", "th",
                            "td", "bdi"}  # fmt: skip


def test_markdown_stays_inert(hostile: str) -> None:
    text = render_markdown(everywhere(hostile))
    harmless = render_markdown(everywhere("x"))
    for mark in ("<", "](", "`"):
        bare = re.findall(rf"(?<!\\){re.escape(mark)}", text)
        links = re.findall(r"<https?://[^<>\s]+>", text)
        assert len(bare) == (len(links) if mark == "<" else 0)
    heads = [line.split(" ")[0] for line in text.splitlines() if line.startswith("#")]
    assert heads == [line.split(" ")[0] for line in harmless.splitlines() if line.startswith("#")]
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_tables_of_markdown_keep_their_columns(hostile: str) -> None:
    widths: list[int] = []
    for line in render_markdown(everywhere(hostile)).splitlines():
        if not line.startswith("| "):
            widths = []
            continue
        widths.append(len(re.findall(r"(?<!\\)\|", line)))
        assert widths[-1] == widths[0]
