"""Zip and gzip: bounded, and never written to disk."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from smo.errors import SmoError

MAX_MEMBERS = 2_000
MAX_BYTES = 2_000_000_000
# Real exports shrink up to 40-fold (a Keyword Planner file in UTF-16); bombs a thousandfold.
MAX_RATIO = 300
RATIO_FROM_BYTES = 20_000_000


def zip_members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file in a zip, in the order of their names.

    Raises
    ------
    SmoError
        When the zip is damaged, locked, or larger than any export.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_zip_size(archive, len(data), name)
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                last = info.filename.rsplit("/", 1)[-1]
                if info.is_dir() or last.startswith(".") or info.filename.startswith("__MACOSX"):
                    continue
                with archive.open(info) as member:
                    yield info.filename, member.read(info.file_size + 1)
    # The zip module lets errors of any kind through when a directory of members is damaged.
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, IndexError,
        struct.error, OSError,
    ) as error:  # fmt: skip
        if isinstance(error, SmoError):
            raise
        raise SmoError(
            f"the zip is damaged: {error}", where=name, remedy="download the export again"
        ) from error
    except RuntimeError as error:
        raise SmoError(
            f"the zip cannot be opened: {error}", where=name, remedy="unlock it first"
        ) from error


def check_zip_size(archive: zipfile.ZipFile, packed: int, name: str) -> None:
    """Raise when an archive holds more than any export does.

    Raises
    ------
    SmoError
        Naming the count, size or ratio, and the limit.
    """
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    problem = None
    if len(infos) > MAX_MEMBERS:
        problem = f"it holds {len(infos)} files, more than {MAX_MEMBERS}"
    elif size > MAX_BYTES:
        problem = f"it unpacks to {size:,} bytes, more than {MAX_BYTES:,}"
    elif size > RATIO_FROM_BYTES and size > MAX_RATIO * packed:
        problem = f"it unpacks to {size // packed} times its size, more than {MAX_RATIO}"
    if problem:
        raise SmoError(problem, where=name, remedy="unpack it yourself and give the table inside")


def gunzip(data: bytes, name: str) -> bytes:
    """Return the bytes inside a gzip file.

    Raises
    ------
    SmoError
        When it is damaged or larger than any export.
    """
    bound = min(MAX_BYTES, max(RATIO_FROM_BYTES, MAX_RATIO * len(data)))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            content = packed.read(bound + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise SmoError(
            f"the gzip file is damaged: {error}", where=name, remedy="download the export again"
        ) from error
    if len(content) > bound:
        raise SmoError(
            f"it unpacks to more than {bound:,} bytes",
            where=name,
            remedy="unpack it yourself and give the table inside",
        )
    return content
