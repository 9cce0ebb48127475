"""Pictures a user gives for a report: told by their bytes, measured, bared of all but what paints.

Formats by their specifications: PNG (ISO/IEC 15948), JPEG (ITU-T T.81), WebP (RFC 9649).
"""

from __future__ import annotations

import base64
import os
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from smo.errors import SmoError
from smo.spec import Table, must, text, whole

# 1280 x 5000 pixels full of text (a plan): WebP 0.37, JPEG 0.73 (quality 75), PNG 0.90 MB.
MAX_BYTES = 1_000_000
MAX_PIXELS = 40_000_000  # 31,000 pixels down at a width of 1280; 160 MB in the reader's browser
SMALLER = "save it as WebP or JPEG, or at half its width"
KINDS = "give a picture saved as PNG, JPEG or WebP"
TWICE = "@2x"  # ends the name of a picture with two pixels for each of the page
_PAINTS = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND"}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # start of frame: holds the size
_SAYS = {*range(0xE1, 0xF0), 0xFE} - {0xE2, 0xEE}  # segments that speak; E2 and EE hold colors
_WEBP_SAYS = {b"EXIF", b"XMP "}

SCREENSHOTS = Table(
    "screenshots",
    "a picture of a page",
    ("page",),
    (
        text("page", "address of the page; empty for the only one"),
        must("name", "file it came from"),
        whole("width", "its size in pixels of the page it shows"),
        whole("height", "the same, from the top"),
        must("data", "its bytes, in base64"),
    ),
)

