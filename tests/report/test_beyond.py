"""What stands beside a plan: each part only where its data are there, and always inert."""

from __future__ import annotations

import functools
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from itertools import pairwise

import pandas as pd
import pytest

from smo.checks import check_table
from smo.errors import SmoError
from smo.evaluate import Extras
from smo.extras import EXTRA_TABLES
from smo.plan import TopicPlan
from smo.report.beyond import beyond_plan
from smo.report.excel import render_excel
from smo.report.html import render_html
from smo.report.markdown import render_markdown
from smo.report.ways import flow_figure
from smo.report.weighing import tactics_figure
from smo.spec import DTYPES
from tests.report.handmade import handmade_plan, proposal, scores
from tests.report.pages import Page, read_page


def measured(measure: str, ranking: str, value: float, gain: float | None) -> dict[str, object]:
    """Return a row of a replay over all cuts."""
    return {"segment": "buyers", "target": "shortfall", "measure": measure, "ranking": ranking,
            "value": value, "low": value - 0.1, "high": value + 0.1, "gain": gain,
            "topics": 60.0}  # fmt: skip


ROWS: dict[str, list[dict[str, object]]] = {
    "influencers": [
        {"segment": "buyers", "topic": "all", "rank": 1, "name": "@ann", "score": 0.4,
         "score_low": 0.3, "score_high": 0.5, "p_top": 1.0, "mentions": 12.0, "mentioned_by": 9.0,
         "values": "boots, ropes"},
        {"segment": "buyers", "topic": "ropes", "rank": 1, "name": "@bob", "score": 0.2,
         "mentions": 3.0, "mentioned_by": 2.0},
        {"segment": "all", "topic": "all", "rank": 1, "name": "@ann", "score": 0.4,
         "mentions": 15.0, "mentioned_by": 11.0},
    ],
    "flows": [
        {"segment": "buyers", "topic": 0, "page": "a.example/", "element": "tile", "text": "Boots",
         "target": "a.example/boots", "clicks": 70.0, "dead_clicks": 2.0, "on_map": True,
         "dead_end": True},
        {"segment": "buyers", "topic": 1, "page": "a.example/", "element": "menu",
         "target": "a.example/ropes", "clicks": 30.0, "on_map": False},
        {"segment": "buyers", "page": "a.example/", "element": "logo", "clicks": 9.0},
    ],
    "reach": [
        {"segment": "buyers", "topic": 2, "label": "pitch tent", "serving": 1.0, "landings": 2.0},
        {"segment": "buyers", "topic": 0, "label": "hiking boots", "serving": 1.0, "landings": 2.0,
         "steps": 1.0},
    ],
    "tactics": [
        {"tactic": "titles", "effort": 2.0, "worth": 40.0, "worth_low": 20.0, "worth_high": 60.0,
         "per_effort": 10.0, "front": True, "chosen": True, "rank": 1, "effect_measured": 1.0},
        {"tactic": "video", "effort": 9.0, "worth": 50.0, "worth_low": 0.0, "per_effort": 0.0,
         "front": False, "chosen": False, "rank": 2, "effect_measured": 0.0},
    ],
    "replay": [
        {"segment": "buyers", "target": "clicks", "measure": "coverage", "ranking": "plan",
         "value": 0.79, "low": 0.75, "high": 0.83, "topics": 60.0},
        measured("spearman", "plan", 0.8, None), measured("spearman", "last", 0.7, 0.1),
        measured("precision_at_10", "plan", 0.6, None),
        measured("precision_at_10", "last", 0.65, -0.05),
        {"segment": "readers", "target": "clicks", "measure": "refused", "ranking": "plan",
         "note": "no clicks are told"},
    ],
    "changes": [
        {"segment": "buyers", "status": "split", "topic_before": 0, "topic_after": 5,
         "label_before": "boots", "label_after": "winter boots", "clicks_change": -30.0,
         "clicks_change_low": -50.0, "clicks_change_high": -10.0, "clicks_demand": -20.0,
         "clicks_snippet": -15.0, "clicks_rank": 5.0, "demand_change": -400.0},
    ],
    "measurement": [
        {"segment": "buyers", "rank": 1, "topic": 0, "title": "Waterproof hiking boots",
         "clicks": 260.0, "hold_back": ["ropes", "tents"], "hold_pages": [], "detectable": 0.22,
         "weeks": 3.0},
    ],
    "valued": [
        {"segment": "buyers", "kind": kind, "value": value, "own": 20.0, "share": 0.5,
         "rest_share": 0.1, "z": z, "q": 0.01 if z > 3 else 0.5, "distinct": z > 3}
        for kind, value, z in [("pillar", "ropes", 4.0), ("pillar", "tents", 5.0),
                               ("intent", "transactional", 4.0), ("hour", "21", 6.0),
                               ("channel", "telegram", 1.0)]
    ],
    "suggested": [
        {"column": "device", "value": "mobile", "forms": 90.0, "impressions_share": 0.6,
         "p": 0.002, "q": 0.004, "values": "ropes", "z": 4.0},
    ],
}  # fmt: skip
TITLES = {
    "influencers": "Who is listened to",
    "flows": "Largest flows",
    "reach": "Topics out of reach, or more than two clicks from where people land",
    "tactics": "Which tactics are worth their effort",
    "replay": "Would plans have been right",
    "changes": "What changed since the previous plan",
    "measurement": "How to see whether it worked",
    "valued": "What each segment values",
    "suggested": "Segments that the data suggest, and what each values",
}
SHOWN = {
    "influencers": ["40% (30% to 50%)", "boots, ropes", "@bob"],
    "flows": ["Boots", "/boots", "70", "Dead ends"],
    "reach": ["pitch tent", "out of reach"],
    "tactics": ["20 to 60", "50, not measured", "Chosen within the budget: titles; effort 2"],
    "replay": ["79% of the clicks", "0.80 (0.70 to 0.90)", "0.10", "no clicks are told"],
    "changes": ["boots → winter boots", "−30 (−50 to −10)", "−20 / −15 / +5", "split"],
    "measurement": ["1. Waterproof hiking boots", "ropes; tents", "22%"],
    "valued": ["tents; ropes", "to buy", "21"],
    "suggested": ["device: mobile", "60%", "0.4%"],
}


