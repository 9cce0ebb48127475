"""Workbooks: their sheets as rows, after a look at how many cells they would unfold to."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any

import numpy as np
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from smo.errors import SmoError
from smo.read.archives import check_zip_size

# What other programs pack as workbooks are packed, by the start of a member's name.
DOCUMENTS = {"word/": "a text document", "ppt/": "a presentation"}
# A sheet is unfolded to all cells between its first and last: two cells far apart are a bomb.
# This many take about a gigabyte; 26 columns of the most rows a sheet may have stay below.
MAX_CELLS = 30_000_000
MAX_ROWS = 1_048_576
# Blocks that stay in the cache of the processor: four times as large take half as long again.
BLOCK = 1 << 20
# A reference has up to three letters and seven digits between quotation marks.
_LONGEST = 16
_NAME, _EQUALS, _QUOTES, _SPACES = ord("r"), ord("="), b"\"'", b" \t\r\n"
_FILLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br\s*=\s*["\']([A-Z]+\d+)["\'][^>]*(?<!/)>')
_ROWS_REPEATED = re.compile(
    rb'<table:table-row\b[^>]*number-rows-repeated="(\d+)"[^>]*>(.*?)</table:table-row>', re.DOTALL
)
_CELLS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"[^>]*office:value-type')

Bytes = np.ndarray[Any, np.dtype[np.uint8]]
Places = np.ndarray[Any, np.dtype[np.int64]]


def is_workbook(data: bytes) -> bool:
    """Return whether the bytes are an XLSX, ODS or old XLS workbook, or another office document."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return False
    return "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names


def sheets(data: bytes, name: str) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield name and rows of each sheet of a workbook.

    Raises
    ------
    SmoError
        When the workbook is damaged, locked, or larger than any export.
    """
    try:
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                check_zip_size(archive, len(data), name)
                _refuse_documents(archive.namelist(), name)
                _check_cells(archive, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheet_names:
            yield sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise SmoError(
            "the workbook is locked by a password", where=name, remedy="save it without one"
        ) from error
    except (
        CalamineError, XmlError, ZipError, WorksheetNotFound, zipfile.BadZipFile, zlib.error,
        EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
    ) as error:  # fmt: skip
        if isinstance(error, SmoError):
            raise
        raise SmoError(
            f"the workbook is damaged: {error}", where=name, remedy="export it again"
        ) from error


def _refuse_documents(members: Iterable[str], name: str) -> None:
    for member in members:
        for start, kind in DOCUMENTS.items():
            if member.startswith(start):
                raise SmoError(
                    f"this is {kind}, not a workbook",
                    where=name,
                    remedy="save its table as XLSX or CSV",
                )


def _check_cells(archive: zipfile.ZipFile, name: str) -> None:
    """Raise where a sheet would unfold to more cells than fit in memory."""
    for info in archive.infolist():
        if info.filename == "xl/workbook.bin":
            raise SmoError(
                "this is a binary workbook (XLSB)", where=name, remedy="save it as XLSX or CSV"
            )
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", info.filename):
            with archive.open(info) as sheet:
                if _is_near(sheet):
                    continue
            with archive.open(info) as sheet:
                rows, columns = _extent(sheet)
            if rows * columns > MAX_CELLS and rows <= MAX_ROWS:
                rows, columns = _filled(archive.read(info))
        elif info.filename == "content.xml":
            rows, columns = _repeated(archive.read(info))
        else:
            continue
        if rows > MAX_ROWS or rows * columns > MAX_CELLS:
            raise SmoError(
                f"a sheet reaches to row {rows:,} and column {columns:,}, which is no export's",
                where=name,
                remedy="delete the cells far away from the table, or save the sheet as CSV",
            )


def _is_near(sheet: IO[bytes]) -> bool:
    """Return whether all cells lie in columns A to Z and rows of six digits, as most sheets' do.

    A look at three letters of a reference takes a fourth of the time of its numbers, and this
    many cells fit in memory. White space beside an equals sign is left to the longer look.
    """
    for xml in _blocks(sheet):
        text = np.frombuffer(xml + bytes(_LONGEST), dtype=np.uint8)
        equals = np.flatnonzero(text == _EQUALS)
        before, after = text[equals - 1], text[equals + 1]
        if (_is_space(before) | _is_space(after)).any():
            return False
        places = equals[(before == _NAME) & ((after == _QUOTES[0]) | (after == _QUOTES[1]))] + 2
        second = text[places + 1]
        if ((second >= 65) & (second <= 90)).any():
            return False
        # Seven digits: of a row's own reference from the first letter on, of a cell's from the
        # second. What stands there by chance is sorted out by the digits between.
        places = places[_is_digit(text[places]) | _is_digit(text[places + 7])]
        for between in (6, 5, 4, 3, 2, 1):
            places = places[_is_digit(text[places + between])]
        if len(places):
            return False
    return True


def _extent(sheet: IO[bytes]) -> tuple[int, int]:
    """Return the last row and column that a sheet's cells refer to."""
    rows = columns = 1
    for xml in _blocks(sheet, dropped=_SPACES):
        told = _references(xml)
        rows, columns = max(rows, told[0]), max(columns, told[1])
    return rows, columns


