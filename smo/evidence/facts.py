"""What a diagnostic is made of, and the tables it is taken from."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


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
    language: str
