"""The byte layer: whatever a caller has becomes grids of cells."""

from __future__ import annotations

import codecs
import glob
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from smo.checks import to_pandas
from smo.errors import SmoError, quoted
from smo.read.archives import gunzip, zip_members
from smo.read.decode import decode, refuse_binary
from smo.read.delimited import delimited_rows, rows_of_bytes
from smo.read.disk import bytes_again, bytes_of, files_in, folders_in
from smo.read.format import JsonShape
from smo.read.frames import PARQUET, frame_grid, parquet_frame, rows_of_frame
from smo.read.grid import Blob, Grid, Loaded, digest_of
from smo.read.json_tables import answer_grids, is_answer, json_blob_grids, parse_json
from smo.read.large import LARGE_BYTES, is_utf8, large_rows
from smo.read.workbooks import is_workbook, sheets

# Likeness of two names without their extensions from which one may be meant for the other:
# 'querys' and 'queries' are 0.77 alike, 'nope' and 'broken' 0.4.
NEAR_NAME = 0.75
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|table)\b", re.IGNORECASE)
SAME_EXTENSION = 0.1


def load(source: object, shapes: Sequence[JsonShape], *, caller: str) -> Loaded:
    """Return the grids of a path, folder, glob, zip, workbook, file object, frame or rows.

    Raises
    ------
    SmoError
        When there is nothing to read, naming file and remedy.
    """
    grids: list[Grid] = []
    skipped = folders_in(source)
    for part in _parts(source, caller, "source", shapes):
        if isinstance(part, Grid):
            grids.append(part)
            continue
        try:
            grids.extend(_open(part, skipped, shapes))
        except SmoError as error:
            if part.explicit:
                raise
            skipped.append(_why(error))
    if not grids:
        raise SmoError(
            f"there is no table in it{': ' + skipped[0] if skipped else ''}",
            where=_describe(source),
            remedy="give the export itself: CSV, XLSX or the zip as downloaded",
        )
    # A file given twice is one file: its chart must not look like two charts.
    once = {(grid.bundle, grid.name, grid.digest): grid for grid in grids}
    return Loaded(tuple(once.values()), tuple(skipped))


def _parts(
    source: object, caller: str, bundle: str, shapes: Sequence[JsonShape]
) -> Iterator[Blob | Grid]:
    if isinstance(source, str) and not source.strip():
        raise SmoError(
            "the path is empty",
            where=caller,
            remedy="give the path of an export; '.' means the folder you are in",
        )
    if isinstance(source, str | Path):
        yield from _paths(source, caller)
    elif is_answer(source, shapes):
        yield from answer_grids(source, "rows", bundle, shapes)
    elif isinstance(source, Mapping):
        raise SmoError(
            f"a mapping must be {{segment: source}} or {{'rows': [...]}}, got keys "
            f"{quoted(source)}",
            where=caller,
        )
    elif isinstance(source, list | tuple | set | frozenset):
        if not source:
            raise SmoError("the list of sources is empty", where=caller)
        for number, item in enumerate(source):
            yield from _parts(item, caller, f"source {number}", shapes)
    elif hasattr(source, "read"):
        name = getattr(source, "name", None)
        label = Path(name).name if isinstance(name, str) else "file object"
        yield Blob(label, _content(source, label), bundle, explicit=True)
    elif isinstance(source, Iterator):
        yield from _parts(list(source), caller, bundle, shapes)
    elif isinstance(source, bytes | bytearray | memoryview):
        yield Blob("bytes", bytes(source), bundle, explicit=True)
    else:
        yield frame_grid(to_pandas(source, caller=caller), bundle)


def _content(source: Any, label: str) -> bytes | str:
    """Return what a file object holds."""
    try:
        content = source.read()
    except UnicodeDecodeError as error:
        raise SmoError(
            f"it was opened as text in another encoding than its own: {error.reason}",
            where=label,
            remedy="give the path, or open it as open(path, 'rb')",
        ) from error
    except (OSError, ValueError) as error:
        raise SmoError(
            f"it cannot be read: {error}", where=label, remedy="open it as open(path, 'rb')"
        ) from error
    if isinstance(content, bytes | str):
        return content
    raise SmoError(
        f"reading it gives {type(content).__name__}, neither bytes nor text",
        where=label,
        remedy="give the path, or one frame",
    )


def _paths(source: str | Path, caller: str) -> Iterator[Blob]:
    if re.match(r"[A-Za-z][\w+.-]+://", str(source)):
        raise SmoError(
            "addresses are not fetched",
            where=str(source),
            remedy="download the file and give its path",
        )
    path = Path(source).expanduser()
    text = str(path)
    try:
        found = path.is_dir(), path.exists()
    except (OSError, ValueError):
        found = False, False
    if found[0]:
        yield from _folder(path)
    elif found[1]:
        yield _file(path, str(path.parent), explicit=True)
    elif glob.has_magic(text):
        names = sorted(glob.glob(text, recursive=True))
        files = [Path(name) for name in names if Path(name).is_file()]
        if not files:
            raise SmoError("no file has a name like this", where=text, remedy="check the folder")
        for name in files:
            yield _file(name, str(name.parent), explicit=True)
    else:
        raise _missing(path, text, caller)


