"""What is kept of extras with a plan, and which extras a report shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.extras import EXTRA_TABLES, Extras
from smo.pictures import SCREENSHOTS, pictures_of, pictures_table

KEPT_TABLES = EXTRA_TABLES | {SCREENSHOTS.name: SCREENSHOTS}


def chosen_extras(given: object, own: Extras) -> Extras:
    """Return the extras to show: what was given, else the plan's own.

    Raises
    ------
    SmoError
        When what was given are no extras.

    Examples
    --------
    >>> chosen_extras(None, Extras())
    <Extras: none>
    """
    found = own if given is None else given
    if not isinstance(found, Extras):
        problem = f"'extras' must be Extras; got {type(found).__name__}"
        raise SmoError(problem, where="extras", remedy="give smo.evaluate.Extras(changes=..., ...)")
    return found


def kept_tables(extras: Extras) -> dict[str, pd.DataFrame]:
    """Return all that a saved plan keeps of extras: the tables with rows, and the screenshots."""
    shots = {SCREENSHOTS.name: pictures_table(extras.pictures)} if extras.screenshots else {}
    return extras.tables() | shots


def extras_of(tables: Mapping[str, pd.DataFrame]) -> Extras:
    """Return the extras that `kept_tables` wrote, out of the tables of a saved plan.

    Raises
    ------
    SmoError
        When a table does not keep to its spec, or a screenshot is no picture.
    """
    shots = pictures_of(tables[SCREENSHOTS.name]) if SCREENSHOTS.name in tables else None
    held: dict[str, Any] = {name: tables[name] for name in EXTRA_TABLES if name in tables}
    return replace(Extras(screenshots=shots), **held)
