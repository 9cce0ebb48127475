"""What a diagnostic is made of, and the tables it is taken from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from smo.checks import check_table, empty_table
from smo.evidence.messages import MESSAGES
from smo.settings import Settings
from smo.tables import DIAGNOSTICS


@dataclass(frozen=True)
class Fact:
    """One fact: its code, number, unit and level, and what its sentence names."""

    segment: str
    code: str
    level: str = "fact"
    value: float = float("nan")
    unit: str = ""
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tables:
    """The checked tables that the facts are taken from."""

    scores: pd.DataFrame
    topics: pd.DataFrame
    keywords: pd.DataFrame
    matches: pd.DataFrame
    pages: pd.DataFrame
    reads: pd.DataFrame
    settings: Settings

    @property
    def language(self) -> str:
        """Language of the report."""
        return self.settings.report_language


def fact_table(facts: Iterable[Fact], language: str, *, caller: str) -> pd.DataFrame:
    """Return the diagnostics table of facts, by segment, then in their order."""
    rows = [
        {
            "segment": fact.segment,
            "code": fact.code,
            "value": fact.value,
            "unit": fact.unit,
            "message": MESSAGES[fact.code][language].format(**fact.names),
            "level": fact.level,
        }
        for fact in sorted(facts, key=lambda fact: fact.segment)
    ]
    table = pd.DataFrame(rows) if rows else empty_table(DIAGNOSTICS)
    return check_table(table, DIAGNOSTICS, caller=caller)
