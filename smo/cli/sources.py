"""Files given on the command line, each alone or with the audience segment it belongs to."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from smo.errors import SmoError

SEPARATORS = ("/", "\\")
PIPED = "-"  # the path that stands for standard input, as in most commands


def by_segment(arguments: Sequence[str], segment: str | None) -> Mapping[str | None, list[str]]:
    """Return the paths of each segment, in the order given.

    Parameters
    ----------
    arguments : sequence of str
        `path` or `segment=path`. What names a file that is there is a path, whatever it holds.
    segment : str or None
        Segment of the paths that name none.

    Returns
    -------
    mapping
        Segment, or None where none is told, to its paths.

    Raises
    ------
    SmoError
        When an argument names no file.

    Examples
    --------
    >>> by_segment(["buyers=a.zip", "b.csv", "buyers=c.csv"], None)
    {'buyers': ['a.zip', 'c.csv'], None: ['b.csv']}
    """
    groups: dict[str | None, list[str]] = {}
    for argument in arguments:
        own, path = _parted(argument)
        if not path.strip():
            raise SmoError(
                f"{argument!r} names no file", where="PATH", remedy="write SEGMENT=PATH, or a path"
            )
        groups.setdefault(own or segment, []).append(path)
    return groups


class StandardInput(io.BytesIO):
    """What was typed or piped in, as a file."""

    name = "standard input"


def opened(paths: Sequence[str], piped: bytes | None) -> list[object]:
    """Return the sources that the paths name; "-" is what was piped in.

    Examples
    --------
    >>> opened(["a.csv"], None)
    ['a.csv']
    """
    return [StandardInput(piped) if path == PIPED and piped is not None else path for path in paths]


def columns_told(pairs: Sequence[str]) -> dict[str, str] | None:
    """Return `ours=theirs` pairs as a mapping, or None where there are none.

    Raises
    ------
    SmoError
        When a pair has no equals sign, or one of ours is named twice.

    Examples
    --------
    >>> columns_told(["keyword=My phrase"])
    {'keyword': 'My phrase'}
    """
    told: dict[str, str] = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not equals or not ours.strip() or not theirs:
            raise SmoError(
                f"{pair!r} is no pair of columns",
                where="--column",
                remedy='write ours=theirs, such as --column keyword="My phrase"',
            )
        if ours.strip() in told:
            raise SmoError(f"{ours.strip()!r} is named twice", where="--column")
        told[ours.strip()] = theirs
    return told or None


def copies_told(
    arguments: Sequence[str], option: str = "--html", example: str = "home.html"
) -> str | dict[str, str] | None:
    """Return the copy of a page, or page address to its copy; None where none is given.

    Parameters
    ----------
    arguments : sequence of str
        `path` or `address=path`.
    option, example : str
        Where they were given and what a path may look like, for the error.

    Returns
    -------
    str, dict or None
        A path alone is the copy of the only page.

    Raises
    ------
    SmoError
        When one of several does not say of which page it is.

    Examples
    --------
    >>> copies_told(["home.html"]), copies_told(["https://a.example/?p=1=home.html"])
    ('home.html', {'https://a.example/?p=1': 'home.html'})
    """
    told: dict[str, str] = {}
    for argument in arguments:
        # An address may hold equals signs, a path seldom does.
        address, equals, path = argument.rpartition("=")
        if not equals or _is_there(argument):
            if len(arguments) == 1:
                return argument
            address = ""
        if not address.strip() or not path.strip():
            raise SmoError(
                f"{argument!r} does not say of which page it is a copy",
                where=option,
                remedy=f"write ADDRESS=PATH for each, such as {option} https://a.example/={example}",
            )
        told[address.strip()] = path
    return told or None


def _parted(argument: str) -> tuple[str | None, str]:
    name, equals, path = argument.partition("=")
    is_path = any(sign in name for sign in SEPARATORS) or _is_there(argument)
    return (None, argument) if not equals or is_path else (name.strip() or None, path)


def _is_there(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except (OSError, ValueError):
        return False
