"""What changed since the previous plan, and how the effect of acting will be seen."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.report.numbers import decimal, percent, size
from smo.report.part import Part, grid_of
from smo.report.spans import points, signed, with_ends
from smo.report.words import known_word, segment_name, word

MOST, MOST_SEGMENTS = 10, 8
MOST_NAMES = 4  # of comparable topics or pages


def changes_part(changes: pd.DataFrame, language: str) -> Part:
    """Return the largest changes of `smo.evaluate.compare_plans`, segment by segment."""
    tables = []
    for segment in sorted(changes["segment"].unique())[:MOST_SEGMENTS]:
        own = changes[changes["segment"] == segment]
        shown = own.head(MOST)
        caption = word("changes_note", language).format(
            segment=segment_name(segment, language), shown=decimal(len(shown), language),
            n=decimal(len(own), language),
        )  # fmt: skip
        tables.append((caption, _changes(shown, language)))
    return Part("", tuple(tables)) if tables else Part()


def _changes(rows: pd.DataFrame, language: str) -> Any:
    return grid_of(
        rows,
        "topic",
        _label,
        {
            "became": lambda row: known_word("status", row["status"], language),
            "demand_change": lambda row: with_ends(row, "demand_change", language, signed),
            "clicks_change": lambda row: with_ends(row, "clicks_change", language, signed),
            "parts": lambda row: _parts(row, language),
            "rank_change": lambda row: with_ends(row, "position_change", language, signed),
            "attention_change": lambda row: with_ends(row, "attention_change", language, points),
        },
        language,
    )


def _parts(row: Any, language: str) -> str:
    values = [row[f"clicks_{name}"] for name in ("demand", "snippet", "rank")]
    if all(pd.isna(value) for value in values):
        return word("unknown", language)
    return " / ".join(signed(value, language) for value in values)


def _label(row: Any) -> str:
    before, after = row["label_before"], row["label_after"]
    if pd.isna(after) or pd.isna(before):
        return str(before if pd.isna(after) else after)
    return str(after) if before == after else f"{before} → {after}"


def measurement_part(measurement: pd.DataFrame, segment: str, language: str) -> Part:
    """Return for each proposal of a segment what to hold back and how long to wait."""
    own = measurement[measurement["segment"] == segment].sort_values("rank", kind="stable")
    if own.empty:
        return Part()
    grid = grid_of(
        own,
        "title",
        lambda row: f"{row['rank']}. {row['title']}",
        {
            "clicks_so_far": lambda row: size(row["clicks"], language),
            "hold_back": lambda row: _names(row["hold_back"], language),
            "hold_pages": lambda row: _names(row["hold_pages"], language),
            "detectable": lambda row: percent(row["detectable"], language),
            "weeks": lambda row: (
                word("not_within_year", language)
                if pd.isna(row["weeks"])
                else decimal(row["weeks"], language)
            ),
        },
        language,
    )
    return Part("", ((word("measurement_caption", language), grid),))


def _names(names: list[str], language: str) -> str:
    if not names:
        return word("unknown", language)
    rest = len(names) - MOST_NAMES
    more = [word("more", language).format(n=decimal(rest, language))] if rest > 0 else []
    return "; ".join([*names[:MOST_NAMES], *more])


KINDS = {"pillar": "pillar", "intent": "intents", "format": "format", "channel": "channels",
         "hour": "hour", "weekday": "weekday"}  # fmt: skip


def valued_part(valued: pd.DataFrame, fdr: float, language: str) -> Part:
    """Return what stands out in each segment, a line a segment, a column a kind."""
    own = valued[valued["distinct"].fillna(value=False).astype(bool)]
    own = own.sort_values(["z", "value"], ascending=[False, True], kind="stable")
    if own.empty:
        return Part()
    names = {
        (segment, kind): _listed(part["value"].tolist(), str(kind), language)
        for (segment, kind), part in own.groupby(["segment", "kind"], sort=True)
    }
    unknown = word("unknown", language)
    rows = pd.DataFrame(
        [
            {"segment": segment} | {kind: names.get((segment, kind), unknown) for kind in KINDS}
            for segment in sorted(own["segment"].unique())
        ]
    )
    columns = {head: (lambda row, kind=kind: str(row[kind])) for kind, head in KINDS.items()}
    grid = grid_of(
        rows, "segment", lambda row: segment_name(row["segment"], language), columns, language
    )
    note = word("valued_note", language).format(fdr=percent(fdr, language))
    return Part(note, ((word("beyond.valued", language), grid),))


def _listed(values: list[str], kind: str, language: str) -> str:
    return "; ".join(known_word(kind, value, language) for value in values[:MOST_NAMES])


def suggested_part(suggested: pd.DataFrame, fdr: float, language: str) -> Part:
    """Return the segments that columns suggest, and what each value wants more than the rest."""
    if suggested.empty:
        return Part()
    grid = grid_of(
        suggested.head(3 * MOST),
        "candidate",
        lambda row: (
            f"{known_word('column', row['column'], language)}{word('colon', language)} "
            f"{row['value']}"
        ),
        {
            "forms": lambda row: size(row["forms"], language),
            "impressions_share": lambda row: percent(row["impressions_share"], language),
            "q": lambda row: percent(row["q"], language),
            "wants": lambda row: (
                word("unknown", language) if pd.isna(row["values"]) else str(row["values"])
            ),
        },
        language,
    )
    note = word("suggested_note", language).format(fdr=percent(fdr, language))
    return Part(note, ((word("beyond.suggested", language), grid),))
