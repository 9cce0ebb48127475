"""Writing a report whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from smo.errors import SmoError


def write_text(text: str, path: str | os.PathLike[str]) -> Path:
    """Write the text as UTF-8 and return the path; the file appears whole or not at all.

    Parameters
    ----------
    text : str
        What the file will hold; line ends are kept.
    path : path
        File to write; folders above it are made, a file there is replaced.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    SmoError
        When the path is a folder or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text("hello", f"{folder}/new/report.md").read_text()
    'hello'
    """
    return write_bytes(text.encode("utf-8", "replace"), path)


def write_bytes(data: bytes, path: str | os.PathLike[str]) -> Path:
    """Write the bytes and return the path; the file appears whole or not at all.

    Parameters
    ----------
    data : bytes
        What the file will hold.
    path : path
        File to write; folders above it are made, a file there is replaced.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    SmoError
        When the path is a folder or cannot be written.
    """
    target = Path(path)
    if target.is_dir():
        raise SmoError("there is a folder of this name", where=str(target), remedy="name a file")
    try:
        folder_for(target)
        draft = unique_sibling(target, ".draft")
        try:
            draft.write_bytes(data)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise SmoError(
            f"cannot write the file: {error.strerror}",
            where=str(target),
            remedy="choose a folder you may write to",
        ) from error
    return target


def folder_for(path: Path) -> Path:
    """Make and return the folder that a path is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent


def unique_sibling(path: Path, suffix: str) -> Path:
    """Return a path beside `path` that nothing else has.

    Examples
    --------
    >>> unique_sibling(Path("a/plan.md"), ".draft").parent.name
    'a'
    """
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}{suffix}")
