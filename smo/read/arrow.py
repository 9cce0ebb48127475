"""Large texts by pyarrow's reader, where that package is installed: the same cells, sooner."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from smo.read.columns import Coded
from smo.read.grid import Body

# Larger blocks take no less time, but more memory.
BLOCK = 1 << 20
_ODD = re.compile(r"#|\s|$")


def arrow_body(
    take: Callable[[], bytes],
    delimiter: str,
    head: Sequence[Sequence[Any]],
    header: int,
    places: Collection[int] | None,
) -> Body | None:
    """Return the columns under a header, or None where pyarrow is absent or too strict.

    Only texts whose every row is data of the header's width are read here: a blank line, a
    comment, a short or long row, or the header once more is left to the next reader. The bytes
    are taken only here, so that they may be gone before the columns are made.
    """
    if find_spec("pyarrow") is None or any(_breaks(row) for row in head[: header + 1]):
        return None
    import pyarrow as pa  # noqa: PLC0415 - optional, and slow to load

    width = len(head[header])
    data = take()
    try:
        quoted = b'"' in data
        wanted = _wanted(places, width, quoted=quoted)
        table = _table(data, delimiter, (width, header), wanted, wrapped=quoted)
    except pa.ArrowInvalid:
        return None
    number, last = table.num_rows, str(width - 1)
    if number and last in table.column_names and _is_open(data, table.column(last)[-1].as_py()):
        return None
    del data
    columns = {}
    for name in table.column_names:
        columns[int(name)] = _coded(table.column(name))
        table = table.drop_columns([name])
    pa.default_memory_pool().release_unused()
    if _has_odd_rows(columns[0].values, head[header][0]):
        return None
    numbers = np.arange(header + 1, header + 1 + number, dtype=np.int64)
    return Body(numbers, columns, long_rows=0)


def utf8_by_arrow(data: bytes) -> bool | None:
    """Return whether the bytes are UTF-8 text, None where pyarrow is absent."""
    if find_spec("pyarrow") is None:
        return None
    import pyarrow as pa  # noqa: PLC0415 - as above

    ends = pa.py_buffer(np.array([0, len(data)], dtype=np.int64))
    text = pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(data)])
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _table(
    data: bytes, delimiter: str, size: tuple[int, int], wanted: list[str], *, wrapped: bool
) -> Any:
    """Return the wanted columns under the header, as texts."""
    import pyarrow as pa  # noqa: PLC0415 - as above
    from pyarrow import csv  # noqa: PLC0415 - the same

    width, header = size
    names = [str(place) for place in range(width)]
    return csv.read_csv(
        pa.BufferReader(data),
        read_options=csv.ReadOptions(
            column_names=names,
            skip_rows=header + 1,
            block_size=BLOCK,
            # Threads take one and a half to two times the processor's time for the same columns.
            use_threads=False,
        ),
        parse_options=csv.ParseOptions(
            # Ends of lines are looked for twice as fast where no quotation can hold one.
            delimiter=delimiter,
            newlines_in_values=wrapped,
            ignore_empty_lines=False,
        ),
        convert_options=csv.ConvertOptions(
            # Told of the whole text before.
            check_utf8=False,
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
            include_columns=wanted,
        ),
    )


def _wanted(places: Collection[int] | None, width: int, *, quoted: bool) -> list[str]:
    # The first column tells blank rows and comments, the last one a quotation never closed.
    edges = {0, width - 1} if quoted else {0}
    return [str(place) for place in sorted(range(width) if places is None else {*places, *edges})]


def _is_open(data: bytes, last: str) -> bool:
    """Return whether the last cell of a text is a quotation that was never closed."""
    if not last:
        return data.endswith(b'"') and not data.endswith(b'""')
    return data.endswith(b'"' + last.replace('"', '""').encode())


def _breaks(row: Sequence[Any]) -> bool:
    # pyarrow skips lines, not rows: a wrapped cell above the data would shift it.
    return any("\n" in str(cell) or "\r" in str(cell) for cell in row)


def _coded(column: Any) -> Coded:
    """Return a column of texts by its distinct ones in order: sorted texts sort again at once."""
    from pyarrow import compute  # noqa: PLC0415 - as above

    # Encoding the whole column takes half as long as encoding each block and joining the blocks.
    whole = column.dictionary_encode().combine_chunks()
    chunk = whole.chunk(0) if hasattr(whole, "chunk") else whole
    order = compute.array_sort_indices(chunk.dictionary)
    places = np.empty(len(order), dtype=np.int32)
    places[order.to_numpy()] = np.arange(len(order), dtype=np.int32)
    # An array of Python's texts is made in C, a list of them one by one.
    values = chunk.dictionary.take(order).to_numpy(zero_copy_only=False).tolist()
    return Coded(places[chunk.indices.to_numpy(zero_copy_only=False)], values)


def _has_odd_rows(first: Sequence[str], head: Any) -> bool:
    return head in first or any(map(_ODD.match, first))
