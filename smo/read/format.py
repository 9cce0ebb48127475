"""What a format is: data. And what a recognized table is on its way to a table of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from smo.read.grid import Grid
from smo.read.periods import Period
from smo.read.texts import Texts
from smo.spec import Table


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A recognized table of one grid, on its way to a checked table.

    `frame` holds the columns of the target table, indexed by the row of the grid; `extra`
    holds, as texts, what the format reads besides. `texts` has the text columns as they were
    read, whatever mends made of the frame. Mends return a new draft.
    """

    grid: Grid
    format: Format
    header: int
    frame: pd.DataFrame
    extra: Mapping[str, pd.Series[Any]]
    preamble: tuple[str, ...]
    rows_read: int
    unused: tuple[str, ...] = ()
    drops: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    total_clicks: float | None = None
    total_impressions: float | None = None
    segment: str | None = None
    source: str = ""
    companion: bool = False
    texts: Mapping[str, Texts] = field(default_factory=dict)

    @property
    def spec(self) -> Table:
        """Specification of the table this becomes."""
        return self.format.spec

    @property
    def header_cells(self) -> tuple[str, ...]:
        """The header as exported, one text a column."""
        return tuple(str(cell).strip() for cell in self.grid.head[self.header])

    def cells(self, place: int) -> pd.Series[Any]:
        """Return the raw cells of the column at a place of the header, by the rows kept."""
        body = self.grid.body(self.header, [place])
        cells: pd.Series[Any] = pd.Series(
            list(body.columns[place]), index=body.numbers.tolist(), dtype=object
        )
        return cells.loc[self.frame.index]

    def note(self, text: str) -> Draft:
        """Return the draft with one more sentence for the read report."""
        return replace(self, notes=(*self.notes, text))

    def is_full(self, name: str) -> bool:
        """Return whether it is known that every row has a text in the column."""
        texts = self.texts.get(name)
        if texts is None or name not in self.frame:
            return False
        return texts.full and texts.are_in(self.frame[name])

    def drop(self, rows: pd.Series[bool], reason: str) -> Draft:
        """Return the draft without the rows (flags by the frame's index), counted by reason.

        A row whose flag is missing stays.
        """
        gone = rows.fillna(value=False).astype(bool)
        number = int(gone.sum())
        if number == 0:
            return self
        frame = self.frame[~gone]
        kept = {n: t for n, t in self.texts.items() if n in frame and t.are_in(self.frame[n])}
        left = (~gone).to_numpy(dtype=bool)
        return replace(
            self,
            frame=frame,
            texts={name: texts.of_rows(left, frame[name]) for name, texts in kept.items()},
            extra={name: values[~gone] for name, values in self.extra.items()},
            drops=(*self.drops, (reason, number)),
        )


Mend = Callable[[Draft], Draft]
# Header row and the place of each word, of a table that no header words tell.
Located = tuple[int, Mapping[str, int]]
Locate = Callable[[Grid], Located | None]


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """How to recognize one export by its header, and what each column becomes.

    Adding a format is adding one of these.

    Parameters
    ----------
    name : str
        What a person calls the export.
    family : str
        Vendor family.
    spec : Table
        The table it gives.
    words : mapping of str to tuple of str
        Column of the table -> the header words for it, in every language; `*` stands for any
        text. Other names are recognized and left out (`ctr`), or, with a leading
        underscore, read by a mend.
    required : tuple of str
        Names in `words` whose header must be there.
    evidence : {"R", "D", "C", "K"}
        Seen in real files, vendor's documentation, third-party code, or hearsay.
    any_of : tuple of str
        Of these one at least must be there too.
    constants : mapping of str to str
        Columns that hold one value, where the export gives none.
    mends : tuple of callable
        Steps from draft to draft for what is peculiar to this export.
    unconfirmed : tuple of str
        Languages of the interface whose words no real file has shown yet.
    totals : tuple of str
        Names that a row of totals bears, `*` standing for any text. Such a row is left out even
        where it does not sum up the others; "Total" and its translations need not be listed.
    day_first : bool, optional
        How this vendor means 03/04/2026; None lets the column itself tell.
    described : bool
        The row after the header describes the columns, and is no data.
    locate : callable, optional
        From a grid to the row above the data and the places of the words, or None: for a table
        without header words of its own.
    told_by : str
        How a person recognizes it, where header words do not tell.
    also : tuple of Format
        Other tables that the same rows give.
    fills : tuple of str
        Columns of the table that mends fill, beside those of `words` and `constants`.
    layer : str
        Column that the clicks of this map are too, where it counts one kind of clicks only: the
        map of all clicks of the same page takes it from here.
    selectors : bool
        Elements are named by CSS selectors, which a saved page turns into words.
    """

    name: str
    family: str
    spec: Table
    words: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    evidence: str
    any_of: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    mends: tuple[Mend, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    day_first: bool | None = None
    described: bool = False
    locate: Locate | None = None
    told_by: str = ""
    also: tuple[Format, ...] = ()
    fills: tuple[str, ...] = ()
    layer: str = ""
    selectors: bool = False


@dataclass(frozen=True, slots=True)
class JsonShape:
    """An answer of a vendor's interface: how to know it, and its rows, header first.

    `rows` returns one table (a header and its rows), or several by name.
    """

    name: str
    fits: Callable[[object], bool]
    tables: Callable[[Any], Mapping[str, Sequence[Sequence[Any]]]]
