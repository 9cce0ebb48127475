"""The read report of a reduction: every row of the source kept, summed or left out by reason."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.engine.layouts import Layout
from smo.engine.reduce import Reduced

KEPT = ("click", "click and dead", "dead", "rage", "search")
VIEWS = "page view, counted in pageviews"
HIDDEN = "anonymized query"


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says of the source besides its rows."""

    file: str
    layout: Layout
    engine: str


def source_key(table: pd.DataFrame, file: str) -> str:
    """Return the key of the read: the file's name and a digest of the rows made from it.

    Examples
    --------
    >>> source_key(pd.DataFrame({"a": [1]}), "x.parquet").partition("#")[0]
    'x.parquet'
    """
    digest = hashlib.blake2b(digest_size=4)
    for name in table.columns.difference(["click_id"], sort=False):  # a hash of the others
        column = table[name]
        if column.isna().all():
            continue
        if isinstance(column.dtype, pd.StringDtype):
            codes, texts = pd.factorize(column.to_numpy(dtype=object))
            digest.update("\x1f".join(texts.tolist()).encode("utf-8", "surrogatepass"))
            digest.update(codes.tobytes())
        else:
            digest.update(column.to_numpy(dtype=float, na_value=-1.0).tobytes())
    return f"{file}#{digest.hexdigest()}"


def read_row(reduced: Reduced, told: Told, source: str) -> dict[str, Any]:
    """Return the row of the table `READS` for a reduction."""
    accounts = reduced.accounts
    kept = accounts[accounts["what"].isin(KEPT)]
    n_rows, first, last, days = read_days(reduced)
    reasons = {
        VIEWS if what == "view" else str(what): int(number)
        for what, number in zip(accounts["what"], accounts["n_rows"], strict=True)
        if what not in KEPT
    }
    summed = int(kept["n_rows"].sum()) - len(reduced.rows)
    if summed:
        reasons["row summed into another of the same key"] = summed
    is_search = told.layout.table == "keywords"
    whole = accounts[accounts["what"].isin([*KEPT, HIDDEN])]
    shown = is_search and bool(reduced.rows["impressions"].notna().any())
    return {
        "source": source,
        "file": told.file,
        "table": told.layout.table,
        "format": told.layout.name,
        "segment": "all",
        "encoding": None,
        "rows_read": n_rows,
        "rows_kept": len(reduced.rows),
        "dropped": "; ".join(f"{number} {reason}" for reason, number in reasons.items()) or None,
        "unused": None,
        "period_start": first,
        "period_end": last,
        "period_days": days,
        "total_clicks": int(whole["clicks"].sum()) if is_search else None,
        "total_impressions": int(whole["impressions"].sum()) if shown else None,
        "sum_clicks": int(reduced.rows["clicks"].sum()),
        "sum_impressions": int(kept["impressions"].sum()) if shown else None,
        "cut_on_outcome": None,
        "notes": _notes(n_rows, len(reduced.rows), told),
    }


def read_days(reduced: Reduced) -> tuple[int, Any, Any, float | None]:
    """Return the rows read, the first and last day, and the number of days between."""
    n_rows = int(reduced.accounts["n_rows"].sum())
    days = pd.Series([reduced.first_day, reduced.last_day])
    stamps = pd.to_datetime(days, errors="coerce", format="%Y-%m-%d").dropna()
    if stamps.empty:
        return n_rows, None, None, None
    first, last = stamps.min(), stamps.max()
    return n_rows, first, last, float((last - first).days + 1)


def _notes(n_rows: int, n_kept: int, told: Told) -> str:
    note = f"{n_rows} rows reduced to {n_kept} by {told.engine}"
    if "visits" in told.layout.tells:
        note += "; clicked_pageviews counts distinct visits with a click"
    return note
