"""Screenshots in a real browser: each kind is painted, clicks lie on it, nothing is fetched."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from smo.extras import Extras
from tests.browser.conftest import CHROMIUM
from tests.browser.test_page import watched
from tests.report.handmade import handmade_plan
from tests.report.test_screenshots import PAGE, clicks

Image = pytest.importorskip("PIL.Image", reason="needs the extra browser")
pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
BOX = (160, 320, 400, 480)  # left, top, right, bottom of a blue box in a picture 720 wide


def _shot(kind: str) -> bytes:
    image = Image.new("RGB", (720, 900), (255, 255, 255))
    image.paste((0, 0, 255), BOX)
    held = io.BytesIO()
    image.save(held, kind, quality=90)
    return held.getvalue()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WebP"])
def test_clicks_lie_on_the_picture(kind: str, scheme: str, browser: Any, tmp_path: Path) -> None:
    rows = [(260 / 720, 390.0, 90.0), (700 / 720, 30.0, 1.0)]
    plan = handmade_plan(clicks=pd.concat([clicks(rows), clicks(rows, segment="readers")]))
    path = plan.to_html(tmp_path / "plan.html", extras=Extras(screenshots={PAGE: _shot(kind)}))
    page, noted = watched(browser)
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    figures = page.locator("figure:has(use) svg.fig")
    assert figures.count() == 2
    for number in range(2):
        box = figures.nth(number).bounding_box()
        picture = Image.open(io.BytesIO(figures.nth(number).screenshot())).convert("RGB")
        scale = box["width"] / 720

        def color(x: float, y: float, seen: Any = picture, by: float = scale) -> Any:
            return seen.getpixel((round(x * by), round(y * by)))

        paper, blue, hot, cold = color(600, 700), color(200, 340), color(270, 390), color(710, 30)
        assert min(paper) > 240
        assert blue[2] > 240
        assert max(blue[:2]) < 16
        assert hot[0] > 180  # the darkest square lies on the blue box
        assert hot[2] < 160
        assert min(cold) > 150  # the lightest one lets the paper through
        assert cold != paper
    assert noted == []
    page.close()


def test_a_picture_on_a_narrow_screen(browser: Any, tmp_path: Path) -> None:
    plan = handmade_plan(clicks=clicks([(0.5, 390.0, 90.0)]))
    path = plan.to_html(tmp_path / "plan.html", extras=Extras(screenshots=_shot("PNG")))
    page, noted = watched(browser)
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert noted == []
    page.close()
