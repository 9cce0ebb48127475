"""Screenshots: told by their bytes, bared, bounded; clicks lie where they fell on them."""

from __future__ import annotations

import base64
import contextlib
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo import pictures
from smo.errors import SmoError
from smo.extras import Extras
from smo.pictures import read_picture
from smo.plan import TopicPlan
from smo.report.draw import WIDTH, Figure
from smo.report.heat import SIDE, heat_figure
from smo.report.html import render_html
from tests.report.handmade import handmade_plan
from tests.report.pages import read_page
from tests.report.shots import chunk, jpeg, png, webp

PAGE = "https://shop.example/"
SVG = "{http://www.w3.org/2000/svg}"
SHOT = png(64, 96, [(16, 32, 8, (200, 0, 0))])


def clicks(rows: list[tuple[float | None, float | None, float]], **same: object) -> pd.DataFrame:
    told = {"segment": "buyers", "page": PAGE, "kind": "element", "device": None} | same
    return pd.DataFrame(
        [
            {"click_id": f"{n:08x}", "element": f"point {n}", "x": x, "y": y, "clicks": c} | told
            for n, (x, y, c) in enumerate(rows)
        ]
    ).astype({"x": "Float64", "y": "Float64"})


def squares(figure: Figure) -> dict[tuple[int, int], int]:
    """Return the level of each square drawn, by row and column, read back from the SVG."""
    found = {}
    for mark in ET.fromstring(figure.svg).findall(f"{SVG}path"):  # noqa: S314 - our own text
        assert mark.get("transform") == f"scale({SIDE:g})"
        level = int(str(mark.get("class")).partition(" h")[2])
        for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", str(mark.get("d"))):
            left, row, n = map(int, run)
            found |= {(row, left + step): level for step in range(n)}
    return found


@pytest.mark.parametrize(
    ("data", "kind"),
    [(SHOT, "png"), (jpeg(64, 96), "jpeg"), (webp(64, 96), "webp"),
     (webp(64, 96, b"VP8 "), "webp"), (webp(64, 96, b"VP8L"), "webp")],
)  # fmt: skip
def test_bytes_say_what_a_picture_is(data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "shot.txt"
    path.write_bytes(data + b"<script>alert(1)</script>")
    picture = read_picture(path)
    assert (picture.kind, picture.width, picture.height) == (kind, 64, 96)
    for remark in (b"Ann", b"GPS", b"script"):
        assert remark not in picture.data
    assert read_picture(picture.data).data == picture.data


def test_two_pixels_for_each_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "home@2x.png"
    path.write_bytes(SHOT)
    picture = read_picture(str(path))
    assert (picture.width, picture.height) == (32, 48)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<svg xmlns='x' onload='alert(1)'/>", "it is an SVG or another text"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", "it is an SVG or another text"),
        (b"GIF89a", "it is no picture"),
        (b"", "it is no picture"),
        (b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'/>", "the png is broken or cut short"),
        (png(0, 5), "it has 0 x 5 pixels"),
        (png(1, 1)[:8] + chunk(b"IHDR", b"\0\0\xff\xff" * 2 + b"\x08\2\0\0\0") + png(1, 1)[33:],
         "65,535 x 65,535 pixels; a page may hold 40,000,000"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "shot.png"
    path.write_bytes(data)
    with pytest.raises(SmoError, match=rf"shot\.png: .*{re.escape(told)}.*Remedy: "):
        read_picture(path)


@pytest.mark.parametrize("data", [SHOT, jpeg(6, 9), webp(6, 9), webp(6, 9, b"VP8L")])
@settings(max_examples=40, deadline=None)
@given(share=st.floats(0.0, 0.999))
def test_a_picture_cut_short_is_refused(data: bytes, share: float) -> None:
    with pytest.raises(SmoError, match=r"picture: .*Remedy: "):
        read_picture(data[: int(share * len(data))])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([SHOT[:8], jpeg(6, 9)[:20], webp(6, 9)[:12]]), st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes) -> None:
    with contextlib.suppress(SmoError):
        picture = read_picture(start + rest)
        assert picture.width * picture.height > 0


def test_too_large_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "home.png"
    path.write_bytes(SHOT)
    assert read_picture(path).width == 64
    held = len(read_picture(path).data)
    monkeypatch.setattr(pictures, "MAX_BYTES", held + 1)
    other = png(64, 95)
    with pytest.raises(SmoError, match=r"the largest .*home\.png: together .*WebP or JPEG"):
        Extras(screenshots={"/a": path, "/b": other})
    assert len(Extras(screenshots={"/a": path, "/b": SHOT}).pictures) == 2
    monkeypatch.setattr(pictures, "MAX_BYTES", held - 1)
    with pytest.raises(SmoError, match=rf"home\.png: it has {held} bytes.*WebP or JPEG"):
        read_picture(path)
    monkeypatch.setattr(pictures, "MAX_BYTES", 1)
    with pytest.raises(SmoError, match=r"home\.png: it has \d+ bytes\. Remedy: save it as WebP"):
        read_picture(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SmoError, match=r"none\.png: cannot read the picture: No such file"):
        read_picture(tmp_path / "none.png")
    with pytest.raises(SmoError, match="a int is no picture"):
        read_picture(7)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    x=st.floats(0.0, 1.0), share=st.floats(0.0, 0.999),
    width=st.integers(100, 3000), height=st.integers(50, 4000),
)  # fmt: skip
def test_a_hot_spot_lies_where_it_was_clicked(
    x: float, share: float, width: int, height: int
) -> None:
    picture = pictures.Picture(b"", "png", width, height, "a")
    y = share * height
    cold = [(0.0, 0.0, 1.0), (1.0, height * 0.5, 1.0)]
    figure = heat_figure(clicks([(x, y, 500.0), *cold]), ("buyers", PAGE), "en", picture=picture)
    assert figure.height == pytest.approx(WIDTH * height / width)
    hottest = [spot for spot, level in squares(figure).items() if level == 8]
    assert len(hottest) == 1
    top, left = (SIDE * place for place in hottest[0])
    at = (x * WIDTH, y * WIDTH / width)
    assert left - 1e-6 <= at[0] <= left + SIDE + 1e-6
    assert top - 1e-6 <= at[1] <= top + SIDE + 1e-6


