"""One sample of an export: how its bytes are made, and what reading them must give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """An export as a vendor writes it, and what reading it must give.

    Parameters
    ----------
    name : str
        Name of the sample, once in all families.
    format : str
        Format that must be recognized.
    file : str
        Name of the file as the vendor saves it.
    data : callable
        Writes its bytes, the same at every call.
    table : {"keywords", "clicks", "pages", "totals"}
        Table that `expected` speaks of.
    columns : tuple of str
        Columns of `expected`.
    expected : sequence of tuple
        Every row of the table, in any order; None is a missing cell, a date is "YYYY-MM-DD".
    report : mapping of str to object
        What the read report must say in its columns; of texts (`notes`, `dropped`, `unused`)
        a tuple of parts that must stand in it.
    also : mapping of str to int
        Other tables of the same file, with their numbers of rows.
    page : str, optional
        Page that read_clicks must be given: the export does not name it.
    """

    name: str
    format: str
    file: str
    data: Callable[[], bytes]
    table: str
    columns: tuple[str, ...]
    expected: Sequence[tuple[object, ...]]
    report: Mapping[str, object] = field(default_factory=dict)
    also: Mapping[str, int] = field(default_factory=dict)
    page: str | None = None
