"""Where clicks lead: flows from page by element to page, dead ends, topics out of reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from smo.report.draw import Canvas, Figure
from smo.report.grid import Grid
from smo.report.inert import brief_address
from smo.report.numbers import percent, size
from smo.report.part import Part, grid_of, text_of
from smo.report.words import segment_name, word

MOST = 8  # rows of a table
FLOWS = 14  # drawn
FAR = 2  # clicks from a landing that most people go: beyond, a topic is told
TOP, BOTTOM, GAP, THIN, WIDE = 12.0, 12.0, 20.0, 3.0, 10.0
COLUMNS = (12.0, 242.0, 472.0)  # where pages, elements and targets stand
ROOM = 34  # characters beside a node
HEIGHT = 220.0  # of all bands together

Row = Mapping[Any, Any]


def ways_part(
    flows: pd.DataFrame, reach: pd.DataFrame, labels: Mapping[int, str], segment: str, language: str
) -> Part:
    """Return where the clicks of a segment lead.

    Parameters
    ----------
    flows, reach : DataFrame
        Checked tables of `smo.audience.trace_paths` and `find_unreachable`.
    labels : mapping of int to str
        Names of the topics.
    segment : str
        Whose.
    language : {"en", "ru"}
        Language of the report.
    """
    own = _known(flows[flows["segment"] == segment])
    far = reach[reach["segment"] == segment]
    far = far[far["steps"].isna() | (far["steps"] > FAR).fillna(value=False)].head(MOST)
    tables, host = [], _one_host(own)
    if len(own):
        grid = _flow_grid(own.head(MOST), labels, language)
        tables.append((word("ways_flows", language), grid))
    dead = own[own["dead_end"].fillna(value=False).astype(bool)]
    if len(dead):
        tables.append((word("ways_dead", language), _dead_grid(dead, host, language)))
    if len(far):
        write = {
            "steps": lambda row: (
                word("out_of_reach", language)
                if pd.isna(row["steps"])
                else size(row["steps"], language)
            ),
            "serving": lambda row: size(row["serving"], language),
        }
        grid = grid_of(far, "topic", lambda row: str(row["label"]), write, language)
        tables.append((word("ways_reach", language), grid))
    figure = flow_figure(own, segment, language)
    figures = () if figure is None else (figure,)
    return Part(word("ways_note", language), tuple(tables), figures) if tables else Part()


def _known(flows: pd.DataFrame) -> pd.DataFrame:
    """Return the clicked flows whose target is another page, topics summed; largest first."""
    told = flows[flows["target"].notna() & (flows["clicks"] > 0)]
    told = told[told["target"] != told["page"]]
    keys = ["page", "element", "target"]
    largest = told.sort_values(["clicks", "topic"], ascending=[False, True])
    sums = largest.groupby(keys, sort=True).agg(
        clicks=("clicks", "sum"), dead_clicks=("dead_clicks", "sum"), topic=("topic", "first"),
        text=("text", "first"), on_map=("on_map", "first"), dead_end=("dead_end", "first"),
    )  # fmt: skip
    return sums.reset_index().sort_values(
        ["clicks", *keys], ascending=[False, True, True, True], kind="stable"
    )


def _dead_grid(dead: pd.DataFrame, host: str, language: str) -> Grid:
    sums = dead.groupby("target", sort=True).agg(
        clicks=("clicks", "sum"), page=("page", "first"), pages=("page", "nunique")
    )
    sums = sums.reset_index().sort_values(["clicks", "target"], ascending=[False, True])
    return grid_of(
        sums.head(MOST),
        "target",
        lambda row: brief_address(_short(row["target"], host)),
        {
            "clicks": lambda row: size(row["clicks"], language),
            "from": lambda row: (
                brief_address(_short(row["page"], host))
                + (f" +{row['pages'] - 1}" if row["pages"] > 1 else "")
            ),
        },
        language,
    )


def _flow_grid(rows: pd.DataFrame, labels: Mapping[int, str], language: str) -> Grid:
    unknown, host = word("unknown", language), _one_host(rows)
    return grid_of(
        rows,
        "page",
        lambda row: brief_address(_short(row["page"], host)),
        {
            "element": _element,
            "target": lambda row: brief_address(_short(row["target"], host)),
            "topic": lambda row: (
                unknown
                if pd.isna(row["topic"])
                else text_of(labels.get(int(row["topic"])), language)
            ),
            "clicks": lambda row: size(row["clicks"], language),
            "dead_clicks": lambda row: (
                size(row["dead_clicks"], language) if row["dead_clicks"] > 0 else unknown
            ),
        },
        language,
    )


def _element(row: Row) -> str:
    return str(row["element"] if pd.isna(row["text"]) else row["text"])


def flow_figure(flows: pd.DataFrame, segment: str, language: str) -> Figure | None:
    """Return the largest flows as bands from pages by elements to targets; None without any.

    Parameters
    ----------
    flows : DataFrame
        Rows with page, element, text, target, clicks, on_map and dead_end, largest first.
    segment : str
        Whose.
    language : {"en", "ru"}
        Language of the figure.
    """
    rows = flows.head(FLOWS)
    if rows.empty:
        return None
    canvas = Canvas()
    bottom = _draw(canvas, rows)
    share = float(rows["clicks"].sum()) / float(flows["clicks"].sum())
    told = word("fig.flows_told", language).format(
        n=size(len(rows), language), share=percent(share, language)
    )
    title = word("fig.flows", language).format(segment=segment_name(segment, language))
    return canvas.figure(f"flows/{segment}", title, told, bottom + BOTTOM)


def _draw(canvas: Canvas, rows: pd.DataFrame) -> float:
    """Draw bands, boxes and names, and return where they end."""
    records = rows.assign(
        at_element=rows["page"] + "\n" + rows["element"], name=[_element(r) for r in _dicts(rows)]
    ).to_dict("records")
    scale, host = HEIGHT / float(rows["clicks"].sum()), _one_host(rows)
    ends = []
    kinds = [_kind(row) for row in records]
    widths = [max(float(row["clicks"]) * scale, THIN) for row in records]
    sides = [
        _stack([row[key] for row in records], widths) for key in ("page", "at_element", "target")
    ]
    for left, right in ((0, 1), (1, 2)):
        for n, wide in enumerate(widths):
            start = COLUMNS[left] + WIDE, sides[left][0][n]
            canvas.band(start, (COLUMNS[right], sides[right][0][n]), wide, kinds[n])
    named = (
        {row["page"]: brief_address(_short(row["page"], host), limit=ROOM) for row in records},
        {row["at_element"]: row["name"] for row in records},
        {row["target"]: brief_address(_short(row["target"], host), limit=ROOM) for row in records},
    )
    target_kinds = {row["target"]: kind for row, kind in zip(records, kinds, strict=True)}
    for x, (_, boxes), names in zip(COLUMNS, sides, named, strict=True):
        for key, (top, high) in boxes.items():
            canvas.rect(
                x, top, WIDE, high, target_kinds.get(key, "c0") if x == COLUMNS[-1] else "c0"
            )
            canvas.text(x + WIDE + 5, top + min(high, 18.0) / 2 + 4, names[key], "halo", ROOM)
            ends.append(top + max(high, GAP))
    return max(ends)


def _one_host(rows: pd.DataFrame) -> str:
    """Return the host of all pages and targets where there is one alone, else nothing."""
    hosts = {str(a).partition("/")[0] for name in ("page", "target") for a in rows[name]}
    return hosts.pop() if len(hosts) == 1 else ""


def _short(address: str, host: str) -> str:
    """Return an address without the host that all share."""
    return (address.removeprefix(host) or "/") if host else address


def _dicts(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    return rows.to_dict("records")


def _kind(row: Row) -> str:
    if not pd.isna(row["dead_end"]) and bool(row["dead_end"]):
        return "c1"
    return "c2" if not pd.isna(row["on_map"]) and bool(row["on_map"]) else "c6"


def _stack(
    keys: list[str], widths: list[float]
) -> tuple[list[float], dict[str, tuple[float, float]]]:
    """Return the top of each band in its box, and each box's top and height, largest first."""
    highs: dict[str, float] = {}
    for key, wide in zip(keys, widths, strict=True):
        highs[key] = highs.get(key, 0.0) + wide
    boxes, y = {}, TOP
    for key, high in highs.items():
        boxes[key] = (y, high)
        y += max(high + 6.0, GAP)
    used = {key: top for key, (top, _) in boxes.items()}
    tops = []
    for key, wide in zip(keys, widths, strict=True):
        tops.append(used[key])
        used[key] += wide
    return tops, boxes
