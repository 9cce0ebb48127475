"""Heat of clicks: where they fell on a page, over a screenshot of it where one is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from smo.errors import SmoError, nearest, quoted
from smo.pictures import Picture
from smo.report.backdrop import Backdrop
from smo.report.draw import WIDTH, Canvas, Figure
from smo.report.inert import brief_address
from smo.report.numbers import decimal
from smo.report.words import segment_name, word
from smo.text.urls import canonical_url

CELLS = 36  # squares across
SIDE = WIDTH / CELLS
MAX_DOWN = 150  # squares down where no screenshot tells the height of the page
LEVELS = 8  # of darkness
Cells = dict[tuple[int, int], float]


def fallen(clicks: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of clicks on elements whose place on the page is known."""
    known = clicks["x"].notna() & clicks["y"].notna() & (clicks["clicks"] > 0)
    return clicks[known & (clicks["kind"] != "post")]


def page_pictures(given: Mapping[str, Picture], clicks: pd.DataFrame) -> dict[str, Picture]:
    """Return the screenshots by the addresses of the click map that they are of.

    Parameters
    ----------
    given : mapping of str to Picture
        By address, in any spelling; "" is the only page whose clicks have coordinates.
    clicks : DataFrame
        The clicks table.

    Returns
    -------
    dict of str to Picture
        By page as in `clicks`.

    Raises
    ------
    SmoError
        When no click of a page has coordinates, or it is not told which page is meant.
    """
    if not given:
        return {}
    pages = sorted(set(fallen(clicks)["page"].astype(str)))
    meant: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        meant[_spelling(page)].append(page)
    found: dict[str, Picture] = {}
    for address, picture in given.items():
        own = list(meant) if address == "" else [_spelling(address)]
        if len(own) != 1 or own[0] not in meant:
            raise _no_page(address, picture, pages)
        found |= dict.fromkeys(meant[own[0]], picture)
    return found


def _spelling(page: str) -> str:
    return canonical_url(page) or page


def _no_page(address: str, picture: Picture, pages: list[str]) -> SmoError:
    if not pages:
        problem = "no click row has coordinates (x and y) to show on a screenshot"
        remedy = "give an export with coordinates, such as the heatmaps of PostHog"
    elif address == "":
        problem = "it is not told of which page it is"
        remedy = f"name the page: {quoted(pages, limit=5)}"
    else:
        near = nearest(address, pages)
        problem = f"no click row of the page {address!r} has coordinates"
        remedy = f"did you mean {near!r}?" if near else f"name one of {quoted(pages, limit=5)}"
    return SmoError(problem, where=f"screenshot {picture.name}", remedy=remedy)


def heat_figure(
    rows: pd.DataFrame, place: tuple[str, str], language: str, *, picture: Picture | None = None
) -> Figure:
    """Return where the clicks of a page fell, over a screenshot of the page where one is given.

    Parameters
    ----------
    rows : DataFrame
        Rows of the clicks table of one page, some with `x` (share of the width) and `y` (pixels).
    place : tuple of str
        Segment and page.
    language : {"en", "ru"}
        Language of the figure.
    picture : Picture, optional
        The whole page, a pixel for each of the page; drawn as wide as the figure.

    Returns
    -------
    Figure
        Squares of a 36th of the page's width, in eight steps of darkness by the root of their
        clicks. Without a screenshot the width of the page is not known: then a pixel down the
        page is one of the figure. Clicks outside of what is drawn are counted in its words.
    """
    known = fallen(rows).sort_values(["y", "x", "clicks"])  # sums of any order are the same
    scale = WIDTH / picture.width if picture else 1.0
    limit = picture.height * scale if picture else MAX_DOWN * SIDE
    down = known["y"].astype(float) * scale
    inside = known["x"].between(0, 1) & (down >= 0) & (down < limit)
    cells = _cells(known[inside], down[inside])
    height = limit if picture else SIDE * (1 + max((row for row, _ in cells), default=0))
    canvas = Canvas()
    for level, runs in _levels(cells):
        canvas.squares(runs, SIDE, f"{'heat' if picture else 'c1'} h{level}")
    segment, page = place
    title = word("fig.heat", language).format(
        segment=segment_name(segment, language), page=brief_address(page)
    )
    backdrop = Backdrop(picture.data, picture.kind, WIDTH, height) if picture else None
    told = _told(known, inside, cells, language)
    return canvas.figure(f"heat/{segment}/{page}", title, told, height, backdrop)


def screenshot_figures(
    clicks: pd.DataFrame, pictures: Mapping[str, Picture], language: str, *, most: int
) -> Iterator[tuple[str, Figure]]:
    """Yield each screenshot with the clicks of the segments most clicked there, and the segment."""
    known = fallen(clicks)
    parts = dict(iter(known.groupby(["page", "segment"], sort=True)))
    for page, picture in pictures.items():
        sums = known[known["page"] == page].groupby("segment", sort=True)["clicks"].sum()
        ranked = sorted(sums.items(), key=lambda pair: (-float(pair[1]), str(pair[0])))
        for segment, _ in ranked[:most]:
            rows = parts[page, segment]
            yield str(segment), heat_figure(rows, (str(segment), page), language, picture=picture)


def _cells(known: pd.DataFrame, down: pd.Series[float]) -> Cells:
    """Return the clicks of each square by its row and column."""
    rows = np.floor(down.to_numpy(dtype=float) / SIDE).astype(int)
    across = np.floor(known["x"].to_numpy(dtype=float) * CELLS).astype(int)
    cells: Cells = defaultdict(float)
    clicks = known["clicks"].to_numpy(dtype=float)
    columns = np.minimum(across, CELLS - 1)
    for row, column, n in zip(rows.tolist(), columns.tolist(), clicks.tolist(), strict=True):
        cells[row, column] += n
    return dict(sorted(cells.items()))


def _levels(cells: Cells) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
    """Yield each step of darkness with its runs of squares side by side."""
    most = max(cells.values(), default=1.0)
    runs: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (row, column), clicks in cells.items():
        own = runs[max(1, round(LEVELS * (clicks / most) ** 0.5))]
        if own and own[-1][0] == row and sum(own[-1][1:]) == column:
            own[-1] = (row, own[-1][1], own[-1][2] + 1)
        else:
            own.append((row, column, 1))
    yield from sorted(runs.items())


def _told(known: pd.DataFrame, inside: pd.Series[bool], cells: Cells, language: str) -> str:
    clicks = known["clicks"].astype(float)
    told = [
        word("fig.heat_told", language).format(
            n=decimal(sum(cells.values()), language),
            most=decimal(max(cells.values(), default=0.0), language),
        )
    ]
    beyond = float(clicks[~inside].sum())
    if beyond > 0:
        told.append(word("fig.heat_beyond", language).format(n=decimal(beyond, language)))
    devices = sorted(set(known["device"].dropna()))
    if len(devices) > 1:
        told.append(word("fig.heat_devices", language).format(names=", ".join(devices)))
    return " ".join(told)
