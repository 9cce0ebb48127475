"""The ledger of reads: one row for each table made from a file, found again by its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_LEDGER: dict[str, dict[str, Any]] = {}


def record_read(row: Mapping[str, Any]) -> None:
    """Keep a row of the table `READS` under its source, in place of an older one.

    Parameters
    ----------
    row : mapping
        Values of the table's columns by name, `source` among them.
    """
    _LEDGER[str(row["source"])] = dict(row)


def recorded_reads(sources: Iterable[object]) -> list[dict[str, Any]]:
    """Return the rows kept in this process under any of the sources, sorted by source.

    Parameters
    ----------
    sources : iterable
        Values of a column `source`; missing and unknown ones are passed over.

    Returns
    -------
    list of dict

    Examples
    --------
    >>> recorded_reads(["never.csv#00000000"])
    []
    """
    known = sorted({str(source) for source in sources} & set(_LEDGER))
    return [dict(_LEDGER[source]) for source in known]
