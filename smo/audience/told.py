"""What the rules decided: rows, clicks and impressions of each segment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from smo.audience.columns import recognize
from smo.audience.rules import parse_rules
from smo.checks import check_table, to_pandas
from smo.tables import SHARED, UNASSIGNED

COUNTED = ("clicks", "impressions", "volume")


def count_segments(table: object, rules: object | None = None) -> pd.DataFrame:
    """Count what each segment of a table received.

    Parameters
    ----------
    table : frame
        Keywords, clicks or pages table with a segment, as `smo.assign_segments` returns it.
    rules : mapping or path, optional
        The rules it was made by: segments that took no row are then listed too.

    Returns
    -------
    DataFrame
        One row is a segment: ``segment``, ``segment_by``, ``rows``, ``row_share``, and the sums
        ``clicks``, ``impressions``, ``volume``, missing where no row tells one. In the order of
        the rules, else by name; the rows that no rule took come last.

    Raises
    ------
    SmoError
        When the table is none of the three, or a rule cannot be read.

    Examples
    --------
    >>> words = pd.DataFrame({"segment": ["buyers", "all"], "keyword": ["a", "b"], "clicks": 3})
    >>> count_segments(words)[["segment", "rows", "row_share", "clicks"]]
      segment  rows  row_share  clicks
    0     all     1        0.5     3.0
    1  buyers     1        0.5     3.0
    """
    caller = "count_segments"
    raw = to_pandas(table, caller=caller)
    rows = check_table(raw, recognize({str(n) for n in raw.columns}, caller=caller), caller=caller)
    groups = rows.groupby("segment", sort=True)
    counts = pd.DataFrame({"segment_by": groups["segment_by"].first(), "rows": groups.size()})
    counts["row_share"] = counts["rows"] / max(len(rows), 1)
    for name in COUNTED:
        sums = groups[name].sum(min_count=1) if name in rows else pd.NA
        counts[name] = pd.Series(sums, index=counts.index, dtype="Float64")
    named = [] if rules is None else [one.segment for one in parse_rules(rules, caller=caller)]
    first = [*named, *sorted(set(counts.index) - set(named) - {UNASSIGNED, SHARED})]
    last = [name for name in (UNASSIGNED, SHARED) if name in counts.index]
    counts = counts.reindex([*first, *last]).rename_axis("segment").reset_index()
    return (
        counts.astype({"segment": counts["segment"].dtype})
        .fillna({"rows": 0, "row_share": 0.0})
        .astype({"rows": int})
    )


def note_segments(reads: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the reads, each saying which segments its rows were given by rules.

    Parameters
    ----------
    reads : DataFrame
        Reads table.
    tables : mapping of str to DataFrame
        Checked tables by their names in ``reads``.

    Returns
    -------
    DataFrame
        ``segment`` names the segments, ``notes`` their rows, clicks and impressions. Reads whose
        rows no rule was asked about are as they were.

    Examples
    --------
    >>> reads = pd.DataFrame({"source": ["q"], "table": ["keywords"], "segment": ["all"],
    ...     "notes": [pd.NA]})
    >>> words = pd.DataFrame({"segment": ["a", "unassigned"], "keyword": ["x", "y"],
    ...     "segment_by": "page", "clicks": [3, 1], "source": "q"})
    >>> note_segments(reads, {"keywords": words})["notes"].item()
    'segments by rules on page: a 1 row, 3 clicks; in none (unassigned) 1 row, 1 click'
    """
    told = reads.copy()
    for name, table in tables.items():
        ruled = table[table["segment_by"].notna()]
        parts = {str(source): part for source, part in ruled.groupby("source")}
        for place in told.index[told["table"] == name]:
            part = parts.get(str(told.loc[place, "source"]))
            if part is not None:
                old, said = told.loc[place, "notes"], _said(part)
                told.loc[place, "notes"] = said if pd.isna(old) else f"{old}; {said}"
                told.loc[place, "segment"] = ", ".join(sorted(part["segment"].unique()))
    return told


def _said(rows: pd.DataFrame) -> str:
    kinds = sorted({kind for told in rows["segment_by"].unique() for kind in told.split(", ")})
    counts = count_segments(rows).to_dict("records")
    return f"segments by rules on {', '.join(kinds)}: " + "; ".join(map(_one, counts))


def _one(counts: Mapping[Any, Any]) -> str:
    name = counts["segment"]
    shown = f"in none ({name})" if name in (UNASSIGNED, SHARED) else name
    return f"{shown} {', '.join(_amounts(counts))}"


def _amounts(counts: Mapping[Any, Any]) -> Iterator[str]:
    for name in ("rows", *COUNTED[:2]):
        if not pd.isna(counts[name]):
            number = float(counts[name])
            yield f"{number:,.0f} {name.removesuffix('s') if number == 1 else name}"