def _blocks(sheet: IO[bytes], *, dropped: bytes = b"") -> Iterator[bytes]:
    """Yield a file block by block, each after the end of the one before."""
    tail = b""
    while block := sheet.read(BLOCK):
        xml = tail + (block.translate(None, dropped) if dropped else block)
        yield xml
        tail = xml[-_LONGEST:]


def _places(text: Bytes) -> Places:
    """Return where references begin: after r=" or r=' in the bytes of a sheet."""
    quote = (text[2:] == _QUOTES[0]) | (text[2:] == _QUOTES[1])
    return np.flatnonzero((text[:-2] == _NAME) & (text[1:-1] == _EQUALS) & quote) + 3


def _is_space(letters: Bytes) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.asarray((letters == 32) | ((letters >= 9) & (letters <= 13)))


def _is_digit(letters: Bytes) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return (letters >= 48) & (letters <= 57)


def _references(xml: bytes) -> tuple[int, int]:
    """Return the largest row and column among references such as r="AB12" in a part of a sheet.

    Examples
    --------
    >>> _references(b'<row r="3"><c r="B3"/><c r="AB3"/></row>')
    (3, 28)
    """
    text = np.frombuffer(xml + bytes(_LONGEST), dtype=np.uint8)
    places = _places(text)
    columns, places = _number_at(text, places, 4, first=65, last=90, low=1)
    rows, _ = _number_at(text, places, 8, first=48, last=57, low=0)
    return rows, columns


def _number_at(
    text: Bytes, places: Places, digits: int, *, first: int, last: int, low: int
) -> tuple[int, Places]:
    """Return the largest number written from any of the places on, and where each ends.

    Its digits are the letters `first` to `last`, the first of them worth `low`.
    """
    base = last - first + 1
    numbers = np.zeros(len(places), dtype=np.int32)
    for _ in range(digits):
        letters = text[places]
        written = (letters >= first) & (letters <= last)
        # Columns have one letter, mostly, and rows up to six digits.
        if not written.any():
            break
        grown = numbers * base + (letters.astype(np.int32) - (first - low))
        numbers = np.where(written, grown, numbers)
        places = places + written
    return int(numbers.max(initial=1)), places


def _filled(xml: bytes) -> tuple[int, int]:
    """Return the last row and column of cells that hold something: styled ones are passed over."""
    rows = columns = 1
    for found in _FILLED.finditer(xml):
        told = _references(b'r="' + found[1])
        rows, columns = max(rows, told[0]), max(columns, told[1])
    return rows, columns


def _repeated(xml: bytes) -> tuple[int, int]:
    """Return rows and columns that the repetitions of an ODS sheet with values unfold to."""
    rows = columns = 1
    for found in _ROWS_REPEATED.finditer(xml):
        if b"office:value-type" in found[2]:
            rows = max(rows, int(found[1]))
    for found in _CELLS_REPEATED.finditer(xml):
        columns = max(columns, int(found[1]))
    return rows, columns
