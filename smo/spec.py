"""What a table specification is made of: columns with kind, meaning and range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

Kind = Literal["text", "number", "whole", "flag", "date", "texts"]

DTYPES: dict[str, Any] = {
    # Named, since the default depends on whether pyarrow is installed: plans must not.
    "text": pd.StringDtype("python"),
    "number": pd.Float64Dtype(),
    "whole": pd.Int64Dtype(),
    "flag": pd.BooleanDtype(),
    "date": "datetime64[us]",
    "texts": "object",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, kind, meaning with unit, and allowed range."""

    name: str
    kind: Kind
    means: str
    required: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, which columns name the row, and all columns in order."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns that must be there."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """Return the column called `name`."""
        return next(column for column in self.columns if column.name == name)


def text(name: str, means: str, *, required: bool = False) -> Column:
    """Return a text column."""
    return Column(name, "text", means, required)


def must(name: str, means: str) -> Column:
    """Return a text column that must be there."""
    return Column(name, "text", means, required=True)


def count(name: str, means: str, *, required: bool = False) -> Column:
    """Return a column of counts, never negative."""
    return Column(name, "number", means, required, low=0.0)


def share(name: str, means: str, *, required: bool = False) -> Column:
    """Return a column of shares, 0 to 1."""
    return Column(name, "number", means, required, low=0.0, high=1.0)


def number(name: str, means: str) -> Column:
    """Return a column of numbers."""
    return Column(name, "number", means)


def whole(name: str, means: str, *, required: bool = False) -> Column:
    """Return a column of ids or ranks."""
    return Column(name, "whole", means, required, low=0)


def sized(name: str, means: str) -> tuple[Column, Column, Column]:
    """Return a number column with the two ends of its interval."""
    return (
        number(name, means),
        number(f"{name}_low", f"{means}: lower end of the interval"),
        number(f"{name}_high", f"{means}: upper end of the interval"),
    )
