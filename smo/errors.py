"""The one exception of this library, and the sentences that several rooms share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


class SmoError(ValueError):
    """Wrong input, told in one sentence: where it is, what is wrong, what to do.

    Parameters
    ----------
    problem : str
        What is wrong, with the offending value, without a full stop.
    where : str, optional
        File, row or argument the problem was found in.
    remedy : str, optional
        What the caller can do about it: an order, without a full stop, or a question.

    Examples
    --------
    >>> error = SmoError("it is empty", where="q.csv", remedy="export it again")
    >>> str(error)
    'q.csv: it is empty. Remedy: export it again.'
    """

    def __init__(
        self, problem: str, *, where: str | None = None, remedy: str | None = None
    ) -> None:
        self.problem = problem
        self.where = where
        self.remedy = remedy
        start = f"{where}: " if where else ""
        stop = "" if remedy and remedy.endswith("?") else "."
        end = f" Remedy: {remedy}{stop}" if remedy else ""
        super().__init__(f"{start}{problem}.{end}")


def quoted(names: Iterable[object], *, limit: int = 20) -> str:
    """Return the names quoted and joined, the long tail counted.

    Examples
    --------
    >>> quoted(["a", "b", "c"], limit=2)
    "'a', 'b' and 1 more"
    """
    shown = [repr(str(name)) for name in names]
    rest = len(shown) - limit
    head = ", ".join(shown[:limit])
    return f"{head} and {rest} more" if rest > 0 else head


def nearest(name: str, choices: Sequence[str]) -> str | None:
    """Return the choice spelled most like `name`, or None when none is near.

    Examples
    --------
    >>> nearest("keywrd", ["keyword", "page"])
    'keyword'
    """
    found = difflib.get_close_matches(name.casefold(), choices, n=1)
    return found[0] if found else None


def bad_choice(name: str, value: object, choices: Sequence[str], *, caller: str) -> SmoError:
    """Return the error for an argument that must be one of `choices`.

    Examples
    --------
    >>> str(bad_choice("kind", "up", ["left", "right"], caller="turn"))
    "turn: 'kind' must be one of 'left', 'right'; got 'up'."
    """
    return SmoError(f"{name!r} must be one of {quoted(choices)}; got {value!r}", where=caller)
