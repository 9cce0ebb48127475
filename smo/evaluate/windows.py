"""Cuts of a history: what was known before each, and the window that came after it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from smo.errors import SmoError
from smo.levels import counts_once

GAP_DAYS = 3  # the last days of a Search Console export are still being counted


@dataclass(frozen=True)
class Cut:
    """One cut: days up to `known` are told, days from `start` to `end` are to be foretold.

    Parameters
    ----------
    known, start, end : Timestamp
        Last day known; first and last day of the window.
    """

    known: pd.Timestamp
    start: pd.Timestamp
    end: pd.Timestamp

    def before(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows up to the last day known."""
        return table[table["date"] <= self.known]

    def window(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of the window."""
        return table[(table["date"] >= self.start) & (table["date"] <= self.end)]

    def earlier(self, first: pd.Timestamp, horizon: int) -> Cut | None:
        """Return the cut whose window is the last one known; None where nothing lies before it."""
        end = self.known
        start = end - pd.Timedelta(days=horizon - 1)
        found = Cut(start - pd.Timedelta(days=GAP_DAYS + 1), start, end)
        return found if found.known >= first else None


def find_cuts(first: pd.Timestamp, last: pd.Timestamp, *, cuts: int, horizon: int) -> list[Cut]:
    """Return the cuts of a history, oldest first; their windows follow each other to its end.

    Parameters
    ----------
    first, last : Timestamp
        First and last day of the history.
    cuts : int
        How many.
    horizon : int
        Days of a window.

    Returns
    -------
    list of Cut

    Raises
    ------
    SmoError
        When the first cut would leave less than a window's days before it.

    Examples
    --------
    >>> day = pd.Timestamp
    >>> [cut] = find_cuts(day("2025-01-01"), day("2025-03-31"), cuts=1, horizon=28)
    >>> f"{cut.known:%m-%d} {cut.start:%m-%d} {cut.end:%m-%d}"
    '02-28 03-04 03-31'
    """
    found = []
    for back in range(cuts - 1, -1, -1):
        end = last - pd.Timedelta(days=back * horizon)
        start = end - pd.Timedelta(days=horizon - 1)
        found.append(Cut(start - pd.Timedelta(days=GAP_DAYS + 1), start, end))
    days = (found[0].known - first).days + 1
    if days < horizon:
        needed = (cuts + 1) * horizon + GAP_DAYS
        raise SmoError(
            f"{cuts} cuts of {horizon} days need {needed} days; the keywords cover "
            f"{(last - first).days + 1}",
            where="backtest",
            remedy="ask for fewer cuts or a shorter horizon, or export a longer history by day",
        )
    return found


def dated_rows(keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose impressions count, all dated.

    Raises
    ------
    SmoError
        When rows with impressions have no date, or no row has impressions.
    """
    rows = keywords[counts_once(keywords)]
    if rows.empty:
        raise SmoError(
            "the keywords table has no impressions, so nothing can be replayed",
            where="backtest",
            remedy="give searches of your own site by day, as Search Console's API exports them",
        )
    undated = int(rows["date"].isna().sum())
    if undated:
        raise SmoError(
            f"{undated} of {len(rows)} rows have no date",
            where="backtest: keywords table",
            remedy="export the searches by day: query, page and date, or a bulk export",
        )
    return rows
