"""Bytes of a file, and the same once more: large ones are not kept beside their table."""

from __future__ import annotations

import os
from pathlib import Path

from smo.errors import SmoError

# Size and time of the last change.
State = tuple[int, int]


def bytes_of(path: Path) -> tuple[bytes, State]:
    """Return the bytes of a file, and what tells whether it changes later.

    Raises
    ------
    SmoError
        When it cannot be read.
    """
    try:
        with path.open("rb") as file:
            told = os.fstat(file.fileno())
            return file.read(), (told.st_size, told.st_mtime_ns)
    except OSError as error:
        raise SmoError(f"it cannot be read: {error.strerror}", where=str(path)) from error


def bytes_again(path: Path, before: State) -> bytes:
    """Return the bytes of a file that were read before.

    Raises
    ------
    SmoError
        When the file changed since, or cannot be read any more.
    """
    data, state = bytes_of(path)
    if state != before:
        raise SmoError(
            "it changed while it was read", where=str(path), remedy="read it when it is whole"
        )
    return data
