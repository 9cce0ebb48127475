"""Pictures of click maps: a page's elements by attention, and where its clicks fell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from smo.pictures import Picture
from smo.report.draw import WIDTH, Canvas, Figure, Scale
from smo.report.heat import fallen, heat_figure
from smo.report.inert import brief_address
from smo.report.numbers import decimal, percent, size
from smo.report.words import segment_name, word

MAX_PAGES = 4  # pages of a segment, the most clicked
MAX_ELEMENTS = 25
LEFT, ROW = 250.0, 22.0
KEY = ["segment", "page"]


def element_figures(
    clicks: pd.DataFrame,
    matches: pd.DataFrame,
    language: str,
    *,
    most: int,
    pictures: Mapping[str, Picture],
) -> Iterator[Figure]:
    """Yield the pictures of the most clicked pages of each segment, and of those with a screenshot.

    Parameters
    ----------
    clicks, matches : DataFrame
        Tables of one plan; the matches tell which elements are site furniture.
    language : {"en", "ru"}
        Language of the figures.
    most : int
        Pages of a segment.
    pictures : mapping of str to Picture
        Screenshots by page, as in the clicks.

    Yields
    ------
    Figure
        Elements by the share of exposed page views in which they were clicked, in the order of
        the page where depths are known; a heat layer where clicks have coordinates, over the
        page's screenshot where there is one.
    """
    shown = clicks[(clicks["kind"] != "post") & (clicks["clicks"] > 0)]
    furniture = set(matches.loc[matches["furniture"].astype(bool), "click_id"])
    sums = shown.groupby(KEY, sort=True)["clicks"].sum().reset_index()
    sums = sums.sort_values(["segment", "clicks", "page"], ascending=[True, False, True])
    first = sums.groupby("segment").cumcount() < most
    top = sums.loc[first | sums["page"].isin(list(pictures)), KEY]
    parts = dict(iter(shown.merge(top, on=KEY).groupby(KEY, sort=False)))
    for segment, page in top.itertuples(index=False):
        rows = parts[segment, page]
        yield _elements(rows, furniture, str(segment), str(page), language)
        if len(fallen(rows)):
            yield heat_figure(
                rows, (str(segment), str(page)), language, picture=pictures.get(str(page))
            )


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
