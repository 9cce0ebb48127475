"""Figures by name: a name that is none of theirs is told with those there are."""

from __future__ import annotations

from smo.errors import SmoError, nearest, quoted
from smo.report.draw import Figure


class NoFigureError(SmoError, KeyError):
    """No figure of this name: an error of the library, and a KeyError as of any dictionary."""

    __str__ = SmoError.__str__


class NamedFigures(dict[str, Figure]):
    """The figures of a plan, in the order a report shows them.

    Examples
    --------
    >>> NamedFigures()["topics"]
    Traceback (most recent call last):
    smo.report.named.NoFigureError: figures: there is no figure 'topics'. Remedy: ...
    """

    def __missing__(self, name: object) -> Figure:
        """Tell the names there are."""
        near = nearest(str(name), list(self))
        there = f"the plan has {quoted(self)}" if self else "the plan has data for none"
        remedy = f"did you mean {near!r}? {there}" if near else there
        raise NoFigureError(f"there is no figure {str(name)!r}", where="figures", remedy=remedy)