Source: TypeAlias = "str | os.PathLike[str] | bytes | Picture"


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A picture as a page may hold it.

    Attributes
    ----------
    data : bytes
        PNG, JPEG or WebP without remarks, place and time of its making.
    kind : str
        png, jpeg or webp.
    width, height : int
        Its size in pixels of the page it shows.
    name : str
        File it came from, or what stands for one.
    """

    data: bytes
    kind: str
    width: int
    height: int
    name: str

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {self.kind}, {self.width} x {self.height}>"


def read_pictures(given: Mapping[str, Source] | Source | None) -> dict[str, Picture]:
    """Return the pictures of pages by address.

    Parameters
    ----------
    given : mapping, path, bytes or Picture, optional
        Address of a page to its picture; one picture alone is that of the only page.

    Returns
    -------
    dict of str to Picture
        One given without an address has the address "".

    Raises
    ------
    SmoError
        When one is not there, no whole picture, or they are too large together.
    """
    if given is None:
        return {}
    named = given if isinstance(given, Mapping) else {"": given}
    found = {str(page).strip(): read_picture(source) for page, source in named.items()}
    held = sum(len(data) for data in {picture.data for picture in found.values()})
    if held > MAX_BYTES:
        largest = max(found.values(), key=lambda picture: (len(picture.data), picture.name))
        problem = f"together they have {held:,} bytes; a page may hold {MAX_BYTES:,} of pictures"
        raise SmoError(problem, where=f"screenshots, the largest {largest.name}", remedy=SMALLER)
    return found


def read_picture(source: Source) -> Picture:
    """Return a picture whose bytes, not whose name, say what it is.

    Parameters
    ----------
    source : path, bytes or Picture
        PNG, JPEG or WebP. A file whose name ends with `@2x` has two pixels for each of the page.

    Returns
    -------
    Picture
        Its bytes without remarks, such as where a photo was taken.

    Raises
    ------
    SmoError
        When it is not there, no such picture, cut short, or too large for a page.

    Examples
    --------
    >>> read_picture(b"<svg onload='alert(1)'/>")
    Traceback (most recent call last):
    smo.errors.SmoError: picture: it is an SVG or another text, not a picture... Remedy: ...
    """
    if isinstance(source, Picture):
        return source
    data, name = _opened(source)
    kind, measure = _kind(data, name)
    try:
        width, height, kept = measure(data)
    except (struct.error, IndexError, ValueError):
        raise SmoError(
            f"the {kind} is broken or cut short", where=name, remedy="save it again"
        ) from None
    if width < 1 or height < 1 or width * height > MAX_PIXELS:
        problem = f"it has {width:,} x {height:,} pixels; a page may hold {MAX_PIXELS:,}"
        raise SmoError(problem, where=name, remedy="cut it, or save it at half its width")
    if len(kept) > MAX_BYTES:
        problem = f"it has {len(kept):,} bytes; a page may hold {MAX_BYTES:,} of a picture"
        raise SmoError(problem, where=name, remedy=SMALLER)
    per = 2 if Path(name).stem.endswith(TWICE) else 1
    return Picture(kept, kind, -(-width // per), -(-height // per), name)


def _opened(source: object) -> tuple[bytes, str]:
    if isinstance(source, bytes | bytearray):
        return bytes(source), "picture"
    if not isinstance(source, str | os.PathLike):
        raise SmoError(f"a {type(source).__name__} is no picture", where="picture", remedy=KINDS)
    path = Path(source).expanduser()
    try:
        size = path.stat().st_size
        if size > 50 * MAX_BYTES:  # more remarks than any picture that would pass
            raise SmoError(f"it has {size:,} bytes", where=str(path), remedy=SMALLER)
        return path.read_bytes(), str(path)
    except (OSError, ValueError) as error:
        if isinstance(error, SmoError):
            raise
        told = getattr(error, "strerror", None) or str(error)
        raise SmoError(f"cannot read the picture: {told}", where=str(path), remedy=KINDS) from error


def _kind(data: bytes, name: str) -> tuple[str, Callable[[bytes], tuple[int, int, bytes]]]:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", _png
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", _jpeg
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", _webp
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    told = "it is an SVG or another text, not a picture of pixels" if text else "it is no picture"
    raise SmoError(told, where=name, remedy=KINDS)


def _png(data: bytes) -> tuple[int, int, bytes]:
    width, height = 0, 0
    kept, at, name = [data[:8]], 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        whole = data[at : at + length + 12]
        (check,) = struct.unpack_from(">I", data, at + length + 8)
        if zlib.crc32(whole[4:-4]) != check or (at == 8) != (name == b"IHDR"):
            raise ValueError
        if name == b"IHDR":
            width, height = struct.unpack_from(">II", whole, 8)
        kept += [whole] if name in _PAINTS else []
        at += length + 12
    if not any(part[4:8] == b"IDAT" for part in kept):
        raise ValueError
    return width, height, b"".join(kept)


def _jpeg(data: bytes) -> tuple[int, int, bytes]:
    size: tuple[int, int] | None = None
    kept, at = [data[:2]], 2
    while True:
        marker, length = struct.unpack_from(">xBH", data, at)
        if data[at] != 0xFF or length < 2:
            raise ValueError
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        if marker == 0xDA:  # the scan: all that follows paints, up to the end of the image
            end = data.rindex(b"\xff\xd9")
            if size is None or end < at:
                raise ValueError
            return *size, b"".join([*kept, data[at : end + 2]])
        kept += [] if marker in _SAYS else [data[at : at + 2 + length]]
        at += 2 + length


def _webp(data: bytes) -> tuple[int, int, bytes]:
    (length,) = struct.unpack_from("<I", data, 4)
    if len(data) < length + 8:
        raise ValueError
    size: tuple[int, int] | None = None
    kept = []
    for name, body in _riff(data[12 : length + 8]):
        if name == b"VP8X":
            size = tuple(1 + int.from_bytes(body[n : n + 3], "little") for n in (4, 7))  # type: ignore[assignment]
            body = bytes([body[0] & ~0x0C]) + body[1:]  # noqa: PLW2901 - no remarks follow
        elif size is None and name in (b"VP8 ", b"VP8L"):
            size = _plain_size(name, body)
        if name not in _WEBP_SAYS:
            kept.append(name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2))
    if size is None:
        raise ValueError
    whole = b"WEBP" + b"".join(kept)
    return *size, b"RIFF" + struct.pack("<I", len(whole)) + whole


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) != length:
            raise ValueError
        yield name, body
        at += 8 + length + length % 2


def _plain_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    (bits,) = struct.unpack_from("<I", body, 1)
    return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def pictures_table(pictures: Mapping[str, Picture]) -> pd.DataFrame:
    """Return pictures as rows of `SCREENSHOTS`, to be kept beside a plan."""
    rows = [
        (page, one.name, one.width, one.height, base64.b64encode(one.data).decode("ascii"))
        for page, one in sorted(pictures.items())
    ]
    return pd.DataFrame(rows, columns=list(SCREENSHOTS.names))


def pictures_of(table: pd.DataFrame) -> dict[str, Picture]:
    """Return the pictures of such rows, their bytes looked at anew.

    Raises
    ------
    SmoError
        When the bytes of one are no picture.
    """
    return {
        str(row["page"] or ""): replace(
            read_picture(base64.b64decode(row["data"])),
            name=str(row["name"]), width=int(row["width"]), height=int(row["height"]),
        )
        for row in table.to_dict("records")
    }  # fmt: skip