def made(*names: str) -> Extras:
    return Extras(**{name: pd.DataFrame(ROWS[name]) for name in names})


@functools.cache
def page_of(*names: str) -> Page:
    return read_page(render_html(handmade_plan(), made(*names)))


@pytest.mark.parametrize("name", sorted(ROWS))
def test_each_is_shown_where_its_rows_are(name: str) -> None:
    page, text = page_of(name), render_markdown(handmade_plan(), made(name))
    for words in SHOWN[name]:
        assert words in page.text
        assert words in text.replace("\\", "")
    titles = {other: title for other, title in TITLES.items() if title in page.text}
    assert titles == {name: TITLES[name]}


def test_nothing_is_added_without_extras() -> None:
    plan = handmade_plan()
    assert render_html(plan) == render_html(plan, Extras())
    assert render_markdown(plan) == render_markdown(plan, Extras())
    assert render_excel(plan) == render_excel(plan, Extras())


def test_the_page_stays_whole() -> None:
    page = page_of(*ROWS)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    names = [tag for tag, _ in page.tags]
    assert names.count("caption") == names.count("table")
    levels = [int(tag[1]) for tag in names if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    targets = {str(a["href"])[1:] for a in page.all("a") if str(a["href"]).startswith("#")}
    assert {"changes", "influencers", "tactics", "replay", "suggested"} <= targets <= set(ids)


def test_people_of_everybody_have_a_section_unless_they_are_a_segment() -> None:
    names = [section.name for section in beyond_plan(handmade_plan(), made("influencers")).sections]
    assert names == ["influencers"]
    everybody = handmade_plan(scores=scores().assign(segment="all", topic=range(6)))
    assert beyond_plan(everybody, made("influencers")).sections == ()


def hostile_extras(text: str) -> Extras:
    """Return the extras with the text in every text of every table but the keys of measures.

    Each column has its own: a way from a page to itself would not be shown.
    """
    kept = {"segment", "kind", "measure", "target", "topic", "ranking"}
    tables = {}
    for name, rows in ROWS.items():
        frame = check_table(pd.DataFrame(rows), EXTRA_TABLES[name], caller="test")
        for column in EXTRA_TABLES[name].columns:
            of_replay = column.name in kept and (column.name != "target" or name == "replay")
            if column.kind == "text" and not of_replay:
                own = [text + column.name] * len(frame)
                frame[column.name] = pd.array(own, dtype=DTYPES["text"])
            elif column.kind == "texts":
                frame[column.name] = [[text, text + column.name] for _ in range(len(frame))]
        tables[name] = frame
    return Extras(**tables)


def test_hostile_text_stays_inert(hostile: str) -> None:
    extras = hostile_extras(hostile)
    page = read_page(render_html(handmade_plan(), extras))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in page_of(*ROWS).tags}
    for _, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page.text)
    for figure in handmade_plan().figures(extras=extras).values():
        ET.fromstring(figure.svg)  # noqa: S314 - our own text
    text = render_markdown(handmade_plan(), extras)
    links = re.findall(r"<https?://[^<>\s]+>", text)
    assert len(re.findall(r"(?<!\\)<", text)) == len(links)
    widths: list[int] = []
    for line in text.splitlines():
        widths = [*widths, len(re.findall(r"(?<!\\)\|", line))] if line.startswith("| ") else []
        assert len(set(widths)) <= 1


