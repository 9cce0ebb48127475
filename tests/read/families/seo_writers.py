"""Bytes of keyword tools' exports: delimited texts in their encodings, and workbooks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import xlsxwriter

Cells = Sequence[Sequence[object]]
# Workbooks tell when they were made: always the same, so that their bytes are.
MADE = datetime(2026, 1, 1)


def delimited(
    rows: Cells,
    *,
    delimiter: str = ",",
    end: str = "\n",
    encoding: str = "utf-8",
    mark: bytes = b"",
    quoted: bool = False,
    above: str = "",
) -> Callable[[], bytes]:
    """Return a writer of rows as text, with a byte-order mark and lines above where there are."""

    def write() -> bytes:
        out = io.StringIO()
        style = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=style).writerows(rows)
        return mark + (above + out.getvalue()).encode(encoding)

    return write


def workbook(sheets: Mapping[str, Cells], *, plain: bool = False) -> Callable[[], bytes]:
    """Return a writer of a workbook; a plain one names no default style, as Semrush's do."""

    def write() -> bytes:
        out = io.BytesIO()
        options = {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
        with xlsxwriter.Workbook(out, options) as book:
            book.set_properties({"created": MADE})
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return _without_styles(out.getvalue()) if plain else out.getvalue()

    return write


def _without_styles(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "xl/styles.xml":
                content = re.sub(rb"<cellStyles.*?</cellStyles>", b"", content)
            new.writestr(info, content)
    return out.getvalue()
