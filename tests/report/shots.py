"""Pictures made by code: a PNG of one color with marked squares, and bytes that pass for others."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

Spot = tuple[int, int, int, tuple[int, int, int]]  # left, top, side, color
PAPER = (250, 250, 245)


def png(width: int, height: int, spots: Sequence[Spot] = ()) -> bytes:
    """Return a PNG whose squares have their colors, with a remark that a page need not hold."""
    rows = [bytearray(PAPER * width) for _ in range(height)]
    for left, top, side, color in spots:
        for row in rows[top : top + side]:
            row[3 * left : 3 * (left + side)] = bytes(color) * side
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"tEXt", b"Author\0Ann"), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in parts)


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def jpeg(width: int, height: int, remark: bytes = b"Exif\0\0GPS") -> bytes:
    """Return what has the shape of a JPEG."""
    frame = b"\x08" + struct.pack(">HHB", height, width, 3) + bytes(9)
    parts = ((0xE0, b"JFIF\0" + bytes(9)), (0xE1, remark), (0xC0, frame), (0xDA, bytes(10)))
    told = (struct.pack(">BBH", 0xFF, kind, len(body) + 2) + body for kind, body in parts)
    return b"\xff\xd8" + b"".join(told) + b"scan\xff\x00scan" + b"\xff\xd9"


def webp(width: int, height: int, kind: bytes = b"VP8X") -> bytes:
    """Return what has the shape of a WebP of one of its three kinds."""
    bodies = {
        b"VP8 ": bytes(6) + struct.pack("<HH", width, height),
        b"VP8L": b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14),
        b"VP8X": b"\x0c" + bytes(3)
        + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"),
    }  # fmt: skip
    remarks = [(b"EXIF", b"GPS"), (b"XMP ", b"GPS!")] if kind == b"VP8X" else []
    body = b"".join(
        name + struct.pack("<I", len(one)) + one + b"\0" * (len(one) % 2)
        for name, one in [(kind, bodies[kind]), *remarks]
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
