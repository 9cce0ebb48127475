"""A read report in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from smo.cli.say import labeled_lines
from smo.report.inert import inert
from smo.report.numbers import days
from smo.text.numbers import count_text, counted, share_text

TABLES = ("keywords", "clicks", "pages", "totals")
COUNTS = ("clicks", "impressions")
SUMMED = ("keywords", "clicks")  # tables whose rows a total of the file should add up
OWN_TOTAL = "by the file's own total"
NOUNS = {"keywords": "keyword row", "clicks": "click row", "pages": "page", "totals": "total"}
LANGUAGE = "en"


def told_lines(report: pd.DataFrame, rows: Mapping[str, int]) -> list[str]:
    """Return the lines that tell what was read of each file, and what it makes in all.

    Parameters
    ----------
    report : DataFrame
        Read reports, see `smo.tables.READS`.
    rows : mapping of str to int
        Rows of each table.

    Returns
    -------
    list of str
        At most 100 characters each.
    """
    lines: list[str] = []
    for row in report.sort_values(["file", "table", "source"], kind="stable").to_dict("records"):
        lines += [inert(row["file"]), *labeled_lines(_pairs(row)), ""]
    held = [counted(rows[name], noun) for name, noun in NOUNS.items() if rows.get(name)]
    return [*lines, f"In all: {', '.join(held)}."]


def _pairs(row: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    yield "recognized as", f"{row['format']} (gives {row['table']})"
    yield "rows", _rows(row)
    yield from _optional("left out", row["dropped"])
    for name in COUNTS:
        yield from _optional(name, _sum(row, name))
    yield "period", _period(row)
    yield from _optional("segment", row["segment"])
    yield from _optional("columns unused", row["unused"])
    if not pd.isna(row["cut_on_outcome"]) and bool(row["cut_on_outcome"]):
        yield "caution", "no row without a click: the export was cut on the outcome"
    yield from _optional("notes", row["notes"])


def _optional(label: str, text: Any) -> Iterator[tuple[str, str]]:
    if not pd.isna(text) and text != "":
        yield label, str(text)


def _rows(row: Mapping[Any, Any]) -> str:
    read, kept = float(row["rows_read"]), float(row["rows_kept"])
    if read == 0:
        return "none"
    if read == kept:
        return f"{_number(read)}, all kept"
    return f"{_number(kept)} of {_number(read)} kept"


def _sum(row: Mapping[Any, Any], name: str) -> str | None:
    """Return a sum beside the file's own total; None where the file tells neither."""
    part, whole = row[f"sum_{name}"], row[f"total_{name}"]
    if pd.isna(part):
        return None if pd.isna(whole) else f"not in the rows; {_number(whole)} {OWN_TOTAL}"
    if pd.isna(whole):
        told = "; the file gives no total of its own" if row["table"] in SUMMED else ""
        return f"{_number(part)}{told}"
    if float(part) == float(whole):
        return f"{_number(part)}, equal to the file's own total"
    share = f" ({share_text(float(part) / float(whole), LANGUAGE)})" if whole > 0 else ""
    return f"{_number(part)} in the rows, {_number(whole)} {OWN_TOTAL}{share}"


def _period(row: Mapping[Any, Any]) -> str:
    length = row["period_days"]
    told = "" if pd.isna(length) else counted(float(length), "day")
    if pd.isna(row["period_start"]) or pd.isna(row["period_end"]):
        return told or "unknown"
    dates = days(row["period_start"], row["period_end"], LANGUAGE)
    return f"{dates} ({told})" if told else dates


def _number(value: Any) -> str:
    return count_text(float(value), LANGUAGE)
