from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pandas as pd
import pytest

from smo.plan import TopicPlan
from smo.report.html import render_html, render_snippet
from smo.report.words import WORDS
from smo.settings import REPORT_LANGUAGES
from tests.report.handmade import handmade_plan, proposal, proposals
from tests.report.pages import Page, read_page

LIMIT = 2_000_000


@pytest.fixture(scope="module")
def page() -> Page:
    return read_page(render_html(handmade_plan()))


def test_nothing_is_fetched(page: Page) -> None:
    names = {tag for tag, _ in page.tags}
    assert names.isdisjoint({"link", "img", "iframe", "object", "embed", "base", "form"})
    assert page.all("script") == [{}]
    for tag, attributes in page.tags:
        assert "src" not in attributes
        assert "style" not in attributes
        assert tag == "a" or "href" not in attributes
        assert not any(name.startswith("on") for name in attributes)


def test_style_needs_nothing_and_is_the_one_allowed() -> None:
    html = render_html(handmade_plan())
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    script = re.search("<script>(.*?)</script>", html, re.DOTALL)
    assert script is not None
    assert not re.search(r"fetch|XMLHttp|import|eval|innerHTML|https?:", script[1])
    digest, ours = (
        base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode()
        for part in (style, script)
    )
    policies = [m["content"] for m in read_page(html).all("meta") if "http-equiv" in m]
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'sha256-{ours}'; "
        "base-uri 'none'; form-action 'none'"
    ]


def test_links_lead_into_the_page_or_to_the_shop(page: Page) -> None:
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    for link in page.all("a"):
        target = str(link["href"])
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            assert target.startswith("https://shop.example/")
            assert link["rel"] == "noopener noreferrer"
    assert "https://shop.example/sale?type=boots&sort=price_asc" in {
        link["href"] for link in page.all("a")
    }


