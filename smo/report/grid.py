"""A table of a report: what its rows are, what its columns are, and a text in every cell."""

from __future__ import annotations

from dataclasses import dataclass

MANY_COLUMNS = 6  # beyond, the long side runs down the page


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows by columns of texts; `corner` names what the labels are; turned = a row a segment."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    turned: bool = False


def segments_across(
    labels: tuple[str, ...],
    segments: tuple[str, ...],
    cells: tuple[tuple[str, ...], ...],
    corners: tuple[str, str],
) -> Grid:
    """Return a table with a column for each segment, or a row for each where they are many.

    Parameters
    ----------
    labels : tuple of str
        What is told, one name for each row of `cells`.
    segments : tuple of str
        Names of the segments, one for each column of `cells`.
    cells : tuple of tuple of str
        Texts, labels by segments.
    corners : tuple of str
        Head of the labels; head of the segments.

    Returns
    -------
    Grid
        As given, or turned.

    Examples
    --------
    >>> segments_across(("CTR",), ("a", "b"), (("yes", "no"),), ("Finding", "Segment")).rows
    (('CTR', ('yes', 'no')),)
    """
    if len(segments) <= MANY_COLUMNS:
        return Grid(corners[0], segments, tuple(zip(labels, cells, strict=True)))
    turned = tuple(tuple(row[number] for row in cells) for number in range(len(segments)))
    return Grid(corners[1], labels, tuple(zip(segments, turned, strict=True)), turned=True)
