"""Rows in chunks on a few threads: the same numbers on any number of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")

_MOST_THREADS = 8  # more wait for memory


def in_chunks(work: Callable[[slice], Result], n: int, size: int) -> list[Result]:
    """Return what `work` makes of each chunk of `n` rows, in order.

    The bounds of the chunks depend on `n` and `size` alone. `work` must leave linear algebra on
    one thread (`threadpoolctl`), and may write to rows of its own chunk.

    Parameters
    ----------
    work : callable
        Given the slice of a chunk.
    n : int
        Rows.
    size : int
        Rows of a chunk, at least one.

    Returns
    -------
    list
        One result a chunk.

    Examples
    --------
    >>> in_chunks(lambda part: part.stop - part.start, 5, 2)
    [2, 2, 1]
    """
    parts = [slice(start, min(start + size, n)) for start in range(0, n, size)]
    threads = min(thread_count(), len(parts))
    if threads <= 1:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, parts))


def thread_count() -> int:
    """Return how many threads may work: OMP_NUM_THREADS, else the processors, at most eight."""
    asked = os.environ.get("OMP_NUM_THREADS", "")
    if asked.isdecimal() and int(asked) > 0:
        return min(int(asked), _MOST_THREADS)
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_THREADS)
    return min(os.cpu_count() or 1, _MOST_THREADS)
