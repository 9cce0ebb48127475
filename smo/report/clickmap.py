"""Pictures of click maps: a page's elements by attention, and clicks where they fell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from smo.report.draw import WIDTH, Canvas, Figure, Scale
from smo.report.inert import brief_address
from smo.report.numbers import decimal, percent, size
from smo.report.words import segment_name, word

MAX_PAGES = 4  # pages of a segment, the most clicked
MAX_ELEMENTS = 25
LEFT, ROW = 250.0, 22.0
CELLS = 36  # squares across a heat layer
MAX_DOWN = 150  # squares down a heat layer
KEY = ["segment", "page"]


def element_figures(
    clicks: pd.DataFrame, matches: pd.DataFrame, language: str, *, most: int
) -> Iterator[Figure]:
    """Yield the pictures of the most clicked pages of each segment.

    Parameters
    ----------
    clicks, matches : DataFrame
        Tables of one plan; the matches tell which elements are site furniture.
    language : {"en", "ru"}
        Language of the figures.
    most : int
        Pages of a segment.

    Yields
    ------
    Figure
        Elements by the share of exposed page views in which they were clicked, in the order of
        the page where depths are known; a heat layer where clicks have coordinates.
    """
    shown = clicks[(clicks["kind"] != "post") & (clicks["clicks"] > 0)]
    furniture = set(matches.loc[matches["furniture"].astype(bool), "click_id"])
    sums = shown.groupby(KEY, sort=True)["clicks"].sum().reset_index()
    sums = sums.sort_values(["segment", "clicks", "page"], ascending=[True, False, True])
    top = sums.groupby("segment").head(most)[KEY]
    parts = dict(iter(shown.merge(top, on=KEY).groupby(KEY, sort=False)))
    for segment, page in top.itertuples(index=False):
        rows = parts[segment, page]
        yield _elements(rows, furniture, str(segment), str(page), language)
        if bool((rows["x"].notna() & rows["y"].notna()).any()):
            yield heat_figure(rows, str(segment), str(page), language)


def _elements(
    rows: pd.DataFrame, furniture: set[Any], segment: str, page: str, language: str
) -> Figure:
    sums = rows.groupby("element", sort=True).agg(
        click_id=("click_id", "first"), text=("text", "first"), clicks=("clicks", "sum"),
        exposed=("exposed", "sum"), pageviews=("clicked_pageviews", "sum"), depth=("depth", "min"),
    )  # fmt: skip
    hits = sums["pageviews"].where(sums["pageviews"] > 0, sums["clicks"])
    sums["attention"] = (hits / sums["exposed"].where(sums["exposed"] > 0)).astype("Float64")
    top = sums.reset_index().sort_values(["clicks", "element"], ascending=[False, True])
    top = top.head(MAX_ELEMENTS)
    judged = bool(top["attention"].notna().all())
    if bool(top["depth"].notna().all()):
        top = top.sort_values(["depth", "element"])
    values = top["attention" if judged else "clicks"].astype(float)
    scale = Scale(0.0, float(values.max()), LEFT, WIDTH - 70)
    canvas = Canvas()
    for place, (row, value) in enumerate(zip(top.to_dict("records"), values, strict=True)):
        y = 12 + ROW * place
        name = row["element"] if pd.isna(row["text"]) else row["text"]
        canvas.text(LEFT - 10, y + 13, str(name), "end", 36)
        kind = "c6" if row["click_id"] in furniture else "c0"
        canvas.rect(LEFT, y + 2, max(scale(value) - LEFT, 1.0), 14, kind)
        told = percent(value, language) if judged else size(value, language)
        canvas.text(scale(value) + 6, y + 13, told, "soft")
    key = "fig.elements_told" if judged else "fig.elements_clicks_told"
    told = word(key, language).format(
        n=decimal(len(top), language), rest=decimal(len(sums) - len(top), language)
    )
    title = word("fig.elements", language).format(
        segment=segment_name(segment, language), page=brief_address(page)
    )
    return canvas.figure(f"elements/{segment}/{page}", title, told, 24 + ROW * len(top))


def heat_figure(
    rows: pd.DataFrame,
    segment: str,
    page: str,
    language: str,
    screenshot: tuple[bytes, str] | None = None,
) -> Figure:
    """Return where the clicks of a page fell, over a picture of the page where one is given.

    Parameters
    ----------
    rows : DataFrame
        Rows of the clicks table of one page, some with `x` (share of the width) and `y` (pixels).
    segment, page : str
        Whose page.
    language : {"en", "ru"}
        Language of the figure.
    screenshot : tuple of bytes and str, optional
        A picture of the whole page and its kind, png or jpeg, as wide as the page.

    Returns
    -------
    Figure
        Squares, the darker the more clicks, on a scale of the root of the clicks.
    """
    placed = rows[rows["x"].notna() & rows["y"].notna() & rows["x"].between(0, 1)]
    side = WIDTH / CELLS
    across = (placed["x"].astype(float) * CELLS).clip(0, CELLS - 1).astype(int)
    down = (placed["y"].astype(float) / side).clip(0, MAX_DOWN - 1).astype(int)
    squares = pd.DataFrame(
        {"row": down, "column": across, "clicks": placed["clicks"].astype(float)}
    )
    cells = squares.groupby(["row", "column"], as_index=False, sort=True)["clicks"].sum()
    most = float(cells["clicks"].max())
    canvas = Canvas()
    height = side * (int(down.max()) + 1 if len(down) else 1)
    if screenshot is not None:
        canvas.picture(screenshot[0], screenshot[1], WIDTH, height)
    for row, column, clicks in zip(cells["row"], cells["column"], cells["clicks"], strict=True):
        strength = (float(clicks) / most) ** 0.5
        canvas.shade(int(column) * side, int(row) * side, side, 0.15 + 0.75 * strength, "c1")
    told = word("fig.heat_told", language).format(
        n=decimal(float(placed["clicks"].sum()), language)
    )
    title = word("fig.heat", language).format(
        segment=segment_name(segment, language), page=brief_address(page)
    )
    return canvas.figure(f"heat/{segment}/{page}", title, told, height)