def test_figures_have_their_names() -> None:
    figures = handmade_plan().figures(extras=made(*ROWS))
    assert list(figures)[-3:] == ["flows/buyers", "tactics", "replay/buyers"]


def test_bands_are_as_wide_as_their_clicks() -> None:
    flows = check_table(pd.DataFrame(ROWS["flows"]), EXTRA_TABLES["flows"], caller="test")
    figure = flow_figure(flows[flows["target"].notna()], "buyers", "en")
    assert figure is not None
    root = ET.fromstring(figure.svg)  # noqa: S314 - our own text
    bands = root.findall(".//{http://www.w3.org/2000/svg}path")
    assert [b.get("class") for b in bands] == ["band c1", "band c6"] * 2
    wide = []
    for band in bands:
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", str(band.get("d")))]
        top, bottom = numbers[7], numbers[8]
        wide.append(bottom - top)
    assert wide[0] / wide[1] == pytest.approx(70 / 30, rel=0.01)


def test_the_front_is_drawn_as_steps() -> None:
    weighed = check_table(pd.DataFrame(ROWS["tactics"]), EXTRA_TABLES["tactics"], caller="test")
    figure = tactics_figure(weighed, "en")
    assert figure is not None
    root = ET.fromstring(figure.svg)  # noqa: S314 - our own text
    line = root.find(".//{http://www.w3.org/2000/svg}polyline")
    assert line is not None
    assert len(str(line.get("points")).split()) == 4
    assert tactics_figure(weighed.head(1), "en") is None


def test_each_table_is_a_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(render_excel(handmade_plan(), made(*ROWS)))) as book:
        listed = book.read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet name="([^"]+)"', listed)
    assert {spec.name for spec in EXTRA_TABLES.values()} <= set(names)
    with zipfile.ZipFile(io.BytesIO(render_excel(handmade_plan(), made("tactics")))) as book:
        listed = book.read("xl/workbook.xml").decode()
    assert "weighed" in listed
    assert "flows" not in listed


def test_a_page_of_fifty_segments_stays_small() -> None:
    names = [f"segment {n:02d}" for n in range(50)]
    rows = [proposal(name, 1, 0, title="boots") for name in names]
    table = pd.concat([scores().head(1).assign(segment=name) for name in names])
    spread = {
        name: pd.concat([pd.DataFrame(ROWS[name]).assign(segment=s) for s in names])
        for name in ("flows", "reach", "influencers", "changes", "measurement")
    }
    plan: TopicPlan = handmade_plan(proposals=pd.DataFrame(rows), scores=table)
    html = render_html(plan, Extras(**spread))
    assert len(html.encode()) < 2_000_000
    assert html.count("Where clicks lead:") == 3 * 6  # of six figures: label, title, caption


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(SmoError, match="Extras: the weighed table has no column 'tactic'"):
        Extras(tactics=pd.DataFrame({"name": ["x"]}))
