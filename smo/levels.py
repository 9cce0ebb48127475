"""Which impressions count: those of the property, or those of its pages, never both."""

from __future__ import annotations

from typing import Any

import pandas as pd


def counts_once(keywords: pd.DataFrame) -> pd.Series[Any]:
    """Return which keyword rows' impressions count.

    Page-level and property-level counts are never mixed: where a segment has impressions without
    a page, those count (a search is counted once), else those of its pages.

    Parameters
    ----------
    keywords : DataFrame
        Checked keywords table, all rows of its segments.

    Returns
    -------
    Series of bool
        Aligned with `keywords`; False where a row tells no impressions.

    Examples
    --------
    >>> rows = pd.DataFrame(
    ...     {"segment": ["a", "a", "b"], "page": [None, "/x", "/x"], "impressions": [5, 4, 3]})
    >>> counts_once(rows).tolist()
    [True, False, True]
    """
    shown = keywords["impressions"].notna()
    whole = shown & keywords["page"].isna()
    property_level = whole.groupby(keywords["segment"]).transform("any")
    counted: pd.Series[Any] = whole | (shown & ~property_level)
    return counted.astype(bool)
