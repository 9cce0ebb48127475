"""What brings people to a page against what they click there, as a table of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.numbers import decimal, percent, size
from smo.report.words import known_word, word

MOST = 10  # rows shown of a segment


@dataclass(frozen=True, slots=True)
class ScentTable:
    """Rows of texts: page, topic, what it brings, what it is clicked, finding; and the rest."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    more: str


HEADS = ("page", "topic", "scent_arrived", "scent_clicked", "scent_finding")


def scent_table(scent: pd.DataFrame, interval: str, language: str) -> ScentTable | None:
    """Return the table of one segment; None where nothing differs beyond chance.

    Parameters
    ----------
    scent : DataFrame
        Rows of the scent table of one segment, in order.
    interval : str
        Mass of the intervals, as the report says it.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    ScentTable or None
        Ten rows at most.
    """
    if scent.empty:
        return None
    by = "scent_by_clicks" if (scent["arrived_by"] == "clicks").all() else "scent_by_impressions"
    rest = len(scent) - MOST
    return ScentTable(
        caption=word("scent_caption", language).format(by=word(by, language), interval=interval),
        rows=tuple(_cells(row, language) for row in scent.head(MOST).to_dict("records")),
        more=word("scent_rest", language).format(n=decimal(rest, language)) if rest > 0 else "",
    )


def _cells(row: Mapping[Any, Any], language: str) -> tuple[str, ...]:
    told = [
        word("scent_share", language).format(
            share=percent(row[f"{name}_share"], language),
            low=percent(row[f"{name}_share_low"], language),
            high=percent(row[f"{name}_share_high"], language),
            n=size(row[name], language),
        )
        for name in ("arrived", "clicked")
    ]
    finding = known_word("scent", str(row["finding"]), language)
    return (str(row["page"]), str(row["label"]), *told, finding)