def test_darkness_is_the_root_of_the_share_and_all_clicks_are_told() -> None:
    picture = pictures.Picture(b"", "png", 720, 400, "a")
    rows = [(0.1, 5, 64), (0.101, 6, 36), (0.9, 399, 25), (0.5, 100, 1), (0.5, 401, 7),
            (1.2, 5, 3), (0.2, -1, 2), (None, None, 900)]  # fmt: skip
    figure = heat_figure(clicks(rows), ("buyers", PAGE), "en", picture=picture)
    assert squares(figure) == {(0, 3): 8, (19, 32): 4, (5, 18): 1}
    assert figure.description == (
        "Where 126 clicks fell; the darker a square, the more of them, up to 100. "
        "Not shown, outside of the picture: 12 clicks."
    )


def test_without_a_screenshot_what_lies_deep_is_told_and_devices_too() -> None:
    rows = pd.concat([clicks([(0.1, 20, 4), (0.12, 21, 4)], device="desktop"),
                      clicks([(0.5, 9000, 3)], device="mobile")])  # fmt: skip
    figure = heat_figure(rows, ("buyers", PAGE), "en")
    assert squares(figure) == {(1, 3): 8, (1, 4): 8}
    assert "outside of the picture: 3 clicks" in figure.description
    assert "together: desktop, mobile" in figure.description
    assert figure == heat_figure(rows.iloc[::-1], ("buyers", PAGE), "en")


@pytest.fixture
def plan() -> TopicPlan:
    rows = [(0.1, 30.0, 5.0), (0.9, 60.0, 1.0)]
    return handmade_plan(
        clicks=pd.concat([clicks(rows), clicks(rows, segment="readers"),
                          clicks([(None, None, 9.0)], page="https://shop.example/b")])
    )  # fmt: skip


def test_the_page_holds_a_picture_once_and_nothing_else(plan: TopicPlan) -> None:
    extras = Extras(screenshots={"http://www.shop.example": SHOT})
    assert repr(extras) == "<Extras: screenshots>"
    page = read_page(render_html(plan, extras))
    found = [dict(attributes) for tag, attributes in page.tags if tag == "image"]
    assert len(found) == 1
    source = str(found[0]["href"])
    assert base64.b64decode(source.removeprefix("data:image/png;base64,")).startswith(b"\x89PNG")
    uses = [a["href"] for a in page.all("use")]
    assert uses == [f"#{found[0]['id']}"] * 2
    policy = next(str(m["content"]) for m in page.all("meta") if "http-equiv" in m)
    assert "default-src 'none'" in policy
    assert "img-src data:; base-uri 'none'" in policy
    assert "img-src" not in render_html(plan)
    assert render_html(plan, extras) == render_html(plan, extras)


def test_figures_hold_their_picture(plan: TopicPlan) -> None:
    figures = plan.figures(extras=Extras(screenshots=SHOT))
    heat = figures[f"heat/buyers/{PAGE}"]
    assert heat.svg.count("<image") == 1
    assert heat.svg.index("<image") < heat.svg.index("<path")
    assert "<image" not in figures[f"elements/buyers/{PAGE}"].svg
    assert "<image" not in plan.figures()[f"heat/buyers/{PAGE}"].svg


@pytest.mark.parametrize(
    ("shots", "told"),
    [
        ({"https://shop.example/b": SHOT}, r"page '.*/b' has coordinates.*Remedy"),
        ({"https://shop.exampel/": SHOT}, r"did you mean 'https://shop\.example/'\?"),
    ],
)  # fmt: skip
def test_a_screenshot_of_no_page_is_told(
    plan: TopicPlan, shots: dict[str, bytes], told: str
) -> None:
    with pytest.raises(SmoError, match=told):
        plan.figures(extras=Extras(screenshots=shots))


def test_one_screenshot_alone_needs_one_page(plan: TopicPlan) -> None:
    two = pd.concat([plan.clicks, clicks([(0.1, 2.0, 1.0)], page="https://shop.example/c")])
    with pytest.raises(SmoError, match=r"it is not told of which page.*name the page: 'https"):
        handmade_plan(clicks=two).figures(extras=Extras(screenshots=SHOT))
    with pytest.raises(SmoError, match=r"no click row has coordinates.*heatmaps of PostHog"):
        handmade_plan().figures(extras=Extras(screenshots=SHOT))
