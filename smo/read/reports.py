"""The ledger of reads: one row per table read, found again by the `source` of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from smo.checks import check_table, empty_table
from smo.ledger import record_read, recorded_reads
from smo.read.format import Draft
from smo.tables import READS

# A query table with this many rows and no zero-click row was cut on the outcome: in uncut
# exports of the corpus 67 to 98 % of the rows have no click.
MIN_ROWS_CUT = 30

# Sizes are per 28 days only where the days of the counts are known; of posts they never are.
PERIOD_UNKNOWN = (
    "period unknown: put its first and last day into the file's name, or set "
    'table["period_days"] = 90'
)
_PER_PERIOD = frozenset(["clicks", "impressions", "views", "sessions"])


def record(draft: Draft) -> None:
    """Keep the report of a table under its source."""
    record_read(report_row(draft))


def report_row(draft: Draft) -> dict[str, Any]:
    """Return the READS row of a draft."""
    counts = {name: _sum(draft.frame, name) for name in ("clicks", "impressions")}
    return {
        "source": draft.source,
        "file": draft.grid.name,
        "table": draft.spec.name,
        "format": draft.format.name,
        "segment": draft.segment,
        "encoding": draft.grid.encoding,
        "rows_read": draft.rows_read,
        "rows_kept": len(draft.frame),
        "dropped": "; ".join(f"{number} {reason}" for reason, number in draft.drops) or None,
        "unused": ", ".join(draft.unused) or None,
        "period_start": draft.period.start,
        "period_end": draft.period.end,
        "period_days": draft.period.days,
        "total_clicks": draft.total_clicks,
        "total_impressions": draft.total_impressions,
        "sum_clicks": counts["clicks"],
        "sum_impressions": counts["impressions"],
        "cut_on_outcome": _cut_on_outcome(draft),
        "notes": "; ".join([*draft.notes, *_asked(draft)]) or None,
    }


def _asked(draft: Draft) -> list[str]:
    """Return what to do where the days that the counts cover are unknown and matter."""
    frame = draft.frame
    counted = "period_days" in draft.spec.names and _PER_PERIOD & set(frame.columns)
    if not counted or draft.period.known or draft.format.constants.get("kind") == "post":
        return []
    told = frame["date"] if "date" in frame else frame.get("period_days")
    lacks = told is None or bool(told.isna().any())
    return [PERIOD_UNKNOWN] if lacks and len(frame) else []


def with_told_days(reads: pd.DataFrame, tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return the reads with the days that the caller set in the tables, where none were known.

    Parameters
    ----------
    reads : DataFrame
        Reads table.
    tables : iterable of DataFrame
        Checked tables with `source` and `period_days`.

    Returns
    -------
    DataFrame
        As `reads`; a read whose rows tell different days stays unknown.
    """
    rows = pd.concat([table[["source", "period_days"]] for table in tables]).dropna()
    days = rows.groupby("source")["period_days"].agg(["min", "max"])
    told = reads["source"].map(days["min"].where(days["min"] == days["max"]))
    fills = reads["period_days"].isna() & told.notna()
    if not fills.any():
        return reads
    notes = reads["notes"].where(~fills, reads["notes"].map(_answered, na_action="ignore"))
    return reads.assign(
        period_days=reads["period_days"].where(~fills, told.astype(reads["period_days"].dtype)),
        notes=notes.astype(reads["notes"].dtype),
    )


def _answered(notes: str) -> str | None:
    return "; ".join(part for part in notes.split("; ") if part != PERIOD_UNKNOWN) or None


def reads_of(sources: pd.DataFrame | Iterable[object]) -> pd.DataFrame:
    r"""Return the read reports of a table, or of sources, that were read in this process.

    Parameters
    ----------
    sources : DataFrame, or iterable of str
        A table that a reader returned, or values of the column `source` of any table; missing
        and unknown ones are passed over.

    Returns
    -------
    DataFrame
        One row is one table read from one file, sorted by source. `rows_read` equals
        `rows_kept` plus the numbers in `dropped`.

    Examples
    --------
    >>> import io
    >>> from smo.read import read_keywords
    >>> words = read_keywords(io.StringIO("keyword,volume\nred rope,90\n,40\n"))
    >>> reads_of(words)[["rows_read", "rows_kept", "dropped"]].values.tolist()
    [[2.0, 1.0, '1 keyword is empty']]
    >>> reads_of(["never.csv#00000000"]).empty
    True
    """
    if isinstance(sources, pd.DataFrame):
        sources = sources["source"].unique() if "source" in sources else ()
    known = recorded_reads(sources)
    if not known:
        return empty_table(READS)
    return check_table(pd.DataFrame(known), READS, caller="reads_of")


def _sum(frame: pd.DataFrame, name: str) -> float | None:
    if name not in frame or not bool(frame[name].notna().any()):
        return None
    return float(frame[name].sum())


def _cut_on_outcome(draft: Draft) -> bool | None:
    frame = draft.frame
    if draft.spec.name != "keywords" or not {"clicks", "impressions"} <= set(frame.columns):
        return None
    told = frame[frame["clicks"].notna() & frame["impressions"].notna()]
    if len(told) < MIN_ROWS_CUT:
        return None
    return bool((told["clicks"] > 0).all())
