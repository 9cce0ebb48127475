"""A plan as an Excel workbook: a cover, then one sheet for each table, every cell of its type."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from smo.extras import EXTRA_TABLES, Extras
from smo.report.cells import FORMULA_STARTS, Losses, cell_values
from smo.report.cover import COVER, SheetNote, write_columns, write_cover
from smo.report.inert import is_address
from smo.report.sheets import ColumnCells, ColumnSheet
from smo.report.view import Plan
from smo.report.words import word
from smo.spec import Column, Table
from smo.tables import ALL_TABLES
from smo.text.personal import holds_personal

MAX_ROWS = 1_048_576  # of a sheet, with its head: a limit of the file format
MAX_LINKS = 10_000  # of a column; Excel takes 65,530 a sheet, and each costs a part of the file
MAX_LINK = 2_000  # characters of an address that is a link; XlsxWriter takes 2,079
FIRST = ("proposals", "scores", "dialect", "pages", "topics", "keywords", "clicks", "matches")
LINKED = ("page", "target")
BARS = {
    "proposals": ("size_median", "p_top"),
    "scores": ("demand", "demand_share", "attention", "shortfall", "potential"),
    "dialect": ("delta",),
    "keywords": ("impressions", "volume"),
    "clicks": ("clicks",),
    "pages": ("views", "clicks", "impressions"),
    "matches": ("clicks",),
    "coverage": ("click_share",),
    "influencers": ("score",),
    "flows": ("clicks",),
    "measurement": ("clicks",),
}
VERDICTS = {"act": "#DFF2E6", "wait": "#FBECD0", "suggest": "#E2EBFA", "explore": "#EDE5F8"}
WIDTHS = {"text": 18, "texts": 40, "number": 12, "whole": 8, "flag": 9, "date": 12}
WIDE = {"reason": 60, "message": 80, "keyword": 32, "title": 28, "label": 28, "page": 44}
WRAPPED = ("reason", "message", "keywords", "questions", "pages", "elements", "notes")
_MADE = datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Styles:
    """Formats of the workbook, each made once."""

    head: Any
    quoted: Any
    link: Any
    by_kind: Mapping[str, Any]
    verdicts: Mapping[str, Any]


def render_excel(plan: Plan, extras: Extras | None = None) -> bytes:
    """Return the plan as an Excel workbook.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.
    extras : Extras, optional
        Tables made beside the plan; each with rows is a sheet of its own.

    Returns
    -------
    bytes
        The same plan gives the same bytes. Texts are texts, never formulas; only http and https
        addresses are links. What a sheet cannot hold is told on the cover: texts cut at 32,767
        characters, tables split at 1,048,576 rows.
    """
    stream = io.BytesIO()
    tables = [(spec, getattr(plan, spec.name)) for spec in _ordered(plan)]
    if extras is not None:
        tables += [(EXTRA_TABLES[name], frame) for name, frame in extras.tables().items()]
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": word("title", "en"), "created": _MADE})
        styles = _styles(book)
        cover = book.add_worksheet(COVER)
        losses = Losses()
        notes = [
            note
            for spec, frame in tables
            for note in _write_table(book, frame, spec, styles, losses)
        ]
        write_columns(book.add_worksheet("columns"), styles.head, [spec for spec, _ in tables])
        write_cover(cover, book, plan, notes, losses)
    return stream.getvalue()


def _ordered(plan: Plan) -> list[Table]:
    """Return the specs of the tables that the plan has, those people read first."""
    has = {spec.name: spec for spec in ALL_TABLES if hasattr(plan, spec.name)}
    return [has[name] for name in (*FIRST, *(name for name in has if name not in FIRST))]


def _styles(book: xlsxwriter.Workbook) -> Styles:
    top = {"valign": "top"}
    formats = {
        "count": "#,##0.##", "share": "0.0%", "number": "#,##0.0###", "whole": "0",
        "date": "yyyy-mm-dd",
    }  # fmt: skip
    return Styles(
        head=book.add_format({"bold": True, "bottom": 1, "bg_color": "#EDEBE4"}),
        # the quote mark keeps a text a text where somebody edits it
        quoted=book.add_format({**top, "quote_prefix": True}),
        link=book.add_format({**top, "font_color": "#0F5F6B", "underline": 1}),
        by_kind={
            **{
                name: book.add_format({**top, "num_format": form}) for name, form in formats.items()
            },
            "text": book.add_format(top),
            "wrapped": book.add_format({**top, "text_wrap": True}),
        },
        verdicts={name: book.add_format({"bg_color": color}) for name, color in VERDICTS.items()},
    )


def _write_table(
    book: xlsxwriter.Workbook, frame: pd.DataFrame, spec: Table, styles: Styles, losses: Losses
) -> Iterator[SheetNote]:
    """Write a table on as many sheets as its rows need, and tell each; none if it has no row."""
    room = MAX_ROWS - 1
    parts = range(0, len(frame), room)
    if len(parts) > 1:
        losses.split[spec.name] = len(parts)
    for number, start in enumerate(parts, start=1):
        name = spec.name if number == 1 else f"{spec.name} ({number})"
        part = frame.iloc[start : start + room]
        _write_sheet(book.add_worksheet(name, ColumnSheet), part, spec, styles, losses)
        yield SheetNote(name, len(part), spec.row)
    if frame.empty:
        yield SheetNote(spec.name, 0, spec.row)


def _write_sheet(
    sheet: Any, frame: pd.DataFrame, spec: Table, styles: Styles, losses: Losses
) -> None:
    columns = []
    for place, column in enumerate(spec.columns):
        style = styles.by_kind[_style_name(column)]
        sheet.set_column(place, place, WIDE.get(column.name, WIDTHS[column.kind]), style)
        values = cell_values(frame[column.name], column, losses)
        if column.name in LINKED:
            marks = _link_cells(sheet, place, values, losses)
            columns.append(ColumnCells(place, values, style, styles.link, marks))
        else:
            marks = _formula_like(values) if column.kind in ("text", "texts") else frozenset()
            columns.append(ColumnCells(place, values, style, styles.quoted, marks))
    sheet.take_columns(spec.names, styles.head, columns)
    sheet.freeze_panes(1, 2 if spec.names[0] == "segment" else 1)
    sheet.autofilter(0, 0, len(frame), len(spec.columns) - 1)
    _highlight(sheet, spec, len(frame), styles)


def _formula_like(values: list[Any]) -> frozenset[int]:
    """Return the places of texts that a spreadsheet would take for a formula where it is typed."""
    return frozenset(n for n, text in enumerate(values) if text and text[0] in FORMULA_STARTS)


def _link_cells(sheet: Any, place: int, values: list[Any], losses: Losses) -> frozenset[int]:
    """Make cells links where they hold a plain web address, and return their places."""
    links = [
        number
        for number, text in enumerate(values)
        if text and len(text) <= MAX_LINK and is_address(text) and not holds_personal(text)
    ]
    losses.plain_links += max(len(links) - MAX_LINKS, 0)
    for number in links[:MAX_LINKS]:
        sheet.write_url(number + 1, place, values[number], string=values[number])
    return frozenset(links[:MAX_LINKS])


def _style_name(column: Column) -> str:
    if column.kind in ("text", "texts", "flag"):
        return "wrapped" if column.name in WRAPPED else "text"
    if column.kind == "number":
        if column.high == 1.0:
            return "share"
        return "count" if column.low == 0.0 else "number"
    return column.kind


def _highlight(sheet: Any, spec: Table, rows: int, styles: Styles) -> None:
    for name in BARS.get(spec.name, ()):
        if name in spec.names:
            place = spec.names.index(name)
            bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#7FB4BB"}
            sheet.conditional_format(1, place, rows, place, bar)
    if "verdict" in spec.names:
        place = spec.names.index("verdict")
        for verdict, style in styles.verdicts.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{verdict}"', "format": style}
            sheet.conditional_format(1, place, rows, place, rule)
