"""Figures: which there are, what they hold, that they are the same bytes, and that they are SVG."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.plan import TopicPlan
from smo.report.draw import Figure, Scale
from smo.report.figures import curve_figure, forest_figure, matrix_figure
from smo.report.topicmap import topic_map
from tests.report.handmade import handmade_plan
from tests.report.test_hostile import everywhere

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def plan() -> TopicPlan:
    world = smo.datasets.load_demo()
    words = world.keywords[world.keywords["segment"] == "buyers"]
    taps = world.clicks[world.clicks["segment"] == "buyers"]
    return smo.analyze(words, taps, settings=smo.Settings(null_worlds=0))


@pytest.fixture(scope="module")
def figures(plan: TopicPlan) -> dict[str, Figure]:
    return plan.figures()


def marks(figure: Figure, tag: str) -> list[ET.Element]:
    return ET.fromstring(figure.svg).findall(f".//{SVG}{tag}")  # noqa: S314 - our own text


def test_every_kind_is_there(figures: dict[str, Figure]) -> None:
    assert list(figures)[:4] == ["matrix/buyers", "opportunity/buyers", "topics", "curve"]
    assert [name.split("/")[0] for name in list(figures)[4:]] == ["elements"] * 4


def test_each_has_title_and_description(figures: dict[str, Figure]) -> None:
    for figure in figures.values():
        root = ET.fromstring(figure.svg)  # noqa: S314 - our own text
        ids = str(root.get("aria-labelledby")).split()
        texts = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
        assert [text.get("id") for text in texts if text is not None] == ids
        assert all(text is not None and text.text for text in texts)
        assert "style" not in figure.inline
        assert "prefers-color-scheme:dark" in figure.svg


def test_dots_are_the_rows(plan: TopicPlan, figures: dict[str, Figure]) -> None:
    on_map = plan.scores[(plan.scores["attention"] > 0) & (plan.scores["demand"] > 0)]
    corners = on_map["corner"].nunique()
    assert len(marks(figures["matrix/buyers"], "circle")) == len(on_map) + corners
    sized = plan.proposals["size_median"].notna().sum()
    assert len(marks(figures["opportunity/buyers"], "circle")) == sized
    assert len(marks(figures["curve"], "circle")) == plan.curve["silhouette"].notna().sum()
    assert len(marks(figures["topics"], "circle")) == min(plan.topics["topic"].nunique(), 120)


WIDE = 8.5  # pixels of a letter in a wide font


def outside(figure: Figure) -> list[str]:
    """Return the texts that a wide font would write beyond an edge of the figure."""
    wrong = []
    for mark in marks(figure, "text"):
        text, (x, y) = "".join(mark.itertext()), (float(str(mark.get(n))) for n in "xy")
        kinds, wide = str(mark.get("class")).split(), WIDE * len(text)
        left = x - wide * (0.5 if "mid" in kinds else 1.0 if "end" in kinds else 0.0)
        if left < 0 or left + wide > figure.width or y < 11 or y + 3 > figure.height:
            wrong.append(text)
    return wrong


def test_names_of_the_map_are_inside_it(figures: dict[str, Figure]) -> None:
    assert outside(figures["topics"]) == []
    assert len(marks(figures["topics"], "text")) > 20


def crowded(pillars: int) -> Figure:
    """Return a map of forty topics with the longest names, in so many pillars."""
    names = [f"{'щ' * 30} {n}" for n in range(40)]
    topics = pd.DataFrame(
        {"topic": range(40), "normal": [f"w{n} w{n + 1}" for n in range(40)], "label": names,
         "pillar": [n % pillars for n in range(40)],
         "pillar_label": [f"{n % pillars} " + "щ" * 60 for n in range(40)]}
    )  # fmt: skip
    scores = pd.DataFrame({"topic": range(40), "demand": [float(90 - n) for n in range(40)]})
    figure = topic_map(topics, scores, "ru")
    assert figure is not None
    return figure


@pytest.mark.parametrize(("pillars", "told"), [(1, 0), (2, 2), (5, 5), (6, 6), (9, 7)])
def test_the_map_says_which_color_is_which_pillar(pillars: int, told: int) -> None:
    figure = crowded(pillars)
    assert outside(figure) == []
    swatches = [m for m in marks(figure, "rect") if str(m.get("class")).startswith("c")]
    texts = ["".join(m.itertext()) for m in marks(figure, "text") if m.get("class") == "soft"]
    assert [str(m.get("class")) for m in swatches] == [f"c{n}" for n in range(told)]
    assert [text.split()[0] for text in texts[:6]] == [str(n) for n in range(min(told, 6))]
    assert texts[6:] == ["другие направления"] * (told > 6)
    drawn = {str(m.get("class")).split()[1] for m in marks(figure, "circle")}
    assert not swatches or drawn == {str(m.get("class")) for m in swatches}


def test_a_figure_that_is_not_there_is_told(figures: dict[str, Figure]) -> None:
    with pytest.raises(SmoError, match=r"no figure 'topic'. Remedy: did you mean 'topics'\?"):
        figures["topic"]
    with pytest.raises(KeyError, match="the plan has 'matrix/buyers', 'opportunity/buyers'"):
        figures["elsewhere"]
    assert figures.get("topic") is None


def test_circles_of_the_map_do_not_overlap(figures: dict[str, Figure]) -> None:
    circles = [
        tuple(float(str(c.get(name))) for name in ("cx", "cy", "r"))
        for c in marks(figures["topics"], "circle")
    ]
    gaps = [
        ((x - u) ** 2 + (y - v) ** 2) ** 0.5 - r - s
        for n, (x, y, r) in enumerate(circles)
        for u, v, s in circles[:n]
    ]
    assert min(gaps) > -1.0
    assert all(r <= x <= 720 - r and r <= y <= 520 - r for x, y, r in circles)


def test_whiskers_are_the_intervals() -> None:
    row = handmade_plan().proposals.query("segment == 'buyers' and size_unit == 'clicks'")
    figure = forest_figure(row, "buyers", "80%", "en")
    assert figure is not None
    lines = [m for m in marks(figure, "line") if m.get("class") == "whisker"]
    low, high = float(str(lines[0].get("x1"))), float(str(lines[0].get("x2")))
    scale = Scale(-12.0, 398.0, 260.0, 696.0)
    assert (low, high) == pytest.approx((scale(211.0), scale(398.0)), abs=0.1)


def test_same_plan_same_bytes(plan: TopicPlan, figures: dict[str, Figure]) -> None:
    assert plan.figures() == figures
    shuffled = plan.scores.sample(frac=1, random_state=1)
    assert matrix_figure(shuffled, "buyers", "en") == figures["matrix/buyers"]


def test_nothing_to_draw_is_no_figure() -> None:
    empty = handmade_plan().scores.iloc[:0]
    assert matrix_figure(empty, "a", "en") is None
    assert forest_figure(handmade_plan().proposals.iloc[:0], "a", "80%", "en") is None
    assert curve_figure(None, "en") is None


def test_hostile_text_is_text(hostile: str) -> None:
    for figure in everywhere(hostile).figures().values():
        tags = {mark.tag.removeprefix(SVG) for mark in ET.fromstring(figure.svg).iter()}  # noqa: S314
        assert tags <= {
            "svg",
            "title",
            "desc",
            "style",
            "rect",
            "line",
            "text",
            "circle",
            "polyline",
        }


def test_saved_as_svg_and_refused_otherwise(figures: dict[str, Figure], tmp_path: Path) -> None:
    path = figures["curve"].save(tmp_path / "curve.svg")
    assert path.read_text(encoding="utf-8") == figures["curve"].svg
    with pytest.raises(SmoError, match=r"no ending '\.gif'"):
        figures["curve"].save(tmp_path / "curve.gif")


def test_saved_as_png(figures: dict[str, Figure], tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="needs the extra viz")
    data = figures["topics"].save(tmp_path / "topics.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 1440


def test_png_without_its_extra(
    figures: dict[str, Figure], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(SmoError, match=r"needs the package resvg-py.*smo-analyzer\[viz\]"):
        figures["curve"].save(tmp_path / "curve.png")