def _folder(path: Path) -> Iterator[Blob]:
    for file in files_in(path):
        yield _file(file, str(path), explicit=False)


def _file(path: Path, bundle: str, *, explicit: bool) -> Blob:
    data, state = bytes_of(path)
    return Blob(path.name, data, bundle, explicit, partial(bytes_again, path, state))


def _missing(path: Path, text: str, caller: str) -> SmoError:
    if "\n" in text:
        return SmoError(
            "the text given is no path",
            where=caller,
            remedy="wrap content in io.StringIO, or give the path of a file",
        )
    folder = path.parent
    if not folder.is_dir():
        return SmoError(
            f"there is no folder {str(folder)!r}", where=text, remedy="check the spelling"
        )
    near = _near_name(path, [p for p in sorted(folder.iterdir()) if not p.name.startswith(".")])
    hint = f"did you mean {near!r}?" if near else "check the spelling"
    return SmoError("there is no such file", where=text, remedy=hint)


def _near_name(path: Path, others: Sequence[Path]) -> str | None:
    """Return the name spelled nearly alike: an extension shared makes no likeness by itself."""
    own = path.stem.casefold()
    ranked = [
        (ratio + (SAME_EXTENSION if p.suffix.casefold() == path.suffix.casefold() else 0.0), p.name)
        for p in others
        if (ratio := SequenceMatcher(None, own, p.stem.casefold()).ratio()) >= NEAR_NAME
    ]
    return max(ranked)[1] if ranked else None


def _open(blob: Blob, skipped: list[str], shapes: Sequence[JsonShape]) -> Iterator[Grid]:
    """Yield the grids of one file; members that hold no table are noted in `skipped`."""
    data = blob.data
    if isinstance(data, str):
        yield from _text_grids(blob, data, "text", shapes)
    elif data.startswith(b"\x1f\x8b"):
        inner = blob.name.removesuffix(".gz")
        unpacked = Blob(inner, gunzip(data, blob.name), blob.bundle, blob.explicit)
        yield from _open(unpacked, skipped, shapes)
    elif data.startswith(PARQUET):
        rows = rows_of_frame(parquet_frame(data, blob.name))
        yield Grid(
            blob.name, rows, "parquet", digest_of(data), blob.bundle, blob.explicit, kind="rows"
        )
    elif is_workbook(data):
        digest = digest_of(data)
        bundle = f"{blob.bundle}/{blob.name}"
        for sheet, rows in sheets(data, blob.name):
            name = f"{blob.name}/{sheet}"
            yield Grid(name, rows, "xlsx", digest, bundle, explicit=False, kind="sheet")
    elif data.startswith(b"PK"):
        yield from _open_zip(blob, data, skipped, shapes)
    else:
        large = _large_grid(blob, data)
        if large is not None:
            yield large
            return
        text, encoding = decode(data, blob.name)
        yield from _text_grids(blob, text, encoding, shapes)


def _open_zip(
    blob: Blob, data: bytes, skipped: list[str], shapes: Sequence[JsonShape]
) -> Iterator[Grid]:
    found = False
    bundle = f"{blob.bundle}/{blob.name}"
    for member, content in zip_members(data, blob.name):
        inner = Blob(f"{blob.name}/{member}", content, bundle, explicit=False)
        if content.startswith(b"PK") and not is_workbook(content):
            skipped.append(f"{inner.name}: a zip inside a zip is not opened")
            continue
        try:
            yield from _open(inner, skipped, shapes)
            found = True
        except SmoError as error:
            skipped.append(_why(error))
    if not found:
        reason = f" ({skipped[-1]})" if skipped else ""
        raise SmoError(
            f"the zip holds no table{reason}",
            where=blob.name,
            remedy="give the zip that the export button saved",
        )


def _text_grids(
    blob: Blob, text: str, encoding: str, shapes: Sequence[JsonShape]
) -> Iterator[Grid]:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise SmoError("the file is empty", where=blob.name, remedy="export it again")
    if _WEB_PAGE.match(text):
        raise SmoError(
            "it is a web page, not a table",
            where=blob.name,
            remedy="a tool that asks to sign in answers with its sign-in page: download the export "
            "in a browser, or save the table as CSV or XLSX",
        )
    parsed = parse_json(text, blob.name, shapes)
    if parsed is not None:
        yield from json_blob_grids(blob, parsed, encoding, shapes)
        return
    rows = list(delimited_rows(text, blob.name))
    digest = digest_of(blob.data)
    yield Grid(blob.name, rows, encoding, digest, blob.bundle, blob.explicit, kind="text")


def _large_grid(blob: Blob, data: bytes) -> Grid | None:
    """Return the grid of a large UTF-8 text that is read by column, None for all others."""
    if len(data) < LARGE_BYTES or data.lstrip()[:1] in b"[{" or not is_utf8(data):
        return None
    refuse_binary(data, blob.name)
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    rows = large_rows(data, partial(rows_of_bytes, name=blob.name), blob.again)
    if rows is None:
        return None
    digest = digest_of(data)
    return Grid(blob.name, rows, encoding, digest, blob.bundle, blob.explicit, kind="text")


def _why(error: SmoError) -> str:
    return f"{error.where}: {error.problem}" if error.where else error.problem


def _describe(source: object) -> str:
    if isinstance(source, str | Path):
        return str(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else type(source).__name__
