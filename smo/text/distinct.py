"""Work on texts once for each distinct one, laid out to all rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from smo.spec import DTYPES


def each_distinct(
    values: pd.Series[Any], work: Callable[[str], str | None], missing: str | None = None
) -> pd.Series[Any]:
    """Return what `work` makes of each text, and `missing` where there is none.

    Examples
    --------
    >>> each_distinct(pd.Series(["a", None, "a"]), str.upper).tolist()
    ['A', <NA>, 'A']
    """
    codes, distinct = pd.factorize(values.to_numpy(dtype=object))
    made = [work(value) if isinstance(value, str) else missing for value in distinct]
    found = np.empty(len(made) + 1, dtype=object)
    found[:] = [*made, missing]  # the last is of rows without a text, whose code is -1
    laid: pd.Series[Any] = pd.Series(
        found[codes], index=values.index, name=values.name, dtype=DTYPES["text"]
    )
    return laid
