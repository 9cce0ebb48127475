"""The cover of a workbook: what the data can say, which sheets follow, with which settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from smo.report.cells import Losses, cell_text
from smo.report.inert import MAX_SENTENCE, inert
from smo.report.numbers import decimal
from smo.report.view import Plan, PlanView, plan_view
from smo.report.words import word
from smo.spec import Table

COVER = "plan"


@dataclass(frozen=True, slots=True)
class SheetNote:
    """One sheet: its name, its rows without the head, what a row is."""

    name: str
    rows: int
    row: str


def write_cover(
    sheet: Any,
    book: xlsxwriter.Workbook,
    plan: Plan,
    notes: Sequence[SheetNote],
    losses: Losses,
) -> None:
    """Write the cover: summary, cautions, sheets with links, settings, what was changed.

    Parameters
    ----------
    sheet, book : worksheet, workbook
        Where to write; formats are made in the book.
    plan : Plan
        Tables, settings and version.
    notes : sequence of SheetNote
        The sheets written.
    losses : Losses
        What the sheets hold otherwise than the tables.
    """
    view = plan_view(plan)
    bold, head = (
        book.add_format({"bold": True, "valign": "top"}),
        book.add_format({"bold": True, "bottom": 1, "bg_color": "#EDEBE4"}),
    )
    title = book.add_format({"bold": True, "font_size": 16})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    link = book.add_format({"font_color": "#0F5F6B", "underline": 1, "valign": "top"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 90)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, word("title", view.language), title)
    sheet.write_string(1, 0, _line(view.summary))
    row = 3
    for name, lines in _blocks(view, notes, losses):
        sheet.write_string(row, 0, name, head)
        sheet.write_blank(row, 1, None, head)
        sheet.write_blank(row, 2, None, head)
        for first, second, third in lines:
            row += 1
            if name == word("sheets", view.language) and second != "0":
                sheet.write_url(row, 0, f"internal:'{first}'!A1", link, first)
            else:
                sheet.write_string(row, 0, _line(first), bold)
            sheet.write_string(row, 1, _line(second), wrap)
            sheet.write_string(row, 2, _line(third), wrap)
        row += 2


def _blocks(
    view: PlanView, notes: Sequence[SheetNote], losses: Losses
) -> Iterable[tuple[str, list[tuple[str, str, str]]]]:
    language = view.language
    said = [
        (level.level_word, sentence.segments, sentence.text)
        for level in view.levels
        for sentence in level.sentences
    ]
    yield word("diagnostics", language), said or [("", "", word("diagnostics_none", language))]
    if view.findings:
        grid = view.findings
        heads = grid.columns
        told = [
            (label, heads[place], cell)
            for label, cells in grid.rows
            for place, cell in enumerate(cells)
        ]
        yield word("findings_caption", language), told
    changed = list(_changed(losses, language))
    if changed:
        yield word("changed", language), [("", "", text) for text in changed]
    sheets = [(note.name, decimal(note.rows, language), note.row) for note in notes]
    yield word("sheets", language), [*sheets, ("columns", "", word("sheet_columns", language))]
    yield word("settings", language), [(name, value, "") for name, value in view.settings]
    yield word("version", language).format(version=_line(view.version)), []


def _changed(losses: Losses, language: str) -> Iterable[str]:
    counts = {
        "changed_cut": losses.cut, "changed_unseen": losses.unseen,
        "changed_masked": losses.masked, "changed_links": losses.plain_links,
    }  # fmt: skip
    for key, count in counts.items():
        if count:
            yield word(key, language).format(n=decimal(count, language))
    for name, parts in losses.split.items():
        yield word("changed_split", language).format(name=name, n=decimal(parts, language))


def _line(text: str) -> str:
    line = inert(text, limit=MAX_SENTENCE)
    return f"{line} " if line.startswith("<r>") else line  # XlsxWriter's own mark of rich text


def write_columns(sheet: Any, head: Any, specs: Sequence[Table]) -> None:
    """Write what every column of every table means, with its kind."""
    rows = [(spec.name, c.name, c.kind, c.means) for spec in specs for c in spec.columns]
    for place, (name, width) in enumerate(
        (("table", 14), ("column", 22), ("kind", 10), ("meaning", 80))
    ):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), 3)
    losses = Losses()
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, cell_text(text, losses))
