"""What was read from which file, and what was left out, as lines of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.numbers import days, decimal, percent
from smo.report.summary import line
from smo.report.words import count_word, known_word, segment_name, word


@dataclass(frozen=True, slots=True)
class ReadView:
    """One table read from one file."""

    file: str
    table: str
    format: str
    segment: str
    period: str
    rows: str
    remarks: tuple[str, ...]


def read_views(reads: pd.DataFrame, language: str) -> tuple[ReadView, ...]:
    """Return one line for each table read, in the order of the read reports."""
    return tuple(_read_view(row, language) for row in reads.to_dict("records"))


def _read_view(row: Mapping[Any, Any], language: str) -> ReadView:
    rows = word("rows_kept", language).format(
        kept=decimal(row["rows_kept"], language), read=decimal(row["rows_read"], language)
    )
    return ReadView(
        file=row["file"],
        table=known_word("table", row["table"], language),
        format=row["format"],
        segment=segment_name(_or_dash(row["segment"], language), language),
        period=_period(row, language),
        rows=rows,
        remarks=tuple(_remarks(row, language)),
    )


def _period(row: Mapping[Any, Any], language: str) -> str:
    length = row["period_days"]
    counted = "" if pd.isna(length) else count_word("days", float(length), language)
    if pd.isna(row["period_start"]) or pd.isna(row["period_end"]):
        return counted or word("unknown", language)
    dates = days(row["period_start"], row["period_end"], language)
    return f"{dates} ({counted})" if counted else dates


def _remarks(row: Mapping[Any, Any], language: str) -> list[str]:
    remarks = []
    for what in ("clicks", "impressions"):
        part, whole = row[f"sum_{what}"], row[f"total_{what}"]
        if not pd.isna(part) and not pd.isna(whole):
            sentence = word(f"read_{what}", language)
            remarks.append(
                sentence.format(part=decimal(part, language), whole=decimal(whole, language))
            )
    if not pd.isna(row["cut_on_outcome"]) and bool(row["cut_on_outcome"]):
        remarks.append(word("cut_on_outcome", language))
    told = [name for name in ("dropped", "unused", "notes") if _is_told(row[name])]
    return remarks + [word(name, language).format(text=row[name]) for name in told]


def _is_told(value: Any) -> bool:
    return not pd.isna(value) and value != ""


def _or_dash(value: Any, language: str) -> str:
    return word("unknown", language) if pd.isna(value) else str(value)


def reads_summary(reads: pd.DataFrame, diagnostics: pd.DataFrame, language: str) -> str:
    """Return in one line how much was read, how much left out, how much the exports hide."""
    if reads.empty:
        return word("reads_none", language)
    read, kept = float(reads["rows_read"].sum()), float(reads["rows_kept"].sum())
    parts = [
        count_word("tables", len(reads), language),
        count_word("rows", read, language),
        count_word("left_out", max(read - kept, 0.0), language),
    ]
    hidden = diagnostics.loc[diagnostics["code"] == "hidden", "value"].dropna()
    if len(hidden):
        low, high = percent(hidden.min(), language), percent(hidden.max(), language)
        share = low if low == high else word("range", language).format(low=low, high=high)
        parts.append(word("hidden_share", language).format(share=share))
    return line(parts)
