"""Which files a source names, what they are, and whether they stay as they are."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from smo.errors import SmoError

_ENDS = {
    ".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".csv.gz": "csv", ".tsv": "csv",
    ".tsv.gz": "csv", ".csv.zst": "csv",
}  # fmt: skip
_READS = "give Parquet or csv files (also .csv.gz, .tsv), a folder of them or a pattern"


@dataclass(frozen=True, slots=True)
class Files:
    """Files of one kind, in order of their names."""

    paths: tuple[str, ...]
    kind: Literal["parquet", "csv"]
    states: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        """Name for messages and reports."""
        first = self.paths[0].rstrip("/").rpartition("/")[2]
        return first if len(self.paths) == 1 else f"{first} and {len(self.paths) - 1} more"


def is_path(source: object) -> bool:
    """Tell whether a source is a path or a list of paths.

    Examples
    --------
    >>> is_path("a.csv"), is_path(["a.csv", "b.csv"]), is_path([{"a": 1}])
    (True, True, False)
    """
    if isinstance(source, str | os.PathLike):
        return True
    return (
        isinstance(source, list | tuple)
        and len(source) > 0
        and all(isinstance(one, str | os.PathLike) for one in source)
    )


def find_files(source: object) -> Files:
    """Return the files that a path, folder, pattern or list of them names.

    Addresses with a scheme (`s3://`, `gs://`, `az://`, `https://`) are left to the engine.

    Raises
    ------
    SmoError
        When there is none, or they are of several kinds or of one that is not read.
    """
    given = [source] if isinstance(source, str | os.PathLike) else list(_iterable(source))
    found = sorted({path for one in given for path in _expand(os.fspath(one))})
    kinds = {_kind(path) for path in found}
    if len(kinds) > 1:
        raise SmoError(
            "Parquet and csv files are mixed", where=str(given[0]), remedy="read each kind alone"
        )
    (kind,) = kinds
    states = tuple(state_of(path) for path in found)
    return Files(tuple(found), kind, states)


def refuse_changed(files: Files) -> None:
    """Raise when a file is no longer as it was found.

    Raises
    ------
    SmoError
        Naming the file.
    """
    for path, state in zip(files.paths, files.states, strict=True):
        if state_of(path) != state:
            raise SmoError(
                "the file changed while it was read",
                where=path,
                remedy="read it again when nothing writes to it, or read a copy",
            )


def state_of(path: str) -> tuple[int, int]:
    """Return size and time of change of a local file; zeros elsewhere or where it is gone."""
    if "://" in path:
        return (0, 0)
    try:
        told = os.stat(path)
    except OSError:
        return (-1, -1)
    return (told.st_size, told.st_mtime_ns)


def is_readable(name: str) -> bool:
    """Tell whether a file's name ends like one that is read.

    Examples
    --------
    >>> is_readable("log.CSV.gz"), is_readable("search-console.zip")
    (True, False)
    """
    return _end(name) is not None


def _iterable(source: object) -> Iterable[str | os.PathLike[str]]:
    return source if isinstance(source, list | tuple) else ()


def _expand(path: str) -> Sequence[str]:
    if "://" in path:
        return [path]
    place = Path(path)
    if place.is_dir():
        inside = [str(p) for p in place.rglob("*") if p.is_file() and _end(p.name)]
        if not inside:
            raise SmoError("the folder holds no file that is read", where=path, remedy=_READS)
        return inside
    if place.is_file():
        return [path]
    if glob.has_magic(path):
        inside = [p for p in glob.glob(path, recursive=True) if Path(p).is_file()]
        if inside:
            return inside
        raise SmoError("no file fits the pattern", where=path, remedy=_READS)
    raise SmoError("there is no such file", where=path, remedy=_READS)


def _end(name: str) -> str | None:
    low = name.casefold()
    return next((end for end in sorted(_ENDS, key=len, reverse=True) if low.endswith(end)), None)


def _kind(path: str) -> Literal["parquet", "csv"]:
    end = _end(path)
    if end is None:
        raise SmoError("files that end like this are not read", where=path, remedy=_READS)
    return "parquet" if _ENDS[end] == "parquet" else "csv"
