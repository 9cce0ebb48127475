"""Files of a folder, and their bytes, once more too: large ones are not kept beside their table."""

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


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder, hidden ones left out, by name.

    Raises
    ------
    SmoError
        When there is none.
    """
    there = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    files = [path for path in there if path.is_file()]
    if files:
        return files
    pattern = str(folder / "*" / "*.csv")
    raise SmoError(
        "the folder holds no file" + (", only folders" if there else ""),
        where=str(folder),
        remedy=f"give one of the folders in it, or a pattern such as {pattern!r}"
        if there
        else "give the folder or the zip that the export was saved to",
    )


def folders_in(source: object) -> list[str]:
    """Return what is to be said of the folders in a folder: one read says nothing of them."""
    if not isinstance(source, str | Path):
        return []
    try:
        folder = Path(source).expanduser()
        there = sorted(folder.iterdir()) if folder.is_dir() else []
        names = [p.name for p in there if p.is_dir() and not p.name.startswith((".", "__MACOSX"))]
    except (OSError, ValueError, RuntimeError):
        return []
    return [f"{name}: a folder inside the folder is not opened" for name in names]