def test_structure_for_readers_without_eyes_or_mouse(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    labels = [str(a["aria-labelledby"]).split() for _, a in page.tags if "aria-labelledby" in a]
    assert {name for names in labels for name in names} <= set(ids)
    names = [tag for tag, _ in page.tags]
    assert names.count("h1") == names.count("main") == names.count("nav") == 1
    assert names.count("caption") == names.count("table")
    assert all("scope" in cell for cell in page.all("th"))
    assert all(
        svg["role"] == "img" and (svg.get("aria-label") or svg["aria-labelledby"])
        for svg in page.all("svg")
    )
    first = next(attributes for tag, attributes in page.tags if tag == "a")
    assert first["class"] == "skip"


def test_headings_never_skip_a_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_order_of_the_page(page: Page) -> None:
    order = [
        "Content topics plan", "3 segments · 3 keywords", "What the data can and cannot say",
        "CTR cannot be judged here", "Finding", "Coverage", "What was read",
        "buyers.zip/Queries.csv", "Segment: buyers", "Waterproof hiking boots",
        "Climbing rope for beginners", "All topics of the segment", "Segment: readers",
        "Segment: visitors", "No proposals", "How it was computed", "Settings",
    ]  # fmt: skip
    body = page.text.replace("Contents", "")
    head, _, rest = body.partition("How it was computed")  # of the contents
    body = "Content topics plan 3 segments · 3 keywords" + rest
    assert "3 segments · 3 keywords" in head
    place = 0
    for words in order:
        assert words in body[place:], words
        place = body.index(words, place)


@pytest.mark.parametrize(
    "words",
    [
        "Act", "Improve what is there",
        "Act: what is missed or fails is unlikely to be chance (false discovery rate 5%) · Wait: "
        "it may still be chance", "Order: what the data show",
        "People see it 12,400 times", "about 304 clicks missed per 28 days",
        "80% interval: 211 to 398",
        "hiking boots (6,200)", "are gore-tex boots worth it", "Boots (menu)", "#waterproof",
        "Rank over resamples: 1–2. Among the first 10 in 100% of them.", "a1b2c3d4",
        "size not known", "facebook: 180 of 240 clicks", "45% (36% to 55%)", "2.1% (4.7%)",
        "3.1% (2.2% to 4.4%)", "wanted, not clicked", "1 Aug – 31 Oct 2026 (92 days)",
        "clicks: 1,490 in the rows, 2,210 by the file's own total", "readers, visitors",
        "Not known here: ctr", "Made by smo 0.1.0",
        "3 proposals out of 3 topics. Of the proposals: 1 to act on, 1 undecided, 1 suggestion.",
        "2 tables · 1,045 rows read · 3 left out · 60% of the impressions hidden",
        "Not possible with these data (1): Topic by the page it leads to.",
        "31 of 42 · 81% of clicks", "rope 60 m (<1)",
    ],
)  # fmt: skip
def test_page_says(page: Page, words: str) -> None:
    assert words in page.text


@pytest.mark.parametrize("language", REPORT_LANGUAGES)
def test_language(language: str) -> None:
    page = read_page(render_html(handmade_plan(language)))
    assert page.all("html")[0]["lang"] == language
    assert WORDS["verdict.act"][language] in page.text
    others = {word for word in REPORT_LANGUAGES if word != language}
    assert not any(WORDS["diagnostics"][other] in page.text for other in others)


def test_bars_of_a_segment_share_a_scale(page: Page) -> None:
    ranges = [r for r in page.all("rect") if r["class"] == "range"]
    first, second = ({k: int(str(r[k])) for k in ("x", "width")} for r in ranges[:2])
    assert first["x"] + first["width"] == 1000
    assert second["x"] == 0
    share = (109 + 12) / (398 + 12)
    assert second["width"] == pytest.approx(1000 * share, abs=1)


def test_same_plan_same_bytes() -> None:
    assert render_html(handmade_plan()) == render_html(handmade_plan())


def test_without_anything() -> None:
    empty = handmade_plan(
        proposals=proposals("en").iloc[:0], scores=handmade_plan().scores.iloc[:0],
        reads=None, coverage=None, diagnostics=None,
    )  # fmt: skip
    page = read_page(render_html(empty))
    for key in ("reads_none", "coverage_none", "diagnostics_none", "plan_none"):
        assert WORDS[key]["en"] in page.text
    assert WORDS["plan_none"]["en"] in render_snippet(empty)


def test_five_hundred_proposals_fit() -> None:
    lists = {
        name: [f"a keyword of usual length {number}" for number in range(40)]
        for name in ("keywords", "questions", "elements", "hashtags", "evidence")
    }
    pages = [f"https://shop.example/a-usual-folder/a-usual-page-{n}?colour=red" for n in range(5)]
    rows = [
        proposal(f"segment {s}", rank, rank, title="a usual title", pages=pages, **lists)
        for s in range(50)
        for rank in range(1, 11)
    ]
    scores = pd.DataFrame(
        [
            {"segment": f"segment {s}", "topic": t, "label": f"topic {t}", "n_keywords": 1,
             "demand": 1.0 * t, "demand_kind": "impressions", "demand_share": 0.1,
             "action": "explore", "verdict": "explore"}
            for s in range(50)
            for t in range(200)
        ]
    )  # fmt: skip
    html = render_html(handmade_plan(proposals=pd.DataFrame(rows), scores=scores))
    assert len(html.encode("utf-8")) <= LIMIT
    assert "192 more in the table “scores” of the saved plan." in html


def test_topics_behind_the_fold_are_counted() -> None:
    plain = {"segment": "all", "n_keywords": 1, "demand_kind": "volume", "action": "explore",
             "demand_share": 0.1}  # fmt: skip
    rows = [
        plain | {"topic": t, "label": f"topic {t:03}", "demand": 500.0 - t, "verdict": "explore"}
        for t in range(150)
    ]
    html = render_html(handmade_plan(scores=pd.DataFrame(rows), proposals=proposals("en")[:0]))
    text = read_page(html).text
    assert "Less demanded topics: 100" in text
    assert "38 more in the table" in text
    assert text.index("topic 000") < text.index("topic 111")
    assert "topic 112" not in text


def test_snippet_is_small_and_whole() -> None:
    page = read_page(handmade_plan()._repr_html_())
    assert len(page.all("table")) == 3
    assert "Waterproof hiking boots" in page.text
    assert "style" not in {tag for tag, _ in page.tags}


def test_snippet_counts_further_segments() -> None:
    rows = [proposal(f"s{number}", 1, 0) for number in range(9)]
    plan: TopicPlan = handmade_plan(proposals=pd.DataFrame(rows), scores=handmade_plan().scores[:0])
    assert "and 3 more" in render_snippet(plan)


def test_sizes_of_an_unknown_period_are_not_per_28_days() -> None:
    rows = [("buyers", "period_unknown", None, "", "No period.", "warning")]
    facts = pd.DataFrame(rows, columns=list(handmade_plan().diagnostics))
    text = read_page(render_html(handmade_plan(diagnostics=facts))).text
    assert "about 304 clicks missed in the period of the export" in text
    assert "about 240 clicks per 28 days" in text  # shared by readers, from the map


@pytest.mark.parametrize(
    ("segment", "days", "span"),
    [
        ("readers", None, "in the period of the export"),
        ("all", None, "in the period of the export"),
        ("buyers", None, "per 28 days"),
        ("readers", 28.0, "per 28 days"),
    ],
)
def test_sizes_of_a_map_without_days_are_not_per_28_days(
    segment: str, days: float | None, span: str
) -> None:
    row = {"click_id": "1", "segment": segment, "share": 1.0, "clicks": 240.0, "via": "text",
           "furniture": False, "period_days": days}  # fmt: skip
    plan = handmade_plan(matches=pd.DataFrame([row]))
    assert f"about 240 clicks {span}" in read_page(render_html(plan)).text


def test_many_segments_stand_below_each_other() -> None:
    rows = [(f"s{number}", "text - topic", 9, 5 + number % 3, 4.0, 0.5) for number in range(9)]
    links = pd.DataFrame(rows, columns=list(handmade_plan().coverage))
    page = read_page(render_html(handmade_plan(coverage=links)))
    regions = {a["aria-labelledby"]: a["class"] for a in page.all("div") if "aria-labelledby" in a}
    assert regions["coverage-caption"] == "scroll down"
    assert regions["findings-caption"] == "scroll"
    assert "Not possible" not in page.text


@pytest.mark.parametrize(("segments", "times"), [(8, 8), (9, 1)])
def test_what_is_the_same_in_many_segments_is_said_once(segments: int, times: int) -> None:
    rows = [proposal(f"s{n}", rank, rank) for n in range(segments) for rank in (1, 2)]
    html = render_html(
        handmade_plan(proposals=pd.DataFrame(rows), scores=handmade_plan().scores[:0])
    )
    assert html.count("Order: what the data show") == times
    assert html.count("Act: what is missed") == times
    assert html.count('<details class="stops">') == times
    assert html.index('id="proposals"') < html.index("Order: what") < html.index('class="cards"')


def test_lists_continue_behind_the_fold_without_saying_anything_twice() -> None:
    words = [f"keyword {number} ({number})" for number in range(1, 13)]
    plan = handmade_plan(proposals=pd.DataFrame([proposal("a", 1, 0, keywords=words)]))
    html = render_html(plan)
    before, after = html.split("Rest of the lists, evidence and steadiness")
    assert "keyword 4 (4)" in before
    assert "and 8 more" in before
    assert "keyword 5 (5)" not in before
    assert "keyword 5 (5)" in after
    assert "keyword 10 (10)" in after
    assert "keyword 11" not in html
    assert "and 2 more" in after
    assert html.count("keyword 4 (4)") == 1


def test_what_to_do_first_stands_first_and_leads_to_its_cards() -> None:
    html = render_html(handmade_plan())
    start, end = html.index('<section id="first"'), html.index('<section id="diagnostics"')
    first = read_page(html[start:end])
    assert html.index("<main>") < start < end < html.index('<div id="proposals"')
    cards = set(re.findall(r'<h4 id="([^"]+)"', html))
    plan = handmade_plan()
    for name, own in plan.proposals.groupby("segment"):
        assert str(name) in first.text
        for title in own.sort_values("rank")["title"].head(3):
            assert str(title)[:20] in first.text
    links = {str(link["href"])[1:] for link in first.all("a")}
    assert len(links & cards) == sum(min(3, n) for n in plan.proposals.groupby("segment").size())
    facts = html[end : html.index('<section id="reads"')]
    assert facts.index("<details") < facts.index("coverage-caption") < facts.index("</details>")


def test_cautions_stand_above_what_to_do_first() -> None:
    facts = pd.DataFrame(
        [("buyers", f"odd{n}", None, "", f"Odd thing {n}.", "warning") for n in range(5)],
        columns=list(handmade_plan().diagnostics),
    )
    html = render_html(handmade_plan(diagnostics=facts))
    first = html[html.index('<section id="first"') : html.index('<section id="diagnostics"')]
    above = first[: first.index("<h3>")]
    assert [f"Odd thing {n}." in above for n in range(5)] == [True] * 3 + [False] * 2
    assert '<a href="#diagnostics">and 2 more</a>' in above
    below = html[html.index('<section id="diagnostics"') :]
    assert all(f"Odd thing {n}." in below for n in range(5))
    assert "cautions" not in render_html(handmade_plan(diagnostics=facts[:0])).split("<main>")[1]


def test_a_card_counts_all_keywords_of_its_topic() -> None:
    plan = handmade_plan()
    words = [("buyers", f"boots {n}") for n in range(40)]
    more = pd.concat([plan.topics, *(
        plan.topics.head(1).assign(segment=segment, keyword=word) for segment, word in words
    )])  # fmt: skip
    html = render_html(handmade_plan(topics=more))
    card = html[html.index("<article") : html.index("</article>")]
    held = int((plan.topics["segment"].eq("buyers") & plan.topics["topic"].eq(0)).sum())
    assert f"and {held + 40 - 3} more" in card


def test_what_is_counted_has_no_interval() -> None:
    sure = proposal("buyers", 1, 0, size_unit="impressions", size_low=9.0, size_median=9.0,
                    size_high=9.0)  # fmt: skip
    html = render_html(handmade_plan(proposals=pd.DataFrame([sure])))
    assert "about 9 impressions" in html
    assert "interval: 9 to 9" not in html


def test_reads_are_folded_with_everything_in_them() -> None:
    html = render_html(handmade_plan())
    fold = html[html.index('<section id="reads"') : html.index('<div id="proposals"')]
    assert "<details>" in fold
    for words in ("Google Search Console", "left out: 3 rows without a keyword", "No period.",
                  "columns not used: Color", "no row without a click"):  # fmt: skip
        assert words in fold
