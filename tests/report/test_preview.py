"""Tables of a plan as a notebook shows them."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref

import pandas as pd
import pytest

from smo.plan import TABLES, TopicPlan
from smo.report.preview import MOST_COLUMNS, MOST_ROWS, table_preview
from smo.tables import KEYWORDS, PROPOSALS, SCORES
from tests.report.handmade import handmade_plan
from tests.report.pages import read_page
from tests.report.test_hostile import everywhere


@pytest.fixture(scope="module")
def plan() -> TopicPlan:
    return handmade_plan()


def _drawn(frame: pd.DataFrame) -> str:
    html = frame._repr_html_()
    assert isinstance(html, str)
    return html


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_is_small_and_whole(plan: TopicPlan, name: str) -> None:
    frame = getattr(plan, name)
    html = _drawn(frame)
    page = read_page(html)
    assert len(html.encode()) < 30_000
    assert page.text.strip().startswith(f"{name}: {len(frame)} rows, {len(frame.columns)} columns")
    assert len(page.all("th")) <= MOST_COLUMNS
    assert len(page.all("tr")) - 1 == min(len(frame), MOST_ROWS)


def test_no_column_is_passed_over_in_silence(plan: TopicPlan) -> None:
    shown = table_preview(plan.scores, SCORES, "en")
    told = {column.name for column in shown.columns}
    told |= {f"{name}_{end}" for name in told for end in ("low", "high")}
    rest = shown.left_out.partition("columns: ")[2].removesuffix(".").split(", ")
    assert told & set(SCORES.names) | set(rest) == set(SCORES.names)


def test_a_head_tells_what_its_column_means(plan: TopicPlan) -> None:
    heads = {th["title"] for th in read_page(_drawn(plan.proposals)).all("th")}
    assert PROPOSALS.column("size_median").means in heads


def test_intervals_lists_and_the_unknown() -> None:
    frame = pd.DataFrame(
        {"segment": ["a"], "label": ["rope"], "demand": [12.0], "attention": [0.25],
         "attention_low": [0.2], "attention_high": [0.3], "effect": [None], "n_keywords": [3]}
    )  # fmt: skip
    cells = {c.name: c.cells[0] for c in table_preview(frame, SCORES, "en").columns}
    assert cells["attention"] == "0.25 (0.20 to 0.30)"
    assert cells["effect"] == "—"
    listed = frame.assign(serving=[["x", "y", "z"]])
    assert "serving" in table_preview(listed, SCORES, "en").left_out
    added = frame.assign(mine=[["x", "y", "z"]])
    assert table_preview(added, SCORES, "en").columns[-1].cells == ("x · y +1",)


def test_what_is_changed_in_place_is_shown(plan: TopicPlan) -> None:
    frame = plan.proposals
    frame["mine"] = "added"
    del frame["reason"]
    page = read_page(_drawn(frame))
    assert "mine" in page.text
    assert "reason" not in page.text


def test_the_frame_stays_a_plain_one(plan: TopicPlan) -> None:
    frame = plan.proposals
    assert type(frame) is pd.DataFrame
    pd.testing.assert_frame_equal(frame, plan.proposals)
    assert "_repr_html_" not in frame.copy().__dict__
    for other in (pickle.loads(pickle.dumps(frame)), copy.deepcopy(frame), frame.head(1)):  # noqa: S301
        assert "dataframe" in _drawn(other)


def test_drawing_keeps_no_table_alive(plan: TopicPlan) -> None:
    gc.disable()
    try:
        frame = plan.keywords
        gone = weakref.ref(frame)
        _drawn(frame)
        del frame
        assert gone() is None
    finally:
        gc.enable()


def test_hostile_text_is_text(hostile: str) -> None:
    plan = everywhere(hostile)
    for name in TABLES:
        page = read_page(_drawn(getattr(plan, name)))
        assert {tag for tag, _ in page.tags} <= {
            "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "p", "small",
        }  # fmt: skip


def test_personal_data_is_masked() -> None:
    frame = pd.DataFrame({"segment": ["all"], "keyword": ["ivan@mail.example"], "clicks": [1.0]})
    shown = table_preview(frame, KEYWORDS, "en")
    assert shown.columns[1].cells == ("i***@***",)


def test_russian() -> None:
    frame = handmade_plan("ru").scores
    assert read_page(_drawn(frame)).text.strip().startswith("scores: строк ")
