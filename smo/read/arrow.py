"""Large texts by pyarrow's reader, where that package is installed: the same cells, sooner."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from smo.read.columns import Coded
from smo.read.grid import Body

LARGEST_BLOCK = 1 << 24


def arrow_body(
    data: bytes,
    delimiter: str,
    head: Sequence[Sequence[Any]],
    header: int,
    places: Collection[int] | None,
) -> Body | None:
    """Return the columns under a header, or None where pyarrow is absent or too strict.

    Only texts whose every row is data of the header's width are read here: a blank line, a
    comment, a short or long row, or the header once more is left to the next reader.
    """
    if find_spec("pyarrow") is None or any(_breaks(row) for row in head[: header + 1]):
        return None
    import pyarrow as pa  # noqa: PLC0415 - optional, and slow to load
    from pyarrow import csv  # noqa: PLC0415 - the same

    width = len(head[header])
    names = [str(place) for place in range(width)]
    text = pa.dictionary(pa.int32(), pa.string())
    try:
        table = csv.read_csv(
            pa.BufferReader(data),
            read_options=csv.ReadOptions(
                column_names=names, skip_rows=header + 1, block_size=LARGEST_BLOCK
            ),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, text),
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
                include_columns=_wanted(places, width),
            ),
        )
    except pa.ArrowInvalid:
        return None
    columns = {int(name): _coded(table.column(name)) for name in table.column_names}
    if _has_odd_rows(columns[0].values, head[header][0]):
        return None
    numbers = np.arange(header + 1, header + 1 + table.num_rows, dtype=np.int64)
    return Body(numbers, columns, long_rows=0)


def _wanted(places: Collection[int] | None, width: int) -> list[str]:
    # The first column tells blank rows and comments.
    return [str(place) for place in sorted(range(width) if places is None else {0, *places})]


def _breaks(row: Sequence[Any]) -> bool:
    # pyarrow skips lines, not rows: a wrapped cell above the data would shift it.
    return any("\n" in str(cell) or "\r" in str(cell) for cell in row)


def _coded(column: Any) -> Coded:
    whole = column.unify_dictionaries().combine_chunks()
    chunk = whole.chunk(0) if hasattr(whole, "chunk") else whole
    codes = chunk.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    return Coded(codes, chunk.dictionary.to_pylist())


def _has_odd_rows(first: Sequence[str], head: Any) -> bool:
    return any(not cell or cell[0] == "#" or cell == head or cell[0].isspace() for cell in first)
