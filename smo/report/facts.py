"""What was read, what the data can say, and the settings, as lines of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.numbers import day, decimal, percent, size
from smo.report.words import known_word, word
from smo.settings import Settings

LEVELS = ("warning", "fact", "cure")


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


@dataclass(frozen=True, slots=True)
class DiagnosticView:
    """Facts of one level about the data, and the segments they hold in (empty = all)."""

    level: str
    level_word: str
    segments: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """One kind of link in one segment; `rows` = lines of the segment, 0 after its first."""

    segment: str
    link: str
    found: str
    clicks: str
    share: str
    rows: int


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
    days = word("days", language).format(n=decimal(row["period_days"], language))
    if pd.isna(row["period_start"]) or pd.isna(row["period_end"]):
        return word("unknown", language) if pd.isna(row["period_days"]) else days
    dates = f"{day(row['period_start'], language)} – {day(row['period_end'], language)}"
    return dates if pd.isna(row["period_days"]) else f"{dates} ({days})"


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


def diagnostic_views(diagnostics: pd.DataFrame, language: str) -> tuple[DiagnosticView, ...]:
    """Return the facts, cautions first; those of the same segments stand together.

    A sentence that several segments share is said once.
    """
    holders: dict[tuple[str, str], list[str]] = {}
    for row in diagnostics.to_dict("records"):
        holders.setdefault((row["level"], row["message"]), []).append(row["segment"])
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (level, message), names in holders.items():
        segments = () if "all" in names else tuple(names)
        groups.setdefault((level, segments), []).append(message)
    levels = [*LEVELS, *sorted({level for level, _ in groups} - set(LEVELS))]
    ordered = sorted(groups, key=lambda group: (levels.index(group[0]), -len(group[1])))
    return tuple(
        DiagnosticView(
            level=level,
            level_word=known_word("level", level, language),
            segments=tuple(segment_name(name, language) for name in segments),
            messages=tuple(groups[level, segments]),
        )
        for level, segments in ordered
    )


def coverage_views(coverage: pd.DataFrame, language: str) -> tuple[CoverageView, ...]:
    """Return one line for each link of each segment, in the order of the table."""
    lengths = coverage.groupby("segment").size()
    firsts = ~coverage["segment"].duplicated()
    rows = lengths.reindex(coverage["segment"]).to_numpy() * firsts.to_numpy()
    ordered = coverage.assign(rows=rows).sort_values("segment", kind="stable")
    return tuple(_coverage_view(row, language) for row in ordered.to_dict("records"))


def _coverage_view(row: Mapping[Any, Any], language: str) -> CoverageView:
    dash = word("unknown", language)
    found = word("rows_kept", language).format(
        kept=decimal(row["found"], language), read=decimal(row["possible"], language)
    )
    possible = row["possible"] > 0
    return CoverageView(
        segment=segment_name(row["segment"], language),
        link=known_word("link", row["link"], language),
        found=found if possible else dash,
        clicks=size(row["clicks"], language) if possible else dash,
        share=percent(row["click_share"], language) if possible else dash,
        rows=int(row["rows"]),
    )


def setting_pairs(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return each setting with its value, in words of the report language.

    Examples
    --------
    >>> setting_pairs(Settings())[0]
    ('Most proposals a segment', '10')
    """
    language = settings.report_language
    return tuple(
        (known_word("setting", name, language), _setting(value, language))
        for name, value in settings.to_dict().items()
    )


def _setting(value: object, language: str) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or word("none", language)
    if isinstance(value, float):
        return f"{value:g}" if language == "en" else f"{value:g}".replace(".", ",")
    return known_word("choice", str(value), language)


def segment_name(segment: str, language: str) -> str:
    """Return a segment's name, the one that means everybody in words.

    Examples
    --------
    >>> segment_name("all", "ru"), segment_name("buyers", "ru")
    ('все посетители', 'buyers')
    """
    return word("segment.all", language) if segment == "all" else segment


def _or_dash(value: Any, language: str) -> str:
    return word("unknown", language) if pd.isna(value) else str(value)
