"""The page looks as it did: light, dark, on a narrow screen, in print.

A picture of the whole page is kept at a sixth of its size and compared at a twenty-fifth, so that
fonts of other machines and a sentence more pass, a section that is gone does not. Run with
SMO_UPDATE_GOLDEN=1 to keep new pictures, then look at them.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import smo
from tests.browser.conftest import CHROMIUM

Image = pytest.importorskip("PIL.Image", reason="needs the extra browser")
pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
GOLDEN = Path(__file__).parent / "golden"
LOOKS = {
    "light": {"width": 1200, "color_scheme": "light", "media": "screen"},
    "dark": {"width": 1200, "color_scheme": "dark", "media": "screen"},
    "narrow": {"width": 320, "color_scheme": "light", "media": "screen"},
    "print": {"width": 720, "color_scheme": "light", "media": "print"},
}
KEPT, COMPARED = 6, 25  # page pixels for one of the kept picture, of the compared one
# With every font of the page exchanged for a serif the shades differ by 3.4 of 255, on a narrow
# screen by 7.5, the height by 1 %; without the smallest section by 6 and 2 %.
HEIGHT = 0.04
SHADE = {"light": 5.0, "dark": 5.0, "narrow": 9.0, "print": 5.0}
GONE = [
    *(("light", name) for name in ("#diagnostics", "#beside", ".cards", "figure", "#figures")),
    *((look, name) for look in LOOKS for name in (".segment", "#methods")),
]


@pytest.fixture(scope="module")
def address(plan: smo.TopicPlan, tmp_path_factory: pytest.TempPathFactory) -> str:
    return plan.to_html(tmp_path_factory.mktemp("looks") / "plan.html").as_uri()


@pytest.fixture
def page(look: str, browser: Any, address: str) -> Iterator[Any]:
    asked = LOOKS[look]
    opened = browser.new_page(viewport={"width": asked["width"], "height": 900})
    opened.emulate_media(media=asked["media"], color_scheme=asked["color_scheme"])
    opened.goto(address)
    yield opened
    opened.close()


def _picture(page: Any) -> Any:
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return whole.resize((whole.width // KEPT, whole.height // KEPT), Image.Resampling.BOX)


def _unlike(look: str, picture: Any) -> str:
    """Return in what a picture differs from the golden one beyond the tolerance, or nothing."""
    golden = Image.open(GOLDEN / f"{look}.jpg").convert("RGB")
    taller = picture.height / golden.height
    if abs(taller - 1) > HEIGHT:
        return f"{taller:.3f} times as high"
    size = (golden.width * KEPT // COMPARED, golden.height * KEPT // COMPARED)
    both = [image.resize(size, Image.Resampling.BOX).tobytes() for image in (golden, picture)]
    shades = sum(abs(a - b) for a, b in zip(*both, strict=True)) / len(both[0])
    return f"shades differ by {shades:.1f}" if shades > SHADE[look] else ""


@pytest.mark.parametrize("look", LOOKS)
def test_it_looks_as_it_did(look: str, page: Any) -> None:
    picture = _picture(page)
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        picture.save(GOLDEN / f"{look}.jpg", quality=60, optimize=True)
    assert _unlike(look, picture) == ""


@pytest.mark.parametrize(("look", "section"), GONE)
def test_without_a_section_it_looks_otherwise(look: str, section: str, page: Any) -> None:
    page.evaluate("section => document.querySelector(section).remove()", section)
    assert _unlike(look, _picture(page)) != ""


@pytest.mark.parametrize(("look", "other"), [("light", "dark"), ("dark", "light")])
def test_in_other_colors_it_looks_otherwise(look: str, other: str, page: Any) -> None:
    page.emulate_media(color_scheme=other)
    assert _unlike(look, _picture(page)) != ""


@pytest.mark.parametrize("look", ["light", "narrow"])
def test_other_fonts_pass(look: str, page: Any) -> None:
    page.evaluate(
        "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("
        "'body { font-family: \"DejaVu Serif\", serif }');"
        "document.adoptedStyleSheets = [sheet]; }"
    )
    assert _unlike(look, _picture(page)) == ""


def test_the_pictures_are_small() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(LOOKS)
    assert all(path.stat().st_size < 90_000 for path in GOLDEN.iterdir())
