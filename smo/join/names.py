"""One name for an element whose selector changed from one export to the next."""

from __future__ import annotations

import pandas as pd

# What stays the same when a page is built anew: where it is, what it says, what it does.
ALIKE = ["segment", "page", "kind", "device", "channel", "text", "role", "target"]


def with_one_name(clicks: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with one element name for what is the same element in several exports.

    Selectors change when a page is built anew: two months of one button would be two elements.
    Rows of different sources with the same text, role, target, page and device are one element
    where each source knows it by one name; the name with the most clicks is kept. Two elements
    alike inside one source are two: a page may show the same link twice. Posts and rows without
    text keep their names.

    Parameters
    ----------
    clicks : DataFrame
        Checked clicks table.

    Examples
    --------
    >>> from smo.checks import check_table
    >>> from smo.tables import CLICKS
    >>> rows = pd.DataFrame({"segment": "all", "page": "/", "element": ["div>a.x1", "div>a.x2"],
    ...     "kind": "element", "clicks": [5, 9], "text": "Bags", "source": ["may", "june"]})
    >>> with_one_name(check_table(rows, CLICKS, caller="example"))["element"].tolist()
    ['div>a.x2', 'div>a.x2']
    """
    asked = clicks["kind"].ne("post") & clicks["text"].notna()
    if clicks.loc[asked, "source"].nunique(dropna=False) < 2:  # one file, most often
        return clicks
    rows = clicks.loc[asked, ["element", "source", "clicks"]].assign(
        group=clicks.loc[asked, ALIKE].fillna("").groupby(ALIKE, sort=False).ngroup(),
        source=clicks.loc[asked, "source"].fillna(""),
    )
    named = rows[["group", "source", "element"]].drop_duplicates()
    per_source = named.groupby(["group", "source"]).size().groupby("group").max()
    names = named.groupby("group")["element"].nunique()
    renamed = names.index[(names > 1) & (per_source == 1)]
    if renamed.empty:
        return clicks
    moved = rows[rows["group"].isin(renamed)]
    sums = moved.groupby(["group", "element"])["clicks"].sum().reset_index()
    best = sums.sort_values(["group", "clicks", "element"], ascending=[True, False, True])
    main = best.drop_duplicates("group").set_index("group")["element"]
    element = clicks["element"].copy()
    element.loc[moved.index] = moved["group"].map(main)
    return clicks.assign(element=element)
