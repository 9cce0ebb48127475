"""Plain arrays and JSON in one uncompressed zip: equal content, equal bytes, no code inside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from smo.errors import SmoError

REMEDY = "save the clusterer again, or take the file from a backup"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a zip tells the time otherwise, and equal fits differ
_MOST_HEADER = 4096  # bytes of an array's header; numpy's own have 128


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of the members, the same bytes at any time and on any system."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system = 3  # the same on every system
            archive.writestr(info, content)
    return stream.getvalue()


def npy(array: np.ndarray[Any, Any]) -> bytes:
    """Return an array in numpy's own format, little-endian."""
    stream = io.BytesIO()
    plain = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"))
    np.lib.format.write_array(stream, plain, version=(1, 0), allow_pickle=False)
    return stream.getvalue()


def read_array(
    archive: zipfile.ZipFile, name: str, told: list[Any], where: str
) -> np.ndarray[Any, Any]:
    """Return an array of the archive, which must have the type and shape told."""
    raw = archive.read(f"{name}.npy")
    dtype, shape = np.dtype(told[0]), tuple(told[1])
    # told first: a header that promises more than the file holds would be given the memory
    size = dtype.itemsize * int(np.prod(shape, dtype=object))
    if dtype.kind not in "fiu" or not 0 <= len(raw) - size <= _MOST_HEADER:
        raise damaged(where, f"the array {name!r} is not as long as told")
    stream = io.BytesIO(raw)
    if np.lib.format.read_magic(stream) != (1, 0):
        raise damaged(where, f"the array {name!r} is of another format")
    if np.lib.format.read_array_header_1_0(stream) != (shape, False, dtype):
        raise damaged(where, f"the array {name!r} has not the shape and type told")
    return np.frombuffer(raw, dtype, offset=stream.tell()).reshape(shape).copy()


def damaged(where: str, problem: str) -> SmoError:
    """Return the error for a file that was changed, cut or never ours."""
    return SmoError(f"this is no sound saved clusterer: {problem}", where=where, remedy=REMEDY)
