"""All formats, and the table that lists them."""

from __future__ import annotations

import pandas as pd

from smo.errors import SmoError, nearest, quoted
from smo.read.format import Format
from smo.read.google import GOOGLE
from smo.read.heatmaps import HEATMAPS
from smo.read.plain import PLAIN

# The vendors before the plain tables: at equal fit the vendor is named.
FORMATS: tuple[Format, ...] = (*GOOGLE, *HEATMAPS, *PLAIN)


def formats() -> pd.DataFrame:
    """Return the formats that are recognized without being named.

    Returns
    -------
    DataFrame
        One row is a format: name, family, table it gives, `recognized_by` (header words, in
        the first language), `evidence` (R real files, D documentation, C other people's code,
        K hearsay). Sorted by family and name.

    Examples
    --------
    >>> formats().query("family == 'Crazy Egg'")["table"].tolist()
    ['clicks']
    """
    rows = [
        {
            "name": fmt.name,
            "family": fmt.family,
            "table": fmt.spec.name,
            "recognized_by": ", ".join(fmt.words[name][0] for name in _telling(fmt)),
            "evidence": fmt.evidence,
        }
        for fmt in FORMATS
    ]
    return pd.DataFrame(rows).sort_values(["family", "name"], ignore_index=True)


def named(name: str, *, caller: str) -> Format:
    """Return the format called `name`.

    Raises
    ------
    SmoError
        When there is none, with the nearest name.
    """
    names = {fmt.name.casefold(): fmt for fmt in FORMATS}
    if name.casefold() in names:
        return names[name.casefold()]
    near = nearest(name, sorted(names))
    raise SmoError(
        f"there is no format {name!r}; there are {quoted(fmt.name for fmt in FORMATS)}",
        where=caller,
        remedy=f"write format={names[near].name!r}" if near else "see smo.formats()",
    )


def _telling(fmt: Format) -> tuple[str, ...]:
    return (*fmt.required, *fmt.any_of[:1])
