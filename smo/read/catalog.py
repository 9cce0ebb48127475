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

GRADES = {"R": "real files", "D": "documentation", "C": "other code", "K": "hearsay"}


def formats() -> pd.DataFrame:
    """Return the formats that are recognized without being named.

    Returns
    -------
    DataFrame
        One row is a format: name, family, table it gives, `recognized_by` (header words, in
        the first language), `evidence` and `unconfirmed`. Sorted by family and name.

    Notes
    -----
    `evidence` is where our knowledge of the format as a whole comes from, best first:
    "real files" (exports that people really saved were read), "documentation" (the vendor
    describes it; of plain tables, this library does), "other code" (a program by others reads
    or writes it), "hearsay" (nobody has shown it to us). `unconfirmed` names the languages of
    the interface whose header words no real file has shown yet, whatever the grade: they are
    recognized, but if such an export is refused, name its columns by `columns=`.

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
            "evidence": GRADES[fmt.evidence],
            "unconfirmed": ", ".join(fmt.unconfirmed),
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
